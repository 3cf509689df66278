import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/database.ts";
import { nextPeriod, periodBounds, periodOf } from "../policies/index.ts";
import { monthlyCapacity, type Rulebook } from "../rulebook/index.ts";

/** What became of the deferred questions whose date lay in one of the owner's months. */
export type KeptMonth = {
  /** e.g. "2026-11" */
  month: string;
  /** people whose question was deferred */
  people: number;
  /** those of them who got a true answer by its date, to each of their questions */
  answered: number;
  /** answered of people; the figure to publish */
  share: number;
  /** the same by question: who answered by the date; a plain no keeps the date and answers nothing */
  questions: { page: number; staff: number; look: number; plainNo: number; late: number };
};

const MOST_MONTHS = 24;

// A date is a day: what is answered on it is answered by it. What is open and not due yet counts in no month.
const MONTHS = `with one as (
    select to_char(q.due_at at time zone $1, 'YYYY-MM') as month, q.contact,
      case when q.state = 'open' or (q.closed_at at time zone $1)::date > (q.due_at at time zone $1)::date then 'late'
        when q.answered_by = 'plain_no' then 'plain_no'
        when q.answered_by = 'avatar' then 'page'
        when exists (select 1 from human_looks l where l.escalation = q.escalation) then 'look' else 'staff' end as how
    from open_questions q where q.cause = 'deferred' and (q.state = 'kept' or q.due_at < $2)),
  person as (select month, contact, bool_and(how in ('page', 'look', 'staff')) as answered from one group by month, contact)
  select o.month, p.people, p.answered, count(*) filter (where how = 'page')::int as page, count(*) filter (where how = 'staff')::int as staff,
    count(*) filter (where how = 'look')::int as look, count(*) filter (where how = 'plain_no')::int as plain_no, count(*) filter (where how = 'late')::int as late
  from one o join (select month, count(*)::int as people, count(*) filter (where answered)::int as answered from person group by month) p using (month)
  group by o.month, p.people, p.answered order by o.month desc limit ${MOST_MONTHS}`;

type Row = { month: string; people: number; answered: number; page: number; staff: number; look: number; plain_no: number; late: number };

/** How well we keep our word, from the rows: of those who could not get a person, how many got a true answer by the promised date. The newest month first. */
export function createKept({ db, clock, rulebook }: { db: Database; clock: Clock; rulebook: Pick<Rulebook, "current"> }) {
  async function months(): Promise<KeptMonth[]> {
    const rows = await db.query<Row>(MONTHS, [rulebook.current().book.business.timeZone, clock.now()], "questions_kept_months");
    return rows.map(({ month, people, answered, page, staff, look, plain_no: plainNo, late }) => ({
      month,
      people,
      answered,
      share: Math.round((answered / people) * 10_000) / 10_000,
      questions: { page, staff, look, plainNo, late },
    }));
  }

  /** What people can do in a month, against what the last full months asked of them (null: there is none yet). */
  async function capacity(): Promise<{ looks: number; byHours: number; inAll: number; asked: number | null }> {
    const { book } = rulebook.current();
    const zone = book.business.timeZone;
    const periods = lastFullMonths(periodOf(clock.now().getTime(), zone));
    const [from, to] = [periodBounds(periods[0] ?? "", zone).from, periodBounds(periods.at(-1) ?? "", zone).to];
    const rows = await db.query<{ asked: number }>(
      `select count(*)::int as asked from open_questions where cause = 'deferred' and created_at >= $2 and created_at < $3
       group by to_char(created_at at time zone $1, 'YYYY-MM')`,
      [zone, new Date(from), new Date(to)],
    );
    const asked = rows.length === 0 ? null : Math.ceil(rows.reduce((sum, row) => sum + row.asked, 0) / rows.length);
    return { ...monthlyCapacity(book), asked };
  }

  return { months, capacity };
}

/** The three months before this one. */
function lastFullMonths(period: string): string[] {
  const [year = 0, month = 1] = period.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 4, 1)).toISOString().slice(0, 7);
  return [first, nextPeriod(first), nextPeriod(nextPeriod(first))];
}
