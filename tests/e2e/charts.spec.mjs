// The charts: each is drawn after the first paint, is read with the keyboard, has the same figures as a table, and is
// saved as SVG, PNG and CSV. Days are chosen with a brush, on any of them.
import { readFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures.mjs";
import { callLog, file } from "./logs.mjs";
import { choose, report, verdict } from "./page.mjs";

const ON_THE_DASHBOARD = [
  "answer_rate",
  "day_map",
  "hour_map",
  "scatter",
  "calendar",
  "before_after",
  "funnel",
  "talk_times",
];
const ON_A_NUMBER = ["answer_rate", "peers", "scores", "volume", "before_after", "talk_times", "hour_map", "calendar"];

const chart = (page, id) => page.locator(`[data-chart="${id}"]`);
const cursor = (page, id) => chart(page, id).getByRole("slider");

/** Opens a sample and waits until all charts are drawn. */
const sample = async (page, name, ids = ON_THE_DASHBOARD) => {
  await page.getByTestId(`sample-${name}`).first().click();
  await verdict(page);
  await drawn(page, ids);
};

const drawn = async (page, ids) => {
  for (const id of ids) await expect(chart(page, id).locator(".main svg").first()).toBeVisible();
};

/** The first number that needs someone, opened. */
const openNumber = async (page) => {
  await page.getByTestId("verdict").locator("a.num").first().click();
  await drawn(page, ON_A_NUMBER);
};

const save = async (page, id, kind) => {
  const button = chart(page, id).locator(`[data-save="${kind}"]`);
  const [got] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: got.suggestedFilename(), bytes: await readFile(await got.path()) };
};

const plain = (text) => text.replace(/[\u00a0\u202f]/g, " ");

test.describe.configure({ timeout: 120_000 });

test("every chart is reached and read with the keyboard alone", async ({ app }) => {
  await sample(app, "mixed");
  for (const id of ON_THE_DASHBOARD) {
    const at = cursor(app, id);
    await at.focus();
    await app.keyboard.press("ArrowRight");
    const first = await at.getAttribute("aria-valuetext");
    for (const key of ["Home", "ArrowRight", "ArrowRight", "ArrowDown"]) await app.keyboard.press(key);
    const second = await at.getAttribute("aria-valuetext");
    expect(first, id).toMatch(/\d/);
    expect(second, id).toMatch(/\d/);
    expect(second, id).not.toBe(first);
    await expect(chart(app, id).locator(".read-out")).toHaveText(second);
    await expect(chart(app, id).locator(".read-out")).toBeVisible();
    await app.keyboard.press("Escape");
  }
});

test("a chart's table holds what its cursor says", async ({ app }) => {
  await sample(app, "mixed");
  const main = chart(app, "answer_rate");
  await cursor(app, "answer_rate").focus();
  await app.keyboard.press("End");
  const said = plain(await cursor(app, "answer_rate").getAttribute("aria-valuetext"));
  const [, day, rate, answered, calls] = said.match(/^(.+?): ([\d.]+) % \(.+?\), ([\d,]+) of ([\d,]+) calls/);
  await main.getByRole("button", { name: "As a table" }).click();
  const row = main.locator("table tbody tr").first();
  const cells = (await row.locator("th, td").allTextContents()).map(plain);
  expect(cells.slice(0, 4)).toEqual([day, calls, answered, `${rate} %`]);
});

test("figures and drawings are saved, without a request", async ({ app }, info) => {
  test.skip(info.project.name === "phone", "a file is as wide on a phone");
  await sample(app, "mixed");
  const csv = await save(app, "answer_rate", "CSV");
  expect(csv.name).toBe("ringwell-answer-rate.csv");
  const [head, ...rows] = csv.bytes.toString("utf8").trim().split("\n");
  expect(head).toMatch(/^Day,Calls,Answered,Answer rate,/);
  await chart(app, "answer_rate").getByRole("button", { name: "As a table" }).click();
  expect(rows).toHaveLength(await chart(app, "answer_rate").locator("tbody tr").count());
  expect(rows[0]).toMatch(/^2026-02-16,\d+,\d+,[\d.]+,[\d.]+,[\d.]+/);
  for (const id of ON_THE_DASHBOARD) {
    const svg = (await save(app, id, "SVG")).bytes.toString("utf8");
    expect(svg, id).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="960"/);
    expect(svg, id).toContain((await chart(app, id).locator("h2").textContent()).replaceAll("’", "’"));
    expect(svg, id).not.toContain("class=");
    expect(svg, id).toMatch(/fill="rgba?\(/);
    expect(svg, id).not.toMatch(/oklab|color-mix|var\(/);
  }
  const png = (await save(app, "day_map", "PNG")).bytes;
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.readUInt32BE(16)).toBe(1920);
  expect(png.length).toBeGreaterThan(10_000);
});

test("days chosen on one chart are chosen on all, and let go again", async ({ app }, info) => {
  await sample(app, "blacklisted");
  const calls = () => app.locator("[data-card-days]").first().textContent();
  const all = await calls();
  await cursor(app, "answer_rate").focus();
  await app.keyboard.press("End");
  for (let day = 0; day < 6; day += 1) await app.keyboard.press("Shift+ArrowLeft");
  await expect(chart(app, "answer_rate").locator(".sel")).toHaveCount(1);
  await expect(chart(app, "day_map").locator(".sel")).toHaveCount(1);
  await expect(chart(app, "calendar").locator(".sel-cell")).toHaveCount(7);
  await expect(chart(app, "funnel").locator(".sub")).toContainText("Chosen days");
  await expect.poll(calls).not.toBe(all);
  await expect(cursor(app, "answer_rate")).toBeFocused();
  await app.keyboard.press("Escape");
  await expect(app.locator(".sel, .sel-cell")).toHaveCount(0);
  await expect.poll(calls).toBe(all);

  if (info.project.name === "phone") return;
  const place = await chart(app, "answer_rate").locator(".main").boundingBox();
  await app.mouse.move(place.x + place.width * 0.5, place.y + 80);
  await app.mouse.down();
  await app.mouse.move(place.x + place.width * 0.7, place.y + 80, { steps: 4 });
  await app.mouse.up();
  await expect(chart(app, "answer_rate").locator(".sel")).toHaveCount(1);
  await chart(app, "calendar").locator(".chosen").click();
  await expect(app.locator(".sel, .sel-cell")).toHaveCount(0);
});

test("what is not in the files is said, and nothing is drawn in its place", async ({ app }) => {
  const days = ["05", "06", "07", "08", "09"].map((day) => ["2026", "01", day]);
  await choose(app, file("calls.csv", callLog({ days })));
  await verdict(app);
  await drawn(app, ["answer_rate", "day_map", "hour_map", "calendar", "talk_times"]);
  await cursor(app, "funnel").focus();
  await app.keyboard.press("Home");
  await app.keyboard.press("ArrowDown");
  await app.keyboard.press("ArrowDown");
  await app.keyboard.press("ArrowDown");
  await expect(cursor(app, "funnel")).toHaveAttribute("aria-valuetext", /Converted.*Not in these files/);
  // Five days have none before them: there is nothing to compare.
  await expect(chart(app, "before_after")).toBeHidden();
});

test("numbers come by the page on the map of days", async ({ app }) => {
  const rows = ["date,number,calls,answered"];
  for (let day = 5; day < 10; day += 1)
    for (let at = 0; at < 30; at += 1)
      rows.push(`2026-01-0${day},+331620${String(at).padStart(5, "0")},40,${10 + (at % 12)}`);
  await choose(app, file("daily.csv", `${rows.join("\n")}\n`));
  await verdict(app);
  await drawn(app, ["day_map"]);
  const map = chart(app, "day_map");
  await expect(map.locator(".panel-head")).toContainText("Numbers 1 to 25 of 30");
  const first = await map.locator(".scale text").first().textContent();
  await map.getByRole("button", { name: "Next" }).click();
  await expect(map.locator(".panel-head")).toContainText("Numbers 26 to 30 of 30");
  await expect(map.locator(".scale text").first()).not.toHaveText(first);
  // A file of days has no hours: no chart pretends that it does.
  await expect(chart(app, "hour_map")).toBeHidden();
});

test("a number opens from a chart, and tells what it does now", async ({ app }) => {
  await sample(app, "blacklisted");
  await cursor(app, "day_map").focus();
  await app.keyboard.press("PageUp");
  await app.keyboard.press("PageUp");
  await app.keyboard.press("Enter");
  await drawn(app, ON_A_NUMBER);
  const card = app.locator('[data-kpi="answer_rate"]');
  // Its last seven active days are red; its whole period would say watch.
  await expect(card).toHaveAttribute("data-zone", "red");
  const recent = await card.getAttribute("data-value");
  await app.getByRole("button", { name: "All days", exact: true }).first().click();
  await expect(card).not.toHaveAttribute("data-value", recent);
  await expect(app.locator("[data-card-days]")).toContainText("Dec");
});

test("notes on a number stay in this browser and in no export", async ({ app, open }) => {
  await sample(app, "blacklisted", []);
  await openNumber(app);
  await app.getByLabel("Notes").fill("Case 4471, ask Karim");
  await app.getByRole("link", { name: "Today" }).first().click();
  expect(JSON.stringify(await report(app))).not.toContain("4471");
  const again = await open();
  await sample(again, "blacklisted", []);
  await openNumber(again);
  await expect(again.getByLabel("Notes")).toHaveValue("Case 4471, ask Karim");
});

test("why a figure has its colour is said beside it", async ({ app }) => {
  await sample(app, "mixed", []);
  await app.getByRole("button", { name: /Why this colour\? Answer rate/ }).click();
  const said = app.locator("#how-answer_rate");
  await expect(said).toBeVisible();
  await expect(said).toContainText(/Healthy above 40.%, alert below 25.%/);
});

test("the charts speak French", async ({ app }) => {
  await sample(app, "mixed");
  await app.getByTestId("language").getByText("FR").click();
  await expect(chart(app, "day_map").locator("h2")).toHaveText("Chaque numéro, chaque jour");
  await cursor(app, "answer_rate").focus();
  await app.keyboard.press("End");
  await expect(cursor(app, "answer_rate")).toHaveAttribute("aria-valuetext", /^lun\. 16.févr\.\u00a0: \d+,\d\u00a0% \(.+ à .+\), \d+ sur/);
});

test("a number's page stays within the window, on one screen where it is wide", async ({ app }, info) => {
  await sample(app, "blacklisted", []);
  await openNumber(app);
  expect(await app.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(app.viewportSize().width);
  if (info.project.name === "phone") return;
  for (const id of ["answer_rate", "peers", "scores", "volume"]) {
    const place = await chart(app, id).locator(".main").boundingBox();
    expect(place.y + place.height, id).toBeLessThanOrEqual(app.viewportSize().height);
  }
});

test("a chart says how it is read with what the reader has at hand", async ({ app }, { project }) => {
  await sample(app, "mixed", ["day_map"]);
  const said = (id) => chart(app, id).locator(".read-out");
  const touched = project.name === "phone";
  await expect(said("hour_map")).toHaveText(touched ? /^Touch a place/ : /^Arrow keys/);
  await expect(said("day_map")).toHaveText(touched ? /^Touch a day.*sideways.*touch a number/ : /^Arrow keys.*Enter opens/);
  await app.getByTestId("language").getByText("FR").click();
  await expect(said("answer_rate")).toHaveText(touched ? /^Toucher un jour/ : /^Les flèches/);
});

test("on a phone the map of days has cells wide enough to touch, and shows its last days first", async ({ app }, { project }) => {
  test.skip(project.name === "desktop", "a phone's form");
  await sample(app, "mixed", ["day_map"]);
  const pan = chart(app, "day_map").locator(".pan");
  const [inner, outer] = await pan.evaluate((pan) => [pan.scrollWidth, pan.clientWidth]);
  const columns = Number(await chart(app, "day_map").locator(".plot").evaluate((plot) => plot.style.getPropertyValue("--columns")));
  expect(inner / columns).toBeGreaterThanOrEqual(10);
  expect(inner).toBeGreaterThan(outer);
  // The last day is in sight: touched, it is said.
  await pan.scrollIntoViewIfNeeded();
  const place = await pan.boundingBox();
  const top = Math.max(place.y, 80); // under the bar
  await app.touchscreen.tap(place.x + place.width - 4, top + 30);
  await expect(cursor(app, "day_map")).toHaveAttribute("aria-valuetext", /Mon 16.Feb: /);
  expect(await app.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(app.viewportSize().width);
});

test("a change whose day is not sure shows the days that it may have begun on", async ({ app }) => {
  await sample(app, "mixed", ["answer_rate"]);
  const main = chart(app, "answer_rate");
  const numbers = main.locator(".panel-head .seg button");
  const seen = [];
  for (let at = 0; at < (await numbers.count()); at += 1) {
    await numbers.nth(at).click();
    const sure = (await main.locator(".main .unsure").count()) === 0;
    const said = await main.locator("svg .ax.strong, .legend span").allTextContents();
    const change = said.find((text) => text.startsWith("Change: "));
    if (!change) continue;
    seen.push(sure);
    expect(change.startsWith("Change: about "), change).toBe(!sure);
    expect(said.some((text) => text.startsWith("it began in these days")), change).toBe(!sure);
  }
  expect(seen).toContain(false);
});

for (const theme of ["light", "dark"]) {
  test(`charts and a number's page are accessible, ${theme}`, async ({ app }) => {
    await app.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await sample(app, "mixed");
    await chart(app, "day_map").getByRole("button", { name: "As a table" }).click();
    await openNumber(app);
    await chart(app, "peers").getByRole("button", { name: "As a table" }).click();
    const { violations } = await new AxeBuilder({ page: app }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target)}`)).toEqual([]);
  });
}
