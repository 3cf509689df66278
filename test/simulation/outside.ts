import { z } from "zod";
import type { Channel, Delivered, Envelope, Inbound, Accepted } from "../../src/conversations/channel.ts";
import type { Faults } from "./faults.ts";
import type { HouseProcess } from "./house-process.ts";
import type { Scheduler } from "./scheduler.ts";

/** What arrived at the other end of a channel. */
export type Arrival = { channel: string; id: string; envelope: Envelope; at: number };

/**
 * The outside world's protocols: a chat service to which contacts write (as Slack does, without idempotent posting), and one that
 * reaches staff. What arrives there is kept; answers get lost, sendings get lost, and sometimes nobody can tell.
 */
export function createOutside(scheduler: Scheduler, faults: Faults) {
  const arrivals: Arrival[] = [];
  const receivers = new Map<string, (inbound: Inbound) => Promise<Accepted>>();

  /** Nobody gets through to it, nor it to us. */
  function down(name: string): boolean {
    return faults.is(name === "chat" ? "chat down" : "pager down");
  }

  function channel(name: string, process: HouseProcess, capabilities: Channel["capabilities"]): Channel<object> {
    return {
      name,
      capabilities,
      env: z.object({}),
      enabled: () => true,
      async start(host) {
        receivers.set(`${process.name}/${name}`, host.receive);
        return { deliver: (envelope, attempt) => deliver(name, process, envelope, attempt?.uncertain ?? false), stop: async () => undefined };
      },
    };
  }

  async function deliver(name: string, process: HouseProcess, envelope: Envelope, uncertain: boolean): Promise<Delivered> {
    const what = `${name} sends ${envelope.kind}`;
    const fault = faults.delivery("thread" in envelope ? `${what} to ${envelope.thread}` : what);
    const known = () => arrivals.some((one) => one.channel === name && one.id === envelope.id);
    // An earlier attempt died without a word: look before sending again.
    if (uncertain && (await scheduler.task(process, `${name} looks up ${envelope.kind}`, known))) return { state: "delivered" };
    if (fault?.kind === "slow" || (fault?.kind === "refused" && fault.ms > 0)) await scheduler.wait(process, fault.ms, `${name} is slow`).done;
    return scheduler.task(process, what, () => {
      if (fault?.kind === "lost" || down(name)) return { state: "retry", error: "nobody answered" };
      if (fault?.kind === "refused") return { state: "retry", error: "429", afterMs: 5_000 };
      arrivals.push({ channel: name, id: envelope.id, envelope: structuredClone(envelope), at: scheduler.now() });
      scheduler.seen(`${name} shows ${JSON.stringify(envelope)}`);
      return fault?.kind === "answer lost" ? { state: "unknown", error: "the answer was lost" } : { state: "delivered", receipt: { id: envelope.id } };
    });
  }

  return {
    arrivals,
    channels: (process: HouseProcess): Channel[] => [
      channel("chat", process, { contacts: true, staff: false, sources: false, mode: false }) as Channel,
      channel("pager", process, { contacts: false, staff: true, sources: false, mode: false }) as Channel,
    ],
    /** Hands a message to a process, as the chat service does. Resolves when it says that it has it. */
    send(process: HouseProcess, inbound: Inbound): Promise<Accepted> {
      const receive = receivers.get(`${process.name}/chat`);
      if (!receive || down("chat")) return Promise.reject(new Error("the channel is not up"));
      return receive(inbound);
    },
  };
}

export type Outside = ReturnType<typeof createOutside>;
