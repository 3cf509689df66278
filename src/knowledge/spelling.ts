/**
 * Slips of the pen, mended by the words that the pages use: "databse" is read as "database". Only a word that nobody knows is
 * touched, only where a known one is as near as a slip, and nothing is invented: the same pages mend the same way.
 */

/** Shorter words are near to too many others. */
const LEAST_LETTERS = 5;
/** In shorter words a letter for another makes a word of its own too often ("master" is no "matter"). */
const CHANGED_LETTERS = 7;
/** From this length on two slips are believed; Damerau counted most misspellings as a single one (Comm. ACM 7/3, 1964). */
const TWO_SLIPS_LETTERS = 9;

export type Speller = {
  /** The known word that is meant, or undefined where the word is known or nothing is near enough. */ mend(word: string): string | undefined;
};

/** `used`: how often each word stands on the pages. `known`: what needs no mending although no page has it. */
export function createSpeller(used: ReadonlyMap<string, number>, known: (word: string) => boolean): Speller {
  // People rarely get the first letter wrong.
  const byStart = new Map<string, string[]>();
  for (const word of used.keys()) {
    if (word.length < LEAST_LETTERS - 1) continue;
    const start = word[0] as string;
    const others = byStart.get(start);
    if (others) others.push(word);
    else byStart.set(start, [word]);
  }

  function mend(word: string): string | undefined {
    if (word.length < LEAST_LETTERS || !/^\p{L}+$/u.test(word) || used.has(word) || known(word)) return undefined;
    const most = word.length >= TWO_SLIPS_LETTERS ? 2 : 1;
    let best: string | undefined;
    let least = most + 1;
    const mayChange = word.length >= CHANGED_LETTERS;
    for (const other of byStart.get(word[0] as string) ?? []) {
      if (Math.abs(other.length - word.length) > most) continue;
      const slips = slipsBetween(word, other, most, mayChange ? 1 : 2);
      if (slips < least || (slips === least && best !== undefined && isMeantRather(other, best))) [best, least] = [other, slips];
    }
    return least <= most ? best : undefined;
  }

  const isMeantRather = (one: string, other: string): boolean => {
    const [more, less] = [used.get(one) as number, used.get(other) as number];
    return more > less || (more === less && one < other);
  };
  return { mend };
}

/** Letters left out, put in, changed or swapped with their neighbour (optimal string alignment); `changed` is what another letter counts; `most + 1` for anything beyond `most`. */
function slipsBetween(a: string, b: string, most: number, changed: number): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + (same ? 0 : changed));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (before[j - 2] as number) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length] as number;
}
