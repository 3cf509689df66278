import { one, type Bug } from "./patch.ts";

/** Mistakes with people who asked to be erased. */
export const erasingBugs: Bug[] = [
  {
    name: "what-the-avatar-said-stays",
    what: "erasing takes away what the contact wrote, and leaves what they were answered",
    by: ["12 nothing is left of who was erased"],
    patches: one("src/privacy/statements.ts", "case when author = 'mode' then text", "case when author <> 'contact' then text"),
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
