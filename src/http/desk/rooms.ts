import type { Memories } from "../../avatar/index.ts";
import type { Alerts, Contributions, Mailouts, NoClaims, Phone, Rates } from "../../care/index.ts";
import type { Deliveries, Overview, Questions, Reminders, Receiver, Sessions, Threads } from "../../conversations/index.ts";
import type { Consents, Customers } from "../../customers/index.ts";
import type { Escalations } from "../../escalations/index.ts";
import type { BooksBeside } from "../../forecast/index.ts";
import type { Knowledge } from "../../knowledge/index.ts";
import type { Ledger } from "../../ledger/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Windows } from "../../platform/rate.ts";
import type { Privacy } from "../../privacy/index.ts";
import type { SafetyClass } from "../../policies/index.ts";
import type { Rulebook } from "../../rulebook/index.ts";
import type { Idempotency, Rooms, StaffAccounts } from "../rooms.ts";

/** The house's rooms, as the desk uses them to answer the outside. */
export type DeskRooms = {
  clock: Clock;
  rulebook: Pick<Rulebook, "current" | "decisionsOf" | "inForce">;
  customers: Pick<
    Customers,
    | "list"
    | "get"
    | "named"
    | "create"
    | "update"
    | "contact"
    | "sampleContacts"
    | "visitorContact"
    | "livesIn"
    | "hostContact"
    | "episodeCounts"
    | "episodesByCause"
  >;
  ledger: Pick<Ledger, "budgetOf" | "costsSince" | "postings" | "check">;
  conversations: {
    sessions: Pick<Sessions, "open" | "find" | "cached">;
    threads: Pick<Threads, "get" | "list" | "items" | "stream" | "turns">;
    questions: Pick<Questions, "get" | "list" | "openIn">;
    reminders: Pick<Reminders, "of">;
    receive: Pick<Receiver, "take">;
    deliveries: Deliveries;
    overview: Overview;
  };
  escalations: Pick<
    Escalations,
    | "list"
    | "get"
    | "counts"
    | "latestOf"
    | "raise"
    | "takeover"
    | "claim"
    | "acknowledge"
    | "downgrade"
    | "reply"
    | "note"
    | "resolve"
    | "handback"
    | "answerQuestion"
    | "kept"
  >;
  alerts: Pick<Alerts, "list" | "find" | "acknowledge" | "firing" | "mutes" | "counting">;
  noClaims: NoClaims;
  rates: Rates;
  booksBeside: () => Promise<BooksBeside>;
  mailouts: Pick<
    Mailouts,
    "campaigns" | "list" | "find" | "preview" | "test" | "consents" | "agree" | "withdraw" | "reported" | "upgraded" | "ending" | "unsubscribe"
  >;
  contributions: Pick<Contributions, "of" | "accept" | "withdraw">;
  phone: Pick<Phone, "list" | "get" | "find" | "plan" | "claim" | "finish" | "handback" | "withdraw" | "waiting">;
  consents: Pick<Consents, "calls" | "giveCall" | "withdrawCall">;
  accounts: StaffAccounts;
  memories: Pick<Memories, "list" | "change" | "forget">;
  privacy: Pick<Privacy, "export" | "erase">;
  knowledge: Pick<Knowledge, "page">;
  /** safety matters in a text, by rule */
  detectSafety: (text: string) => { rule: string; class: SafetyClass }[];
  windows: Windows;
  idempotency: Idempotency;
  /** the sample business may be talked to by anybody here: a loopback host */
  demo: boolean;
  manualClock?: Rooms["manualClock"];
};
