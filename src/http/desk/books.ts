import { formatMoney } from "../../ledger/index.ts";
import { Problem } from "../problems.ts";
import type { Rooms } from "../rooms.ts";
import type { DeskRooms } from "./rooms.ts";
import { given, page, refuseUnknown } from "./shapes.ts";

/** The ledger, deliveries and rules for whoever looks after them. */
export function createBooksDesk({ ledger, conversations, rulebook }: DeskRooms): Pick<Rooms, "ledger" | "deliveries" | "policies"> {
  return {
    ledger: {
      async postings({ limit, after, customer, order }) {
        const rows = await ledger.postings({ ...given({ customer, order }), ...(after === undefined ? {} : { after: postingId(after) }), limit: limit + 1 });
        return page(
          rows,
          limit,
          ({ id }) => id.toString(),
          ({ facts: _facts, ...row }) => ({ ...row, id: row.id.toString(), amount: formatMoney(row.amount), at: row.at.toISOString() }),
        );
      },
      async check() {
        const check = await ledger.check();
        return { ...check, differences: check.differences.map(inMoney) };
      },
    },
    deliveries: {
      async list(query) {
        await refuseUnknown(query.after, conversations.deliveries.find);
        const rows = await conversations.deliveries.list({ ...query, limit: query.limit + 1 });
        return page(
          rows,
          query.limit,
          ({ id }) => id,
          (row) => ({ ...row, createdAt: row.createdAt.toISOString() }),
        );
      },
    },
    policies: {
      async current() {
        const { version, activatedAt, text } = await rulebook.inForce();
        return { version, activatedAt: activatedAt.toISOString(), text };
      },
    },
  };
}

const AMOUNTS = ["expected", "found", "sum"];

function inMoney(difference: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(difference).map(([key, value]) => [
      key,
      AMOUNTS.includes(key) && typeof value === "string" ? formatMoney(BigInt(value)) : (value as unknown),
    ]),
  );
}

function postingId(text: string): bigint {
  if (/^\d{1,18}$/.test(text)) return BigInt(text);
  throw new Problem("invalid", "after is the next of the page before.", { errors: [{ path: "after", message: "not an id of a posting" }] });
}
