// English and French, everywhere, at once and kept.
import { expect, test } from "./fixtures.mjs";
import { callLog, file } from "./logs.mjs";
import { choose, verdict } from "./page.mjs";

const spoken = (page) => page.evaluate(() => document.documentElement.lang);

test("the page follows the visitor's choice of language and keeps it", async ({ app, open }) => {
  await choose(app, file("calls.csv", callLog()));
  await verdict(app);
  expect(await spoken(app)).toBe("en");
  await expect(app.getByTestId("dashboard")).toContainText(/answer rate/i);
  const value = await app.locator('[data-kpi="answer_rate"]').first().getAttribute("data-value");

  await app.getByTestId("language").getByText("FR").click();
  expect(await spoken(app)).toBe("fr");
  await expect(app.getByTestId("dashboard")).toContainText(/taux de décroché/i);
  await expect(app.getByTestId("dashboard")).not.toContainText(/answer rate|voicemail rate|Act today/i);
  await expect(app.locator('[data-kpi="answer_rate"]').first()).toHaveAttribute("data-value", value);

  const fresh = await open();
  expect(await spoken(fresh)).toBe("fr");
  await fresh.getByTestId("language").getByText("EN").click();
  expect(await spoken(fresh)).toBe("en");
});

test("an error speaks the language of the page", async ({ app }) => {
  await choose(app, file("vide.csv", ""));
  await expect(app.getByTestId("error").first()).toContainText(/is empty/);
  await app.getByTestId("language").getByText("FR").click();
  await expect(app.getByTestId("error").first()).toContainText(/est vide/);
});

test.describe("with a French browser", () => {
  test.use({ locale: "fr-FR" });
  test("the page is French from the start", async ({ app }) => {
    expect(await spoken(app)).toBe("fr");
    await app.getByTestId("sample-blacklisted").first().click();
    await verdict(app);
    await expect(app.getByTestId("verdict")).toContainText(/01\s62\s00\s42\s04/);
    await expect(app.getByTestId("dashboard")).toContainText(/taux de décroché/i);
  });
});
