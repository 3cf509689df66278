import type { CallConsent, PhoneCallDetail } from "../../src/http/contract.ts";
import type { Rooms } from "../../src/http/rooms.ts";

const at = "2026-11-22T09:00:00.000Z";

const consent: CallConsent = {
  id: "cst_1",
  contact: "con_1",
  scope: "personal_call",
  phone: "+4930123456",
  words: "Do ring me.",
  givenAt: at,
  recordedBy: { id: "staff_1", name: "Olga" },
  withdrawnAt: null,
};

const call: PhoneCallDetail = {
  id: "pcl_1",
  kind: "personal",
  about: "thank_you",
  campaign: null,
  reason: null,
  state: "waiting",
  outcome: null,
  customer: { id: "cus_1", name: "Aurora" },
  contact: { id: "con_1", name: "Ana" },
  language: "en",
  timeZone: "Europe/Berlin",
  notBefore: at,
  lapsesAt: at,
  claimedBy: null,
  consent: { words: "Do ring me.", givenAt: at },
  minutes: null,
  note: null,
  cost: null,
  createdBy: "Olga",
  createdAt: at,
  endedAt: null,
  phone: null,
  sheet: [],
};

/** Calls that are always the same. */
export function fakePhone(): Pick<Rooms, "phone" | "consents"> {
  const same = async () => call;
  return {
    phone: {
      list: async () => ({ items: [call], next: null }),
      get: async (id) => ({ ...call, id }),
      plan: same,
      claim: same,
      finish: same,
      handback: same,
      withdraw: same,
    },
    consents: { list: async () => ({ items: [consent], next: null }), give: async () => consent, withdraw: async () => consent },
  };
}
