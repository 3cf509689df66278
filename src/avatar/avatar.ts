import type { Answer, OpenQuestion, Turn } from "../conversations/index.ts";
import type { Hit } from "../knowledge/index.ts";
import { reviewReply } from "../policies/index.ts";
import { bookAttempts } from "./attempts.ts";
import { contextOf, PREFETCHED_PAGES, pagesText } from "./context.ts";
import { openDraft, type Draft } from "./draft.ts";
import { asksForHuman } from "./human-request.ts";
import { asksForAccount, builtIn } from "./models/built-in.ts";
import { ModelFailure, type ChatMessage } from "./models/model.ts";
import type { AvatarRooms } from "./rooms.ts";
import { openReply, type Reply, versionOf } from "./reply.ts";
import { detectSafety, readMessage, type SafetyFinding } from "./safety.ts";
import { openSteps, type Steps } from "./steps.ts";
import { tools, type ToolDesk } from "./tools/index.ts";

const MOST_DRAFTS = 2;

/** What the model wishes for in a turn; policy decides on it afterwards. */
type Wishes = { human: "request" | SafetyFinding["class"] | null; later: boolean; account: boolean };

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
    if (safety.length > 0) await reply.escalate("contact", safety, hits);

    const written = await write({ turn, steps, reply, wishes, hits, asked });
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
    return finish(turn, steps, reply, written, wishes, hits, asked);
  }

  function finish(turn: Turn, steps: Steps, reply: Reply, written: Written, wishes: Wishes, hits: Hit[], asked: string): Answer {
    let outcome: Answer["outcome"] = "replied";
    const own = () => builtIn(asked, hits);
    if ("text" in written) reply.say(written.text, written.cited);
    else if ("builtIn" in written && !steps.broken()) {
      if (!wishes.account) reply.quote(own());
    } else {
      outcome = "fallback";
      // The best partial answer there is: a page that says something about it, and the date.
      const partial = own();
      if (partial.kind === "quote") reply.quote(partial);
      if (!reply.hasSlot()) reply.keep("fallback", hits, "fallback");
    }
    if (wishes.later) reply.keep("later", hits, "later");
    return close(turn, steps, reply, outcome);
  }

  function close(turn: Turn, steps: Steps, reply: Reply, outcome: Answer["outcome"]): Answer {
    const at = clock.now();
    const { customer, id: conversation } = turn.conversation;
    const decisions = steps.decisions.map((decision) => rulebook.decisionWrite(decision, { customer, conversation, turn: turn.turn, at }));
    const model = steps.model();
    return {
      reply: reply.build(),
      outcome,
      model,
      prompt: model === "built-in" ? null : rooms.prompt.hash,
      rulebook: rulebook.current().version,
      drafts: reply.drafts(),
      discards: reply.discards(),
      writes: [...bookAttempts(turn, steps.attempts, false), ...decisions, ...reply.writes()],
      late: bookAttempts(turn, steps.attempts, true),
      after: reply.after,
    };
  }

  /** The date of an open question: come back with new work, or with a plain no and its reason; never with "still waiting". */
  async function comeBack(turn: Turn, question: OpenQuestion | undefined): Promise<Answer> {
    const steps = openSteps(rooms, turn);
    const locale = localeOf(turn, question?.text ?? "");
    const reply = openReply(rooms, turn, locale);
    if (!question || question.state !== "open") return { ...close(turn, steps, reply, "replied"), reply: null };
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
        ? await write({ turn, steps, reply, wishes, hits, asked: question.text, question: question.text, isWork })
        : { builtIn: true };
    if ("text" in written) reply.say(written.text, written.cited);
    else if (found.kind === "quote") reply.quote(found);
    else {
      reply.first("");
      const reason = texts.render(question.cause === "deferred" ? "reason_no_colleague" : "reason_no_page", locale);
      reply.slot(texts.render("plain_no", locale, { asked: question.created_at, reason }));
    }
    reply.also(questions.close(question.id, "text" in written || found.kind === "quote" ? "avatar" : "plain_no"));
    reply.also(rooms.escalations.questionKept(question));
    return close(turn, steps, reply, "replied");
  }

  type Writing = {
    turn: Turn;
    steps: Steps;
    reply: Reply;
    wishes: Wishes;
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
    const messages = contextOf(turn, rooms.prompt.text, hits, given.question);
    let refusals: string[] = [];
    for (let number = 1; number <= MOST_DRAFTS; number++) {
      const evidence = { texts: [...pages.values()].map((page) => page.body), links: rooms.links(), prompt: rooms.prompt.text, internal };
      const draft = openDraft({
        id: `${turn.turn}/${number}`,
        prefix: reply.prefix(),
        exists: (page) => knowledge.get(page) !== undefined,
        evidence,
        show: (offset, text) => turn.show.delta(`${turn.turn}/${number}`, offset, text),
      });
      reply.drafted();
      const again: ChatMessage[] = refusals.length > 0 ? [{ role: "system", content: rooms.again.text.replace("{reasons}", refusals.join(", ")) }] : [];
      const result = await converse({ ...given, draft, pages, messages: [...messages, ...again] }).catch((error: unknown) => failure(error, steps));
      if (result === "built-in") return discarded(turn, reply, draft, { builtIn: true });
      if (result === "failed") return discarded(turn, reply, draft, { failed: true });
      const { text, cited, findings } = draft.end();
      const decision = rulebook.decide(reviewReply, { findings, draft: number as 1 | 2 });
      steps.decisions.push(decision);
      if (decision.verdict === "pass") {
        if (text === "" && !given.wishes.human && !given.wishes.account && !given.wishes.later) {
          steps.forgive();
          return { failed: true };
        }
        if (given.isWork?.(text, cited) === false) return discarded(turn, reply, draft, { failed: true });
        return { text, cited, known: true };
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

  /** One draft: steps of the model until it calls no more tools. */
  async function converse(
    given: Writing & { draft: Draft; pages: Map<string, Hit["article"]>; messages: ChatMessage[] },
  ): Promise<"done" | "built-in" | "failed"> {
    const { turn, steps, draft, wishes, pages } = given;
    const { maxOutputTokens, maxSteps, maxToolCalls } = rulebook.current().book.models;
    const messages = [...given.messages];
    const desk = deskOf(wishes, pages);
    let toolCalls = 0;
    for (let step = 1; step <= maxSteps; step++) {
      // In the last step it has to answer: a tool's result would have nobody to read it.
      const offered = step < maxSteps && toolCalls < maxToolCalls ? tools : [];
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
      messages.push({ role: "assistant", content: reply.text === "" ? null : reply.text, toolCalls: reply.toolCalls });
      for (const call of reply.toolCalls) {
        toolCalls++;
        const tool = tools.find((one) => one.name === call.name);
        const content =
          toolCalls > maxToolCalls
            ? JSON.stringify({ error: "no more tool calls in this turn" })
            : tool
              ? tool.run(call.arguments, desk)
              : JSON.stringify({ error: `there is no tool ${call.name}` });
        messages.push({ role: "tool", callId: call.id, content });
      }
      if (reply.text !== "") draft.write("\n\n");
    }
    return "done";
  }

  function deskOf(wishes: Wishes, pages: Map<string, Hit["article"]>): ToolDesk {
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
    };
  }

  /** The language of fixed texts: that of the words where they tell clearly, else the session's, else that of what was written here before. */
  function localeOf(turn: Turn, text: string): string {
    const spoken = knowledge.languageOf(text);
    if (spoken.clear) return spoken.lang;
    if (turn.conversation.locale) return turn.conversation.locale.slice(0, 2).toLowerCase();
    const written = turn.messages.filter(({ author }) => author === "contact").map((message) => message.text);
    const before = knowledge.languageOf(written.toReversed().join("\n"));
    return before.clear ? before.lang : spoken.lang;
  }

  return { answer };
}

export type Avatar = ReturnType<typeof createAvatar>;
