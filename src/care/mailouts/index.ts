import { StaffRefused } from "../../conversations/channel.ts";
import type { MailConsent, NewMailConsent } from "../../customers/index.ts";
import { applyWrites } from "../../platform/commit.ts";
import { scheduleOnce, type Timers } from "../../platform/timers.ts";
import { dateIn } from "../../policies/index.ts";
import { mailLanguage } from "../../rulebook/index.ts";
import type { Letter, Rendered } from "../mailer.ts";
import { createLetters } from "./composing.ts";
import { createLinks } from "./links.ts";
import { occasionsIn } from "./occasions.ts";
import { createPlanning, DAILY, PLAN, SEND } from "./planning.ts";
import { createMailoutReads } from "./reads.ts";
import type { Actor, MailoutRooms } from "./rooms.ts";
import { addressHash, reported as report } from "./rows.ts";
import { createSending } from "./sending.ts";

export { monthsBetween, occasionsIn } from "./occasions.ts";
export type { CampaignFigures, Group, MailoutQuery, MailoutView } from "./reads.ts";

/** Whose letter a preview shows: nobody's. */
const SAMPLE = { name: "Ana Example", customerName: "Example Ltd" };
const SAMPLE_YEARS = 3;
const YEAR_MS = 365 * 86_400_000;

export type Preview = Rendered & { words: string };
export type Shown = { campaign: string; language: string; /** which of the occasion's texts; the first is 0 */ text: number };

/** Thank-yous by mail (PRODUCT promise 10): planned by day, let out by policy in the transaction that sends, and ended by one click. */
export function createMailouts(rooms: MailoutRooms) {
  const { db, clock, ids, rulebook, texts, consents, secret } = rooms;
  const planning = createPlanning(rooms);
  const letters = createLetters(rooms);
  const sending = createSending({ ...rooms, letters });
  const links = createLinks(rooms);
  const reads = createMailoutReads(rooms);

  /** @throws StaffRefused not_found */
  function sample({ campaign, language, text }: Shown, to: { id: string; address: string }): { letter: Letter; words: string } {
    const found = rulebook.current().book.thanks.campaigns.find(({ id }) => id === campaign);
    if (!found) throw new StaffRefused("not_found", "The rulebook has no such campaign.");
    const own = texts[mailLanguage(language)][found.occasion];
    const chosen = own[text % own.length];
    if (!chosen) throw new StaffRefused("not_found", "There is no such text.");
    const now = clock.now().getTime();
    const { timeZone } = rulebook.current().book.business;
    const began = dateIn(now - SAMPLE_YEARS * YEAR_MS - YEAR_MS / 2, timeZone);
    const at = occasionsIn(found.occasion, began, { from: now - YEAR_MS, to: now, timeZone }).at(-1) ?? now;
    const reader = { ...SAMPLE, locale: language, began };
    return {
      words: chosen.id,
      letter: letters.letterOf({ id: to.id, occasion: found.occasion, at, reader, to: to.address, link: links.link("sample") }, chosen),
    };
  }

  /** How a campaign's mail looks, for a reader who is nobody. @throws StaffRefused not_found */
  async function preview(shown: Shown): Promise<Preview> {
    const { letter, words } = sample(shown, { id: "sample", address: "ana@example.com" });
    return { ...(await rooms.mailer.render(letter)), words };
  }

  /** Sends it to whoever asks, and to nobody else. @throws StaffRefused not_found, conflict (no mail can leave, it has no address, or was refused) */
  async function test(shown: Shown, by: Actor & { email: string | null }): Promise<{ address: string }> {
    if (by.email === null) throw new StaffRefused("conflict", "An API key has no mail address. Log in as a person to send yourself a test.");
    if (!rooms.sends) throw new StaffRefused("conflict", "No mail can leave yet: set SMTP_URL and MAIL_ADDRESS.");
    const { letter } = sample(shown, { id: ids.next("test"), address: by.email });
    const said = await rooms.mailer.send({ ...letter, to: { name: by.name, address: by.email } });
    if (said.state !== "sent") throw new StaffRefused("conflict", `The mail server did not take it: ${said.reply}`);
    return { address: by.email };
  }

  /**
   * Whoever agrees anew after they had unsubscribed is thanked again; an older word that is found later undoes nothing, and a mailbox that does not
   * exist stays so. @throws CustomerRefused
   */
  async function agree(given: NewMailConsent, by: Actor): Promise<MailConsent> {
    const consent = await consents.give(given, by);
    await db.query("delete from mail_suppressions where address = $1 and why = 'unsubscribed' and at <= $2", [
      addressHash(secret, consent.address),
      consent.givenAt,
    ]);
    return consent;
  }

  /**
   * What a provider reports of an address, or a person tells: a complaint, or that nobody reads there. Nothing goes there from this moment on, for good;
   * whoever complained has taken back their word.
   */
  async function reported({ address, kind }: { address: string; kind: "complaint" | "bounce" }): Promise<void> {
    await db.transaction(async (tx) => {
      if (kind === "complaint") await consents.withdrawAt(address, tx);
      await applyWrites(tx, [report(addressHash(secret, address), kind === "complaint" ? "complaint" : "hard_bounce", clock.now())]);
    });
  }

  /** A customer changed to a new version and it went well: an occasion. @throws StaffRefused not_found, conflict (it is said to be in the future) */
  async function upgraded({ customer, at }: { customer: string; at: Date }, by: Actor): Promise<{ id: string }> {
    const now = clock.now();
    if (at > now) throw new StaffRefused("conflict", "An upgrade that is still to come cannot be recorded.");
    const id = ids.next("upg");
    const [row] = await db.query<{ id: string }>(
      `insert into upgrades (id, customer, at, recorded_by, recorded_name, recorded_at) select $1, id, $3, $4, $5, $6 from customers where id = $2 returning id`,
      [id, customer, at, by.id, by.name, now],
    );
    if (!row) throw new StaffRefused("not_found", "There is no such customer.");
    return row;
  }

  return {
    ...reads,
    preview,
    test,
    agree,
    upgraded,
    reported,
    consents: consents.list,
    withdraw: (id: string) => consents.withdraw(id),
    unsubscribe: links.unsubscribe,
    ending: links.ending,
    registerTimers(timers: Pick<Timers, "on">): void {
      timers.on(PLAN, planning.plan);
      timers.on(SEND, sending.due);
    },
    /** Begins to plan, where mail can leave or a campaign calls. Again is the same: whoever changes the rulebook may have written the first such campaign. */
    async start(): Promise<void> {
      if (rooms.sends || planning.able().length > 0) await applyWrites(db, [scheduleOnce(PLAN, DAILY, clock.now())]);
    },
  };
}

export type Mailouts = ReturnType<typeof createMailouts>;
