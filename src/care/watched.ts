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
 * (prometheus/prometheus#14085: a gap in the data looks like a recovery). A clock of our own stands still while nobody is there, and is
 * moved by leaps while somebody is: under it there are no gaps but those that are written down.
 */
export function createWatched({ db, clock, ids }: { db: Database; clock: Clock; ids: Ids }) {
  /** The time since we were seen last, if it is long. */
  async function since(now: Date): Promise<Gap | undefined> {
    const seen = clock.kind === "manual" ? undefined : await readSetting<string>(db, KEY);
    if (seen === undefined || now.getTime() - Date.parse(seen) <= GAP_MS) return undefined;
    return { from: new Date(seen), until: now };
  }

  /** We are here: called each minute, by every process. Whoever comes after a gap writes it down. */
  async function beat(): Promise<void> {
    if (clock.kind === "manual") return;
    const now = clock.now();
    const gap = await since(now);
    if (gap) await db.query("insert into unwatched (id, from_at, until_at) values ($1, $2, $3)", [ids.next("gap"), gap.from, gap.until]);
    await writeSetting(db, KEY, now.toISOString());
  }

  /** The last gap that reaches into the time since `from`; the one that nobody has written down yet, too. */
  async function gapSince(from: Date): Promise<Gap | undefined> {
    const open = await since(clock.now());
    if (open) return open;
    const [row] = await db.query<Gap>('select from_at as "from", until_at as until from unwatched where until_at > $1 order by until_at desc limit 1', [from]);
    return row;
  }

  return { beat, gapSince };
}

export type Watched = ReturnType<typeof createWatched>;
