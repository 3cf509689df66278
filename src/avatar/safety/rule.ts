/** How a safety rule is written, and how it is put together. */
import { spell } from "../gate/pattern.ts";
import type { Groups } from "../gate/pattern.ts";

/** What the matter is about; it decides who is alerted. */
export type SafetyClass = "security" | "data_loss" | "danger" | "legal" | "outage";

export type SafetyFinding = {
  /** e.g. "security.vulnerability.en" */
  rule: string;
  class: SafetyClass;
  offset: number;
};

/** What a rule saw: `weak` if only by the weight of its words. */
export type Seen = SafetyFinding & { weak: boolean };

/** What makes a sentence a look-alike. */
export type Guard = "asking" | "hypothetical" | "negated" | "solved" | "past" | "fiction" | "own";

export type SafetyRule = {
  rule: string;
  class: SafetyClass;
  see: readonly RegExp[];
  /** sets of things that mean the same matter when one sentence names them all, in any order */
  together?: readonly (readonly RegExp[])[];
  /** words that weigh towards the matter; enough of them in a report raise it although no pattern fits */
  weigh?: readonly Weight[];
  guards: readonly Guard[];
  /** says nothing where another rule has seen a matter of its class */
  spare?: true;
  /** look-alikes of this rule alone, anywhere in the sentence */
  unless?: RegExp;
};

export type Weight = { by: number; of: RegExp };

/** Weighs stems: a stem matches at the beginning of a word. */
export function weigh(...weights: (readonly [number, string])[]): Weight[] {
  return weights.map(([by, of]) => ({ by, of: new RegExp(atWord(spell(of))) }));
}

export type SafetyLanguage = {
  rules: readonly SafetyRule[];
  /** words in which a slip of the pen is corrected, and real words that look like such a slip */
  vocabulary: readonly string[];
  keep: readonly string[];
  guards: Guards;
  /** what makes a sentence a report of something that has happened, and what makes it a wish, a plan or a compliment */
  mood: readonly Weight[];
};

export type Guards = {
  /** the clause in which something is seen begins after the last of these */
  clause: RegExp;
  /** a question for knowledge, before what was seen */
  asking: RegExp;
  /** how a question that is answered with yes or no, or with knowledge, begins */
  opener: RegExp;
  hypothetical: RegExp;
  /** a condition right after what was seen, in a question */
  condition: RegExp;
  negated: RegExp;
  /** says outright that nothing was lost and nobody hurt */
  denied: RegExp;
  /** the sentences around say that it is over; `still` says that it is not */
  solved: RegExp;
  still: RegExp;
  past: RegExp;
  fiction: RegExp;
  /** the sender's own doing, plan or other supplier */
  own: RegExp;
};

const DENIES =
  "not|no|never|without|nicht|nie|kein|keine|keinen|keinerlei|ohne|weder|pas|jamais|aucune?|sans|nunca|ningun|ninguna|sin|non|nessun|nessuna|senza|nao|nenhum|" +
  "nenhuma|sem|niet|geen|nooit|zonder|nigdy|bez";

/** `~3` stands for up to three words in between, none of which denies; `^3` may also cross a comma, as German clauses do. */
function gaps(source: string): string {
  const crossing = source.replaceAll(/ \^(\d+) /g, (_, most: string) => ` (?:(?!(?:nicht|nie|kein|keine|keinen|keinerlei|ohne|weder|aber) )\\S+ ){0,${most}}`);
  return crossing.replaceAll(/ ~(\d+) /g, (_, most: string) => ` (?:(?!(?:${DENIES}|,) )\\S+ ){0,${most}}`);
}

/** As messages are read: without accents, Arabic letters in one form, Japanese ones with their marks apart. */
function bare(source: string): string {
  return source
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\u064b-\u065f]/g, "")
    .replaceAll("ł", "l")
    .replaceAll("ة", "ه")
    .replaceAll("ى", "ي");
}

/** What a pattern says, ready to be compiled. */
function read(source: string, groups: Groups = {}): string {
  return gaps(bare(spell(source, groups)));
}

/** A pattern begins with a word; one that may begin inside a word (a German compound) need not look for its start. */
function atWord(source: string): string {
  return source.startsWith("\\S*(?:") && !hasTopLevelBar(source) ? source.slice(3) : ` (?:${source})`;
}

function hasTopLevelBar(source: string): boolean {
  let depth = 0;
  for (let i = 0; i < source.length; i++) {
    const char = source[i];
    if (char === "\\") i++;
    else if (char === "(") depth++;
    else if (char === ")") depth--;
    else if (char === "|" && depth === 0) return true;
  }
  return false;
}

/** Compiles patterns over a sentence's words. */
export function see(groups: Groups, ...sources: string[]): RegExp[] {
  return sources.map((source) => new RegExp(`${atWord(read(source, groups))}(?= )`));
}

/** Compiles one pattern that may match anywhere in a sentence, at word edges. */
export function any(...sources: string[]): RegExp {
  return new RegExp(` (?:${sources.map((source) => read(source)).join("|")})(?= )`);
}

/** Sets of things that must all stand in one sentence. */
export function together(groups: Groups, ...sets: (readonly string[])[]): RegExp[][] {
  return sets.map((set) => set.map((source) => new RegExp(`${atWord(read(source, groups))}(?= )`)));
}

/** Both orders of two things, for languages whose word order is free. */
export function both(one: string, other: string, gap: number): string[] {
  if (other === "") return [`(?:${one})`];
  return [`(?:${one}) ^${gap} (?:${other})`, `(?:${other}) ^${gap} (?:${one})`];
}

/** The same as `any`, but only at the start of a clause, after a greeting. */
export function first(greetings: string, ...sources: string[]): RegExp {
  return new RegExp(`^ (?:(?:${greetings}|,) )*(?:${sources.map((source) => read(source)).join("|")})(?= )`);
}

/** The same as `any`, but a sentence that says nothing else, politely or not. */
export function whole(polite: string, ...sources: string[]): RegExp {
  const edge = `(?: (?:${read(polite)}))*`;
  return new RegExp(`^${edge} (?:${sources.map((source) => read(source)).join("|")})${edge} $`);
}

/**
 * Compiles patterns for languages whose words carry others with them (Arabic) or stand without spaces (Japanese): what is
 * written may stand inside a word. A space stands between words with whatever hangs on them, ` ~3 ` for up to three words
 * in between, `~3` without spaces for up to three signs.
 */
export function loose(groups: Groups, ...sources: string[]): RegExp[] {
  return sources.map((source) => new RegExp(hanging(bare(spell(source, groups)))));
}

/** Compiles one loose pattern. */
export function anyLoose(...sources: string[]): RegExp {
  return new RegExp(sources.map((source) => `(?:${hanging(bare(spell(source)))})`).join("|"));
}

function hanging(source: string): string {
  return source
    .replaceAll(/ ~(\d+) /g, (_, most: string) => `\\S*\u0000(?:\\S+\u0000){0,${most}}\\S*`)
    .replaceAll(" ", "\\S* \\S*")
    .replaceAll(/~(\d+)/g, (_, most: string) => `.{0,${most}}`)
    .replaceAll("\u0000", " ");
}

/** Either of two patterns. */
export function either(one: RegExp, other: RegExp): RegExp {
  return new RegExp(`${one.source}|${other.source}`);
}
