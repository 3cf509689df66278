import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/database.ts";
import { wilson } from "../policies/index.ts";

/** Fewer people than this are never shown as a group: what is told of a handful is told of somebody. The common minimum of public statistics is 3 to 10. */
export const LEAST_PEOPLE = 10;
/** An interval that is wider says so little that the figure is shown with a word of caution. */
const WIDEST = 0.3;
/** Whoever is known for so many days at most is new to us. */
const NEW_DAYS = 30;
const DAY_MS = 86_400_000;

/** How many people of a group something happened to, within which bounds the truth lies, and what may be read from it. */
export type Rate = { count: number; of: number; low: number; high: number; reading: "too_few" | "more_often" | "less_often" | "like_others" };
/** People who wrote in this way. A rate is null where fewer than `LEAST_PEOPLE` could have been hit. */
export type RateGroup = { what: string; channel: string | null; people: number; asked: Rate | null; deferred: Rate | null; alerted: Rate | null };
/** `small`: so many groups are not shown, because they, or those beside them, have too few people. */
export type RateTable = { by: RateBy; groups: RateGroup[]; small: number };
export type RateBy = "language" | "own_language" | "known";

type Row = { by: RateBy; what: string; channel: string | null; people: number; asked: number; deferred: number; alerted: number };
type Pair = { count: number; of: number };

// The language of a conversation is what most of its turns were asked in. By people, not by requests: whoever asks ten times is one.
const RATES = `with spoken as (
    select c.id, c.contact, c.channel, mode() within group (order by t.language) as language, lower(left(coalesce(k.locale, c.locale), 2)) as own,
      min(t.started_at) - k.created_at > make_interval(days => ${NEW_DAYS}) as long_known
    from turns t join conversations c on c.id = t.conversation join contacts k on k.id = c.contact
    where t.started_at >= $1 and t.cause = 'message' and t.language is not null and c.erased_at is null
    group by c.id, k.id),
  asked as (select conversation, bool_or(verdict = 'deferred') as deferred from escalations where class = 'request' and created_at >= $1 group by conversation),
  alerted as (select distinct m.conversation from alerts a cross join lateral jsonb_array_elements_text(a.episodes) as e(episode)
    join messages m on m.episode = e.episode and m.author = 'contact' where a.fired_at >= $1 and a.customer is not null and a.ref is null),
  person as (select g.by, g.what, g.channel, s.contact, bool_or(q.conversation is not null) as asked, coalesce(bool_or(q.deferred), false) as deferred,
      bool_or(w.conversation is not null) as alerted
    from spoken s left join asked q on q.conversation = s.id left join alerted w on w.conversation = s.id
    cross join lateral (values ('language', s.language, s.channel),
      ('own_language', case when s.own is null then 'unknown' when s.own = s.language then 'own' else 'other' end, null),
      ('known', case when s.long_known then 'long' else 'new' end, null)) as g(by, what, channel)
    group by 1, 2, 3, 4)
  select by, what, channel, count(*)::int as people, count(*) filter (where asked)::int as asked, count(*) filter (where deferred)::int as deferred,
    count(*) filter (where alerted)::int as alerted
  from person group by 1, 2, 3 order by 1, 4 desc, 2, 3`;

/**
 * How often a person is asked for, is deferred, or is counted in an alert, by the language and channel of the conversations, by whether people
 * write in the language of their own browser, and by whether they are new to us: so that an owner sees whether a rule hits some more than others.
 */
export function createRates({ db, clock }: { db: Database; clock: Clock }) {
  return async function rates(days: number): Promise<{ from: Date; to: Date; tables: RateTable[] }> {
    const to = clock.now();
    const from = new Date(to.getTime() - days * DAY_MS);
    const rows = await db.query<Row>(RATES, [from]);
    const tables = (["language", "own_language", "known"] as const).map((by) =>
      tableOf(
        by,
        rows.filter((row) => row.by === by),
      ),
    );
    return { from, to, tables };
  };
}

export type Rates = ReturnType<typeof createRates>;

/**
 * Small groups are not shown; nor, where those are few together, the smallest of the others: another table has the same people in another
 * order, and the difference would tell of the few.
 */
function shownOf(rows: Row[]): Row[] {
  const shown = rows.filter(({ people }) => people >= LEAST_PEOPLE).toSorted((a, b) => b.people - a.people);
  let hidden = rows.filter((row) => !shown.includes(row)).reduce((sum, { people }) => sum + people, 0);
  while (hidden > 0 && hidden < LEAST_PEOPLE && shown.length > 0) hidden += shown.pop()?.people ?? 0;
  return shown;
}

function tableOf(by: RateBy, rows: Row[]): RateTable {
  const shown = shownOf(rows);
  const groups = shown.map((row) => {
    const rateOf = (pair: (row: Row) => Pair) => rate(pair(row), shown.filter((other) => other !== row).map(pair));
    return {
      what: row.what,
      channel: row.channel,
      people: row.people,
      asked: rateOf(({ asked, people }) => ({ count: asked, of: people })),
      deferred: rateOf(({ deferred, asked }) => ({ count: deferred, of: asked })),
      alerted: rateOf(({ alerted, people }) => ({ count: alerted, of: people })),
    };
  });
  return { by, groups, small: rows.length - shown.length };
}

/** Apart from the others only where the two intervals do not touch: a strict measure, so that chance is seldom taken for a finding. */
function rate({ count, of }: Pair, others: Pair[]): Rate | null {
  if (of < LEAST_PEOPLE) return null;
  const own = wilson(count, of);
  const rest = others.reduce((sum, one) => ({ count: sum.count + one.count, of: sum.of + one.of }), { count: 0, of: 0 });
  const theirs = wilson(rest.count, rest.of);
  const apart = own.low > theirs.high ? "more_often" : own.high < theirs.low ? "less_often" : undefined;
  return { count, of, ...own, reading: apart ?? (own.high - own.low > WIDEST ? "too_few" : "like_others") };
}
