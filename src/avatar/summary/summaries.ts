import type { Turn } from "../../conversations/index.ts";
import type { Statement, Write } from "../../platform/commit.ts";
import type { Database } from "../../platform/database.ts";
import { schedule, type Timers } from "../../platform/timers.ts";
import { bookAttempts } from "../attempts.ts";
import { BESIDE_MS, type BesideTurn } from "../beside-turn.ts";
import { openGate } from "../gate.ts";
import type { PromptFile } from "../prompts.ts";
import type { AvatarRooms } from "../rooms.ts";
import { cheapestOf } from "../models/index.ts";
import { patienceOf } from "../models/patience.ts";
import { openSteps } from "../steps.ts";
import { foldByModel, foldByRule, readPoints, saidByUs, transcriptOf, type Folded, type Points } from "./points.ts";

/** The timer of a conversation that has grown beyond what a prompt has room for. */
const FOLD = "summary.fold";

/** With so many messages outside of the summary a conversation is folded; a turn looks back at 20, so that nothing falls between. */
const FOLD_AT = 16;
/** The last ones stay as they were said: what is talked about now must not be retold. */
const KEEP = 6;
/** So many are folded at once, oldest first; who was away longer has more than one round. */
const MOST_FOLDED = 60;
const SUMMARY_TOKENS = 400;

const summary_: Statement = {
  name: "summary_set",
  columns: "conversation text, upto bigint, points jsonb, written_by text, at timestamptz",
  // Erasing locks the conversation first: whoever comes second sees what the other did.
  sql: `insert into summaries (conversation, upto, points, written_by, at)
    select r.conversation, r.upto, r.points, r.written_by, r.at from {rows}
    where exists (select 1 from conversations c where c.id = r.conversation and c.erased_at is null for share)
    on conflict (conversation) do update set upto = excluded.upto, points = excluded.points, written_by = excluded.written_by, at = excluded.at
    where summaries.upto < excluded.upto`,
};

const MATTER = `select c.customer, c.covered_seq as covered, s.upto, s.points, to_jsonb(u) as payer, to_jsonb(e) as episode
  from conversations c
  join lateral (select payer, a.balance::text as balance, a.held::text as held, a.period from customers k left join accounts a on a.id = k.payer where k.id = c.customer) u on true
  left join lateral (select id, topic, error_code as "errorCode", product_version as "productVersion" from episodes where id = c.episode) e on true
  left join summaries s on s.conversation = c.id
  where c.id = $1 and c.erased_at is null`;

type Matter = {
  customer: string;
  covered: bigint;
  upto: bigint | null;
  points: unknown;
  payer: { payer: string; balance: string | null; held: string | null; period: string | null };
  episode: BesideTurn["episode"];
};

export type SummaryRooms = Pick<AvatarRooms, "clock" | "ids" | "log" | "ledger" | "rulebook" | "models" | "rests" | "internal" | "links" | "prompt"> & {
  db: Database;
  /** how a model is told to write one */
  summary: PromptFile<never>;
};

/** The write that has a conversation folded, if it has outgrown its prompt. */
export function foldLater(turn: Turn, at: Date): Write[] {
  const upto = turn.summary?.upto ?? 0;
  const outside = turn.messages.filter(({ seq }) => seq > upto);
  return outside.length >= FOLD_AT ? [schedule(FOLD, turn.conversation.id, at)] : [];
}

/** Running summaries: the beginning of a long conversation, told in a few lines, so that the 1,000th turn costs what the 10th does. */
export function createSummaries(rooms: SummaryRooms) {
  const { db, clock, ids, rulebook } = rooms;

  /** Folds what a conversation has outgrown. Returns what is to be written; nothing when there is nothing to fold. */
  async function fold(conversation: string): Promise<Write[]> {
    const [matter] = await db.query<Matter>(MATTER, [conversation], "summary_matter");
    if (!matter) return [];
    const said = await db.query<Folded & { seq: bigint }>(
      `select seq, author, text, model_text from messages where conversation = $1 and seq > $2 and seq <= $3 and author not in ('mode', 'notice') order by seq limit ${MOST_FOLDED + KEEP}`,
      [conversation, matter.upto ?? 0n, matter.covered],
      "summary_messages",
    );
    const older = said.slice(0, -KEEP);
    const last = older.at(-1);
    if (!last) return [];
    const before = readPoints(matter.points);
    const told = await tell(conversation, matter, before, older);
    const row = { conversation, upto: last.seq, points: told.points, written_by: told.model, at: clock.now() };
    const more = said.length === MOST_FOLDED + KEEP ? [schedule(FOLD, conversation, clock.now())] : [];
    return [...told.writes, { statement: summary_, row }, ...more];
  }

  type Told = { points: Points; model: string | null; writes: Write[] };

  /** By a model where there is one that the customer's budget can pay; else, and where the gate refuses what it wrote, by rule. */
  async function tell(conversation: string, matter: Matter, before: Points | undefined, older: readonly Folded[]): Promise<Told> {
    const byRule: Told = { points: foldByRule(before, older), model: null, writes: [] };
    const work = workOf(conversation, matter, ids.next("fold"));
    const steps = openSteps({ ...rooms, models: cheapestOf(rooms.models) }, work);
    if (!steps.any() || rulebook.current().book.memory.summaries === "rules") return byRule;
    const transcript = transcriptOf(before, older);
    const answer = await steps
      .ask({
        messages: [
          { role: "system", content: rooms.summary.fill({} as Record<never, string>).text },
          { role: "user", content: transcript },
        ],
        tools: [],
        maxOutputTokens: SUMMARY_TOKENS,
        onText: () => true,
        takeBack: () => true,
        signal: patienceOf(BESIDE_MS),
      })
      .catch(() => undefined);
    const written = answer && (await passes(matter.customer, answer.text, saidByUs(before, older))) ? answer.text : undefined;
    if (answer && written === undefined) steps.forgive();
    const at = clock.now();
    const decisions = steps.decisions.map((decision) => rulebook.decisionWrite(decision, { customer: matter.customer, conversation, turn: null, at }));
    const writes = [...bookAttempts(work, steps.attempts, false), ...decisions];
    return written === undefined ? { ...byRule, writes } : { points: foldByModel(before, older, written), model: steps.model(), writes };
  }

  /** A summary is read by models in every turn to come: it passes the gate as a reply does. What a customer claims was promised is no ground. */
  async function passes(customer: string, text: string, grounds: string[]): Promise<boolean> {
    if (text.trim() === "") return false;
    const evidence = { texts: grounds, links: rooms.links(), prompt: rooms.prompt().text, internal: await rooms.internal(customer) };
    return openGate(evidence).check(text, true).length === 0;
  }

  return { registerTimers: (timers: Pick<Timers, "on">) => timers.on(FOLD, fold) };
}

function workOf(conversation: string, matter: Matter, id: string): BesideTurn {
  const { payer, balance, held, period } = matter.payer;
  return {
    beside: "summary",
    turn: id,
    failures: 0,
    conversation: { id: conversation, customer: matter.customer },
    customer: { payer },
    payer: balance === null ? null : { balance, held: held ?? "0", period },
    episode: matter.episode,
  };
}
