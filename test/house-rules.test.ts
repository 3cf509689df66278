import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkHouse, EXEMPTIONS, rules } from "./support/house-rules/check-house.ts";
import { layers } from "./support/house-rules/layers.ts";
import { readTree } from "./support/house-rules/source-tree.ts";

const root = join(import.meta.dirname, "..");
const BAD_HOUSE = "test/support/house-rules/bad-house/";

describe("the house", () => {
  const tree = readTree(root, [BAD_HOUSE]);

  test("is read at all", () => {
    expect(tree.byPath.has("src/policies/index.ts")).toBe(true);
    expect(tree.files.flatMap((file) => file.imports).length).toBeGreaterThan(tree.files.length);
  });

  // The limits are those of CONTRIBUTING.md.
  const violations = checkHouse(tree, { sourceLines: 300, testLines: 400, functionLines: 60 });
  test.each([...rules.map(({ id }) => id), EXEMPTIONS])("keeps the rule %s", (id) => {
    expect(violations.filter(({ rule }) => rule === id).map(({ file, line, mend }) => `${file}:${line} ${mend}`)).toEqual([]);
  });
});

describe("the table", () => {
  test("lets dependencies run one way only", () => {
    const below = new Map(Object.entries(layers).map(([room, { may }]) => [room, new Set(may.map((name) => name.split("/")[0] ?? name))]));
    const order: string[] = [];
    while (below.size > 0) {
      const [room] = [...below].find(([, uses]) => [...uses].every((used) => !below.has(used))) ?? [];
      expect(room, `a circle among ${[...below.keys()].join(", ")}`).toBeDefined();
      order.push(room as string);
      below.delete(room as string);
    }
    expect(order).toHaveLength(Object.keys(layers).length);
  });

  test("stands in ARCHITECTURE.md as it is enforced", () => {
    const page = readFileSync(join(root, "ARCHITECTURE.md"), "utf8");
    const rooms = Object.entries(layers).filter(([name]) => !name.endsWith(".ts"));
    const written = rooms.map(([room, { may }]) => `| ${room} | ${room === "http" ? "every other room" : may.join(", ") || "nothing"} |`);
    expect(written.filter((row) => !page.includes(`\n${row}`))).toEqual([]);
  });
});

// There are many ways to the time, to chance, to waiting and to the outside; a rule that knows one of them knows none.
test("every other way around a seam is found where it stands", () => {
  const badHouse = readTree(join(root, BAD_HOUSE));
  const ways = badHouse.byPath.get("src/conversations/ways.ts");
  const expected = ways?.comments.flatMap(({ text, line }) => (text.startsWith("breaks: ") ? [`${line + 1} ${text.slice(8)}`] : [])) ?? [];
  const found = checkHouse(badHouse, { sourceLines: 1e6, testLines: 1e6, functionLines: 1e6 }).filter(
    ({ file, rule }) => file === ways?.path && rule !== EXEMPTIONS,
  );
  expect(expected.length).toBeGreaterThan(60);
  expect(found.map(({ line, rule }) => `${line} ${rule}`).sort()).toEqual(expected.sort());
});

// Each file of the bad house breaks what its first comments say, and nothing else.
test("every rule bites", () => {
  const badHouse = readTree(join(root, BAD_HOUSE));
  const expected = badHouse.files.flatMap(({ path, comments }) =>
    comments.flatMap(({ text }) => {
      const rule = /^breaks: (.+)$/.exec(text)?.[1];
      return rule ? [`${path} ${rule}`] : [];
    }),
  );
  const inMigrations = badHouse.migrations.flatMap(({ path, text }) => [...text.matchAll(/-- breaks: (.+)$/gm)].map((match) => `${path} ${match[1]}`));
  expected.push(...inMigrations);
  const violations = checkHouse(badHouse, { sourceLines: 15, testLines: 18, functionLines: 9 });
  const found = violations.map(({ file, rule }) => `${file} ${rule}`);
  expect(found.sort()).toEqual(expected.sort());
  expect(new Set(expected.map((line) => line.split(" ")[1]))).toEqual(new Set([...rules.map(({ id }) => id), EXEMPTIONS]));
});
