import type { ConversationRow, OpenQuestion, TurnRow } from "../../conversations/index.ts";
import type { DecisionRow } from "../../rulebook/index.ts";
import type * as contract from "../contract.ts";
import { Problem } from "../problems.ts";
import type { Rooms } from "../rooms.ts";
import { costsOf } from "./costs.ts";
import type { DeskRooms } from "./rooms.ts";
import { given, money, page, refuseUnknown } from "./shapes.ts";

/** What staff see of one conversation at once: the newest. */
const MOST_MESSAGES = 500;
const MOST_TURNS = 500;
const MOST_POSTINGS = 10_000;
const MOST_LIVE_ESCALATIONS = 200;
const MOST_KEPT_QUESTIONS = 200;

export function createConversationDesk(rooms: DeskRooms): Pick<Rooms, "conversations" | "questions"> {
  const { customers, ledger, rulebook, escalations, clock } = rooms;
  const { threads, questions, reminders, overview } = rooms.conversations;

  async function list(query: contract.ConversationQuery): Promise<contract.ListOf<contract.ConversationHead>> {
    await refuseUnknown(query.after, threads.get);
    const rows = await threads.list({ ...given(query), limit: query.limit + 1 });
    const { items, next } = page(
      rows,
      query.limit,
      ({ id }) => id,
      (row) => row,
    );
    const [named, words, live] = await Promise.all([
      customers.named(items.map((row) => row.customer)),
      overview.lastWords(items.map(({ id }) => id)),
      liveEscalations(query.customer),
    ]);
    return {
      items: items.map((row) => ({ ...headOf(row, named.get(row.customer)?.plan ?? "", words.get(row.id) ?? ""), escalation: live.get(row.id) ?? null })),
      next,
    };
  }

  async function liveEscalations(customer: string | undefined): Promise<Map<string, contract.ConversationHead["escalation"]>> {
    const both = await Promise.all((["open", "claimed"] as const).map((state) => escalations.list({ state, customer, limit: MOST_LIVE_ESCALATIONS })));
    return new Map(both.flatMap(({ items }) => items).map(({ id, conversation, state, verdict }) => [conversation, { id, state, verdict }]));
  }

  async function get(id: string): Promise<contract.Conversation | undefined> {
    const row = await threads.get(id);
    if (!row) return undefined;
    const after = Math.max(0, Number(row.last_seq) - MOST_MESSAGES);
    const [customer, items, turns, decisions, postings, notes, escalation, asked, reminding] = await Promise.all([
      customers.named([row.customer]),
      threads.items({ conversation: id, customer: row.customer }, after, MOST_MESSAGES),
      threads.turns(id),
      rulebook.decisionsOf(id),
      ledger.postings({ conversation: id, limit: MOST_POSTINGS }),
      overview.notes(row.customer, id),
      escalations.latestOf(id),
      questionsOf(row),
      reminders.of(row.customer, id),
    ]);
    const costs = costsOf(postings);
    const covering = new Map(turns.flatMap((turn) => turn.covers.map((message) => [message, turn.id] as const)));
    const shown = turns.slice(-MOST_TURNS);
    const ofTurns = new Set(turns.map((turn) => turn.id));
    const ofNone = (one: { turn: string | null }) => one.turn === null || !ofTurns.has(one.turn);
    const last = items.at(-1)?.text ?? "";
    return {
      ...headOf(row, customer.get(row.customer)?.plan ?? "", last),
      messages: items.map((item) => ({ ...item, turn: item.turn ?? covering.get(item.id) ?? null })),
      turns: shown.map((turn) => turnOf(turn, decisions, costs)),
      decisions: decisions.filter(ofNone).map(decisionOf),
      costs: costs.filter(ofNone).map(costOf),
      notes: notes.map((note) => ({
        id: note.id,
        escalation: note.escalation,
        by: { id: note.staff, name: note.name },
        text: note.text,
        at: note.at.toISOString(),
      })),
      escalation: escalation ?? null,
      questions: await shapedQuestions(asked),
      reminders: reminding.map(({ id: reminder, what, due_at, state, created_at }) => ({
        id: reminder,
        what,
        state,
        dueAt: due_at.toISOString(),
        createdAt: created_at.toISOString(),
      })),
      cost: money(
        costs.reduce((sum, { micro }) => sum + micro, 0n),
        rulebook.current().book.business.currency,
      ),
    };
  }

  async function questionsOf({ id, customer }: ConversationRow): Promise<OpenQuestion[]> {
    const [open, kept] = await Promise.all([questions.openIn(id), questions.list({ state: "kept", customer, limit: MOST_KEPT_QUESTIONS })]);
    return [...open, ...kept.filter((question) => question.conversation === id)];
  }

  async function shapedQuestions(rows: OpenQuestion[]): Promise<contract.Question[]> {
    const named = await customers.named(rows.map((row) => row.customer));
    const now = clock.now();
    return rows.map((row) => {
      const state = row.state === "open" && row.due_at < now ? ("overdue" as const) : row.state;
      return {
        id: row.id,
        conversation: row.conversation,
        text: row.text,
        cause: row.cause,
        state,
        answeredBy: row.answered_by,
        customer: { id: row.customer, name: named.get(row.customer)?.name ?? row.customer },
        askedBy: { id: row.contact, name: row.contact_name ?? row.contact },
        dueAt: row.due_at.toISOString(),
        createdAt: row.created_at.toISOString(),
        closedAt: row.closed_at?.toISOString() ?? null,
      };
    });
  }

  return {
    conversations: { list, get, takeover: (id, by) => escalations.takeover(id, by) },
    questions: {
      async list(query) {
        await refuseUnknown(query.after, questions.get);
        const rows = await questions.list({ ...given(query), limit: query.limit + 1 });
        const { items, next } = page(
          rows,
          query.limit,
          ({ id }) => id,
          (row) => row,
        );
        return { items: await shapedQuestions(items), next };
      },
      kept: async () => ({ items: await escalations.kept.months(), next: null, capacity: await escalations.kept.capacity() }),
      async answer(id, what, by) {
        await escalations.answerQuestion(id, what, by);
        const question = await questions.get(id);
        if (!question) throw new Problem("not_found");
        const [shaped] = (await shapedQuestions([question])) as [contract.Question];
        return shaped;
      },
    },
  };
}

function headOf(row: ConversationRow, plan: string, lastText: string): Omit<contract.ConversationHead, "escalation"> {
  const { id, channel, mode, holder_name: holder } = row;
  return {
    id,
    channel,
    mode,
    lastText,
    mood: row.mood,
    ...(mode === "human" && holder !== null ? { name: holder } : {}),
    customer: { id: row.customer, name: row.customer_name, plan },
    contact: { id: row.contact, name: row.contact_name ?? row.contact },
    lastAt: row.last_at.toISOString(),
    createdAt: row.created_at.toISOString(),
  };
}

function turnOf(row: TurnRow, decisions: DecisionRow[], costs: ReturnType<typeof costsOf>): contract.Turn {
  const { id, covers, reply, model, drafts, discards } = row;
  return {
    id,
    covers,
    reply,
    model,
    drafts,
    discards,
    cause: row.cause as contract.Turn["cause"],
    outcome: row.outcome as contract.Turn["outcome"],
    rulebook: row.rulebook,
    startedAt: row.started_at.toISOString(),
    endedAt: row.ended_at.toISOString(),
    decisions: decisions.filter(({ turn }) => turn === id).map(decisionOf),
    costs: costs.filter(({ turn }) => turn === id).map(costOf),
  };
}

function decisionOf({ id, policy, verdict, reasons, facts, rulebook, at }: DecisionRow): contract.Decision {
  return { id, policy, verdict, reasons, facts, rulebook, at: at.toISOString() };
}

function costOf({ turn: _turn, micro: _micro, ...cost }: ReturnType<typeof costsOf>[number]): contract.Cost {
  return cost;
}
