import type { Phone } from "../../care/index.ts";
import type { Consents } from "../../customers/index.ts";
import type { Turn } from "../../conversations/index.ts";
import type { Write } from "../../platform/commit.ts";
import type { Rulebook } from "../../rulebook/index.ts";
import { inShort } from "../reminders/asked.ts";
import type { TextKey, Texts } from "../texts.ts";
import { newsWish } from "./asked.ts";

export type WishRooms = { rulebook: Pick<Rulebook, "current">; texts: Texts; consents: Consents; calls: Pick<Phone, "neverAgain"> };

/**
 * Whether we may write first, as far as one turn tells: the contact says so in this chat, or takes it back; and whether they may be called. What is plainly
 * said is done by the service itself; what a model asks for stands with that. Only the contact's own words are kept.
 */
export function openNewsWishes(rooms: WishRooms, turn: Turn, locale: string) {
  const { texts, consents } = rooms;
  const { id: conversation, customer, contact } = turn.conversation;
  const slots: string[] = [];
  const writes: Write[] = [];
  let wished: "tell" | "stop" | undefined;
  let understood = false;
  let stopped: Awaited<ReturnType<Phone["neverAgain"]>> | undefined;

  /** Does what a message plainly asks; true when it asked for nothing else. `rest`: what `noCalls` has left of it, where somebody wants no calls. */
  async function obey(message: string, rest: string | undefined): Promise<boolean> {
    if (rest !== undefined) stopped ??= await rooms.calls.neverAgain(contact);
    understood ||= rest === "";
    const wish = newsWish(rest ?? message);
    if (!wish) return rest === "";
    understood = true;
    if (wish.kind === "stop") await stop();
    else tell(message);
    return wish.kind === "stop" || wish.alone;
  }

  function tell(words: string): void {
    if (rooms.rulebook.current().book.initiative.kinds.length === 0) return say("news_off");
    // Their word is what somebody has said in this very turn.
    const message = turn.covers.at(-1);
    if (!message) return;
    writes.push(consents.give({ customer, contact, conversation, message: message.id, words: inShort(words) }));
    say("news_consented");
  }

  async function stop(): Promise<void> {
    const standing = await consents.standing(customer, contact);
    writes.length = 0;
    slots.length = 0;
    // Whoever agreed to be called, and nothing else, means that as well.
    writes.push(consents.withdraw(contact));
    say(standing.length > 0 ? "news_withdrawn" : "news_none");
  }

  function say(key: TextKey): void {
    const text = texts.render(key, locale);
    if (!slots.includes(text)) slots.push(text);
  }

  return {
    obey,
    /** What a model asks for in a turn; read when it has ended. */
    wish: (kind: "tell" | "stop") => void (wished = kind),
    /** Does what the model has asked for, unless the service has understood the message by itself. */
    async settle(): Promise<void> {
      if (understood || !wished || turn.covers.length === 0) return;
      if (wished === "stop") await stop();
      else tell(turn.covers.at(-1)?.text ?? "");
    },
    touched: () => understood || stopped !== undefined || wished !== undefined,
    slots: () => [...slots, ...(stopped ? [texts.render("calls_withdrawn", locale)] : [])],
    writes: () => [...writes, ...(stopped?.writes ?? [])],
    /** Shows staff what has changed for them; once it is committed. */
    told: () => stopped?.told(),
  };
}

export type TurnNewsWishes = ReturnType<typeof openNewsWishes>;
