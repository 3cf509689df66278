/** How a safety rule is written, and how it is put together. */
import { spell } from "../gate/pattern.ts";
import type { Groups } from "../gate/pattern.ts";
import type { SafetyClass } from "../safety.ts";

/** What makes a sentence a look-alike. */
export type Guard = "asking" | "hypothetical" | "negated" | "solved" | "past" | "fiction" | "own";

export type SafetyRule = {
  rule: string;
  class: SafetyClass;
  see: readonly RegExp[];
  guards: readonly Guard[];
  /** look-alikes of this rule alone, anywhere in the sentence */
  unless?: RegExp;
};

export type SafetyLanguage = {
  rules: readonly SafetyRule[];
  /** the cheap look at a whole message */
  sniff: RegExp;
  /** words in which a slip of the pen is corrected, and real words that look like such a slip */
  vocabulary: readonly string[];
  keep: readonly string[];
  guards: Guards;
};

export type Guards = {
  /** the clause in which something is seen begins after the last of these */
  clause: RegExp;
  /** a question for knowledge, before what was seen */
  asking: RegExp;
  hypothetical: RegExp;
  /** a condition right after what was seen, in a question */
  condition: RegExp;
  negated: RegExp;
  /** the whole message says that it is over; `still` says that it is not */
  solved: RegExp;
  still: RegExp;
  past: RegExp;
  fiction: RegExp;
  /** the sender's own doing, plan or other supplier */
  own: RegExp;
};

/** `~3` stands for up to three words in between, none of which denies; `^3` may also cross a comma, as German clauses do. */
function gaps(source: string): string {
  const crossing = source.replaceAll(/ \^(\d+) /g, (_, most: string) => ` (?:(?!(?:nicht|nie|kein|keine|keinen|keinerlei|ohne|weder|aber) )\\S+ ){0,${most}}`);
  return crossing.replaceAll(/ ~(\d+) /g, (_, most: string) => ` (?:(?!(?:not|no|never|without|nicht|nie|kein|keine|keinen|keinerlei|ohne|weder|,) )\\S+ ){0,${most}}`);
}

/** Compiles patterns over a sentence's words. */
export function see(groups: Groups, ...sources: string[]): RegExp[] {
  return sources.map((source) => new RegExp(` ${gaps(spell(source, groups))}(?= )`));
}

/** Compiles one pattern that may match anywhere in a sentence, at word edges. */
export function any(...sources: string[]): RegExp {
  return new RegExp(` (?:${sources.map((source) => gaps(spell(source))).join("|")})(?= )`);
}

/** Both orders of two things, for languages whose word order is free. */
export function both(one: string, other: string, gap: number): string[] {
  if (other === "") return [`(?:${one})`];
  return [`(?:${one}) ^${gap} (?:${other})`, `(?:${other}) ^${gap} (?:${one})`];
}
