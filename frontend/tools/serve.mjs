// Shows the viewer with recorded scenes: `node tools/serve.mjs FOLDER [PORT]`, FOLDER having scene/*.json, mesh/*.glb, view/*.glb.
// Only to this machine, under the same Content-Security-Policy as the pages.

import { createServer } from "node:http";
import { readFile, readdir } from "node:fs/promises";
import { dirname, extname, join, normalize, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const assets = resolve(here, "../../configurator/web/assets");
const data = resolve(process.argv[2] ?? "scenes"), port = Number(process.argv[3] ?? 8765);
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".json": "application/json", ".glb": "model/gltf-binary", ".woff2": "font/woff2" };
const POLICY = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self' blob:; frame-ancestors 'none'";

function place(path) {
  if (path === "/") return join(here, "page.html");
  if (path === "/page.js") return join(here, "page.js");
  if (path.startsWith("/assets/")) return join(assets, normalize(path.slice(8)));
  if (path.startsWith("/api/")) return join(data, normalize(path.slice(5)));
  return null;
}

createServer(async (request, response) => {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  try {
    if (path === "/api/scenes") {
      const names = (await readdir(join(data, "scene"))).map((name) => name.replace(/\.json$/, "")).sort();
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(names));
      return;
    }
    const file = place(path);
    if (!file || path.includes("..")) throw new Error("no such place");
    const body = await readFile(file);
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "content-security-policy": POLICY }).end(body);
  } catch {
    response.writeHead(404, { "content-type": "application/json" }).end('{"error":{"code":"missing","sentences":{"en":"There is no such thing here."},"retry":false}}');
  }
}).listen(port, "127.0.0.1", () => console.log(`http://127.0.0.1:${port}/`));
