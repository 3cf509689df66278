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
    name: "erasing-is-billed",
    what: "the trouble of erasing somebody is booked on the company",
    by: ["12 erasing changes no sum"],
    patches: one(
      "src/privacy/statements.ts",
      "  chat_sessions: ",
      `  transfers: "insert into transfers (id, key, kind, cause, at) values ('tr:erased/' || $1, 'erased/' || $1, 'erasing', 'other', $2)",
  postings: "insert into postings (transfer, account, amount, currency, seal) select t, a, x, 'EUR', md5(t || '|' || a || '|' || x || '|EUR') from (values ('tr:erased/' || $1, 'company/goodwill', 5::bigint), ('tr:erased/' || $1, 'staff/time', -5)) line(t, a, x)",
  chat_sessions: `,
    ),
  },
];
