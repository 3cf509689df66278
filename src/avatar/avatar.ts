import type { Answer, OpenQuestion, Reminder, Turn } from "../conversations/index.ts";
import { bookAttempts } from "./attempts.ts";
import { PREFETCHED_PAGES } from "./context.ts";
import { isAboutDiscount } from "./discount.ts";
import { asksForHuman } from "./human-request.ts";
import { languageOf } from "./language.ts";
import { noCalls } from "./initiative/calls.ts";
import { openNewsWishes } from "./initiative/wishes.ts";
import { openMemory } from "./memory/memory.ts";
import { asksForAccount, asksWho, builtIn, saysOnly } from "./models/built-in.ts";
import { questionBeside } from "./question-beside.ts";
import { asksForTickets } from "./models/tickets-asked.ts";
import { moodOf, type TurnMood } from "./mood/mood.ts";
import { openWork } from "./outside.ts";
import { openReminders } from "./reminders/reminders.ts";
import { openReply, versionOf } from "./reply.ts";
import type { AvatarRooms } from "./rooms.ts";
import { detectSafety, readMessage } from "./safety.ts";
import { foldLater } from "./summary/summaries.ts";
import { createWriting, type Wishes, type Writing, type Written } from "./writing.ts";

/** The avatar: how one turn is thought. It talks; what it asks for, policy decides; what it costs, the ledger remembers. */
export function createAvatar(rooms: AvatarRooms) {
  const { clock, knowledge, questions, rulebook, texts } = rooms;
  const write = createWriting(rooms);

  /** Answers a turn. Whatever happens to the model, somebody gets an answer: the worst is an honest fallback with a date. */
  async function answer(turn: Turn): Promise<Answer> {
    const question = turn.cause.kind === "question" ? await questions.get(turn.cause.question) : undefined;
    if (turn.cause.kind === "question") return comeBack(turn, question, turn.cause.early === true);
    if (turn.cause.kind === "reminder") return remindOf(turn, await rooms.reminders.get(turn.cause.reminder));
    if (turn.cause.kind === "news") return tellNews(turn, turn.cause.page);
    const asked = turn.covers.map((message) => message.text).join("\n\n");
    const locale = localeOf(turn, asked);
    const read = turn.covers.map((message) => readMessage(message.text));
    const safety = read.flatMap((message) => detectSafety(message));
    const steps = openWork(rooms, turn, locale);
    const reply = openReply(rooms, turn, locale);
    const wishes: Wishes = { human: null, later: false, account: false, tickets: false };
    const memory = openMemory(rooms, turn, locale);
    const reminders = openReminders(rooms, turn, locale);
    const newsWishes = openNewsWishes(rooms, turn, locale);
    const mood = moodOf(turn, clock.now());
    // "Don't call me, please" has the words of a wish to be called: what is said beside it is read on.
    const besides = turn.covers.map(({ text }) => noCalls(text));
    const rest: string[] = [];
    for (const [i, { text }] of turn.covers.entries()) {
      const done = (await newsWishes.obey(text, besides[i])) || (await reminders.obey(text)) || (await memory.obey(text));
      rest.push(done ? questionBeside(text) : (besides[i] ?? text));
    }
    const open = rest.filter((text) => text !== "").join("\n\n");
    const hits = await knowledge.find(open === "" ? asked : open, PREFETCHED_PAGES);
    if (safety.length > 0) await reply.escalate("contact", safety, hits);

    // "Are you human?" is answered in reviewed words, before any others: a bare "yes" of a model would be a lie that no gate can read.
    if (asksWho(asked)) reply.introduce();
    const discount = await rooms.discount(turn, asked, locale);
    const written: Written =
      saysOnly(asked, asksWho) || (discount && saysOnly(asked, isAboutDiscount))
        ? { builtIn: true }
        : await write({ turn, steps, reply, wishes, memory, reminders, newsWishes, mood, hits, asked });
    await reminders.settle();
    await newsWishes.settle();
    // Without a model nobody calls the tool: a plain question about one's own contract is recognised by rule.
    if ("builtIn" in written && asksForAccount(asked)) wishes.account = true;
    if ("builtIn" in written && asksForTickets(asked)) wishes.tickets = true;
    if (wishes.human && wishes.human !== "request") {
      await reply.escalate("model", [{ rule: "model.request", class: wishes.human, offset: 0 }], hits);
      // What is urgent comes first, also before what has been shown.
      turn.show.discard(`${turn.turn}/${reply.drafts()}`);
    }
    const plain = read.some((message, i) => asksForHuman(besides[i] ?? message) !== undefined);
    if (plain) await reply.escalate("contact", [], hits);
    else if (wishes.human === "request") await reply.escalate("model", [], hits);
    else if (mood.isNew && mood.word === "frustrated" && !turn.escalation && rulebook.current().book.mood.asksForPerson) await reply.escalate("mood", [], hits);
    if (wishes.account) reply.slot(await rooms.account(turn.conversation.customer, locale));
    if (wishes.tickets) reply.slot(await rooms.tickets(turn.conversation.customer, turn.conversation.contact, locale));
    if (discount) reply.slot(discount.text);
    if (discount) reply.also(discount.writes);
    for (const slot of [...memory.slots(), ...reminders.slots(), ...newsWishes.slots()]) reply.slot(slot);
    const answered = finish({ turn, steps, reply, wishes, memory, reminders, newsWishes, mood, hits, asked, open }, written);
    return { ...answered, language: locale, after: () => [answered.after, newsWishes.told].forEach((tell) => tell?.()) };
  }

  /** `open`: what nothing was done about yet; empty where all that was asked for is done. */
  function finish(
    { turn, steps, reply, wishes, memory, reminders, newsWishes, mood, hits, open }: Writing & { mood: TurnMood; open: string },
    written: Written,
  ): Answer {
    let outcome: Answer["outcome"] = "replied";
    const own = () => builtIn(open, hits);
    const asks = (text: string) => asksForAccount(text) || asksForTickets(text) || isAboutDiscount(text);
    const told = (wishes.account || wishes.tickets || isAboutDiscount(open)) && saysOnly(open, asks);
    if ("text" in written) reply.say(written.text, written.cited);
    else if ("builtIn" in written && !steps.broken()) {
      if (!told && open !== "") reply.quote(own());
    } else {
      outcome = "fallback";
      // The best partial answer there is: a page that says something about it, and the date.
      const partial = open === "" ? undefined : own();
      if (partial?.kind === "quote") reply.quote(partial);
      // A reminder that a model has set, or a note it has taken, is not the answer.
      if (open !== "" && !reply.asksForPerson() && !told) reply.keep("fallback", hits, "fallback");
    }
    if (wishes.later) reply.keep("later", hits, "later");
    // Said once, when it begins; a model says it in its own words.
    if (!("text" in written) && mood.isNew && mood.word === "frustrated") reply.comfort();
    reply.also(mood.writes());
    reply.also(newsWishes.writes());
    return close({ turn, steps, reply, memory, reminders }, outcome);
  }

  function close(
    { turn, steps, reply, memory, reminders }: Pick<Writing, "turn" | "steps" | "reply" | "memory" | "reminders">,
    outcome: Answer["outcome"],
  ): Answer {
    const at = clock.now();
    const { customer, id: conversation } = turn.conversation;
    const decisions = [...steps.decisions, ...steps.outside.decisions(), ...memory.decisions(), ...reminders.decisions()].map((decision) =>
      rulebook.decisionWrite(decision, { customer, conversation, turn: turn.turn, at }),
    );
    const model = steps.model();
    return {
      reply: reply.build(),
      outcome,
      model,
      prompt: model === "built-in" ? null : rooms.prompt().hash,
      rulebook: rulebook.current().version,
      drafts: reply.drafts(),
      discards: reply.discards(),
      writes: [
        ...bookAttempts(turn, steps.attempts, false),
        ...steps.outside.writes(false),
        ...decisions,
        ...reply.writes(),
        ...memory.writes(),
        ...reminders.writes(),
        ...foldLater(turn, at),
      ],
      late: [...bookAttempts(turn, steps.attempts, true), ...steps.outside.writes(true)],
      after: reply.after,
    };
  }

  /** The date of an open question: come back with new work, or with a plain no and its reason; never with "still waiting". */
  async function comeBack(turn: Turn, question: OpenQuestion | undefined, early: boolean): Promise<Answer> {
    const locale = localeOf(turn, question?.text ?? "");
    const steps = openWork(rooms, turn, locale);
    const reply = openReply(rooms, turn, locale);
    const memory = openMemory(rooms, turn, locale);
    const reminders = openReminders(rooms, turn, locale);
    const newsWishes = openNewsWishes(rooms, turn, locale);
    if (!question || question.state !== "open") return { ...close({ turn, steps, reply, memory, reminders }, "replied"), reply: null };
    await knowledge.refresh();
    const hits = await knowledge.find(question.text, PREFETCHED_PAGES);
    const news = hits.filter((hit) => !question.known.includes(versionOf(hit)));
    const retry = !early && (question.cause === "fallback" || question.cause === "later");
    const wishes: Wishes = { human: null, later: false, account: false, tickets: false };
    const found = builtIn(question.text, news.length > 0 ? news : retry ? hits : []);
    // What is shown while it is written begins as the message will.
    reply.first(texts.render("found", locale, { asked: question.created_at }));
    const isNew = (cited: string[]) => news.some((hit) => cited.includes(hit.article.id));
    const isWork = (text: string, cited: string[]) => text !== "" && !wishes.later && !wishes.human && (early ? isNew(cited) : cited.length > 0 || retry);
    const written: Written =
      found.kind === "quote" || retry
        ? await write({ turn, steps, reply, wishes, memory, reminders, newsWishes, hits, asked: question.text, question: question.text, isWork })
        : { builtIn: true };
    if ("text" in written) reply.say(written.text, written.cited);
    // A model that could not be asked has not judged the page: what it says is not withheld for that.
    else if (found.kind === "quote" && (!early || "builtIn" in written || steps.silent())) reply.quote(found);
    else if (early) {
      reply.also([questions.saw(question.id, news.map(versionOf))]);
      return { ...close({ turn, steps, reply, memory, reminders }, "replied"), reply: null };
    } else {
      reply.first("");
      const reason = texts.render(question.cause === "deferred" ? "reason_no_colleague" : "reason_no_page", locale);
      reply.slot(texts.render("plain_no", locale, { asked: question.created_at, reason }));
      reply.regret();
    }
    reply.also(questions.close(question.id, "text" in written || found.kind === "quote" ? "avatar" : "plain_no"));
    reply.also(rooms.escalations.questionKept(question));
    return close({ turn, steps, reply, memory, reminders }, "replied");
  }

  /** The moment of a reminder: it writes first, once, in the words that the contact left. */
  function remindOf(turn: Turn, reminder: Reminder | undefined): Answer {
    const locale = localeOf(turn, "");
    const reply = openReply(rooms, turn, locale);
    const parts = { turn, steps: openWork(rooms, turn, locale), reply, memory: openMemory(rooms, turn, locale), reminders: openReminders(rooms, turn, locale) };
    if (reminder?.state !== "open") return { ...close(parts, "replied"), reply: null };
    reply.slot(texts.render("reminder_due", locale, { asked: reminder.created_at, what: reminder.what }));
    reply.also(rooms.reminders.close(reminder.id));
    return close(parts, "replied");
  }

  /** There is news that concerns the contact, who asked to be told: it writes first, once, if it still may. */
  async function tellNews(turn: Turn, page: string): Promise<Answer> {
    const locale = localeOf(turn, "");
    const open = () => ({
      turn,
      steps: openWork(rooms, turn, locale),
      reply: openReply(rooms, turn, locale),
      memory: openMemory(rooms, turn, locale),
      reminders: openReminders(rooms, turn, locale),
    });
    const nothing: Answer = { ...close(open(), "replied"), reply: null };
    const parts = open();
    const written = await rooms.initiative.write(turn, page, parts.reply, locale);
    if (!written) return nothing;
    parts.reply.also(written.writes);
    parts.steps.decisions.push(...written.decisions);
    return { ...close(parts, "replied"), refused: nothing };
  }

  const localeOf = (turn: Turn, text: string) => languageOf(turn, text, knowledge.languageOf);

  return { answer };
}

export type Avatar = ReturnType<typeof createAvatar>;
