// From a file, a drop or a paste to the verdict.
import { gzipSync } from "node:zlib";
import { expect, test } from "./fixtures.mjs";
import { EXPECTED, callLog, file } from "./logs.mjs";
import { accounted, choose, chooseHuge, drop, kpi, report, show, verdict } from "./page.mjs";

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

test("a call export, the answers of a reputation tool and an FTC file are one table", async ({ app }) => {
  const log = callLog().replaceAll("+3316200410", "+1212555010");
  const check = (phone, isSpam, spamScore) => ({ phone, checkedAt: "2026-01-15T08:00:00Z", huhu: { isSpam, spamScore } });
  const scores = { data: [check("+12125550101", false, 12), check("+12125550102", true, 88)] };
  const complaints = [
    "Company_Phone_Number,Created_Date,Violation_Date,Consumer_City,Consumer_State,Consumer_Area_Code,Subject,Recorded_Message_Or_Robocall",
    "2125550102,2026-01-14 00:04:31,2026-01-13 19:07:00,,Texas,512,Other,Y",
    "2125550102,2026-01-15 00:04:31,2026-01-14 19:07:00,,Texas,512,Other,N",
    "2125550199,2026-01-15 00:04:32,2026-01-14 19:07:00,,Texas,512,Other,N", // of another company
  ];
  await choose(app, file("calls.csv", log), file("huhu.json", JSON.stringify(scores)), file("ftc.csv", `${complaints.join("\n")}\n`));
  await verdict(app);
  const { files, numbers, totals } = await report(app);
  expect(files.map(({ kind, system }) => [kind, system])).toEqual([
    ["calls", "unknown"],
    ["readings", "huhu"],
    ["complaints", "ftc"],
  ]);
  accounted(files);
  expect(totals.spam_reports).toBe(2);
  const table = Object.fromEntries(numbers.map(({ number, totals, score, flagged }) => [number, [totals.spam_reports, score?.origin, flagged]]));
  expect(table).toMatchObject({
    "+12125550101": [0, "imported", false],
    "+12125550102": [2, "imported", true],
    "+12125550103": [0, "estimated", null], // nobody has read it: what its own calls say, marked as such
  });
  const read = Object.fromEntries(numbers.map(({ number, score }) => [number, score?.value]));
  expect(read).toMatchObject({ "+12125550101": 88, "+12125550102": 12 });
  await show(app, "files");
  await expect(app.getByText("0 to 100, 100 is certainly spam")).toHaveCount(0); // of the file that is shown first, the calls
  await app.getByRole("link", { name: /huhu.json/ }).click();
  await expect(app.getByTestId("scale").getByRole("combobox")).toHaveValue("spam-0-100");
});

test("the same figures come from a compressed file", async ({ app }) => {
  await choose(app, { name: "calls.csv.gz", mimeType: "application/gzip", buffer: gzipSync(callLog()) });
  await verdict(app);
  expect((await report(app)).totals).toMatchObject(EXPECTED);
});

test("the same figures come from Windows-1252 with semicolons", async ({ app }) => {
  const text = callLog({ delimiter: ";", end: "\r\n" }).replaceAll("Mutuelle", "Rénovation");
  await choose(app, { ...file("excel.csv", ""), buffer: Buffer.from(text, "latin1") });
  await verdict(app);
  const { totals, files } = await report(app);
  expect(totals).toMatchObject(EXPECTED);
  expect(files[0]).toMatchObject({ encoding: "windows-1252", delimiter: ";" });
});

test("a large file is read by several workers, and each of its rows counts once", async ({ app }) => {
  const cores = await app.evaluate(() => navigator.hardwareConcurrency);
  test.skip(cores < 2, "one core, one worker");
  await app.evaluate(() => {
    globalThis.asked = new Set();
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (message, ...rest) {
      if (message[1] instanceof File) globalThis.asked.add(this); // a job for this file; the page rehearses with a sample
      return postMessage.call(this, message, ...rest);
    };
  });
  // 90 days of 2,000 calls; a line break between quotes in every seventh row, so that a part may begin within one.
  const rows = ["Date,Time,Caller number,Called number,Direction,Status,Talk time (s),Agent,Campaign,Comment"];
  const two = (number) => String(number).padStart(2, "0");
  for (let day = 0; day < 90; day += 1) {
    const date = new Date(Date.UTC(2026, 0, 5 + day)).toISOString().slice(0, 10);
    for (let call = 0; call < 2000; call += 1) {
      const time = `${two(8 + Math.floor(call / 360))}:${two(Math.floor(call / 6) % 60)}:${two((call % 6) * 10)}`;
      const [status, talk] = call % 5 < 2 ? ["Answered", 90] : call % 5 < 3 ? ["Voicemail", 0] : ["No Answer", 0];
      const comment = call % 7 ? "" : '"rappeler,\n""demain"" matin"';
      rows.push(`${date},${time},+3316200410${1 + (call % 3)},+33639${String(980000 + call)},Outbound,${status},${talk},Camille Martin,Mutuelle,${comment}`);
    }
  }
  const text = `${rows.join("\n")}\n`;
  expect(text.length).toBeGreaterThan(16 << 20);
  await choose(app, file("large.csv", text));
  await verdict(app);
  expect(await app.evaluate(() => globalThis.asked.size)).toBe(2);
  const { totals, files, number_days } = await report(app);
  expect(totals).toMatchObject({ calls: 180_000, answered: 72_000, voicemail: 36_000, no_answer: 72_000, talk_seconds: 6_480_000 });
  expect(files[0]).toMatchObject({ rows: 180_000, counted: 180_000, set_aside: {} });
  expect(number_days).toHaveLength(270);
});

test("a reading can be given up at once, and the page stays usable", async ({ app }) => {
  const [header, ...rows] = callLog({ perDay: 300 }).split("\n");
  await chooseHuge(app, `${header}\n`, rows.join("\n"));
  await app.getByTestId("cancel").first().click();
  await expect(app.getByTestId("progress")).toBeHidden();
  await expect(app.getByTestId("dashboard")).toBeHidden();
  await choose(app, file("calls.csv", callLog()));
  await verdict(app);
  expect(await kpi(app, "answer_rate")).toBeCloseTo(40, 3);
});

test("a long reading says how far it has come", async ({ app }) => {
  const [header, ...rows] = callLog({ perDay: 300 }).split("\n");
  await chooseHuge(app, `${header}\n`, rows.join("\n"));
  await expect(app.getByTestId("progress")).toBeVisible();
  await expect(app.getByTestId("progress")).toHaveAttribute("aria-valuenow", /^\d+$/);
  await expect(app.getByRole("dialog")).toContainText(/rows/);
  await app.getByTestId("cancel").first().click();
  await expect(app.getByTestId("progress")).toBeHidden();
});
