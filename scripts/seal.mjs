// Trunk's post_build hook: seals the built page, so that a browser runs these bytes and no others.
//
// - gives the scripts and all wasm files names that hold the hash of their final bytes;
// - writes the import map: each script and wasm file with its integrity (Trunk signs neither workers nor the wasm
//   that is really shipped);
// - makes one style sheet of all, and puts the few lines of theme.js into the page: on a slow line each file that the
//   first paint waits for costs a journey there and back;
// - writes the policy into the page, with the hashes of the import map and of theme.js;
// - checks that whatever the page loads has a relative address, and that every integrity is true.
//
// `trunk serve` injects a reload script and talks to it over a socket: for that build alone the policy is relaxed.

import { createHash } from "node:crypto";
import { readFileSync, renameSync, readdirSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const dist = process.env.TRUNK_STAGING_DIR ?? "dist";
const read = (path) => readFileSync(join(dist, path));
const hash = (algorithm, bytes) => createHash(algorithm).update(bytes).digest("base64");
const integrityOf = (path) => `sha384-${hash("sha384", read(path))}`;
const fail = (why) => {
  console.error(`seal: ${why}`);
  process.exit(1);
};

/** Renames a file after its bytes: what is cached under a name never changes. */
const nameByHash = (path, name = path) => {
  const short = createHash("sha256").update(read(path)).digest("hex").slice(0, 16);
  const named = name.replace(/(\.\w+)$/, `-${short}$1`);
  renameSync(join(dist, path), join(dist, named));
  return named;
};

let html = read("index.html").toString();
const replace = (text, by) => {
  if (!html.includes(text)) fail(`index.html has no ${text}`);
  html = html.replace(text, () => by);
};

// What Trunk made, told through `pattern_script` in Trunk.toml.
const [tag] = html.match(/<meta[^>]*name="?built\b[^>]*>/) ?? [""];
const [, doorScript, doorWasm] = tag.match(/content="([^" ]+) ([^" ]+)"/) ?? [];
if (!doorWasm) fail(`index.html does not say what was built (see pattern_script in Trunk.toml):\n${html}`);

// The style sheets, in their order, as one; it stands where the first one stood.
const styles = [...html.matchAll(/<link\b[^>]*\brel="?stylesheet\b[^>]*>/g)].map(([tag]) => {
  const path = tag.match(/href="?\.\/([^" >]+)/)?.[1] ?? fail(`a style sheet without an address: ${tag}`);
  return { tag, path };
});
if (!styles.length) fail("index.html has no style sheet");
writeFileSync(join(dist, "style.css"), styles.map(({ path }) => read(path).toString().trim()).join("\n"));
for (const { path } of styles) unlinkSync(join(dist, path));
const style = nameByHash("style.css");

const theme = read("theme.js").toString().replace(/^\s*\/\/.*\n/gm, "").trim();
unlinkSync(join(dist, "theme.js"));
const boot = nameByHash("boot.js");
const imports = {
  door: nameByHash(doorScript, "door.js"),
  "door.wasm": nameByHash(doorWasm, "door.wasm"),
  house: nameByHash("house.js"),
  "house.wasm": nameByHash("house_bg.wasm", "house.wasm"),
  reader: nameByHash("reader.js"),
  "reader.wasm": nameByHash("reader_bg.wasm", "reader.wasm"),
  unpacker: nameByHash("unpacker.js"),
  "unpacker.wasm": nameByHash("unpacker_bg.wasm", "unpacker.wasm"),
};
// Crates may bring script snippets, which the page's glue imports.
const snippets = readdirSync(dist, { recursive: true }).filter((path) => /^snippets\/.*\.js$/.test(path));
const relative = (path) => `./${path}`;
const importMap = JSON.stringify({
  imports: Object.fromEntries(Object.entries(imports).map(([name, path]) => [name, relative(path)])),
  integrity: Object.fromEntries(
    [...Object.values(imports), ...snippets].map((path) => [relative(path), integrityOf(path)]),
  ),
});

const sealed = (attribute, path) => `${attribute}="${relative(path)}" integrity="${integrityOf(path)}"`;
for (const [at, { tag }] of styles.entries()) replace(tag, at ? "" : `<link rel="stylesheet" ${sealed("href", style)}>`);
replace(
  tag,
  [
    `<script>${theme}</script>`,
    `<script type="importmap">${importMap}</script>`,
    `<link rel="modulepreload" ${sealed("href", imports.door)}>`,
    // Browsers do not check a preload of this kind; boot.js checks what it takes from it.
    `<link rel="preload" as="fetch" crossorigin href="${relative(imports["door.wasm"])}">`,
    `<script type="module" ${sealed("src", boot)}></script>`,
  ].join("\n"),
);

// The icon stands in the page itself: Chromium asks for it again at each change of the address (where each view, filter
// and comparison has one), and the page promises not a single request. A data address asks nobody.
const [iconLink] = html.match(/<link\b[^>]*href="?\.\/icon\.svg"?[^>]*>/) ?? [];
if (!iconLink) fail("index.html has no icon");
const icon = encodeURIComponent(read("icon.svg").toString().trim()).replaceAll("'", "%27");
replace(iconLink, iconLink.replace(/href="?\.\/icon\.svg"?/, () => `href="data:image/svg+xml,${icon}"`));

const development = html.includes("__TRUNK_ADDRESS__");
const policy = [
  "default-src 'none'",
  `script-src 'self' 'wasm-unsafe-eval' ${development ? "'unsafe-inline'" : [theme, importMap].map((text) => `'sha256-${hash("sha256", text)}'`).join(" ")}`,
  `connect-src 'self'${development ? " ws: wss:" : ""}`,
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "manifest-src 'self'",
  "worker-src blob:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
replace("written by scripts/seal.mjs", policy);

for (const [element] of html.matchAll(/<(?:link|script|img)\b[^>]*>/g)) {
  const [, address] = element.match(/(?:href|src)="?([^" >]+)/) ?? [];
  if (!address || address.startsWith("data:")) continue;
  if (!address.startsWith("./")) fail(`${address} is not relative to the page`);
  const [, integrity] = element.match(/integrity="?([^" >]+)/) ?? [];
  if (integrity && integrity !== integrityOf(address)) fail(`the integrity of ${address} is not that of its bytes`);
}

writeFileSync(join(dist, "index.html"), html);
