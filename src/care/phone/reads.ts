import type { PhoneRooms } from "./rooms.ts";
import { bookedFor, CALLS, type CallRow } from "./rows.ts";
import { talkingSheet, type SheetLine } from "./sheet.ts";

export type CallQuery = { state?: "open" | "ended" | undefined; customer?: string | undefined; after?: string | undefined; limit: number };
/** A call as staff see it. `cost` in micro-units; null: nothing was booked. */
export type PhoneCall = CallRow & { cost: bigint | null };
/** With the number, for whoever has claimed it, and what to say. */
export type PhoneCallDetail = PhoneCall & { sheet: SheetLine[] };

const LISTED = CALLS.replace("select p.*", `select p.*, ${bookedFor("p.id")} as cost`);

/** What staff see of calls: those that wait first, by when they may be made. */
export function createCallReads({ db, clock, say, persona }: PhoneRooms) {
  async function list({ state, customer, after, limit }: CallQuery): Promise<PhoneCall[]> {
    const rank = "(case when p.state = 'ended' then 1 else 0 end)";
    const open = state === undefined ? null : state === "open";
    return db.query<PhoneCall>(
      `${LISTED} where ($1::boolean is null or (p.state <> 'ended') = $1) and ($2::text is null or p.customer = $2)
       and ($3::text is null or (${rank}, p.not_before, p.id) > (select ${rank}, p.not_before, p.id from phone_calls p where p.id = $3))
       order by ${rank}, p.not_before, p.id limit $4`,
      [open, customer ?? null, after ?? null, limit],
    );
  }

  async function get(id: string, reader: { name: string }): Promise<PhoneCallDetail | undefined> {
    const [row] = await db.query<PhoneCall>(`${LISTED} where p.id = $1`, [id]);
    if (!row) return undefined;
    const sheet =
      row.kind === "personal" && row.state !== "ended"
        ? await talkingSheet(db, say, row, { name: reader.name, business: persona().business }, clock.now())
        : [];
    return { ...row, sheet };
  }

  async function find(id: string): Promise<{ id: string } | undefined> {
    const [row] = await db.query<{ id: string }>("select id from phone_calls where id = $1", [id]);
    return row;
  }

  /** How many wait for people or are being made: the badge of the console. */
  async function waiting(): Promise<number> {
    const [row] = await db.query<{ count: number }>("select count(*)::int as count from phone_calls where state = 'waiting' and kind = 'personal'");
    return row?.count ?? 0;
  }

  return { list, get, find, waiting };
}
