/** A rule as somebody fills it in, and as it would stand under `alerts:` in policies.yaml. */

export const DETECTORS = {
  limit: { word: "A plain limit", means: "More than so many in so many days. Easy to explain; it knows nobody." },
  "poisson-tail": { word: "More than chance explains", means: "A sudden heap, given what is usual for this customer." },
  cusum: { word: "A lasting rise", means: "So many times what is usual, found slowly and surely, with few false alarms." },
} as const;
export type Detector = keyof typeof DETECTORS;

export type RuleDraft = { id: string; detector: Detector; counts: string } & Record<NumberField, string>;
export type NumberField = "limit" | "days" | "chance" | "atLeast" | "factor" | "threshold" | "learnDays" | "coolDownHours";

type Field = { label: string; hint: string; least: number; most: number; whole: boolean };
const FIELDS: Record<NumberField, Field> = {
  limit: { label: "More than", hint: "the next one fires", least: 0, most: 100_000, whole: true },
  days: { label: "Days", hint: "one exactly so old still counts", least: 1, most: 365, whole: true },
  chance: { label: "Chance", hint: "0.001: once in a thousand looks", least: 0.000001, most: 0.2, whole: false },
  atLeast: { label: "At least", hint: "fewer never fire", least: 1, most: 1_000, whole: true },
  factor: { label: "Times the usual", hint: "the rise that is looked for", least: 1.1, most: 20, whole: false },
  threshold: { label: "Threshold", hint: "more is slower, with fewer false alarms", least: 1, most: 100, whole: false },
  learnDays: { label: "Learn from", hint: "days of a customer’s own past", least: 28, most: 730, whole: true },
  coolDownHours: { label: "Cool-down", hint: "hours in which a swing is no news", least: 0, most: 8_760, whole: true },
};

const SHOWN: Record<Detector, readonly NumberField[]> = {
  limit: ["limit", "days", "coolDownHours"],
  "poisson-tail": ["days", "chance", "atLeast", "learnDays", "coolDownHours"],
  cusum: ["factor", "threshold", "days", "learnDays", "coolDownHours"],
};

/** The arbitrary low limit of the shipped rulebook. */
export const FIRST: RuleDraft = {
  id: "many-episodes",
  detector: "limit",
  counts: "episodes",
  limit: "3",
  days: "7",
  chance: "0.001",
  atLeast: "4",
  factor: "2",
  threshold: "5",
  learnDays: "180",
  coolDownHours: "72",
};

/** What the chosen detector asks for. */
export function fieldsOf({ detector }: RuleDraft): (Field & { name: NumberField })[] {
  return SHOWN[detector].map((name) => ({ name, ...FIELDS[name], ...(name === "days" && detector === "cusum" ? { hint: "so long one signal stands" } : {}) }));
}

/** What is wrong, by field; empty when the service may be asked. */
export function ruleErrors(draft: RuleDraft): Partial<Record<keyof RuleDraft, string>> {
  const errors: Partial<Record<keyof RuleDraft, string>> = {};
  if (!/^[a-z][a-z0-9_-]{0,30}$/.test(draft.id)) errors.id = "Small letters, digits and dashes, such as many-episodes.";
  for (const { name, least, most, whole } of fieldsOf(draft)) {
    const value = Number(draft[name]);
    const number = draft[name].trim() !== "" && Number.isFinite(value) && (!whole || Number.isInteger(value));
    if (!number || value < least || value > most) errors[name] = `A ${whole ? "whole " : ""}number from ${least} to ${most.toLocaleString("en-GB")}.`;
  }
  return errors;
}

/** The lines to paste under `alerts:`. */
export function yamlOf(draft: RuleDraft): string {
  const numbers = fieldsOf(draft).map(({ name }) => `    ${name}: ${Number(draft[name])}`);
  return [`  - id: ${draft.id}`, `    detector: ${draft.detector}`, `    counts: ${draft.counts}`, ...numbers, ""].join("\n");
}
