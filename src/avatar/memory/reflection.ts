import { z } from "zod";
import { VISITORS } from "../../customers/index.ts";
import type { Statement, Write } from "../../platform/commit.ts";
import type { Database } from "../../platform/database.ts";
import type { Timers } from "../../platform/timers.ts";
import { bookAttempts } from "../attempts.ts";
import { BESIDE_MS, type BesideTurn } from "../beside-turn.ts";
import { fold } from "../fold.ts";
import type { PromptFile } from "../prompts.ts";
import type { AvatarRooms } from "../rooms.ts";
import { cheapestOf } from "../models/index.ts";
import { unmarked } from "../marked.ts";
import { patienceOf } from "../models/patience.ts";
import { openSteps } from "../steps.ts";
import { forget_ } from "./memory.ts";
import { likeness } from "./recall.ts";
import { REFLECT } from "./night.ts";

/** Fewer facts of one person are seen through at a glance: no model is asked. */
const WORTH_ASKING = 6;
/** A customer with more has them looked through in part: the newest. */
const MOST_FACTS = 200;
const ANSWER_TOKENS = 300;
/** What a model calls the same must share this part of its words: it may see what rules cannot, but not sweep a memory empty. */
const LIKE = 0.5;

/** A fact as it is looked through. */
export type Fact = { id: string; contact: string; shared: boolean; fact: string; expires_at: Date; conversation: string | null };
/** Facts that say the same: the last one stays, as it was said. */
export type Same = readonly Fact[];

const keep_: Statement = {
  name: "memory_keep",
  columns: "id text, customer text, expires_at timestamptz",
  sql: "update memories m set expires_at = greatest(m.expires_at, r.expires_at) from {rows} where m.id = r.id and m.customer = r.customer",
};

const Answer = z.object({ same: z.array(z.array(z.int().min(1)).max(50)).max(100) });

export type ReflectionRooms = Pick<AvatarRooms, "clock" | "ids" | "log" | "ledger" | "rulebook" | "models" | "rests"> & {
  db: Database;
  /** how a model is asked which facts are the same */
  reflection: PromptFile<never>;
};

/**
 * The nightly look through what is kept of a customer's people: what is said twice is kept once. Nothing is ever put into new words: what
 * stays is a fact that somebody said, with its message; what goes are its doubles.
 */
export function createReflection(rooms: ReflectionRooms) {
  const { db, clock, ids, rulebook } = rooms;

  async function reflect(customer: string): Promise<Write[]> {
    const facts = await db.query<Fact>(
      `select * from (select f.id, f.contact, f.shared, f.fact, f.expires_at, f.noted_at, m.conversation from memories f left join messages m on m.id = f.message
         where f.customer = $1 and f.expires_at > $2 order by f.noted_at desc, f.id desc limit ${MOST_FACTS}) n order by noted_at, id`,
      [customer, clock.now()],
      "reflection_facts",
    );
    const byRule = sameByRule(facts);
    const doubles = new Set(byRule.flatMap((same) => same.slice(0, -1).map(({ id }) => id)));
    const left = facts.filter(({ id }) => !doubles.has(id));
    const { same, writes } = await askModel(customer, left);
    // What stays of a group by rule may go into one of the model's: then it stays there, and is not kept and deleted at once.
    const ofModel = new Set(same.flatMap((one) => one.map(({ id }) => id)));
    const apart = byRule.filter((one) => !ofModel.has(one.at(-1)?.id ?? ""));
    const joined = same.map((one) => one.flatMap((fact) => byRule.find((group) => !apart.includes(group) && group.at(-1) === fact) ?? [fact]));
    return [...writes, ...[...apart, ...joined].flatMap((one) => merged(customer, one))];
  }

  type Asked = { same: Same[]; writes: Write[] };

  async function askModel(customer: string, facts: readonly Fact[]): Promise<Asked> {
    const models = cheapestOf(rooms.models);
    const groups = [...Map.groupBy(facts, (fact) => `${fact.contact} ${fact.shared}`).values()];
    // Visitors share a customer and nothing else: no prompt knows two of them.
    const isWorth = customer !== VISITORS && groups.some((group) => group.length >= WORTH_ASKING);
    const work = isWorth ? await workOf(customer, facts) : undefined;
    if (!work || rulebook.current().book.memory.reflection === "rules") return { same: [], writes: [] };
    const lines = groups.flatMap((group, i) => group.map((fact) => ({ fact, group: i + 1 })));
    const listed = lines.map(({ fact, group }, i) => `${i + 1} (group ${group}): ${fact.fact}`).join("\n");
    const steps = openSteps({ ...rooms, models }, work);
    if (!steps.any()) return { same: [], writes: [] };
    const answer = await steps
      .ask({
        messages: [
          { role: "system", content: rooms.reflection.fill({} as Record<never, string>).text },
          { role: "user", content: `<facts>\n${unmarked(listed)}\n</facts>` },
        ],
        tools: [],
        maxOutputTokens: ANSWER_TOKENS,
        onText: () => true,
        takeBack: () => true,
        signal: patienceOf(BESIDE_MS),
      })
      .catch(() => undefined);
    const read = answer && readAnswer(answer.text);
    if (answer && !read) steps.forgive();
    const at = clock.now();
    const about = { customer, conversation: work.conversation.id, turn: null, at };
    return {
      same: believed(
        lines.map(({ fact }) => fact),
        read ?? [],
      ),
      writes: [...bookAttempts(work, steps.attempts, false), ...steps.decisions.map((decision) => rulebook.decisionWrite(decision, about))],
    };
  }

  /** The step belongs to the conversation in which something was noted last. */
  async function workOf(customer: string, facts: readonly Fact[]): Promise<BesideTurn | undefined> {
    const conversation = facts.findLast((fact) => fact.conversation !== null)?.conversation;
    const [payer] = await db.query<{ payer: string }>("select payer from customers where id = $1", [customer], "reflection_payer");
    if (!conversation || !payer) return undefined;
    return {
      beside: "reflection",
      turn: ids.next("refl"),
      failures: 0,
      conversation: { id: conversation, customer },
      customer: payer,
      payer: null,
      episode: null,
    };
  }

  return { registerTimers: (timers: Pick<Timers, "on">) => timers.on(REFLECT, reflect) };
}

function merged(customer: string, same: Same): Write[] {
  const last = same.at(-1);
  if (!last || same.length < 2) return [];
  const expires_at = new Date(Math.max(...same.map((fact) => fact.expires_at.getTime())));
  const gone = same.slice(0, -1).map(({ id, contact }) => ({ statement: forget_, row: { id, customer, contact } }));
  return [{ statement: keep_, row: { id: last.id, customer, expires_at } }, ...gone];
}

/** Facts of one person that are the same but for capitals, accents and punctuation. Rules judge nothing else: "not" is a short word. */
export function sameByRule(facts: readonly Fact[]): Same[] {
  const plain = (text: string) =>
    fold(text)
      .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return [...Map.groupBy(facts, ({ contact, shared, fact }) => `${contact} ${shared} ${plain(fact)}`).values()].filter((same) => same.length > 1);
}

function readAnswer(text: string): number[][] | undefined {
  const json = /\{[\s\S]*\}/.exec(text)?.[0];
  try {
    return Answer.safeParse(JSON.parse(json ?? "")).data?.same;
  } catch {
    return undefined;
  }
}

/** What may be believed of a model's answer: facts that there are, of one person and one kind, that share their words with the one that stays; each but once. */
export function believed(facts: readonly Fact[], answer: readonly (readonly number[])[]): Same[] {
  const used = new Set<number>();
  return answer
    .map((numbers) => {
      const fresh = [...new Set(numbers)].filter((number) => facts[number - 1] && !used.has(number)).sort((a, b) => a - b);
      const last = facts[(fresh.at(-1) ?? 0) - 1];
      const alike = fresh.filter((number) => {
        const fact = facts[number - 1];
        return fact && last && fact.contact === last.contact && fact.shared === last.shared && likeness(fact.fact, last.fact) >= LIKE;
      });
      if (alike.length > 1) for (const number of alike) used.add(number);
      return alike.flatMap((number) => facts[number - 1] ?? []);
    })
    .filter((same) => same.length > 1);
}
