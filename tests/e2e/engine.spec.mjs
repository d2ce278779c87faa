// How bytes come in, and what is done before the first of them and after the last.
import { expect, test } from "./fixtures.mjs";
import { EXPECTED, callLog, file } from "./logs.mjs";
import { accounted, choose, report, verdict } from "./page.mjs";

/** Puts a script before that of every worker. */
const beforeWorkers = (script) => {
  const Real = globalThis.Blob;
  globalThis.Blob = class extends Real {
    constructor(parts, options) {
      super(options?.type === "text/javascript" ? [script, ...parts] : parts, options);
    }
  };
};

test("a browser whose file streams fill no buffers reads files all the same", async ({ page }) => {
  await page.addInitScript(
    beforeWorkers,
    `const real = ReadableStream.prototype.getReader;
    ReadableStream.prototype.getReader = function (options) {
      if (options?.mode === "byob") throw new TypeError("no such mode");
      return real.call(this, options);
    };`,
  );
  await page.goto("./");
  await page.waitForFunction(() => globalThis.ringwell);
  await choose(page, file("calls.csv", callLog()));
  await verdict(page);
  const { totals, files } = await report(page);
  expect(totals).toMatchObject(EXPECTED);
  accounted(files);
});

test("a file that ends before its length says so, and what was read is kept", async ({ page }) => {
  // The stream of the file stops halfway, as that of a file that was shortened meanwhile.
  await page.addInitScript(
    beforeWorkers,
    `const real = Blob.prototype.stream;
    Blob.prototype.stream = function () { return real.call(this.slice(0, this.size / 2)); };`,
  );
  await page.goto("./");
  await page.waitForFunction(() => globalThis.ringwell);
  await choose(page, file("calls.csv", callLog()));
  await verdict(page);
  const { totals, files } = await report(page);
  expect(totals.calls).toBeGreaterThan(0);
  expect(totals.calls).toBeLessThan(EXPECTED.calls);
  accounted(files);
  expect(JSON.stringify(files[0].problems ?? files)).toContain("stopped");
});

for (const [what, lack] of [
  ["vectors in WebAssembly", () => (WebAssembly.validate = () => false)],
  ["import maps", () => (HTMLScriptElement.supports = undefined)],
]) {
  test(`a browser without ${what} is told that it is too old, instead of nothing`, async ({ page }) => {
    await page.addInitScript(lack);
    await page.goto("./");
    await expect(page.locator("#cannot-start")).toBeVisible();
  });
}

test("a browser that can start is not told so", async ({ app }) => {
  await expect(app.locator("#cannot-start")).toBeHidden();
});

test("the run over a sample leaves nothing behind, and its worker reads the first file", async ({ page }) => {
  await page.goto("./");
  await page.waitForFunction(() => globalThis.ringwell);
  await page.evaluate(() => globalThis.ringwell.loaded);
  await page.waitForTimeout(2500);
  const before = page.workers().length;
  await choose(page, file("calls.csv", callLog()));
  await verdict(page);
  const { totals, files } = await report(page);
  expect(totals).toMatchObject(EXPECTED);
  expect(files.map(({ name }) => name)).toEqual(["calls.csv"]);
  expect(before).toBeGreaterThan(0);
});
