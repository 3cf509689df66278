import type { Contribution } from "../../src/http/contract.ts";
import type { Rooms } from "../../src/http/rooms.ts";

/** One contribution in memory, in the contract's shapes. */

const at = "2026-11-22T09:00:00.000Z";
const money = { amount: "25.000000", currency: "EUR" };
const contribution: Contribution = {
  id: "ctb_1",
  contact: { id: "con_1", name: "Ada" },
  kind: "patch",
  link: "https://example.org/pull/1",
  verdict: "grant",
  reasons: [],
  earned: money,
  acceptedBy: "Ben",
  acceptedAt: at,
  thankedAt: null,
  withdrawn: null,
};

export const contributions: Rooms["contributions"] = {
  of: async () => ({ items: [contribution], next: null }),
  accept: async () => contribution,
  withdraw: async () => ({ ...contribution, withdrawn: { by: "Ben", at, taken: money } }),
};
