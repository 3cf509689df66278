import { read, type History, type Reading } from "./detectors.ts";
import { thatCount, type AlertRule } from "./rules.ts";

/** A time in which a rule fired: from, until (exclusive; undefined: it still does), and what it saw at first and last. */
export type Spell = { from: number; until: number | undefined; first: Reading; last: Reading };

/**
 * What a rule would have fired on between `from` and `to`: looked at whenever something began, and whenever the reading changes by itself.
 */
export function spellsOf(rule: AlertRule, history: History, from: number, to: number): Spell[] {
  const spells: Spell[] = [];
  let open: Spell | undefined;
  const look = (at: number): number | undefined => {
    const reading = read(rule, history, at);
    if (!reading.over) {
      if (open) open.until = at;
      open = undefined;
      return undefined;
    }
    if (open) open.last = reading;
    else spells.push((open = { from: at, until: undefined, first: reading, last: reading }));
    return reading.again;
  };
  let again: number | undefined = look(from);
  for (const { at } of [...thatCount(history.episodes, to), { at: to + 1 }]) {
    if (at <= from) continue;
    while (again !== undefined && again < at && again <= to) again = look(again);
    if (at <= to) again = look(at);
  }
  return spells;
}
