import type { Ending } from "./ending.ts";
import type { Performance } from "./perform.ts";
import type { Cast } from "./stage.ts";
import type { Ends } from "./story.ts";

/** What is not as the story says, a line each; nothing: all is. Read from the database, never from what was written. */
export function grade(done: Performance, cast: Cast): { misses: string[]; known: string[] } {
  const misses = missesOf(done, cast);
  const part = done.story.known?.part;
  if (part === undefined) return { misses, known: [] };
  const [known, others] = [misses.filter((miss) => miss.startsWith(`${part}: `)), misses.filter((miss) => !miss.startsWith(`${part}: `))];
  // What has been mended should be held to from then on.
  if (known.length === 0 && cast !== "live") others.push(`${part}: is as it should be by now; take "known" out of the story`);
  return { misses: others, known };
}

function missesOf(done: Performance, cast: Cast): string[] {
  const { story, ending } = done;
  const overrides = cast === "live" && story.live !== "skip" ? story.live : undefined;
  const ends: Ends = { ...story.ends, ...overrides };
  const misses = [...done.broken, ...done.misfits];
  done.drafts.forEach(({ scripted, refused, reasons }, i) => {
    if (scripted === "good" && refused) misses.push(`draft ${i + 1} is good, and the gate refused it (${reasons.join(", ")})`);
    if (scripted === "bad" && !refused) misses.push(`draft ${i + 1} is bad, and the gate let it through`);
  });
  same(misses, "outcomes", ends.outcomes, ending.outcomes);
  same(misses, "turns", ends.turns, ending.turns);
  same(misses, "mode", ends.mode, ending.mode);
  same(misses, "costs", ends.costs, ending.costs);
  // A model of the owner's own may ask for a person, for later, or for something to be kept, where the script did not.
  const strict = cast !== "live";
  const otherwise = strict ? [] : ("any" as const);
  matching(misses, "escalations", ends.escalations ?? (strict ? [] : quiet(ending)), ending.escalations);
  matching(misses, "questions", ends.questions ?? otherwise, ending.questions);
  same(misses, "alerts", ends.alerts ?? [], ending.alerts);
  remembered(misses, ends.memories ?? otherwise, ending.memories);
  cited(misses, ends.cites, ending.cites);
  for (const wanted of ends.decisions ?? []) if (!ending.decisions.some((one) => fits(wanted, one))) misses.push(`decisions: there is no ${shown(wanted)}`);
  for (const never of ends.never ?? [])
    if (ending.decisions.some((one) => fits(never, one))) misses.push(`decisions: there is a ${shown(never)}, and there must not be`);
  return misses;
}

/** With a live model, a story that names no escalation may have one that somebody asked for, but no false alarm. */
function quiet(ending: Ending): Ends["escalations"] {
  return ending.escalations.every(({ verdict }) => verdict !== "overridden") ? "any" : [];
}

function same(misses: string[], what: string, wanted: unknown, found: unknown): void {
  if (wanted === undefined || wanted === "any" || shown(wanted) === shown(found)) return;
  misses.push(`${what}: ${shown(wanted)} was to be, and ${shown(found)} is`);
}

/** As many as there should be, in their order, each with everything that is said of it. */
function matching(misses: string[], what: string, wanted: "any" | readonly object[] | undefined, found: readonly object[]): void {
  if (wanted === undefined || wanted === "any") return;
  if (wanted.length === found.length && wanted.every((one, i) => fits(one, found[i] as object))) return;
  misses.push(`${what}: ${shown(wanted)} was to be, and ${shown(found)} is`);
}

function remembered(misses: string[], wanted: Ends["memories"], found: string[]): void {
  if (wanted === undefined || wanted === "any") return;
  const left = wanted.filter((fact) => !found.some((one) => one.includes(fact)));
  if (left.length > 0 || wanted.length !== found.length) misses.push(`memories: ${shown(wanted)} was to be, and ${shown(found)} is`);
}

function cited(misses: string[], wanted: Ends["cites"], found: string[]): void {
  if (wanted === undefined || wanted === "any") return;
  const missing = wanted.filter((page) => !found.includes(page));
  if (missing.length > 0 || (wanted.length === 0 && found.length > 0)) misses.push(`cites: ${shown(wanted)} was to be, and ${shown(found)} is`);
}

/** Everything that `wanted` says holds of `found`; of lists, each entry is there. */
function fits(wanted: object, found: object): boolean {
  return Object.entries(wanted).every(([key, value]) => {
    if (value === undefined) return true;
    const there = (found as Record<string, unknown>)[key];
    return Array.isArray(value) && Array.isArray(there) ? value.every((one) => there.includes(one)) : there === value;
  });
}

function shown(value: unknown): string {
  return JSON.stringify(value);
}
