import type { Answer, OpenQuestion, Turn } from "../conversations/index.ts";
import type { Hit } from "../knowledge/index.ts";
import { reviewReply } from "../policies/index.ts";
import { bookAttempts } from "./attempts.ts";
import { contextOf, PREFETCHED_PAGES, pagesText } from "./context.ts";
import { openDraft, type Draft } from "./draft.ts";
import { asksForHuman } from "./human-request.ts";
import { asksForAccount, builtIn } from "./models/built-in.ts";
import { openMemory, type TurnMemory } from "./memory/memory.ts";
import { ModelFailure, type ChatMessage } from "./models/model.ts";
import type { AvatarRooms } from "./rooms.ts";
import { openReply, type Reply, versionOf } from "./reply.ts";
import { detectSafety, readMessage, type SafetyFinding } from "./safety.ts";
import { openSteps, type Steps } from "./steps.ts";
import { asRemembered, tools, type ToolDesk } from "./tools/index.ts";

const MOST_DRAFTS = 2;
/** A letter, a figure or a sign such as a thumb: spaces, dots and what nobody can see are no answer. */
const SAYS_SOMETHING = /[\p{L}\p{N}\p{S}]/u;

/** What the model wishes for in a turn; policy decides on it afterwards. */
type Wishes = { human: "request" | SafetyFinding["class"] | null; later: boolean; account: boolean };

/** What the model has done in a turn, in all its drafts. */
type Spent = { steps: number; toolCalls: number; /** the tools that were run */ done: Set<string> };

/** A draft that may go out, or why there is none. */
type Written = { text: string; cited: string[]; known: boolean } | { refused: true } | { failed: true } | { builtIn: true };

/** The avatar: how one turn is thought. It talks; what it asks for, policy decides; what it costs, the ledger remembers. */
export function createAvatar(rooms: AvatarRooms) {
  const { clock, knowledge, questions, rulebook, texts } = rooms;

  /** Answers a turn. Whatever happens to the model, somebody gets an answer: the worst is an honest fallback with a date. */
  async function answer(turn: Turn): Promise<Answer> {
    const question = turn.cause.kind === "question" ? await questions.get(turn.cause.question) : undefined;
    if (turn.cause.kind === "question") return comeBack(turn, question);
    const asked = turn.covers.map((message) => message.text).join("\n\n");
    const locale = localeOf(turn, asked);
    const read = turn.covers.map((message) => readMessage(message.text));
    const safety = read.flatMap((message) => detectSafety(message));
    const hits = knowledge.search(asked, PREFETCHED_PAGES);
    const steps = openSteps(rooms, turn);
    const reply = openReply(rooms, turn, locale);
    const wishes: Wishes = { human: null, later: false, account: false };
    const memory = openMemory(rooms, turn, locale);
    for (const { text } of turn.covers) await memory.obey(text);
    if (safety.length > 0) await reply.escalate("contact", safety, hits);

    const written = await write({ turn, steps, reply, wishes, memory, hits, asked });
    // Without a model nobody calls the tool: a plain question about one's own contract is recognised by rule.
    if ("builtIn" in written && asksForAccount(asked)) wishes.account = true;
    if (wishes.human && wishes.human !== "request") {
      await reply.escalate("model", [{ rule: "model.request", class: wishes.human, offset: 0 }], hits);
      // What is urgent comes first, also before what has been shown.
      turn.show.discard(`${turn.turn}/${reply.drafts()}`);
    }
    const plain = read.some((message) => asksForHuman(message) !== undefined);
    if (plain) await reply.escalate("contact", [], hits);
    else if (wishes.human === "request") await reply.escalate("model", [], hits);
    if (wishes.account) reply.slot(await rooms.account(turn.conversation.customer, locale));
    for (const slot of memory.slots()) reply.slot(slot);
    return finish({ turn, steps, reply, wishes, memory, hits, asked }, written);
  }

  function finish({ turn, steps, reply, wishes, memory, hits, asked }: Writing, written: Written): Answer {
    let outcome: Answer["outcome"] = "replied";
    const own = () => builtIn(asked, hits);
    if ("text" in written) reply.say(written.text, written.cited);
    else if ("builtIn" in written && !steps.broken()) {
      if (!wishes.account && !memory.asked()) reply.quote(own());
    } else {
      outcome = "fallback";
      // The best partial answer there is: a page that says something about it, and the date.
      const partial = own();
      if (partial.kind === "quote") reply.quote(partial);
      if (!reply.hasSlot()) reply.keep("fallback", hits, "fallback");
    }
    if (wishes.later) reply.keep("later", hits, "later");
    return close({ turn, steps, reply, memory }, outcome);
  }

  function close({ turn, steps, reply, memory }: Pick<Writing, "turn" | "steps" | "reply" | "memory">, outcome: Answer["outcome"]): Answer {
    const at = clock.now();
    const { customer, id: conversation } = turn.conversation;
    const decisions = [...steps.decisions, ...memory.decisions()].map((decision) =>
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
      writes: [...bookAttempts(turn, steps.attempts, false), ...decisions, ...reply.writes(), ...memory.writes()],
      late: bookAttempts(turn, steps.attempts, true),
      after: reply.after,
    };
  }

  /** The date of an open question: come back with new work, or with a plain no and its reason; never with "still waiting". */
  async function comeBack(turn: Turn, question: OpenQuestion | undefined): Promise<Answer> {
    const steps = openSteps(rooms, turn);
    const locale = localeOf(turn, question?.text ?? "");
    const reply = openReply(rooms, turn, locale);
    const memory = openMemory(rooms, turn, locale);
    if (!question || question.state !== "open") return { ...close({ turn, steps, reply, memory }, "replied"), reply: null };
    await knowledge.refresh();
    const hits = knowledge.search(question.text, PREFETCHED_PAGES);
    const news = hits.filter((hit) => !question.known.includes(versionOf(hit)));
    const retry = question.cause === "fallback" || question.cause === "later";
    const wishes: Wishes = { human: null, later: false, account: false };
    const found = builtIn(question.text, news.length > 0 ? news : retry ? hits : []);
    // What is shown while it is written begins as the message will.
    reply.first(texts.render("found", locale, { asked: question.created_at }));
    const isWork = (text: string, cited: string[]) => text !== "" && !wishes.later && !wishes.human && (cited.length > 0 || retry);
    const written: Written =
      found.kind === "quote" || retry
        ? await write({ turn, steps, reply, wishes, memory, hits, asked: question.text, question: question.text, isWork })
        : { builtIn: true };
    if ("text" in written) reply.say(written.text, written.cited);
    else if (found.kind === "quote") reply.quote(found);
    else {
      reply.first("");
      const reason = texts.render(question.cause === "deferred" ? "reason_no_colleague" : "reason_no_page", locale);
      reply.slot(texts.render("plain_no", locale, { asked: question.created_at, reason }));
      reply.regret();
    }
    reply.also(questions.close(question.id, "text" in written || found.kind === "quote" ? "avatar" : "plain_no"));
    reply.also(rooms.escalations.questionKept(question));
    return close({ turn, steps, reply, memory }, "replied");
  }

  type Writing = {
    turn: Turn;
    steps: Steps;
    reply: Reply;
    wishes: Wishes;
    memory: TurnMemory;
    hits: Hit[];
    asked: string;
    question?: string;
    isWork?: (text: string, cited: string[]) => boolean;
  };

  /** Lets the model write, at most twice; the second time it is told why the first was refused. */
  async function write(given: Writing): Promise<Written> {
    const { turn, steps, reply, hits } = given;
    if (!rooms.models.main && !rooms.models.cheap) return { builtIn: true };
    const pages = new Map(hits.map((hit) => [hit.article.id, hit.article]));
    const internal = await rooms.internal(turn.conversation.customer);
    const prompt = rooms.prompt().text;
    const messages = contextOf({ turn, prompt, hits, known: given.memory.recall(given.asked), question: given.question });
    const spent: Spent = { steps: 0, toolCalls: 0, done: new Set() };
    let refusals: string[] = [];
    for (let number = 1; number <= MOST_DRAFTS && spent.steps < rulebook.current().book.models.maxSteps; number++) {
      const evidence = { texts: [...pages.values()].map((page) => page.body), links: rooms.links(), prompt, internal, done: spent.done };
      const draft = openDraft({
        id: `${turn.turn}/${number}`,
        prefix: reply.prefix(),
        exists: (page) => knowledge.get(page) !== undefined,
        evidence,
        show: (offset, text) => turn.show.delta(`${turn.turn}/${number}`, offset, text),
      });
      reply.drafted();
      const again: ChatMessage[] = refusals.length > 0 ? [{ role: "system", content: rooms.again.fill({ reasons: refusals.join(", ") }).text }] : [];
      const result = await converse({ ...given, draft, pages, spent, messages: [...messages, ...again] }).catch((error: unknown) => failure(error, steps));
      if (result === "built-in") return discarded(turn, reply, draft, { builtIn: true });
      if (result === "failed") return discarded(turn, reply, draft, { failed: true });
      const { text, cited, findings } = draft.end();
      const decision = rulebook.decide(reviewReply, { findings, draft: number as 1 | 2 });
      steps.decisions.push(decision);
      if (decision.verdict === "pass") {
        const { human, account, later } = given.wishes;
        if (!SAYS_SOMETHING.test(text) && !human && !account && !later && !given.memory.tell()) {
          steps.forgive();
          return { failed: true };
        }
        if (given.isWork?.(text, cited) === false) return discarded(turn, reply, draft, { failed: true });
        return { text: SAYS_SOMETHING.test(text) ? text : "", cited, known: true };
      }
      refusals = [...new Set(findings.map((finding) => finding.rule))];
      discarded(turn, reply, draft, { refused: true });
      if (decision.verdict === "fallback") return { refused: true };
    }
    return { refused: true };
  }

  function discarded(turn: Turn, reply: Reply, draft: Draft, result: Written): Written {
    if (!draft.shownAny()) return result;
    turn.show.discard(draft.id);
    reply.discarded();
    return result;
  }

  // A step that broke after its first words: the draft is taken back; what is left of the budget may pay another model no more.
  function failure(error: unknown, steps: Steps): "failed" {
    if (!(error instanceof ModelFailure)) rooms.log.error({ err: error, steps: steps.attempts.length }, "model step broke");
    return "failed";
  }

  /** One draft: steps of the model until it calls no more tools, or has done all that it may in a turn. */
  async function converse(
    given: Writing & { draft: Draft; pages: Map<string, Hit["article"]>; spent: Spent; messages: ChatMessage[] },
  ): Promise<"done" | "built-in" | "failed"> {
    const { turn, steps, draft, spent } = given;
    const { maxOutputTokens, maxSteps, maxToolCalls } = rulebook.current().book.models;
    const messages = [...given.messages];
    const desk = deskOf(given);
    while (spent.steps < maxSteps) {
      spent.steps++;
      // In the last step it has to answer: a tool's result would have nobody to read it.
      const offered = spent.steps < maxSteps && spent.toolCalls < maxToolCalls ? tools : [];
      let wrote = false;
      const reply = await steps.ask({
        messages,
        tools: offered.map((tool) => tool.spec),
        maxOutputTokens,
        onText: (text) => {
          wrote = true;
          return draft.write(text);
        },
        touched: () => wrote,
        signal: turn.signal,
      });
      if (!reply) return "built-in";
      if (reply.toolCalls.length === 0 || offered.length === 0) return "done";
      messages.push({ role: "assistant", content: reply.text === "" ? null : reply.text, toolCalls: reply.toolCalls.map(asRemembered) });
      for (const call of reply.toolCalls) {
        spent.toolCalls++;
        const tool = tools.find((one) => one.name === call.name);
        const content =
          spent.toolCalls > maxToolCalls
            ? JSON.stringify({ error: "no more tool calls in this turn" })
            : tool
              ? tool.run(call.arguments, desk)
              : JSON.stringify({ error: `there is no tool ${call.name}` });
        // Only what a tool has taken up may be called done; the text that was written before it may not.
        if (tool && spent.toolCalls <= maxToolCalls && !content.startsWith('{"error"')) spent.done.add(tool.name);
        messages.push({ role: "tool", callId: call.id, content });
      }
      if (reply.text !== "") draft.write("\n\n");
    }
    return "done";
  }

  function deskOf({ wishes, memory, pages }: Pick<Writing, "wishes" | "memory"> & { pages: Map<string, Hit["article"]> }): ToolDesk {
    return {
      searchKnowledge(query) {
        const articles = knowledge.search(query, PREFETCHED_PAGES).map((hit) => hit.article);
        for (const article of articles) pages.set(article.id, article);
        return pagesText(articles);
      },
      requestHuman(reason) {
        if (wishes.human === null || wishes.human === "request") wishes.human = reason;
      },
      askLater: () => void (wishes.later = true),
      myAccount: () => void (wishes.account = true),
      remember: (fact, about, confidence) => void memory.note(fact, about, confidence),
      forget: (words) => memory.forget({ words }),
    };
  }

  /** The language of fixed texts: that of the words where they tell clearly, else of what the contact last wrote clearly here, else the session's. */
  function localeOf(turn: Turn, text: string): string {
    const spoken = knowledge.languageOf(text);
    if (spoken.clear) return spoken.lang;
    for (const message of turn.messages.toReversed()) {
      const before = message.author === "contact" ? knowledge.languageOf(message.text) : undefined;
      if (before?.clear) return before.lang;
    }
    return turn.conversation.locale?.slice(0, 2).toLowerCase() ?? spoken.lang;
  }

  return { answer };
}

export type Avatar = ReturnType<typeof createAvatar>;
