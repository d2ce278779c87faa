// What the page asks when a file cannot tell, and what it does with the answer.
import { expect, test } from "./fixtures.mjs";
import { callLog, file, swappableDays } from "./logs.mjs";
import { choose, report, show, verdict } from "./page.mjs";

const toFiles = async (page) => {
  await show(page, "files");
  await expect(page.getByTestId("import-report")).toBeVisible();
};
const back = (page) => show(page, "today");

test("dates with day and month that could be swapped are asked for, and the answer reads the file again", async ({ app }) => {
  const log = callLog({ days: swappableDays(), dated: ([year, month, day]) => `${day}/${month}/${year}` });
  await choose(app, file("swapped.csv", log));
  await verdict(app);
  const before = await report(app);
  expect(before.files[0].day_first).toBe("assumed");

  await toFiles(app);
  const question = app.getByTestId("import-report").locator(".question").first();
  await expect(question).toBeVisible();
  await question.getByRole("radio", { checked: false }).check();
  await question.getByRole("button").click();
  await expect(app.getByTestId("progress")).toBeHidden();
  await expect(question).toBeHidden();
  await back(app);
  await verdict(app);
  const after = await report(app);
  expect(after.files[0].day_first).toBe("chosen");
  expect(after.totals.calls).toBe(before.totals.calls);
  expect(after.period).not.toEqual(before.period);
});

test("dates above the twelfth answer for themselves", async ({ app }) => {
  await choose(app, file("french.csv", callLog({ dated: ([year, month, day]) => `${day}/${month}/${year}` })));
  await verdict(app);
  const { files, period } = await report(app);
  expect(files[0].day_first).toBe("yes");
  expect(period).toMatchObject({ from: "2026-01-05", to: "2026-01-16" });
});

test("a column given another meaning shows in the preview at once, is applied, and is remembered", async ({ app, open }) => {
  const log = file("calls.csv", callLog());
  await choose(app, log);
  await verdict(app);
  expect((await report(app)).kpis.average_talk_time.value).toBeCloseTo(90, 3);

  await toFiles(app);
  const preview = app.getByTestId("preview");
  await expect(preview.locator("tbody tr").first()).toContainText(/90|1:30/);
  await app.getByTestId("mapping").getByLabel(/Talk time \(s\)/).selectOption("ignore");
  await expect(preview.locator("tbody tr").first()).not.toContainText(/1:30/);
  await app.getByTestId("mapping").locator(".btn.primary").click();
  await expect(app.getByTestId("progress")).toBeHidden();
  await back(app);
  await verdict(app);
  expect((await report(app)).kpis.average_talk_time).toMatchObject({ value: null, n: 0, zone: "unknown" });

  const fresh = await open();
  await choose(fresh, log);
  await verdict(fresh);
  expect((await report(fresh)).kpis.average_talk_time.value, "the choice is remembered").toBeNull();
});

test("a word that nobody knows is asked for, and the answer reads the file again", async ({ app }) => {
  await choose(app, file("calls.csv", callLog().replaceAll("Rejected", "Blip")));
  await verdict(app);
  expect((await report(app)).totals).toMatchObject({ calls: 600, unclassified: 60, rejected: null });
  await toFiles(app);
  await app.getByTestId("import-report").getByLabel("Meaning of Blip").selectOption("rejected");
  await app.locator("#words .btn.primary").click();
  await expect(app.getByTestId("progress")).toBeHidden();
  await back(app);
  await verdict(app);
  expect((await report(app)).totals).toMatchObject({ calls: 600, unclassified: 0, rejected: 60 });
});
