import { builtins, dice, layers, patience, seams, stopwatches, timekeepers } from "./layers.ts";
import type { Reference } from "./references.ts";
import { fileRule, within, type Rule } from "./rule.ts";
import type { SourceFile } from "./source-tree.ts";

/**
 * Time, chance, waiting and the outside world have one seam each, so that a simulation can stand in for them. These rules look for the
 * other ways: by any name, through any object, in any string of SQL.
 */

const serverSource = (file: SourceFile) => file.room !== undefined;
const elsewhere = (places: readonly string[]) => (file: SourceFile) => serverSource(file) && !within(file.path, places);

type Way = { rule: string; mend: string; exemption?: NonNullable<Rule["exemption"]>; where: readonly string[]; is: (one: Reference) => boolean };

const GLOBAL_WAITS = new Set(["setTimeout", "setInterval", "setImmediate", "queueMicrotask", "Atomics", "scheduler"]);
const GLOBAL_WIRES = new Set(["fetch", "WebSocket", "EventSource", "XMLHttpRequest", "BroadcastChannel"]);

const ways: readonly Way[] = [
  {
    rule: "time-comes-from-the-clock",
    mend: "ask clock.now(), or say at the line: // house: time because …",
    exemption: { word: "time", of: "line" },
    where: timekeepers,
    // A date of something, its parts, and the question whether something is one, are no look at the clock.
    is: ({ name, member, use, given }) =>
      (name === "Date" && !(use === "new" && given > 0) && use !== "compare" && !["parse", "UTC", "prototype"].includes(member ?? "")) ||
      (name === "process" && ["hrtime", "uptime"].includes(member ?? "")) ||
      name === "Temporal",
  },
  {
    rule: "durations-only-at-the-edge",
    mend: "clock.now() tells how long it took, too: a stopwatch of its own runs on while a simulation's clock stands",
    where: stopwatches,
    is: ({ name }) => name === "performance",
  },
  {
    rule: "randomness-comes-from-ids",
    mend: "ask ids.next(), ids.secret() or ids.bytes(); what must repeat comes from a seed",
    where: dice,
    is: ({ name, member }) =>
      (name === "Math" && (member === undefined || member === "random")) ||
      (name === "crypto" && (member === undefined || /^(random|getRandomValues|subtle)/.test(member))),
  },
  {
    rule: "waits-and-wires-have-a-seam",
    mend: "wait by a timer row or `every` of the ground; ask the outside through a channel or a model: a simulation stands in for them",
    where: [...seams, ...patience],
    is: ({ name, member }) =>
      GLOBAL_WAITS.has(name) || GLOBAL_WIRES.has(name) || (name === "AbortSignal" && member === "timeout") || (name === "process" && member === "nextTick"),
  },
  {
    rule: "globals-by-their-own-name",
    mend: "write the name itself: what is taken out of globalThis by another way cannot be judged",
    where: ["src/web/"],
    is: ({ name }) => name === "globalThis",
  },
];

const wayRules = ways.map(({ rule, mend, exemption, where, is }) =>
  fileRule({
    id: rule,
    ...(exemption ? { exemption } : {}),
    where: elsewhere(where),
    look(file, report) {
      for (const one of file.references()) if (is(one)) report(one.offset, mend);
      if (rule === "time-comes-from-the-clock") for (const offset of datelessFormats(file)) report(offset, mend);
      if (rule === "randomness-comes-from-ids") for (const offset of randomImports(file)) report(offset, mend);
    },
  }),
);

/** `new Intl.DateTimeFormat("de").format()` formats now. */
function datelessFormats(file: SourceFile): number[] {
  const found: number[] = [];
  if (!file.text.includes("DateTimeFormat")) return found;
  file.visit({
    CallExpression(node) {
      const { callee } = node;
      const formats = callee.type === "MemberExpression" && !callee.computed && /^format(ToParts)?$/.test(callee.property.name);
      if (formats && node.arguments.length === 0) found.push(node.start);
    },
  });
  return found;
}

const RANDOM = /^(random|getRandomValues|webcrypto|generateKey|generatePrime|default$)/;

/** Chance out of node:crypto, by its name or with everything else. */
function randomImports(file: SourceFile): number[] {
  const found: number[] = [];
  file.visit({
    ImportDeclaration(node) {
      if (!/^(node:)?crypto$/.test(node.source.value) || node.importKind === "type") return;
      const rolls = node.specifiers.some(
        (one) => one.type !== "ImportSpecifier" || RANDOM.test(one.imported.type === "Identifier" ? one.imported.name : one.imported.value),
      );
      if (rolls) found.push(node.start);
    },
    ImportExpression(node) {
      if (node.source.type === "Literal" && /^(node:)?crypto$/.test(String(node.source.value))) found.push(node.start);
    },
  });
  return found;
}

/** What Node brings along, and the only rooms that may have it; a type is no way to anywhere. */
const builtinModules = fileRule({
  id: "builtins-stay-in-their-room",
  where: serverSource,
  look(file, report) {
    for (const { module, offset } of file.builtins) {
      const places = builtins[module];
      if (!places) report(offset, `node:${module} is in no room's list: give it a place in test/support/house-rules/layers.ts, with its reason`);
      else if (!within(file.path, places)) report(offset, `node:${module} is known in ${places.join(", ")} only`);
    }
  },
});

// A call of the database's clock or dice, its keywords for them, and the words that it takes for a time.
const OWN_TIME =
  /\bnow\s*\(\s*\)|\b(?:clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(|\b(?:current_(?:date|time|timestamp)|local(?:time|timestamp))\b|'(?:now|today|tomorrow|yesterday)'\s*(?:::|\))|\b(?:timestamp(?:tz)?|date|time)\s+'(?:now|today|tomorrow|yesterday)'/i;
const SPEAKS_SQL = /\b(?:select|insert into|update \w+ set|delete from|values\s*\(|interval|default|where)\b/i;
const OWN_DICE = /\b(?:random|random_normal|setseed|gen_random_uuid|gen_random_bytes|uuid_generate_v\d\w*|uuidv\d)\s*\(|\btablesample\b/i;

const sqlOwnWays: Rule = {
  id: "sql-takes-time-and-chance-as-parameters",
  find(tree) {
    const mend = "hand clock.now() or an id over as a parameter: the database has a clock and dice of its own";
    const inCode = tree.files
      .filter((file) => serverSource(file) && layers[file.room ?? ""]?.sql === true)
      .flatMap((file) =>
        file
          .strings()
          .flatMap(({ text, offset }) => (SPEAKS_SQL.test(text) && asksTheDatabase(text) ? [{ file: file.path, line: file.lineAt(offset), mend }] : [])),
      );
    const inMigrations = tree.migrations.flatMap(({ path, text }) =>
      text.split("\n").flatMap((line, i) => (asksTheDatabase(spoken(line)) ? [{ file: path, line: i + 1, mend }] : [])),
    );
    return [...inCode, ...inMigrations];
  },
};

function asksTheDatabase(sql: string): boolean {
  return OWN_TIME.test(sql) || OWN_DICE.test(sql);
}

/** A line of SQL without its comment. */
function spoken(line: string): string {
  return line.replace(/--.*$/, "");
}

export const seamRules: readonly Rule[] = [...wayRules, builtinModules, sqlOwnWays];
