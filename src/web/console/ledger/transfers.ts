import { decimal, micros } from "../parts/money.ts";

/** A transfer as a reader follows it: one cause, its lines, which sum to zero. */
export type TransferGroup<P> = { transfer: string; postings: P[] };

/** Groups postings by transfer in the order of their first line; the server pages by posting, so a transfer may go on over a page's edge. */
export function groupByTransfer<P extends { transfer: string }>(postings: P[]): TransferGroup<P>[] {
  const groups = new Map<string, TransferGroup<P>>();
  for (const posting of postings) {
    const group = groups.get(posting.transfer);
    if (group) group.postings.push(posting);
    else groups.set(posting.transfer, { transfer: posting.transfer, postings: [posting] });
  }
  return [...groups.values()];
}

const COMPANY: Record<string, string> = {
  "company/community-fund": "community fund",
  "company/visitors-fund": "visitors’ fund",
  "company/grants": "grants",
  "company/contributions": "contributions",
  "company/goodwill": "company (goodwill)",
  "company/overrun": "company (overrun)",
  "company/faults": "company (our fault)",
  "company/safety": "company (safety)",
  "company/human-looks": "company (human looks)",
  "company/initiative": "company (writing first)",
  "company/search": "company (finding pages by meaning)",
  "company/revenue": "revenue",
  "vendor/model": "model vendor",
  "vendor/tool": "tools outside",
  "staff/time": "staff time",
};

/** An account in words: who that is. Unknown paths stay as they are. */
export function accountInWords(account: string): string {
  const named = COMPANY[account];
  if (named) return named;
  if (/^customer\/[^/]+\/budget$/.test(account)) return "customer’s budget";
  if (/^customer\/[^/]+\/support-cost$/.test(account)) return "cost of serving the customer";
  return account;
}

type Line = { account: string; amount: string };

/** How much a transfer moved: its biggest line. A cost that a budget pays stands on four lines of the same size. */
export function moved(lines: Line[]): string {
  const sizes = lines.map((line) => micros(line.amount)).map((amount) => (amount < 0n ? -amount : amount));
  return decimal(sizes.reduce((biggest, size) => (size > biggest ? size : biggest), 0n));
}

const BEARERS = new Set(["company/goodwill", "company/overrun", "company/faults", "company/safety", "company/human-looks", "company/initiative"]);
const PURSE = /(\/budget|-fund)$/;

/** Where a transfer's money came from or went to, as one says it of a cost ("paid by") or of a grant ("to", "from"). */
export type Flow = { word: "paid by" | "to" | "from"; account: string };

/** A cost is paid by the budget or fund that went down, else by the company's account that took it; the rest is given to a purse or taken from it. */
export function flowOf(lines: Line[]): Flow | null {
  const up = lines.find(({ account, amount }) => micros(amount) > 0n && PURSE.test(account));
  const down = lines.find(({ account, amount }) => micros(amount) < 0n && PURSE.test(account));
  if (lines.some(({ account }) => account.startsWith("vendor/") || account.startsWith("staff/"))) {
    const bearer = down ?? up ?? lines.find(({ account }) => BEARERS.has(account));
    return bearer ? { word: "paid by", account: bearer.account } : null;
  }
  if (up) return { word: "to", account: up.account };
  return down ? { word: "from", account: down.account } : null;
}
