import { applyWrites } from "../platform/commit.ts";
import type { Queryable } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { schedule, type Timers } from "../platform/timers.ts";
import { VISITORS } from "../customers/index.ts";
import { award, customerBudget, takeBack, transferId, type Ledger } from "../ledger/index.ts";
import { StaffRefused, type StaffActor } from "../conversations/channel.ts";
import { contribution as policy, earnedBy, type ContributionKind } from "../policies/index.ts";
import type { RecordedDecision } from "../rulebook/index.ts";
import { createContributionThanks, THANK_CONTRIBUTOR, type ThanksRooms } from "./contribution-thanks.ts";

/** What a person of ours accepts. `contact`: who brought it; left out, the customer as a whole. */
export type NewContribution = { customer: string; contact?: string | undefined; kind: ContributionKind; link: string };

/** A contribution as staff see it; amounts in micro-units. */
export type ContributionView = {
  id: string;
  customer: string;
  contact: string | null;
  contact_name: string | null;
  kind: ContributionKind;
  link: string;
  verdict: "nothing" | "thank" | "grant";
  reasons: { code: string; text: string }[];
  amount: bigint;
  accepted_name: string;
  accepted_at: Date;
  thanked_at: Date | null;
  withdrawn_at: Date | null;
  withdrawn_name: string | null;
  taken: bigint | null;
};

export type ContributionRooms = ThanksRooms & { ids: Ids; ledger: Pick<Ledger, "openPeriod"> };

const VIEW = `select c.id, c.customer, c.contact, k.name as contact_name, c.kind, c.link, d.verdict, d.reasons, c.amount, c.accepted_name, c.accepted_at,
    t.at as thanked_at, w.at as withdrawn_at, w.withdrawn_name, w.taken
  from contributions c join decisions d on d.id = c.decision left join contacts k on k.id = c.contact
  left join contribution_thanks t on t.contribution = c.id left join contribution_withdrawals w on w.contribution = c.id`;
const DAY_MS = 86_400_000;
const MOST = 200; // listed; the last ones

const keyOf = (id: string) => `contribution/${id}`;

/** What members of the community bring: accepted by a person, earned by policy, booked once, and undone to the unit. */
export function createContributions(rooms: ContributionRooms) {
  const { db, clock, ids, ledger, rulebook } = rooms;
  const thanks = createContributionThanks(rooms);

  async function view(id: string): Promise<ContributionView> {
    const [row] = await db.query<ContributionView>(`${VIEW} where c.id = $1`, [id]);
    if (!row) throw new StaffRefused("not_found", "There is no such contribution.");
    return row;
  }

  /**
   * Accepts a contribution; what it earns is decided and booked with it.
   * @throws StaffRefused not_found; conflict: it stands already, under whatever customer
   */
  async function accept(given: NewContribution, by: StaffActor): Promise<ContributionView> {
    const [known] = await db.query("select 1 from customers where id = $1 and id <> $2", [given.customer, VISITORS]);
    if (!known) throw new StaffRefused("not_found", "There is no such customer.");
    // Before the transaction: the embedded database has one connection only.
    await ledger.openPeriod(customerBudget(given.customer));
    const id = ids.next("ctb");
    await db
      .transaction((tx) => acceptIn(tx, id, given, by))
      .catch((error: unknown) => {
        throw (error as { code?: string }).code === "23505" ? new StaffRefused("conflict", "This contribution has been accepted already.") : error;
      });
    return view(id);
  }

  async function acceptIn(tx: Queryable, id: string, given: NewContribution, by: StaffActor): Promise<void> {
    const at = clock.now();
    const { customer, contact = null, kind, link } = given;
    // One at a time for each customer: the limit holds however many are accepted at once.
    await tx.query("select 1 from customers where id = $1 for update", [customer]);
    if (contact !== null) await requirePerson(tx, customer, contact);
    const decision = await decide(tx, given, at);
    const amount = decision.verdict === "grant" ? earnedBy(rulebook.current().book, kind) : 0n;
    const transfer = amount > 0n ? transferId(keyOf(id)) : null;
    await applyWrites(tx, [rulebook.decisionWrite(decision, { customer, at })]);
    await tx.query(
      `insert into contributions (id, customer, contact, kind, link, accepted_by, accepted_name, accepted_at, decision, amount, transfer)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [id, customer, contact, kind, link, by.id, by.name, at, decision.id, amount, transfer],
    );
    if (amount > 0n) await applyWrites(tx, await award(tx, { ...bookingOf(id, customer, kind, at), amount }));
    if (decision.verdict === "thank") await applyWrites(tx, [schedule(THANK_CONTRIBUTOR, id, at)]);
  }

  const bookingOf = (id: string, customer: string, kind: ContributionKind, at: Date) => ({
    key: keyOf(id),
    customer,
    currency: rulebook.current().book.business.currency,
    cause: `contribution ${kind}`,
    at,
  });

  async function requirePerson(tx: Queryable, customer: string, contact: string): Promise<void> {
    // Whoever is erased at this moment is waited for.
    const [theirs] = await tx.query("select 1 from contacts where id = $1 and customer = $2 and erased_at is null for share", [contact, customer]);
    if (!theirs) throw new StaffRefused("not_found", "This customer has no such contact.");
  }

  async function decide(tx: Queryable, { customer, contact, kind }: NewContribution, at: Date): Promise<RecordedDecision<"nothing" | "thank" | "grant">> {
    const since = new Date(at.getTime() - rulebook.current().book.contributions.days * DAY_MS);
    const earned = await tx.query<{ at: Date; amount: bigint }>(
      "select accepted_at as at, amount from contributions where customer = $1 and standing and amount > 0 and accepted_at >= $2 order by accepted_at, id",
      [customer, since],
    );
    const facts = { kind, now: at.getTime(), earned: earned.map((one) => ({ at: one.at.getTime(), amount: one.amount })), person: contact !== undefined };
    return rulebook.decide(policy, facts);
  }

  /**
   * Undoes a contribution by a record of its own: what is left of what it earned is taken back, and a thank-you that has not left stays here.
   * @throws StaffRefused not_found, already_ended
   */
  async function withdraw(id: string, by: StaffActor): Promise<ContributionView> {
    const { customer, kind } = await view(id);
    await ledger.openPeriod(customerBudget(customer));
    await db.transaction(async (tx) => {
      const at = clock.now();
      await tx.query("select 1 from customers where id = $1 for update", [customer]);
      const [stood] = await tx.query<{ amount: bigint }>("update contributions set standing = false where id = $1 and standing returning amount", [id]);
      if (!stood) throw new StaffRefused("already_ended", "This contribution has been withdrawn.");
      const { taken, writes } = stood.amount > 0n ? await takeBack(tx, bookingOf(id, customer, kind, at)) : { taken: 0n, writes: [] };
      await applyWrites(tx, writes);
      await tx.query("insert into contribution_withdrawals (contribution, withdrawn_by, withdrawn_name, at, taken, transfer) values ($1, $2, $3, $4, $5, $6)", [
        id,
        by.id,
        by.name,
        at,
        taken,
        taken > 0n ? transferId(`${keyOf(id)}/back`) : null,
      ]);
    });
    return view(id);
  }

  return {
    accept,
    withdraw,
    /** The last ones of a customer, the newest first. */
    of: (customer: string) => db.query<ContributionView>(`${VIEW} where c.customer = $1 order by c.accepted_at desc, c.id desc limit ${MOST}`, [customer]),
    registerTimers: (timers: Pick<Timers, "on">): void => timers.on(THANK_CONTRIBUTOR, thanks),
  };
}

export type Contributions = ReturnType<typeof createContributions>;
