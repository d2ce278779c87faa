// Serves a folder on this machine, as any static host would: node scripts/serve.mjs FOLDER [PORT] [BASE]
// BASE is the path under which the folder appears, "/" unless told. PORT is 8080 unless told.
//
// What a browser can unpack is sent compressed, by brotli, else gzip. Hosts differ: some do the same at a lower quality,
// some know gzip alone, which costs a fifth more. Files are compressed when they are first asked for, and kept.

import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const [folder = "dist", port = "8080", base = "/"] = process.argv.slice(2);

const types = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm", // browsers compile it while it arrives only under this type
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** The file behind an address, or nothing: folders answer with their index.html, nothing lies outside. */
const fileFor = (path) => {
  if (!path.startsWith(base)) return undefined;
  let file = join(folder, normalize(`/${path.slice(base.length)}`));
  if (file.endsWith(sep)) file += "index.html";
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
};

const PACKED = new Set([".css", ".csv", ".html", ".js", ".mjs", ".json", ".svg", ".wasm", ".webmanifest"]);
/** Larger files (debug builds, a bench's peers) would take longer to compress than to send from here. */
const PACKED_BYTES = 4_000_000;

const kept = new Map();
/** The bytes of a file in a coding that the browser takes; nothing where it is sent as it is. */
const packed = (file, accepts) => {
  const coding = /\bbr\b/.test(accepts) ? "br" : /\bgzip\b/.test(accepts) ? "gzip" : undefined;
  const { mtimeMs, size } = statSync(file);
  if (!coding || size > PACKED_BYTES || !PACKED.has(extname(file))) return undefined;
  const key = `${coding} ${mtimeMs} ${file}`;
  if (!kept.has(key)) {
    const bytes = readFileSync(file);
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: size } };
    kept.set(key, coding === "br" ? brotliCompressSync(bytes, quality) : gzipSync(bytes, { level: 9 }));
  }
  return { coding, bytes: kept.get(key) };
};

const server = createServer((request, response) => {
  let file;
  try {
    file = fileFor(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
  } catch {
    response.writeHead(400).end("400");
    return;
  }
  if (!["GET", "HEAD"].includes(request.method)) response.writeHead(405).end("405");
  else if (!file) response.writeHead(404, { "content-type": "text/plain" }).end("404");
  else {
    const small = packed(file, request.headers["accept-encoding"] ?? "");
    response.writeHead(200, {
      "content-type": types[extname(file)] ?? "application/octet-stream",
      "cache-control": "no-cache",
      vary: "accept-encoding",
      ...(small && { "content-encoding": small.coding, "content-length": small.bytes.length }),
    });
    if (request.method === "HEAD") response.end();
    else if (small) response.end(small.bytes);
    else createReadStream(file).on("error", () => response.destroy()).pipe(response);
  }
});

server.on("error", (error) => {
  console.error(error.code === "EADDRINUSE" ? `Port ${port} is taken: make serve PORT=8081` : error.message);
  process.exit(1);
});
server.listen(Number(port), "127.0.0.1", () => {
  console.log(`Ringwell is at http://localhost:${server.address().port}${base} (Ctrl-C ends it)`);
});
