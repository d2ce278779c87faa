// From a file, a drop or a paste to the verdict.
import { expect, test } from "./fixtures.mjs";
import { EXPECTED, callLog, file } from "./logs.mjs";
import { accounted, choose, chooseHuge, drop, kpi, report, verdict } from "./page.mjs";

test("a file that is chosen becomes a verdict, and its figures are right", async ({ app }) => {
  await choose(app, file("calls.csv", callLog()));
  await verdict(app);
  expect(await kpi(app, "answer_rate")).toBeCloseTo(40, 3);
  expect(await kpi(app, "voicemail_rate")).toBeCloseTo(20, 3);
  expect(await kpi(app, "average_talk_time")).toBeCloseTo(90, 3);
  await expect(app.locator("[data-number]").first()).toBeVisible();
  const { totals, files, numbers } = await report(app);
  expect(totals).toMatchObject(EXPECTED);
  expect(numbers.map(({ number }) => number).sort()).toEqual(["+33162004101", "+33162004102", "+33162004103"]);
  accounted(files);
});

test("a file that is dropped becomes a verdict", async ({ app }) => {
  await drop(app.getByTestId("drop-zone").first(), file("dropped.csv", callLog()));
  await verdict(app);
  expect(await kpi(app, "answer_rate")).toBeCloseTo(40, 3);
});

test("rows that are pasted become a verdict", async ({ app }) => {
  await app.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData }));
  }, callLog({ delimiter: "\t" }));
  await verdict(app);
  expect(await kpi(app, "answer_rate")).toBeCloseTo(40, 3);
});

test("Ctrl+O asks for a file", async ({ app }) => {
  const [chooser] = await Promise.all([app.waitForEvent("filechooser"), app.keyboard.press("Control+o")]);
  expect(chooser.isMultiple()).toBe(true);
  await chooser.setFiles([file("calls.csv", callLog())]);
  await verdict(app);
});

test("two files at once give one report, and a call that stands in both counts once", async ({ app }) => {
  const days = (from, to) => Array.from({ length: to - from + 1 }, (_, at) => ["2026", "01", String(from + at).padStart(2, "0")]);
  await choose(
    app,
    file("first.csv", callLog({ days: days(12, 16) })),
    file("second.csv", callLog({ days: days(15, 19) })),
  );
  await verdict(app);
  const { totals, files, period } = await report(app);
  expect(files.map(({ name }) => name)).toEqual(["first.csv", "second.csv"]);
  expect(period).toMatchObject({ from: "2026-01-12", to: "2026-01-19" });
  expect(totals.calls).toBe(8 * 60);
  expect(files[1].set_aside.duplicate).toBe(2 * 60);
  accounted(files);
});

test("a call file and a reputation table dropped together meet on the number", async ({ app }) => {
  const readings = [
    "date,number,spam_reports,reputation_score",
    "2026-01-12,+33162004101,1,88",
    "2026-01-15,+33162004101,0,87",
    "2026-01-15,+33162004102,2,61",
  ];
  await choose(app, file("calls.csv", callLog()), file("reputation.csv", `${readings.join("\n")}\n`));
  await verdict(app);
  const { files, numbers, kpis } = await report(app);
  expect(files.map(({ kind }) => kind)).toEqual(["calls", "readings"]);
  const score = Object.fromEntries(numbers.map(({ number, score }) => [number, score?.value]));
  expect(score).toMatchObject({ "+33162004101": 87, "+33162004102": 61 });
  expect(kpis.reputation_score.value).toBe(61);
});

test("the same figures come from a compressed file and from Windows-1252 with semicolons", async ({ app }) => {
  const text = callLog({ delimiter: ";", end: "\r\n" }).replaceAll("Mutuelle", "Rénovation");
  await choose(app, { ...file("excel.csv", ""), buffer: Buffer.from(text, "latin1") });
  await verdict(app);
  const { totals, files } = await report(app);
  expect(totals).toMatchObject(EXPECTED);
  expect(files[0]).toMatchObject({ encoding: "windows-1252", delimiter: ";" });
});

test("a reading can be given up at once, and the page stays usable", async ({ app }) => {
  const [header, ...rows] = callLog({ perDay: 300 }).split("\n");
  await chooseHuge(app, `${header}\n`, rows.join("\n"), 800);
  await app.getByTestId("cancel").first().click();
  await expect(app.getByTestId("progress")).toBeHidden();
  await expect(app.getByTestId("dashboard")).toBeHidden();
  await choose(app, file("calls.csv", callLog()));
  await verdict(app);
  expect(await kpi(app, "answer_rate")).toBeCloseTo(40, 3);
});

test("a long reading says how far it has come", async ({ app }) => {
  const [header, ...rows] = callLog({ perDay: 300 }).split("\n");
  await chooseHuge(app, `${header}\n`, rows.join("\n"), 500);
  await expect(app.getByTestId("progress")).toBeVisible();
  await expect(app.getByTestId("progress")).toHaveAttribute("aria-valuenow", /^\d+$/);
  await expect(app.getByRole("dialog")).toContainText(/rows/);
  await app.getByTestId("cancel").first().click();
  await expect(app.getByTestId("progress")).toBeHidden();
});
