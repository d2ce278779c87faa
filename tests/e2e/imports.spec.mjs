// What the page of the files tells and asks: several kinds of files at once, published ranges, conversions chosen, rows
// set aside to take away.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures.mjs";
import { callLog, file } from "./logs.mjs";
import { accounted, choose, download, report, show, verdict } from "./page.mjs";

const OWN = ["+33162004101", "+33162004102", "+33162004103"];

/** A log whose results no list knows, and a line of totals. */
const results = () => {
  const words = ["Devis envoyé", "Sans suite", "RDV", "NRP"];
  const rows = Array.from({ length: 400 }, (_, at) => {
    const day = String(1 + Math.floor(at / 20)).padStart(2, "0");
    return `2026-02-${day} 09:${String(at % 60).padStart(2, "0")}:00;${OWN[at % 3]};+3363998${String(at).padStart(4, "0")};${words[at % 4]};${at % 4 === 3 ? 0 : 60}`;
  });
  return `Date;Numéro présenté;Numéro appelé;Qualification;Durée de communication\n${rows.join("\n")}\nTotal;;;;18000\n`;
};

test("calls, scores and complaints dropped together are one table", async ({ app }) => {
  const numbers = ["8283003919", "8283003920"];
  const calls = callLog().replaceAll("+33162004101", `+1${numbers[0]}`).replaceAll("+33162004102", `+1${numbers[1]}`);
  const ftc = `Company_Phone_Number,Created_Date,Violation_Date,Consumer_City,Consumer_State,Consumer_Area_Code,Subject,Recorded_Message_Or_Robocall
${numbers[0]},2026-01-14 00:04:31,2026-01-13 19:07:00,,Texas,512,Other,Y
${numbers[0]},2026-01-14 00:05:31,2026-01-13 19:17:00,,Texas,512,Other,N
9998887777,2026-01-14 00:05:31,2026-01-13 19:17:00,,Texas,512,Other,N
`;
  const scores = `number,date,score,flagged\n+1${numbers[0]},2026-01-15,31,yes\n+1${numbers[1]},2026-01-15,88,no\n`;
  await choose(app, file("calls.csv", calls), file("hiya.csv", scores), file("complaints.csv", ftc));
  await verdict(app);
  const { files, numbers: table, totals } = await report(app);
  expect(files.map(({ kind, system }) => [kind, system])).toEqual([["calls", "unknown"], ["readings", "hiya"], ["complaints", "ftc"]]);
  const first = table.find(({ number }) => number === `+1${numbers[0]}`);
  expect(first).toMatchObject({ flagged: true, score: { value: 31, source: "hiya" }, totals: { calls: 200, spam_reports: 2 } });
  expect(totals.spam_reports).toBe(2);
  expect(table).toHaveLength(3);
  accounted(files);
  await expect(app.locator(`[data-number="+1${numbers[0]}"]`).first()).toBeVisible();
});

test("a list of blocked ranges is held against the own numbers, and changes no figure", async ({ app }) => {
  const list = { version: "2", name: "French list", patterns: [{ name: "NPV", action: "block", pattern: "33162######" }] };
  await choose(app, file("calls.csv", callLog()), file("blocked-patterns.json", JSON.stringify(list)));
  await verdict(app);
  const { files, numbers, totals } = await report(app);
  expect(files[1]).toMatchObject({ system: "saracroche", kind: "readings", counted: 1 });
  expect(numbers[0].ranges.map(({ list }) => list)).toEqual(["arcep", "saracroche"]);
  expect(totals.calls).toBe(600);
  await app.locator('tr[data-number="+33162004101"] a.num').click();
  const panel = app.getByTestId("ranges");
  await expect(panel).toContainText("Saracroche: +33162…, listed as “NPV”");
  await expect(panel).toContainText("no sign of a fall by itself");
  await app.getByRole("button", { name: "FR", exact: true }).click();
  await expect(panel).toContainText("numéros pour appels automatisés");
});

test("conversions are chosen from the results found, remembered, and seen at once", async ({ app, open }) => {
  await choose(app, file("qualif.csv", results()));
  await verdict(app);
  expect((await report(app)).totals.conversions).toBe(100); // RDV
  await show(app, "files");
  const panel = app.getByTestId("conversions");
  await panel.getByLabel("Devis envoyé").check();
  await panel.getByLabel("RDV").uncheck();
  await panel.getByLabel("Sans suite").check();
  await panel.getByLabel("Sans suite").uncheck();
  await panel.getByRole("button", { name: "Count these as conversions" }).click();
  await expect(panel.getByLabel("Devis envoyé")).toBeChecked();
  await expect(panel.getByLabel("RDV")).not.toBeChecked();
  await show(app, "today");
  expect((await report(app)).totals).toMatchObject({ conversions: 100, unclassified: 100 });
  const again = await open("./");
  await choose(again, file("qualif.csv", results()));
  await verdict(again);
  await show(again, "files");
  await expect(again.getByTestId("conversions").getByLabel("Devis envoyé")).toBeChecked();
});

test("all rows set aside can be taken away, and none of them is a formula", async ({ app }) => {
  const lines = callLog().trimEnd().split("\n");
  const cells = lines[5].split(",");
  cells[2] = "=HYPERLINK(1)";
  lines[5] = cells.join(",");
  lines[6] = lines[6].replace("2026-", "2026-13-");
  await choose(app, file("calls.csv", `${lines.join("\n")}\nTotal,,,,,,90,,\n`));
  await verdict(app);
  await show(app, "files");
  const text = await download(app, "export-aside");
  const rows = text.replace("\u{FEFF}", "").trimEnd().split("\n");
  expect(rows[0]).toContain('"reason","line","Date"');
  expect(rows).toHaveLength(4);
  expect(rows[1]).toContain('"bad_number","6"');
  expect(rows[1]).toContain(`"'=HYPERLINK(1)"`);
  expect(rows[3]).toContain('"totals_line"');
});

test("a file without own numbers names the export that has them", async ({ app }) => {
  const rows = Array.from({ length: 60 }, (_, at) => `2026-02-03T10:${String(at).padStart(2, "0")}:00,id-${at},"Ann (101)",06399800${String(at).padStart(2, "0")},Outbound,${at % 3 ? "Unanswered" : "Answered"},00:00:10,00:00:${at % 3 ? "00" : "40"},0.00`);
  await choose(app, file("report.csv", `Call Time,Call ID,From,To,Direction,Status,Ringing,Talking,Cost\n${rows.join("\n")}\n`));
  await verdict(app);
  await show(app, "files");
  const main = app.getByTestId("import-report");
  await expect(main).toContainText("3CX’s call reports name the extension only");
  await expect(main).toContainText("No figure is by number");
  await app.getByRole("button", { name: "FR", exact: true }).click();
  await expect(main).toContainText("demander au fournisseur du trunk");
});

test("axe finds nothing on the page of the files", async ({ app }) => {
  await choose(app, file("qualif.csv", results()));
  await verdict(app);
  await show(app, "files");
  await expect(app.getByTestId("conversions")).toBeVisible();
  const { violations } = await new AxeBuilder({ page: app }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
});
