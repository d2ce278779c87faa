// What leaves the page, by the user's hand: the report and the daily table.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { expect, test } from "./fixtures.mjs";
import { callLog, file } from "./logs.mjs";
import { choose, download, verdict } from "./page.mjs";

// `make e2e` builds them.
const ANALYZE = "target/debug/examples/analyze";
const SAMPLES = "target/debug/examples/samples";

/** Compares two long texts; where they differ, only that place is told. */
const same = (found, expected) => {
  const at = Array.from({ length: expected.length }).findIndex((_, place) => found[place] !== expected[place]);
  const about = (text) => (at < 0 ? "" : text.slice(Math.max(0, at - 80), at + 80));
  expect(about(found)).toBe(about(expected));
  expect(found.length).toBe(expected.length);
};

test("the page's JSON is byte for byte that of the command line", async ({ app }, info) => {
  const log = callLog({ days: Array.from({ length: 20 }, (_, at) => ["2026", "01", String(at + 8).padStart(2, "0")]) });
  const path = info.outputPath("calls.csv");
  writeFileSync(path, log);
  await choose(app, file("calls.csv", log));
  await verdict(app);
  const native = execFileSync(ANALYZE, ["--time-zone", "Europe/Paris", path], { encoding: "utf8" });
  same((await download(app, "export-json")).trimEnd(), native.trimEnd());
});

test("the hardest sample is the same in the browser and on the command line, byte for byte", async ({ app }, info) => {
  test.skip(info.project.name === "phone", "the width changes no figure");
  test.setTimeout(90_000);
  const written = execFileSync(SAMPLES, [info.outputPath()], { encoding: "utf8" }).split("\n");
  const files = written.filter((path) => path.includes("/mixed/"));
  expect(files).toHaveLength(4);
  const native = execFileSync(ANALYZE, ["--time-zone", "Europe/Paris", ...files], { encoding: "utf8", maxBuffer: 1e9 });
  await app.getByTestId("sample-mixed").first().click();
  await verdict(app);
  same((await download(app, "export-json")).trimEnd(), native.trimEnd());
});

test("the daily table goes out and comes back, and nothing is lost", async ({ app, open }) => {
  await choose(app, file("calls.csv", callLog()));
  await verdict(app);
  const [table, before] = [await download(app, "export-daily-csv"), JSON.parse(await download(app, "export-json"))];
  expect(table.split("\n")[0]).toMatch(
    /^date,number,calls,answered,rejected,voicemails,talk_seconds,conversions,spam_reports,reputation_score\b/,
  );
  const fresh = await open();
  await choose(fresh, file("daily.csv", table));
  await verdict(fresh);
  const after = JSON.parse(await download(fresh, "export-json"));
  expect(after.files[0]).toMatchObject({ kind: "daily", system: "ringwell" });
  expect(after.totals).toEqual(before.totals);
  expect(after.kpis).toEqual(before.kpis);
  expect(after.numbers.map(({ number, kpis }) => ({ number, kpis }))).toEqual(
    before.numbers.map(({ number, kpis }) => ({ number, kpis })),
  );
});

test("a name that a spreadsheet would run as a formula goes out harmless", async ({ app }) => {
  await choose(app, file("calls.csv", callLog().replaceAll("Mutuelle", "=1+1")));
  await verdict(app);
  const table = await download(app, "export-daily-csv");
  expect(table).toContain("=1+1");
  expect(table).not.toMatch(/(^|,)"?=1\+1/m);
});
