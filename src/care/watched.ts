import type { Clock } from "../platform/clock.ts";
import type { Database } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import { readSetting, writeSetting } from "../platform/settings.ts";

/** A stretch in which no process ran. */
export type Gap = { from: Date; until: Date };

const KEY = "watched";
const GAP_MS = 10 * 60_000; // a restart is no gap; mail and Slack wait that long for us

/**
 * Whether somebody was there to count. While nothing of ours runs, nothing is counted, and a count that falls then has not got better
 * (prometheus/prometheus#14085: a gap in the data looks like a recovery).
 */
export function createWatched({ db, clock, ids }: { db: Database; clock: Clock; ids: Ids }) {
  /** We are here: called again and again, and when we go. */
  async function beat(): Promise<void> {
    await writeSetting(db, KEY, clock.now().toISOString());
  }

  /** At the start: notes how long nobody was there. A clock of our own tells its time, too, whenever it is moved. */
  async function begin(): Promise<void> {
    const seen = [await readSetting<string>(db, KEY), clock.kind === "manual" ? await readSetting<string>(db, "clock") : undefined];
    const last = Math.max(...seen.filter((one) => one !== undefined).map((one) => Date.parse(one)));
    const now = clock.now();
    if (Number.isFinite(last) && seen[0] !== undefined && now.getTime() - last > GAP_MS) {
      await db.query("insert into unwatched (id, from_at, until_at) values ($1, $2, $3)", [ids.next("gap"), new Date(last), now]);
    }
    await beat();
  }

  /** The last gap that reaches into the time since `from`. */
  async function gapSince(from: Date): Promise<Gap | undefined> {
    const [row] = await db.query<Gap>('select from_at as "from", until_at as until from unwatched where until_at > $1 order by until_at desc limit 1', [from]);
    return row;
  }

  return { begin, beat, gapSince };
}

export type Watched = ReturnType<typeof createWatched>;
