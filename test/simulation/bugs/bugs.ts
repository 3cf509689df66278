/** One change of one file: `find` stands in it exactly once. */
export type Patch = { file: string; find: string; replace: string };

/** A mistake that somebody could make. `weather`: what has to go wrong for it to show, beside the story itself. */
export type Bug = { name: string; what: string; patches: Patch[] };

const one = (file: string, find: string, replace: string): Patch[] => [{ file, find, replace }];

/** Mistakes that the simulation has to find, each planted alone. They are changes of the source as it is: one that no longer fits fails. */
export const bugs: Bug[] = [
  {
    name: "acknowledged-before-the-commit",
    what: "a channel's message is acknowledged while its commit is still under way",
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
    patches: [
      ...one("src/conversations/inbox.ts", "external_id: item.externalId,", "external_id: `${rooms.process}/${item.externalId}`,"),
      ...one("src/conversations/inbox.ts", "event_id: item.eventId ?? null,", "event_id: null,"),
    ],
  },
  {
    name: "grant-twice-at-a-periods-turn",
    what: "two who ask at the turn of a period both post the grant",
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
    patches: one("src/avatar/steps.ts", "amount(chosen.priced.price, checked.usage) : chosen.ceiling;", "amount(chosen.priced.price, checked.usage) : 0n;"),
  },
  {
    name: "broken-step-is-free",
    what: "a step that broke off after it had begun is not booked",
    patches: one("src/avatar/steps.ts", 'attempt.amount = failure.paid === "maybe" ? chosen.ceiling : 0n;', "attempt.amount = 0n;"),
  },
  {
    name: "one-micro-unit-too-much",
    what: "amounts are rounded once too often",
    patches: one(
      "src/avatar/steps.ts",
      "checked.ok ? amount(chosen.priced.price, checked.usage)",
      "checked.ok ? amount(chosen.priced.price, checked.usage) + 1n",
    ),
  },
  {
    name: "dead-turns-hold-their-money",
    what: "whoever takes a dead turn over does not end what it held, and nobody sweeps",
    patches: [
      ...one("src/app.ts", 'ledger.abandon(await ledger.openHoldsOf(turn), "crash")', "void (await ledger.openHoldsOf(turn))"),
      ...one("src/ledger/ledger.ts", 'await abandon(late, "deadline");', ""),
    ],
  },
  {
    name: "dead-steps-are-not-booked",
    what: "a step that died with its process is voided, and nobody books what it may have cost",
    patches: one("src/ledger/ledger.ts", 'if (hold.kind !== "model" || !hold.customer) return [end];', "return [end];"),
  },
  {
    name: "wake-up-without-poll",
    what: "a conversation is answered when its message comes, or never",
    patches: one("src/clockwork.ts", " + (await turns.poll())", ""),
  },
  {
    name: "leases-never-end",
    what: "nobody takes over from a process that died in a turn",
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
    patches: one(
      "src/app.ts",
      'if (open?.state !== "open") return [];',
      'if (open?.state !== "open") return [];\n    const hour = (at: Date) => at.toLocaleString("en", { timeZone, timeZoneName: "shortOffset" }).slice(-5);\n    if (hour(open.created_at) !== hour(now)) return [];',
    ),
  },
  {
    name: "date-without-a-timer",
    what: "a question is kept, but nobody is woken at its date",
    patches: one(
      "src/conversations/open-questions.ts",
      'schedule("question.due", id, dueAt),\n        schedule("question.alert", id, alertAt),',
      'schedule("question.alert", id, alertAt),',
    ),
  },
  {
    name: "covers-one-too-many",
    what: "a reply covers the message before its first one again",
    patches: one("src/conversations/turns.ts", "message.seq > claimed.conversation.coveredSeq);", "message.seq >= claimed.conversation.coveredSeq);"),
  },
  {
    name: "second-draft-is-not-checked",
    what: "after a refusal the next draft goes out as it is",
    patches: [...one("src/avatar/avatar.ts", 'if (decision.verdict === "pass") {', 'if (decision.verdict === "pass" || number === MOST_DRAFTS) {')],
  },
  {
    name: "notes-are-no-secret",
    what: "the gate does not know what we have noted about customers",
    patches: one("src/customers/internal.ts", "union all select id, 'note', nullif(notes, ''), created_at from customers", ""),
  },
  {
    name: "says-who-it-is-only-when-all-is-well",
    what: "a reply after a failed turn does not say that it is an AI",
    patches: one(
      "src/avatar/reply.ts",
      'const disclosure = turn.conversation.disclosed ? ""',
      'const disclosure = turn.conversation.disclosed || turn.failures > 0 || turn.previous !== null ? ""',
    ),
  },
  {
    name: "sent-again-without-looking",
    what: "a delivery that died under way is sent again without a look whether it arrived",
    patches: one("src/conversations/outbox.ts", "{ uncertain: row.uncertain }", "{ uncertain: false }"),
  },
  {
    name: "unknown-is-sent-again",
    what: "when nobody can tell whether a delivery arrived, it is sent again",
    patches: one("src/conversations/outbox.ts", 'if (result.state !== "retry") return', 'if (result.state === "failed") return').concat(
      one("src/conversations/outbox.ts", "const pause = result.afterMs ??", 'const pause = ("afterMs" in result ? result.afterMs : undefined) ??'),
    ),
  },
  {
    name: "deliveries-overtake",
    what: "a reply whose delivery waits is overtaken by the next",
    patches: one("src/conversations/outbox.ts", "if (conversation && behind > (chains.get(conversation)?.length ?? 0)) return leave(envelope.id);", ""),
  },
  {
    name: "nobody-hears-of-an-unknown-delivery",
    what: "a delivery of which nobody can tell is noted, and that is all",
    patches: one("src/care/alerts.ts", "        await deliveryAlert(delivery);\n", ""),
  },
  {
    name: "handed-over-and-forgotten",
    what: "what waited when a person took over has no outcome",
    patches: one(
      "src/conversations/threads.ts",
      'if (to.mode === "human") await handOver(tx, conversation, before.covered_seq, at);',
      'await tx.query("update conversations set covered_seq = inbound_seq where id = $1", [conversation]);',
    ),
  },
  {
    name: "safety-costs-the-customer",
    what: "a safety matter is paid from the customer's budget",
    patches: one(
      "src/escalations/outcomes.ts",
      'const row = newRow(asked, id, decision, { class: kind, payer: "company/safety", dueAt, hold: null });',
      "const row = newRow(asked, id, decision, { class: kind, payer: `customer/${asked.matter.customer}/budget`, dueAt, hold: null });",
    ),
  },
  {
    name: "safety-waits-in-the-queue",
    what: "staff see a safety matter when they look, and are not told",
    patches: one(
      "src/escalations/outcomes.ts",
      "const writes = [row, ...watch(id, asked.at, dueAt), ...sendings.map(({ write }) => write)];\n    return { ...base(asked, id, decision), dueAt, slot: alarm(kind, dueAt), writes: alone(asked, writes), sendings };",
      "return { ...base(asked, id, decision), dueAt, slot: alarm(kind, dueAt), writes: alone(asked, [row]), sendings: [] };",
    ),
  },
  {
    name: "restart-sends-everything-again",
    what: "a process that starts takes delivered rows for its own",
    patches: one(
      "src/conversations/outbox.ts",
      "update outbox set lease_until = 'epoch' where state = 'pending' and lease_until is not null",
      "update outbox set state = 'pending', lease_until = null where state <> 'failed'",
    ),
  },
  {
    name: "claimed-by-two",
    what: "two people may claim the same escalation",
    patches: [
      ...one("src/escalations/holder.ts", 'if (held.state === "claimed" && held.claimed_by !== by.id) throw heldByOther(held.claimed_name);', ""),
      ...one("src/escalations/holder.ts", 'if (row.mode === "human" && row.held_by !== by.id) throw heldByOther(row.holder_name);', ""),
    ],
  },
  {
    name: "prompt-knows-the-notes",
    what: "what we have noted about the customer is told to the model",
    patches: one(
      "src/avatar/avatar.ts",
      "const messages = contextOf(turn, rooms.prompt.text, hits, given.question);",
      'const messages = contextOf(turn, `${rooms.prompt.text}\\n${internal.join("\\n")}`, hits, given.question);',
    ),
  },
  {
    name: "handed-over-and-unread",
    what: "what waited when a person took over is not read for safety matters",
    patches: one(
      "src/conversations/threads.ts",
      "insert into timers (kind, ref, due_at) select $3, id, $4 from messages where conversation = $1 and author = 'contact' and seq > $2 on conflict",
      "insert into timers (kind, ref, due_at) select $3, id, $4 from messages where conversation = $1 and seq > $2 and false on conflict",
    ),
  },
  {
    name: "broken-file-ends-the-service",
    what: "a restart while the rulebook file is broken fails",
    patches: one("src/rulebook/rulebook.ts", "let inForce = await readAndActivate().catch(oldOne);", "void oldOne;\n  let inForce = await readAndActivate();"),
  },
];
