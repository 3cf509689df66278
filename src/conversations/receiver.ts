import type { Live } from "../platform/live.ts";
import type { Accepted, Inbound, Sender } from "./channel.ts";
import type { Cause, Incoming, Received, createInbox } from "./inbox.ts";
import type { Sessions } from "./sessions.ts";
import type { Turns } from "./turns.ts";

/** One message of a known conversation. `name` is what other watchers see as its author. */
export type Taken = Omit<Incoming, "cause"> & { name: string };

/** How messages come in: accepted by one commit, shown to whoever watches, and answered by a turn. */
export function createReceiver(rooms: {
  inbox: ReturnType<typeof createInbox>;
  sessions: Sessions;
  turns: Turns;
  live: Live;
  classify: (text: string) => Cause;
  contactOf: (sender: Sender) => Promise<{ contact: string; customer: string }>;
}) {
  const { inbox, sessions, turns, live } = rooms;

  /** Resolves after the commit; the turn goes on by itself. */
  async function take(taken: Taken): Promise<Received> {
    const { name, ...incoming } = taken;
    const received = await inbox.accept({ ...incoming, cause: rooms.classify(taken.text) });
    if (received.repeated) return received;
    live.publish(`conversation/${taken.conversation}`, {
      type: "message",
      seq: received.seq,
      id: taken.publicId,
      from: "contact",
      name,
      text: taken.text,
      sources: [],
      at: received.at,
      inReplyTo: [],
    });
    if (received.claimed) void turns.start(received.claimed);
    if (received.mode === "human") live.publish("staff", { type: "conversation", id: taken.conversation });
    return received;
  }

  /** For channels: who wrote, in which thread, and then as above. */
  async function fromChannel(channel: string, inbound: Inbound): Promise<Accepted> {
    const who = await rooms.contactOf(inbound.sender);
    const thread = await sessions.thread(channel, inbound.thread, { ...who, locale: inbound.sender.locale ?? null });
    const received = await take({
      conversation: thread.id,
      channel,
      publicId: inbound.externalId,
      externalId: inbound.externalId,
      eventId: inbound.eventId ?? null,
      text: inbound.text,
      joins: true,
      name: inbound.sender.name ?? "",
    });
    return { conversation: thread.id, message: received.id, seq: received.seq, repeated: received.repeated };
  }

  return { take, fromChannel };
}

export type Receiver = ReturnType<typeof createReceiver>;
