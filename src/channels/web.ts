import { z } from "zod";
import type { Channel, ChatItem, Envelope } from "../conversations/channel.ts";

/**
 * What a watching page hears. It is a hint: the page reads what it missed from the database, so a publish that
 * nobody hears is still a delivery.
 */
export type WebEvent = ({ type: "message" } & ChatItem) | { type: "mode"; seq: number; mode: "avatar" | "human"; name?: string };

/** Tells everybody who watches `topic` (`conversation/{id}`). */
export type Publish = (topic: string, event: WebEvent) => void;

/**
 * The web chat's way out. Its way in is `http/routes/chat.ts`, and the message itself is in the database before it
 * is delivered here, so delivering cannot fail.
 */
export function createWebChannel(options: { publish: Publish }): Channel<object> {
  return {
    name: "web",
    capabilities: { contacts: true, staff: false, sources: true, mode: true },
    env: z.object({}),
    enabled: () => true,
    async start() {
      return {
        async deliver(envelope) {
          const event = eventOf(envelope);
          if (!event) return { state: "failed", error: "web_takes_no_staff_cards" };
          options.publish(`conversation/${event.conversation}`, event.event);
          return { state: "delivered" };
        },
        async stop() {},
      };
    },
  };
}

function eventOf(envelope: Envelope): { conversation: string; event: WebEvent } | undefined {
  if (envelope.kind === "reply") {
    return { conversation: envelope.conversation, event: { type: "message", ...envelope.item } };
  }
  if (envelope.kind !== "mode") return undefined;
  const { conversation, seq, mode, name } = envelope;
  return { conversation, event: { type: "mode", seq, mode, ...(name === undefined ? {} : { name }) } };
}
