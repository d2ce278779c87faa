// A number that no tool has read gets an estimated score: called so wherever it stands, and never a KPI.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures.mjs";
import { callLog, file } from "./logs.mjs";
import { choose, show, verdict } from "./page.mjs";

test("an unread number has an estimated score with its parts, and no measured one", async ({ app }) => {
  await choose(app, file("calls.csv", callLog()));
  await verdict(app);
  await show(app, "numbers");
  await app.locator("tr[data-number] a.num").first().click();
  await expect(app.locator('[data-kpi="reputation_score"]').first()).toHaveAttribute("data-value", "");
  const panel = app.getByTestId("estimated-score");
  // 40 % answered: 80 of 100; 10 % rejected: 65; 90 s of talk: 100; its age is not known.
  await expect(panel).toHaveAttribute("data-value", /^80\.\d+$/);
  await expect(panel.getByRole("heading")).toHaveText("Estimated score: 80 out of 100");
  await expect(panel.locator("tbody tr")).toHaveCount(4);
  await expect(panel.locator("tbody tr").last()).toContainText("not measured");
  await panel.locator("summary").click();
  await expect(panel).toContainText("drawn towards that of the number’s pool");
  const { violations } = await new AxeBuilder({ page: app }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target)}`)).toEqual([]);
  await app.getByTestId("language").first().click();
  await expect(panel.getByRole("heading")).toHaveText("Score estimé\u{a0}: 80 sur 100");
});

test("a number that a tool has read has no estimate", async ({ app }) => {
  const readings = "number,date,score\n+33162004101,2026-01-16,71\n";
  await choose(app, file("calls.csv", callLog()), file("scores.csv", readings));
  await verdict(app);
  await show(app, "numbers");
  await app.locator('tr[data-number="+33162004101"] a.num').click();
  await expect(app.locator('[data-kpi="reputation_score"]').first()).toHaveAttribute("data-value", "71");
  await expect(app.getByTestId("estimated-score")).toHaveCount(0);
});
