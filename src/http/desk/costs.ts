import { formatMoney, type PostingRow } from "../../ledger/index.ts";
import type { CauseCost, Cost } from "../contract.ts";
import type { DeskRooms } from "./rooms.ts";
import { money } from "./shapes.ts";

/** A vendor's side of a transfer is what was paid: to a model, or to our people for their time. */
function isVendor(account: string): boolean {
  return account.startsWith("vendor/") || account.startsWith("staff/");
}
/** Whose money it was: neither the vendor's side nor the two that count along. */
function isPayer(account: string): boolean {
  return !isVendor(account) && account !== "company/grants" && !account.endsWith("/support-cost");
}

/** Postings as costs: one for each transfer that paid a vendor. */
export function costsOf(postings: PostingRow[]): (Cost & { turn: string | null; micro: bigint })[] {
  const transfers = Map.groupBy(postings, ({ transfer }) => transfer);
  return [...transfers].flatMap(([transfer, lines]) => {
    const vendor = lines.find(({ account }) => isVendor(account));
    const payer = lines.find(({ account }) => isPayer(account));
    if (!vendor || !payer) return [];
    const { kind, cause, currency, facts, turn } = vendor;
    return [
      {
        transfer,
        kind,
        cause,
        amount: formatMoney(-vendor.amount),
        micro: -vendor.amount,
        currency,
        payer: payer.account,
        vendor: vendor.account,
        facts,
        at: vendor.at.toISOString(),
        turn,
      },
    ];
  });
}

/** What each cause has cost since `from`, whoever paid, and how many matters it had; the dearest first. */
export async function causesOf(
  { customers }: Pick<DeskRooms, "customers">,
  customer: string,
  from: Date,
  { costs, currency }: { costs: Map<string, bigint>; currency: string },
): Promise<CauseCost[]> {
  const episodes = new Map((await customers.episodesByCause(customer, from)).map((row) => [row.cause, row.episodes]));
  const causes = [...new Set([...episodes.keys(), ...costs.keys()])].map((cause) => ({
    cause,
    episodes: episodes.get(cause) ?? 0,
    cost: costs.get(cause) ?? 0n,
  }));
  const sorted = causes.toSorted((a, b) => (a.cost === b.cost ? b.episodes - a.episodes : a.cost < b.cost ? 1 : -1));
  return sorted.map(({ cause, episodes: matters, cost }) => ({ cause, episodes: matters, cost: money(cost, currency) }));
}
