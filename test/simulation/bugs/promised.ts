import { one, type Bug } from "./patch.ts";

/** Mistakes with what was promised: reminders and human looks. */
export const promisedBugs: Bug[] = [
  {
    name: "reminder-without-a-timer",
    what: "a reminder is kept, but nobody is woken at its moment",
    by: ["1 a reminder is kept once"],
    patches: one("src/conversations/reminders.ts", "created_at: clock.now() } }, schedule(REMINDER_DUE, id, dueAt)];", "created_at: clock.now() } }];"),
  },
  {
    name: "told-and-noted-apart",
    what: "that a reminder was told is noted after its turn, by whoever woke it",
    by: ["1 a reminder is kept once"],
    patches: [
      ...one("src/avatar/avatar.ts", "    reply.also(rooms.reminders.close(reminder.id));\n", ""),
      ...one(
        "src/conversations/dates-due.ts",
        "await turns.wake(open.conversation, cause);",
        'if ((await turns.wake(open.conversation, cause)) && cause.kind === "reminder") return (reminders as Reminders).close(id);',
      ),
    ],
  },
  {
    name: "who-writes-it-twice-is-told-twice",
    what: "a reminder that stands already is set once more",
    by: ["1 a reminder is kept once"],
    patches: one("src/avatar/reminders/reminders.ts", "if (same) return void set(same.due_at);", "void same;"),
  },
  {
    name: "an-hour-off-after-the-clocks-change",
    what: "the hour of a day to come is reckoned with today's offset",
    by: ["1 a reminder is kept on time"],
    patches: one(
      "src/avatar/reminders/when.ts",
      "const at = new Date(momentAt(date ?? today, time, timeZone));",
      "const at = new Date(momentAt(today, time, timeZone) + Date.parse(date ?? today) - Date.parse(today));",
    ),
  },
  {
    name: "a-reminder-outlives-its-writer",
    what: "erasing takes the words out of a reminder and leaves its moment, and a date wakes whoever was erased",
    by: ["12 who was erased hears no more"],
    patches: [
      ...one("src/privacy/statements.ts", '"delete from reminders where contact = $1"', "\"update reminders set what = '[erased]' where contact = $1\""),
      ...one("src/privacy/statements.ts", " union all select id from reminders where contact = $1\n", "\n"),
      ...one("src/conversations/turn-statements.ts", "and l.mode = 'avatar' and l.erased_at is null and (l.turn", "and l.mode = 'avatar' and (l.turn"),
    ],
  },
  {
    name: "one-look-too-many",
    what: "a month's last look is given twice",
    by: ["5 no more looks than the plan has"],
    patches: one("src/policies/look.ts", "else if (taken >= cap)", "else if (taken > cap)"),
  },
  {
    name: "a-look-is-billed",
    what: "a human look is booked on the customer",
    by: ["5 a look is the company's cost"],
    patches: one("src/escalations/writes.ts", "payer = r.payer, reasons = e.reasons", "payer = 'customer/' || e.customer || '/budget', reasons = e.reasons"),
  },
  {
    name: "the-newest-question-first",
    what: "human looks are given to whoever asked last",
    by: ["5 the oldest question is looked at first"],
    patches: one("src/escalations/looks.ts", "order by q.asked_at, x.id limit", "order by q.asked_at desc, x.id limit"),
  },
  {
    name: "a-look-is-kept-for-nobody",
    what: "a question that was kept at its date keeps its look",
    by: ["5 a look that nobody needs is given back"],
    patches: one("src/escalations/desk.ts", ", clock.now()), writes_.unused(question.escalation)];", ", clock.now())];"),
  },
];
