// Lighthouse on the built page, as `make bench` runs it: node bench/lighthouse.mjs [RUNS]
// Its own mobile profile: a middle-class phone on slow 4G (150 ms, 1.6 Mbit/s, processor four times slower), simulated
// from a load on this machine. The host is scripts/serve.mjs, which sends brotli. Medians of RUNS runs.
//
// Fails where the page is not what was promised. A machine that is busy with something else measures itself.

import { writeFileSync } from "node:fs";
import { launch as launchChrome } from "chrome-launcher";
import lighthouse from "lighthouse";
import { machine, median, say, serve } from "./machine.mjs";

const RUNS = Number(process.argv[2] ?? 5);
const FOLDER = process.argv[3] ?? "dist";

/** What is measured, and what it must be. */
const MUST = [
  ["first contentful paint", "ms", "first-contentful-paint", (value) => value < 1000, "< 1000 ms"],
  ["interactive", "ms", "interactive", (value) => value < 2000, "< 2000 ms"],
  ["largest contentful paint", "ms", "largest-contentful-paint", undefined, ""],
  ["total blocking time", "ms", "total-blocking-time", undefined, ""],
  ["layout shift", "", "cumulative-layout-shift", (value) => value === 0, "0"],
  ["bytes sent", "bytes", "total-byte-weight", undefined, ""],
];
const SCORES = [
  ["performance", 95],
  ["accessibility", 100],
  ["best-practices", 100],
];

const site = await serve(FOLDER);
const chrome = await launchChrome({
  chromePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"],
  logLevel: "silent",
});
const runs = [];
let version;
try {
  for (let at = 0; at <= RUNS; at += 1) {
    const result = await lighthouse(site.address, {
      port: chrome.port,
      logLevel: "silent",
      output: "json",
      onlyCategories: SCORES.map(([name]) => name),
    });
    const { audits, categories, lighthouseVersion, runtimeError } = result.lhr;
    if (runtimeError) throw new Error(`${runtimeError.code}: ${runtimeError.message}`);
    version = lighthouseVersion;
    if (at === 0) continue; // the host has compressed its files by now
    runs.push({ audits, categories });
    say(`run ${at}: ${SCORES.map(([name]) => `${name} ${Math.round(categories[name].score * 100)}`).join(", ")}`);
  }
} finally {
  await chrome.kill();
  site.stop();
}

const lines = [["what", "measured", "must be"]];
const missed = [];
const enter = (name, text, must, holds) => {
  lines.push([name, text, must]);
  if (!holds) missed.push(`${name}: ${text}, must be ${must}`);
};
const results = {};
for (const [name, unit, id, holds, must] of MUST) {
  const value = median(runs.map(({ audits }) => audits[id].numericValue));
  results[id] = value;
  const text = id === "cumulative-layout-shift" ? value.toFixed(3) : `${Math.round(value)} ${unit}`;
  enter(name, text, must, holds?.(value) ?? true);
}
for (const [name, least] of SCORES) {
  const score = Math.round(median(runs.map(({ categories }) => categories[name].score)) * 100);
  results[name] = score;
  enter(`score: ${name}`, String(score), least === 100 ? "100" : `≥ ${least}`, score >= least);
}
// What it would have us mend: every audit that is not perfect, once.
const mends = new Map();
for (const { audits, categories } of runs) {
  for (const { auditRefs } of Object.values(categories)) {
    for (const { id, weight } of auditRefs) {
      const { score, title, displayValue } = audits[id];
      if (score !== null && score < (weight ? 1 : 0.9)) mends.set(id, [title, displayValue].filter(Boolean).join(": "));
    }
  }
}
writeFileSync("bench-lighthouse.json", `${JSON.stringify({ machine: machine(), version, runs: RUNS, ...results }, undefined, 2)}\n`);

console.log(`${new Date().toISOString().slice(0, 10)}, ${machine()}, Lighthouse ${version}, mobile, slow 4G; medians of ${RUNS} runs`);
const widths = [0, 1, 2].map((at) => Math.max(...lines.map((line) => line[at].length)));
for (const line of lines) console.log(line.map((text, at) => text.padEnd(widths[at])).join("  ").trimEnd());
for (const [id, text] of mends) console.log(`  ${id}: ${text}`);
for (const miss of missed) console.error(`lighthouse: ${miss}`);
process.exit(missed.length ? 1 : 0);
