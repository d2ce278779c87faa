// What stands in a closed fold is made after what is seen, but made: the browser's own search finds it.
import { expect, test } from "./fixtures.mjs";
import { report, verdict } from "./page.mjs";

/** Rows that stand open, by grade, and rows of a fold, as in app/views/alerts.rs. */
const OPEN = { confirmed: 6, probable: 4, within_noise: 0 };
const FOLDED = 60;

test("the folds of the alerts fill without being opened", async ({ app }) => {
  await app.getByTestId("sample-blacklisted").first().click();
  await verdict(app);
  const { alerts } = await report(app);
  const folded = Object.entries(OPEN).map(([grade, open]) => {
    const all = alerts.filter((alert) => alert.grade === grade).length;
    return { grade, open, all, made: Math.min(all, open + FOLDED) };
  });
  expect(folded.some(({ all, open }) => all > open)).toBe(true);
  const panel = app.getByTestId("alerts");
  for (const { grade, made } of folded) await expect(panel.locator(`li[data-grade="${grade}"]`)).toHaveCount(made);
  expect(await panel.locator("details[open]").count()).toBe(0);
});
