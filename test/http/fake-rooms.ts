import type {
  ChatMessage,
  Conversation,
  CustomerDetail,
  Escalation,
  LastingEvent,
  Memory,
  OpenedSession,
  PersonFile,
  Question,
  StaffMember,
} from "../../src/http/contract.ts";
import { contributions } from "./fake-contributions.ts";
import { noClaims } from "./fake-no-claims.ts";
import { fakeMailouts } from "./fake-mailouts.ts";
import { fakePhone } from "./fake-phone.ts";
import type { Begun, ChatSession, HostVisitor, Rooms } from "../../src/http/rooms.ts";

export const T0 = new Date("2026-11-22T09:00:00.000Z");
const at = T0.toISOString();
const hit = { customers: 1, people: 2 };
const euro = { amount: "1.000000", currency: "EUR" };
const figures = {
  alerts: { ...hit, fired: 3 },
  thanks: { ...hit, sent: 1, heldOut: 0, cost: euro },
  discounts: { ...hit, granted: euro, lost: euro },
  serving: euro,
};
const money = { amount: "25.000000", currency: "EUR" };
const named = { id: "cus_1", name: "Aurora" };

export const OWNER_KEY = "key-of-an-owner-0123456789";
export const owner: StaffMember = { id: "staff_1", name: "Olga", email: "olga@example.test", role: "owner" };
export const agent: StaffMember = { id: "staff_2", name: "Ada", email: "ada@example.test", role: "agent" };

const FACE = {
  skin: "#5b3a29",
  hair: "curls",
  hairColour: "#1d1412",
  clothes: "blazer",
  clothesColour: "#38507a",
  glasses: "round",
  background: "#f4c95d",
} as const;

export const customer: CustomerDetail = {
  ...named,
  externalId: null,
  plan: "premium",
  sample: true,
  notes: "",
  contract: { fee: money, start: "2026-01-01", renewal: null },
  contacts: [{ id: "con_1", name: "Ana", email: "ana@example.test" }],
  budget: {
    account: "customer/cus_1/budget",
    currency: "EUR",
    from: at,
    to: at,
    granted: "475.000000",
    held: "0.000000",
    spent: "0.000000",
    left: "475.000000",
  },
  episodes: { last7Days: 1 },
  cost: { thisPeriod: "0.000000", currency: "EUR" },
  causes: [{ cause: "backup", episodes: 1, cost: money }],
};

const file: PersonFile = {
  exportedAt: at,
  person: { id: "con_1", name: "Ana", email: null, language: "en", since: at, erasedAt: null, knownAs: [] },
  customer: { id: "cus_1", name: "Aurora", plan: "premium" },
  remembered: [],
  conversations: [],
  reminders: [],
  openQuestions: [],
  mayCall: [],
  mayThankByMail: [],
  thankYouMails: [],
  contributions: [],
  phoneCalls: [],
  requestsForAPerson: [],
};

export const escalation: Escalation = {
  id: "esc_1",
  verdict: "granted",
  state: "open",
  class: "request",
  customer: { ...named, plan: "premium" },
  contact: { id: "con_1", name: "Ana" },
  conversation: "conv_1",
  question: "A human, please",
  reasons: [{ code: "within_budget", text: "The budget covers it." }],
  decision: "dec_1",
  estimate: money,
  hold: { id: "hold_1", ...money },
  payer: "customer/cus_1/budget",
  dueAt: at,
  claimedBy: null,
  claimedAt: null,
  acknowledgedBy: null,
  acknowledgedAt: null,
  downgraded: null,
  minutes: null,
  outcome: null,
  look: null,
  createdAt: at,
  endedAt: null,
};

const question: Question = {
  id: "q_1",
  conversation: "conv_1",
  customer: named,
  text: "When?",
  askedBy: { id: "con_1", name: "Ana" },
  cause: "deferred",
  dueAt: at,
  state: "open",
  answeredBy: null,
  createdAt: at,
  closedAt: null,
};

const conversation: Conversation = {
  id: "conv_1",
  channel: "web",
  mode: "avatar",
  customer: { ...named, plan: "premium" },
  contact: { id: "con_1", name: "Ana" },
  lastText: "Hello",
  mood: null,
  lastAt: at,
  createdAt: at,
  messages: [],
  turns: [],
  decisions: [],
  costs: [],
  notes: [],
  escalation,
  reminders: [],
  questions: [question],
  cost: money,
};

const memory: Memory = {
  id: "mem_1",
  contact: { id: "con_1", name: "Ana" },
  fact: "prefers short answers",
  shared: false,
  confidence: "said",
  conversation: "conv_1",
  notedAt: at,
  expiresAt: at,
  editedBy: null,
};

class Refusal extends Error {
  readonly code: string;
  readonly retryAfter: number | undefined;
  constructor(code: string, message: string, retryAfter?: number) {
    super(message);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** Rooms in memory. What the tests look at is public: what was accepted, refused and done. */
export type FakeRooms = Rooms & {
  accepted: { conversation: string; id: string; text: string }[];
  refusals: { text: string; code: string }[];
  visitors: (HostVisitor | undefined)[];
  deeds: { deed: string; id: string; once: string | undefined }[];
  log: Map<string, LastingEvent[]>;
  sessions: Map<string, ChatSession>;
  staffSessions: Map<string, StaffMember>;
  /** what `send` rejects with next */
  fault: Error | undefined;
  /** the messages that a session may send */
  allowance: number;
};

export function message(seq: number, extra: Partial<ChatMessage> = {}): LastingEvent & { type: "message" } {
  return { type: "message", seq, id: `m${seq}`, from: "avatar", name: "Robin", text: `text ${seq}`, sources: [], at, inReplyTo: [], ...extra };
}

export function fakeRooms(): FakeRooms {
  const log = new Map<string, LastingEvent[]>();
  const keys = new Map<string, { request: string; status: number; answer: unknown }>();
  let opened = 0;
  const list =
    <Item>(item: Item) =>
    async () => ({ items: [item], next: null });
  const act =
    (deed: string) =>
    async (id: string, ...rest: unknown[]) => {
      rooms.deeds.push({ deed, id, once: (rest.at(-1) as { once?: string }).once });
      if (id === "esc_held") throw new Refusal("held_by_other", "Ada holds it.");
      return { ...escalation, id };
    };
  const rooms: FakeRooms = {
    accepted: [],
    refusals: [],
    memories: { list: list(memory), change: async () => memory, forget: async () => undefined },
    privacy: {
      export: async (id) => ({ ...file, person: { ...file.person, id } }),
      erase: async (contact) => ({ contact, customer: "cus_1", at, conversations: 1, messages: 2 }),
    },
    noClaims,
    contributions,
    booksBeside: async () => ({ days: 182, years: 5, same: false, inForce: figures, toTheLetter: figures }),
    rates: async () => ({ from: at, to: at, least: 10, tables: [{ by: "known", groups: [], small: 1 }] }),
    ...fakePhone(),
    mailouts: fakeMailouts(),
    visitors: [],
    deeds: [],
    log,
    sessions: new Map([
      ["alive", { conversation: "conv_1", contact: "con_1", customer: "cus_1", anonymous: false, expiresAt: new Date(T0.getTime() + 3600_000) }],
      ["other", { conversation: "conv_2", contact: "con_2", customer: "cus_2", anonymous: true, expiresAt: new Date(T0.getTime() + 3600_000) }],
      ["expired", { conversation: "conv_3", contact: "con_3", customer: "cus_3", anonymous: true, expiresAt: new Date(T0.getTime() - 1) }],
    ]),
    staffSessions: new Map([
      ["olgas-cookie", owner],
      ["adas-cookie", agent],
    ]),
    fault: undefined,
    allowance: Number.POSITIVE_INFINITY,
    ready: async () => undefined,
    chat: {
      persona: () => ({ name: "Robin", ai: true, face: FACE }),
      async open({ visitor }): Promise<OpenedSession> {
        rooms.visitors.push(visitor);
        return {
          session: `session-${++opened}`,
          conversation: `conv_new_${opened}`,
          contact: { known: visitor !== undefined },
          persona: { name: "Robin", ai: true },
          mode: { mode: "avatar" },
        };
      },
      session: (token) => rooms.sessions.get(token),
      async send(session, { id, text }) {
        if (rooms.fault) throw rooms.fault;
        if (rooms.accepted.length >= rooms.allowance) throw new Refusal("too_fast", "Wait a moment, please.", 7.2);
        rooms.accepted.push({ conversation: session.conversation, id, text });
        return { id, seq: rooms.accepted.length };
      },
      async refused(_, { text, code }) {
        rooms.refusals.push({ text, code });
      },
      async messages({ conversation: id }, after, limit) {
        return (log.get(id) ?? [])
          .filter((event) => event.type === "message" && event.seq > after)
          .slice(0, limit)
          .map(({ type: _type, ...item }) => item as ChatMessage);
      },
      async events({ conversation: id }, after, limit) {
        await new Promise((resolve) => setImmediate(resolve));
        return (log.get(id) ?? []).filter(({ seq }) => seq > after).slice(0, limit);
      },
    },
    demo: {
      contacts: async () => [{ id: "con_1", name: "Ana", customer: "Aurora", plan: "premium" }],
      visitor: async (id) => (id === "con_1" ? { sub: "demo-ana", name: "Ana", customer: "cus_1" } : undefined),
    },
    accounts: {
      async login(email, password) {
        if (email !== owner.email || password !== "right") return undefined;
        rooms.staffSessions.set("new-cookie", owner);
        return { staff: owner, token: "new-cookie", expiresAt: new Date(T0.getTime() + 7 * 24 * 3600_000) };
      },
      session: async (token) => rooms.staffSessions.get(token),
      logout: async (token) => void rooms.staffSessions.delete(token),
      keyHolder: (key) => (key === OWNER_KEY ? owner : undefined),
    },
    summary: async () => ({
      escalations: { open: 1, overridden: 0, mine: 0 },
      questions: { open: 1, overdue: 0 },
      alerts: { firing: 0 },
      deliveries: { unknown: 0 },
      phoneCalls: { waiting: 0 },
      objections: { open: 0, overdue: 0 },
    }),
    customers: { list: list(customer), get: async (id) => (id === "cus_1" ? customer : undefined), create: async () => customer, change: async () => customer },
    conversations: {
      list: list({ ...conversation, escalation: { id: "esc_1", state: "open" as const, verdict: "granted" as const } }),
      get: async (id) => (id === "conv_1" ? conversation : undefined),
      takeover: act("takeover"),
    },
    escalations: {
      list: list(escalation),
      get: async (id) => (id === "esc_1" ? escalation : undefined),
      claim: act("claim"),
      acknowledge: act("acknowledge"),
      downgrade: act("downgrade"),
      reply: act("reply"),
      note: async (id, { text }, by) => ({ id: "note_1", escalation: id, by: { id: by.id, name: by.name }, text, at }),
      resolve: act("resolve"),
      handback: act("handback"),
    },
    questions: {
      list: list(question),
      kept: async () => ({
        items: [{ month: "2026-11", people: 2, answered: 1, share: 0.5, questions: { page: 1, staff: 0, look: 0, plainNo: 1, late: 0 } }],
        next: null,
        capacity: { looks: 12, byHours: 0, inAll: 12, asked: null },
      }),
      answer: async () => question,
    },
    ledger: {
      postings: list({
        id: "1",
        transfer: "tr_1",
        account: "vendor/model",
        amount: "-0.000001",
        currency: "EUR",
        kind: "model",
        cause: "backup",
        customer: "cus_1",
        conversation: null,
        turn: null,
        at,
        reverses: null,
      }),
      check: async () => ({ balanced: true, postings: 2, accounts: 2, differences: [] }),
    },
    deliveries: {
      list: list({
        id: "out_1",
        channel: "slack",
        conversation: "conv_1",
        message: "m1",
        kind: "reply",
        state: "unknown" as const,
        attempts: 1,
        error: "timeout",
        createdAt: at,
      }),
    },
    alerts: {
      list: list(alert),
      acknowledge: async (id, by) => ({ ...alert, id, acknowledgedBy: { id: by.id, name: by.name }, acknowledgedAt: at }),
      forecast: async () => ({ rule: "limit", customers: 1, falseAlarmsPerMonth: 0.5, since: at, wouldHaveFired: [] }),
      silences: list(silence),
      silence: async () => silence,
      endSilence: async (id) => ({ ...silence, id }),
      outages: list(outage),
      declareOutage: async () => outage,
      endOutage: async (id) => ({ ...outage, id, until: at }),
    },
    policies: { current: async () => ({ version: "v1", activatedAt: at, text: "plans: {}" }) },
    manualClock: { advanceTo: async (to) => to },
    knowledge: { page: async (id) => (id === "backup" ? { title: "Back <up>", html: "<p>Do it.</p>" } : undefined) },
    idempotency: {
      async begin(actor, key, request): Promise<Begun> {
        const known = keys.get(`${actor} ${key}`);
        if (!known) {
          keys.set(`${actor} ${key}`, { request, status: 0, answer: null });
          return { state: "fresh" };
        }
        if (known.request !== request) return { state: "conflict" };
        return known.status === 0 ? { state: "running" } : { state: "replay", status: known.status, answer: known.answer };
      },
      async finish(actor, key, status, answer) {
        const known = keys.get(`${actor} ${key}`);
        if (known) Object.assign(known, { status, answer: JSON.parse(JSON.stringify(answer)) as unknown });
      },
      release: async (actor, key) => void keys.delete(`${actor} ${key}`),
    },
  };
  return rooms;
}

const alert = {
  id: "al_1",
  rule: "limit",
  customer: named,
  state: "firing" as const,
  value: 4,
  limit: 3,
  expected: null,
  episodes: [],
  counted: [],
  text: "4 episodes",
  may: [],
  at,
  firedAt: at,
  toldAt: at,
  resolvedAt: null,
  silenced: null,
  outage: false,
  acknowledgedBy: null,
  acknowledgedAt: null,
};
const silence = { id: "sil_1", rule: "limit", customer: null, by: named, from: at, until: at };
const outage = { id: "outage_1", cause: "backup", from: at, until: null, by: named };
