//! A workbook (`.xlsx`, `.xlsm`) → the table that it holds, as CSV. Source: ECMA-376 part 1, §18.
//!
//! Of several sheets it is the one with the most rows, and with it those with the same header: a sheet a month. Hidden
//! sheets count only where no other has a table. A line of the CSV is a row of the sheet, so that line numbers are
//! those that the user sees.

use std::io::Read;

use super::{
    Tables,
    serial::Epoch,
    sheet::{self, Shared, Texts},
    styles,
    xml::{Event, Xml},
    zip::{Archive, EntryStream, problem},
};
use crate::model::ProblemKind;

const PIECE_BYTES: usize = 256 * 1024;
const MAIN: &str = "xl/workbook.xml";

/// One sheet.
#[derive(Clone, Debug)]
struct Sheet {
    name: String,
    hidden: bool,
    path: String,
}

/// What a first look at a sheet has shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Look {
    rows: u64,
    header: Vec<String>,
}

/// Hands out the tables of a workbook.
///
/// # Errors
/// [`ProblemKind::Workbook`] where it holds no table or is of another kind, else what is wrong with the archive.
pub fn unpack(archive: &Archive<'_>, name: &str, tables: &mut dyn Tables) -> Result<(), ProblemKind> {
    let main = main_part(archive).ok_or(ProblemKind::Workbook)?;
    let (sheets, epoch) = sheets(archive, &main)?;
    let texts = match part(archive, &sibling(&main, "sharedStrings.xml"))? {
        Some(part) => Texts::read(part)?,
        None => Texts::default(),
    };
    let kinds = part(archive, &sibling(&main, "styles.xml"))?.map(styles::kinds).transpose()?.unwrap_or_default();
    let shared = Shared { texts, kinds, epoch };
    let chosen = choose(archive, sheets, &shared)?;
    let several = chosen.len() > 1;
    for sheet in &chosen {
        tables.begin(if several { format!("{name}/{}", sheet.name) } else { name.to_owned() });
        let Some(part) = part(archive, &sheet.path)? else {
            tables.refuse(ProblemKind::DamagedArchive);
            continue;
        };
        if let Err(why) = write(part, &shared, tables) {
            tables.refuse(why);
        }
    }
    Ok(())
}

/// The sheets worth reading, in the workbook's order.
fn choose(archive: &Archive<'_>, sheets: Vec<Sheet>, shared: &Shared) -> Result<Vec<Sheet>, ProblemKind> {
    for hidden in [false, true] {
        let of_kind: Vec<_> = sheets.iter().filter(|sheet| sheet.hidden == hidden).cloned().collect();
        let mut looks = Vec::new();
        for sheet in of_kind {
            if let Some(part) = part(archive, &sheet.path)? {
                let look = look(part, shared)?;
                looks.push((sheet, look));
            }
        }
        let most = looks.iter().map(|(_, look)| look.rows).max().unwrap_or(0);
        let Some(header) = looks.iter().find(|(_, look)| look.rows == most).map(|(_, look)| look.header.clone()) else {
            continue;
        };
        if most > 0 {
            let alike = looks.into_iter().filter(|(_, look)| look.rows > 1 || most == 1);
            return Ok(alike.filter(|(_, look)| look.header == header).map(|(sheet, _)| sheet).collect());
        }
    }
    Err(ProblemKind::Workbook)
}

/// Counts the rows of a table, header included: those with two filled cells.
fn look(part: EntryStream<'_>, shared: &Shared) -> Result<Look, ProblemKind> {
    let mut look = Look::default();
    sheet::rows(part, shared, &mut |_, cells| {
        if cells.iter().filter(|cell| !cell.trim().is_empty()).count() > 1 {
            if look.rows == 0 {
                look.header = cells.to_vec();
            }
            look.rows += 1;
        }
        Ok(())
    })?;
    Ok(look)
}

/// Writes a sheet as CSV. Every row is as wide as the widest before it: a spreadsheet leaves out the cells at its end.
fn write(part: EntryStream<'_>, shared: &Shared, tables: &mut dyn Tables) -> Result<(), ProblemKind> {
    let mut text = String::new();
    let (mut line, mut widest) = (1, 0);
    sheet::rows(part, shared, &mut |row, cells| {
        while line < row {
            text.push('\n');
            line += 1;
            if text.len() >= PIECE_BYTES {
                flush(&mut text, tables)?;
            }
        }
        let filled = cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
        widest = filled.max(widest);
        let width = if filled == 0 { 0 } else { widest };
        for at in 0..width {
            if at > 0 {
                text.push(',');
            }
            push_cell(&mut text, cells.get(at).map_or("", String::as_str));
        }
        text.push('\n');
        line += 1;
        if text.len() >= PIECE_BYTES { flush(&mut text, tables) } else { Ok(()) }
    })?;
    flush(&mut text, tables)
}

fn flush(text: &mut String, tables: &mut dyn Tables) -> Result<(), ProblemKind> {
    tables.push(text.as_bytes()).map_err(|_| ProblemKind::UnpacksTooLarge)?;
    text.clear();
    Ok(())
}

/// Line ends within a cell are spaces: a row stays a line.
fn push_cell(text: &mut String, cell: &str) {
    let breaks = |c: char| matches!(c, '\n' | '\r');
    if !cell.contains(|c: char| breaks(c) || matches!(c, ',' | '"')) {
        text.push_str(cell);
        return;
    }
    text.push('"');
    for letter in cell.chars() {
        match letter {
            '"' => text.push_str("\"\""),
            _ if breaks(letter) => text.push(' '),
            _ => text.push(letter),
        }
    }
    text.push('"');
}

/// The path of the workbook's own part: by the relations of the package, else where it always is.
fn main_part(archive: &Archive<'_>) -> Option<String> {
    let named = part(archive, "_rels/.rels").ok()??;
    let relations = relations(named).ok()?;
    let main = relations.into_iter().find(|one| one.kind.ends_with("/officeDocument")).map(|one| one.target);
    let main = main.map_or_else(|| MAIN.to_owned(), |target| target.trim_start_matches('/').to_owned());
    archive.find(&main).filter(|_| main.ends_with(".xml")).map(|_| main)
}

struct Relation {
    id: String,
    kind: String,
    target: String,
}

fn relations(part: impl Read) -> Result<Vec<Relation>, ProblemKind> {
    let mut xml = Xml::new(part);
    let mut relations = Vec::new();
    loop {
        match xml.next().map_err(|error| problem(&error))? {
            Event::Over => return Ok(relations),
            Event::Start if xml.name() == b"Relationship" => {
                let of = |name| xml.attribute(name).unwrap_or_default();
                relations.push(Relation { id: of("Id"), kind: of("Type"), target: of("Target") });
            }
            _ => {}
        }
    }
}

fn sheets(archive: &Archive<'_>, main: &str) -> Result<(Vec<Sheet>, Epoch), ProblemKind> {
    let (folder, file) = main.rsplit_once('/').unwrap_or(("", main));
    let relations = match part(archive, &format!("{folder}/_rels/{file}.rels"))? {
        Some(part) => relations(part)?,
        None => return Err(ProblemKind::DamagedArchive),
    };
    let mut xml = Xml::new(part(archive, main)?.ok_or(ProblemKind::DamagedArchive)?);
    let (mut sheets, mut epoch) = (Vec::new(), Epoch::Excel);
    loop {
        match xml.next().map_err(|error| problem(&error))? {
            Event::Over => return Ok((sheets, epoch)),
            Event::Start if xml.name() == b"workbookPr" => {
                if matches!(xml.attribute("date1904").as_deref(), Some("1" | "true")) {
                    epoch = Epoch::Macintosh;
                }
            }
            Event::Start if xml.name() == b"sheet" => {
                let id = xml.attribute("id");
                let relation = relations.iter().find(|one| Some(&one.id) == id.as_ref());
                // Chart sheets have no rows.
                if let Some(relation) = relation.filter(|one| one.kind.ends_with("/worksheet")) {
                    sheets.push(Sheet {
                        name: xml.attribute("name").unwrap_or_default(),
                        hidden: xml.attribute("state").is_some_and(|state| state != "visible"),
                        path: within(folder, &relation.target),
                    });
                }
            }
            _ => {}
        }
    }
}

fn within(folder: &str, target: &str) -> String {
    match target.strip_prefix('/') {
        Some(path) => path.to_owned(),
        None => format!("{folder}/{target}"),
    }
}

fn sibling(main: &str, file: &str) -> String {
    within(main.rsplit_once('/').map_or("", |(folder, _)| folder), file)
}

/// The stream of a part; `None` where there is none.
fn part<'a>(archive: &Archive<'a>, path: &str) -> Result<Option<EntryStream<'a>>, ProblemKind> {
    archive.find(path).map(|entry| archive.stream(entry)).transpose()
}
