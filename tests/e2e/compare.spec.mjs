// Two periods or two pools beside each other, with what chance could do, in plain words.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures.mjs";
import { show, verdict } from "./page.mjs";

const words = (page, id) => page.locator(`[data-kpi-compared="${id}"] [data-tested]:visible`);

test("two periods are compared figure by figure and number by number", async ({ app }) => {
  await app.getByTestId("sample-blacklisted").first().click();
  await verdict(app);
  await show(app, "compare");
  await expect(words(app, "answer_rate")).toContainText(/points? (lower|higher), (more than chance|within noise)/);
  await expect(words(app, "average_talk_time")).toContainText("not judged");
  const first = app.getByTestId("compared-numbers").locator("tbody tr").first();
  await expect(first).toContainText(/lower, more than chance/);
  await app.getByRole("button", { name: "Last 28 days against the 28 before" }).click();
  await expect.poll(() => new URL(app.url()).hash).toMatch(/^#compare\?vs=\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d,\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d$/);
  await app.goBack();
  await expect.poll(() => new URL(app.url()).hash).toBe("#compare");
  await first.getByRole("link").click();
  await expect(app.getByRole("heading", { level: 1 })).toContainText("62 00");
  await app.goBack();
  await expect(app.getByTestId("compare")).toBeVisible();
});

test("two pools are compared, and stand in the address without a name", async ({ app }) => {
  await app.getByTestId("sample-mixed").first().click();
  await verdict(app);
  await show(app, "compare");
  await app.getByRole("button", { name: "Two pools" }).click();
  await expect(app.getByTestId("compared").locator("thead th").nth(1)).toContainText("nergie");
  await expect(words(app, "answer_rate")).toContainText(/points? (lower|higher)/);
  expect(new URL(app.url()).hash).toMatch(/^#compare\?vs=[ctp][0-9a-f]{8},/);
});

test("the verdicts are French in French", async ({ app }) => {
  await app.getByTestId("language").getByText("FR").click();
  await app.getByTestId("sample-blacklisted").first().click();
  await verdict(app);
  await show(app, "compare");
  await expect(words(app, "answer_rate")).toContainText(/points? de (moins|plus), (au-delà du hasard|dans le bruit)/);
  await expect(app.getByTestId("compare")).not.toContainText(/within noise|more than chance|Two periods/);
});

for (const theme of ["light", "dark"]) {
  test(`the comparison is accessible, ${theme}`, async ({ app }) => {
    test.setTimeout(90_000);
    await app.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await app.getByTestId("sample-mixed").first().click();
    await verdict(app);
    await show(app, "compare");
    for (const what of ["Two periods", "Two pools"]) {
      await app.getByRole("button", { name: what }).click();
      await expect(app.getByTestId("compared")).toBeVisible();
      const { violations } = await new AxeBuilder({ page: app }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target)}`), what).toEqual([]);
    }
  });
}
