import { one, type Bug } from "./patch.ts";

/** Mistakes with what is kept in mind of a long conversation, and with how somebody seems. */
export const mindBugs: Bug[] = [
  {
    name: "folded-before-it-is-answered",
    what: "a summary says that it tells what is only being asked",
    by: ["1 a summary covers what is answered"],
    patches: one("src/avatar/summary/summaries.ts", "upto: last.seq, points", "upto: last.seq + BigInt(KEEP) + 2n, points"),
  },
  {
    name: "a-summary-is-free",
    what: "what a summary used is noted, and booked as nothing",
    by: ["4 to the micro-unit"],
    patches: one(
      "src/avatar/summary/summaries.ts",
      "bookAttempts(work, steps.attempts, false), ...decisions];",
      "bookAttempts(work, steps.attempts.map((one) => ({ ...one, amount: 0n })), false), ...decisions];",
    ),
  },
  {
    name: "all-that-was-said-in-every-prompt",
    what: "a turn looks back at the whole conversation, summary or not",
    by: ["4 a prompt is bounded"],
    patches: [
      ...one("src/conversations/claim.ts", "WINDOW_MESSAGES = 20;", "WINDOW_MESSAGES = 400;"),
      ...one("src/avatar/context.ts", "const folded = points ? (turn.summary?.upto ?? 0) : 0;", "const folded = 0;"),
    ],
  },
  {
    name: "anger-brings-a-person",
    what: "who seems frustrated gets a person, whether the owner lets a mood ask for one or not",
    by: ["2 nobody is asked for because of a mood"],
    patches: one("src/avatar/avatar.ts", " && !turn.escalation && rulebook.current().book.mood.asksForPerson) await", " && !turn.escalation) await"),
  },
];
