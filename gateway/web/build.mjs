/**
 * Builds the page: source/ to built/, or to the folder that is named. The same sources give the same
 * bytes, so that a test can tell whether what is committed is what the sources say.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, "built");
const LICENCES =
  "/*! Scenestream, Apache-2.0. Contains three.js (MIT, Copyright 2010-2026 three.js authors), " +
  "protobuf-es (Apache-2.0, Copyright Buf Technologies) and noble-hashes (MIT, Copyright Paul Miller). */";

const { outputFiles } = await build({
  absWorkingDir: here,
  entryPoints: { app: "source/main.ts", style: "source/style.css" },
  outdir: out,
  bundle: true,
  minify: true,
  write: false,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  banner: { js: LICENCES },
  preserveSymlinks: true,
  logLevel: "warning",
});

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
let page = readFileSync(join(here, "source/index.html"), "utf8");
for (const { path, contents } of outputFiles) {
  const [kind, place] = path.endsWith(".js") ? ["js", "SCRIPT"] : ["css", "STYLE"];
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 16);
  const name = `${kind === "js" ? "app" : "style"}-${hash}.${kind}`;
  writeFileSync(join(out, name), contents);
  page = page.replace(`"${place}"`, `"${name}"`);
}
writeFileSync(join(out, "index.html"), page);
