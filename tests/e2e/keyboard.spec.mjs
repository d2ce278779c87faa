// The main road without a mouse.
import { expect, test } from "./fixtures.mjs";
import { report, verdict } from "./page.mjs";

/** Presses Tab (or Shift+Tab) until the element has the focus. */
const tabTo = async (page, target, key = "Tab") => {
  const handle = await target.elementHandle();
  for (let presses = 0; presses < 300; presses += 1) {
    await page.keyboard.press(key);
    if (await handle.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`no number of ${key} leads there`);
};

/** Something shows where the focus is. */
const focusIsSeen = (target) =>
  expect
    .poll(() => target.evaluate((element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
    }))
    .toBe(true);

for (const locale of ["en-GB", "fr-FR"]) {
  test.describe(locale, () => {
    test.use({ locale });
    test("from a sample to the verdict, to a number and to the files by keyboard alone", mainPath);
  });
}

async function mainPath({ app }, { project }) {
  test.skip(project.name === "phone", "a keyboard comes with a desktop");
  test.setTimeout(180_000); // hundreds of presses
  const sample = app.getByTestId("sample-blacklisted").first();
  await tabTo(app, sample);
  await focusIsSeen(sample);
  await app.keyboard.press("Enter");
  await verdict(app);

  const [first] = (await report(app)).numbers;
  const row = app.locator(`[data-testid="numbers-table"] [data-number="${first.number}"]`).first();
  const link = row.locator("a, button").first();
  await tabTo(app, link);
  await focusIsSeen(link);
  await app.keyboard.press("Enter");
  await expect(app.getByTestId("numbers-table")).toBeHidden();
  await tabTo(app, app.locator('nav a[href="#files"]').first(), "Shift+Tab");
  await app.keyboard.press("Enter");
  await expect(app.getByTestId("import-report")).toBeVisible();
}
