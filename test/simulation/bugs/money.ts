import { one, type Bug } from "./patch.ts";

/** Mistakes with budgets, holds and bookings. */
export const moneyBugs: Bug[] = [
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
    patches: one("src/avatar/steps.ts", ": chosen.ceiling;", ': attempt.status === "ok" ? 0n : chosen.ceiling;'),
  },
  {
    name: "broken-step-is-free",
    what: "a step that broke off after it had begun is not booked",
    by: ["4 every paid attempt is booked"],
    patches: one("src/avatar/steps.ts", 'if (failure.paid === "maybe") charge(', "if (failure.paid === undefined) charge("),
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
    patches: one("src/ledger/ledger.ts", 'if (hold.kind === "staff" || !hold.customer) return [end];', "return [end];"),
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
    name: "posted-a-micro-unit-too-much",
    what: "what is posted is more than what the attempt says",
    by: ["4 to the micro-unit"],
    patches: one("src/avatar/attempts.ts", "amount: attempt.amount,", "amount: attempt.amount + 1n,"),
  },
  {
    name: "cut-off-instead-of-rounded-up",
    what: "a part of a micro-unit is dropped",
    by: ["4 to the micro-unit"],
    patches: one(
      "src/ledger/prices.ts",
      "return divideUp((tokensTimesRate + request) * rate, SCALE * SCALE);",
      "void divideUp;\n  return ((tokensTimesRate + request) * rate) / (SCALE * SCALE);",
    ),
  },
  {
    name: "usage-is-never-believed",
    what: "whatever the vendor says was used, everybody pays the ceiling",
    by: ["4 what the vendor told is believed"],
    patches: one(
      "src/ledger/usage.ts",
      'if (input > requestBytes) return { ok: false, problem: "too_much_input" };',
      'if (input >= 0) return { ok: false, problem: "missing" };',
    ),
  },
  {
    name: "a-customers-cost-is-goodwill",
    what: "what a budget pays is not seen in what the customer has cost",
    by: ["4 a cost stands on its four lines"],
    patches: one("src/ledger/postings.ts", "{ account: supportCost(rest.customer), amount },", '{ account: "company/goodwill", amount },'),
  },
  {
    name: "a-fault-is-nobodys",
    what: "a step that died is booked without its customer",
    by: ["4 every cost has a customer and a cause"],
    patches: one("src/ledger/ledger.ts", "    customer: hold.customer,\n", "    customer: null as unknown as string,\n"),
  },
  {
    name: "an-old-posting-is-touched-in-the-story",
    what: "after a day, whoever sweeps calls what a fault has cost goodwill, in the rows themselves",
    by: ["4 ledger rows never change", "4 the ledger finds itself whole"],
    patches: [
      ...one(
        "migrations/0002-ledger.sql",
        "create trigger postings_append_only before update or delete or truncate on postings",
        "create trigger postings_append_only before truncate on postings",
      ),
      ...one(
        "src/ledger/ledger.ts",
        'await abandon(late, "deadline");',
        `await abandon(late, "deadline");
    await db.query("update postings p set account = 'company/goodwill' from transfers t where t.id = p.transfer and p.account = 'company/faults' and t.at < $1", [new Date(clock.now().getTime() - 86_400_000)]);`,
      ),
    ],
  },
  {
    name: "settled-in-two-steps",
    what: "the cost is posted first, and the hold for it ends in a commit of its own",
    by: ["5 no budget is overspent"],
    patches: [
      ...one(
        "src/escalations/desk.ts",
        "await threads.setMode(conversation, to, all, check);",
        `const ends = all.filter((write) => write.statement.name === "ledger_3_hold_ends");
      await threads.setMode(conversation, to, all.filter((write) => !ends.includes(write)), check);
      await applyWrites(db, ends);`,
      ),
      ...one(
        "migrations/0002-ledger.sql",
        "if exists (select 1 from accounts where id = new.id and capped and (balance - held < 0 or held < 0)) then",
        "if false then",
      ),
    ],
  },
  {
    name: "swept-too-late",
    what: "a hold is ended a minute and a half after its deadline",
    by: ["5 no hold past its deadline"],
    patches: one("src/ledger/ledger.ts", '[clock.now()],\n      "ledger_late_holds"', '[new Date(clock.now().getTime() - 90_000)],\n      "ledger_late_holds"'),
  },
  {
    name: "settled-above-the-hold",
    what: "all that a person has worked comes from the hold, however little that was",
    by: ["5 staff time is settled as promised"],
    patches: one("src/escalations/settle.ts", "const posted = actual < held ? actual : held;", "const posted = actual;"),
  },
  {
    name: "the-excess-is-always-ours",
    what: "the budget is not asked for what was not held",
    by: ["5 staff time is settled as promised"],
    patches: one("src/escalations/settle.ts", "if (!held.ok) {", "if (!held.ok || held.id !== key) {").concat(
      one("src/escalations/settle.ts", "left: held.left.toString()", "left: String((held as { left?: bigint }).left ?? 0n)"),
    ),
  },
  {
    name: "what-is-held-counts-twice",
    what: "what is left of a budget is worked out with the holds taken off twice",
    by: ["5 a refusal is true"],
    patches: one("src/ledger/budgets.ts", "const left = row.balance - row.held;", "const left = row.balance - row.held - row.held;"),
  },
  {
    name: "refused-before-the-month-is-opened",
    what: "a budget that nobody has touched this month is taken for empty",
    by: ["5 a refusal is true"],
    patches: one("src/ledger/budgets.ts", "if (row.period !== period) {", "if (false) {"),
  },
  {
    name: "first-month-in-part",
    what: "the first month's grant is for half of it",
    by: ["5 a grant is what the terms say"],
    patches: one("src/customers/grants.ts", "amount: (contract.fee * BigInt(share)) / WHOLE,", "amount: (contract.fee * BigInt(share)) / WHOLE / 2n,"),
  },
  {
    name: "nothing-ever-expires",
    what: "what was not spent stays for ever",
    by: ["5 a grant is what the terms say"],
    patches: one("src/ledger/budgets.ts", "const expired = clamp(balance - carried, balance - row.held);", "const expired = clamp(0n * carried, balance);"),
  },
  {
    name: "the-question-beside-the-hold",
    what: "what was asked is noted in the facts of the hold, for whoever looks",
    by: ["8 no words in facts"],
    patches: one("src/avatar/steps.ts", "facts: { model: model.name, step, ", "facts: { question: turn.covers.at(-1)?.text, model: model.name, step, "),
  },
];
