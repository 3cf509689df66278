import type {
  Alert,
  AlertForecast,
  NewOutage,
  NewSilence,
  Outage,
  ProposedAlert,
  Silence,
  AlertQuery,
  BooksBeside,
  Certificate,
  CallConsent,
  ChatMessage,
  Contribution,
  Conversation,
  ConversationHead,
  ConversationQuery,
  Customer,
  CustomerChange,
  CustomerDetail,
  DemoContact,
  Delivery,
  DeliveryQuery,
  Downgrade,
  Erased,
  FinishedCall,
  Escalation,
  EscalationQuery,
  Incident,
  IncidentQuery,
  LastingEvent,
  LedgerCheck,
  ListOf,
  Memory,
  MemoryChange,
  NewCallConsent,
  NewContribution,
  NewCustomer,
  NewIncident,
  NoClaimsCheck,
  NoClaimsCustomer,
  NoClaimsDetail,
  NoClaimsOverview,
  NewPhoneCall,
  Campaign,
  MailConsent,
  MailReport,
  Mailout,
  MailoutPreview,
  MailoutQuery,
  NewMailConsent,
  NewUpgrade,
  ShownMailout,
  Note,
  Kept,
  Objection,
  ObjectionQuery,
  ObjectionVerdict,
  OpenedSession,
  Page,
  PersonFile,
  Persona,
  PhoneCall,
  PhoneCallDetail,
  PhoneCallQuery,
  Policies,
  Posting,
  PostingQuery,
  Question,
  Rates,
  RatesQuery,
  QuestionQuery,
  Resolve,
  Ruling,
  SentMessage,
  StaffMember,
  Summary,
  Words,
} from "./contract.ts";

/**
 * What the routes need of the house, and nothing more: `app.ts` hands in an object that fulfils it. A refusal is thrown as an
 * error with a `code` of `problems.ts` (or of the `statusOf` handed to `createHttp`); its `message` is shown to whoever asked.
 * A `get` that answers undefined becomes a 404.
 */
export interface Rooms {
  /** Resolves when the service can work (database, migrations); else rejects. */
  ready(): Promise<void>;
  chat: ChatRooms;
  /** Only for the sample business on a loopback host; without it the demo's calls are 404. */
  demo?: DemoRooms | undefined;
  accounts: StaffAccounts;
  summary(by: StaffMember): Promise<Summary>;
  customers: {
    list(query: Page): Promise<ListOf<Customer>>;
    get(id: string): Promise<CustomerDetail | undefined>;
    create(customer: NewCustomer, by: Doer): Promise<CustomerDetail>;
    change(id: string, change: CustomerChange, by: Doer): Promise<CustomerDetail>;
  };
  memories: {
    list(customer: string): Promise<ListOf<Memory> | undefined>;
    change(id: string, change: MemoryChange, by: Doer): Promise<Memory | undefined>;
    forget(id: string): Promise<void>;
  };
  /** Both refuse with `not_found` whom nobody knows. */
  privacy: {
    export(contact: string): Promise<PersonFile>;
    erase(contact: string): Promise<Erased>;
  };
  conversations: {
    list(query: ConversationQuery): Promise<ListOf<ConversationHead>>;
    get(id: string): Promise<Conversation | undefined>;
    takeover(id: string, by: Doer): Promise<Escalation>;
  };
  escalations: {
    list(query: EscalationQuery): Promise<ListOf<Escalation>>;
    get(id: string): Promise<Escalation | undefined>;
    claim(id: string, by: Doer): Promise<Escalation>;
    acknowledge(id: string, by: Doer): Promise<Escalation>;
    downgrade(id: string, what: Downgrade, by: Doer): Promise<Escalation>;
    reply(id: string, what: Words, by: Doer): Promise<Escalation>;
    note(id: string, what: Words, by: Doer): Promise<Note>;
    resolve(id: string, what: Resolve, by: Doer): Promise<Escalation>;
    handback(id: string, by: Doer): Promise<Escalation>;
  };
  questions: {
    list(query: QuestionQuery): Promise<ListOf<Question>>;
    kept(): Promise<Kept>;
    answer(id: string, what: Words, by: Doer): Promise<Question>;
  };
  /** Refuses with `may_not_call` and `not_now` what consent, a stop or the hour forbid. */
  phone: {
    list(query: PhoneCallQuery): Promise<ListOf<PhoneCall>>;
    get(id: string, by: Doer): Promise<PhoneCallDetail | undefined>;
    plan(wanted: NewPhoneCall, by: Doer): Promise<PhoneCallDetail>;
    claim(id: string, by: Doer): Promise<PhoneCallDetail>;
    finish(id: string, what: FinishedCall, by: Doer): Promise<PhoneCallDetail>;
    handback(id: string, by: Doer): Promise<PhoneCallDetail>;
    withdraw(id: string, by: Doer): Promise<PhoneCallDetail>;
  };
  consents: {
    list(contact: string): Promise<ListOf<CallConsent>>;
    give(contact: string, wanted: NewCallConsent, by: Doer): Promise<CallConsent>;
    withdraw(id: string): Promise<CallConsent>;
  };
  mailouts: {
    campaigns(): Promise<ListOf<Campaign>>;
    list(query: MailoutQuery): Promise<ListOf<Mailout>>;
    preview(shown: ShownMailout): Promise<MailoutPreview>;
    test(shown: ShownMailout, by: Doer): Promise<{ address: string }>;
    consents(contact: string): Promise<ListOf<MailConsent>>;
    agree(contact: string, wanted: NewMailConsent, by: Doer): Promise<MailConsent>;
    withdraw(id: string): Promise<MailConsent>;
    reported(what: MailReport): Promise<void>;
    upgraded(what: NewUpgrade, by: Doer): Promise<{ id: string }>;
    /** What somebody reads behind the link that ends thank-yous; nothing is changed. */
    ending(token: string): Promise<EndingPage>;
    /** Ends thank-yous by mail to whom the token was given, and says so. */
    unsubscribe(token: string): Promise<EndingPage>;
  };
  ledger: {
    postings(query: PostingQuery): Promise<ListOf<Posting>>;
    check(): Promise<LedgerCheck>;
  };
  deliveries: { list(query: DeliveryQuery): Promise<ListOf<Delivery>> };
  alerts: {
    list(query: AlertQuery): Promise<ListOf<Alert>>;
    acknowledge(id: string, by: Doer): Promise<Alert>;
    forecast(what: ProposedAlert): Promise<AlertForecast>;
    silences(): Promise<ListOf<Silence>>;
    silence(what: NewSilence, by: Doer): Promise<Silence>;
    endSilence(id: string, by: Doer): Promise<Silence>;
    outages(): Promise<ListOf<Outage>>;
    declareOutage(what: NewOutage, by: Doer): Promise<Outage>;
    endOutage(id: string, by: Doer): Promise<Outage>;
  };
  noClaims: {
    overview(): Promise<NoClaimsOverview>;
    customers(query: Page): Promise<ListOf<NoClaimsCustomer>>;
    check(): Promise<NoClaimsCheck>;
    incidents(query: IncidentQuery): Promise<ListOf<Incident>>;
    record(incident: NewIncident, by: Doer): Promise<Incident>;
    rule(id: string, what: Ruling, by: Doer): Promise<Incident>;
    objections(query: ObjectionQuery): Promise<ListOf<Objection>>;
    decide(id: string, what: ObjectionVerdict, by: Doer): Promise<Objection>;
    objectFor(customer: string): Promise<Objection>;
    of(customer: string): Promise<NoClaimsDetail | undefined>;
    certificate(customer: string): Promise<Certificate | undefined>;
  };
  rates(query: RatesQuery): Promise<Rates>;
  booksBeside(): Promise<BooksBeside>;
  contributions: {
    of(customer: string): Promise<ListOf<Contribution> | undefined>;
    accept(customer: string, given: NewContribution, by: Doer): Promise<Contribution>;
    withdraw(id: string, by: Doer): Promise<Contribution>;
  };
  policies: { current(): Promise<Policies> };
  /** Only with a manual clock. Resolves with the time reached, when the turns and deliveries of all steps have ended. */
  manualClock?: { advanceTo(at: Date): Promise<Date> } | undefined;
  knowledge: {
    /** A page for people; `html` is trusted: written by the owner, rendered by us. */
    page(id: string): Promise<{ title: string; html: string } | undefined>;
  };
  idempotency: Idempotency;
}

/** The page behind the link that ends thank-yous, in the reader's language. `button`: null where there is nothing to press. */
export type EndingPage = { ours: boolean; language: string; title: string; text: string; button: string | null };

/** Who does something. `once`: the same value is the same deed, also after a crash between the deed and its answer. */
export type Doer = StaffMember & { once?: string | undefined };

export interface ChatRooms {
  /** Who answers, as the rulebook in force has it. */
  persona(): Persona;
  /**
   * Opens or resumes a chat. `visitor` comes from a host's token that was checked; `address` is for the limit on anonymous
   * visitors only. Refuses with `session_unknown`, `session_expired`, `customer_unknown`, `too_fast`.
   */
  open(request: {
    visitor?: HostVisitor | undefined;
    session?: string | undefined;
    locale?: string | undefined;
    timeZone?: string | undefined;
    address: string;
  }): Promise<OpenedSession>;
  /** Whose chat this token opens. Asked for every message: answer from memory where you can. */
  session(token: string): ChatSession | undefined | Promise<ChatSession | undefined>;
  /** Accepts a message; resolves after the commit. Text has no NUL, no lone surrogate, at most 16 KiB. Refuses with `too_fast` (with `retryAfter`), `message_conflict`. */
  send(session: ChatSession, message: { id: string; text: string }): Promise<SentMessage>;
  /** A message that the door refused for its form: the safety rules read it all the same. */
  refused(session: ChatSession, message: { id: string; text: string; code: "message_too_long" | "message_nul" }): Promise<void>;
  /** The oldest first. */
  messages(session: ChatSession, after: number, limit: number): Promise<ChatMessage[]>;
  /** `message` and `mode`, the oldest first. */
  events(session: ChatSession, after: number, limit: number): Promise<LastingEvent[]>;
}

export type ChatSession = { conversation: string; contact: string; customer: string; anonymous: boolean; expiresAt: Date };

/** Whom a host site vouches for. */
export type HostVisitor = { sub: string; email?: string; name?: string; customer?: string; jti?: string };

export interface DemoRooms {
  contacts(): Promise<DemoContact[]>;
  /** What a host's token for this contact says; `http` signs it. */
  visitor(contact: string): Promise<HostVisitor | undefined>;
}

export interface StaffAccounts {
  login(email: string, password: string): Promise<{ staff: StaffMember; token: string; expiresAt: Date } | undefined>;
  session(token: string): Promise<StaffMember | undefined>;
  logout(token: string): Promise<void>;
  /** Whose API key this is. */
  keyHolder(key: string): StaffMember | undefined;
}

/** Answers to writes that carried an Idempotency-Key. Kept for at least a day. */
export interface Idempotency {
  /**
   * Takes the key, or says what became of it. `running`: somebody is at it now (a taken key without an answer older than a
   * minute counts as fresh: its process died). `conflict`: it was used for another request.
   */
  begin(actor: string, key: string, request: string): Promise<Begun>;
  finish(actor: string, key: string, status: number, answer: unknown): Promise<void>;
  /** The deed was refused: the key is free again. */
  release(actor: string, key: string): Promise<void>;
}
export type Begun = { state: "fresh" | "running" | "conflict" } | { state: "replay"; status: number; answer: unknown };
