import { cost } from "../../ledger/index.ts";
import { applyWrites, type Write } from "../../platform/commit.ts";
import type { Queryable } from "../../platform/database.ts";
import { cancelTimer, schedule } from "../../platform/timers.ts";
import { DAY } from "../../policies/index.ts";
import type { Book } from "../../rulebook/index.ts";
import type { RaisedAlert } from "../alerts.ts";
import type { Letter, LetterFate } from "../mailer.ts";
import { againAfter, GIVEN_UP_MS } from "../post.ts";
import type { Reader } from "./facts.ts";
import type { Letters } from "./composing.ts";
import { SEND } from "./planning.ts";
import type { Thanked } from "./thanks.ts";
import type { MailoutRooms } from "./rooms.ts";
import { end, fate, handed, later, mailKey, suppress, wait, type MailoutRow } from "./rows.ts";

/** A thank-you that nobody has asked for is the company's cost, on that customer. */
const PAYER = "company/goodwill";
const MINUTE = 60_000;
const UNABLE_MS = 6 * 3_600_000; // how soon it is tried again where no mail can leave
/** A mailbox that is full three times in a month is not read. */
const SOFT_BOUNCES = 3;
const SOFT_DAYS = 30;
const FORBIDDEN = "P0P04";
const MAIL = "mail"; // the way that reaches people of ours by the same server

/** Letters leave here, each at most once: what was begun and not confirmed counts as sent. */
export function createSending(rooms: MailoutRooms & { letters: Letters }) {
  const { db, clock, live, rulebook, letters, post } = rooms;

  /** Its moment has come. The timer comes again, in case this process dies before the letter has left. */
  async function due(id: string): Promise<Write[]> {
    post.beside(id, () => send(id));
    return [schedule(SEND, id, new Date(clock.now().getTime() + GIVEN_UP_MS))];
  }

  /** Asks the policy, says in one transaction that it leaves, and only then sends it. Whoever dies after that transaction leaves a letter that left once or never. */
  async function send(id: string): Promise<void> {
    const begun = await begin(id);
    const seen = () => begun.row && live.publish("staff", { type: "mailout", id, customer: begun.row.customer });
    seen();
    if (begun.call) rooms.phone.told(begun.call, begun.row.customer);
    const writes = begun.letter ? await settled(begun.row, await post.send(begun.letter)) : begun.writes;
    const again = writes.some(({ row }) => row["kind"] === SEND);
    const told = writes.some(({ row }) => row["state"] === "unknown") ? await tell(id) : undefined;
    await applyWrites(db, [...writes, ...(again ? [] : [cancelTimer(SEND, id)]), ...(told?.writes ?? [])]);
    told?.sent();
    if (begun.letter) seen();
  }

  /** People hear of one that may have arrived, in the commit that says so. */
  async function tell(id: string): Promise<RaisedAlert | undefined> {
    const [row] = await db.query<{ id: string; name: string; state: string }>(
      "select u.id, u.name, m.state from mailouts m join customers u on u.id = m.customer where m.id = $1",
      [id],
    );
    if (row?.state !== "sending") return undefined; // said already, by whoever found it first
    const customer = { id: row.id, name: row.name };
    return rooms.alerts.raise({ rule: "delivery.unknown", ref: id, customer, page: "/console/campaigns", detail: { channel: MAIL }, except: [MAIL] });
  }

  type Begun =
    | { writes: Write[]; row?: undefined; letter?: undefined; call?: undefined }
    | { writes: Write[]; row: MailoutRow; letter?: Letter; call?: string };

  async function begin(id: string): Promise<Begun> {
    try {
      return await db.transaction((tx) => beginIn(tx, id));
    } catch (error) {
      if ((error as { code?: string }).code !== FORBIDDEN) throw error;
      return { writes: [end(id, "refused", "no_consent", null, clock.now())] };
    }
  }

  async function beginIn(tx: Queryable, id: string): Promise<Begun> {
    const row = await locked(tx, id);
    if (row?.state === "sending") return abandoned(row);
    if (row?.state !== "waiting") return { writes: [] };
    const now = clock.now();
    const thanked = await rooms.thanks.ask(tx, row);
    const { decision, reader, campaign } = thanked;
    const reason = decision.reasons[0]?.code ?? "none";
    // What waits for the same as before is not written down again.
    const repeated = decision.verdict === "wait" && row.reason === reason;
    const record = repeated ? [] : [rulebook.decisionWrite(decision, { customer: row.customer, conversation: null, at: now })];
    const decided = repeated ? null : decision.id;
    const able = rooms.sends || campaign?.by !== "mail";
    if (decision.verdict === "wait" || (decision.verdict === "send" && !able)) {
      const again = againAt(row, thanked, now.getTime() + (able ? MINUTE : UNABLE_MS));
      return { writes: [...record, wait(id, reason, decided, again), schedule(SEND, id, again)], row };
    }
    if (decision.verdict !== "send" || !reader.consent || !campaign) {
      const state = decision.verdict === "hold_out" ? "held_out" : decision.verdict === "lapse" ? "lapsed" : "refused";
      return { writes: [...record, end(id, state, reason, decided, now)], row };
    }
    await applyWrites(tx, record);
    const decidedOn = { decision: decision.id, reason };
    return campaign.by === "mail" ? leave(tx, row, campaign, { ...decidedOn, reader, consent: reader.consent }) : handOver(tx, row, campaign, decidedOn);
  }

  /** Caps are the customer's, the budget is the campaign's: whoever sends for either waits here, in this order. */
  async function locked(tx: Queryable, id: string): Promise<MailoutRow | undefined> {
    const [known] = await tx.query<{ customer: string; campaign: string }>("select customer, campaign from mailouts where id = $1", [id]);
    if (!known) return undefined;
    // Neither lock stands in the way of whoever writes about that customer, or plans the campaign's next day.
    await tx.query("select 1 from customers where id = $1 for no key update", [known.customer]);
    await tx.query("select 1 from mailout_days where campaign = $1 order by day limit 1 for update", [known.campaign]);
    const [row] = await tx.query<MailoutRow>("select * from mailouts where id = $1 for update", [id]);
    return row;
  }

  /** From here on it counts as sent, whatever becomes of it. */
  async function leave(tx: Queryable, row: MailoutRow, { costs: { amount } }: Campaign, { decision, reason, reader, consent }: Leaving): Promise<Begun> {
    const { words, language, letter } = await letters.letterFor(tx, row, reader, consent);
    const { currency } = rulebook.current().book.business;
    const leaving = { ...row, amount, currency, sent_at: clock.now(), address: reader.address };
    await tx.query(
      `update mailouts set state = 'sending', reason = $2, decision = $3, consent = $4, address = $5, words = $6, language = $7, amount = $8, currency = $9, sent_at = $10 where id = $1`,
      [row.id, reason, decision, consent.id, reader.address, words, language, amount, currency, leaving.sent_at],
    );
    return { writes: [], row: leaving, letter };
  }

  /** What is left to a call has one from here on, planned in this very transaction; what the policy for calls says no to is refused with its word. */
  async function handOver(tx: Queryable, row: MailoutRow, { id: campaign, by, costs: { amount } }: Campaign, { decision, reason }: Decided): Promise<Begun> {
    const kind = by === "call" ? "personal" : "automatic";
    const planned = await rooms.phone.planIn(tx, { contact: row.contact, kind, about: "thank_you", campaign }, null);
    const at = clock.now();
    if (!planned?.id) {
      await applyWrites(tx, [end(row.id, "refused", planned?.placed.decision.reasons[0]?.code ?? "erased", decision, at)]);
      return { writes: [], row };
    }
    const { currency } = rulebook.current().book.business;
    await applyWrites(tx, [handed(row.id, { call: planned.id, reason, decision, amount, currency, at })]);
    return { writes: [], row, call: planned.id };
  }

  /** Whoever said that it leaves has not said how it went. */
  function abandoned(row: MailoutRow): Begun {
    const now = clock.now();
    const until = new Date((row.sent_at?.getTime() ?? 0) + GIVEN_UP_MS);
    if (until > now) return { writes: [schedule(SEND, row.id, until)] };
    return { writes: [fate(row.id, "unknown", now, "the service stopped while it was sent"), ...booked(row)], row };
  }

  /** What the receiving side said, and what follows from it. */
  async function settled(row: MailoutRow, said: LetterFate): Promise<Write[]> {
    const at = clock.now();
    // A slow server's word may come after the letter was given up: then its cost is booked already.
    const money = async () => ((await isBooked(row.id)) ? [] : booked(row));
    if (said.state === "sent") return [fate(row.id, "sent", at, null), ...(await money())];
    if (said.state === "unknown") return [fate(row.id, "unknown", at, said.reply), ...(await money())];
    if (said.state === "retry") {
      const again = againAfter(row.tries, at);
      return [later(row.id, said.reply, again), schedule(SEND, row.id, again)];
    }
    const bounced = fate(row.id, "bounced", at, said.reply, said.how);
    if (!row.address) return [bounced];
    if (said.how === "hard") return [bounced, suppress(row.address, "hard_bounce", at)];
    const [soft] = await db.query<{ count: number }>(
      "select count(*)::int as count from mailouts where address = $1 and state = 'bounced' and bounce = 'soft' and ended_at > $2",
      [row.address, new Date(at.getTime() - SOFT_DAYS * DAY)],
    );
    return [bounced, ...((soft?.count ?? 0) + 1 >= SOFT_BOUNCES ? [suppress(row.address, "soft_bounces", at)] : [])];
  }

  async function isBooked(id: string): Promise<boolean> {
    const [row] = await db.query("select 1 from transfers where key = $1", [mailKey(id)]);
    return row !== undefined;
  }

  /** What left, or may have left, is a cost on that customer, once. */
  function booked({ id, campaign, customer, amount, currency }: MailoutRow): Write[] {
    if (amount === null || amount === 0n || currency === null) return [];
    const facts = { mailout: id, campaign };
    return cost({
      key: mailKey(id),
      kind: "message",
      cause: "thank_you",
      customer,
      amount,
      currency,
      payer: PAYER,
      vendor: "vendor/message",
      facts,
      at: clock.now(),
    });
  }

  return { due };
}

/** When everything that it waits for may have ended; at the latest when it is stale, to be told as lapsed. */
function againAt({ occasion_at }: MailoutRow, { campaign, again }: Thanked, earliest: number): Date {
  const stale = occasion_at.getTime() + (campaign?.freshDays ?? 0) * DAY + 1;
  return new Date(Math.max(Math.min(again, stale), earliest));
}

type Campaign = Book["thanks"]["campaigns"][number];
type Decided = { decision: string; reason: string };
type Leaving = Decided & { reader: Reader; consent: { id: string; address: string } };
