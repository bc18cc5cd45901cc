// Builds what the pages load: `node build.mjs` writes configurator/web/assets, `node build.mjs --check` only compares.
// One bundle an entry; an entry whose source is not there is skipped. Equal sources and an equal lock file give equal bytes.

import { build } from "esbuild";
import { access, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const assets = resolve(here, "../configurator/web/assets");

/** Name of the bundle -> its source, and the size in bytes that it must not pass. */
const ENTRIES = {
  viewer: { source: "viewer/index.ts", most: 820_000 },
  panel: { source: "panel/index.ts", most: 200_000 },
  planning: { source: "planning/index.ts", most: 60_000 },
  chrome: { source: "chrome/index.ts", most: 4_000 },
  print: { source: "print/index.ts", most: 4_000 },
  // its decoder of meshes that we do not write would need 'wasm-unsafe-eval': without WebAssembly it stays switched off
  ar: { source: "viewer/ar_element.ts", most: 1_200_000, define: { WebAssembly: "undefined" } },
};

const there = (path) => access(path).then(() => true, () => false);

/** The package that a bundled file belongs to, or null for our own. */
function packageOf(input) {
  const parts = input.split(/[\\/]/);
  const at = parts.lastIndexOf("node_modules");
  if (at < 0) return null;
  const scoped = parts[at + 1].startsWith("@");
  return parts.slice(at + 1, at + (scoped ? 3 : 2)).join("/");
}

/** Text of a package's licence file. */
async function licence(name) {
  const folder = join(here, "node_modules", name);
  const about = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each));
  const text = file ? (await readFile(join(folder, file), "utf8")).trim() : `License: ${about.license}`;
  return `${name} ${about.version} (${about.license})\n${"-".repeat(60)}\n${text}\n`;
}

const files = new Map();
const bundled = new Set();
for (const [name, { source, most, define = {} }] of Object.entries(ENTRIES)) {
  const entry = join(here, source);
  if (!(await there(entry))) {
    console.log(`${name}: no ${source}, skipped`);
    continue;
  }
  const result = await build({
    entryPoints: [entry],
    absWorkingDir: here,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none", // the full texts stand in LICENSES.txt
    loader: { ".css": "text" },
    external: ["./ar.js"],
    define,
    write: false,
    metafile: true,
    outdir: assets,
    entryNames: name,
    logLevel: "warning",
  });
  for (const input of Object.keys(result.metafile.inputs)) {
    const owner = packageOf(input.split("/").join(sep));
    if (owner) bundled.add(owner);
  }
  for (const file of result.outputFiles) {
    const text = Buffer.from(file.contents);
    if (text.length > most) throw new Error(`${name}: ${text.length} bytes, at most ${most} are allowed`);
    files.set(relative(assets, file.path), text);
  }
}

// model-viewer's own bundle holds these; its package does not name them as inputs of ours
if (bundled.has("@google/model-viewer")) ["three", "lit", "lit-html", "lit-element", "@lit/reactive-element", "@monogrid/gainmap-js"]
  .forEach((name) => bundled.add(name));
const texts = await Promise.all([...bundled].sort().map(async (name) => (await there(join(here, "node_modules", name))) ? licence(name) : null));
files.set("LICENSES.txt", Buffer.from(`What the bundles in this folder contain besides Lot One's own sources.\n\n${texts.filter(Boolean).join("\n\n")}`));

const compare = process.argv.includes("--check");
let different = 0;
await mkdir(assets, { recursive: true });
for (const [name, wanted] of [...files].sort(([a], [b]) => a < b ? -1 : 1)) {
  const path = join(assets, name);
  const found = (await there(path)) ? await readFile(path) : null;
  const same = found !== null && found.equals(wanted);
  if (compare && !same) different += 1;
  if (!compare && !same) await writeFile(path, wanted);
  console.log(`${name}: ${wanted.length} bytes${same ? "" : compare ? ", differs from the committed file" : ", written"}`);
}
if (different) {
  console.error(`${different} built file(s) are not what the sources give: run \`npm run build\` in frontend/ and commit the result`);
  process.exit(1);
}
