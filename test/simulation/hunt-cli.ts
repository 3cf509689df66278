import { readFileSync, writeFileSync } from "node:fs";
import { bugs } from "./bugs/bugs.ts";
import { hunt, matrix, missed, SEEDS, seedsOf } from "./hunt.ts";

// Hunts the planted mistakes (all, or the named ones) and writes down where each was found, so that `npm test` begins there.
const names = process.argv.slice(2);
const strange = names.filter((name) => !bugs.some((bug) => bug.name === name));
if (strange.length > 0 || names.some((name) => name.startsWith("-"))) {
  console.error(`npm run hunt -- [NAME …]: hunts planted mistakes of test/simulation/bugs/, all or the named ones.\nUnknown: ${strange.join(", ")}`);
  process.exit(2);
}
const wanted = names.length > 0 ? names : bugs.map(({ name }) => name);
let over = 0;
const all = await hunt({
  names: wanted,
  told(hunted) {
    console.error(`${++over} of ${wanted.length}: ${hunted.name}, ${hunted.told} stories, ${hunted.seconds.toFixed(0)} s`);
    const known = JSON.parse(readFileSync(SEEDS, "utf8")) as Record<string, number[]>;
    known[hunted.name] = seedsOf(hunted);
    const kept = bugs.flatMap(({ name }) => (known[name]?.length ? [`  ${JSON.stringify(name)}: [${known[name].join(", ")}]`] : []));
    writeFileSync(SEEDS, `{\n${kept.join(",\n")}\n}\n`);
  },
});
console.log(matrix(all));
const escaped = missed(all);
if (escaped.length > 0) console.error(`Not found:\n${escaped.join("\n")}`);
process.exitCode = escaped.length > 0 ? 1 : 0;
