// Nothing leaves the browser: the page runs under a policy that sees to it, and the policy bites.
import { createServer } from "node:http";
import { expect, test } from "./fixtures.mjs";

const POLICY =
  /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'(?: 'sha256-[A-Za-z0-9+/]{43}='){2}; connect-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; manifest-src 'self'; worker-src blob:; base-uri 'none'; form-action 'none'$/;

/** Another origin that would answer anyone, and counts who asks. */
const withStranger = async (use) => {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked += 1;
    response.writeHead(200, { "access-control-allow-origin": "*" }).end("hello");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    await use(`http://localhost:${server.address().port}/`, () => asked);
  } finally {
    server.close();
  }
};

/** Fetches an address from a worker, by default a blob: "answered", "blocked", or why the worker did not start. */
const askFromWorker = (page, address, script) =>
  page.evaluate(
    ([address, script]) =>
      new Promise((resolve) => {
        const ask = `onmessage = ({ data }) => fetch(data).then(() => postMessage("answered"), () => postMessage("blocked"))`;
        const worker = new Worker(script ?? URL.createObjectURL(new Blob([ask], { type: "text/javascript" })));
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = () => resolve("did not start");
        worker.postMessage(address);
      }),
    [address, script],
  );

test("the page starts under the policy, without an error", async ({ app, watch }) => {
  await expect(app.getByTestId("dashboard").or(app.getByTestId("drop-zone")).first()).toBeVisible();
  await expect(app.locator("#cannot-start")).toBeHidden();
  const policies = app.locator('meta[http-equiv="Content-Security-Policy"]');
  await expect(policies).toHaveCount(1);
  await expect(policies).toHaveAttribute("content", POLICY);
  // Each file once: what is preloaded is what is used.
  expect(watch.requests).toEqual([...new Set(watch.requests)]);
  expect(watch.requests.filter((url) => url.endsWith(".wasm"))).toHaveLength(4); // door, house, reader, unpacker
});

test("the worker starts, answers and fetches nothing", async ({ app }) => {
  const answers = await app.evaluate(async () => {
    const workers = await Promise.all([ringwell.worker(), ringwell.worker()]);
    return workers.map((worker) => worker instanceof Worker);
  });
  expect(answers).toEqual([true, true]);
  // Others may stand in stock.
  expect(app.workers().length).toBeGreaterThanOrEqual(2);
});

test("a fetch from the page to a stranger is blocked", async ({ app, watch }) => {
  await withStranger(async (stranger, asked) => {
    const outcome = await app.evaluate((url) => fetch(url).then(() => "answered", () => "blocked"), stranger);
    expect(outcome).toBe("blocked");
    await expect.poll(() => watch.take("violations")).toEqual([`connect-src ${stranger}`]);
    expect(asked()).toBe(0);
  });
  expect(watch.take("errors").length).toBeGreaterThan(0);
});

test("a fetch from a worker to a stranger is blocked", async ({ app, watch }) => {
  await withStranger(async (stranger, asked) => {
    expect(await askFromWorker(app, stranger)).toBe("blocked");
    expect(asked()).toBe(0);
  });
  await expect.poll(() => watch.take("errors").join()).toContain("policy: connect-src");
});

test("a fetch from inside the real worker to a stranger is blocked", async ({ app, watch }) => {
  await app.evaluate(async () => {
    globalThis.kept = await ringwell.worker();
  });
  await withStranger(async (stranger, asked) => {
    // The newest: an older one may have been given up, with its rehearsal.
    const worker = app.workers().at(-1);
    const outcome = await worker.evaluate((url) => fetch(url).then(() => "answered", () => "blocked"), stranger);
    expect(outcome).toBe("blocked");
    expect(asked()).toBe(0);
  });
  await expect.poll(() => watch.take("errors").join()).toContain("policy: connect-src");
});

test("a worker from an address, which would escape the policy, cannot be started", async ({ app, watch }) => {
  const script = await app.evaluate(() => document.querySelector("script[src]").src);
  expect(await askFromWorker(app, script, script)).toBe("did not start");
  await expect.poll(() => watch.take("violations")).toEqual([`worker-src ${script}`]);
  watch.take("errors");
});

test("an image, a form, an inline style and an inline script are blocked too", async ({ app, watch }) => {
  await withStranger(async (stranger, asked) => {
    await app.evaluate((url) => {
      new Image().src = `${url}pixel`;
      const styled = document.createElement("p");
      styled.setAttribute("style", "color: red");
      const script = document.createElement("script");
      script.textContent = "globalThis.ran = true";
      const form = Object.assign(document.createElement("form"), { action: `${url}form`, method: "post" });
      document.body.append(styled, script, form);
      form.submit();
    }, stranger);
    await expect.poll(() => [...watch.violations].sort()).toEqual(
      ["form-action", "img-src", "script-src-elem", "style-src-attr"].map((name) => expect.stringContaining(name)),
    );
    expect(await app.evaluate(() => globalThis.ran)).toBeUndefined();
    expect(asked()).toBe(0);
  });
  for (const kind of ["violations", "errors", "abroad", "late"]) watch.take(kind);
});

test("the watch sees what is fetched after start, from the page and from a worker", async ({ app, watch }) => {
  const file = await app.evaluate(() => document.querySelector("link[rel=stylesheet]").href);
  await app.evaluate((url) => fetch(url), file);
  expect(watch.take("late")).toEqual([file]);
  expect(await askFromWorker(app, file)).toBe("answered");
  expect(watch.take("late")).toEqual([file]);
});

/** Lets the page have other bytes than those that were sealed: still valid, only longer. */
const tamper = (page, file) =>
  page.route(file, async (route) => {
    const answer = await route.fetch();
    const addition = String(file).includes("wasm") ? [0, 1, 0] : [10]; // an empty custom section; a new line
    await route.fulfill({ response: answer, body: Buffer.concat([await answer.body(), Buffer.from(addition)]) });
  });

for (const file of [/door-\w+\.wasm$/, /door-\w+\.js$/, /boot-\w+\.js$/]) {
  test(`a page whose bytes were changed does not start: ${file}`, async ({ page, watch }) => {
    await tamper(page, file);
    await page.goto("./");
    await expect.poll(() => watch.errors.join()).toMatch(/integrity/i);
    await expect(page.getByTestId("dashboard").or(page.getByTestId("drop-zone"))).toHaveCount(0);
    if (String(file).includes("wasm")) await expect(page.locator("#cannot-start")).toBeVisible();
    watch.take("errors");
  });
}

for (const file of [/house-\w+\.wasm$/, /house-\w+\.js$/]) {
  test(`a house whose bytes were changed is not opened: ${file}`, async ({ page, watch }) => {
    await tamper(page, file);
    await page.goto("./");
    await page.getByTestId("sample-healthy").click();
    await expect(page.getByTestId("error")).toBeVisible();
    await expect(page.getByTestId("dashboard")).toHaveCount(0);
    expect(watch.take("errors").join()).toMatch(/integrity/i);
  });
}

for (const file of [/reader-\w+\.wasm$/, /reader-\w+\.js$/]) {
  test(`a worker whose bytes were changed does not start: ${file}`, async ({ page, watch }) => {
    await tamper(page, file);
    await page.goto("./");
    await page.waitForFunction(() => globalThis.ringwell);
    const start = () => page.evaluate(() => ringwell.worker().then(() => "started", () => "refused"));
    expect(await start()).toBe("refused");
    expect(watch.take("errors").join()).toMatch(/integrity/i);
    // A worker can be asked for again once the right bytes arrive.
    await page.unroute(file);
    expect(await start()).toBe("started");
  });
}
