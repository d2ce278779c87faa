// Archives and workbooks, written as simply as the formats allow.
import { crc32, deflateRawSync } from "node:zlib";

const numbers = (...pairs) =>
  Buffer.concat(
    pairs.map(([bytes, value]) => {
      const buffer = Buffer.alloc(bytes);
      buffer.writeUIntLE(value >>> 0, 0, bytes);
      return buffer;
    }),
  );

/** A zip archive of `{ name: text or bytes }`. `flags` 1 says that all of it is encrypted. */
export const zip = (files, { flags = 0 } = {}) => {
  const entries = [];
  const directory = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const common = Buffer.concat([
      numbers([2, 20], [2, flags], [2, 8], [2, 0], [2, 0x21], [4, crc32(bytes)], [4, packed.length], [4, bytes.length]),
      numbers([2, Buffer.byteLength(name)], [2, 0]),
    ]);
    const entry = Buffer.concat([Buffer.from("PK\x03\x04"), common, Buffer.from(name), packed]);
    directory.push(Buffer.from("PK\x01\x02\x14\0"), common, Buffer.alloc(10), numbers([4, at]), Buffer.from(name));
    entries.push(entry);
    at += entry.length;
  }
  const list = Buffer.concat(directory);
  const count = Object.keys(files).length;
  const end = Buffer.concat([Buffer.from("PK\x05\x06\0\0\0\0"), numbers([2, count], [2, count], [4, list.length], [4, at], [2, 0])]);
  return Buffer.concat([...entries, list, end]);
};

const escaped = (text) => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const column = (at) => String.fromCharCode(65 + at);

/** A workbook: sheets of rows of texts, numbers and dates. */
export const workbook = (sheets) => {
  const relations = (list) => `<Relationships>${list.join("")}</Relationships>`;
  const relation = (id, kind, target) => `<Relationship Id="${id}" Type="http://schemas/${kind}" Target="${target}"/>`;
  const cell = (value, row, at) => {
    const place = `r="${column(at)}${row}"`;
    if (value instanceof Date) return `<c ${place} s="1"><v>${value.getTime() / 86_400_000 + 25_569}</v></c>`;
    if (typeof value === "number") return `<c ${place}><v>${value}</v></c>`;
    return value === "" ? "" : `<c ${place} t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
  };
  const sheet = (rows) => `<worksheet><sheetData>${rows
    .map((cells, row) => `<row r="${row + 1}">${cells.map((value, at) => cell(value, row + 1, at)).join("")}</row>`)
    .join("")}</sheetData></worksheet>`;
  const names = Object.keys(sheets);
  return zip({
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": relations([relation("rId1", "officeDocument", "xl/workbook.xml")]),
    "xl/workbook.xml": `<workbook><sheets>${names.map((name, at) => `<sheet name="${name}" r:id="s${at}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(names.map((_, at) => relation(`s${at}`, "worksheet", `worksheets/s${at}.xml`))),
    "xl/styles.xml": `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(Object.values(sheets).map((rows, at) => [`xl/worksheets/s${at}.xml`, sheet(rows)])),
  });
};
