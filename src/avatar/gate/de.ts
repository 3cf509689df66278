/** German commitments, by theme. Sentences arrive folded: small letters, no accents; the umlauts match "o" and "oe" alike. */
import { DONE_CLAIMS } from "./de/done.ts";
import { MONEY } from "./de/money.ts";
import { PROMISES } from "./de/promise.ts";
import { SELF } from "./de/self.ts";
import { TIME } from "./de/time.ts";
import { OWN_ACTS } from "./de/own-acts.ts";
import { WIDE_ACTS } from "./de/wide-acts.ts";
import { WIDE_MONEY, WIDE_TRUST } from "./de/wide.ts";
import { wide } from "./rule.ts";
import type { CommitmentRule } from "./rule.ts";

/** Every German rule; the first that matches a sentence in each family speaks for it. */
export const GERMAN: readonly CommitmentRule[] = [
  ...MONEY,
  ...TIME,
  ...PROMISES,
  ...DONE_CLAIMS,
  ...SELF,
  ...wide([...WIDE_MONEY, ...WIDE_TRUST, ...WIDE_ACTS, ...OWN_ACTS]),
];
