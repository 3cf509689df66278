import { one, type Bug } from "./patch.ts";

/** Mistakes with people, deliveries and restarts. */
export const peopleBugs: Bug[] = [
  {
    name: "sent-again-without-looking",
    what: "a delivery that died under way is sent again without a look whether it arrived",
    by: ["1 sent once"],
    patches: one("src/conversations/outbox.ts", "{ uncertain: row.uncertain }", "{ uncertain: false }"),
  },
  {
    name: "unknown-is-sent-again",
    what: "when nobody can tell whether a delivery arrived, it is sent again",
    by: ["1 sent once"],
    patches: one("src/conversations/outbox.ts", 'if (result.state !== "retry") return', 'if (result.state === "failed") return').concat(
      one("src/conversations/outbox.ts", "const pause = result.afterMs ??", 'const pause = ("afterMs" in result ? result.afterMs : undefined) ??'),
    ),
  },
  {
    name: "deliveries-overtake",
    what: "a reply whose delivery waits is overtaken by the next",
    by: ["1 sent in order"],
    patches: one(
      "src/conversations/outbox.ts",
      "if (conversation && behind > (chains.get(conversation)?.length ?? 0)) return void leave(envelope.id, lease);",
      "",
    ),
  },
  {
    name: "overtakes-what-is-tried-again",
    what: "the way out refuses a reply for now, and those that this process has behind it go ahead",
    by: ["1 sent in order"],
    conversations: 40,
    weather: { delivery: 0.5, lateRefusals: 1 },
    patches: one(
      "src/conversations/outbox.ts",
      "clear ? attempt(row) : leave(row.id, row.lease_until)",
      "clear || true ? attempt(row) : leave(row.id, row.lease_until)",
    ),
  },
  {
    name: "delivers-after-its-lease",
    what: "a commit that is answered after its lease has ended is delivered all the same, though a round has done so",
    by: ["1 sent once"],
    conversations: 40,
    weather: { database: 0.03 },
    patches: one("src/conversations/outbox.ts", "    if (row.lease_until <= clock.now()) return false;\n", "").concat(
      one("src/conversations/outbox.ts", "    if (own.has(row.id)) return Promise.resolve();\n", ""),
    ),
  },
  {
    name: "nobody-hears-of-an-unknown-delivery",
    what: "a delivery of which nobody can tell is noted, and that is all",
    by: ["15 sent, or told that nobody knows"],
    patches: one("src/care/alerts.ts", "        await deliveryAlert(delivery);\n", ""),
  },
  {
    name: "handed-over-and-forgotten",
    what: "what waited when a person took over has no outcome",
    by: ["1 answered"],
    patches: one(
      "src/conversations/threads.ts",
      'if (to.mode === "human") await handOver(tx, conversation, before.covered_seq, at);',
      'await tx.query("update conversations set covered_seq = inbound_seq where id = $1", [conversation]);',
    ),
  },
  {
    name: "safety-waits-in-the-queue",
    what: "staff see a safety matter when they look, and are not told",
    by: ["6 safety reaches people"],
    patches: one(
      "src/escalations/outcomes.ts",
      "const writes = [row, ...watch(id, decision.id, asked.at, dueAt), ...sendings.map(({ write }) => write)];\n    return { ...base(asked, id, decision), dueAt, slot: alarm(kind, dueAt), writes: alone(asked, writes), sendings };",
      "return { ...base(asked, id, decision), dueAt, slot: alarm(kind, dueAt), writes: alone(asked, [row]), sendings: [] };",
    ),
  },
  {
    name: "restart-sends-everything-again",
    what: "a process that starts takes delivered rows for its own",
    by: ["6 staff are told once", "a restart changes nothing"],
    patches: one(
      "src/conversations/outbox.ts",
      "update outbox set lease_until = 'epoch' where state = 'pending' and lease_until is not null",
      "update outbox set state = 'pending', lease_until = null where state <> 'failed'",
    ),
  },
  {
    name: "claimed-by-two",
    what: "two people may claim the same escalation",
    by: ["9 one person at a time"],
    patches: [
      ...one("src/escalations/holder.ts", 'if (held.state === "claimed" && held.claimed_by !== by.id) throw heldByOther(held.claimed_name);', ""),
      ...one("src/escalations/holder.ts", 'if (row.mode === "human" && row.held_by !== by.id) throw heldByOther(row.holder_name);', ""),
    ],
  },
  {
    name: "handed-over-and-unread",
    what: "what waited when a person took over is not read for safety matters",
    by: ["6 safety reaches people"],
    patches: one(
      "src/conversations/threads.ts",
      "insert into timers (kind, ref, due_at) select $3, id, $4 from messages where conversation = $1 and author = 'contact' and seq > $2 on conflict",
      "insert into timers (kind, ref, due_at) select $3, id, $4 from messages where conversation = $1 and seq > $2 and false on conflict",
    ),
  },
  {
    name: "broken-file-ends-the-service",
    what: "a restart while the rulebook file is broken fails",
    by: ["nothing crashes", "the story ends"],
    patches: one("src/rulebook/rulebook.ts", "let inForce = await readAndActivate().catch(oldOne);", "void oldOne;\n  let inForce = await readAndActivate();"),
  },
  {
    name: "number-lost-at-a-handover",
    what: "a change of who speaks takes two numbers and uses one",
    by: ["1 in order"],
    patches: one(
      "src/conversations/threads.ts",
      "const row = await nextSeq(tx, conversation, at);",
      "await nextSeq(tx, conversation, at);\n      const row = await nextSeq(tx, conversation, at);",
    ),
  },
  {
    name: "another-verdict-on-record",
    what: "the decision on record is not the one that was carried out",
    by: ["2 a verdict has its decision"],
    patches: one(
      "src/escalations/outcomes.ts",
      "return rulebook.decisionWrite(decision, {",
      'return rulebook.decisionWrite({ ...decision, verdict: "granted" as Verdict }, {',
    ),
  },
  {
    name: "shortened-on-its-way",
    what: "what is sent is cut to what a chat shows at a glance",
    by: ["1 what is sent is what was said"],
    patches: one(
      "src/conversations/turns.ts",
      "        text,\n        sources,\n        at: at.toISOString(),",
      "        text: text.slice(0, 300),\n        sources,\n        at: at.toISOString(),",
    ),
  },
  {
    name: "clicked-twice-said-twice",
    what: "a person who clicks twice says it twice",
    by: ["9 a person's words are said once"],
    patches: one("src/escalations/desk.ts", "        ...(once ? [writes_.deed(once, clock.now())] : []),\n", ""),
  },
  {
    name: "billed-minutes-for-worked-ones",
    what: "what is billed is noted as what was worked",
    by: ["9 what a person did stays done"],
    patches: one(
      "src/escalations/writes.ts",
      "set state = r.state, minutes = r.minutes, outcome",
      "set state = r.state, minutes = (r.minutes + 14) / 15 * 15, outcome",
    ),
  },
  {
    name: "a-claim-counts-as-an-answer",
    what: "who claims has kept the promised time, whatever they say or do not say",
    by: ["1 a promised time is kept or told"],
    patches: one(
      "src/escalations/desk.ts",
      "await applyWrites(tx, [writes_.quiet(held.id), ...overdueSettled(held.id)]);",
      "await applyWrites(tx, unwatched(held.id));",
    ),
  },
  {
    name: "left-with-a-person-who-has-gone",
    what: "what was written to a person who hands back stays theirs",
    by: ["1 nothing is left with a person who has gone"],
    patches: one("src/escalations/desk.ts", 'takesUp: ending.state === "handed_back"', "takesUp: false"),
  },
  {
    name: "safety-handed-back-and-buried",
    what: "a safety matter that is handed back without a word is over",
    by: ["6 safety handed back is asked anew"],
    conversations: 40,
    patches: one("src/escalations/desk.ts", "return { writes: [schedule(AGAIN, id, clock.now())] };", "void [schedule, AGAIN];"),
  },
  {
    name: "waiting-is-told-every-day",
    what: "as long as nobody answers, the customer hears every day that nobody has",
    by: ["1 at most one holding notice"],
    patches: [
      ...one("src/escalations/watch.ts", "ref: `${id}/${row.verdict}`,", "ref: `${id}/${row.verdict}/${now.getTime()}`,"),
      ...one(
        "src/escalations/watch.ts",
        "customer: row.customer });\n    return [];",
        'customer: row.customer });\n    return [schedule("escalation.overdue", id, new Date(now.getTime() + 24 * 60 * MINUTE_MS))];',
      ),
    ],
  },
  {
    name: "told-an-hour-later",
    what: "what is sent to staff is collected for an hour",
    by: ["6 safety is told at once"],
    patches: [
      ...one("src/escalations/request.ts", "for (const sending of outcome.sendings) outbox.send(sending);", "void outbox;"),
      ...one(
        "src/conversations/outbox.ts",
        'add(way, null, null, { ...card, id: ids.next("out") }, at));',
        'add(way, null, null, { ...card, id: ids.next("out") }, new Date(at.getTime() + 3_600_000)));',
      ),
    ],
  },
  {
    name: "asked-again-once-only",
    what: "a safety matter that nobody has seen is brought up a second time, and then no more",
    by: ["6 safety is asked about again"],
    patches: one(
      "src/escalations/watch.ts",
      'return [...notices, schedule("escalation.remind", [id, Number(count) + 1, since ?? row.decision].join("/"), again)];',
      "void again;\n    return notices;",
    ),
  },
  {
    name: "somebody-has-joined",
    what: "the customer is told that somebody has taken over, and not who",
    by: ["9 a claim is told by name"],
    patches: one("src/conversations/threads.ts", "        ...(name ? { name } : {}),\n", ""),
  },
];
