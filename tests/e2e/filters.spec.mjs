// Filters: by days, campaign, team, agent, prefix, line and zone; all views follow, one press clears, Back undoes.
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures.mjs";
import { callLog, file } from "./logs.mjs";
import { choose, download, kpi, report, show, verdict } from "./page.mjs";

const count = (page) => page.getByTestId("filter-count");
const panel = async (page) => {
  if ((await page.locator("#filter-open").getAttribute("aria-expanded")) === "false") await page.locator("#filter-open").click();
  return page.locator("#filter-panel");
};
/** Ticks a choice by its group and its name. */
const tick = async (page, kind, name) => (await panel(page)).locator(`[data-kind="${kind}"]`).getByLabel(name).click();
const chip = (page, kind) => page.locator(`[data-filter="${kind}"]`);

test("an agent’s calls are his own, in every figure, and what is not counted per agent is said", async ({ app }) => {
  await choose(app, file("calls.csv", callLog()));
  await verdict(app);
  await expect(count(app)).toContainText("3 numbers, 600 calls");
  await tick(app, "agent", "Camille");
  await expect(count(app)).toHaveText("3 of 3 numbers, 300 of 600 calls");
  // Camille has every second call: of each ten, two answered, one rang out, one rejected, one answered.
  expect(await kpi(app, "answer_rate")).toBeCloseTo(60, 3);
  await app.getByRole("button", { name: "Limits of the filter" }).click();
  await expect(app.getByTestId("filter-note")).toBeVisible();
  await expect(app.getByTestId("filter-note")).toContainText("Per agent");
  await app.keyboard.press("Escape");
  await expect(app.getByTestId("filter-note")).toBeHidden();
  // What is exported holds all calls.
  expect((await report(app)).totals.calls).toBe(600);
  await chip(app, "agent").click();
  await expect(count(app)).toContainText("600 calls");
  expect(await kpi(app, "answer_rate")).toBeCloseTo(40, 3);
  await expect(app.locator("#filter-open")).toBeFocused();
});

test("days are chosen by their fields, and Back undoes each choice", async ({ app }) => {
  await choose(app, file("calls.csv", callLog()));
  await verdict(app);
  const fields = await panel(app);
  await fields.locator('input[name="from"]').fill("2026-01-12");
  await expect(count(app)).toHaveText("3 of 3 numbers, 300 of 600 calls");
  await app.waitForTimeout(800); // a later choice is an entry of its own
  await tick(app, "line", "Mobile");
  await expect(chip(app, "line")).toBeVisible();
  expect(new URL(app.url()).hash).toBe("#today?days=2026-01-12..2026-01-16&line=mobile");
  await app.goBack();
  await expect(chip(app, "line")).toHaveCount(0);
  await expect(chip(app, "days")).toBeVisible();
  await app.goBack();
  await expect(count(app)).toContainText("600 calls");
  await app.goForward();
  await expect(count(app)).toHaveText("3 of 3 numbers, 300 of 600 calls");
});

test("every view follows the filter, and the address never names anybody", async ({ app }) => {
  await app.getByTestId("sample-mixed").first().click();
  await verdict(app);
  await tick(app, "campaign", "Énergie");
  await expect(count(app)).toContainText(/^8 of 24 numbers/);
  const address = decodeURIComponent(app.url());
  expect(address).toMatch(/#today\?campaign=[0-9a-f]{8}$/);
  expect(address).not.toContain("nergie");
  await show(app, "numbers");
  await expect(app.locator("[data-testid=numbers-table] [data-number]")).toHaveCount(8);
  await show(app, "daily");
  await expect(app.getByTestId("daily-table").getByRole("status").first()).toContainText(/\d rows/);
  await expect(app.getByTestId("filter-count")).toContainText(/^8 of 24 numbers/);
  await app.getByTestId("filter-clear").click();
  await expect(count(app)).toContainText("All calls: 24 numbers");
});

test("a zone leaves its numbers; a choice that leaves nothing says so", async ({ app }) => {
  await app.getByTestId("sample-mixed").first().click();
  await verdict(app);
  await tick(app, "zone", "Watch");
  await expect(count(app)).toContainText(/^1 of 24 numbers/);
  const fields = await panel(app);
  await fields.locator('input[name="from"]').fill("2025-12-20");
  await fields.locator('input[name="to"]').fill("2025-12-20");
  await expect(count(app)).toHaveText(/Nothing is left/);
});

test("a linked view opens as soon as there is something to show, and unknown parts are left out", async ({ open }) => {
  const page = await open("./#numbers?days=2026-01-05..2026-01-09&line=boat&who=knows&campaign=zz");
  await choose(page, file("calls.csv", callLog()));
  await expect(page.getByTestId("numbers-table")).toBeVisible({ timeout: 15_000 });
  await expect(count(page)).toHaveText("3 of 3 numbers, 300 of 600 calls");
  expect(new URL(page.url()).hash).toBe("#numbers?days=2026-01-05..2026-01-09");
});

test("the keyboard alone sets a filter and takes it back, in French", async ({ app }) => {
  await app.getByTestId("language").getByText("FR").click();
  await choose(app, file("calls.csv", callLog()));
  await verdict(app);
  await app.locator("#filter-open").focus();
  await app.keyboard.press("Enter");
  await app.locator('#filter-panel [data-kind="agent"] input').first().focus();
  await app.keyboard.press("Space");
  await expect(count(app)).toHaveText("3 numéros sur 3, 300 appels sur 600");
  await app.keyboard.press("Escape");
  await expect(app.locator("#filter-panel")).toHaveCount(0);
  await expect(app.locator("#filter-open")).toBeFocused();
  await app.keyboard.press("Tab"); // the link to this view
  await app.keyboard.press("Tab");
  await expect(chip(app, "agent")).toBeFocused();
  await app.keyboard.press("Enter");
  await expect(count(app)).toContainText("Tous les appels");
});

test("the panel closes at a press elsewhere, at the keyboard elsewhere, and at another view", async ({ app }) => {
  await choose(app, file("calls.csv", callLog()));
  await verdict(app);
  await show(app, "numbers");
  const opened = await panel(app);
  await opened.locator("input").first().focus();
  await app.mouse.click(4, 400); // beside the panel, where nothing is
  await expect(opened).toHaveCount(0);
  await panel(app);
  await opened.getByRole("button").last().focus();
  await app.keyboard.press("Tab");
  await expect(opened).toHaveCount(0);
  // Not under the panel, where nobody would see it.
  await expect(app.locator(":focus")).toBeVisible();
  await panel(app);
  await app.locator("#filter-open").focus();
  await app.keyboard.press("Escape");
  await expect(opened).toHaveCount(0);
  await expect(app.locator("#filter-open")).toBeFocused();
});

for (const theme of ["light", "dark"]) {
  test(`bar and panel are accessible, ${theme}`, async ({ app }) => {
    test.setTimeout(90_000);
    await app.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await app.getByTestId("sample-mixed").first().click();
    await verdict(app);
    await tick(app, "line", "Mobile");
    await expect(chip(app, "line")).toBeVisible();
    await panel(app);
    const { violations } = await new AxeBuilder({ page: app }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target)}`)).toEqual([]);
  });
}

test("a link to a number holds the number only when it is asked for, and says so", async ({ app, open, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await choose(app, file("calls.csv", callLog()));
  await verdict(app);
  await app.locator('[data-testid="numbers-table"] [data-number="+33162004102"] a').first().click();
  await expect(app.getByRole("heading", { level: 1 })).toContainText("62 00 41 02");
  expect(new URL(app.url()).hash).toBe("#number");
  await app.getByTestId("copy-link").click();
  await expect(app.getByText(/holds this phone number in plain text/)).toBeVisible();
  const link = await app.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/#number\?n=p33162004102$/);
  await app.goto("about:blank"); // else only the address would change
  const fresh = await open(new URL(link).hash.replace(/^/, "./"));
  await choose(fresh, file("calls.csv", callLog()));
  await expect(fresh.getByRole("heading", { level: 1 })).toContainText("62 00 41 02", { timeout: 15_000 });
  expect(new URL(fresh.url()).hash).toBe("#number");
});

for (const [language, hours, talk] of [
  ["EN", "When people pick up", /not counted by agent/],
  ["FR", "Quand les gens décrochent", /pas comptée par agent/],
]) {
  test(`a chart that a filter cannot show says why in its place, ${language}`, async ({ app }) => {
    await app.getByTestId("language").getByText(language, { exact: true }).click();
    await choose(app, file("calls.csv", callLog()));
    await verdict(app);
    await expect(app.locator('[data-chart="hour_map"]')).toBeVisible();
    await expect(app.locator("[data-instead]")).toHaveCount(0);
    await tick(app, "agent", "Camille");
    const instead = (id) => app.locator(`[data-instead="${id}"]`);
    await expect(instead("hour_map")).toContainText(hours);
    await expect(app.locator('[data-chart="hour_map"]')).toBeHidden();
    await expect(instead("talk_times")).toContainText(talk);
    await chip(app, "agent").click();
    await expect(app.locator('[data-chart="hour_map"]')).toBeVisible();
    await expect(app.locator("[data-instead]")).toHaveCount(0);
  });

  test(`files that hold all calls say so where they are saved, while a filter is on, ${language}`, async ({ app }) => {
    await app.getByTestId("language").getByText(language, { exact: true }).click();
    await choose(app, file("calls.csv", callLog()));
    await verdict(app);
    const [json, daily] = [app.getByTestId("export-json"), app.getByTestId("export-daily-csv")];
    const places = async () => [(await json.boundingBox()).x, (await daily.boundingBox()).x];
    await expect(json).toHaveText(/^(Report|Rapport) \(JSON\)$/);
    const before = await places();
    await tick(app, "agent", "Camille");
    await app.keyboard.press("Escape");
    await expect(json).toHaveText(language === "EN" ? "Report (all)" : "Rapport (tout)");
    await expect(daily).toHaveText(language === "EN" ? "Daily (all)" : "Relevé (tout)");
    await expect(json).toHaveAttribute("title", /all calls|tous les appels/);
    expect(await places()).toEqual(before);
    expect(JSON.parse(await download(app, "export-json")).totals.calls).toBe(600);
    await expect(app.locator(".toast")).toHaveText(language === "EN" ? /^Saved with all calls/ : /^Enregistré avec tous les appels/);
    await app.getByTestId("share").first().click();
    await expect(app.getByRole("button", { name: language === "EN" ? "Report of all calls" : "Rapport de tous les appels" })).toBeVisible();
    await expect(app.getByRole("button", { name: language === "EN" ? "Daily table of all calls" : "Relevé quotidien de tous les appels" })).toBeVisible();
  });

  test(`alerts that a filter or a threshold changes are said, ${language}`, async ({ app }) => {
    await app.getByTestId("language").getByText(language, { exact: true }).click();
    await app.getByTestId("sample-mixed").first().click();
    await verdict(app);
    const said = app.getByTestId("alerts-said");
    await expect(said).toBeEmpty();
    await tick(app, "campaign", "Énergie");
    await expect(said).toHaveText(/^(Alerts now: \d+ confirmed, \d+ probable|Alertes à présent\u00a0: \d+ confirmées?, \d+ probables?)\.$/);
    const first = await said.textContent();
    await app.getByTestId("filter-clear").click();
    await expect(said).not.toHaveText(first);
    await show(app, "thresholds");
    const all = await said.textContent();
    await app.locator('[data-setting="watch.drop_24h_points"]').fill("30");
    await expect(said).not.toHaveText(all);
  });
}
