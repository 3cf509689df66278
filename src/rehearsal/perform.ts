import { MAX_TEXT_BYTES } from "../http/contract.ts";
import { fundamentals, type Ending, readEnding } from "./ending.ts";
import type { Asked } from "./script.ts";
import type { Secrets } from "./secrets.ts";
import type { Cast, Stage, StagedHouse } from "./stage.ts";
import { lengthOf, type Deed, type Reply, type Step, type Story } from "./story.ts";

/** One draft that the gate has read. `scripted`: what the story says of it. */
export type Draft = { scripted: "good" | "bad" | undefined; refused: boolean; reasons: string[] };

/** What became of one performance of a story. */
export type Performance = {
  story: Story;
  model: string;
  /** with the model's turn taken up by a script, where the script and the requests did not fit */
  misfits: string[];
  drafts: Draft[];
  /** what the model was sent */
  asked: Asked[];
  ending: Ending;
  /** promises that hold for every story, and were broken */
  broken: string[];
  /** micro-units of the business's currency, whoever has paid */
  cost: bigint;
  currency: string;
};

type Person = { sub: string; customer: string | undefined; session: string; conversations: string[]; sent: number };
type Play = {
  house: StagedHouse;
  story: Story;
  secrets: Secrets;
  person: Person;
  outcomes: string[];
  drafts: Draft[];
  misfits: string[];
  live: Map<string, string>;
};

const COLLEAGUE = { id: "staff_rehearsal", name: "Robin", email: null, role: "agent" as const };

/** Performs a story in a house of its own, from its first word to its last wait, and reads how it has ended. */
export async function perform(stage: Stage, story: Story, cast: Cast, secrets: Secrets): Promise<Performance> {
  const house = await stage.open(cast);
  try {
    const customer = await settle(house, story, secrets);
    const person: Person = { sub: "rehearsed", customer, session: "", conversations: [], sent: 0 };
    const play: Play = { house, story, secrets, person, outcomes: [], drafts: [], misfits: [], live: new Map() };
    await openChat(play);
    for (const [number, step] of story.steps.entries()) await act(play, step, number + 1, cast);
    const ending = await readEnding(house.db, person.conversations, play.outcomes);
    const { broken, cost } = await fundamentals(house, { conversations: person.conversations, live: [...play.live.values()], secrets: secrets.words(story) });
    const { currency } = house.app.rooms.rulebook.current().book.business;
    const asked = await withoutMark(house);
    return { story, model: house.model, misfits: play.misfits, drafts: play.drafts, asked, ending, broken, cost, currency };
  } finally {
    await house.close();
  }
}

/** Each house marks its prompt with a secret of its own: left out, the same request is the same text. */
async function withoutMark({ db, prompter }: StagedHouse): Promise<Asked[]> {
  const [marker] = await db.query<{ value: string }>("select value from settings where key = 'prompt-marker'");
  return prompter.asked.map(({ step, sent }) => ({ step, sent: marker ? sent.replaceAll(marker.value, "(mark)") : sent }));
}

/** A story that this rulebook cannot tell: it names a plan that there is not. */
export class StoryUntold extends Error {
  readonly code = "story_untold";
}

/** The customer, and those of whom it must never hear. Undefined: a visitor without a name. */
async function settle({ app }: StagedHouse, story: Story, secrets: Secrets): Promise<string | undefined> {
  const { customers, rulebook } = app.rooms;
  const { book } = rulebook.current();
  for (const name of story.others)
    await customers.create({ name: secrets.other(name), plan: planOf(story, secrets.plan("standard"), book.plans), notes: secrets.note });
  if (story.who.plan === "visitor") return undefined;
  const plan = planOf(story, secrets.plan(story.who.plan), book.plans);
  const listed = book.plans[plan]?.fee.amount ?? 0n;
  const stated = story.who.fee === undefined ? listed : BigInt(Math.round(story.who.fee * 1e6));
  const fee = secrets.fee(stated, listed);
  const contract = fee === 0n ? null : { fee, start: "2026-01-01" };
  return (await customers.create({ name: "Acme Rockets", plan, contract, notes: secrets.note })).id;
}

function planOf(story: Story, plan: string, plans: Record<string, unknown>): string {
  if (Object.hasOwn(plans, plan)) return plan;
  throw new StoryUntold(`The story ${story.name} wants a plan "${plan}", and the rulebook has ${Object.keys(plans).join(", ")}. Change "plan:" in the story.`);
}

async function openChat({ house, story, person, live }: Play): Promise<void> {
  const visitor = person.customer === undefined ? undefined : { sub: person.sub, customer: person.customer, name: story.who.name };
  const opened = await house.app.rooms.desk.chat.open({ visitor, locale: story.who.locale ?? undefined, address: "192.0.2.1" });
  person.session = opened.session;
  person.conversations.push(opened.conversation);
  // What is shown while it is written has been said, too.
  house.live.subscribe(`conversation/${opened.conversation}`, (event) => {
    const draft = String(event["draft"]);
    if (event.type === "delta") live.set(draft, (live.get(draft) ?? "").slice(0, Number(event["offset"])) + String(event["text"]));
  });
}

async function act(play: Play, step: Step, number: number, cast: Cast): Promise<void> {
  const { house } = play;
  const before = await reviews(house);
  house.prompter.begin(number, step.model);
  if (step.says !== undefined) await say(play, step.says);
  if (step.burst) {
    const go = house.prompter.pause();
    for (const text of step.burst) await say(play, text);
    go();
  }
  if (step.returns) await openChat(play);
  if (step.staff) await help(play, step.staff);
  if (step.wait !== undefined) await house.app.clockwork.advanceTo(new Date(house.clock.now().getTime() + lengthOf(step.wait)));
  await house.app.clockwork.settle();
  const after = (await reviews(house)).slice(before.length);
  const scripted = cast === "script" ? draftsOf(step.model) : [];
  play.drafts.push(...after.map(({ verdict, codes }, i) => ({ scripted: scripted[i], refused: verdict !== "pass", reasons: codes })));
  const used = house.prompter.used();
  if (cast === "script" && used !== step.model.length)
    play.misfits.push(`step ${number}: the model was asked ${used} times, and the script has ${step.model.length} answers`);
}

/** What the story says of each draft of a step: one ends where no tool is called. */
function draftsOf(replies: readonly Reply[]): ("good" | "bad" | undefined)[] {
  return replies.flatMap((reply) => (reply.tools || reply.fails ? [] : [reply.good === undefined ? "bad" : "good"]));
}

type Review = { verdict: string; codes: string[] };

/** What the gate has decided so far, in the order of the drafts. */
async function reviews({ db }: StagedHouse): Promise<Review[]> {
  return db.query<Review>(
    `select d.verdict, array(select r->>'code' from jsonb_array_elements(d.reasons) r) as codes
     from decisions d left join messages m on m.turn = d.turn and m.author = 'avatar'
     where d.policy = 'review-reply' order by d.at, m.conversation, m.seq, d.facts->>'draft'`,
  );
}

/** As the door does: what has no text or too much of it is not taken in, and read for safety matters if there is any. */
async function say({ house, person, outcomes }: Play, text: string): Promise<void> {
  const { chat } = house.app.rooms.desk;
  const session = await chat.session(person.session);
  if (!session) throw new Error("The chat of this story has gone.");
  const id = `said-${(person.sent += 1)}`;
  if (Buffer.byteLength(text) > MAX_TEXT_BYTES) {
    await chat.refused(session, { id, text, code: "message_too_long" });
    outcomes.push("message_too_long");
  } else if (text.trim() === "") outcomes.push("message_empty");
  else {
    const refusal = await chat.send(session, { id, text }).then(
      () => undefined,
      (error: unknown) => codeOf(error),
    );
    outcomes.push(refusal ?? "");
  }
}

function codeOf(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") return error.code;
  throw error;
}

/** A colleague does what the story says, with the latest escalation of this conversation. */
async function help({ house, person, secrets }: Play, deed: Deed): Promise<void> {
  const { escalations, conversations, questions } = house.app.rooms.desk;
  const conversation = person.conversations.at(-1) ?? "";
  const [row] = await house.db.query<{ id: string }>("select id from escalations where conversation = any($1) order by created_at desc, id desc limit 1", [
    person.conversations,
  ]);
  const id = row?.id ?? "";
  const { text = "Let me have a look.", minutes = 5 } = deed;
  if (deed.does === "takes over") await conversations.takeover(conversation, COLLEAGUE);
  if (deed.does === "claims") await escalations.claim(id, COLLEAGUE);
  if (deed.does === "acknowledges") await escalations.acknowledge(id, COLLEAGUE);
  if (deed.does === "notes") await escalations.note(id, { text: `${text} ${secrets.note}` }, COLLEAGUE);
  if (deed.does === "replies") await escalations.reply(id, { text }, COLLEAGUE);
  if (deed.does === "resolves") await escalations.resolve(id, { minutes, outcome: `${text} ${secrets.note}` }, COLLEAGUE);
  if (deed.does === "hands back") await escalations.handback(id, COLLEAGUE);
  if (deed.does === "downgrades") await escalations.downgrade(id, { reason: `${text} ${secrets.note}` }, COLLEAGUE);
  if (deed.does === "answers the question") {
    const [question] = await house.db.query<{ id: string }>(
      "select id from open_questions where conversation = any($1) and state = 'open' order by due_at limit 1",
      [person.conversations],
    );
    await questions.answer(question?.id ?? "", { text }, COLLEAGUE);
  }
}
