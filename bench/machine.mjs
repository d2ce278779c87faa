// What every bench stands on: generated logs, a local host, a browser, the books of its processes.

import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import os from "node:os";
import { chromium } from "@playwright/test";

const DATA = "bench-data";
const ARGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

export const say = (text) => console.error(text);

export const run = (command, ...args) =>
  execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};

/** A generated log (examples/calls.rs) and what must be found in it. */
export const log = (megabytes, shape = "plain") => {
  mkdirSync(DATA, { recursive: true });
  const path = `${DATA}/calls-${megabytes}-${shape}.csv`;
  if (!existsSync(`${path}.json`)) {
    say(`generating ${path}`);
    run("cargo", "run", "--quiet", "--locked", "--example", "calls", "--", String(megabytes), path, shape);
  }
  return { path, truth: JSON.parse(readFileSync(`${path}.json`, "utf8")) };
};

/** Serves a folder of this machine; answers its address. */
export const serve = (folder) =>
  new Promise((resolve, reject) => {
    const server = spawn("node", ["scripts/serve.mjs", folder, "0"], { stdio: ["ignore", "pipe", "inherit"] });
    process.on("exit", () => server.kill());
    server.on("exit", (code) => reject(new Error(`the server for ${folder} ended: ${code}`)));
    server.stdout.on("data", (text) => {
      const address = /http:\/\/\S+/.exec(text)?.[0];
      if (address) resolve({ address, stop: () => server.kill() });
    });
  });

export const launch = () => chromium.launch({ executablePath: "/usr/bin/chromium", args: ARGS });

/** Fails unless what was found holds all that is true. */
export const same = (who, found, truth) => {
  for (const [name, value] of Object.entries(truth)) {
    if (found[name] !== value) throw new Error(`${who}: ${name} is ${found[name]}, must be ${value}`);
  }
};

/** Memory of some processes in MB: private (RssAnon) and all (VmRSS). Linux only. */
export const memory = (pids) => {
  const sum = { private: 0, all: 0 };
  for (const pid of pids) {
    let status;
    try {
      status = readFileSync(`/proc/${pid}/status`, "utf8");
    } catch {
      continue; // it has ended
    }
    sum.private += Number(/RssAnon:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    sum.all += Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  }
  return sum;
};

/** The browser's processes: their ids, and the CPU time that they have used, in milliseconds. */
export const processes = async (browser) => {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return {
    renderers: processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id),
    cpuMs: processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0),
  };
};

export const machine = () => `${os.cpus()[0].model}, ${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GB`;
