import { readFileSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bugs } from "./bugs.ts";
import type { Patch } from "./patch.ts";

/** Plants the mistake that STANDIN_PLANTED_BUG names, in this process alone: the source is changed while it is loaded. */

const root = fileURLToPath(new URL("../../../", import.meta.url));
const bug = bugs.find(({ name }) => name === process.env["STANDIN_PLANTED_BUG"]);
if (!bug) throw new Error(`There is no bug ${process.env["STANDIN_PLANTED_BUG"]}.`);
const { patches } = bug;
const left = new Set(patches);

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    const own = patches.filter(({ file }) => url.endsWith(`/${file}`));
    if (own.length === 0) return loaded;
    return { ...loaded, source: patched(readFileSync(fileURLToPath(url), "utf8"), own) };
  },
});

function patched(text: string, own: Patch[]): string {
  let source = text;
  for (const patch of own) {
    const places = source.split(patch.find).length - 1;
    if (places !== 1) throw new Error(`${patch.file} has ${places} places for the planted bug, not one: ${patch.find}`);
    source = source.replace(patch.find, () => patch.replace);
    left.delete(patch);
  }
  return source;
}

/** The migrations with what this bug changes in them; undefined when it changes none. */
export function plantedMigrations(): string | undefined {
  if (!patches.some(({ file }) => file.startsWith("migrations/"))) return undefined;
  const directory = mkdtempSync(join(tmpdir(), "standin-planted-"));
  for (const name of readdirSync(join(root, "migrations"))) {
    const own = patches.filter(({ file }) => file === `migrations/${name}`);
    writeFileSync(join(directory, name), patched(readFileSync(join(root, "migrations", name), "utf8"), own));
  }
  return directory;
}

/** What has not been changed by now: a patch of a file that nobody has loaded. */
export function unplanted(): Patch[] {
  return [...left];
}
