import { read, type History, type Reading } from "./detectors.ts";
import { thatCount, type AlertRule } from "./rules.ts";
import { step, timingOf, type AlertState } from "./states.ts";

/** A time in which a rule fired: from, until (exclusive; undefined: it still does), and what it saw last while it held. */
export type Spell = { from: number; until: number | undefined; last: Reading };

/**
 * What a rule would have fired on between `from` and `to`: looked at whenever something began, and whenever time alone changes something.
 * Each spell is one alert: swings that its states swallow are none.
 */
export function spellsOf(rule: AlertRule, history: History, from: number, to: number): Spell[] {
  const timing = timingOf(rule);
  const spells: Spell[] = [];
  let now: AlertState = { state: "quiet" };
  const look = (at: number): number | undefined => {
    const reading = read(rule, history, at);
    const { next, again } = step(now, { now: at, over: reading.over, value: reading.value, muted: false }, timing);
    const open = spells.at(-1);
    if (next.state === "firing" && now.state !== "firing") spells.push({ from: at, until: undefined, last: reading });
    else if (next.state === "firing" && open && reading.over) open.last = reading;
    else if (next.state !== "firing" && now.state === "firing" && open) open.until = at;
    now = next;
    return earliest(reading.over ? reading.again : undefined, again);
  };
  let again = look(from);
  for (const { at } of [...thatCount(history.episodes, to), { at: to + 1 }]) {
    if (at <= from) continue;
    while (again !== undefined && again < at && again <= to) again = look(again);
    if (at <= to) again = look(at);
  }
  return spells;
}

function earliest(...moments: (number | undefined)[]): number | undefined {
  const known = moments.filter((one): one is number => one !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}
