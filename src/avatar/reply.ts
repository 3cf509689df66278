import type { Write } from "../platform/commit.ts";
import type { Answer, QuestionCause, Turn } from "../conversations/index.ts";
import type { Source } from "../conversations/channel.ts";
import type { Requested } from "../escalations/index.ts";
import type { Hit } from "../knowledge/index.ts";
import { promisedDate, warningDate } from "../rulebook/index.ts";
import type { AvatarRooms } from "./rooms.ts";
import type { BuiltInAnswer } from "./models/built-in.ts";
import type { SafetyFinding } from "./safety.ts";

/** What an earlier slot reads as when a model looks back: the outcome of a policy never enters its context. */
const SLOT_FOR_MODEL = "[note from the service]";

/**
 * The reply of one turn, put together: the AI's disclosure on first contact, what is urgent, what the avatar says, and
 * the slots in which the service states what policy decided, in reviewed words.
 */
export function openReply(rooms: AvatarRooms, turn: Turn, locale: string) {
  const { texts, knowledge, questions, rulebook, clock } = rooms;
  const { book } = rulebook.current();
  const writes: Write[] = [];
  const sources = new Map<string, Source>();
  const slots: string[] = [];
  let urgent: string[] = [];
  let opening = "";
  let body = "";
  let drafts = 0;
  let discards = 0;
  let sorry = false;
  let requested: Requested | undefined;
  const itself = { name: book.persona.name, business: book.business.name };
  const disclosure = turn.conversation.disclosed ? "" : texts.render("disclosure", locale, itself);

  /** The reviewed words that stand before the avatar's own. */
  function prefix(): string {
    const paragraphs = [disclosure, ...urgent, opening].filter((part) => part !== "");
    if (paragraphs.length === 0) return "";
    return paragraphs.join("\n\n") + (paragraphs.length === 1 && disclosure !== "" ? " " : "\n\n");
  }

  /** Asks for a person; policy decides. A safety matter is told first, everything else under the answer. */
  async function escalate(by: "contact" | "model" | "mood", safety: SafetyFinding[], hits: Hit[]): Promise<void> {
    if (requested && (requested.verdict === "overridden" || safety.length === 0)) return;
    await requested?.undo();
    requested = await rooms.escalations.request({
      conversation: turn.conversation.id,
      turn: turn.turn,
      plan: turn.customer.plan,
      currency: turn.contract?.currency ?? book.business.currency,
      by,
      safety: safety.map(({ rule, class: kind }) => ({ rule, class: kind })),
      budget: turn.budget && { balance: BigInt(turn.budget.balance), held: BigInt(turn.budget.held) },
      message: turn.covers.at(-1)?.id ?? null,
      known: hits.map(versionOf),
      responseMinutes: turn.contract?.responseMinutes ?? null,
    });
    const slot = texts.render(requested.slot.key, locale, requested.slot.vars);
    // A plain request that stands with a safety matter is nothing new: it is not put before what has been shown.
    if (requested.verdict === "overridden" && safety.length > 0) {
      urgent = [slot];
      slots.length = 0;
    } else slots.push(slot);
  }

  /** Keeps the question until the promised date, and says so. */
  function keep(cause: QuestionCause, hits: Hit[], text: "fallback" | "unknown" | "later"): void {
    sorry = true;
    const now = clock.now();
    // A deferral is told with its date, which may stand since yesterday: this one is kept with it.
    const told = requested?.verdict === "deferred" ? requested.dueAt : null;
    const dueAt = told !== null && told > now ? told : promisedDate(book, now);
    const kept = questions.keep({
      conversation: turn.conversation.id,
      customer: turn.conversation.customer,
      contact: turn.conversation.contact,
      message: turn.covers.at(-1)?.id ?? null,
      cause,
      known: hits.map(versionOf),
      dueAt,
      alertAt: warningDate(book, dueAt),
    });
    writes.push(...kept.writes);
    // One promise is enough.
    if (requested?.verdict !== "deferred") slots.push(texts.render(text, locale, { due: dueAt }));
  }

  /** Says that it is an AI, once: where it has said so before, too. */
  function introduce(): void {
    if (disclosure === "") opening = texts.render("disclosure", locale, itself);
  }

  /** What the built-in model has found. */
  function quote(found: BuiltInAnswer): void {
    // Whoever asked for a person, or was heard by the safety rules, has said enough.
    if (found.kind === "courtesy" && found.of === "say_more" && requested) return;
    // And whoever asked for a person slipped in no word for a page: "mit einem Menschen sprechen" does not mean "Sprachen".
    if (found.kind === "quote" && found.read.length > 0 && requested && requested.verdict !== "overridden") return;
    if (found.kind === "courtesy" && found.of === "disclosure") introduce();
    else if (found.kind === "courtesy") body = texts.render(found.of, locale, itself);
    else if (found.kind === "ask") body = texts.render("ask_back", locale, { first: found.readings[0].article.title, second: found.readings[1].article.title });
    else if (found.kind === "quote") {
      const said = { title: found.hit.article.title, passage: found.hit.passage.text };
      body = found.read.length > 0 ? texts.render("read_as", locale, { ...said, words: found.read.join(", ") }) : texts.render("quote", locale, said);
      for (const hit of [found.hit, ...found.more]) cite(hit.article.id);
    } else if (found.kind === "guess") {
      body = texts.render("did_you_mean", locale, { title: found.hit.article.title, passage: found.hit.passage.text });
      cite(found.hit.article.id);
    } else if (!requested) {
      for (const hit of found.nearest.filter((one) => one.coverage > 0.2)) cite(hit.article.id);
      keep("unknown", found.nearest, "unknown");
    }
  }

  function cite(id: string): void {
    const article = knowledge.get(id);
    if (article) sources.set(id, knowledge.source(article));
  }

  return {
    prefix,
    escalate,
    keep,
    quote,
    introduce,
    say(text: string, cited: string[]) {
      body = text;
      for (const id of cited) cite(id);
    },
    first: (text: string) => void (opening = text),
    slot: (text: string) => void slots.push(text),
    /** Sorry, once; and what may be asked for, where nobody has asked yet. A safety matter is taken seriously, not regretted. */
    comfort(): void {
      if (requested?.verdict === "overridden") return;
      sorry = true;
      opening = join([texts.render("mood_sorry", locale), opening]);
      if (!requested) slots.push(texts.render("mood_offer", locale));
    },
    /** A plain no is said. */
    regret: () => void (sorry = true),
    asksForPerson: () => requested !== undefined,
    also: (more: Write[]) => void writes.push(...more),
    drafted: () => void drafts++,
    drafts: () => drafts,
    discarded: () => void discards++,
    discards: () => discards,
    writes: () => [...writes, ...(requested?.writes ?? [])],
    after: () => requested?.sent(),
    /** Null when there is nothing to say, which only a turn without a message may have. */
    build(): Answer["reply"] {
      const start = prefix();
      const said = join([body, ...slots]);
      if (start.trim() === "" && said === "") return null;
      const forModel = join([opening ? SLOT_FOR_MODEL : "", urgent.length > 0 ? SLOT_FOR_MODEL : "", body, slots.length > 0 ? SLOT_FOR_MODEL : ""]);
      return {
        text: (start + said).trim(),
        modelText: forModel,
        sources: [...sources.values()],
        name: book.persona.name,
        disclosed: disclosure !== "",
        // A safety matter is taken seriously, not regretted.
        sorry: requested?.verdict !== "overridden" && (sorry || requested?.verdict === "deferred"),
      };
    },
  };
}

export type Reply = ReturnType<typeof openReply>;

/** A page as it was when it was found: new work means another one. */
export function versionOf(hit: Hit): string {
  return `${hit.article.id}@${hit.article.version}`;
}
function join(parts: string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}
