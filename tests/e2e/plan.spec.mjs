// The plan: loads and roles, calendar, losses, agents, calling practice.
import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures.mjs";
import { callLog, file } from "./logs.mjs";
import { choose, download, show, verdict } from "./page.mjs";

const part = (page, name) => page.locator(`[data-part="${name}"]`).click();

const accessible = async (page, where) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target)}`), where).toEqual([]);
};

const plan = async (page, ...files) => {
  await choose(page, ...files);
  await verdict(page);
  await show(page, "plan");
  await expect(page.getByTestId("plan-summary")).toBeVisible();
};

test("a lower cap asks for more numbers, at once", async ({ app }) => {
  await plan(app, file("calls.csv", callLog({ perDay: 60 })));
  await expect(app.getByTestId("roles-table").locator("tbody tr")).toHaveCount(3);
  const summary = app.getByTestId("plan-summary");
  await expect(summary).toContainText("180 calls a day on 3 numbers: 60 each, for a cap of 100");
  await app.locator('[data-setting="watch.volume_cap"]').fill("40");
  await expect(summary).toContainText("for a cap of 40");
  await expect(app.getByTestId("roles-table")).toContainText("Over the cap");
});

test("a role that is chosen moves the calls, keeps the keyboard where it is, and survives a reload", async ({ app, open }) => {
  await plan(app, file("calls.csv", callLog({ perDay: 60 })));
  const role = (page, number) => page.locator(`tr[data-number="${number}"] select`);
  await role(app, "+33162004101").focus();
  await role(app, "+33162004101").selectOption("resting");
  await expect(role(app, "+33162004101")).toBeFocused();
  await expect(app.getByTestId("plan-summary")).toContainText("60 calls a day that move");
  await expect(app.getByTestId("plan-summary")).toHaveAttribute("data-missing", "1");
  await expect(app.getByTestId("calendar").locator("tbody tr")).toHaveCount(2);

  await app.getByTestId("add-number").fill("+33 1 62 00 41 99");
  await app.getByTestId("add-number").press("Enter");
  await expect(role(app, "+33162004199")).toHaveValue("spare");
  await expect(app.getByTestId("plan-summary")).toContainText("1 spare takes its part");

  const fresh = await open();
  await plan(fresh, file("calls.csv", callLog({ perDay: 60 })));
  await expect(role(fresh, "+33162004101")).toHaveValue("resting");
  await role(fresh, "+33162004101").selectOption("");
  await expect(fresh.getByTestId("plan-summary")).toContainText("No number has to stop");
});

test("what is no phone number is refused in words", async ({ app }) => {
  await plan(app, file("calls.csv", callLog()));
  await app.getByTestId("add-number").fill("Camille");
  await app.getByTestId("add-number").press("Enter");
  await expect(app.locator(".refused", { hasText: "digits" })).toBeVisible();
  await expect(app.getByTestId("roles-table").locator("tbody tr")).toHaveCount(3);
});

test("roles and calendar can be taken away", async ({ app }) => {
  await app.getByTestId("sample-blacklisted").first().click();
  await verdict(app);
  await show(app, "plan");
  const roles = await download(app, "export-roles");
  expect(roles.split("\n")[0]).toBe("number,role,chosen,advice,pool,calls_per_day,calls_per_day_after,rest_from,rest_until,warm_up_from");
  expect(roles).toMatch(/^\+33\d{9},active,no,rest,/m);
  const calendar = await download(app, "export-ics");
  expect(calendar).toContain("BEGIN:VCALENDAR");
  expect(calendar).toContain("SUMMARY:Rest: +33");
  expect(calendar.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
});

test("a worth turns lost conversions into money, in the way of the language", async ({ app }) => {
  await app.getByTestId("sample-blacklisted").first().click();
  await verdict(app);
  await show(app, "plan");
  await part(app, "lost");
  const lost = app.getByTestId("lost");
  expect(Number(await lost.getAttribute("data-conversations"))).toBeGreaterThan(10);
  await expect(lost).not.toContainText("€");
  await app.getByTestId("value-per-conversion").fill("85");
  await app.getByTestId("value-per-conversion").blur();
  await expect(lost).toContainText(/€[\d,]+/);
  await app.getByTestId("language").getByText("FR").click();
  await expect(lost).toContainText(/\d\s€/);
  await expect(lost).toContainText("Ce que les baisses ont coûté");
});

test("a healthy account has lost nothing, and its agents stay within chance", async ({ app }) => {
  await app.getByTestId("sample-healthy").first().click();
  await verdict(app);
  await show(app, "plan");
  await part(app, "lost");
  await expect(app.getByTestId("lost")).toContainText("nothing was lost");
  await part(app, "agents");
  const rows = app.getByTestId("agents").locator("tbody tr");
  expect(await rows.count()).toBeGreaterThan(10);
  await expect(app.getByTestId("agents").locator("tbody")).not.toContainText("stands out");
});

test("calls outside the hours are counted, and attempts per person once they are asked for", async ({ app }) => {
  await plan(app, file("calls.csv", callLog()));
  await part(app, "practice");
  await expect(app.getByTestId("plan")).toContainText("Choose whose rules");
  await app.locator('input[name="practice"][value="france"]').check();
  const found = app.getByTestId("practice-found");
  // Of each ten calls one is made at 9 and one at 13.
  await expect(found.locator("tbody tr").nth(1)).toContainText("120");
  await expect(found).toContainText("not counted yet");

  await app.getByTestId("count-attempts").click();
  const people = app.getByTestId("people-over");
  await expect(people).toContainText("20 of 20 people called more than 4 times within 30 days; at most 30 times", { timeout: 20_000 });
  await app.getByTestId("attempts-limit").fill("19");
  await app.getByTestId("attempts-limit").blur();
  await expect(people).toHaveAttribute("data-over", "20");
  await expect(app.getByTestId("practice-rules")).toContainText("no longer the rules as published");

  await app.locator('input[name="practice"][value="united_states"]').check();
  await expect(found.locator("tbody tr").nth(1)).toContainText("none");
  await expect(found).toContainText("no limit set");
});

test("a daily table does not say who was called", async ({ app }) => {
  const rows = ["date,number,calls,answered", "2026-01-05,+33162004101,50,20", "2026-01-06,+33162004101,50,20"];
  await choose(app, file("daily.csv", rows.join("\n") + "\n"));
  await verdict(app);
  await show(app, "plan");
  await part(app, "practice");
  await app.getByTestId("count-attempts").click();
  await expect(app.getByTestId("attempts")).toContainText("There is no file of single calls");
});

test("rules, values and roles travel with the settings", async ({ app }) => {
  await plan(app, file("calls.csv", callLog()));
  await part(app, "practice");
  await app.locator('input[name="practice"][value="france"]').check();
  await show(app, "thresholds");
  const [saved] = await Promise.all([app.waitForEvent("download"), app.getByRole("button", { name: "Save" }).first().click()]);
  const { planning } = JSON.parse(await readFile(await saved.path(), "utf8"));
  expect(planning.practice).toMatchObject({ preset: "france", attempts: 4, attempts_days: 30 });
});

for (const theme of ["light", "dark"]) {
  test(`every part of the plan is accessible, ${theme}`, async ({ app }) => {
    test.setTimeout(90_000);
    await app.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await app.getByTestId("sample-mixed").first().click();
    await verdict(app);
    await show(app, "plan");
    for (const name of ["numbers", "lost", "agents", "practice"]) {
      await part(app, name);
      if (name === "practice") {
        await app.locator('input[name="practice"]').first().check();
        await app.getByTestId("count-attempts").click();
        await expect(app.getByTestId("people-over")).toBeVisible({ timeout: 30_000 });
      }
      await accessible(app, name);
    }
  });
}
