import type { ContributionView } from "../../care/index.ts";
import type * as contract from "../contract.ts";
import type { Rooms } from "../rooms.ts";
import type { DeskRooms } from "./rooms.ts";
import { money } from "./shapes.ts";

/** Contributions as the contract has them; nothing is decided here. */
export function createContributionDesk({ contributions, customers, rulebook }: DeskRooms): Rooms["contributions"] {
  const shape = (row: ContributionView) => shapeOf(row, rulebook.current().book.business.currency);
  return {
    async of(customer) {
      if (!(await customers.get(customer))) return undefined;
      return { items: (await contributions.of(customer)).map(shape), next: null };
    },
    accept: async (customer, { kind, link, contact }, by) => shape(await contributions.accept({ customer, kind, link, contact }, by)),
    withdraw: async (id, by) => shape(await contributions.withdraw(id, by)),
  };
}

function shapeOf(row: ContributionView, currency: string): contract.Contribution {
  const { withdrawn_at, withdrawn_name, taken } = row;
  return {
    id: row.id,
    contact: row.contact === null ? null : { id: row.contact, name: row.contact_name ?? row.contact },
    kind: row.kind,
    link: row.link,
    verdict: row.verdict,
    reasons: row.reasons,
    earned: money(row.amount, currency),
    acceptedBy: row.accepted_name,
    acceptedAt: row.accepted_at.toISOString(),
    thankedAt: row.thanked_at?.toISOString() ?? null,
    withdrawn: withdrawn_at && { by: withdrawn_name ?? "", at: withdrawn_at.toISOString(), taken: money(taken ?? 0n, currency) },
  };
}
