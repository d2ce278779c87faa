// The command palette and the map of keys.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures.mjs";
import { callLog, file } from "./logs.mjs";
import { choose, verdict } from "./page.mjs";

test.skip(({ hasTouch }) => hasTouch, "a keyboard comes with a desktop");

const palette = (page) => page.getByRole("combobox", { name: /A view, a number|Une vue, un numéro/ });
const say = async (page, text) => {
  await page.keyboard.press("Control+k");
  await expect(palette(page)).toBeFocused();
  await page.keyboard.type(text);
};

test("views, numbers, filters, languages and actions are a few letters away", async ({ app }) => {
  await choose(app, file("calls.csv", callLog()));
  await verdict(app);
  await say(app, "daily table");
  await app.keyboard.press("Enter");
  await expect(app.getByTestId("daily-table")).toBeVisible();

  await say(app, "01 62 00 41 02");
  await expect(app.getByRole("listbox").getByRole("option").first()).toContainText("+33 1 62 00 41 02");
  await app.keyboard.press("Enter");
  await expect(app.getByRole("heading", { level: 1 })).toContainText("62 00 41 02");

  await say(app, "campaign mutuelle");
  await app.keyboard.press("Enter");
  await expect(app.locator('[data-filter="campaign"]')).toBeVisible();

  await say(app, "français");
  await app.keyboard.press("Enter");
  await expect.poll(() => app.evaluate(() => document.documentElement.lang)).toBe("fr");
  await say(app, "revenir à tous");
  await app.keyboard.press("Enter");
  await expect(app.locator('[data-filter="campaign"]')).toHaveCount(0);
});

test("arrows choose, Escape gives the keyboard back, nothing found is said", async ({ app }) => {
  await choose(app, file("calls.csv", callLog()));
  await verdict(app);
  await app.locator("#filter-open").focus();
  await say(app, "");
  await app.keyboard.press("ArrowDown");
  await expect(app.getByRole("listbox").getByRole("option", { selected: true })).toHaveText(/Numbers/);
  await app.keyboard.type("no such thing");
  await expect(app.getByRole("listbox")).toContainText("Nothing by that name");
  await app.keyboard.press("Escape");
  await expect(palette(app)).toHaveCount(0);
  await expect(app.locator("#filter-open")).toBeFocused();
});

test("the map of keys opens by its key, and single keys can be turned off", async ({ app }) => {
  await choose(app, file("calls.csv", callLog()));
  await verdict(app);
  await app.keyboard.press("?");
  const map = app.getByRole("dialog", { name: "Keyboard" });
  await expect(map).toContainText("Ctrl K");
  const { violations } = await new AxeBuilder({ page: app }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target)}`)).toEqual([]);
  await map.getByRole("checkbox").uncheck();
  await app.keyboard.press("Escape");
  await app.keyboard.press("?");
  await expect(map).toBeHidden();
  await app.keyboard.press("Control+k");
  await expect(palette(app)).toBeFocused();
  const open = await new AxeBuilder({ page: app }).analyze();
  expect(open.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target)}`)).toEqual([]);
});

test("a slash goes to the search of the table, and is a slash in a field", async ({ app }) => {
  await choose(app, file("calls.csv", callLog()));
  await verdict(app);
  await app.keyboard.press("/");
  await expect(app.locator("#number-search")).toBeFocused();
  await app.keyboard.press("/");
  await expect(app.locator("#number-search")).toHaveValue("/");
});
