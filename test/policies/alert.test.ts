import { expect, test } from "vitest";
import { alert, episodesInWindow } from "../../src/policies/index.ts";

const DAY = 86_400_000;
const now = Date.parse("2026-11-22T12:00:00Z");
const book = { alerts: [{ id: "many-episodes", detector: "limit", counts: "episodes", limit: 3, days: 7 } as const] };

let made = 0;
function episode(age: number, other: { ours?: boolean; security?: boolean } = {}) {
  return { id: `epi_${++made}`, at: now - age, ours: false, security: false, ...other };
}
const three = [episode(1 * DAY), episode(2 * DAY), episode(3 * DAY)];

test.each([
  { when: "there are none", episodes: [], verdict: "quiet" },
  { when: "there are three in a week", episodes: three, verdict: "quiet" },
  { when: "there is a fourth", episodes: [...three, episode(0)], verdict: "firing" },
  { when: "the fourth is exactly 7 days old", episodes: [...three, episode(7 * DAY)], verdict: "firing" },
  { when: "the fourth is a millisecond older", episodes: [...three, episode(7 * DAY + 1)], verdict: "quiet" },
  { when: "the fourth begins in the future", episodes: [...three, episode(-1)], verdict: "quiet" },
  { when: "the fourth was our fault", episodes: [...three, episode(0, { ours: true })], verdict: "quiet" },
  { when: "the fourth is a security report", episodes: [...three, episode(0, { security: true })], verdict: "quiet" },
  { when: "one is reported twice", episodes: [...three, ...three], verdict: "quiet" },
])("when $when, the alert is $verdict", ({ episodes, verdict }) => {
  const decision = alert.decide({ rule: "many-episodes", now, episodes }, book);
  expect(decision.verdict).toBe(verdict);
});

test("a rule that the owner has taken away is quiet", () => {
  expect(alert.decide({ rule: "gone", now, episodes: three }, book)).toMatchObject({ verdict: "quiet", reasons: [{ code: "rule_gone" }] });
});

test("seven days are 168 hours, also in the week in which the clocks change", () => {
  const sunday = Date.parse("2026-10-25T12:00:00+01:00");
  const at = Date.parse("2026-10-18T13:00:00+02:00");
  const one = { id: "epi_x", ours: false, security: false };
  expect(episodesInWindow([{ ...one, at }], sunday, 7)).toHaveLength(1);
  expect(episodesInWindow([{ ...one, at: at - 1 }], sunday, 7)).toHaveLength(0);
});
