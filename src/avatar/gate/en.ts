/** English commitments, by theme. Sentences arrive folded, with contractions written out ("I'll" is "i will", "can't" is "can not"). */
import { DONE_CLAIMS } from "./en/done.ts";
import { MONEY } from "./en/money.ts";
import { PROMISES } from "./en/promise.ts";
import { SELF } from "./en/self.ts";
import { TIME } from "./en/time.ts";
import { OWN_ACTS } from "./en/own-acts.ts";
import { WIDE_ACTS } from "./en/wide-acts.ts";
import { WIDE_MONEY, WIDE_TRUST } from "./en/wide.ts";
import { wide } from "./rule.ts";
import type { CommitmentRule } from "./rule.ts";

/** Every English rule; the first that matches a sentence in each family speaks for it. */
export const ENGLISH: readonly CommitmentRule[] = [
  ...MONEY,
  ...TIME,
  ...PROMISES,
  ...DONE_CLAIMS,
  ...SELF,
  ...wide([...WIDE_MONEY, ...WIDE_TRUST, ...WIDE_ACTS, ...OWN_ACTS]),
];
