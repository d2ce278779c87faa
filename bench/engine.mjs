// How fast files are read, beside others: `make bench-engine`, or
// node bench/engine.mjs [ROUNDS] [MEGABYTES,…] [SHAPE,…] [WHO,…].
//
// In real Chromium, interleaved in one run: Ringwell as shipped, with everything it does, and peers that do one small
// roll-up of the same file (bench/peers/roll-up.mjs); first the bare reading of the file. Each one's totals are held
// against the generator's before it is timed. From the file input's change event to the table on the main thread;
// Ringwell also to the painted dashboard. Start-up is told apart. Cold: the first file of a fresh page; warm: the same
// file again in that page. Growth: private memory of the renderers at its peak, less before. CPU: of all processes of
// the browser.
//
// Prints a table for docs/performance.md and writes bench-engine.json.

import { readFileSync, writeFileSync } from "node:fs";
import { launch, log, machine, median, memory, processes, run, same, say, serve } from "./machine.mjs";

const list = (text, otherwise) => text?.split(",") ?? otherwise;
const ROUNDS = Number(process.argv[2] ?? 5);
const SIZES = list(process.argv[3], ["10", "100", "1000"]).map(Number);
const SHAPES = list(process.argv[4], ["plain", "quoted", "newlines", "headerless"]);
const WHO = process.argv[5]?.split(",");
const SITE = process.env.SITE ?? "dist";

const version = (name) => JSON.parse(readFileSync(`bench/node_modules/${name}/package.json`, "utf8")).version;
const PEERS = [
  { who: "floor", name: "reading only: BYOB stream, 1 worker" },
  { who: "duckdb", name: `DuckDB-WASM ${version("@duckdb/duckdb-wasm")}` },
  { who: "udsv", name: `uDSV ${version("udsv")}, chunks` },
  { who: "papa", name: `Papa Parse ${version("papaparse")}, step, own worker`, cannot: 1000 },
  { who: "papa-chunks", name: `Papa Parse ${version("papaparse")}, worker: true, chunk`, cannot: 1000 },
  { who: "d3", name: `d3-dsv ${version("d3-dsv")}, whole text`, cannot: 1000 },
];
// Past this size one cold round is enough: the slow ones take many seconds.
const ONE_ROUND_FROM_MB = 1000;

const CHANGED = () => {
  globalThis.tasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) globalThis.tasks.push({ startTime, duration });
  }).observe({ entryTypes: ["longtask"] });
  addEventListener(
    "change",
    ({ target }) => {
      if (target?.dataset?.testid !== "file-input") return;
      const started = (globalThis.started = performance.now());
      performance.clearMarks();
      globalThis.elapsed = globalThis.painted = undefined;
      const look = () => {
        const tallies = performance.getEntriesByName("ringwell:tallies")[0];
        const value = document.querySelector('[data-testid="dashboard"] [data-kpi="answer_rate"]')?.dataset.value;
        if (!tallies || !value) return void requestAnimationFrame(look);
        // The frame in which it stands is painted before the next one's callbacks run.
        requestAnimationFrame(() => {
          globalThis.painted = performance.now() - started;
          globalThis.elapsed = tallies.startTime - started;
        });
      };
      requestAnimationFrame(look);
    },
    true,
  );
};

const ringwell = (site) => ({
  who: "ringwell",
  name: "**Ringwell**, all tallies",
  async open(context) {
    await context.addInitScript(CHANGED);
    const page = await context.newPage();
    const before = Date.now();
    await page.goto(site.address);
    await page.waitForFunction(() => globalThis.ringwell);
    await page.evaluate(() => globalThis.ringwell.loaded);
    return { page, startup: Date.now() - before };
  },
  async found(page) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByTestId("export-json").first().click()]);
    const report = JSON.parse(readFileSync(await download.path(), "utf8"));
    // What a log cannot tell is null in the report; the generator writes zero.
    const totals = Object.entries(report.totals).map(([name, value]) => [name, value ?? 0]);
    return { ...Object.fromEntries(totals), rows: report.files[0].rows };
  },
  async again(page) {
    await page.evaluate(() => (location.hash = "files"));
    await page.getByRole("button", { name: "Start over" }).click();
    await page.getByTestId("drop-zone").first().waitFor();
  },
});

const peer = (root, { who, name, cannot }) => ({
  who,
  name,
  cannot,
  async open(context, shape) {
    const page = await context.newPage();
    await page.goto(`${root.address}peer.html?who=${who}&shape=${shape}`);
    await page.waitForFunction(() => globalThis.ready, undefined, { timeout: 60_000 });
    return { page, startup: await page.evaluate(() => globalThis.startup) };
  },
  found: (page) => page.evaluate(() => globalThis.result),
  again: async () => {},
});

/** One file, read once. */
const read = async (browser, page, path) => {
  const before = await processes(browser);
  const memoryBefore = memory(before.renderers).private;
  let peak = memoryBefore;
  const timer = setInterval(() => (peak = Math.max(peak, memory(before.renderers).private)), 20);
  await page.evaluate(() => (globalThis.elapsed = globalThis.failed = undefined));
  await page.getByTestId("file-input").first().setInputFiles(path);
  await page.waitForFunction(() => globalThis.elapsed !== undefined || globalThis.failed, undefined, { timeout: 600_000, polling: 50 });
  clearInterval(timer);
  const failed = await page.evaluate(() => globalThis.failed);
  if (failed) throw new Error(failed);
  await page.waitForTimeout(300); // what stands below the first picture, and long tasks, which are told late
  const [ms, painted, longest] = await page.evaluate(() => {
    // Of Ringwell alone: from the change event to the last panel, the painting included.
    const tasks = globalThis.tasks?.filter(({ startTime }) => startTime >= globalThis.started);
    return [globalThis.elapsed, globalThis.painted, tasks && Math.max(0, ...tasks.map(({ duration }) => duration))];
  });
  return { ms, painted, longest, grown: peak - memoryBefore, cpu: (await processes(browser)).cpuMs - before.cpuMs };
};

/** A fresh page: the file cold, then warm. */
const turn = async (contender, file, shape, warm) => {
  const browser = await launch();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 950 }, timezoneId: "Europe/Paris" });
    const { page, startup } = await contender.open(context, shape);
    await page.waitForTimeout(1500); // what starts by itself has started: nobody finds a file sooner
    const cold = await read(browser, page, file.path);
    if (contender.who !== "floor") same(contender.name, await contender.found(page), file.truth);
    if (!warm) return { startup, cold };
    await contender.again(page);
    return { startup, cold, warm: await read(browser, page, file.path) };
  } finally {
    await browser.close();
  }
};

const measure = async (contenders, megabytes, shape) => {
  const file = log(megabytes, shape);
  const able = contenders.filter(({ cannot = Infinity }) => megabytes < cannot);
  const turns = Object.fromEntries(able.map(({ who }) => [who, []]));
  const rounds = megabytes >= ONE_ROUND_FROM_MB ? 1 : ROUNDS;
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of able) {
      const result = await turn(contender, file, shape, megabytes < ONE_ROUND_FROM_MB);
      turns[contender.who].push(result);
      say(`${megabytes} MB ${shape}, round ${round + 1}: ${contender.name} ${result.cold.ms.toFixed(0)} ms cold, ${result.warm?.ms.toFixed(0) ?? "–"} warm`);
    }
  }
  return able.map(({ who, name }) => {
    const of = (pick) => {
      const values = turns[who].map(pick).filter((value) => value !== undefined);
      return values.length ? median(values) : null;
    };
    return {
      megabytes, shape, who, name, rounds,
      cold_ms: of(({ cold }) => cold.ms), warm_ms: of(({ warm }) => warm?.ms),
      painted_cold_ms: of(({ cold }) => cold.painted), painted_warm_ms: of(({ warm }) => warm?.painted),
      longest_task_ms: of(({ cold }) => cold.longest), startup_ms: of(({ startup }) => startup), growth_mb: of(({ cold }) => cold.grown), cpu_ms: of(({ cold }) => cold.cpu),
    };
  });
};

const table = (rows) => {
  const whole = (value) => (value === null ? "–" : value.toFixed(0));
  const ours = rows.find(({ who }) => who === "ringwell");
  const times = (row) => (row === ours || !ours ? "" : (row.cold_ms / ours.cold_ms).toFixed(1));
  return [
    `### ${rows[0].megabytes} MB, ${rows[0].shape}${rows[0].native ? ", natively" : ""}`,
    "",
    "| what | cold ms | warm ms | painted, cold / warm ms | longest task ms | start-up ms | growth MB | CPU ms | × Ringwell, cold |",
    "| --- | --: | --: | --: | --: | --: | --: | --: | --: |",
    ...rows.map((row) =>
      [
        "", row.name, whole(row.cold_ms), whole(row.warm_ms),
        row.painted_cold_ms === null ? "" : `${whole(row.painted_cold_ms)} / ${whole(row.painted_warm_ms)}`,
        row.longest_task_ms == null ? "" : whole(row.longest_task_ms), row.startup_ms === null ? "" : whole(row.startup_ms), whole(row.growth_mb), whole(row.cpu_ms), times(row), "",
      ].join(" | ").trim(),
    ),
    "",
  ].join("\n");
};

const pinned = (name) => new RegExp(`${name}==(\\S+)`).exec(readFileSync("bench/requirements.txt", "utf8"))[1];
const NATIVE = [
  { who: "ringwell", name: "**Ringwell**, all tallies, 1 thread" },
  { who: "duckdb", name: `DuckDB ${pinned("duckdb")}, all cores` },
  { who: "polars", name: `Polars ${pinned("polars")}, streaming, all cores` },
];

/** The same files without a browser, by turns. */
const measureNative = (megabytes, shape) => {
  const file = log(megabytes, shape);
  const turns = Object.fromEntries(NATIVE.map(({ who }) => [who, []]));
  const rounds = megabytes >= ONE_ROUND_FROM_MB ? 1 : ROUNDS;
  for (let round = 0; round < rounds; round += 1) {
    for (const { who, name } of NATIVE) {
      const turn = JSON.parse(run("bench/.venv/bin/python", "bench/native.py", who, file.path, shape));
      const { rows, ...truth } = file.truth;
      same(name, turn.found, truth);
      turns[who].push(turn);
      say(`${megabytes} MB ${shape}, natively, round ${round + 1}: ${name} ${turn.cold_ms.toFixed(0)} ms`);
    }
  }
  return NATIVE.map(({ who, name }) => {
    const of = (figure) => median(turns[who].map((turn) => turn[figure]));
    return {
      megabytes, shape, who, name, rounds, native: true, cold_ms: of("cold_ms"), warm_ms: of("warm_ms"),
      painted_cold_ms: null, painted_warm_ms: null, startup_ms: null, growth_mb: of("grown_mb"), cpu_ms: of("cpu_ms"),
    };
  });
};

const [site, root] = await Promise.all([serve(SITE), serve("bench")]);
const contenders = [ringwell(site), ...PEERS.map((one) => peer(root, one))].filter(({ who }) => WHO?.includes(who) ?? true);
const results = [];
for (const megabytes of SIZES) {
  // The largest size says how time and memory grow; one shape is enough for that.
  for (const shape of megabytes >= ONE_ROUND_FROM_MB ? SHAPES.slice(0, 1) : SHAPES) {
    results.push(await measure(contenders, megabytes, shape));
    if (!WHO) results.push(measureNative(megabytes, shape));
  }
}
const browser = await launch();
const about = {
  date: new Date().toISOString(), machine: machine(), chromium: browser.version(),
  rustc: run("rustc", "--version").trim(), ringwell: run("git", "describe", "--always", "--dirty").trim(), rounds: ROUNDS,
};
await browser.close();
writeFileSync("bench-engine.json", `${JSON.stringify({ ...about, results: results.flat() }, undefined, 2)}\n`);
console.log(`${about.date.slice(0, 10)}; ${about.machine}; Chromium ${about.chromium}; ${about.rustc}; ${about.ringwell}; medians of ${ROUNDS} rounds\n`);
console.log(results.map(table).join("\n"));
process.exit(0);
