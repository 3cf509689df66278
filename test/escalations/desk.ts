import { createAlerts, createContributions, createNoClaims, createPost } from "../../src/care/index.ts";
import { createTexts, languageOf as textLanguage } from "../../src/avatar/texts.ts";
import type { Mailer } from "../../src/care/mailer.ts";
import type { AlertCard, ChatItem, Delivered, Envelope, EscalationCard } from "../../src/conversations/channel.ts";
import { createInbox, createOutbox, createQuestions, createThreads, createTurns, type Answer, type Turn } from "../../src/conversations/index.ts";
import { createCustomers, type Customers } from "../../src/customers/index.ts";
import { createEscalations, type Doer, type EscalationRequest, type Requested } from "../../src/escalations/index.ts";
import { createLedger, customerBudget, type Calendar, type Ledger } from "../../src/ledger/index.ts";
import { manualClock } from "../../src/platform/clock.ts";
import { applyWrites } from "../../src/platform/commit.ts";
import type { Database } from "../../src/platform/database.ts";
import { randomIds } from "../../src/platform/ids.ts";
import { memoryLive, type LiveEvent } from "../../src/platform/live.ts";
import { createLog } from "../../src/platform/log.ts";
import { createTimers } from "../../src/platform/timers.ts";
import { nextPeriod, periodBounds, periodOf } from "../../src/policies/index.ts";
import { createRulebook } from "../../src/rulebook/index.ts";
import { openTestDatabase } from "../support/database.ts";

/** Monday, 23 November 2026, 10:00 in Berlin: people are at work. */
export const MONDAY = new Date("2026-11-23T09:00:00.000Z");
export const BEN: Doer = { id: "staff_ben", name: "Ben Ortiz" };
export const ZOE: Doer = { id: "slack:T1:U9", name: "Zoe Marsh" };

/** What a contact's message asks of the avatar. */
export type Wish = Partial<Pick<EscalationRequest, "by" | "safety">>;
export type Desk = Awaited<ReturnType<typeof openDesk>>;

/** The house around escalations, all real but the model: a message is answered by what its test wishes for. */
export async function openDesk(start: Date = MONDAY, more: { policies?: string; db?: Database; mailer?: Pick<Mailer, "send"> } = {}) {
  const db = more.db ?? (await openTestDatabase());
  const clock = manualClock(start);
  const ids = randomIds(() => clock.now().getTime());
  const log = createLog("silent");
  const live = memoryLive();
  const hints: LiveEvent[] = [];
  live.subscribe("staff", (event) => hints.push(event));
  const rulebook = await createRulebook({ db, clock, ids, file: more.policies ?? "policies.yaml" });
  const zone = () => rulebook.current().book.business.timeZone;
  const calendar: Calendar = {
    periodOf: (at) => periodOf(at.getTime(), zone()),
    bounds: (period) => ({ from: new Date(periodBounds(period, zone()).from), to: new Date(periodBounds(period, zone()).to) }),
    next: nextPeriod,
  };
  const ledger: Ledger = createLedger({ db, clock, ids, log, calendar, ruleOf: (account) => customers.grantRule(account) });
  const customers: Customers = createCustomers({ db, clock, ids, rulebook, currency: "EUR", openPeriod: (account) => ledger.openPeriod(account) });
  await ledger.openBooks("EUR");
  await customers.ensureVisitors();

  const delivered: { channel: string; envelope: Envelope }[] = [];
  const outcomes = new Map<string, Delivered>();
  let ways = ["webhook", "mail"];
  const outbox = createOutbox({
    db,
    clock,
    ids,
    log,
    deliver: async (channel, envelope) => {
      delivered.push({ channel, envelope: structuredClone(envelope) });
      return outcomes.get(channel) ?? { state: "delivered" };
    },
  });
  const questions = createQuestions({ db, clock, ids });
  const texts = await createTexts({ directory: "prompts/texts", clock, timeZone: zone });
  const publicUrl = "https://desk.example";
  const alerts = createAlerts({ db, clock, ids, live, rulebook, outbox, publicUrl, ways: () => ways, say: texts.render });
  const threads = createThreads({ db, clock, ids, outbox, interrupt: (turn) => turns.interrupt(turn) });
  const escalations = createEscalations({
    db,
    clock,
    ids,
    log,
    live,
    ledger,
    rulebook,
    threads,
    outbox,
    questions,
    alerts,
    publicUrl,
    ways: () => ways,
    say: texts.render,
    known: async () => [],
  });
  const post = createPost({ log, mailer: more.mailer ?? { send: async () => ({ state: "retry", reply: "there is no server" }) } });
  const noClaims = createNoClaims({
    db,
    clock,
    ids,
    rulebook,
    threads,
    alerts,
    say: texts.render,
    languageOf: textLanguage,
    signing: ids.secret(),
    post,
    secret: () => "a secret of this house",
    sends: more.mailer !== undefined,
  });
  const contributions = createContributions({ db, clock, ids, ledger, rulebook, threads, say: texts.render });
  const timers = createTimers({ db, clock, log });
  contributions.registerTimers(timers);
  noClaims.registerTimers(timers);
  escalations.registerTimers(timers);
  alerts.registerTimers(timers);
  const questionsDue: string[] = [];
  timers.on("question.due", async (ref) => (questionsDue.push(ref), []));

  const wishes = new Map<string, Wish>();
  const answered: Requested[] = [];
  /** What happens between the decision and the commit of a turn. */
  let meanwhile: (turn: Turn) => Promise<void> = async () => {};
  async function answer(turn: Turn): Promise<Answer> {
    const wish = wishes.get(turn.conversation.id);
    const requested = wish ? await escalations.request(requestOf(turn, wish)) : undefined;
    if (requested) answered.push(requested);
    await meanwhile(turn);
    const text = requested ? texts.render(requested.slot.key, turn.conversation.locale, requested.slot.vars) : "Here is what I know.";
    return {
      reply: { text, modelText: "[note from the service]", sources: [], name: "Marla", disclosed: true },
      outcome: "replied" as const,
      model: null,
      prompt: null,
      rulebook: rulebook.current().version,
      drafts: 0,
      discards: 0,
      writes: requested?.writes ?? [],
      late: [],
      ...(requested ? { after: requested.sent } : {}),
    };
  }
  const turns = createTurns({
    db,
    clock,
    ids,
    log,
    live,
    outbox,
    process: "test",
    leaseMs: 15_000,
    answer,
    abandon: async (turn) => ledger.abandon(await ledger.openHoldsOf(turn), "crashed"),
    applyLate: (writes) => applyWrites(db, writes),
  });
  const inbox = createInbox({ db, clock, ids, process: "test", leaseMs: 15_000, episodes: () => rulebook.current().book.episodes });

  function requestOf(turn: Turn, wish: Wish): EscalationRequest {
    return {
      conversation: turn.conversation.id,
      turn: turn.turn,
      plan: turn.customer.plan,
      currency: turn.contract?.currency ?? "EUR",
      by: wish.by === undefined ? "contact" : wish.by,
      safety: wish.safety ?? [],
      budget: turn.budget && { balance: BigInt(turn.budget.balance), held: BigInt(turn.budget.held) },
      message: turn.covers.at(-1)?.id ?? null,
      known: ["backup@1"],
      responseMinutes: turn.contract?.responseMinutes ?? null,
    };
  }

  /** A customer with one contact. `fee` in euro a month. */
  async function customer(plan: string, more: { fee?: number; name?: string; responseMinutes?: number; locale?: string; start?: string } = {}) {
    const contract =
      plan === "community"
        ? null
        : { fee: BigInt(more.fee ?? 290) * 1_000_000n, start: more.start ?? "2026-01-01", responseMinutes: more.responseMinutes ?? null };
    const made = await customers.create({
      name: more.name ?? "Oakfold Libraries",
      plan,
      contract,
      contacts: [{ name: "Gwendolyn Pryce", email: null, locale: more.locale ?? null }],
    });
    const contact = made.contacts[0]?.id ?? "";
    return { id: made.id, contact, budget: () => ledger.budgetOf(customerBudget(made.id)), opens: () => conversation(made.id, contact, more.locale ?? null) };
  }

  async function conversation(customer: string, contact: string, locale: string | null) {
    const id = ids.next("cv");
    await db.query(
      "insert into conversations (id, channel, thread, customer, contact, locale, created_at, last_at) values ($1, 'web', $1, $2, $3, $4, $5, $5)",
      [id, customer, contact, locale, clock.now()],
    );
    const whose = { conversation: id, customer };
    return {
      id,
      /** Says something and waits for its turn. */
      async says(text: string, wish?: Wish, topic = "backup") {
        if (wish) wishes.set(id, wish);
        else wishes.delete(id);
        const publicId = ids.next("c");
        const cause = { topic, errorCode: null, productVersion: null };
        const received = await inbox.accept({ conversation: id, channel: "web", publicId, externalId: publicId, text, cause, joins: true });
        if (received.claimed) await turns.start(received.claimed);
        await settled();
      },
      items: (): Promise<(ChatItem & { turn: string | null })[]> => threads.items(whose, 0, 100),
      said: async () => (await threads.items(whose, 0, 100)).map((item) => `${item.from}: ${item.text}`),
      last: async () => (await threads.items(whose, 0, 100)).at(-1),
      mode: async () => (await threads.get(id))?.mode,
      escalation: () => escalations.latestOf(id),
    };
  }

  async function settled(): Promise<void> {
    await turns.idle();
    await escalations.idle();
    await outbox.idle();
    await post.idle();
  }

  /** Moves the clock from due timer to due timer, as the service does. */
  async function advance(to: Date): Promise<void> {
    for (;;) {
      const next = await timers.next();
      if (!next || next > to) break;
      clock.moveTo(next);
      await timers.run();
      await outbox.run();
      await settled();
    }
    clock.moveTo(to);
  }

  function notices(kind: "escalation"): EscalationCard[];
  function notices(kind: "alert"): AlertCard[];
  function notices(kind: "escalation" | "alert") {
    return delivered
      .filter(({ channel, envelope }) => channel === "webhook" && envelope.kind === kind)
      .map(({ envelope }) => (envelope as { card: unknown }).card);
  }

  return {
    db,
    clock,
    ledger,
    rulebook,
    threads,
    questions,
    alerts,
    noClaims,
    contributions,
    customers,
    escalations,
    timers,
    texts,
    outbox,
    live,
    customer,
    advance,
    settled,
    notices,
    delivered,
    hints,
    answered,
    questionsDue,
    requestOf,
    useWays: (names: string[]) => void (ways = names),
    breaks: (channel: string, result: Delivered) => void outcomes.set(channel, result),
    meanwhile: (what: typeof meanwhile) => void (meanwhile = what),
    /** The sum on an account, in cents. */
    cents: async (account: string) =>
      Number(((await db.query<{ balance: bigint }>("select balance from accounts where id = $1", [account]))[0]?.balance ?? 0n) / 10_000n),
    async close() {
      await settled();
      const check = await ledger.check();
      await db.close();
      if (!check.balanced) throw new Error(`The ledger does not balance: ${JSON.stringify(check.differences)}`);
    },
  };
}

export function minutes(count: number, from: Date = MONDAY): Date {
  return new Date(from.getTime() + count * 60_000);
}
