import type { StaffEvent } from "../../../http/contract.ts";

/** What has to be fetched anew, as prefixes of query keys. */
export type Stale = readonly string[][];

const BY_TYPE: Record<StaffEvent["type"], string[]> = {
  escalation: ["escalations"],
  question: ["questions"],
  alert: ["alerts"],
  conversation: ["conversations"],
  delivery: ["deliveries"],
  phone_call: ["phone-calls"],
  mailout: ["mailouts"],
};

/** Whether the stream's event of this name is one of these. */
export function isStaffEvent(name: string): name is StaffEvent["type"] {
  return Object.hasOwn(BY_TYPE, name);
}

/** All that these events make old, but for the counts: what is asked anew by and by while no event comes. */
export const LISTS: readonly string[] = [...Object.values(BY_TYPE).flat(), "escalation", "phone-call", "conversation", "campaigns"];

/** Which screens an event makes old. The counts always; a single thing only by its id. */
export function staleAfter(event: StaffEvent): Stale {
  const stale: string[][] = [["summary"], BY_TYPE[event.type]];
  // an objection reaches people as an alert
  if (event.type === "alert") stale.push(["no-claims", "objections"]);
  if (event.type === "phone_call") stale.push(["phone-call", event.id], ["mailouts"]);
  // what became of a thank-you is counted by its campaign, be it a mail or a call
  if (event.type === "phone_call" || event.type === "mailout") stale.push(["campaigns"]);
  if (event.type === "escalation") stale.push(["escalation", event.id]);
  const conversation = event.type === "conversation" ? event.id : event.conversation;
  if (conversation !== undefined) stale.push(["conversation", conversation]);
  if (event.customer !== undefined) stale.push(["customer", event.customer]);
  return stale;
}

/**
 * Gathers what is stale and hands it on at most once per `everyMs`: on a busy day events come by the hundred,
 * and a screen needs only the last state.
 */
export function createGatherer(everyMs: number, flush: (keys: string[][]) => void): { add(stale: Stale): void; stop(): void } {
  const waiting = new Map<string, string[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = Number.NEGATIVE_INFINITY;
  function run() {
    timer = undefined;
    last = Date.now();
    const keys = [...waiting.values()];
    waiting.clear();
    flush(keys);
  }
  return {
    add(stale) {
      for (const key of stale) waiting.set(JSON.stringify(key), key);
      timer ??= setTimeout(run, Math.max(0, last + everyMs - Date.now()));
    },
    stop: () => clearTimeout(timer),
  };
}
