import type { z } from "zod";
import { storable } from "./facts.ts";
import type { StoredFacts } from "./facts.ts";

/** Why a verdict was reached. The text is written for staff; a customer is told in words of our reviewed texts. */
export type Reason = { code: string; text: string };

/** What a policy returns. Facts are as stored, so the decision goes to the database as it is. */
export type Decision<Verdict extends string = string> = {
  policy: string;
  verdict: Verdict;
  reasons: Reason[];
  facts: StoredFacts;
};

/** One thing that a policy noticed, with the verdict that it speaks for. */
export type Finding<Verdict extends string = string> = Reason & { verdict: Verdict };

/**
 * A pure rule: the same facts and the same book give the same decision, on every machine and in every year.
 * `Facts` is what a caller hands in, `Book` is the part of the rulebook that it reads.
 */
export interface Policy<Verdict extends string = string, Facts = never, Book = never> {
  id: string;
  about: string;
  /** in order of precedence: the first beats all others */
  verdicts: readonly Verdict[];
  schema: z.ZodType;
  /** @throws PolicyError `facts_invalid` when the facts are not what the policy asks for */
  decide(facts: Facts, book: Book): Decision<Verdict>;
}

export class PolicyError extends Error {
  readonly code: "facts_invalid";
  constructor(code: "facts_invalid", message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "PolicyError";
    this.code = code;
  }
}

type Definition<Verdicts extends readonly string[], Schema extends z.ZodObject, Book> = {
  id: string;
  /** what it decides, in one sentence for staff */
  about: string;
  verdicts: Verdicts;
  /** what holds when nothing was found */
  otherwise: Finding<NoInfer<Verdicts>[number]>;
  facts: Schema;
  decide(facts: z.output<Schema>, book: Book): Finding<NoInfer<Verdicts>[number]>[];
};

/**
 * Makes a policy of findings: the finding whose verdict comes first in `verdicts` wins, and every reason is kept,
 * the winner's first. Combination is fixed here, so no policy can get precedence wrong by itself.
 */
export function definePolicy<const Verdicts extends readonly string[], Schema extends z.ZodObject, Book>(
  definition: Definition<Verdicts, Schema, Book>,
): Policy<Verdicts[number], z.input<Schema>, Book> {
  const { id, about, verdicts, otherwise, facts: schema } = definition;
  return {
    id,
    about,
    verdicts,
    schema,
    decide(input, book) {
      const parsed = schema.safeParse(input);
      if (!parsed.success) {
        throw new PolicyError("facts_invalid", `the facts of policy ${id} are not what it asks for`, { cause: parsed.error });
      }
      const found = definition.decide(parsed.data, book);
      const ranked = rank(found.length > 0 ? found : [otherwise], verdicts);
      const winner = ranked[0] ?? otherwise;
      return { policy: id, verdict: winner.verdict, reasons: reasonsOf(ranked), facts: storable(parsed.data) };
    },
  };
}

/** Decides again from stored facts: the same book gives the same decision, another book shows what it would change. */
export function replay<Verdict extends string, Book>(policy: Policy<Verdict, never, Book>, stored: StoredFacts, book: Book): Decision<Verdict> {
  return policy.decide(stored as never, book);
}

function rank<Verdict extends string>(findings: Finding<Verdict>[], verdicts: readonly string[]): Finding<Verdict>[] {
  return findings.toSorted((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict));
}

function reasonsOf(findings: Finding[]): Reason[] {
  const seen = new Set<string>();
  const reasons: Reason[] = [];
  for (const { code, text } of findings) {
    const key = `${code} ${text}`;
    if (seen.has(key)) continue;
    seen.add(key);
    reasons.push({ code, text });
  }
  return reasons;
}
