import { one, type Bug } from "./patch.ts";

/** Mistakes with people who asked to be erased. */
export const erasingBugs: Bug[] = [
  {
    name: "a-running-turn-outlives-the-erasing",
    what: "the lease of a turn that runs while its contact is erased stays, and so does its fence",
    by: ["12 nothing is left of who was erased"],
    patches: one("src/privacy/statements.ts", "fence = fence + 1, turn = null, lease_by = null, lease_until = null, erased_at", "erased_at"),
  },
  {
    name: "the-erased-are-refunded",
    what: "what somebody who is erased has cost is taken back, so that nothing seems to be left of them",
    by: ["12 erasing changes no sum"],
    patches: one(
      "src/privacy/statements.ts",
      "  chat_sessions: ",
      `  transfers: "insert into transfers (id, key, kind, cause, customer, conversation, reverses, at) select 'tr:erased/' || id, 'erased/' || key, 'reversal', cause, customer, conversation, id, $2 from transfers where conversation in (select id from conversations where contact = $1)",
  postings: "insert into postings (transfer, account, amount, currency, seal) select 'tr:erased/' || transfer, account, -amount, currency, md5('tr:erased/' || transfer || '|' || account || '|' || -amount || '|' || currency) from postings where 'tr:erased/' || transfer in (select id from transfers where kind = 'reversal' and conversation in (select id from conversations where contact = $1))",
  chat_sessions: `,
    ),
  },
];
