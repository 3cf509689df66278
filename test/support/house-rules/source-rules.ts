import type { CallExpression, Expression } from "oxc-parser";
import { frontDoors, layers } from "./layers.ts";
import { fileRule, within, type Rule } from "./rule.ts";
import type { SourceFile } from "./source-tree.ts";

const serverSource = (file: SourceFile) => file.room !== undefined;

const environment = fileRule({
  id: "environment-only-at-the-front-door",
  where: (file) => serverSource(file) && !within(file.path, frontDoors),
  look(file, report) {
    file.visit({
      MemberExpression(node) {
        if (isMember(node, "process", "env")) report(node.start, "main.ts reads the environment; take a setting as a parameter");
      },
    });
  },
});

const LOG_METHODS = new Set(["trace", "debug", "info", "warn", "error", "fatal"]);

const logMessages = fileRule({
  id: "log-messages-are-constant",
  where: serverSource,
  look(file, report) {
    file.visit({
      CallExpression(node) {
        const message = node.arguments.at(-1);
        if (!isLogCall(node) || message === undefined) return;
        if (message.type !== "Literal" || typeof message.value !== "string")
          report(node.start, 'log.info({ values }, "a constant message"): values go into fields');
      },
    });
  },
});

function isLogCall({ callee }: CallExpression): boolean {
  if (callee.type !== "MemberExpression" || callee.computed || !LOG_METHODS.has(callee.property.name)) return false;
  const { object } = callee;
  if (object.type === "Identifier") return object.name === "log";
  return object.type === "MemberExpression" && !object.computed && object.property.name === "log";
}

const leftOut = fileRule({
  id: "no-test-is-left-out",
  where: (file) => file.path.startsWith("test/"),
  look(file, report) {
    file.visit({
      MemberExpression(node) {
        const left = ["only", "skip", "todo"].some((word) => ["test", "it", "describe"].some((name) => isMember(node, name, word)));
        if (left) report(node.start, "run it or delete it; what cannot run everywhere says where with skipIf");
      },
    });
  },
});

// SQL is written small in this house, so that prose about selecting and updating is not taken for it. In capitals throughout it is SQL, too.
const COMMENTS = /^(?:\s|--[^\n]*\n|\/\*[^]*?\*\/)*/;
const SQL =
  /^(with (recursive )?\w+ as (not )?(materialized )?\(|select\s[^]*\bfrom\s|insert into \w|update \w+ (\w+ )?set\s|delete from \w|truncate (table )?\w)/;
const CAPITALS = /^(WITH \w+ AS|SELECT\s[^]*\bFROM\s|INSERT INTO|UPDATE \w+ SET|DELETE FROM|TRUNCATE)\b/;
const CHANGES_LEDGER = /\b(update|delete from|truncate( table)?)\s+(transfers|postings|holds|hold_ends)\b/i;

function sqlRule(id: string, where: (file: SourceFile) => boolean, wrong: (sql: string) => boolean, mend: string): Rule {
  return fileRule({
    id,
    where,
    look(file, report) {
      const judge = (text: string, start: number) => {
        const bare = text.replace(COMMENTS, "");
        if ((SQL.test(bare) || CAPITALS.test(bare)) && wrong(bare)) report(start, mend);
      };
      for (const { text, offset } of file.strings()) judge(text, offset);
    },
  });
}

const sqlRules = [
  sqlRule(
    "sql-only-where-the-data-lives",
    (file) => serverSource(file) && !layers[file.room ?? ""]?.sql,
    () => true,
    "ask the room that owns these rows",
  ),
  sqlRule("the-ledger-is-append-only", serverSource, (sql) => CHANGES_LEDGER.test(sql), "correct it with a reversing transfer"),
];

const short: Rule = {
  id: "files-stay-short",
  exemption: { word: "long", of: "file" },
  find(tree, limits) {
    return tree.files.flatMap(({ path, text }) => {
      const most = path.startsWith("test/") ? limits.testLines : limits.sourceLines;
      const lines = text.trimEnd().split("\n").length;
      return lines <= most
        ? []
        : [
            {
              file: path,
              line: most + 1,
              mend: `${lines} lines, at most ${most}: split it by what it does (a table of data may say // house: long because …)`,
            },
          ];
    });
  },
};

const NAME = /^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.d|\.config)?\.tsx?$/;
const EMPTY_WORD = /(^|[/-])(utils?|helpers?|common|managers?|misc)(?=[/.-])/;

const names: Rule = {
  id: "names-are-kebab-case",
  find(tree) {
    return tree.files
      .filter(({ path }) => !NAME.test(path.split("/").at(-1) ?? "") || EMPTY_WORD.test(path))
      .map(({ path }) => ({ file: path, line: 1, mend: "small letters and hyphens, and a name that says what lies there" }));
  },
};

export const sourceRules: readonly Rule[] = [environment, logMessages, leftOut, ...sqlRules, short, names];

function isMember(node: Expression, object: string, property: string): boolean {
  return (
    node.type === "MemberExpression" && !node.computed && node.object.type === "Identifier" && node.object.name === object && node.property.name === property
  );
}
