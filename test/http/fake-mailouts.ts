import type { MailConsent } from "../../src/http/contract.ts";
import type { Rooms } from "../../src/http/rooms.ts";

const consent: MailConsent = {
  id: "cst_2",
  contact: "con_1",
  address: "ana@aurora.example",
  words: "Do write.",
  givenAt: "2026-11-22T09:00:00.000Z",
  recordedBy: { id: "staff_1", name: "Olga" },
  withdrawnAt: null,
};

const ending = { language: "en", title: "No more?", text: "Press the button.", button: "End these mails" };

/** Thank-yous of which none was ever sent. */
export function fakeMailouts(): Rooms["mailouts"] {
  return {
    campaigns: async () => ({ items: [], next: null }),
    list: async () => ({ items: [], next: null }),
    preview: async () => ({ words: "glad", subject: "Thank you", html: "<p>Thank you</p>", text: "Thank you", headers: {} }),
    test: async () => ({ address: "olga@example.com" }),
    consents: async () => ({ items: [consent], next: null }),
    agree: async () => consent,
    withdraw: async () => consent,
    reported: async () => undefined,
    upgraded: async () => ({ id: "upg_1" }),
    ending: async (token) => ({ ...ending, ours: token === "ours" }),
    unsubscribe: async (token) => ({ ...ending, ours: token === "ours", button: null }),
  };
}
