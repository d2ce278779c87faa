// No view is wider than the window: neither at a phone's width nor where the bar has least room, in the longer language.
import { expect, test } from "./fixtures.mjs";
import { show, verdict } from "./page.mjs";

const VIEWS = ["today", "numbers", "daily", "compare", "plan", "guide", "files", "thresholds"];

/** How many pixels the page is wider than its window. */
const excess = (page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

test.describe("in French", () => {
  test.use({ locale: "fr-FR" });

  for (const width of [390, 800, 950]) {
    test(`no view is wider than a window of ${width} pixels`, async ({ app }) => {
      test.setTimeout(60_000);
      await app.setViewportSize({ width, height: 844 });
      await app.getByTestId("sample-mixed").first().click();
      await verdict(app);
      for (const view of VIEWS) {
        await show(app, view);
        await expect(app.locator("main h1, main h2").first()).toBeVisible();
        expect.soft(await excess(app), view).toBeLessThanOrEqual(0);
      }
    });
  }

  test("the comparison is read whole at a phone's width", async ({ app }) => {
    await app.setViewportSize({ width: 390, height: 844 });
    await app.getByTestId("sample-mixed").first().click();
    await verdict(app);
    await show(app, "compare");
    const table = app.getByTestId("compared");
    await expect(table).toBeVisible();
    const cut = await table.evaluate((table) => table.scrollWidth - table.parentElement.clientWidth);
    expect(cut).toBeLessThanOrEqual(0);
  });
});
