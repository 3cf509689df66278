import type { Timers } from "../../platform/timers.ts";
import { createAutomaticCalls, LOOK } from "./automatic.ts";
import { createPlacing } from "./gate.ts";
import { createCallReads } from "./reads.ts";
import type { PhoneRooms } from "./rooms.ts";
import { createStops } from "./stops.ts";
import { createTalk } from "./talk.ts";
import { createCallTasks, DIAL, LAPSE } from "./tasks.ts";

export type { CallQuery, PhoneCall, PhoneCallDetail } from "./reads.ts";
export type { PhoneRooms, SpokenKey } from "./rooms.ts";
export type { Finished, NewCall } from "./tasks.ts";

/** Calls of ours to people's telephones (PRODUCT promise 10): by colleagues, or by a computer voice where both the owner and whoever is called have agreed. */
export function createPhone(rooms: PhoneRooms) {
  const place = createPlacing(rooms);
  const tasks = createCallTasks({ ...rooms, place });
  const automatic = createAutomaticCalls({ ...rooms, place, told: tasks.told });
  return {
    plan: tasks.plan,
    planIn: tasks.planIn,
    told: tasks.told,
    claim: tasks.claim,
    finish: tasks.finish,
    handback: tasks.handback,
    withdraw: tasks.withdraw,
    ...createCallReads(rooms),
    progress: automatic.progress,
    talk: createTalk({ ...rooms, told: tasks.told }),
    neverAgain: createStops({ ...rooms, told: tasks.told }),
    registerTimers(timers: Pick<Timers, "on">): void {
      timers.on(DIAL, automatic.dial);
      timers.on(LOOK, automatic.look);
      timers.on(LAPSE, tasks.lapse);
    },
  };
}

export type Phone = ReturnType<typeof createPhone>;
