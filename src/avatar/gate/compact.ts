/**
 * A language in brief: one pattern per kind of commitment, not tried where the sentence talks about software, and nor where a
 * few words take it back. It finds less than the English and German tables do; docs/gate.md says how much.
 */
import { raw, words } from "./pattern.ts";
import type { CommitmentRule } from "./rule.ts";

export type Compact = {
  /** words of sentences about programs, pages and code; no commitment is looked for there */
  software: string;
  /** takes any commitment back */
  back: string;
  /** words without which none of a language's rules is tried, so that one language does not judge another; without Latin letters, the script */
  scents: string;
  kinds: Readonly<Record<Kind, string>>;
  /** the same as people say it every day, beside what is said in offers and letters */
  everyday: Readonly<Partial<Record<Kind, readonly string[]>>>;
};

type Kind = "price" | "discount" | "refund" | "date" | "guarantee" | "legal" | "done" | "person" | "policy" | "human";

const RULES = {
  price: ["commitment.price", "figures"],
  discount: ["commitment.discount", "sentence"],
  refund: ["commitment.refund", "sentence"],
  date: ["commitment.date", "figures"],
  guarantee: ["commitment.guarantee", "sentence"],
  legal: ["commitment.legal", "sentence"],
  done: ["commitment.done", "sentence"],
  person: ["commitment.person", "sentence"],
  policy: ["policy.uncited", "cited"],
  human: ["identity.denies-ai", "never"],
} as const;

/** Writes a language's patterns out as rules. Scripts other than Latin have no words to begin or end at. */
export function compact({ software, back, scents, kinds, everyday }: Compact): readonly CommitmentRule[] {
  const latin = !scents.startsWith("#");
  const pattern = (source: string): RegExp => (latin ? words(source) : raw(asFolded(source)));
  const elsewhere = pattern(`\\S*\`\\S*|${software}|${back}`);
  return Object.entries(kinds).map(([kind, source]) => {
    const [rule, excuse] = RULES[kind as keyof typeof RULES];
    const topic = pattern([source, ...(everyday[kind as Kind] ?? [])].join("|"));
    return { rule, scent: scents, topic, elsewhere, excuse };
  });
}

/** The letters of a pattern as fold.ts leaves them: Arabic without vowel signs and hamzas, its two final letters as they are read. */
function asFolded(source: string): string {
  return source
    .normalize("NFKD")
    .replaceAll(/[\u064b-\u065f\u0670]/g, "")
    .replaceAll("ة", "ه")
    .replaceAll("ى", "ي");
}
