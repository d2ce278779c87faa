// Choices that change how files are read: each reads them again, with the answer that it promises.
import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures.mjs";
import { callLog, file } from "./logs.mjs";
import { choose, report, show, verdict } from "./page.mjs";

/** What the page says once it has read everything again. */
const reread = async (page) => {
  await expect(page.getByTestId("progress")).toBeHidden();
  await show(page, "today");
  await verdict(page);
  return report(page);
};

const load = (page, text) =>
  page.getByTestId("settings-input").setInputFiles({ name: "settings.json", mimeType: "application/json", buffer: Buffer.from(text) });

test("settings that were saved are loaded, and judge as they did", async ({ app }) => {
  await choose(app, file("calls.csv", callLog({ perDay: 60 })));
  await verdict(app);
  await show(app, "thresholds");
  const limit = app.locator('[data-setting="kpis.answer_rate.high"]');
  await limit.fill("30");
  const [saved] = await Promise.all([app.waitForEvent("download"), app.getByRole("button", { name: "Save" }).click()]);
  const json = await readFile(await saved.path(), "utf8");
  await app.getByTestId("reset-thresholds").click();
  await expect(limit).toHaveValue("40");

  await load(app, json);
  await expect(limit).toHaveValue("30");
  expect((await reread(app)).kpis.answer_rate.zone).toBe("green");
});

test("a settings file that is none says why, and changes nothing", async ({ app }) => {
  await choose(app, file("calls.csv", callLog()));
  await verdict(app);
  await show(app, "thresholds");
  const limit = app.locator('[data-setting="kpis.answer_rate.high"]');
  for (const [text, why] of [
    ["date,number\n", "expected value"],
    ['{"kpis":{"answer_rate":{"low":90,"high":10}}}', "answer_rate"],
    ['{"kpis":{"answer_rate":{"low":-1,"high":10}}}', "percentage"],
  ]) {
    await load(app, text);
    await expect(app.locator(".toast")).toContainText(why);
    await expect(limit, text).toHaveValue("40");
  }
});

test("a country gives national numbers their prefix", async ({ app }) => {
  const national = callLog().replaceAll("+331", "01").replaceAll("+336", "06");
  await choose(app, file("calls.csv", national));
  await verdict(app);
  expect((await report(app)).numbers.map(({ number }) => number)).toEqual(["0162004101", "0162004102", "0162004103"]);
  await show(app, "thresholds");
  await app.getByLabel("Country").selectOption("FR");
  const { numbers, totals } = await reread(app);
  expect(numbers.map(({ number }) => number)).toEqual(["+33162004101", "+33162004102", "+33162004103"]);
  expect(totals.calls).toBe(600);
});

test("a time zone decides the day of a call written in UTC", async ({ app }) => {
  const rows = ["Started (UTC),Caller number,Called number,Status", "2026-01-05 23:30:00,+33162004101,+33639980001,Answered"];
  await choose(app, file("calls.csv", `${rows.join("\n")}\n`));
  await verdict(app);
  expect((await report(app)).days.map(({ day }) => day), "in Paris it is half past midnight").toEqual(["2026-01-06"]);
  await show(app, "thresholds");
  await app.getByLabel("Time zone").selectOption("America/New_York");
  expect((await reread(app)).days.map(({ day }) => day)).toEqual(["2026-01-05"]);
});

test("days that stand in two files count once, twice, or from the later file, as one chooses", async ({ app }) => {
  const first = callLog();
  const second = callLog({ perDay: 10 });
  await choose(app, file("first.csv", first), file("second.csv", second));
  await verdict(app);
  expect((await report(app)).totals.calls, "the same calls count once").toBe(600);

  for (const [choice, calls] of [["add", 900], ["replace", 300], ["same", 600]]) {
    await show(app, "files");
    const at = ["same", "add", "replace"].indexOf(choice);
    await app.locator("#overlap input").nth(at).check();
    const { totals, files } = await reread(app);
    expect(totals.calls, choice).toBe(calls);
    for (const { rows, counted, set_aside } of files) {
      expect(counted + Object.values(set_aside).reduce((sum, count) => sum + count, 0)).toBe(rows);
    }
  }
});
