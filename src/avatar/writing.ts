import type { Turn } from "../conversations/index.ts";
import type { Hit } from "../knowledge/index.ts";
import { reviewReply } from "../policies/index.ts";
import { contextOf, PREFETCHED_PAGES, pagesText } from "./context.ts";
import { openDraft, type Draft } from "./draft.ts";
import type { TurnNewsWishes } from "./initiative/wishes.ts";
import type { TurnMemory } from "./memory/memory.ts";
import type { TurnMood } from "./mood/mood.ts";
import { ModelFailure, type ChatMessage } from "./models/model.ts";
import type { Work } from "./outside.ts";
import type { AvatarRooms } from "./rooms.ts";
import type { TurnReminders } from "./reminders/reminders.ts";
import type { Reply } from "./reply.ts";
import type { SafetyFinding } from "./safety.ts";
import { asRemembered, tools, type ToolDesk } from "./tools/index.ts";

const MOST_DRAFTS = 2;
/** A letter, a figure or a sign such as a thumb: spaces, dots and what nobody can see are no answer. */
const SAYS_SOMETHING = /[\p{L}\p{N}\p{S}]/u;

/** What the model wishes for in a turn; policy decides on it afterwards. */
export type Wishes = { human: "request" | SafetyFinding["class"] | null; later: boolean; account: boolean; tickets: boolean };

/** What the model has done in a turn, in all its drafts. */
type Spent = { steps: number; /** that models have written */ tokens: number; toolCalls: number; /** the tools that were run */ done: Set<string> };

/** A draft that may go out, or why there is none. */
export type Written = { text: string; cited: string[]; known: boolean } | { refused: true } | { failed: true } | { builtIn: true };

export type Writing = {
  turn: Turn;
  steps: Work;
  reply: Reply;
  wishes: Wishes;
  memory: TurnMemory;
  reminders: TurnReminders;
  newsWishes: TurnNewsWishes;
  mood?: TurnMood;
  hits: Hit[];
  asked: string;
  question?: string;
  isWork?: (text: string, cited: string[]) => boolean;
};

/** How a model writes in a turn: drafts, their steps and tools, and the gate before which each draft stands. */
export function createWriting(rooms: AvatarRooms) {
  const { knowledge, rulebook } = rooms;

  /** Lets the model write, at most twice; the second time it is told why the first was refused. */
  async function write(given: Writing): Promise<Written> {
    const { turn, steps, reply, hits } = given;
    if (!steps.any()) return { builtIn: true };
    const pages = new Map(hits.map((hit) => [hit.article.id, hit.article]));
    const internal = await rooms.internal(turn.conversation.customer);
    const prompt = rooms.prompt().text;
    const tone = given.mood?.word && rooms.tones[given.mood.word];
    const messages = contextOf({ turn, prompt, hits, known: given.memory.recall(given.asked), tone, question: given.question });
    const spent: Spent = { steps: 0, tokens: 0, toolCalls: 0, done: new Set() };
    let refusals: string[] = [];
    for (let number = 1; number <= MOST_DRAFTS && spent.steps < rulebook.current().book.models.maxSteps; number++) {
      const evidence = {
        texts: steps.outside.grounds([...pages.values()].map((page) => page.body)),
        links: rooms.links(),
        prompt,
        internal,
        done: spent.done,
      };
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
      if (result === "built-in") return wasted(given, draft, { builtIn: true });
      if (result === "failed") return discarded(turn, reply, draft, { failed: true });
      const { text, cited, findings } = draft.end();
      const decision = rulebook.decide(reviewReply, { findings, draft: number as 1 | 2 });
      steps.decisions.push(decision);
      if (decision.verdict === "pass") {
        const { human, account, tickets, later } = given.wishes;
        if (
          !SAYS_SOMETHING.test(text) &&
          !human &&
          !account &&
          !tickets &&
          !later &&
          !given.memory.tell() &&
          !given.reminders.touched() &&
          !given.newsWishes.touched()
        ) {
          steps.forgive();
          return { failed: true };
        }
        if (given.isWork?.(text, cited) === false) return wasted(given, draft, { failed: true });
        return { text: SAYS_SOMETHING.test(text) ? text : "", cited, known: true };
      }
      refusals = [...new Set(findings.map((finding) => finding.rule))];
      discarded(turn, reply, draft, { refused: true });
      if (decision.verdict === "fallback") return { refused: true };
    }
    return { refused: true };
  }

  /** Nobody gets the words of these steps, for the next one cannot be paid or they answer nothing: they are never the customer's cost. */
  function wasted({ turn, steps, reply }: Writing, draft: Draft, result: Written): Written {
    steps.forgive();
    return discarded(turn, reply, draft, result);
  }

  function discarded(turn: Turn, reply: Reply, draft: Draft, result: Written): Written {
    if (!draft.shownAny()) return result;
    turn.show.discard(draft.id);
    reply.discarded();
    return result;
  }

  // A step that broke after its first words: the draft is taken back; what is left of the budget may pay another model no more.
  function failure(error: unknown, steps: Work): "failed" {
    if (!(error instanceof ModelFailure)) rooms.log.error({ err: error, steps: steps.attempts.length }, "model step broke");
    return "failed";
  }

  /** One draft: steps of the model until it calls no more tools, or has done all that it may in a turn. */
  async function converse(
    given: Writing & { draft: Draft; pages: Map<string, Hit["article"]>; spent: Spent; messages: ChatMessage[] },
  ): Promise<"done" | "built-in" | "failed"> {
    const { turn, steps, draft, spent } = given;
    const { maxOutputTokens, maxSteps, maxToolCalls, maxTurnTokens: most = maxSteps * maxOutputTokens } = rulebook.current().book.models;
    const messages = [...given.messages];
    const desk = deskOf(given);
    while (spent.steps < maxSteps && spent.tokens < most) {
      spent.steps++;
      // In the last step it has to answer: a tool's result would have nobody to read it.
      const offered = spent.steps < maxSteps && spent.toolCalls < maxToolCalls ? [...tools.map((tool) => tool.spec), ...steps.outside.specs] : [];
      const began = draft.mark();
      const reply = await steps.ask({
        messages,
        tools: offered,
        maxOutputTokens: Math.min(maxOutputTokens, most - spent.tokens),
        onText: (text) => draft.write(text),
        takeBack: () => draft.takeBack(began),
        signal: turn.signal,
      });
      if (!reply) return "built-in";
      spent.tokens += steps.written(maxOutputTokens);
      if (reply.toolCalls.length === 0 || offered.length === 0) return "done";
      messages.push({ role: "assistant", content: reply.text === "" ? null : reply.text, toolCalls: reply.toolCalls.map(asRemembered) });
      for (const call of reply.toolCalls) {
        spent.toolCalls++;
        const tool = tools.find((one) => one.name === call.name);
        const content =
          spent.toolCalls > maxToolCalls ? JSON.stringify({ error: "no more tool calls in this turn" }) : await steps.outside.run(call, tool, desk);
        if (content === "too_dear") return "built-in";
        // Only what a tool has taken up may be called done; the text that was written before it may not.
        if (tool && spent.toolCalls <= maxToolCalls && !content.startsWith('{"error"')) spent.done.add(tool.name);
        messages.push({ role: "tool", callId: call.id, content });
      }
      if (reply.text !== "") draft.write("\n\n");
    }
    return "done";
  }

  type Asking = Pick<Writing, "wishes" | "memory" | "reminders" | "newsWishes" | "steps"> & { pages: Map<string, Hit["article"]> };
  function deskOf({ wishes, memory, reminders, newsWishes, steps, pages }: Asking): ToolDesk {
    const given = (articles: Hit["article"][]) => {
      for (const article of articles) pages.set(article.id, article);
      steps.outside.stands(articles.map(({ body }) => body));
      return pagesText(articles);
    };
    return {
      searchKnowledge: (query) => given(knowledge.search(query, PREFETCHED_PAGES).map((hit) => hit.article)),
      roadmap: (query) => given(knowledge.roadmap(query, PREFETCHED_PAGES)),
      requestHuman(reason) {
        if (wishes.human === null || wishes.human === "request") wishes.human = reason;
      },
      askLater: () => void (wishes.later = true),
      myAccount: () => void (wishes.account = true),
      openTickets: () => void (wishes.tickets = true),
      remember: (fact, about, confidence) => void memory.note(fact, about, confidence),
      forget: (words) => void (reminders.drops(words) || memory.forget({ words })),
      followUp: reminders.wish,
      news: newsWishes.wish,
    };
  }

  return write;
}
