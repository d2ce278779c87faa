// Axe finds nothing to mend on any view of the hardest sample, in either theme and language.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures.mjs";
import { callLog, file } from "./logs.mjs";
import { choose, show, verdict } from "./page.mjs";

const check = async (page, where) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target)}`), where).toEqual([]);
};

for (const theme of ["light", "dark"]) {
  for (const locale of ["en-GB", "fr-FR"]) {
    test.describe(locale, () => {
      test.use({ locale });
      test(`every view is accessible, ${theme}`, async ({ app }) => {
        test.setTimeout(90_000);
        await app.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
        await app.getByTestId("sample-mixed").first().click();
        await verdict(app);
        for (const view of ["today", "numbers", "daily", "compare", "files", "thresholds"]) {
          await show(app, view);
          await expect(app.locator("main h1, main h2").first()).toBeVisible();
          await check(app, view);
        }
        await show(app, "numbers");
        await app.locator('[data-testid="numbers-table"] [data-number] a').first().click();
        await expect(app.getByTestId("notes")).toBeVisible();
        await expect(app.locator('[data-chart="calendar"]')).not.toHaveAttribute("aria-busy");
        await check(app, "a number");
      });
    });
  }

  test(`an error is accessible, ${theme}`, async ({ app }) => {
    await app.emulateMedia({ colorScheme: theme });
    await choose(app, file("calls.csv", callLog()), file("empty.csv", ""));
    await verdict(app);
    await expect(app.getByTestId("error").first()).toBeVisible();
    await check(app, "with an error");
  });
}
