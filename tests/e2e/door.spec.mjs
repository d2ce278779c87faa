// The first load is small; the rest of the page arrives at the first sign of use, or when the page has stood idle.
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { expect, test } from "./fixtures.mjs";
import { callLog, file } from "./logs.mjs";
import { choose, chooseHuge, drop, kpi, verdict } from "./page.mjs";

/** What the issue allows for all that the first view needs. */
const FIRST_VIEW_BYTES = 250 * 1024;
const LATER = /\/(house|reader)-\w+\.(js|wasm)$/;
const later = (watch) => watch.requests.filter((url) => LATER.test(url));

/** A page of which only the door has arrived. */
const door = async (page, address = "./") => {
  await page.goto(address);
  await expect(page.getByTestId("drop-zone").first()).toBeVisible();
};
/** Everything has arrived, and nobody had to ask for it. */
const whole = (page) => expect.poll(() => page.evaluate(() => ringwell.wholeSince), { timeout: 15_000 }).toBeGreaterThan(0);

test("the first view needs at most 250 KB, and nothing of the rest", async ({ page, watch }) => {
  await door(page);
  await page.waitForTimeout(500);
  expect(later(watch)).toEqual([]);
  const files = watch.requests.map((url) => readFileSync(`dist/${url.split("/").at(-1) || "index.html"}`));
  const sent = files.reduce((sum, file) => sum + brotliCompressSync(file).length, 0);
  expect(sent).toBeGreaterThan(50_000);
  expect(sent).toBeLessThanOrEqual(FIRST_VIEW_BYTES);
});

for (const [sign, act] of Object.entries({
  "a pointer over a control": (page) => page.getByTestId("drop-zone").getByRole("button").first().hover(),
  "the keyboard on a control": (page) => page.keyboard.press("Tab"),
  "a drag that enters the window": (page) => page.evaluate(() => document.body.dispatchEvent(new DragEvent("dragenter", { bubbles: true }))),
})) {
  test(`${sign} fetches the rest`, async ({ page, watch }) => {
    await door(page);
    expect(later(watch)).toEqual([]);
    await act(page);
    await expect.poll(() => later(watch).length).toBe(4);
    await whole(page);
    expect(watch.requests).toEqual([...new Set(watch.requests)]);
  });
}

test("an address with a view fetches the rest", async ({ page, watch }) => {
  await door(page, "./#thresholds");
  await expect.poll(() => later(watch).length, { timeout: 2000 }).toBe(4);
});

test("a file chosen as soon as there is something to choose it with becomes a verdict", async ({ page }) => {
  await page.goto("./");
  await choose(page, file("calls.csv", callLog()));
  await verdict(page);
  expect(await kpi(page, "answer_rate")).toBeCloseTo(40, 3);
});

test("a file that is dropped before anything else has happened becomes a verdict", async ({ page, watch }) => {
  await door(page);
  expect(later(watch)).toEqual([]);
  await drop(page.getByTestId("drop-zone").first(), file("calls.csv", callLog()));
  await verdict(page);
  expect(await kpi(page, "answer_rate")).toBeCloseTo(40, 3);
});

test("a sample that is pressed before anything else has happened becomes a verdict", async ({ page }) => {
  await door(page);
  await page.getByTestId("sample-blacklisted").evaluate((sample) => sample.click());
  await verdict(page);
});

test("rows pasted into the field become a verdict", async ({ page }) => {
  await door(page);
  await page.getByRole("button", { name: /Paste rows/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill(callLog({ delimiter: "\t" }));
  await dialog.getByRole("button", { name: "Read these rows" }).click();
  await verdict(page);
  expect(await kpi(page, "answer_rate")).toBeCloseTo(40, 3);
});

test("a page that stands idle gets everything, and then works with the network unplugged", async ({ page, context, watch }) => {
  await door(page);
  await whole(page);
  watch.start(); // from here on nothing may be fetched
  await context.setOffline(true);
  await choose(page, file("calls.csv", callLog()));
  await verdict(page);
  expect(await kpi(page, "answer_rate")).toBeCloseTo(40, 3);
});

test("a choice made while the rest is on its way is heard at once, and can be taken back", async ({ page }) => {
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  await page.route(LATER, async (route) => {
    await held;
    await route.continue();
  });
  await door(page);
  await choose(page, file("calls.csv", callLog()));
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("calls.csv");
  await page.getByTestId("cancel").click();
  await expect(dialog).toBeHidden();
  letGo();
  await whole(page);
  await expect(page.getByTestId("dashboard")).toHaveCount(0);
  await choose(page, file("calls.csv", callLog()));
  await verdict(page);
});

for (const part of [/house-\w+\.wasm$/, /house-\w+\.js$/]) {
  test(`a rest that does not arrive is told, and asked for again: ${part}`, async ({ page, watch }) => {
    await page.route(part, (route) => route.abort());
    await door(page);
    await choose(page, file("calls.csv", callLog()));
    await expect(page.getByTestId("error")).toContainText("did not arrive");
    await page.unroute(part);
    await page.getByRole("button", { name: "Try again" }).click();
    await verdict(page);
    expect(await kpi(page, "answer_rate")).toBeCloseTo(40, 3);
    watch.take("errors");
  });
}

test("the house takes over without a jump: language, places and the keyboard stay", async ({ page }) => {
  await door(page);
  await page.getByTestId("language").getByText("FR").click();
  const paste = page.getByRole("button", { name: "Coller des lignes" });
  const places = () => page.locator("main :is(h1, h2, .btn, .sample)").evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())));
  await paste.focus();
  const before = await places();
  await whole(page);
  const [header, ...rows] = callLog({ perDay: 300 }).split("\n");
  await chooseHuge(page, `${header}\n`, rows.join("\n"));
  await expect(page.getByTestId("progress")).toHaveAttribute("aria-valuenow", /^\d+$/); // the house tells how far it is
  expect(await places()).toEqual(before);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("fr");
  await expect(page.locator("main")).toHaveCount(1);
  await page.getByTestId("cancel").click();
  await expect(page.getByTestId("progress")).toBeHidden();
  await expect(paste).toBeFocused();
});

test("what is over in a moment is not announced, and a reading taken back shows nothing", async ({ page }) => {
  // The reader hears of its job late: the dialog is up by then, and is closed as soon as it is; then the answer comes.
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (...message) {
      if (message[0] instanceof WebAssembly.Module) post.apply(this, message);
      else setTimeout(() => post.apply(this, message), 420);
    };
    new MutationObserver(() => {
      const cancel = document.querySelector('dialog[open] [data-testid="cancel"]');
      if (!cancel) return;
      globalThis.announcedAfter ??= performance.now() - globalThis.given;
      if (globalThis.refused) cancel.click();
    }).observe(document, { subtree: true, childList: true, attributes: true });
    addEventListener("change", () => {
      globalThis.given ??= performance.now();
      globalThis.refused ??= true;
    }, true);
  });
  await door(page);
  await whole(page);
  await page.waitForTimeout(2000); // the rehearsal is over, whose worker is spoken to as well
  await choose(page, file("calls.csv", callLog()));
  await page.waitForTimeout(1000);
  expect(await page.evaluate(() => globalThis.announcedAfter)).toBeGreaterThan(345);
  await expect(page.getByTestId("dashboard")).toHaveCount(0);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByTestId("drop-zone").first()).toBeVisible();
  await page.evaluate(() => (globalThis.refused = false));
  await choose(page, file("calls.csv", callLog()));
  await verdict(page);
});

test("the rehearsal leaves no trace", async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem("mark", "of before");
    globalThis.workers = 0;
    globalThis.Worker = class extends Worker {
      constructor(...program) {
        super(...program);
        globalThis.workers += 1;
      }
    };
  });
  await page.goto("./?from=mail#nowhere");
  await expect(page.getByTestId("drop-zone").first()).toBeVisible();
  const paste = page.getByRole("button", { name: /Paste rows/ });
  await paste.focus();
  const trace = () => page.evaluate(() => [
    location.href, history.length, document.title, document.documentElement.lang, document.body.children.length,
    document.activeElement.textContent, scrollY, JSON.stringify(localStorage),
  ]);
  const before = await trace();
  // When it is over, a second worker is put beside the one that rehearsed.
  await expect.poll(() => page.evaluate(() => globalThis.workers), { timeout: 25_000 }).toBe(2);
  expect(await trace()).toEqual(before);
});
