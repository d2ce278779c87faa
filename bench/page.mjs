// How the page answers the hand: `make bench-page`, or node bench/page.mjs [NUMBERSxDAYS …] (200x90 5000x365 unless told).
//
// A daily table of that many numbers and days is generated (seeded) and read; then, in real Chromium on the built site:
// a threshold moved, a filter set, a sort clicked (of the numbers, and of each number's days). Of each, from the event
//
// - to the next frame: what the press itself changes (the chip, the arrow, the field) has been painted;
// - to the figures: what follows from it has been painted (the effect of the threshold, the count of the filter, the first
//   row).
//
// Medians of five. And the layout shift from the first byte to the last press, by the browser's own books: shifts within
// half a second of a press are not counted there (that is how the measure is defined), and are told apart.
//
// Nothing here is a test: it prints figures with the machine and the date. SITE is another build, to compare.

import { createWriteStream, existsSync, mkdirSync, statSync } from "node:fs";
import { once } from "node:events";
import { launch, machine, median, say, serve } from "./machine.mjs";

const SITE = process.env.SITE ?? "dist";
const SIZES = process.argv.slice(2).length ? process.argv.slice(2) : ["200x90", "5000x365"];
const TIMES = 5;

/** A daily table: twenty campaigns, blocks of a hundred numbers, 40 to 80 calls a day but on Sundays. */
const table = async (numbers, days) => {
  mkdirSync("bench-data", { recursive: true });
  const path = `bench-data/daily-${numbers}x${days}.csv`;
  if (existsSync(path)) return path;
  say(`generating ${path}`);
  const out = createWriteStream(path);
  out.write("date,number,calls,answered,rejected,voicemails,talk_seconds,conversions,spam_reports,reputation_score,campaign\n");
  let seed = 12345;
  const random = () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  for (let day = 0; day < days; day += 1) {
    const date = new Date(Date.UTC(2025, 0, 1 + day));
    if (date.getUTCDay() === 0) continue;
    let text = "";
    for (let at = 0; at < numbers; at += 1) {
      const calls = 40 + Math.floor(random() * 40);
      const answered = Math.round(calls * (0.3 + 0.15 * random()));
      const rest = calls - answered;
      const [voicemail, rejected] = [Math.floor(rest * 0.3 * random()), Math.floor(rest * 0.1 * random())];
      const cells = [date.toISOString().slice(0, 10), `+331620${String(at).padStart(5, "0")}`, calls, answered, rejected, voicemail];
      text += `${cells.join(",")},${answered * 95},${Math.floor(answered / 9)},,,Campaign ${at % 20}\n`;
    }
    if (!out.write(text)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
  return path;
};

/** In the page: how it is measured. */
const clock = () => {
  globalThis.shifts = { counted: 0, afterInput: 0 };
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) globalThis.shifts[hadRecentInput ? "afterInput" : "counted"] += value;
  }).observe({ type: "layout-shift", buffered: true });
  const painted = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(0);
      }),
    );
  /** Does something and says when the next frame stood, and when a text had changed and stood. */
  globalThis.measure = async (act, text) => {
    const before = text();
    await painted();
    const start = performance.now();
    act();
    const frame = (await painted()) - start;
    let figures = frame;
    while (text() === before) {
      if (performance.now() - start > 15_000) return { frame, figures: NaN };
      figures = (await painted()) - start;
    }
    return { frame, figures };
  };
};

const go = (page, view) => page.locator(`nav a[href="#${view}"]:visible`).first().click();
const times = async (page, act) => {
  const all = [];
  for (let time = 0; time < TIMES; time += 1) {
    all.push(await page.evaluate(act, time));
    await page.waitForTimeout(300);
  }
  return { frame: median(all.map(({ frame }) => frame)), figures: median(all.map(({ figures }) => figures)) };
};

const site = await serve(SITE);
const results = [];
for (const size of SIZES) {
  const [numbers, days] = size.split("x").map(Number);
  const path = await table(numbers, days);
  const browser = await launch();
  const context = await browser.newContext({ viewport: { width: 1440, height: 950 }, timezoneId: "Europe/Paris" });
  await context.addInitScript(clock);
  const page = await context.newPage();
  page.on("pageerror", (error) => say(`${size}: ${error}`));
  page.on("crash", () => say(`${size}: the page crashed`));
  try {
    await page.goto(site.address);
    await page.waitForFunction(() => globalThis.ringwell?.loaded?.then(() => true));
    const start = performance.now();
    await page.getByTestId("file-input").first().setInputFiles(path);
    await page.waitForSelector('[data-testid="dashboard"] [data-kpi="answer_rate"][data-value]', { timeout: 300_000 });
    const read = performance.now() - start;
    await page.waitForTimeout(3000);

    const filter = async (kind) => {
      if ((await page.locator("#filter-open").getAttribute("aria-expanded")) === "false") await page.locator("#filter-open").click();
      await page.waitForTimeout(500);
      return times(page, `(() => {
        const boxes = document.querySelectorAll('#filter-panel [data-kind="${kind}"] input[type=checkbox]');
        return measure(() => boxes[0].click(), () => document.querySelector('[data-testid="filter-count"]').textContent);
      })()`);
    };
    const on = {};
    on["filter set, Today"] = await filter("campaign");
    await page.keyboard.press("Escape");
    await page.getByTestId("filter-clear").click({ timeout: 2000 }).catch(() => {});
    await go(page, "numbers");
    await page.waitForTimeout(1500);
    on["sort clicked, Numbers"] = await times(page, `(() => {
      const head = document.querySelector('[data-sort="calls"] button');
      return measure(() => head.click(), () => document.querySelector('[data-testid="numbers-table"] tbody tr[data-number]').dataset.number);
    })()`);
    on["filter set, Numbers"] = await filter("campaign");
    await page.getByTestId("filter-clear").click({ timeout: 2000 }).catch(() => {});
    await go(page, "daily");
    await page.waitForTimeout(1500);
    for (const column of ["answered", "conversions", "number", "date"]) {
      on[`sort by ${column}, Daily`] = await times(page, `(() => {
        const head = document.querySelector('.daily [data-sort="${column}"] button');
        return measure(() => head.click(), () => document.querySelector('.daily tbody tr[aria-rowindex]').textContent);
      })()`);
    }
    await go(page, "thresholds");
    await page.waitForTimeout(1000);
    on["threshold moved"] = await times(page, (time) => {
      const field = document.querySelector('[data-setting="kpis.answer_rate.low"]');
      const set = () => {
        field.value = String(time % 2 ? 30 : 39);
        field.dispatchEvent(new Event("input", { bubbles: true }));
        field.dispatchEvent(new Event("change", { bubbles: true }));
      };
      return globalThis.measure(set, () => document.querySelector('[data-testid="effect"]').textContent);
    });
    const shifts = await page.evaluate(() => globalThis.shifts);
    results.push({ size, bytes: statSync(path).size, read, on, shifts });
  } catch (why) {
    say(`${size}: ${String(why).split("\n")[0]}`);
  } finally {
    await browser.close();
  }
}
site.stop();

const ms = (value) => (Number.isNaN(value) ? "unchanged" : value.toFixed(value < 100 ? 1 : 0));
console.log(`${new Date().toISOString().slice(0, 10)}, ${machine()}\n`);
console.log("| size | what | next frame, ms | figures, ms |\n| --- | --- | --: | --: |");
for (const { size, on } of results) {
  for (const [what, { frame, figures }] of Object.entries(on)) console.log(`| ${size} | ${what} | ${ms(frame)} | ${ms(figures)} |`);
}
for (const { size, bytes, read, shifts } of results) {
  console.log(
    `\n${size}: ${(bytes / 1e6).toFixed(1)} MB read and shown in ${(read / 1000).toFixed(1)} s; layout shift ${shifts.counted.toFixed(4)}, within half a second of a press ${shifts.afterInput.toFixed(4)}`,
  );
}
