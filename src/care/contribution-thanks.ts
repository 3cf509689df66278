import type { Clock } from "../platform/clock.ts";
import type { Statement, Write } from "../platform/commit.ts";
import type { Database } from "../platform/database.ts";
import { schedule } from "../platform/timers.ts";
import type { Threads } from "../conversations/index.ts";
import { cost } from "../ledger/index.ts";
import { thankContributor, wallMinutes, writeAgainAt, type ContributionKind } from "../policies/index.ts";
import type { RecordedDecision, Rulebook } from "../rulebook/index.ts";

/** The timer of each contribution that earned a thank-you. Its ref is the contribution. */
export const THANK_CONTRIBUTOR = "contribution.thank";

/** What a contributor is told, in reviewed words. */
export type SayContribution = (key: `contribution_${ContributionKind}` | "news_stop", locale: string | null, vars: Record<string, string>) => string;
export type ThanksRooms = { db: Database; clock: Clock; rulebook: Rulebook; threads: Pick<Threads, "say">; say: SayContribution };

/** How it stands with a contribution and its contributor, at this moment. */
type Standing = {
  contact: string;
  customer: string;
  kind: ContributionKind;
  link: string;
  stands: boolean;
  accepted: Date;
  timeZone: string;
  locale: string | null;
  consent: string | null;
  conversation: string | null;
  held: boolean;
  unread: boolean;
  safety: boolean;
  had: number;
  sent: string[];
};

/** What writing first costs is the company's: nobody pays for a message that they did not write. */
const PAYER = "company/initiative";
const BUSY_MS = 60_000; // something changed at that very moment: decided anew after this
/** What the database may say in the moment of sending: consent, safety, withdrawn, somebody was quicker. */
const REFUSALS = ["P0P02", "P0P04", "23505"];

const thanks_: Statement = {
  name: "contribution_thanks",
  columns: "contribution text, contact text, place integer, consent text, decision text, at timestamptz",
  sql: `insert into contribution_thanks (contribution, contact, place, consent, decision, at)
    select r.contribution, r.contact, r.place, r.consent, r.decision, r.at from {rows}`,
};

// Where the contact agreed that we write first, in the last conversation that can still be read there. $2 is now, $3 the owner's time zone.
const STANDING = `select c.contact, c.customer, c.kind, c.link, c.standing as stands, c.accepted_at as accepted,
    coalesce((select z.name from pg_timezone_names z where z.name = k.time_zone), $3) as "timeZone",
    coalesce(v.locale, k.locale) as locale, s.id as consent, v.id as conversation, coalesce(v.mode = 'human', false) as held,
    exists (select 1 from conversations o where o.contact = k.id and o.mode = 'avatar' and o.inbound_seq > o.covered_seq) as unread,
    exists (select 1 from escalations e where e.contact = k.id and e.class <> 'request' and e.state in ('open', 'claimed')) as safety,
    (select coalesce(max(place), 0) from contribution_thanks h where h.contact = k.id) as had,
    (select coalesce(jsonb_agg(at order by at), '[]') from (select at from news_told n where n.contact = k.id
       union all select at from contribution_thanks h where h.contact = k.id order by at desc limit 100) w) as sent
  from contributions c join contacts k on k.id = c.contact
  left join lateral (select id, conversation from consents where contact = k.id and scope = 'news' and withdrawn_at is null order by given_at desc, id desc limit 1) s on true
  left join lateral (select o.id, o.mode, o.locale from conversations o join conversations g on g.id = s.conversation and g.channel = o.channel
    where o.contact = k.id and o.erased_at is null
      and (not exists (select 1 from chat_sessions h where h.conversation = o.id) or exists (select 1 from chat_sessions h where h.conversation = o.id and h.expires_at > $2))
    order by o.last_at desc, o.id limit 1) v on true
  where c.id = $1 and k.erased_at is null and not exists (select 1 from contribution_thanks t where t.contribution = c.id)`;

/** Says thank you for a contribution, first and once, where and when the contributor agreed to hear from us; else later, or not at all. */
export function createContributionThanks(rooms: ThanksRooms) {
  const { db, clock, rulebook, threads } = rooms;

  return async function thank(id: string): Promise<Write[]> {
    const { book } = rulebook.current();
    const [row] = await db.query<Standing>(STANDING, [id, clock.now(), book.business.timeZone]);
    if (!row) return [];
    const now = clock.now().getTime();
    const { consent, conversation, stands, unread, held, safety } = row;
    const moment = {
      now,
      wall: wallMinutes(now, row.timeZone),
      gone: consent !== null && conversation === null,
      unread,
      held,
      safety,
      sent: row.sent.map(Date.parse),
    };
    const decision = rulebook.decide(thankContributor, { ...moment, accepted: row.accepted.getTime(), consent: consent !== null, stands });
    const record = rulebook.decisionWrite(decision, { customer: row.customer, conversation, at: clock.now() });
    if (decision.verdict === "drop") return [record];
    if (decision.verdict === "wait") return [record, schedule(THANK_CONTRIBUTOR, id, new Date(writeAgainAt(moment, book, row.timeZone)))];
    try {
      await send(id, row, decision, record);
      return [];
    } catch (error) {
      if (!REFUSALS.includes((error as { code?: string }).code ?? "")) throw error;
      return [schedule(THANK_CONTRIBUTOR, id, new Date(now + BUSY_MS))];
    }
  };

  async function send(id: string, row: Standing, { id: decision }: RecordedDecision, record: Write): Promise<void> {
    const { persona, business } = rulebook.current().book;
    const stop = rooms.say("news_stop", row.locale, { name: persona.name, business: business.name });
    const text = `${rooms.say(`contribution_${row.kind}`, row.locale, { link: row.link })}\n\n${stop}`;
    const { contact, consent } = row;
    const thanked: Write = { statement: thanks_, row: { contribution: id, contact, place: row.had + 1, consent, decision, at: clock.now() } };
    const saying = { conversation: row.conversation ?? "", author: "notice" as const, name: persona.name, text };
    await threads.say(saying, [record, thanked, ...spent(id, row)]);
  }

  function spent(id: string, { customer, conversation, kind }: Standing): Write[] {
    const { costs } = rulebook.current().book.initiative;
    if (!costs) return [];
    const cause = `contribution ${kind}`;
    return cost({
      ...costs,
      key: `contribution/${id}/thanks`,
      kind: "message",
      cause,
      customer,
      conversation,
      payer: PAYER,
      vendor: "vendor/message",
      at: clock.now(),
    });
  }
}
