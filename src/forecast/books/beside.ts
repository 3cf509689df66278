import { livesOf, peopleOf, type Counting } from "../../care/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database.ts";
import { readRulebook, TONGUE_IN_CHEEK, type Rulebook } from "../../rulebook/index.ts";
import { bookFigures, type BookFigures } from "./compare.ts";

/** The rulebook in force and the one that selects customers to the letter, over the same past. `same`: the second one is in force. */
export type BooksBeside = { same: boolean; inForce: BookFigures; toTheLetter: BookFigures };

type Rooms = { db: Database; clock: Clock; rulebook: Pick<Rulebook, "current">; counting: Pick<Counting, "everybody"> };

/** Reads the past of our own customers through both rulebooks; one reading at a time, for it is a calculation of a second. */
export function createBooksBeside({ db, clock, rulebook, counting }: Rooms): () => Promise<BooksBeside> {
  let reading: Promise<BooksBeside> | undefined;

  async function beside(): Promise<BooksBeside> {
    const { book, version } = rulebook.current();
    const other = await readRulebook(TONGUE_IN_CHEEK);
    const now = clock.now();
    const rooms = { counting, now, lives: await livesOf(db, { timeZone: book.business.timeZone, now }), people: await peopleOf(db) };
    return { same: version === other.version, inForce: await bookFigures(book, rooms), toTheLetter: await bookFigures(other.book, rooms) };
  }

  return () => {
    reading ??= beside().finally(() => (reading = undefined));
    return reading;
  };
}
