// Long tables: rows in sight only, real table semantics, sort, search, columns, copy to a spreadsheet.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures.mjs";
import { file } from "./logs.mjs";
import { choose, show, verdict } from "./page.mjs";

/** A daily table of many numbers: each answers a little better than the one before. */
const many = (numbers, days = 2) => {
  const rows = ["date,number,calls,answered,campaign"];
  for (let day = 1; day <= days; day += 1) {
    for (let at = 0; at < numbers; at += 1) {
      rows.push(`2026-01-0${day},+331620${String(at).padStart(5, "0")},100,${20 + (at % 60)},${at % 2 ? "=1+1" : "Plain"}`);
    }
  }
  return `${rows.join("\n")}\n`;
};
const table = (page) => page.getByTestId("numbers-table");
const rows = (page) => table(page).locator("tbody tr[data-number]");

test("of two thousand numbers only those in sight are in the document, and all can be reached", async ({ app }) => {
  await choose(app, file("daily.csv", many(2000)));
  await verdict(app);
  await show(app, "numbers");
  await expect(table(app)).toHaveAttribute("aria-rowcount", "2001");
  await expect.poll(() => rows(app).count()).toBeLessThan(90);
  await app.locator('[data-sort="number"] button').click();
  await expect(rows(app).first()).toHaveAttribute("data-number", "+33162000000");
  await expect(rows(app).first()).toHaveAttribute("aria-rowindex", "2");
  const region = app.locator(".tablewrap.windowed").first();
  await region.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await expect(rows(app).last()).toHaveAttribute("data-number", "+33162001999");
  await expect(rows(app).last()).toHaveAttribute("aria-rowindex", "2001");
  expect(await rows(app).count()).toBeLessThan(90);
  // The head stays over them.
  const [head, body] = await Promise.all([table(app).locator("thead th").first().boundingBox(), region.boundingBox()]);
  expect(Math.abs(head.y - body.y)).toBeLessThan(3);
});

test("the arrow keys go from number to number, past what is in the document", async ({ app }, { project }) => {
  test.skip(project.name === "phone", "a keyboard comes with a desktop");
  await choose(app, file("daily.csv", many(500)));
  await verdict(app);
  await show(app, "numbers");
  await app.locator('[data-sort="number"] button').click();
  await expect(rows(app).first()).toHaveAttribute("data-number", "+33162000000");
  await rows(app).first().locator("a").focus();
  for (let press = 0; press < 60; press += 1) {
    await app.keyboard.press("ArrowDown");
    await expect(app.locator(`tr[aria-rowindex="${press + 3}"] a`)).toBeFocused();
  }
  await app.keyboard.press("Enter");
  await expect(app.getByRole("heading", { level: 1 })).toContainText("62 00 00 60");
});

test("a search and an order are kept while the language changes, and the order stands in the address", async ({ app }) => {
  await choose(app, file("daily.csv", many(300)));
  await verdict(app);
  await show(app, "numbers");
  await app.locator("#number-search").fill("01 62 00 00 1");
  await expect(rows(app)).toHaveCount(10);
  await app.locator('[data-sort="answer_rate"] button').click();
  await expect(app.locator('[data-sort="answer_rate"]')).toHaveAttribute("aria-sort", "ascending");
  await expect.poll(() => new URL(app.url()).hash).toBe("#numbers?sort=answer_rate");
  await app.getByTestId("language").getByText("FR").click();
  await expect(rows(app)).toHaveCount(10);
  await expect(app.locator('[data-sort="answer_rate"]')).toHaveAttribute("aria-sort", "ascending");
});

test("hidden columns stay hidden at the next visit", async ({ app, open }, { project }) => {
  test.skip(project.name === "phone", "on a phone only three columns are shown");
  await choose(app, file("daily.csv", many(20)));
  await verdict(app);
  await show(app, "numbers");
  await app.locator("details.pop summary").click();
  await app.locator("details.pop").getByLabel("Voicemail").uncheck();
  await expect(app.locator('[data-sort="voicemail_rate"]')).toHaveCount(0);
  const fresh = await open();
  await choose(fresh, file("daily.csv", many(20)));
  await verdict(fresh);
  await expect(fresh.locator('[data-sort="voicemail_rate"]')).toHaveCount(0);
  await expect(fresh.locator('[data-sort="calls"]').first()).toBeVisible();
});

test("the table goes to a spreadsheet with all its rows and without a formula", async ({ app, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await choose(app, file("daily.csv", many(300)));
  await verdict(app);
  await show(app, "numbers");
  await app.getByTestId("copy-table").click();
  await expect(app.getByText("300 rows copied")).toBeVisible();
  const cells = (await app.evaluate(() => navigator.clipboard.readText())).trimEnd().split("\n").map((row) => row.split("\t"));
  expect(cells).toHaveLength(301);
  expect(new Set(cells.map((row) => row.length)).size).toBe(1);
  expect(cells.flat().filter((cell) => /^[=@-]/.test(cell) && !/^-?\d/.test(cell))).toEqual([]);
  expect(cells.flat()).toContain("'=1+1");
});

test("the daily table holds every row, in sight or not, either way round", async ({ app }) => {
  await choose(app, file("daily.csv", many(400, 9)));
  await verdict(app);
  await show(app, "daily");
  const daily = app.getByTestId("daily-rows");
  await expect(daily).toHaveAttribute("aria-rowcount", "3601");
  expect(await daily.locator("tbody tr[aria-rowindex]").count()).toBeLessThan(90);
  await expect(daily.locator('tr[aria-rowindex="2"]')).toContainText("9 Jan 2026");
  await app.locator('.daily [data-sort="date"] button').click();
  await expect(daily.locator('tr[aria-rowindex="2"]')).toContainText("1 Jan 2026");
});

test("the daily table is sorted by any column, with the keyboard, and says which", async ({ app }) => {
  await choose(app, file("daily.csv", many(60, 9)));
  await verdict(app);
  await show(app, "daily");
  const head = (id) => app.locator(`.daily [data-sort="${id}"]`);
  const first = app.getByTestId("daily-rows").locator('tr[aria-rowindex="2"]');
  await expect(head("date")).toHaveAttribute("aria-sort", "descending");
  await head("answered").getByRole("button").focus();
  await app.keyboard.press("Enter");
  await expect(head("answered")).toHaveAttribute("aria-sort", "descending");
  await expect(head("date")).not.toHaveAttribute("aria-sort");
  // Of equal ones the latest day first.
  await expect(first).toContainText("62 00 00 59");
  await expect(first).toContainText("9 Jan 2026");
  await app.keyboard.press("Enter");
  await expect(head("answered")).toHaveAttribute("aria-sort", "ascending");
  await expect(first).toContainText("62 00 00 00");
  await app.getByTestId("language").getByText("FR").click();
  await expect(head("answered")).toHaveAttribute("aria-sort", "ascending");
  await expect(head("number").getByRole("button")).toHaveText("Numéro");
  await head("number").getByRole("button").click();
  await expect(head("number")).toHaveAttribute("aria-sort", "ascending");
  await expect(first).toContainText("01 62 00 00 00");
});

test("the daily table is not cut at a phone's width, in the longer language", async ({ app }, { project }) => {
  test.skip(project.name === "desktop", "a phone's form");
  await app.getByTestId("language").getByText("FR").click();
  await app.getByTestId("sample-mixed").first().click();
  await verdict(app);
  await show(app, "daily");
  const table = app.getByTestId("daily-rows");
  await expect(table).toBeVisible();
  expect(await table.evaluate((table) => table.scrollWidth - table.parentElement.clientWidth)).toBeLessThanOrEqual(0);
});

test("long tables are accessible", async ({ app }) => {
  test.setTimeout(90_000);
  await choose(app, file("daily.csv", many(400)));
  await verdict(app);
  for (const view of ["numbers", "daily"]) {
    await show(app, view);
    const { violations } = await new AxeBuilder({ page: app }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target)}`), view).toEqual([]);
  }
});
