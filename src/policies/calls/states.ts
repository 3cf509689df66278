import type { AlertRule } from "./rules.ts";

/**
 * How an alert lives: it holds for a while (pending), fires, and is resolved; then it cools down. Pure: a state and a look give the next
 * state. The words are those of Prometheus ("for", "keep_firing_for") and of PagerDuty (an acknowledged incident that triggers again).
 */

/** In milliseconds. */
export type Timing = {
  /** it holds so long before it fires */
  wait: number;
  /** it fires on for so long after it has ceased to hold */
  keep: number;
  /** after it was resolved a swing is no news: it has to hold, or to be gone, for so long at a stretch */
  coolDown: number;
  /** who was told, or has acknowledged, hears again after so long while it fires; undefined: never */
  remind: number | undefined;
};

/** `turned`: since when it holds, or does not. */
export type AlertState =
  | { state: "quiet" }
  | { state: "pending"; since: number }
  | {
      state: "firing";
      since: number;
      firedAt: number;
      over: boolean;
      turned: number;
      peak: number;
      toldAt: number | undefined;
      acknowledgedAt: number | undefined;
    }
  | { state: "resolved"; over: boolean; turned: number; peak: number };

/** What was seen. `missing`: what would have to be known was not seen, so nothing has got better. `muted`: nobody is to be told now. */
export type Look = { now: number; over: boolean | "missing"; value: number; muted: boolean };

export type AlertStep = { next: AlertState; /** people are to hear of it now */ tell: boolean; /** when time alone changes it */ again: number | undefined };

const HOUR = 3_600_000;
/** Three days: who calls on Monday and on Thursday has not begun anew. */
const COOL_DOWN_HOURS = 72;

export function timingOf({ forHours = 0, keepFiringHours = 0, coolDownHours = COOL_DOWN_HOURS, remindHours }: AlertRule): Timing {
  return {
    wait: forHours * HOUR,
    keep: keepFiringHours * HOUR,
    coolDown: coolDownHours * HOUR,
    remind: remindHours === undefined ? undefined : remindHours * HOUR,
  };
}

/** One look at an alert. */
export function step(before: AlertState, look: Look, timing: Timing): AlertStep {
  if (before.state === "firing") return whileFiring(before, look, timing);
  if (before.state === "resolved") return whileCooling(before, look, timing);
  const { now, over } = look;
  if (over === "missing") return still(before, before.state === "pending" ? before.since + timing.wait : undefined);
  if (!over) return still({ state: "quiet" });
  const since = before.state === "pending" ? before.since : now;
  return now - since >= timing.wait ? fire(since, look, timing) : still({ state: "pending", since }, since + timing.wait);
}

function fire(since: number, { now, value, muted }: Look, { remind }: Timing): AlertStep {
  const next: AlertState = {
    state: "firing",
    since,
    firedAt: now,
    over: true,
    turned: now,
    peak: value,
    toldAt: muted ? undefined : now,
    acknowledgedAt: undefined,
  };
  return { next, tell: !muted, again: muted || remind === undefined ? undefined : now + remind };
}

function whileFiring(before: Extract<AlertState, { state: "firing" }>, look: Look, { keep, remind }: Timing): AlertStep {
  const { now, value, muted } = look;
  // Not seen is not gone: what it waited for to be gone begins anew.
  const over = look.over !== false;
  const turned = over === before.over ? before.turned : now;
  if (!over && now - turned >= keep) return still({ state: "resolved", over, turned, peak: before.peak });
  const peak = look.over === true ? Math.max(before.peak, value) : before.peak;
  const heard = before.toldAt === undefined ? undefined : Math.max(before.toldAt, before.acknowledgedAt ?? 0);
  const due = heard === undefined || (remind !== undefined && now - heard >= remind);
  const tell = over && due && !muted;
  const next: AlertState = { ...before, over, turned, peak, ...(tell ? { toldAt: now, acknowledgedAt: undefined } : {}) };
  const reminded = remind === undefined || muted ? undefined : (tell ? now : (heard ?? now)) + remind;
  return { next, tell, again: over ? reminded : turned + keep };
}

function whileCooling(before: Extract<AlertState, { state: "resolved" }>, look: Look, timing: Timing): AlertStep {
  const { now, over, value } = look;
  const { coolDown, wait } = timing;
  // Gone for long enough: whatever comes now is new.
  if (!before.over && now - before.turned >= coolDown) return step({ state: "quiet" }, look, timing);
  if (over === "missing") return still(before);
  const turned = over === before.over ? before.turned : now;
  // What lasts is no swing, and neither is what is worse than before.
  const since = Math.max(wait, value > before.peak ? 0 : coolDown);
  if (over && now - turned >= since) return fire(turned, look, timing);
  return still({ state: "resolved", over, turned, peak: before.peak }, over ? turned + since : undefined);
}

function still(next: AlertState, again?: number): AlertStep {
  return { next, tell: false, again };
}
