import type { NewsRows, NewsStanding, Turn, Turns } from "../../conversations/index.ts";
import type { Article, Knowledge } from "../../knowledge/index.ts";
import { cost } from "../../ledger/index.ts";
import type { Clock } from "../../platform/clock.ts";
import { applyWrites, type Write } from "../../platform/commit.ts";
import type { Database } from "../../platform/database.ts";
import type { Log } from "../../platform/log.ts";
import type { Timers } from "../../platform/timers.ts";
import { reviewReply, wallMinutes, writeAgainAt, writeFirst } from "../../policies/index.ts";
import type { RecordedDecision, Rulebook } from "../../rulebook/index.ts";
import { openGate } from "../gate.ts";
import type { Prompt } from "../prompts.ts";
import type { TextKey, Texts } from "../texts.ts";

/** What writing first costs is the company's: nobody pays for a message that they did not write. */
const PAYER = "company/initiative";
const DAY_MS = 86_400_000;
const BUSY_MS = 60_000; // the conversation was busy at that moment: again after this
const MOST_PASSAGE = 800;

const OPENING: Readonly<Record<NonNullable<Article["news"]>["kind"], TextKey>> = { outage: "news_outage", upgrade: "news_upgrade", roadmap: "news_roadmap" };

/** The reply that it is put into. */
type Opened = { first(text: string): void; say(text: string, cited: string[]): void; slot(text: string): void };

type Decided = { article: Article; standing: NewsStanding; decision: RecordedDecision<"drop" | "wait" | "send">; again: Date };

export type InitiativeRooms = {
  db: Database;
  clock: Clock;
  log: Log;
  knowledge: Pick<Knowledge, "get" | "news">;
  rulebook: Rulebook;
  texts: Texts;
  news: NewsRows;
  internal: (customer: string) => Promise<readonly string[]>;
  links: () => readonly string[];
  prompt: () => Prompt;
};

/**
 * It writes first when there is news that concerns somebody who asked to be told. A page of news is the owner's; whom it concerns is read
 * from what was said; policy decides when it is planned and again in the turn that sends it; the database has the last word.
 */
export function createInitiative(rooms: InitiativeRooms) {
  const { db, clock, log, knowledge, rulebook, news } = rooms;

  /** Looks whether there are pages of news that nobody has seen yet, and whom they concern. */
  async function spot(): Promise<void> {
    const pages = knowledge.news();
    const fresh = new Set(await news.unseen(pages.map(({ article }) => article.id)));
    const since = new Date(clock.now().getTime() - rulebook.current().book.initiative.concernDays * DAY_MS);
    for (const { article, news: told, unknown } of pages) {
      if (!fresh.has(article.id)) continue;
      if (unknown.length > 0) log.warn({ page: article.id, unknown }, "news concerns pages that there are not");
      await applyWrites(db, news.saw(article.id, await news.concerned(told.concerns, since)));
    }
  }

  async function decide(contact: string, page: string): Promise<Decided | undefined> {
    const article = knowledge.get(page);
    const standing = article?.news && (await news.standing(contact, page));
    if (!article?.news || !standing) return undefined;
    const { book } = rulebook.current();
    const zone = known(standing.timeZone) ?? book.business.timeZone;
    const now = clock.now().getTime();
    const { told, unread, held, safety, had } = standing;
    const facts = {
      news: article.news.kind,
      now,
      seen: standing.seenAt.getTime(),
      wall: wallMinutes(now, zone),
      consent: standing.consent !== null,
      told,
      gone: standing.consent !== null && standing.conversation === null,
      unread,
      held,
      safety,
      had,
      sent: standing.sent.map((at) => Date.parse(at)),
    };
    return { article, standing, decision: rulebook.decide(writeFirst, facts), again: new Date(writeAgainAt(facts, book, zone)) };
  }

  function record({ standing: { customer, conversation }, decision }: Decided, turn: string | null): Write {
    return rulebook.decisionWrite(decision, { customer, conversation, turn, at: clock.now() });
  }

  function registerTimers(timers: Pick<Timers, "on">, turns: Pick<Turns, "wake">): void {
    timers.on("news.due", async (ref, now) => {
      const [contact = "", page = ""] = ref.split("/");
      const decided = await decide(contact, page);
      if (!decided) return [];
      const { decision, standing, again } = decided;
      if (decision.verdict === "drop") return [record(decided, null)];
      if (decision.verdict === "wait") return [record(decided, null), news.again(ref, again)];
      if (standing.conversation !== null) await turns.wake(standing.conversation, { kind: "news", page });
      return (await news.standing(contact, page)) ? [news.again(ref, new Date(now.getTime() + BUSY_MS))] : [];
    });
  }

  /** Puts the message together, if it still may leave. Undefined: not now. */
  async function write(turn: Turn, page: string, reply: Opened, locale: string): Promise<{ writes: Write[]; decisions: RecordedDecision[] } | undefined> {
    const { contact, customer, id: conversation } = turn.conversation;
    const decided = await decide(contact, page);
    if (!decided) return undefined;
    const { article, standing, decision } = decided;
    const { consent, askedAt } = standing;
    if (decision.verdict !== "send" || consent === null || askedAt === null || standing.conversation !== conversation || !article.news) return undefined;
    const { book } = rulebook.current();
    const quoted = await passed(customer, article);
    reply.first(rooms.texts.render(OPENING[article.news.kind], locale, { asked: askedAt }));
    reply.say(quoted.text ?? rooms.texts.render("news_page", locale), [article.id]);
    reply.slot(rooms.texts.render("news_stop", locale, { name: book.persona.name, business: book.business.name }));
    const told = news.told({ contact, page, place: standing.had + 1, customer, conversation, consent, decision: decision.id, turn: turn.turn });
    return { writes: [told, ...spent(turn, article)], decisions: [decision, quoted.decision] };
  }

  /** The page's title and first passage, as far as the gate lets them out; the owner wrote them, the rules are the same. */
  async function passed(customer: string, article: Article): Promise<{ text: string | undefined; decision: RecordedDecision }> {
    const text = `${article.title}\n\n${inShort(article.paragraphs[0]?.text ?? "")}`;
    const evidence = { texts: [article.title, article.body], links: rooms.links(), prompt: rooms.prompt().text, internal: await rooms.internal(customer) };
    const decision = rulebook.decide(reviewReply, { findings: openGate(evidence).check(text, true, [text.length]), draft: 2 });
    return { text: decision.verdict === "pass" ? text : undefined, decision };
  }

  function spent({ turn, conversation, episode }: Turn, { id, topics, news: told }: Article): Write[] {
    const { costs } = rulebook.current().book.initiative;
    if (!costs) return [];
    return cost({
      ...costs,
      key: `news/${conversation.contact}/${id}`,
      kind: "message",
      cause: episode?.errorCode ?? episode?.topic ?? topics[0] ?? "news",
      customer: conversation.customer,
      conversation: conversation.id,
      turn,
      episode: episode?.id ?? null,
      payer: PAYER,
      vendor: "vendor/message",
      facts: { page: id, news: told?.kind },
      at: clock.now(),
    });
  }

  return { spot, registerTimers, write };
}

export type Initiative = ReturnType<typeof createInitiative>;

/** A zone that the clocks of this machine know. */
function known(zone: string | null): string | undefined {
  if (zone === null) return undefined;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone && zone;
  } catch {
    return undefined;
  }
}

function inShort(passage: string): string {
  return passage.length <= MOST_PASSAGE
    ? passage
    : `${passage
        .slice(0, MOST_PASSAGE - 1)
        .toWellFormed()
        .replace(/\u{fffd}$/u, "")}…`;
}
