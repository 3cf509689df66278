import { cost } from "../../ledger/index.ts";
import { applyWrites, type Write } from "../../platform/commit.ts";
import type { Queryable } from "../../platform/database.ts";
import { cancelTimer, schedule } from "../../platform/timers.ts";
import { dateIn, DAY, thank, thankAgainAt } from "../../policies/index.ts";
import { fillMail, mailLanguage, quarterIn, yearsIn } from "../../rulebook/index.ts";
import type { RaisedAlert } from "../alerts.ts";
import type { Letter, LetterFate } from "../mailer.ts";
import { factsFor, type Reader } from "./facts.ts";
import { linkOf } from "./links.ts";
import { monthsBetween } from "./occasions.ts";
import { SEND } from "./planning.ts";
import type { MailoutRooms } from "./rooms.ts";
import { end, fate, later, mailKey, suppress, wait, type MailoutRow } from "./rows.ts";

/** A thank-you that nobody has asked for is the company's cost, on that customer. */
const PAYER = "company/goodwill";
const MINUTE = 60_000;
const RETRY_MS = 15 * 60_000; // a server that says "later" means minutes, as greylisting does; then twice as long each time …
const RETRY_MAX_MS = 6 * 3_600_000; // … up to a few times a day, until the occasion is stale
/** A mailbox that is full three times in a month is not read. */
const SOFT_BOUNCES = 3;
const SOFT_DAYS = 30;
const FORBIDDEN = "P0P04";
const MAIL = "mail"; // the way that reaches people of ours by the same server
/** So many letters wait for the mail server at once in one process; many servers take no more lines from one sender. */
const MOST_AT_ONCE = 4;
/** A mailer gives up after 80 s. What has been leaving for so long was left by a process that died. */
const GIVEN_UP_MS = 10 * MINUTE;

/** Letters leave here, each at most once: what was begun and not confirmed counts as sent. */
export function createSending(rooms: MailoutRooms) {
  const { db, clock, log, live, rulebook } = rooms;
  const working = new Map<string, Promise<void>>();
  const waiting: (() => void)[] = [];
  let free = MOST_AT_ONCE;
  let stopping = false;

  /**
   * Its moment has come. The letter goes beside the timers, which others wait for: a mail server may think for a minute. The timer comes again, in case
   * this process dies meanwhile.
   */
  async function due(id: string): Promise<Write[]> {
    if (!working.has(id)) {
      const work = place()
        .then(() => (stopping ? undefined : send(id)))
        .catch((error: unknown) => log.error({ mailout: id, err: error }, "a thank-you could not be sent"))
        .finally(() => {
          working.delete(id);
          free += 1;
          waiting.shift()?.();
        });
      working.set(id, work);
    }
    return [schedule(SEND, id, new Date(clock.now().getTime() + GIVEN_UP_MS))];
  }

  async function place(): Promise<void> {
    while (free === 0) await new Promise<void>((resolve) => void waiting.push(resolve));
    free -= 1;
  }

  /** Asks the policy, says in one transaction that it leaves, and only then sends it. Whoever dies after that transaction leaves a letter that left once or never. */
  async function send(id: string): Promise<void> {
    const begun = await begin(id, rooms.sends);
    if (begun.row) live.publish("staff", { type: "mailout", id, customer: begun.row.customer });
    const writes = begun.letter ? await settled(begun.row, await post(begun.letter)) : begun.writes;
    const again = writes.some(({ row }) => row["kind"] === SEND);
    const told = writes.some(({ row }) => row["state"] === "unknown") ? await tell(id) : undefined;
    await applyWrites(db, [...writes, ...(again ? [] : [cancelTimer(SEND, id)]), ...(told?.writes ?? [])]);
    told?.sent();
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

  async function post(letter: Letter): Promise<LetterFate> {
    try {
      return await rooms.mailer.send(letter);
    } catch (error) {
      log.error({ mailout: letter.id, err: error }, "a letter broke while it was sent");
      return { state: "unknown", reply: "the sending broke" };
    }
  }

  type Begun = { writes: Write[]; row?: undefined; letter?: undefined } | { writes: Write[]; row: MailoutRow; letter?: Letter };

  async function begin(id: string, able: boolean): Promise<Begun> {
    try {
      return await db.transaction((tx) => beginIn(tx, id, able));
    } catch (error) {
      if ((error as { code?: string }).code !== FORBIDDEN) throw error;
      return { writes: [end(id, "refused", "no_consent", null, clock.now())] };
    }
  }

  async function beginIn(tx: Queryable, id: string, able: boolean): Promise<Begun> {
    const [known] = await tx.query<{ customer: string; campaign: string }>("select customer, campaign from mailouts where id = $1", [id]);
    if (!known) return { writes: [] };
    // Caps are the customer's, the budget is the campaign's: whoever sends for either waits here, in this order.
    // Neither lock stands in the way of whoever writes about that customer, or plans the campaign's next day.
    await tx.query("select 1 from customers where id = $1 for no key update", [known.customer]);
    await tx.query("select 1 from mailout_days where campaign = $1 order by day limit 1 for update", [known.campaign]);
    const [row] = await tx.query<MailoutRow>("select * from mailouts where id = $1 for update", [id]);
    if (row?.state === "sending") return abandoned(row);
    if (row?.state !== "waiting") return { writes: [] };
    const now = clock.now();
    const { book } = rulebook.current();
    const { facts, reader, campaign } = await factsFor(tx, rooms, row, { book, now });
    const decision = rulebook.decide(thank, facts);
    const reason = decision.reasons[0]?.code ?? "none";
    // What waits for the same as before is not written down again.
    const repeated = decision.verdict === "wait" && row.reason === reason;
    const record = repeated ? [] : [rulebook.decisionWrite(decision, { customer: row.customer, conversation: null, at: now })];
    const decided = repeated ? null : decision.id;
    if (decision.verdict === "wait" || (decision.verdict === "send" && !able)) {
      const stale = row.occasion_at.getTime() + (campaign?.freshDays ?? 0) * DAY + 1; // then it is told as lapsed
      const again = new Date(Math.max(Math.min(thankAgainAt(facts, book, reader.timeZone), stale), now.getTime() + (able ? MINUTE : RETRY_MAX_MS)));
      return { writes: [...record, wait(id, reason, decided, again), schedule(SEND, id, again)], row };
    }
    if (decision.verdict !== "send" || !reader.consent || !campaign) {
      const state = decision.verdict === "hold_out" ? "held_out" : decision.verdict === "lapse" ? "lapsed" : "refused";
      return { writes: [...record, end(id, state, reason, decided, now)], row };
    }
    const { words, language, letter } = await letterFor(tx, row, reader, reader.consent);
    const { amount, currency } = { amount: campaign.costs.amount, currency: book.business.currency };
    const leaving = { ...row, amount, currency, sent_at: now, address: reader.address };
    await tx.query(
      `update mailouts set state = 'sending', reason = $2, decision = $3, consent = $4, address = $5, words = $6, language = $7, amount = $8, currency = $9, sent_at = $10 where id = $1`,
      [id, reason, decision.id, reader.consent.id, reader.address, words, language, amount, currency, now],
    );
    await applyWrites(tx, record);
    return { writes: [], row: leaving, letter };
  }

  /** Whoever said that it leaves has not said how it went. */
  function abandoned(row: MailoutRow): Begun {
    const now = clock.now();
    const until = new Date((row.sent_at?.getTime() ?? 0) + GIVEN_UP_MS);
    if (until > now) return { writes: [schedule(SEND, row.id, until)] };
    return { writes: [fate(row.id, "unknown", now, "the service stopped while it was sent"), ...booked(row)], row };
  }

  /** Another text each time, so that the same words do not come every year. */
  async function letterFor(tx: Queryable, row: MailoutRow, reader: Reader, consent: { id: string; address: string }) {
    const [before] = await tx.query<{ count: number }>(
      "select count(*)::int as count from mailouts where contact = $1 and occasion = $2 and words is not null and id <> $3",
      [row.contact, row.occasion, row.id],
    );
    const language = mailLanguage(reader.locale);
    const texts = rooms.texts[language][row.occasion];
    const text = texts[(before?.count ?? 0) % texts.length];
    if (!text) throw new Error(`There is no text for ${row.occasion}.`);
    const letter = letterOf(
      { id: row.id, occasion: row.occasion, at: row.occasion_at.getTime(), reader, to: consent.address, link: linkOf(rooms, consent.id) },
      text,
    );
    return { words: text.id, language, letter };
  }

  /** A thank-you as it would be, with what it names. */
  function letterOf(
    {
      id,
      occasion,
      at,
      reader,
      to,
      link,
    }: {
      id: string;
      occasion: MailoutRow["occasion"];
      at: number;
      reader: Pick<Reader, "name" | "customerName" | "locale" | "began">;
      to: string;
      link: string;
    },
    text: MailText,
  ): Letter {
    const { business } = rulebook.current().book;
    const day = dateIn(at, business.timeZone);
    const language = mailLanguage(reader.locale);
    const years = reader.began === null ? 0 : Math.floor(monthsBetween(reader.began, day) / 12);
    const names = {
      contact: reader.name ?? reader.customerName,
      customer: reader.customerName,
      business: business.name,
      ...(occasion === "anniversary" ? { years: yearsIn(language, Math.max(1, years)) } : {}),
      ...(occasion === "quiet_quarter" ? { period: quarterIn(language, dateIn(at - DAY, business.timeZone)) } : {}),
    };
    return {
      id,
      to: { name: reader.name ?? "", address: to },
      language,
      ...fillMail(text, names),
      business: business.name,
      unsubscribe: { url: link },
    };
  }

  /** What the receiving side said, and what follows from it. */
  async function settled(row: MailoutRow, said: LetterFate): Promise<Write[]> {
    const at = clock.now();
    // A slow server's word may come after the letter was given up: then its cost is booked already.
    const money = async () => ((await isBooked(row.id)) ? [] : booked(row));
    if (said.state === "sent") return [fate(row.id, "sent", at, null), ...(await money())];
    if (said.state === "unknown") return [fate(row.id, "unknown", at, said.reply), ...(await money())];
    if (said.state === "retry") {
      const again = new Date(at.getTime() + Math.min(RETRY_MS * 2 ** row.tries, RETRY_MAX_MS));
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

  /** Nothing is under way. */
  async function idle(): Promise<void> {
    while (working.size > 0) await Promise.all(working.values());
  }

  /** Begins no more, and lets what is under way end: what has not begun, its timer finds again. */
  async function stop(): Promise<void> {
    stopping = true;
    await idle();
  }

  return { due, letterOf, idle, stop };
}

type MailText = MailoutRooms["texts"]["en"]["anniversary"][number];
