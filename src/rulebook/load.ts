import { createHash } from "node:crypto";
import { z } from "zod";
import { alertRule } from "./alerts.ts";
import { bookSchema } from "./book.ts";
import type { Book } from "./book.ts";
import type { Remedy } from "./fields.ts";
import { readYaml } from "./read-yaml.ts";
import type { Problem, Reading } from "./read-yaml.ts";

/** A book and the name of exactly this text of it: the first 16 hex digits of its SHA-256. */
export type Versioned = { book: Book; version: string };

/** All problems of a rulebook at once; each line of the message says file, line, column, what is wrong and the remedy. */
export class RulebookError extends Error {
  readonly code = "rulebook_broken";
  readonly problems: Problem[];
  constructor(fileName: string, problems: Problem[]) {
    super(written(fileName, problems));
    this.name = "RulebookError";
    this.problems = problems;
  }
}

/**
 * Reads and checks a rulebook.
 * @throws RulebookError
 */
export function loadRulebook(text: string | Uint8Array, fileName: string): Versioned {
  const reading = readYaml(text);
  if (reading.problems.length > 0) throw new RulebookError(fileName, reading.problems);
  const checked = bookSchema.safeParse(reading.value);
  if (!checked.success) throw new RulebookError(fileName, problemsOf(checked.error.issues, reading));
  return { book: checked.data, version: createHash("sha256").update(text).digest("hex").slice(0, 16) };
}

/**
 * Reads and checks the lines of one alert as they would stand under `alerts:`.
 * @throws RulebookError
 */
export function loadAlert(text: string): Book["alerts"][number] {
  // Under its key, so that paths and remedies are those of the file; the lines are counted without it.
  const reading = readYaml(`alerts:\n${text}`);
  const above = (problems: Problem[]) => problems.map((one) => ({ ...one, line: Math.max(1, one.line - 1) }));
  if (reading.problems.length > 0) throw new RulebookError("rule", above(reading.problems));
  const checked = z.strictObject({ alerts: z.array(alertRule).length(1) }).safeParse(reading.value);
  if (!checked.success) throw new RulebookError("rule", above(problemsOf(checked.error.issues, reading)));
  return checked.data.alerts[0] as Book["alerts"][number];
}

const SHOWN_PROBLEMS = 30;

function written(fileName: string, problems: Problem[]): string {
  const sorted = problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  const lines = sorted.slice(0, SHOWN_PROBLEMS).map(({ line, column, path, message }) => {
    const where = path.trim() ? `${path}: ` : "";
    // On one line, whatever the keys and values hold.
    return `${fileName}:${line}:${column}  ${`${where}${message}`.replaceAll(/\s+/g, " ").trim()}`;
  });
  if (sorted.length > SHOWN_PROBLEMS) lines.push(`… and ${sorted.length - SHOWN_PROBLEMS} more`);
  return lines.join("\n");
}

function problemsOf(issues: z.core.$ZodIssue[], reading: Reading): Problem[] {
  return issues.slice(0, SHOWN_PROBLEMS * 2).flatMap((issue) => {
    if (issue.code === "unrecognized_keys") return issue.keys.slice(0, SHOWN_PROBLEMS).map((key) => unknownKey(issue.path, key, reading));
    const place = reading.placeOf(issue.path, issue.code === "invalid_key" ? "key" : "value");
    return [{ ...place, path: issue.path.join("."), message: messageOf(issue, valueAt(reading.value, issue.path)) }];
  });
}

function messageOf(issue: z.core.$ZodIssue, found: unknown): string {
  if (issue.code === "custom" && issue.params) {
    const { expected, example } = issue.params as Remedy;
    const line = lineFor(issue.path, example);
    return found === undefined ? `is missing. Add "${line}".` : `expected ${expected}, found ${shown(found)}. Write "${line}".`;
  }
  if (issue.code === "invalid_type") return wrongType(issue.expected, issue.path, found);
  if (issue.code === "too_small") return 'the list is empty. Add a line such as "- …" below it.';
  if (issue.code === "too_big") return `the list is too long. Keep the ${issue.maximum} entries that matter most.`;
  if (issue.code === "invalid_union") return wrongKind(issue.path, found);
  if (issue.code === "invalid_key") return `expected ${keyRemedy(issue)?.expected ?? "another key"}, found ${shown(issue.path.at(-1))}. Rename it.`;
  return issue.message;
}

/** Of several shapes the one that a word names: there is no such word. */
function wrongKind(path: PropertyKey[], found: unknown): string {
  const words = kindsAt(path);
  const write = `Write "${lineFor(path, words[0] ?? "")}".`;
  return found === undefined ? `is missing. ${write.replace("Write", "Add")}` : `expected one of ${words.join(", ")}, found ${shown(found)}. ${write}`;
}

function keyRemedy(issue: z.core.$ZodIssueInvalidKey): Remedy | undefined {
  const [first] = issue.issues;
  return first?.code === "custom" ? (first.params as Remedy) : undefined;
}

/** The line as it would stand in the file: "fee: 290 EUR", or "- mon" in a list. */
function lineFor(path: PropertyKey[], example: string): string {
  const key = String(path.at(-1));
  return /^\d+$/.test(key) ? `- ${example}` : `${key}: ${example}`;
}

function wrongType(expected: string, path: PropertyKey[], found: unknown): string {
  const key = String(path.at(-1) ?? "the file");
  if (found === undefined) return `the section "${key}:" is missing. Copy it from the policies.yaml that comes with Standin.`;
  if (expected === "array") return `expected a list, found ${shown(found)}. Write one entry a line below it, each with "- " before it.`;
  return `expected a section, found ${shown(found)}. Write its lines below it, indented by two spaces.`;
}

function unknownKey(path: PropertyKey[], key: string, reading: Reading): Problem {
  const full = [...path, key];
  const known = keysAt(path);
  const closest = closestTo(key, known);
  const name = key.slice(0, 60);
  const remedy = closest ? `Did you mean "${closest}"?` : `Known here: ${known.join(", ")}.`;
  return { ...reading.placeOf(full, "key"), path: full.join("."), message: `the rulebook has no "${name}" here. ${remedy}` };
}

/** The words that tell the shapes at a path apart. */
function kindsAt(path: PropertyKey[]): string[] {
  const { def } = schemaAt(path.slice(0, -1))._zod;
  if (def.type !== "union") return [];
  return (def as z.core.$ZodUnionDef).options.flatMap((option) => [...(option._zod.propValues?.[String(path.at(-1))] ?? [])].map(String));
}

/** The keys that the schema knows at a path; of several shapes all of theirs. */
function keysAt(path: PropertyKey[]): string[] {
  const schema = schemaAt(path);
  const { def } = schema._zod;
  const shapes = def.type === "union" ? (def as z.core.$ZodUnionDef).options : [schema];
  return [...new Set(shapes.flatMap((shape) => (shape._zod.def.type === "object" ? Object.keys((shape._zod.def as z.core.$ZodObjectDef).shape) : [])))];
}

function schemaAt(path: PropertyKey[]): z.core.$ZodType {
  let schema = unwrapped(bookSchema);
  for (const step of path) {
    const { def } = schema._zod;
    if (def.type === "object") schema = unwrapped((def as z.core.$ZodObjectDef).shape[String(step)] as z.core.$ZodType);
    else if (def.type === "record") schema = unwrapped((def as z.core.$ZodRecordDef).valueType as z.core.$ZodType);
    else if (def.type === "array") schema = unwrapped((def as z.core.$ZodArrayDef).element as z.core.$ZodType);
  }
  return schema;
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  let inner = schema;
  while ("innerType" in inner._zod.def) inner = inner._zod.def.innerType as z.core.$ZodType;
  return inner;
}

function closestTo(key: string, known: string[]): string | undefined {
  if (key.length > 60) return undefined;
  const ranked = known.map((word) => ({ word, distance: editDistance(key.toLowerCase(), word.toLowerCase()) })).toSorted((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best && best.distance <= Math.max(2, Math.floor(best.word.length / 3)) ? best.word : undefined;
}

/** Levenshtein: how many letters to add, drop or change. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function valueAt(value: unknown, path: PropertyKey[]): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, step)) return undefined;
    found = (found as Record<PropertyKey, unknown>)[step];
  }
  return found;
}

function shown(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "a section";
  // What is left of YAML are texts, numbers and switches.
  const text = `${value as string | number | boolean | undefined}`;
  return `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`;
}
