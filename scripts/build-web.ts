import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, glob, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import type { InlineConfig, Plugin } from "vite";

/**
 * Builds the web pages into dist/web: the widget (one file, and one beside it for each further language), the demo site and the console;
 * with names (`widget demo`) only those. `--if-missing` does nothing when the sources are what they were at the last
 * build. Exit code 1 when a build fails or the widget is too big.
 */
const WIDGET_LIMIT_KIB = 45;
const ROOT = join(import.meta.dirname, "..");
const OUT = join(ROOT, "dist/web");
const STAMP = join(OUT, ".built-from");
// light-dark() decides: the browsers of the last two and a half years.
const TARGET = ["chrome123", "firefox121", "safari17.5"];

const PAGES: Record<string, () => InlineConfig | Promise<InlineConfig>> = { widget, demo, console };

async function main(options: string[]): Promise<void> {
  const wanted = options.filter((option) => !option.startsWith("--"));
  const sources = await hashOfSources();
  if (options.includes("--if-missing") && (await builtFrom()) === sources) return;
  const { build } = await import("vite");
  if (wanted.length === 0 || wanted.includes("widget")) await cp(join(ROOT, "src/web/widget/texts"), join(OUT, "widget"), { recursive: true });
  for (const [name, config] of Object.entries(PAGES)) {
    if (wanted.length === 0 || wanted.includes(name)) await build(await config());
  }
  const sizes: string[] = [];
  for await (const file of glob("**/*.{js,css}", { cwd: OUT })) sizes.push(await sizeLine(file));
  process.stdout.write(`${sizes.sort().join("\n")}\n`);
  const widgetKib = gzippedKib(await readFile(join(OUT, "widget.js")));
  if (widgetKib >= WIDGET_LIMIT_KIB) throw new Error(`widget.js is ${widgetKib.toFixed(1)} KiB gzipped; it must stay under ${WIDGET_LIMIT_KIB} KiB`);
  if (wanted.length === 0) await writeFile(STAMP, sources);
}

function widget(): InlineConfig {
  return {
    ...common(join(ROOT, "src/web/widget")),
    build: {
      ...output(OUT),
      // The other pages live in folders of the same one.
      emptyOutDir: false,
      lib: { entry: "main.ts", formats: ["iife"], name: "standinWidget", fileName: () => "widget.js" },
    },
    plugins: [onlyLexerOfMarked(), onlyNeededOfPurify(), inAscii()],
    define: { "process.env.NODE_ENV": '"production"' },
  };
}

/**
 * We use marked's lexer only, but the default instance that marked makes when it is loaded keeps all of it in the
 * bundle (3 KiB gzipped). This cuts the instance out and leaves the one export that we need; the rest then falls to
 * the bundler. If a later marked looks different, nothing is cut, and only the size grows.
 */
function onlyLexerOfMarked(): Plugin {
  const instance = /var \w+=new \w+;function \w+\(\w+,\w+\)\{return [^]*?(?=export\{)/;
  const exports = /export\{[^}]*?(\w+) as Lexer[^}]*\}/;
  return {
    name: "only-lexer-of-marked",
    transform(code, id) {
      if (!id.endsWith("marked.esm.js") || !instance.test(code) || !exports.test(code)) return undefined;
      return { code: code.replace(instance, "").replace(exports, "export{$1 as Lexer}"), map: null };
    },
  };
}

/**
 * DOMPurify brings along the hundreds of names that it allows by default, and helpers of its compiler for older browsers
 * (3 KiB gzipped). We always say ourselves which few elements and attributes may exist (`sanitize.ts`), so both go. The lists
 * of SVG and MathML elements stay: it tells namespaces apart by them. If a later DOMPurify looks different, nothing is cut.
 */
function onlyNeededOfPurify(): Plugin {
  const defaults = /^(const (?:html\$1|html|svg|mathMl|xml) = freeze\(\[)[^\]]*(?=\]\);$)/gm;
  const destructuring = /_slicedToArray\((\w+), \d\)/g;
  const unused = /^AsyncGenerator\.prototype\[[^]*?(?=^const entries)/m;
  return {
    name: "only-needed-of-purify",
    transform(code, id) {
      if (!id.endsWith("purify.es.mjs") || code.match(defaults)?.length !== 5) return undefined;
      return { code: code.replace(defaults, "$1").replace(unused, "").replace(destructuring, "$1"), map: null };
    },
  };
}

/** A host page in another encoding must not garble our umlauts: what is not ASCII is written as an escape. */
function inAscii(): Plugin {
  return {
    name: "in-ascii",
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === "chunk") file.code = file.code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
      }
    },
  };
}

function demo(): InlineConfig {
  return { ...common(join(ROOT, "src/web/demo")), base: "/", build: { ...output(join(OUT, "demo")), assetsDir: "demo-assets", modulePreload: false } };
}

async function console(): Promise<InlineConfig> {
  const root = join(ROOT, "src/web/console");
  const { default: react } = await import("@vitejs/plugin-react");
  return { ...common(root), base: "/console/", plugins: [react()], build: { ...output(join(OUT, "console")), modulePreload: { polyfill: false } } };
}

function common(root: string): InlineConfig {
  return { root, configFile: false, publicDir: false, logLevel: "warn" };
}

// No inlined assets: a strict content security policy allows files of ours, not data: addresses.
function output(outDir: string) {
  return { outDir, emptyOutDir: true, target: TARGET, cssTarget: TARGET, assetsInlineLimit: 0, reportCompressedSize: false, chunkSizeWarningLimit: 1000 };
}

async function sizeLine(file: string): Promise<string> {
  const bytes = await readFile(join(OUT, file));
  return `${relative(ROOT, join(OUT, file)).padEnd(56)} ${kib(bytes.length).padStart(9)}  gzip ${kib(gzipSync(bytes).length).padStart(9)}`;
}

function gzippedKib(bytes: Buffer): number {
  return gzipSync(bytes).length / 1024;
}

function kib(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}

/** Content, not times: a fresh clone has new times, and a switched branch old ones. */
async function hashOfSources(): Promise<string> {
  const files = ["package-lock.json", "scripts/build-web.ts"];
  for await (const file of glob(["src/web/**/*.*", "src/http/contract.ts", "src/http/contract/*.ts"], { cwd: ROOT })) files.push(file);
  const hash = createHash("sha256");
  for (const file of files.sort()) hash.update(`${file}\0`).update(await readFile(join(ROOT, file)));
  return hash.digest("hex");
}

async function builtFrom(): Promise<string | undefined> {
  return existsSync(STAMP) ? readFile(STAMP, "utf8") : undefined;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
