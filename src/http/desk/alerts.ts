import { outlookOf, type Outlook } from "../../forecast/index.ts";
import { RulebookError, loadAlert } from "../../rulebook/index.ts";
import { Problem } from "../problems.ts";
import type { Rooms } from "../rooms.ts";
import type { DeskRooms } from "./rooms.ts";
import { refuseUnknown } from "./shapes.ts";

/** The same figures each time somebody looks: chance comes from a seed. */
const SEED = 1;

/** Alerts, what holds them back, and what a rule would do before it is chosen. */
export function createAlertDesk({ alerts, clock }: Pick<DeskRooms, "alerts" | "clock">): Rooms["alerts"] {
  const { mutes, counting } = alerts;
  let calculating: Promise<unknown> = Promise.resolve();

  /** One at a time: a forecast is a calculation of a second. */
  function forecast(yaml: string): Promise<Outlook> {
    const rule = ruleOf(yaml);
    const next = calculating.then(async () => (await outlookOf([rule], { counting, now: clock.now(), seed: SEED }))[0] as Outlook);
    calculating = next.catch(() => undefined);
    return next;
  }

  return {
    async list(query) {
      await refuseUnknown(query.after, alerts.find);
      return alerts.list(query);
    },
    acknowledge: (id, by) => alerts.acknowledge(id, by),
    async forecast({ yaml }) {
      const { rule, ...outlook } = await forecast(yaml);
      return { rule: rule.id, ...outlook };
    },
    silences: async () => ({ items: await mutes.silences(), next: null }),
    silence: ({ rule = null, customer = null, until }, by) => mutes.silence({ rule, customer, until: new Date(until) }, by),
    endSilence: (id, by) => mutes.endSilence(id, by),
    outages: async () => ({ items: await mutes.outages(), next: null }),
    declareOutage: ({ cause = null, since = null }, by) => mutes.declareOutage({ cause, since: since === null ? null : new Date(since) }, by),
    endOutage: (id, by) => mutes.endOutage(id, by),
  };
}

function ruleOf(yaml: string) {
  try {
    return loadAlert(yaml);
  } catch (error) {
    if (error instanceof RulebookError) throw new Problem("invalid", error.message, { errors: error.problems.map(({ path, message }) => ({ path, message })) });
    throw error;
  }
}
