// Files that people drop all the same. Each gets a sentence that names the file, the page stays usable, what could be
// read is kept, and every row is accounted for.
import { readFileSync, writeFileSync, rmSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "./fixtures.mjs";
import { EXPECTED, callLog, file } from "./logs.mjs";
import { accounted, choose, kpi, report, show, verdict } from "./page.mjs";

const bytes = (name, ...parts) => ({ name, mimeType: "text/csv", buffer: Buffer.concat(parts.map((part) => Buffer.from(part))) });

/** Nothing of these can be counted: an error names the file and says what to do. */
const HOPELESS = {
  "an empty file": [file("empty.csv", ""), /empty/i],
  "a header alone": [file("header.csv", callLog().split("\n")[0] + "\n"), /no rows/i],
  "a PDF": [bytes("report.csv", "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"), /PDF/],
  "an Excel workbook": [bytes("calls.xlsx", [0x50, 0x4b, 3, 4, 20, 0, 6, 0], "[Content_Types].xml", "xl/workbook.xml", Buffer.alloc(400)), /workbook|spreadsheet/i],
  "an image under the name of a CSV": [bytes("screen.csv", [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13], "IHDR", Buffer.alloc(400, 7)), /image/i],
  "a file with no date": [
    file("dateless.csv", callLog().split("\n").map((line) => line.split(",").slice(2).join(",")).join("\n")),
    /date/i,
  ],
};

for (const [what, [bad, sentence]] of Object.entries(HOPELESS)) {
  test(`${what} gets a sentence that names it, and the page stays usable`, async ({ app }) => {
    await choose(app, bad);
    const error = app.getByTestId("error").first();
    await expect(error).toBeVisible();
    await expect(error).toContainText(bad.name);
    await expect(error).toContainText(sentence);
    expect((await error.innerText()).length, "it also says what to do").toBeGreaterThan(bad.name.length + 40);
    await choose(app, file("calls.csv", callLog()));
    await verdict(app);
    expect(await kpi(app, "answer_rate")).toBeCloseTo(40, 3);
  });
}

test("a file that cannot be read does not take the others with it", async ({ app }) => {
  await choose(app, file("calls.csv", callLog()), file("empty.csv", ""));
  await verdict(app);
  await expect(app.getByTestId("error").first()).toContainText("empty.csv");
  expect((await report(app)).totals).toMatchObject(EXPECTED);
});

/** Reads a file that is partly good and answers its part of the report. */
const readPartly = async (page, bad) => {
  await choose(page, bad);
  await verdict(page);
  const whole = await report(page);
  accounted(whole.files);
  return { ...whole, file: whole.files[0] };
};

const LINES = callLog().trimEnd().split("\n");
/** The log with some of its lines changed, by their place (0 is the header). */
const spoilt = (change) => `${LINES.map((line, at) => change(line.split(","), at) ?? line).join("\n")}\n`;

test("a truncated gzip keeps what was read and says that the rest is missing", async ({ app }) => {
  const whole = gzipSync(callLog({ perDay: 60 }).split("\n").map((line, at) => line.replace("+3363998", `+3363${9000 + (at * 7919) % 999}`)).join("\n"));
  const { file: read } = await readPartly(app, { ...file("calls.csv.gz", ""), buffer: whole.subarray(0, whole.length * 0.7) });
  expect(read.counted).toBeGreaterThan(100);
  expect(read.counted).toBeLessThan(1800);
  expect(read.problems).toContain("truncated_gzip");
});

test("a file with no number column counts for the account", async ({ app }) => {
  const { file: read, totals, numbers } = await readPartly(
    app,
    file("numberless.csv", LINES.map((line) => line.split(",").filter((_, at) => at !== 2 && at !== 3).join(",")).join("\n")),
  );
  expect(totals.calls).toBe(EXPECTED.calls);
  expect(numbers).toEqual([]);
  expect(read.columns.caller).toBeNull();
  expect(read.problems).toContain("no_number_column");
  // Said on every figure: all calls are one pool.
  const said = app.locator("[data-said-of-each]");
  await expect(said.first()).toHaveText(/one pool: no own number in the file/);
  expect(await said.count()).toBe(await app.locator('[data-testid="dashboard"] [data-kpi]:not([data-state="unmeasured"])').count());
  await expect(app.locator('[data-chart="answer_rate"]').first()).toContainText("one pool");
});

test("rows with too few or too many fields are set aside", async ({ app }) => {
  const { file: read } = await readPartly(
    app,
    file("ragged.csv", spoilt((cells, at) => (at % 50 === 7 ? cells.slice(0, 4).join(",") : undefined))),
  );
  expect(read).toMatchObject({ rows: 600, set_aside: { ragged: 12 } });
});

test("a quote that is never closed costs its rows, not the file", async ({ app }) => {
  const { file: read } = await readPartly(
    app,
    file("quote.csv", spoilt((cells, at) => (at === 400 ? [...cells.slice(0, 8), '"Mutuelle'].join(",") : undefined))),
  );
  expect(read.counted).toBeGreaterThanOrEqual(399);
  expect(read.problems).toContain("unclosed_quote");
});

test("dates that do not exist are set aside", async ({ app }) => {
  const { file: read } = await readPartly(
    app,
    file("dates.csv", spoilt((cells, at) => (at % 100 === 50 ? ["2026-02-30", ...cells.slice(1)].join(",") : undefined))),
  );
  expect(read).toMatchObject({ rows: 600, counted: 594, set_aside: { bad_date: 6 } });
});

test("negative durations are set aside", async ({ app }) => {
  const { file: read } = await readPartly(
    app,
    file("negative.csv", spoilt((cells, at) => (at % 100 === 50 ? [...cells.slice(0, 6), "-5", ...cells.slice(7)].join(",") : undefined))),
  );
  expect(read).toMatchObject({ rows: 600, counted: 594, set_aside: { negative: 6 } });
});

test("a field of 10 MB is set aside and the rest is read", async ({ app }) => {
  const { file: read } = await readPartly(
    app,
    file("long.csv", spoilt((cells, at) => (at === 300 ? [...cells.slice(0, 8), `"${"x".repeat(10_000_000)}"`].join(",") : undefined))),
  );
  expect(read).toMatchObject({ rows: 600, counted: 599, set_aside: { too_long: 1 } });
});

test("numbers that a spreadsheet has rounded are set aside and said", async ({ app }) => {
  const { file: read } = await readPartly(
    app,
    file("mangled.csv", spoilt((cells, at) => (at % 100 === 50 ? [...cells.slice(0, 2), "3.31E+10", ...cells.slice(3)].join(",") : undefined))),
  );
  expect(read).toMatchObject({ rows: 600, counted: 594, set_aside: { number_mangled: 6 } });
});

test("what was set aside is shown with its reason", async ({ app }) => {
  await choose(app, file("ragged.csv", spoilt((cells, at) => (at % 50 === 7 ? cells.slice(0, 4).join(",") : undefined))));
  await verdict(app);
  await show(app, "files");
  const accounts = app.getByTestId("import-report");
  await expect(accounts).toBeVisible();
  await expect(accounts).toContainText("ragged.csv");
  await expect(accounts).toContainText("600");
  await expect(accounts).toContainText("588");
  await expect(accounts).toContainText("12");
});

test("a file that is gone when it is read gets a sentence", async ({ app }, info) => {
  const path = info.outputPath("gone.csv");
  writeFileSync(path, callLog());
  // The page is handed a file that was chosen, and then deleted.
  await app.evaluate(() => document.body.append(Object.assign(document.createElement("input"), { type: "file", id: "elsewhere" })));
  await app.locator("#elsewhere").setInputFiles(path);
  expect(readFileSync(path).length).toBeGreaterThan(0);
  rmSync(path);
  await app.evaluate(() => {
    const transfer = new DataTransfer();
    const elsewhere = document.querySelector("#elsewhere");
    transfer.items.add(elsewhere.files[0]);
    elsewhere.remove();
    const input = document.querySelector('[data-testid="file-input"]');
    input.files = transfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await expect(app.getByTestId("error").first()).toContainText("gone.csv");
  await choose(app, file("calls.csv", callLog()));
  await verdict(app);
});

test("names and words of a file are text, never a part of the page", async ({ app }) => {
  const evil = '<img src=x onerror="globalThis.broken=1"><b>bold</b>';
  const log = callLog().replaceAll("Mutuelle", `"${evil.replaceAll('"', '""')}"`);
  await choose(app, file("<b>evil</b>.csv", log));
  await verdict(app);
  await show(app, "files");
  await expect(app.getByTestId("import-report")).toContainText("<b>evil</b>.csv");
  expect(await app.evaluate(() => globalThis.broken)).toBeUndefined();
  await expect(app.locator("img[src=x]")).toHaveCount(0);
});

