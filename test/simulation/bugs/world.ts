import { one, type Bug } from "./patch.ts";

/** Mistakes that show only to people of some habits, or with a model of some moods. */
export const worldBugs: Bug[] = [
  {
    name: "a-token-is-four-bytes",
    what: "the ceiling of a step takes four bytes for a token, as most texts have",
    by: ["5 a hold is as large as what it is for"],
    patches: one(
      "src/ledger/prices.ts",
      "BigInt(requestBytes) * input + BigInt(maxOutputTokens)",
      "BigInt(Math.ceil(requestBytes / 4)) * input + BigInt(maxOutputTokens)",
    ),
  },
  {
    name: "another-device-another-chat",
    what: "a chat that is opened again on another device is a new one",
    by: ["1 what is acknowledged is kept"],
    patches: one(
      "src/http/desk/chat.ts",
      "session === undefined ? undefined : await resume(session, visitor, address);",
      "visitor ? undefined : session === undefined ? undefined : await resume(session, visitor, address);",
    ),
  },
  {
    name: "same-words-same-message",
    what: "whoever writes the same again is taken for a network that sends twice",
    by: ["1 what is acknowledged is kept"],
    patches: one("src/http/desk/chat.ts", "externalId: `${conversation}/${id}`", "externalId: `${conversation}/${text}`"),
  },
  {
    name: "everybody-knows-everything",
    what: "what is remembered is read by customer only, whoever of them it is about",
    by: ["3 a fact stays with whom it is about"],
    patches: one("src/conversations/claim.ts", "and (contact = ${c}.contact or shared)", ""),
  },
  {
    name: "says-that-it-has-forgotten",
    what: "what somebody wants forgotten is not found again, and stays",
    by: ["12 what is forgotten is gone"],
    patches: one("src/avatar/memory/memory.ts", "m.id = r.id and m.customer = r.customer", "m.id = r.contact and m.customer = r.customer"),
  },
];
