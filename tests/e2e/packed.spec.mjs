// Archives and workbooks: each table in them is a file of its own, read as if it had come alone.
import { expect, test } from "./fixtures.mjs";
import { EXPECTED, callLog, file } from "./logs.mjs";
import { zip, workbook } from "./pack.mjs";
import { accounted, choose, kpi, report, show, verdict } from "./page.mjs";

const packed = (name, buffer) => ({ name, mimeType: "application/octet-stream", buffer });

/** The log as a spreadsheet keeps it: dates as serials, numbers as numbers. */
const rows = () => {
  const [header, ...lines] = callLog().trimEnd().split("\n").map((line) => line.split(","));
  const value = (cell) => {
    if (/^\d{4}-\d\d-\d\d[ T]\d\d:\d\d/.test(cell)) return new Date(`${cell.replace(" ", "T")}Z`);
    return /^\d+$/.test(cell) ? Number(cell) : cell;
  };
  return [header, ...lines.map((line) => line.map(value))];
};

test("each file of an archive is a file of its own", async ({ app }) => {
  const readings = "number,date,score\n+33162004101,2026-01-12,42\n";
  await choose(app, packed("march.zip", zip({ "exports/calls.csv": callLog(), "hiya.csv": readings, "__MACOSX/x": "x" })));
  await verdict(app);
  expect(await kpi(app, "answer_rate")).toBeCloseTo(40, 3);
  const { totals, files } = await report(app);
  expect(files.map(({ name }) => name)).toEqual(["march.zip/exports/calls.csv", "march.zip/hiya.csv"]);
  expect(files.map(({ system }) => system)[1]).toBe("hiya");
  expect(totals).toMatchObject(EXPECTED);
  accounted(files);
});

test("a workbook gives the figures of its sheet", async ({ app }) => {
  const summary = [["Total", 3], ["Average", 2]];
  await choose(app, packed("calls.xlsx", workbook({ Summary: summary, Calls: rows() })));
  await verdict(app);
  const { totals, files } = await report(app);
  expect(files.map(({ name }) => name)).toEqual(["calls.xlsx"]);
  expect(totals).toMatchObject(EXPECTED);
  accounted(files);
});

test("a workbook under the name of a CSV is a workbook", async ({ app }) => {
  await choose(app, packed("calls.csv", workbook({ Calls: rows() })));
  await verdict(app);
  expect((await report(app)).totals).toMatchObject(EXPECTED);
});

test("one file of an archive can be left out again, and the others stay", async ({ app }) => {
  await choose(app, packed("march.zip", zip({ "a.csv": callLog(), "b.csv": callLog({ days: [["2026", "02", "02"]] }) })));
  await verdict(app);
  await show(app, "files");
  await app.getByRole("button", { name: "Leave out march.zip/b.csv" }).click();
  await expect(app.getByRole("button", { name: "Leave out march.zip/b.csv" })).toHaveCount(0);
  await show(app, "today");
  expect((await report(app)).totals).toMatchObject(EXPECTED);
});

for (const [what, bad, sentence] of [
  ["an archive with a password", packed("secret.zip", zip({ "calls.csv": callLog() }, { flags: 1 })), /password/i],
  ["a damaged archive", packed("cut.zip", zip({ "calls.csv": callLog() }).subarray(0, 200)), /damaged/i],
  ["an archive of nothing", packed("none.zip", zip({})), /no files/i],
]) {
  test(`${what} gets a sentence that names it, and the page stays usable`, async ({ app }) => {
    await choose(app, bad);
    const error = app.getByTestId("error").first();
    await expect(error).toBeVisible();
    await expect(error).toContainText(bad.name);
    await expect(error).toContainText(sentence);
    await choose(app, file("calls.csv", callLog()));
    await verdict(app);
    expect(await kpi(app, "answer_rate")).toBeCloseTo(40, 3);
  });
}

test("a damaged file in an archive does not take the others with it", async ({ app }) => {
  const bytes = zip({ "broken.csv": callLog(), "calls.csv": callLog() });
  bytes[60] ^= 0x55;
  await choose(app, packed("half.zip", bytes));
  await verdict(app);
  await expect(app.getByTestId("error").first()).toContainText("half.zip/broken.csv");
  expect((await report(app)).totals).toMatchObject(EXPECTED);
});

test("an archive is unpacked even where its first bytes are slower to come than the reader's answer", async ({ app }) => {
  await app.evaluate(() => {
    const BlobOfFiles = Object.getPrototypeOf(new File([], "").slice());
    const { arrayBuffer: bytes } = BlobOfFiles;
    BlobOfFiles.arrayBuffer = async function () {
      await new Promise((resolve) => setTimeout(resolve, 2000));
      return bytes.call(this);
    };
  });
  await choose(app, packed("march.zip", zip({ "calls.csv": callLog() })));
  await app.waitForTimeout(1500); // the reader has refused it long since
  expect(await app.getByTestId("error").count()).toBe(0);
  expect(await app.getByTestId("progress").count()).toBe(1);
  await verdict(app);
  expect(await kpi(app, "answer_rate")).toBeCloseTo(40, 3);
});
