import type { Database } from "../platform/database.ts";

export type DeliveryState = "pending" | "delivered" | "unknown" | "failed";

/** What was, or is, to be sent, as staff read it. */
export type Delivery = {
  id: string;
  channel: string;
  conversation: string | null;
  message: string | null;
  kind: string;
  state: DeliveryState;
  attempts: number;
  error: string | null;
  createdAt: Date;
};

/** Reading the outbox, for people who look after what may not have arrived. */
export function createDeliveries({ db }: { db: Database }) {
  /** The newest first, after the id `after`. */
  async function list(filter: { state: DeliveryState; after?: string | undefined; limit: number }): Promise<Delivery[]> {
    return db.query<Delivery>(
      `select id, channel, conversation, message, envelope->>'kind' as kind, state, attempts, error, created_at as "createdAt" from outbox
       where state = $1 and ($2::text is null or (created_at, id) < (select created_at, id from outbox where id = $2)) order by created_at desc, id desc limit $3`,
      [filter.state, filter.after ?? null, filter.limit],
    );
  }

  async function find(id: string): Promise<{ id: string } | undefined> {
    const [row] = await db.query<{ id: string }>("select id from outbox where id = $1", [id]);
    return row;
  }
  return { list, find };
}

export type Deliveries = ReturnType<typeof createDeliveries>;
