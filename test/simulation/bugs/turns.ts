import { one, type Bug } from "./patch.ts";

/** Mistakes with messages, turns, dates and what a model may read and say. */
export const turnBugs: Bug[] = [
  {
    name: "acknowledged-before-the-commit",
    what: "a channel's message is acknowledged while its commit is still under way",
    by: ["1 what is acknowledged is kept", "1 in the writer's order"],
    patches: one(
      "src/conversations/receiver.ts",
      "const received = await take({\n      conversation: thread.id,",
      "const received = await early({\n      conversation: thread.id,",
    ).concat(
      one(
        "src/conversations/receiver.ts",
        "  return { take, fromChannel };",
        `  let guessed = 0;
  async function early(taken: Taken): Promise<Received> {
    void take(taken).catch(() => undefined);
    return { id: "", seq: ++guessed, repeated: false, differs: false, mode: "avatar", at: "", claimed: null };
  }
  return { take, fromChannel };`,
      ),
    ),
  },
  {
    name: "no-fencing",
    what: "a turn that has lost its lease commits all the same",
    by: ["9 nothing is sent by both"],
    patches: [
      ...one(
        "src/conversations/turn-statements.ts",
        "where c.id = r.conversation and c.fence = r.fence and c.mode = 'avatar'`",
        "where c.id = r.conversation`",
      ),
      ...one(
        "src/conversations/turn-statements.ts",
        "and seq > r.above and seq <= r.upto offset 0) m`",
        "and seq > r.above and seq <= r.upto offset 0) m on conflict do nothing`",
      ),
    ],
  },
  {
    name: "person-is-not-looked-for",
    what: "a turn commits although a person has taken over, and taking over does not fence it off",
    by: ["9 nothing is sent by both"],
    patches: [
      ...one("src/conversations/turn-statements.ts", "and c.fence = r.fence and c.mode = 'avatar'`", "and c.fence = r.fence`"),
      ...one("src/conversations/threads.ts", "holder_name = $4, fence = fence + 1, turn = null, lease_by = null, lease_until = null,", "holder_name = $4,"),
      ...one("src/conversations/threads.ts", "if (done.turn) rooms.interrupt(done.turn);", ""),
      ...one(
        "src/conversations/turn-statements.ts",
        "and seq > r.above and seq <= r.upto offset 0) m`",
        "and seq > r.above and seq <= r.upto offset 0) m on conflict do nothing`",
      ),
    ],
  },
  {
    name: "duplicates-known-in-memory-only",
    what: "a message that comes again is recognised by the process that had it, not by the database",
    by: ["1 once"],
    patches: [
      ...one("src/conversations/inbox.ts", "external_id: item.externalId,", "external_id: `${rooms.process}/${item.externalId}`,"),
      ...one("src/conversations/inbox.ts", "event_id: item.eventId ?? null,", "event_id: null,"),
    ],
  },
  {
    name: "wake-up-without-poll",
    what: "a conversation is answered when its message comes, or never",
    by: ["4 a dead turn is told", "1 answered"],
    patches: one("src/clockwork.ts", " + (await turns.poll())", ""),
  },
  {
    name: "leases-never-end",
    what: "nobody takes over from a process that died in a turn",
    by: ["1 answered"],
    patches: [
      ...one("src/conversations/inbox.ts", "(l.turn is null or l.lease_until is null or l.lease_until <= f.at) as free", "l.turn is null as free"),
      ...one("src/conversations/turn-statements.ts", "and (l.turn is null or l.lease_until is null or l.lease_until <= f.at)", "and l.turn is null"),
      ...one(
        "src/app.ts",
        "await Promise.all([turns.takeBack(), timers.takeBack(), outbox.takeBack()]);",
        "await Promise.all([timers.takeBack(), outbox.takeBack()]);",
      ),
    ],
  },
  {
    name: "date-lost-over-a-clock-change",
    what: "a date that was promised before the clocks change is not kept after it",
    by: ["1 a date is kept"],
    patches: one(
      "src/conversations/dates-due.ts",
      'if (open?.state !== "open") return [];',
      'if (open?.state !== "open") return [];\n    const hour = (at: Date) => at.toLocaleString("en", { timeZone: "Europe/Berlin", timeZoneName: "shortOffset" }).slice(-5);\n    if (hour((open as unknown as { created_at: Date }).created_at) !== hour(now)) return [];',
    ),
  },
  {
    name: "date-without-a-timer",
    what: "a question is kept, but nobody is woken at its date",
    by: ["1 a date is kept"],
    patches: one(
      "src/conversations/open-questions.ts",
      'schedule("question.due", id, dueAt),\n        schedule("question.alert", id, alertAt),',
      'schedule("question.alert", id, alertAt),',
    ),
  },
  {
    name: "covers-one-too-many",
    what: "a reply covers the message before its first one again",
    by: ["1 one reply covers a message"],
    patches: one("src/conversations/turns.ts", "message.seq > claimed.conversation.coveredSeq);", "message.seq >= claimed.conversation.coveredSeq);"),
  },
  {
    name: "second-draft-is-not-checked",
    what: "after a refusal the next draft goes out as it is",
    by: ["2 the gate holds"],
    patches: [...one("src/avatar/writing.ts", 'if (decision.verdict === "pass") {', 'if (decision.verdict === "pass" || number === MOST_DRAFTS) {')],
  },
  {
    name: "notes-are-no-secret",
    what: "the gate does not know what we have noted about customers",
    by: ["3 no secret leaves the house"],
    patches: one("src/customers/internal.ts", "union all select id, 'note', nullif(notes, ''), created_at from customers", ""),
  },
  {
    name: "says-who-it-is-only-when-all-is-well",
    what: "a reply after a failed turn does not say that it is an AI",
    by: ["7 it says that it is an AI"],
    patches: one(
      "src/avatar/reply.ts",
      'const disclosure = turn.conversation.disclosed ? ""',
      'const disclosure = turn.conversation.disclosed || turn.failures > 0 || turn.previous !== null ? ""',
    ),
  },
  {
    name: "prompt-knows-the-notes",
    what: "what we have noted about the customer is told to the model",
    by: ["3 no secret enters a prompt"],
    patches: one(
      "src/avatar/writing.ts",
      "const messages = contextOf({ turn, prompt, hits,",
      'const messages = contextOf({ turn, prompt: `${prompt}\\n${internal.join("\\n")}`, hits,',
    ),
  },
  {
    name: "turn-forgets-its-reply",
    what: "the row of a turn does not say which reply was its own",
    by: ["1 no reply without a cause"],
    patches: one(
      "src/conversations/turns.ts",
      "turnRow(turn, answer, answer.outcome, covers, reply?.id ?? null, at)",
      "turnRow(turn, answer, answer.outcome, covers, null, at)",
    ),
  },
  {
    name: "date-written-down-only",
    what: "a question is kept, with neither a timer for its date nor one for the warning before it",
    by: ["1 a date is kept or told"],
    patches: one("src/conversations/open-questions.ts", 'schedule("question.due", id, dueAt),\n        schedule("question.alert", id, alertAt),', ""),
  },
  {
    name: "reply-names-the-last-only",
    what: "of messages that were joined into one turn, the reply names the last",
    by: ["1 answered by what covers it"],
    patches: one("src/conversations/turns.ts", "          in_reply_to: covers,", "          in_reply_to: covers.slice(-1),"),
  },
  {
    name: "held-interactions-belong-nowhere",
    what: "what a customer writes while a person holds the conversation belongs to no episode",
    by: ["4 an interaction belongs to an episode"],
    patches: one(
      "src/conversations/inbox.ts",
      "l.customer, l.contact, n.new_episode, f.at\n",
      "l.customer, l.contact, case when l.mode = 'avatar' then n.new_episode end, f.at\n",
    ),
  },
  {
    name: "shown-before-the-commit",
    what: "a reply is sent while its commit is still under way",
    by: ["1 what was shown is so"],
    patches: one(
      "src/conversations/turns.ts",
      "const told = await committer.commit(unit);\n      if (told) outbox.send(sending, Number(told.seq), told.behind);\n      return told;",
      "outbox.send(sending);\n      return committer.commit(unit);",
    ),
  },
  {
    name: "one-desk-for-all-turns",
    what: "what a model is to read lies where another turn may put its own meanwhile",
    by: ["3 it answers its own conversation"],
    patches: [
      ...one("src/avatar/writing.ts", "export type Wishes =", "let desk: ReturnType<typeof contextOf> | undefined;\n\nexport type Wishes ="),
      ...one(
        "src/avatar/writing.ts",
        "const messages = contextOf({ turn, prompt, hits, known: given.memory.recall(given.asked), tone, question: given.question });",
        "desk = contextOf({ turn, prompt, hits, known: given.memory.recall(given.asked), tone, question: given.question });\n    await rooms.internal(turn.conversation.customer);\n    const messages = desk;",
      ),
    ],
  },
  {
    name: "gate-skipped-after-a-resume",
    what: "the draft of a turn that was taken over from a dead process goes out as it is",
    by: ["2 the gate holds"],
    patches: one("src/avatar/writing.ts", 'if (decision.verdict === "pass") {', 'if (decision.verdict === "pass" || turn.previous !== null) {'),
  },
  {
    name: "stream-is-not-held-back",
    what: "what may still become a finding is shown while it is written",
    by: ["2 what is shown live is checked"],
    patches: one("src/avatar/draft.ts", "release(text.slice(0, Math.max(0, text.length - gate.holdBack(text))));", "release(text);"),
  },
  {
    name: "refused-draft-stays-shown",
    what: "a draft that is refused or breaks off is not taken back",
    by: ["2 a refused draft is taken back"],
    patches: one("src/avatar/writing.ts", "    turn.show.discard(draft.id);\n", ""),
  },
  {
    name: "taken-up-from-the-wrong-end",
    what: "when a person hands back, the first message of the conversation waits anew, not the last ones",
    by: ["1 answered in their order"],
    patches: [
      ...one(
        "src/conversations/threads.ts",
        `o.outcome = 'human' and m.conversation = $1 and m.author = 'contact'
         and m.seq > (select held_from from conversations where id = $1)
         and m.seq > coalesce((select max(seq) from messages where conversation = $1 and author = 'human'), 0)`,
        `m.conversation = $1 and m.seq = (select min(seq) from messages where conversation = $1 and author = 'contact')`,
      ),
      ...one(
        "src/conversations/turn-statements.ts",
        "and seq > r.above and seq <= r.upto offset 0) m`",
        "and seq > r.above and seq <= r.upto offset 0) m on conflict do nothing`",
      ),
    ],
  },
  {
    name: "still-waiting",
    what: "at its date, the avatar says once more that it has kept the question",
    by: ["1 a date is kept with work"],
    patches: one(
      "src/avatar/avatar.ts",
      'reply.slot(texts.render("plain_no", locale, { asked: question.created_at, reason }));',
      'void reason;\n      reply.slot(texts.render("later", locale, { due: question.due_at }));',
    ),
  },
  {
    name: "an-hour-late",
    what: "dates are kept an hour after they were due",
    by: ["1 a date is kept on time"],
    patches: one(
      "src/conversations/open-questions.ts",
      'schedule("question.due", id, dueAt),\n',
      'schedule("question.due", id, new Date(dueAt.getTime() + 3_600_000)),\n',
    ),
  },
  {
    name: "one-history-for-all-turns",
    what: "what was read last, in whichever conversation, stands before what a model is asked",
    by: ["3 a prompt knows one conversation"],
    patches: [
      ...one("src/avatar/context.ts", "const history = historyOf(turn.messages.filter(", "const history = historyOf(remembered(turn.messages).filter("),
      ...one(
        "src/avatar/context.ts",
        "/** Pages as material:",
        `const shelf: TurnMessage[] = [];
function remembered(messages: TurnMessage[]): TurnMessage[] {
  return shelf.splice(0, shelf.length, ...messages).concat(messages);
}

/** Pages as material:`,
      ),
    ],
  },
  {
    name: "cites-what-is-not-there",
    what: "a page that the model has invented is named as a source",
    by: ["7 it cites what there is"],
    patches: [
      ...one("src/avatar/citations.ts", "    if (exists(id)) {", "    void exists;\n    {"),
      ...one(
        "src/avatar/reply.ts",
        "if (article) sources.set(id, knowledge.source(article));",
        "sources.set(id, article ? knowledge.source(article) : { title: id, url: `https://support.example.com/help/${id}` });",
      ),
    ],
  },
  {
    name: "one-reason-is-enough",
    what: "of the reasons of a decision, the first is kept",
    by: ["8 a decision replays"],
    patches: one(
      "src/rulebook/decisions.ts",
      "row: { id, policy, verdict, reasons, facts,",
      "row: { id, policy, verdict, reasons: reasons.slice(0, 1), facts,",
    ),
  },
];
