import { exposureOf, type CountedCustomer, type Counting } from "../../care/index.ts";
import { chance, type Chance } from "../../platform/chance.ts";
import { breathe } from "../../platform/running.ts";
import { DAY, reachOf, segmentOf, spellsOf, usualPerDay, type AlertRule, type Segment } from "../../policies/index.ts";
import { poissonEpisodes } from "../poisson.ts";

/** How far back is looked for what a rule would have fired on. */
const BACK_DAYS = 182;
const MONTH = 365.25 / 12;
/** Made-up half years, all customers together: a second or two, and false alarms to about a tenth. */
const MADE_UP = 2_000;

/** When a rule would have fired, about whom, and on what. */
export type Past = {
  customer: { id: string; name: string };
  at: string;
  until: string | null;
  value: number;
  limit: number;
  expected: number | null;
  days: number;
  episodes: string[];
};

/** What a rule would do to our own customers. */
export type Outlook = {
  rule: AlertRule;
  customers: number;
  /** if nobody's needs changed: alarms a month that mean nothing */
  falseAlarmsPerMonth: number;
  since: string;
  /** the newest first */
  wouldHaveFired: Past[];
};

/** What these rules would do to our customers: what they would have fired on, and how often they would fire on nothing. */
export async function outlookOf(rules: readonly AlertRule[], rooms: { counting: Pick<Counting, "everybody">; now: Date; seed: number }): Promise<Outlook[]> {
  const { counting, now, seed } = rooms;
  const outlooks: Outlook[] = [];
  for (const rule of rules) {
    const from = new Date(now.getTime() - (BACK_DAYS + reachOf(rule)) * DAY);
    const customers = await counting.everybody(rule.counts, from);
    const segments = segmentsOf(customers, now.getTime());
    const wouldHaveFired = customers.flatMap((customer) => pastOf(rule, customer, segments.get(customer.plan), now.getTime()));
    outlooks.push({
      rule,
      customers: customers.length,
      falseAlarmsPerMonth: await falseAlarms(rule, customers, segments, now.getTime(), chance(seed)),
      since: new Date(now.getTime() - BACK_DAYS * DAY).toISOString(),
      wouldHaveFired: wouldHaveFired.toSorted((a, b) => b.at.localeCompare(a.at)),
    });
  }
  return outlooks;
}

/** What is usual in each plan. */
export function segmentsOf(customers: readonly CountedCustomer[], now: number): Map<string, Segment> {
  const plans = Map.groupBy(customers, ({ plan }) => plan);
  return new Map([...plans].map(([plan, all]) => [plan, segmentOf(all.map(({ history }) => exposureOf(history, now)))]));
}

function pastOf(rule: AlertRule, { id, name, history }: CountedCustomer, segment: Segment | undefined, now: number): Past[] {
  return spellsOf(rule, { ...history, segment }, now - BACK_DAYS * DAY, now).map(({ from, until, last }) => ({
    customer: { id, name },
    at: new Date(from).toISOString(),
    until: until === undefined ? null : new Date(until).toISOString(),
    value: last.value,
    limit: last.limit,
    expected: last.expected ?? null,
    days: Math.max(1, Math.round(last.days)),
    episodes: last.counted.map((episode) => episode.id),
  }));
}

/** Each customer as it usually is, made up by chance alone: whatever fires then means nothing. */
async function falseAlarms(rule: AlertRule, customers: readonly CountedCustomer[], segments: Map<string, Segment>, now: number, dice: Chance): Promise<number> {
  if (customers.length === 0) return 0;
  const before = reachOf(rule);
  const rounds = Math.max(1, Math.ceil(MADE_UP / customers.length));
  let alarms = 0;
  for (const { plan, history } of customers) {
    const segment = segments.get(plan);
    const usual = usualPerDay(segment, exposureOf(history, now));
    for (let round = 0; round < rounds; round++) {
      const episodes = poissonEpisodes(dice, usual, -before, BACK_DAYS);
      // What fires at the beginning already began before.
      alarms += spellsOf(rule, { since: -before * DAY, episodes, segment }, 0, BACK_DAYS * DAY).filter(({ from }) => from > 0).length;
      if (round % 50 === 0) await breathe();
    }
  }
  return alarms / rounds / (BACK_DAYS / MONTH);
}
