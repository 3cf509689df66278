import type { StaffActions } from "../conversations/channel.ts";
import { createDesk } from "./desk.ts";
import { createKept } from "./kept.ts";
import { createLooks } from "./looks.ts";
import type { Timers } from "../platform/timers.ts";
import { AGAIN, createRaise } from "./raise.ts";
import { createReads } from "./reads.ts";
import { createRequests } from "./request.ts";
import type { EscalationRooms } from "./rooms.ts";
import { createWatch } from "./watch.ts";

export { createStaffAccounts, staffAddresses, type StaffAccounts, type StaffMember } from "./staff.ts";
export type { Alarm, Alarms, EscalationRooms } from "./rooms.ts";
export type { Doer, EscalationDetail, EscalationQuery, EscalationRequest, RaisedMatter, Requested, SafetyHit, Slot, SlotKey, StaffNote } from "./types.ts";

/** Bringing a human in: asked for, granted or deferred, watched over, claimed, answered, settled and handed back. */
export function createEscalations(rooms: EscalationRooms) {
  const reads = createReads(rooms);
  const requests = createRequests(rooms, reads);
  const { request, idle, sweep } = requests;
  const desk = createDesk(rooms, reads);
  const { get, list, card, latestOf, openFor, counts } = reads;
  /** For cards and buttons in a channel. */
  const actions: StaffActions = {
    claim: async (id, actor) => desk.claim(id, actor).then(() => card(id)),
    reply: async (id, text, actor) => desk.reply(id, { text }, actor).then(() => card(id)),
    acknowledge: async (id, actor) => desk.acknowledge(id, actor).then(() => card(id)),
  };
  const { raise, again } = createRaise(rooms, reads, requests);
  const watch = createWatch(rooms);
  const looks = createLooks(rooms);
  function registerTimers(timers: Pick<Timers, "on">): void {
    watch.registerTimers(timers);
    looks.registerTimers(timers);
    timers.on(AGAIN, again);
  }
  return {
    request,
    raise,
    idle,
    sweep,
    get,
    list,
    card,
    latestOf,
    openFor,
    counts,
    actions,
    ...desk,
    handOutLooks: looks.handOut,
    kept: createKept(rooms),
    registerTimers,
  };
}

export type Escalations = ReturnType<typeof createEscalations>;
