import type { Invariant } from "../invariants.ts";

/** One change of one file: `find` stands in it exactly once. */
export type Patch = { file: string; find: string; replace: string };

/** A mistake that somebody could make. `by`: the promises that have to find it, each alone, whatever the others say. */
export type Bug = { name: string; what: string; by: [Invariant, ...Invariant[]]; patches: Patch[] };

const one = (file: string, find: string, replace: string): Patch[] => [{ file, find, replace }];

/** Mistakes that the simulation has to find, each planted alone. They are changes of the source as it is: one that no longer fits fails. */
export const bugs: Bug[] = [
  {
    name: "acknowledged-before-the-commit",
    what: "a channel's message is acknowledged while its commit is still under way",
    by: ["1 what is acknowledged is kept"],
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
      ...one(
        "src/conversations/threads.ts",
        "held_by = $3, holder_name = $4, fence = fence + 1, turn = null, lease_by = null, lease_until = null where",
        "held_by = $3, holder_name = $4 where",
      ),
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
    name: "grant-twice-at-a-periods-turn",
    what: "two who ask at the turn of a period both post the grant",
    by: ["5 one grant in a period"],
    patches: [
      ...one("src/ledger/budgets.ts", "if (!row || (row.period !== null && row.period >= now)) return;", "if (!row) return;"),
      ...one("src/ledger/budgets.ts", "if (row.period !== null && period <= row.period) continue;", ""),
      ...one("src/ledger/budgets.ts", "key: `grant/${rule.key}/${period}`", "key: `grant/${rule.key}/${period}/${row.period}`"),
      ...one(
        "src/ledger/budgets.ts",
        "for (let period = row?.period ? calendar.next(row.period) : calendar.periodOf(rule.since); period <= now;",
        "for (let period = row?.period ?? calendar.periodOf(rule.since); period <= now;",
      ),
    ],
  },
  {
    name: "hold-capped-to-what-is-left",
    what: "a hold that does not fit is made smaller instead of refused",
    by: ["5 a hold is as large as what it is for"],
    patches: [
      ...one(
        "src/ledger/holds.ts",
        "select id, key, account, amount, currency, kind, customer, conversation, turn, facts, deadline, at\n  from lined",
        "select id, key, account, greatest(0, least(amount, left_over)), currency, kind, customer, conversation, turn, facts, deadline, at\n  from lined",
      ),
      ...one("src/ledger/holds.ts", "where fresh and (running <= left_over or not capped)", "where fresh"),
    ],
  },
  {
    name: "budget-is-not-looked-at",
    what: "neither the hold nor the database looks at what is left",
    by: ["5 no budget is overspent"],
    patches: [
      ...one("src/ledger/holds.ts", "where fresh and (running <= left_over or not capped)", "where fresh"),
      ...one(
        "migrations/0002-ledger.sql",
        "if exists (select 1 from accounts where id = new.id and capped and (balance - held < 0 or held < 0)) then",
        "if false then",
      ),
    ],
  },
  {
    name: "unknown-usage-is-free",
    what: "a step whose usage is not known or not credible costs nothing",
    by: ["5 what is not known stands at its ceiling"],
    patches: one("src/avatar/steps.ts", "amount(chosen.priced.price, checked.usage) : chosen.ceiling;", "amount(chosen.priced.price, checked.usage) : 0n;"),
  },
  {
    name: "broken-step-is-free",
    what: "a step that broke off after it had begun is not booked",
    by: ["5 what is not known stands at its ceiling"],
    patches: one("src/avatar/steps.ts", 'attempt.amount = failure.paid === "maybe" ? chosen.ceiling : 0n;', "attempt.amount = 0n;"),
  },
  {
    name: "one-micro-unit-too-much",
    what: "amounts are rounded once too often",
    by: ["4 to the micro-unit"],
    patches: one(
      "src/avatar/steps.ts",
      "checked.ok ? amount(chosen.priced.price, checked.usage)",
      "checked.ok ? amount(chosen.priced.price, checked.usage) + 1n",
    ),
  },
  {
    name: "dead-turns-hold-their-money",
    what: "whoever takes a dead turn over does not end what it held, and nobody sweeps",
    by: ["5 no hold past its deadline", "5 holds end"],
    patches: [
      ...one("src/app.ts", 'ledger.abandon(await ledger.openHoldsOf(turn), "crash")', "void (await ledger.openHoldsOf(turn))"),
      ...one("src/ledger/ledger.ts", 'await abandon(late, "deadline");', ""),
    ],
  },
  {
    name: "dead-steps-are-not-booked",
    what: "a step that died with its process is voided, and nobody books what it may have cost",
    by: ["4 every paid attempt is booked"],
    patches: one("src/ledger/ledger.ts", 'if (hold.kind !== "model" || !hold.customer) return [end];', "return [end];"),
  },
  {
    name: "wake-up-without-poll",
    what: "a conversation is answered when its message comes, or never",
    by: ["4 a dead turn is told"],
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
      "src/app.ts",
      'if (open?.state !== "open") return [];',
      'if (open?.state !== "open") return [];\n    const hour = (at: Date) => at.toLocaleString("en", { timeZone, timeZoneName: "shortOffset" }).slice(-5);\n    if (hour(open.created_at) !== hour(now)) return [];',
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
    patches: [...one("src/avatar/avatar.ts", 'if (decision.verdict === "pass") {', 'if (decision.verdict === "pass" || number === MOST_DRAFTS) {')],
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
    patches: one("src/conversations/outbox.ts", "if (conversation && behind > (chains.get(conversation)?.length ?? 0)) return leave(envelope.id);", ""),
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
    name: "safety-costs-the-customer",
    what: "a safety matter is paid from the customer's budget",
    by: ["6 safety has no budget"],
    patches: one(
      "src/escalations/outcomes.ts",
      'const row = newRow(asked, id, decision, { class: kind, payer: "company/safety", dueAt, hold: null });',
      "const row = newRow(asked, id, decision, { class: kind, payer: `customer/${asked.matter.customer}/budget`, dueAt, hold: null });",
    ),
  },
  {
    name: "safety-waits-in-the-queue",
    what: "staff see a safety matter when they look, and are not told",
    by: ["6 safety reaches people"],
    patches: one(
      "src/escalations/outcomes.ts",
      "const writes = [row, ...watch(id, asked.at, dueAt), ...sendings.map(({ write }) => write)];\n    return { ...base(asked, id, decision), dueAt, slot: alarm(kind, dueAt), writes: alone(asked, writes), sendings };",
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
    name: "prompt-knows-the-notes",
    what: "what we have noted about the customer is told to the model",
    by: ["3 no secret enters a prompt"],
    patches: one(
      "src/avatar/avatar.ts",
      "const messages = contextOf(turn, rooms.prompt.text, hits, given.question);",
      'const messages = contextOf(turn, `${rooms.prompt.text}\\n${internal.join("\\n")}`, hits, given.question);',
    ),
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
    name: "cost-booked-on-one-side",
    what: "a cost that a budget pays is not booked against the grants, and nobody adds up",
    by: ["4 every transfer sums to zero"],
    patches: [
      ...one(
        "src/ledger/postings.ts",
        '    { account: payer, amount: -amount },\n    { account: "company/grants", amount },\n',
        "    { account: payer, amount: -amount },\n",
      ),
      ...one("src/ledger/postings.ts", "throw new Unbalanced(`The lines of ${given.key} do not sum to zero.`);", "void Unbalanced;"),
      ...one("migrations/0002-ledger.sql", "group by transfer, currency having sum(amount) <> 0 limit 1", "group by transfer, currency having false limit 1"),
    ],
  },
  {
    name: "two-postings-move-a-balance-once",
    what: "of two postings to one account in one commit, one moves its balance",
    by: ["4 balances are their postings"],
    patches: one(
      "migrations/0002-ledger.sql",
      "update accounts t set balance = t.balance + s.amount\n    from (select account, sum(amount) as amount",
      "update accounts t set balance = t.balance + s.amount\n    from (select account, max(amount) as amount",
    ),
  },
  {
    name: "two-holds-end-as-one",
    what: "of two holds that end in one commit, one is taken off what is held",
    by: ["5 what is held is open holds"],
    patches: one(
      "migrations/0002-ledger.sql",
      "(select h.account, sum(h.amount) as amount from added e",
      "(select h.account, max(h.amount) as amount from added e",
    ),
  },
  {
    name: "ended-holds-are-tidied-up",
    what: "somebody tidies the books: what is long ended is emptied",
    by: ["4 ledger rows never change"],
    patches: [
      ...one(
        "migrations/0002-ledger.sql",
        "create trigger holds_append_only before update or delete or truncate on holds",
        "create trigger holds_append_only before truncate on holds",
      ),
      ...one(
        "src/ledger/ledger.ts",
        'await abandon(late, "deadline");',
        `await abandon(late, "deadline");
    await db.query("update holds set facts = '{}' where facts <> '{}' and at < $1", [new Date(clock.now().getTime() - 15 * 86_400_000)]);`,
      ),
    ],
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
    name: "granted-without-a-hold",
    what: "a person is promised, and nothing is set aside for it",
    by: ["5 a granted one has its hold"],
    patches: one(
      "src/escalations/outcomes.ts",
      "payer: customerBudget(asked.matter.customer), dueAt, hold });\n    const writes",
      "payer: customerBudget(asked.matter.customer), dueAt, hold: null });\n    const writes",
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
      ...one("src/avatar/avatar.ts", "type Wishes =", "let desk: ReturnType<typeof contextOf> | undefined;\n\ntype Wishes ="),
      ...one(
        "src/avatar/avatar.ts",
        "const messages = contextOf(turn, rooms.prompt.text, hits, given.question);",
        "desk = contextOf(turn, rooms.prompt.text, hits, given.question);\n    await rooms.internal(turn.conversation.customer);\n    const messages = desk;",
      ),
    ],
  },
  {
    name: "shortened-on-its-way",
    what: "what is sent is cut to what a chat shows at a glance",
    by: ["1 what is sent is what was said"],
    patches: one(
      "src/conversations/turns.ts",
      'const item: ChatItem = { seq: 0, id, from: "avatar", name, text, sources,',
      'const item: ChatItem = { seq: 0, id, from: "avatar", name, text: text.slice(0, 300), sources,',
    ),
  },
  {
    name: "settled-by-whoever-comes",
    what: "a hold may be ended twice: the turn that came late and whoever took over both book it",
    by: ["4 booked once"],
    patches: [
      ...one(
        "src/ledger/postings.ts",
        "select r.hold, r.outcome, r.transfer, r.reason, r.at from {rows}",
        "select r.hold, r.outcome, r.transfer, r.reason, r.at from {rows} on conflict (hold) do nothing",
      ),
      ...one("src/escalations/writes.ts", "(sql) => `${sql} on conflict (hold) do nothing`", "(sql) => sql"),
    ],
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
];
