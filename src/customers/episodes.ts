import type { Database } from "../platform/database.ts";

/** A matter with all its follow-ups. `ours`: we caused it, so it never counts against the customer. */
export type Episode = {
  id: string;
  customer: string;
  topic: string;
  errorCode: string | null;
  productVersion: string | null;
  ours: boolean;
  openedAt: Date;
};

/** The name under which a matter's costs are booked and counted: its error code or topic, with the version where known. */
export function causeOf(matter: { topic: string; errorCode: string | null; productVersion: string | null }): string {
  const what = matter.errorCode ?? matter.topic;
  return matter.productVersion === null ? what : `${what}@${matter.productVersion}`;
}

/** Reading episodes: what call-frequency alerts and the customer's page count. */
export function createEpisodes({ db }: { db: Database }) {
  /** Episodes that began at `since` or later, the oldest first. */
  async function episodesSince(customer: string, since: Date): Promise<Episode[]> {
    return db.query<Episode>(
      `select id, customer, topic, error_code as "errorCode", product_version as "productVersion", ours, opened_at as "openedAt"
       from episodes where customer = $1 and opened_at >= $2 order by opened_at, id`,
      [customer, since],
    );
  }

  /** How many episodes each of these customers has had since then; who has none is missing. */
  async function episodeCounts(customers: string[], since: Date): Promise<Map<string, number>> {
    const rows = await db.query<{ customer: string; count: number }>(
      "select customer, count(*)::int as count from episodes where customer = any($1) and opened_at >= $2 group by customer",
      [customers, since],
    );
    return new Map(rows.map(({ customer, count }) => [customer, count]));
  }

  /** Episodes by their cause, the most frequent first; what they cost is in the ledger under the same name. */
  async function episodesByCause(customer: string, since?: Date): Promise<{ cause: string; episodes: number }[]> {
    const rows = await db.query<{ topic: string; errorCode: string | null; productVersion: string | null; count: number }>(
      `select case when error_code is null then topic else '' end as topic, error_code as "errorCode", product_version as "productVersion", count(*)::int as count
       from episodes where customer = $1 and ($2::timestamptz is null or last_at >= $2) group by 1, 2, 3 order by 4 desc, 1, 2, 3`,
      [customer, since ?? null],
    );
    return rows.map(({ count, ...matter }) => ({ cause: causeOf(matter), episodes: count }));
  }

  return { episodesSince, episodeCounts, episodesByCause };
}
