import type { Incident, Objection } from "../../src/http/contract.ts";
import type { Rooms } from "../../src/http/rooms.ts";

/** One customer's no-claims discount in memory, in the contract's shapes. */

const at = "2026-11-22T09:00:00.000Z";
const money = { amount: "25.000000", currency: "EUR" };
const named = { id: "cus_1", name: "Aurora" };

const objection: Objection = {
  id: "obj_1",
  customer: named,
  conversation: null,
  incidents: [],
  about: [],
  state: "open",
  dueAt: at,
  at,
  decidedAt: null,
};

const incident: Incident = {
  id: "inc_1",
  customer: named,
  kind: "crash",
  security: false,
  fault: "unknown",
  happenedAt: at,
  deadline: at,
  cost: money,
  escalation: null,
  conversation: null,
};

export const noClaims: Rooms["noClaims"] = {
  overview: async () => ({ scheme: "fair", rate: 20, schemes: [] }),
  customers: async () => ({ items: [{ customer: named, stand: null }], next: null }),
  check: async () => ({ customers: 1, differences: [] }),
  incidents: async () => ({ items: [incident], next: null }),
  record: async () => incident,
  rule: async () => ({ ...incident, fault: "ours" }),
  objections: async () => ({ items: [objection], next: null }),
  decide: async () => ({ ...objection, state: "upheld", decidedAt: at }),
  objectFor: async () => objection,
  of: async () => ({ stand: null, levels: [], timeline: [], incidents: [incident], changes: [], objections: [objection], letters: [] }),
  certificate: async () => ({
    certificate: {
      business: "Marlstone",
      customer: "Aurora",
      scheme: "fair",
      level: "2",
      discount: 1000,
      coveredSince: null,
      incidentsThatCounted: 0,
      issuedAt: at,
    },
    text: "{}",
    signature: "",
    publicKey: "",
    pdf: "",
  }),
};
