import { formatMoney, type PostingRow } from "../../ledger/index.ts";
import type { CauseCost, Cost } from "../contract.ts";
import type { DeskRooms } from "./rooms.ts";
import { money } from "./shapes.ts";

const PAGE = 2_000;
const MOST_PAGES = 25; // 50,000 postings of one customer in one period

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
  { ledger, customers }: Pick<DeskRooms, "ledger" | "customers">,
  customer: string,
  from: Date,
  currency: string,
): Promise<CauseCost[]> {
  const causes = new Map<string, { episodes: number; cost: bigint }>();
  const of = (cause: string) => {
    const known = causes.get(cause) ?? { episodes: 0, cost: 0n };
    causes.set(cause, known);
    return known;
  };
  for (const { cause, episodes } of await customers.episodesByCause(customer, from)) of(cause).episodes = episodes;
  for await (const { account, amount, cause } of postingsSince(ledger, customer, from)) if (isVendor(account)) of(cause).cost -= amount;
  const sorted = [...causes].toSorted(([, a], [, b]) => (a.cost === b.cost ? b.episodes - a.episodes : a.cost < b.cost ? 1 : -1));
  return sorted.map(([cause, { episodes, cost }]) => ({ cause, episodes, cost: money(cost, currency) }));
}

/** The customer's postings since `from`, the newest first. */
async function* postingsSince(ledger: DeskRooms["ledger"], customer: string, from: Date): AsyncGenerator<PostingRow> {
  let after: bigint | undefined;
  for (let i = 0; i < MOST_PAGES; i++) {
    const rows = await ledger.postings({ customer, order: "desc", limit: PAGE, ...(after === undefined ? {} : { after }) });
    for (const row of rows) if (row.at >= from) yield row;
    after = rows.at(-1)?.id;
    if (rows.length < PAGE || (rows.at(-1) as PostingRow).at < from) return;
  }
}
