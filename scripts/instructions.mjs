// How many instructions a row costs, counted by callgrind: node scripts/instructions.mjs [--write]
// Fails where a shape costs over 5 % more than bench/instructions.json says; --write enters what was counted.
//
// Time differs from run to run; this does not. Two files of a shape are read, a small and a large one: the difference
// is what the rows cost, the rest is the start (the head, the tables). Each answer is held against the generator's own
// before it counts.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const FIGURES = "bench/instructions.json";
const FOLDER = "target/instructions";
const SHAPES = ["plain", "quoted", "newlines", "headerless"];
const MEGABYTES = [2, 6];
const TOLERANCE = 0.05;

const run = (program, args, options) => execFileSync(program, args, { encoding: "utf8", ...options });

function count(shape, megabytes) {
  const log = `${FOLDER}/${shape}-${megabytes}.csv`;
  run("target/debug/examples/calls", [String(megabytes), log, shape]);
  const profile = `${FOLDER}/callgrind.out`;
  const answer = run("valgrind", ["--tool=callgrind", `--callgrind-out-file=${profile}`, "target/reader/reader", log], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const truth = readFileSync(`${log}.json`, "utf8");
  if (answer !== truth) throw new Error(`${log} was read as ${answer} and holds ${truth}`);
  const instructions = Number(/^(?:summary|totals): (\d+)$/m.exec(readFileSync(profile, "utf8"))?.[1]);
  if (!(instructions > 0)) throw new Error(`${profile} has no total`);
  return { instructions, rows: JSON.parse(truth).rows, bytes: readFileSync(log).length };
}

function measure(shape) {
  const [small, large] = MEGABYTES.map((megabytes) => count(shape, megabytes));
  const instructions = large.instructions - small.instructions;
  const per_row = instructions / (large.rows - small.rows);
  return {
    per_row: Math.round(per_row),
    per_kilobyte: Math.round((1000 * instructions) / (large.bytes - small.bytes)),
    start: Math.round(small.instructions - per_row * small.rows),
  };
}

mkdirSync(FOLDER, { recursive: true });
const measured = Object.fromEntries(SHAPES.map((shape) => [shape, measure(shape)]));
if (process.argv.includes("--write")) {
  writeFileSync(FIGURES, `${JSON.stringify(measured, null, 2)}\n`);
}
const known = JSON.parse(readFileSync(FIGURES, "utf8"));
const pad = (value, width = 12) => String(value).padStart(width);
console.log(`${"shape".padEnd(12)}${pad("per row")}${pad("known")}${pad("per KB")}${pad("start")}`);
for (const shape of SHAPES) {
  const { per_row, per_kilobyte, start } = measured[shape];
  const change = per_row / known[shape].per_row - 1;
  console.log(`${shape.padEnd(12)}${pad(per_row)}${pad(known[shape].per_row)}${pad(per_kilobyte)}${pad(start)}`);
  if (change > TOLERANCE) {
    console.error(`instructions: ${shape} costs ${(100 * change).toFixed(1)} % more a row; bring it down, or raise the figure with its reason`);
    process.exitCode = 1;
  } else if (change < -TOLERANCE) {
    console.log(`instructions: ${shape} costs ${(-100 * change).toFixed(1)} % less a row; enter it with \`make instructions WRITE=1\``);
  }
}
