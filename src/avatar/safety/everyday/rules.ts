/**
 * Safety matters in everyday words. People who know no technical word say what they see: a thing and that it is gone, a
 * person and what ails them, somebody else's names on their own screen. A language gives the parts of such a meaning;
 * that they stand in one sentence, in any order, is the rule, and it is the same in every language.
 */
import { any, anyLoose, loose, see, together } from "../rule.ts";
import type { Guard, SafetyClass, SafetyRule } from "../rule.ts";

/** The parts of meaning that a language has words for. Patterns are written as in `rule.ts`. */
export type Parts = {
  /** one sees, gets, reads … */
  sees: string;
  /** … what is somebody's own (orders, names, messages) … */
  private: string;
  /** … and it belongs to others */
  others: string;
  /** somebody else reads what is mine, in one phrase */
  exposed: string;
  someone: string;
  intrudes: string;
  account: string;
  /** "it wasn't me", "I never did that" */
  notMe: string;
  /** somebody posed as us … */
  posing: string;
  /** … and was given a secret */
  gave: string;
  things: string;
  gone: string;
  /** how much, or since when: what tells a loss from a single thing that is not at hand */
  finality: string;
  empty: string;
  /** that there was something yesterday */
  before: string;
  pressed: string;
  people: string;
  harmed: string;
  fumes: string;
  device: string;
  /** a wrong medicine or dose, in one phrase */
  dose: string;
  /** life is not wanted any more, in one phrase */
  despair: string;
  lawyer: string;
  writes: string;
  authority: string;
  asks: string;
  /** to court, in one phrase */
  court: string;
  /** nothing works, it will not start, nobody gets in */
  stopped: string;
  since: string;
  /** the queue, the idle office, the customers who leave */
  crowd: string;
  /** look-alikes of a class, anywhere in the sentence */
  unless: Partial<Record<SafetyClass, string>>;
};

const usual: readonly Guard[] = ["asking", "hypothetical", "negated", "solved", "past", "fiction"];
/** "The invoices of last year" are lost today: what is long past is named in `unless`. */
const present: readonly Guard[] = ["asking", "hypothetical", "negated", "solved", "fiction", "own"];

type Part = Exclude<keyof Parts, "unless">;
/** `said` tells the matter in one phrase, `meant` by parts that stand in one sentence. */
type Plan = { class: SafetyClass; guards: readonly Guard[]; said: readonly Part[]; meant: readonly (readonly Part[])[] };

const PLANS: readonly Plan[] = [
  {
    class: "security",
    guards: usual,
    said: ["exposed"],
    meant: [
      ["sees", "private", "others"],
      ["someone", "intrudes", "account"],
      ["account", "notMe"],
      ["posing", "gave"],
    ],
  },
  {
    class: "data_loss",
    guards: present,
    said: [],
    meant: [
      ["things", "gone", "finality"],
      ["things", "empty", "before"],
      ["pressed", "gone", "finality"],
    ],
  },
  {
    class: "danger",
    guards: ["asking", "hypothetical", "negated", "past", "fiction"],
    said: [],
    meant: [
      ["people", "harmed"],
      ["fumes", "device"],
      ["people", "dose"],
    ],
  },
  { class: "danger", guards: ["asking", "fiction"], said: ["despair"], meant: [] },
  {
    class: "legal",
    guards: ["asking", "hypothetical", "negated", "past", "fiction"],
    said: ["court"],
    meant: [
      ["lawyer", "writes"],
      ["authority", "asks"],
    ],
  },
  {
    class: "outage",
    guards: [...usual, "own"],
    said: [],
    meant: [
      ["stopped", "since"],
      ["stopped", "crowd"],
      ["crowd", "since"],
    ],
  },
];

/** The everyday rules of a language. `hanging`: words carry others with them (Arabic) or stand without spaces (Japanese). */
export function everyday(language: string, parts: Parts, hanging = false): SafetyRule[] {
  const words = (names: readonly Part[]): string[] => names.map((name) => parts[name]);
  return PLANS.map(({ class: kind, guards, said, meant }) => {
    const unless = parts.unless[kind];
    return {
      rule: `${kind.replace("_", "-")}.everyday${said[0] === "despair" ? "-despair" : ""}.${language}`,
      class: kind,
      guards,
      spare: true,
      ...(unless === undefined ? {} : { unless: hanging ? anyLoose(unless) : any(unless) }),
      see: hanging ? loose({}, ...words(said)) : see({}, ...words(said)),
      together: hanging ? meant.map((set) => loose({}, ...words(set))) : together({}, ...meant.map(words)),
    };
  });
}
