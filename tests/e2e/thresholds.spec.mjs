// Every threshold can be moved, its effect is seen at once, it is kept, and a reset brings the article's back.
import { expect, test } from "./fixtures.mjs";
import { callLog, file } from "./logs.mjs";
import { choose, report, show, verdict } from "./page.mjs";

const zone = (page) => page.locator('[data-kpi="answer_rate"]').first().getAttribute("data-zone");
const limit = (page, path) => page.locator(`[data-setting="${path}"]`);

/** 40 % of many calls answered, so that no interval spans a boundary far away. */
const log = () => file("calls.csv", callLog({ perDay: 60 }));

test("a threshold that moves changes the cards at once, is kept, and is reset", async ({ app, open }) => {
  await choose(app, log());
  await verdict(app);
  expect(await zone(app)).toBe("amber");

  await show(app, "thresholds");
  await limit(app, "kpis.answer_rate.high").fill("30");
  await show(app, "today");
  expect(await zone(app)).toBe("green");
  expect((await report(app)).kpis.answer_rate.zone).toBe("green");

  const fresh = await open("./#thresholds");
  await choose(fresh, log());
  await verdict(fresh);
  expect(await zone(fresh), "kept after a reload").toBe("green");

  await show(fresh, "thresholds");
  await expect(limit(fresh, "kpis.answer_rate.high")).toHaveValue("30");
  await fresh.getByTestId("reset-thresholds").click();
  await expect(limit(fresh, "kpis.answer_rate.high")).toHaveValue("40");
  await show(fresh, "today");
  expect(await zone(fresh)).toBe("amber");
});

test("a threshold out of range says so and changes nothing", async ({ app }) => {
  await choose(app, log());
  await verdict(app);
  await show(app, "thresholds");
  const field = limit(app, "kpis.answer_rate.high");
  await field.fill("140");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(app.locator(".refused", { hasText: /./ }).first()).toBeVisible();
  await show(app, "today");
  expect(await zone(app)).toBe("amber");
});

test("a limit of the alerts that moves changes the alerts", async ({ app }) => {
  await choose(app, log());
  await verdict(app);
  const over = async () => (await report(app)).alerts.filter(({ rule }) => rule === "volume_cap_exceeded").length;
  expect(await over()).toBe(0);
  await show(app, "thresholds");
  await limit(app, "watch.volume_cap").fill("50");
  await show(app, "today");
  expect(await over()).toBe(3);
});

test("an objective gives the talk time its range", async ({ app }) => {
  await choose(app, log());
  await verdict(app);
  const talk = app.locator('[data-kpi="average_talk_time"]').first();
  await expect(talk).toHaveAttribute("data-zone", "green");
  await show(app, "thresholds");
  await app.getByTestId("thresholds").locator("select").first().selectOption("direct_sales");
  await show(app, "today");
  await expect(talk).toHaveAttribute("data-zone", "amber");
});
