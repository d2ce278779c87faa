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

  test("no table is cut at the right in a wide window", async ({ app }) => {
    await app.setViewportSize({ width: 1440, height: 950 });
    await app.getByTestId("sample-mixed").first().click();
    await verdict(app);
    for (const view of ["numbers", "daily", "compare", "plan"]) {
      await show(app, view);
      const wraps = app.locator(".tablewrap:visible");
      await expect(wraps.first()).toBeVisible();
      const cut = await wraps.evaluateAll((wraps) => wraps.map((wrap) => wrap.scrollWidth - wrap.clientWidth));
      expect.soft(Math.max(...cut), view).toBeLessThanOrEqual(0);
    }
  });

  test("every part of the plan is in sight at a phone's width", async ({ app }) => {
    await app.setViewportSize({ width: 390, height: 844 });
    await app.getByTestId("sample-mixed").first().click();
    await verdict(app);
    await show(app, "plan");
    const parts = app.locator(".parts .seg");
    await expect(parts).toBeVisible();
    expect(await parts.evaluate((parts) => parts.scrollWidth - parts.clientWidth)).toBeLessThanOrEqual(0);
  });

  test("the comparison is read whole at a phone's width", async ({ app }) => {
    await app.setViewportSize({ width: 390, height: 844 });
    await app.getByTestId("sample-mixed").first().click();
    await verdict(app);
    await show(app, "compare");
    const table = app.getByTestId("compared");
    await expect(table).toBeVisible();
    const cut = await table.evaluate((table) => table.scrollWidth - table.parentElement.clientWidth);
    expect(cut).toBeLessThanOrEqual(0);
    // A figure's name and what is said of it: three lines at most.
    const heights = await app.locator('[data-testid^="compared"] tbody tr').evaluateAll((rows) => rows.map((row) => row.offsetHeight));
    expect(heights.length).toBeGreaterThan(20);
    expect(Math.max(...heights)).toBeLessThanOrEqual(72);
  });
});

for (const language of ["EN", "FR"]) {
  test(`opening the filter and setting it leave all below where it was, ${language}`, async ({ app }) => {
    await app.getByTestId("language").getByText(language, { exact: true }).click();
    await app.getByTestId("sample-mixed").first().click();
    await verdict(app);
    await show(app, "numbers");
    const places = () =>
      app.evaluate(() =>
        ["#filter-open", "#number-search", "[data-testid=numbers-table]"].map((part) => {
          const { x, y } = document.querySelector(part).getBoundingClientRect();
          return { part, x, y };
        }),
      );
    const before = await places();
    await app.locator("#filter-open").click();
    const panel = app.locator("#filter-panel");
    await expect(panel).toBeVisible();
    expect(await places(), "opened").toEqual(before);
    // All of it can be reached within the window.
    const foot = panel.getByRole("button").last();
    await expect(foot).toBeInViewport({ ratio: 1 });
    await panel.locator('[data-kind="campaign"]').getByLabel("Énergie").click();
    await panel.locator('[data-kind="line"] input').first().click();
    await panel.locator('[data-kind="zone"] input').first().click();
    await expect(app.locator("[data-filter]")).toHaveCount(3);
    await foot.click();
    await expect(panel).toHaveCount(0);
    expect(await places(), "set").toEqual(before);
    await app.getByTestId("filter-clear").click();
    await expect(app.locator("[data-filter]")).toHaveCount(0);
    expect(await places(), "cleared").toEqual(before);
    await app.locator("#numbers .seg button").nth(1).click();
    await expect(app.locator("#numbers .seg button").nth(1)).toHaveAttribute("aria-pressed", "true");
    expect(await places(), "a status").toEqual(before);
  });
}

test("a press that opens nothing moves nothing", async ({ page, open }) => {
  test.setTimeout(60_000);
  await page.addInitScript(() => {
    globalThis.shifted = 0;
    // Those that follow a press are counted, too.
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (globalThis.shifted += value))).observe({
      type: "layout-shift",
    });
  });
  const app = await open();
  await app.getByTestId("sample-mixed").first().click();
  await verdict(app);
  await expect(app.locator('[data-chart="talk_times"]')).not.toHaveAttribute("aria-busy");
  const still = async (what, press) => {
    const target = await press;
    await target.scrollIntoViewIfNeeded();
    await app.waitForTimeout(100);
    await app.evaluate(() => (globalThis.shifted = 0));
    await target.click();
    await app.waitForTimeout(600);
    expect.soft(await app.evaluate(() => globalThis.shifted), what).toBeLessThan(0.002);
  };
  await still("another subject", app.locator('[data-chart="answer_rate"] .panel-head .seg button').nth(1));
  await still("a chart", app.locator('[data-chart="answer_rate"] .cursor .main'));
  await still("done", app.getByTestId("verdict").getByRole("button", { name: "Handled" }).first());
  await still("copied", app.getByTestId("verdict").locator(".btn.primary").first());
  await still("sorted", app.locator('#numbers [data-sort="answer_rate"] button'));
  await show(app, "daily");
  await still("days sorted", app.locator('.daily [data-sort="answered"] button'));
  await show(app, "thresholds");
  await still("a preset", app.getByTestId("thresholds").locator(".choice").nth(1));
});
