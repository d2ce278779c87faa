//! Archives and workbooks of the tests, written as simply as the formats allow.

use std::io::Write as _;

use flate2::{Compression, Crc, write::DeflateEncoder};

/// An archive of these files. A name that begins with `=` is stored, any other deflated.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let stored = name.starts_with('=');
        let name = name.trim_start_matches('=');
        let packed = if stored { content.to_vec() } else { deflated(content) };
        let mut crc = Crc::new();
        crc.update(content);
        let mut common = Vec::new();
        for two in [20, 0x0800, if stored { 0 } else { 8 }, 0, 0x21] {
            common.extend(u16::to_le_bytes(two));
        }
        for four in [crc.sum(), packed.len() as u32, content.len() as u32] {
            common.extend(four.to_le_bytes());
        }
        common.extend((name.len() as u16).to_le_bytes());
        common.extend([0, 0]);
        let at = bytes.len() as u32;
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
        bytes.extend(b"PK\x03\x04");
        bytes.extend(&common);
        bytes.extend(name.as_bytes());
        bytes.extend(packed);
    }
    let (at, size, count) = (bytes.len() as u32, directory.len() as u32, files.len() as u16);
    bytes.extend(directory);
    bytes.extend(b"PK\x05\x06\0\0\0\0");
    bytes.extend([count.to_le_bytes(), count.to_le_bytes()].concat());
    bytes.extend([size.to_le_bytes(), at.to_le_bytes()].concat());
    bytes.extend([0, 0]);
    bytes
}

fn deflated(content: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

/// A cell of a test's sheet.
#[derive(Clone, Debug)]
pub enum Cell {
    /// A text that cells share.
    Text(&'static str),
    /// A number in a format: 0 none, 1 moment, 2 duration, 3 scientific.
    Number(f64, u8),
}

/// A sheet: its name, its state, its rows.
pub type Sheet<'s> = (&'s str, &'s str, Vec<Vec<Cell>>);

/// A workbook of these sheets.
pub fn workbook(sheets: &[Sheet<'_>], epoch: &str) -> Vec<u8> {
    let mut texts: Vec<&str> = Vec::new();
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), "<Types/>".to_owned()),
        (
            "_rels/.rels".to_owned(),
            "<Relationships><Relationship Id=\"rId1\" Type=\"http://x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>".to_owned(),
        ),
    ];
    let (mut listed, mut relations) = (String::new(), String::new());
    for (at, (name, state, rows)) in sheets.iter().enumerate() {
        listed += &format!("<sheet name=\"{name}\" sheetId=\"{at}\" state=\"{state}\" r:id=\"s{at}\"/>");
        relations +=
            &format!("<Relationship Id=\"s{at}\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>");
        let mut data = String::new();
        for (row, cells) in rows.iter().enumerate().filter(|(_, cells)| !cells.is_empty()) {
            data += &format!("<row r=\"{}\">", row + 1);
            for (column, cell) in cells.iter().enumerate() {
                let place = format!("{}{}", char::from(b'A' + column as u8), row + 1);
                data += &match cell {
                    Cell::Text(text) => {
                        let known = texts.iter().position(|known| known == text);
                        let text = known.unwrap_or_else(|| {
                            texts.push(text);
                            texts.len() - 1
                        });
                        format!("<c r=\"{place}\" t=\"s\"><v>{text}</v></c>")
                    }
                    Cell::Number(value, style) => format!("<c r=\"{place}\" s=\"{style}\"><v>{value}</v></c>"),
                };
            }
            data += "</row>";
        }
        let sheet = format!("<worksheet><sheetData>{data}</sheetData></worksheet>");
        parts.push((format!("xl/worksheets/sheet{at}.xml"), sheet));
    }
    let texts: String = texts.iter().map(|text| format!("<si><t>{}</t></si>", text.replace('&', "&amp;"))).collect();
    let formats = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\\ hh:mm:ss\"/></numFmts>";
    let styles = [0, 164, 46, 11].map(|id| format!("<xf numFmtId=\"{id}\"/>")).concat();
    parts.push(("xl/sharedStrings.xml".to_owned(), format!("<sst>{texts}</sst>")));
    parts.push(("xl/styles.xml".to_owned(), format!("<styleSheet>{formats}<cellXfs>{styles}</cellXfs></styleSheet>")));
    parts.push(("xl/_rels/workbook.xml.rels".to_owned(), format!("<Relationships>{relations}</Relationships>")));
    parts.push((
        "xl/workbook.xml".to_owned(),
        format!("<workbook><workbookPr date1904=\"{epoch}\"/><sheets>{listed}</sheets></workbook>"),
    ));
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, part)| (name.as_str(), part.as_bytes())).collect();
    zip(&parts)
}
