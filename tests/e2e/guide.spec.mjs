// The guide: playbooks, reading the figures, training; and how fresh the data is.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures.mjs";
import { callLog, file } from "./logs.mjs";
import { choose, show, verdict } from "./page.mjs";

const part = (page, name) => page.locator(`[data-part="${name}"]`).click();

const accessible = async (page, where) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target)}`), where).toEqual([]);
};

const sample = async (page, id) => {
  await page.getByTestId(`sample-${id}`).first().click();
  await verdict(page);
};

test("a finding leads to its playbook, in both languages", async ({ app }) => {
  await sample(app, "blacklisted");
  const finding = app.getByTestId("findings").locator('details[data-diagnosis="blacklisted"]').first();
  await finding.locator("[data-playbook]").click();
  const playbook = app.getByTestId("playbook");
  await expect(playbook).toHaveAttribute("data-diagnosis", "blacklisted");
  await expect(playbook.locator("h3")).toHaveText(["Today", "Tell, and escalate", "Recover", "Rest and warm up", "Keep it from coming back"]);
  await app.getByTestId("language").getByText("FR").click();
  await expect(playbook).toContainText("Prévenir, puis faire remonter");
  await expect(playbook).not.toContainText(/escalate|Recover/);
});

test("every diagnosis has its playbook", async ({ app }) => {
  await sample(app, "healthy");
  await show(app, "guide");
  const links = app.locator("[data-diagnosis].link");
  expect(await links.count()).toBeGreaterThanOrEqual(27);
  for (const link of await links.all()) {
    const id = await link.getAttribute("data-diagnosis");
    await link.click();
    const playbook = app.getByTestId("playbook");
    await expect(playbook).toHaveAttribute("data-diagnosis", id);
    expect(await playbook.locator("ol > li").count(), id).toBeGreaterThanOrEqual(8);
  }
});

test("old files are behind, and the dashboard says since when", async ({ app }) => {
  await choose(app, file("calls.csv", callLog()));
  await verdict(app);
  const fresh = app.getByTestId("freshness");
  await expect(fresh).toContainText("Answer rate, behind");
  await expect(fresh).toContainText(/up to 16.Jan, [\d,]+ working days missing/);
  await expect(fresh).toContainText("Reputation score, not in these files");
  await fresh.getByRole("link").click();
  await expect(app.locator('[data-kpi-tracking="answer_rate"]')).toHaveAttribute("data-fresh", "amber");
  await expect(app.getByTestId("tracking")).toContainText("real time");
});

test("yesterday's calls are fresh enough today", async ({ app }) => {
  const days = [];
  for (let back = 14; back >= 1; back -= 1) {
    const date = new Date(Date.now() - back * 86_400_000);
    days.push([date.getFullYear(), String(date.getMonth() + 1).padStart(2, "0"), String(date.getDate()).padStart(2, "0")]);
  }
  await choose(app, file("calls.csv", callLog({ days })));
  await verdict(app);
  await expect(app.getByTestId("freshness")).toContainText("Answer rate, fresh enough");
});

test("a case is shown without its verdict, answered and explained, to the last one", async ({ app }) => {
  test.setTimeout(120_000);
  await sample(app, "healthy");
  await show(app, "guide");
  await part(app, "training");
  await app.getByTestId("start-training").click();
  const training = app.getByTestId("training");
  const answers = [];
  for (;;) {
    await expect(app.getByTestId("check-diagnosis").or(app.getByTestId("training-done"))).toBeVisible({ timeout: 30_000 });
    if (await app.getByTestId("training-done").isVisible()) break;
    await expect(training.locator("[data-kpi]")).toHaveCount(7);
    await expect(training.locator(".change, [data-diagnosis]")).toHaveCount(0);
    await expect(app.getByTestId("check-diagnosis")).toBeDisabled();
    await app.locator('input[name="diagnosis"][value="nothing"]').check();
    await app.getByTestId("check-diagnosis").click();
    const explanation = app.getByTestId("explanation");
    const answer = await explanation.getAttribute("data-answer");
    await expect(explanation).toHaveAttribute("data-right", String(answer === "nothing"));
    await expect(explanation).toContainText(answer === "nothing" ? "Right." : "Not this time");
    answers.push(answer);
    await app.getByTestId("next-case").click();
  }
  expect(answers).toEqual(expect.arrayContaining(["nothing", "degrading", "blacklisted", "external_or_list"]));
  await expect(app.getByTestId("training-done")).toContainText(`1 right out of ${answers.length}`);
  // The user's own analysis was left alone.
  await show(app, "today");
  await verdict(app);
});

for (const theme of ["light", "dark"]) {
  test(`every part of the guide is accessible, ${theme}`, async ({ app }) => {
    test.setTimeout(90_000);
    await app.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await sample(app, "mixed");
    await show(app, "guide");
    for (const name of ["playbooks", "reading", "training"]) {
      await part(app, name);
      await accessible(app, name);
    }
    await app.getByTestId("start-training").click();
    await expect(app.getByTestId("check-diagnosis")).toBeVisible({ timeout: 30_000 });
    await accessible(app, "a case");
    await app.locator('input[name="diagnosis"]').first().check();
    await app.getByTestId("check-diagnosis").click();
    await expect(app.getByTestId("explanation")).toBeVisible();
    await accessible(app, "an answer");
  });
}
