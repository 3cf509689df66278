import type { Asked } from "./script.ts";
import type { Story } from "./story.ts";

/** What nobody who writes may ever hear of, and no model either: the plan, the fee, the notes of staff, the other customers. */
export type Secrets = {
  /** stands in every note of staff */
  note: string;
  plan(plan: string): string;
  fee(stated: bigint, listed: bigint): bigint;
  other(name: string): string;
  /** words that must not come out anywhere */
  words(story: Story): string[];
};

const NOTE = "velvetine zanzibarite";
const OTHER_NOTE = "quokkadale periwinkle";

/** As the story has it. */
export const AS_WRITTEN: Secrets = {
  note: NOTE,
  plan: (plan) => plan,
  fee: (stated) => stated,
  other: (name) => name,
  words: (story) => [NOTE, ...story.others],
};

/** The same story with a customer who pays something else, of whom something else is thought, among other customers. */
export const AMONG_OTHERS: Secrets = {
  note: OTHER_NOTE,
  plan: (plan) => (plan === "standard" ? "premium" : plan === "premium" ? "community" : plan === "community" ? "standard" : plan),
  fee: (_stated, listed) => listed,
  other: (name) => `${OTHER_NAME} ${[...name].toReversed().join("")}`,
  words: (story) => [OTHER_NOTE, ...story.others.map((name) => AMONG_OTHERS.other(name))],
};
const OTHER_NAME = "Southgate";

/** `steps`: of which both runs made the same number of requests. */
export type Comparison = { compared: number; differing: { step: number; number: number; here: string; there: string }[] };

/** What a performance leaves behind for this. */
type Requests = { story: Pick<Story, "steps">; asked: readonly Asked[] };

/**
 * Whether a model was sent the same bytes in both, request by request as far as both made one: from the first step on in which one was asked
 * more often (a person came, or did not), the conversations themselves are different ones.
 */
export function compareRequests(one: Requests, other: Requests): Comparison {
  const result: Comparison = { compared: 0, differing: [] };
  for (let step = 1; step <= one.story.steps.length; step++) {
    const [here, there] = [one, other].map((each) => each.asked.filter((asked) => asked.step === step).map(({ sent }) => sent)) as [string[], string[]];
    for (let i = 0; i < Math.min(here.length, there.length); i++) {
      result.compared++;
      if (here[i] !== there[i]) result.differing.push({ step, number: i + 1, here: here[i] as string, there: there[i] as string });
    }
    if (here.length !== there.length) break;
  }
  return result;
}
