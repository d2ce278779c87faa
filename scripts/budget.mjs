// Fails when the page costs more than it does today: node scripts/budget.mjs [FOLDER]
// Counts the files of the built page as a host sends them: brotli, quality 11.
//
// - The first view: what arrives before anybody has done anything. Every file but those of the house, of the reader and of the unpacker.
// - The whole page: every file, also what is fetched at the first sign of use, or when the page has stood idle.
//
// The first view has a limit that holds for good. Both have a ceiling just above what was reached: it goes down with
// each gain, and never up without its reason in the same commit.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const KIB = 1024;
const FIRST_LIMIT = 250 * KIB;
// 2 KiB more than before the styles were joined: one sheet, so that the first paint waits for one file, with the styles of
// the later views in it.
const FIRST_CEILING = 114 * KIB;
// 512 KiB more than when it held a dashboard, a table and a page for each number: ten charts, filters, comparison, plan,
// guide with a playbook for each diagnosis in two languages, sheets for paper, and a worker that unpacks archives and
// workbooks (60 KiB). 105 KiB of it buy time: the house is compiled at "s" instead of "z", and what stands between the
// last byte read and the picture takes a fifth less; 2 KiB are the rehearsal of the first view. All of it comes later.
const WHOLE_CEILING = 1228 * KIB;
const LATER = /^(house|reader|unpacker)-\w+\.(js|wasm)$/;

const folder = process.argv[2] ?? "dist";

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;

const files = readdirSync(folder, { recursive: true })
  .filter((path) => statSync(join(folder, path)).isFile())
  .map((path) => {
    const bytes = readFileSync(join(folder, path));
    return { path, raw: bytes.length, sent: brotli(bytes), first: !LATER.test(path) };
  })
  .sort((a, b) => b.first - a.first || b.sent - a.sent);

const sum = (files, what) => files.reduce((sum, file) => sum + file[what], 0);
const row = (raw, sent, text) => console.log(`${String(raw).padStart(9)} ${String(sent).padStart(9)}  ${text}`);

row("bytes", "brotli", "file");
for (const { raw, sent, path, first } of files) row(raw, sent, `${first ? "" : "later: "}${path}`);
const early = files.filter(({ first }) => first);
row(sum(early, "raw"), sum(early, "sent"), `first view; limit ${FIRST_LIMIT}, ceiling ${FIRST_CEILING}`);
row(sum(files, "raw"), sum(files, "sent"), `all; ceiling ${WHOLE_CEILING}`);

const over = [
  ["the first view is over its ceiling", sum(early, "sent") - Math.min(FIRST_LIMIT, FIRST_CEILING)],
  ["the whole page is over its ceiling", sum(files, "sent") - WHOLE_CEILING],
].filter(([, by]) => by > 0);
for (const [what, by] of over) console.error(`budget: ${what} by ${by} bytes`);
// A folder without the two wasm files that come later is not the page.
if (files.length - early.length < 4) console.error(`budget: ${folder} is not a built page`);
if (over.length || files.length - early.length < 4) process.exit(1);
