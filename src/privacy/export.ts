import type { Database, Queryable } from "../platform/database.ts";
import { walled } from "../platform/wall.ts";
import { formatMoney } from "../ledger/index.ts";
import { PersonRefused } from "./person.ts";

/** Everything that we hold about one contact. Times are RFC 3339, amounts decimals. */
export type PersonFile = Awaited<ReturnType<typeof exportOf>>;

/**
 * Reads a contact's file at one moment.
 * @throws PersonRefused contact_unknown
 */
export async function exportOf(db: Database, contact: string, at: Date) {
  const unknown = () => new PersonRefused("contact_unknown", `There is no contact ${contact}.`);
  const [whose] = await db.query<{ customer: string }>("select customer from contacts where id = $1", [contact]);
  if (!whose) throw unknown();
  return walled(db, whose.customer, async (own) => {
    const rows = reader(own, contact);
    const [found] = await rows<Person>(
      `select c.id, c.name, c.email, c.locale as language, c.time_zone as "timeZone", c.created_at as since, c.erased_at as "erasedAt", jsonb_build_object('id', u.id, 'name', u.name, 'plan', u.plan) as customer
       from contacts c join customers u on u.id = c.customer where c.id = $1`,
    );
    if (!found) throw unknown();
    const { customer, ...person } = found;
    return {
      exportedAt: at.toISOString(),
      person: {
        ...person,
        knownAs: await rows<{ channel: string; as: string }>(`select kind as channel, key as "as" from identities where contact = $1 order by 1, 2`),
      },
      customer,
      remembered: await rows<{ fact: string; notedAt: string; until: string; by: string; forColleagues: boolean }>(
        `select fact, noted_at as "notedAt", expires_at as "until", case confidence when 'said' then 'told by the person' else 'noticed' end as by, shared as "forColleagues"
         from memories where contact = $1 order by noted_at, id`,
      ),
      conversations: await conversationsOf(rows),
      openQuestions: await rows<{ question: string | null; promisedBy: string; state: string; askedAt: string }>(
        `select m.text as question, q.due_at as "promisedBy", q.state, q.created_at as "askedAt" from open_questions q left join messages m on m.id = q.message
         where q.contact = $1 order by q.created_at, q.id`,
      ),
      reminders: await rows<{ what: string; at: string; state: string; askedAt: string }>(
        `select what, due_at as at, state, created_at as "askedAt" from reminders where contact = $1 order by created_at, id`,
      ),
      mayWriteFirst: await rows<{ words: string; givenAt: string; withdrawnAt: string | null }>(
        `select words, given_at as "givenAt", withdrawn_at as "withdrawnAt" from consents where contact = $1 and scope = 'news' order by given_at, id`,
      ),
      mayCall: await rows<{ how: string; phone: string; words: string; givenAt: string; writtenDownBy: string; withdrawnAt: string | null }>(
        `select case scope when 'automatic_call' then 'by a computer voice' else 'by a person' end as how, phone, words, given_at as "givenAt",
           recorded_name as "writtenDownBy", withdrawn_at as "withdrawnAt" from consents where contact = $1 and scope in ('personal_call', 'automatic_call') order by given_at, id`,
      ),
      ...(await thankYousOf(rows)),
      phoneCalls: await phoneCallsOf(rows),
      toldFirst: await rows<{ page: string; at: string }>("select page, at from news_told where contact = $1 order by place"),
      contributions: await contributionsOf(rows),
      organisedCalls: await rows<{ at: string }>("select at from organised_calls where contact = $1 order by at, id"),
      toldOfDiscount: await rows<{ at: string; before: number; after: number; how: string }>(
        `select l.at, c.from_discount as before, c.to_discount as after, case l.state when 'said' then 'in a conversation' else 'by mail: ' || l.state end as how from no_claims_letters l join no_claims_changes c on c.id = l.change where l.contact = $1 order by l.at, c.id`,
      ),
      objections: await rows<{ at: string; state: string; decidedAt: string | null }>(
        `select at, state, decided_at as "decidedAt" from no_claims_objections where contact = $1 order by at, id`,
      ),
      requestsForAPerson: await rows<{
        at: string;
        about: string;
        verdict: string;
        reasons: string[];
        state: string;
        answeredBy: string | null;
        result: string | null;
      }>(
        `select created_at as at, class as about, verdict, (select coalesce(jsonb_agg(r->>'text'), '[]') from jsonb_array_elements(reasons) r) as reasons, state,
           claimed_name as "answeredBy", outcome as result from escalations where contact = $1 order by created_at, id`,
      ),
    };
  });
}

/** Thank-yous by mail: what they agreed to, and what left. */
async function thankYousOf(rows: Rows) {
  return {
    mayThankByMail: await rows<{ address: string; words: string; givenAt: string; writtenDownBy: string; withdrawnAt: string | null }>(
      `select address, words, given_at as "givenAt", recorded_name as "writtenDownBy", withdrawn_at as "withdrawnAt"
         from consents where contact = $1 and scope = 'thanks_mail' order by given_at, id`,
    ),
    thankYouMails: await rows<{ occasion: string; at: string; state: string }>(
      `select occasion, coalesce(sent_at, occasion_at) as at, state from mailouts where contact = $1 order by created_at, id`,
    ),
  };
}

/** Calls of ours to this person's telephone. What they said in an automatic one is never kept. */
async function phoneCallsOf(rows: Rows) {
  type Call = { at: string; by: string; about: string; result: string; calledBy: string | null; minutes: number | null; note: string | null };
  const calls = await rows<Call & { amount: bigint | null; currency: string | null }>(
    `select p.created_at as at, case p.kind when 'automatic' then 'a computer voice' else 'a person' end as by, replace(p.about, '_', ' ') as about,
       replace(coalesce(p.outcome, p.state), '_', ' ') as result, p.claimed_name as "calledBy", p.minutes, concat_ws(' / ', p.reason, p.note) as note, -b.amount as amount, b.currency
     from phone_calls p left join transfers t on t.key = 'phone-call/' || p.id left join postings b on b.transfer = t.id and b.account in ('vendor/call', 'staff/time')
     where p.contact = $1 order by p.created_at, p.id`,
  );
  return calls.map(({ amount, ...call }) => ({ ...call, amount: amount === null ? null : formatMoney(amount) }));
}

/** What this person brought, what it added to the budget of their customer, and what was taken back of it. */
async function contributionsOf(rows: Rows) {
  type Brought = { kind: string; link: string; acceptedAt: string; acceptedBy: string; thankedAt: string | null; withdrawnAt: string | null };
  const brought = await rows<Brought & { earned: bigint; taken: bigint | null }>(
    `select c.kind, c.link, c.accepted_at as "acceptedAt", c.accepted_name as "acceptedBy", c.amount as earned, t.at as "thankedAt", w.at as "withdrawnAt", w.taken
     from contributions c left join contribution_thanks t on t.contribution = c.id left join contribution_withdrawals w on w.contribution = c.id
     where c.contact = $1 order by c.accepted_at, c.id`,
  );
  return brought.map(({ earned, taken, ...one }) => ({ ...one, earned: formatMoney(earned), taken: taken === null ? null : formatMoney(taken) }));
}

type Rows = <Row>(text: string) => Promise<Row[]>;
function reader(tx: Queryable, contact: string): Rows {
  return async <Row>(text: string) => (await tx.query<Record<string, unknown>>(text, [contact])).map((row) => written(row) as Row);
}

function written(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value instanceof Date ? value.toISOString() : value]));
}

type Person = {
  id: string;
  name: string | null;
  email: string | null;
  language: string | null;
  timeZone: string | null;
  since: string;
  erasedAt: string | null;
  customer: { id: string; name: string; plan: string };
};

/** What stands for the beginning of a long conversation, one line for each point. */
const SUMMARY = `concat_ws(e'\\n', s.points->>'first', s.points->>'written',
  (select string_agg(said, e'\\n') from jsonb_array_elements_text(s.points->'agreed') said), (select string_agg(asked, e'\\n') from jsonb_array_elements_text(s.points->'open') asked))`;

/** Each conversation with what was said, what staff noted beside it, what was decided and what it cost us. */
async function conversationsOf(rows: Rows) {
  type Of = { conversation: string };
  const threads = await rows<{ id: string; channel: string; begun: string; summary: string | null; seems: string | null }>(
    `select c.id, c.channel, c.created_at as begun, (select ${SUMMARY} from summaries s where s.conversation = c.id) as summary,
       (select case o.word when 'hurry' then 'in a hurry' else o.word end from moods o where o.conversation = c.id) as seems
     from conversations c where c.contact = $1 order by c.created_at, c.id`,
  );
  const said = await rows<Of & { at: string; from: string; name: string | null; text: string; sources: string[] }>(
    `select m.conversation, m.at, case m.author when 'avatar' then 'assistant' when 'human' then 'colleague' when 'notice' then 'service' else 'you' end as "from", m.name, m.text,
       (select coalesce(jsonb_agg(s->>'url'), '[]') from jsonb_array_elements(m.sources) s) as sources
     from messages m join conversations c on c.id = m.conversation where c.contact = $1 and m.author <> 'mode' order by m.conversation, m.seq`,
  );
  const noted = await rows<Of & { at: string; by: string; text: string }>(
    "select n.conversation, n.at, n.name as by, n.text from notes n join conversations c on c.id = n.conversation where c.contact = $1 order by n.at, n.id",
  );
  const decided = await rows<Of & { at: string; what: string; verdict: string; reasons: string[] }>(
    `select d.conversation, d.at, d.policy as what, d.verdict, (select coalesce(jsonb_agg(r->>'text'), '[]') from jsonb_array_elements(d.reasons) r) as reasons
     from decisions d join conversations c on c.id = d.conversation where c.contact = $1 order by d.at, d.id`,
  );
  const paid = await rows<Of & { at: string; what: string; cause: string; amount: bigint; currency: string }>(
    `select t.conversation, t.at, t.kind as what, t.cause, -p.amount as amount, p.currency from transfers t join postings p on p.transfer = t.id
     join conversations c on c.id = t.conversation where c.contact = $1 and p.account in ('vendor/model', 'vendor/tool', 'vendor/message', 'staff/time') order by t.at, t.id, p.id`,
  );
  const of = <Row extends Of>(list: Row[], id: string) => list.filter(({ conversation }) => conversation === id).map(({ conversation: _own, ...row }) => row);
  return threads.map(({ id, ...thread }) => ({
    id,
    ...thread,
    messages: of(said, id),
    notes: of(noted, id),
    decisions: of(decided, id),
    costs: of(paid, id).map(({ amount, ...cost }) => ({ ...cost, amount: formatMoney(amount) })),
  }));
}
