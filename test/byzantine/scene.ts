import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { expect } from "vitest";
import { watchChat } from "../support/chat-client.ts";
import { openHouse, type House, type Item } from "../support/house.ts";
import { billOf, ceilingOf, startStubModel, type Asked, type Script, type StubModel, type Tokens } from "../support/stub-model.ts";

/** What one step has to be booked at. none: the endpoint refused, nothing is owed. */
export type Cost = "bill" | "ceiling" | "none";

/** One evil deed of a model's endpoint, and what has to come of it. */
export type Case = {
  name: string;
  /** what the endpoint does: one step for each request that has to come, or a function for all */
  does: Script;
  /** answered: by the model's words; fallback: by an honest word with a date */
  outcome: "answered" | "fallback";
  /** of each step of the turn, in order; one for all of them, if they are alike */
  cost: Cost | Cost[];
  /** what each step is billed, where it is not `USED` */
  bill?: Tokens;
  /** words that the reply has to have */
  says?: string | RegExp;
  /** words that the reply must not have */
  never?: string | RegExp;
  asks?: string;
  /** what is no secret here: a contact who asks is told their own plan */
  tells?: "plan";
};

/** What every well-formed usage says. */
export const USED: Tokens = { input: 700, cached: 0, output: 40 };
/** A secret in each place where secrets are, long enough not to come about by chance: each is sought in everything that leaves the house. */
const KEY = "sk-zqcanary-of-the-key";
const SECRETS = { plan: "zqcanaryplan", note: "zqcanary never pays in time", rival: "Zqcanary Traders International", fee: "193377.55", key: KEY };
/** What the model may be told, and nobody else: the prompt begins with it. */
const PROMPT = "the AI assistant of Marlstone. You answer customers";
export const { note: NOTE, rival: RIVAL } = SECRETS;

const ASKS = "How do I restore a backup?";
const FALLBACK = /I can't solve it for you right now\. .* by Thursday, 5 March\./s;
const OPENING = /^I'm Marla, Marlstone's AI assistant\./;
/** What would show that something of ours has broken, or how we are made. */
const UNCLEAN = /\bat .+:\d+:\d+|\bError\b|ECONN|undefined|\[object|NaN|gpt-4o|127\.0\.0\.1|[^\P{Cc}\n\t]/u;
const LONGEST = 20_000;

type AttemptRow = { step: number; status: string; estimated: boolean; amount: bigint; held: bigint };

/** Who reads what the endpoint sends: our own reader, and a chat model of LangChain's. */
export const READERS = ["gpt-4o-mini", "langchain:openai/gpt-4o-mini"] as const;

export type Scene = { house: House; stub: StubModel; play(one: Case): Promise<void>; close(): Promise<void> };

/** The whole service with a model that is against it, and secrets in every place. */
export async function openScene(env: Record<string, string> = {}): Promise<Scene> {
  const stub = await startStubModel([], { tokens: () => USED });
  const directory = mkdtempSync(join(tmpdir(), "standin-byzantine-"));
  const policies = join(directory, "policies.yaml");
  writeFileSync(policies, readFileSync("policies.yaml", "utf8").replace("\n  premium:", `\n  ${SECRETS.plan}:`));
  const logged: string[] = [];
  const log = pino({ level: "trace", base: null }, { write: (line: string) => void logged.push(line) });
  const house = await openHouse(
    { OPENAI_BASE_URL: stub.url, OPENAI_API_KEY: KEY, MODEL: "gpt-4o-mini", MODEL_TIMEOUT_MS: "20000", POLICIES_FILE: policies, ...env },
    { log },
  );
  await house.staff("POST", "/customers", {
    externalId: "acme",
    name: "Acme Tools",
    plan: SECRETS.plan,
    notes: `Be quick here. ${NOTE}.`,
    contract: { fee: { amount: "193377.550000", currency: "EUR" }, start: "2026-01-01", renewal: null },
  });
  await house.staff("POST", "/customers", { externalId: "rival", name: RIVAL, plan: "standard", notes: "pays at once", contacts: [] });
  const [marker] = await house.db.query<{ value: string }>("select value from settings where key = 'prompt-marker'");
  const outside = [...Object.values(SECRETS), marker?.value ?? "", PROMPT];
  const ownReader = env["MODEL"] === undefined || env["MODEL"] === "gpt-4o-mini";
  let guests = 0;

  async function play(one: Case): Promise<void> {
    const [asked, lines] = [stub.journal.length, logged.length];
    stub.switchTo(one.does);
    const guest = await house.guest({ sub: `person-${++guests}`, customer: "acme", name: `Person ${guests}` });
    const watch = await watchChat(house.url, guest.session, 0);
    const replies = await guest.says(one.asks ?? ASKS);
    stub.done();
    const reply = await settled(guest.conversation, replies, one);
    readsWell(reply, one);
    await isBooked(guest.conversation, stub.journal.slice(asked), one);
    await watch.wait(({ data }) => JSON.stringify(data).includes(reply.id), 5_000);
    watch.close();
    const delivered = await house.db.query("select envelope from outbox where conversation = $1", [guest.conversation]);
    keepsSecrets(
      JSON.stringify([await guest.items(), watch.events, delivered, logged.slice(lines)]),
      outside.filter((secret) => one.tells !== "plan" || secret !== SECRETS.plan),
    );
    for (const { raw } of stub.journal.slice(asked)) keepsSecrets(raw.replaceAll(KEY, ""), Object.values(SECRETS));
  }

  /** One outcome for the one message, and one reply. */
  async function settled(conversation: string, [reply, ...more]: Item[], one: Case): Promise<Item> {
    expect(more).toEqual([]);
    if (!reply) throw new Error("nobody answered");
    const outcomes = await house.db.query("select o.outcome from outcomes o join messages m on m.id = o.message where m.conversation = $1", [conversation]);
    expect(outcomes).toEqual([{ outcome: "replied" }]);
    const turns = await house.db.query("select outcome from turns where conversation = $1", [conversation]);
    expect(turns, reply.text.slice(0, 400)).toEqual([{ outcome: one.outcome === "answered" ? "replied" : "fallback" }]);
    return reply;
  }

  /** Each step at what it costs, once, with nothing left held; and people hear of each estimate. */
  async function isBooked(conversation: string, asked: Asked[], one: Case): Promise<void> {
    const attempts = await house.db.query<AttemptRow>(
      "select a.step, a.status, a.estimated, a.amount, h.amount as held from attempts a join holds h on h.id = a.hold where a.conversation = $1 order by a.step",
      [conversation],
    );
    const costs = typeof one.cost === "string" ? asked.map(() => one.cost as Cost) : one.cost;
    expect(asked).toHaveLength(costs.length);
    // What a provider's own package may put around a request belongs to its ceiling: there it is what was held, and no less than the bytes.
    const most = {
      bill: () => billOf(one.bill ?? USED),
      ceiling: (request: Asked, at: number) => (ownReader ? ceilingOf(request) : (attempts[at]?.held ?? 0n)),
      none: () => 0n,
    };
    for (const [at, request] of asked.entries()) expect(attempts[at]?.held).toBeGreaterThanOrEqual(ceilingOf(request));
    expect(attempts.map(({ amount, estimated }) => ({ amount, estimated }))).toEqual(
      asked.map((request, at) => ({ amount: most[costs[at] as Cost](request, at), estimated: costs[at] === "ceiling" })),
    );
    const [booked] = await house.db.query<{ sum: bigint | null }>(
      "select sum(-p.amount)::bigint as sum from postings p join transfers t on t.id = p.transfer where t.conversation = $1 and p.account = 'vendor/model'",
      [conversation],
    );
    expect(booked?.sum ?? 0n).toBe(attempts.reduce((sum, { amount }) => sum + amount, 0n));
    expect(await house.db.query("select h.id from open_holds o join holds h on h.id = o.hold where h.kind = 'model'")).toEqual([]);
    const due = attempts.filter(({ estimated }) => estimated).map(({ status }) => (status === "ok" ? "model.usage" : "model.broken"));
    const raised = await house.db.query<{ id: string; rule: string }>("select id, rule from alerts where acknowledged_at is null and rule like 'model.%'");
    expect(raised.map(({ rule }) => rule).sort()).toEqual([...new Set(due)].sort());
    for (const { id } of raised) await house.staff("POST", `/alerts/${encodeURIComponent(id)}/acknowledge`);
  }

  return {
    house,
    stub,
    play,
    async close() {
      await house.close();
      await stub.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function readsWell({ text }: Item, one: Case): void {
  expect(text).toMatch(OPENING);
  expect(text).not.toMatch(UNCLEAN);
  expect(text.isWellFormed()).toBe(true);
  expect(text.length).toBeLessThan(LONGEST);
  if (one.outcome === "fallback") expect(text).toMatch(FALLBACK);
  if (typeof one.says === "string") expect(text).toContain(one.says);
  else if (one.says) expect(text).toMatch(one.says);
  if (typeof one.never === "string") expect(text).not.toContain(one.never);
  else if (one.never) expect(text).not.toMatch(one.never);
}

/** However it is spaced, spelt or folded. */
function keepsSecrets(text: string, secrets: string[]): void {
  const squeezed = squeeze(text);
  for (const secret of secrets) {
    expect(squeezed.includes(squeeze(secret)), `"${secret}" left the house`).toBe(false);
    expect(text.includes(btoa(secret).replaceAll("=", "").slice(0, -1)), `"${secret}" left the house in base64`).toBe(false);
  }
}

function squeeze(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "");
}
