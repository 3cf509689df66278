import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { discountFor, levelAfter, type ClaimsHistory, type Incident } from "../../src/policies/index.ts";
import { loadRulebook } from "../../src/rulebook/index.ts";
import { short } from "./short-book.ts";

// The manual's example of a no-claims scheme is copied into rulebooks: it has to load as it stands there, and to do what its table says.

const manual = readFileSync("docs/manual/rulebook.md", "utf8");
const example = /```yaml\n(noClaims:\n[^]*?)```/.exec(manual)?.[1] ?? "";
const rows = [...manual.matchAll(/^\| (\d{1,2} \w+ \d{4}) +\| (.+?) +\| (\w+) +\| ([\d.]+) +\|$/gm)].map(
  ([, on = "", what = "", level = "", discount = ""]) => ({
    on,
    what,
    level,
    discount,
  }),
);

const FEE = 290_000_000n;
const moment = (date: string) => Date.parse(`${date} UTC`);

/** An incident as the table tells of it, recorded on its day. */
function incident(kind: Incident["kind"], date: string, cost: bigint, rulings: Incident["rulings"]): Incident {
  const at = moment(date);
  return { id: `inc_${at}`, kind, at, recordedAt: at, cost: cost * 1_000_000n, security: false, deadline: at + 10 * 86_400_000, rulings };
}

const lived: ClaimsHistory = {
  timeZone: "UTC",
  cover: [{ from: "2026-01-01", to: null }],
  incidents: [
    incident("crash", "10 August 2027", 40n, [{ class: "customer", at: moment("10 August 2027") }]),
    incident("escalation", "3 September 2028", 75n, [{ class: "customer", at: moment("3 September 2028") }]),
    incident("crash", "20 March 2029", 140n, [{ class: "ours", at: moment("15 October 2029") }]),
  ],
};

test("the manual's scheme loads as it stands there, and its table is what the policy computes", () => {
  const { noClaims } = loadRulebook(short + example, "policies.yaml").book;
  expect(noClaims).toMatchObject({ scheme: "half-years", classifyDays: 10 });
  const scheme = noClaims.schemes["half-years"];
  if (!scheme) throw new Error("the manual has no scheme half-years");
  expect(rows).toHaveLength(9);
  for (const { on, what, level, discount } of rows) {
    const { level: computed, steps, periods } = levelAfter(scheme, lived, moment(on));
    const period = periods.at(-1);
    const granted = period ? discountFor(scheme, steps, period, FEE) : -1n;
    expect({ on, what, level: computed, discount: (Number(granted) / 1_000_000).toFixed(2) }).toEqual({ on, what, level, discount });
  }
});
