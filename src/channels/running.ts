import type { Accepted, Channel, ChannelHost, Delivered, Envelope, Inbound, RunningChannel } from "../conversations/channel.ts";

/** The channels that are switched on, once they run. */
export type RunningChannels = {
  deliver(channel: string, envelope: Envelope, attempt: { uncertain: boolean }): Promise<Delivered>;
  /** the names of those that reach staff */
  staffWays(): string[];
  start(give: { receive: (channel: string, inbound: Inbound) => Promise<Accepted>; host: Omit<ChannelHost<unknown>, "settings" | "receive"> }): Promise<void>;
  stop(): Promise<void>;
};

/** `settings` holds what each channel read from the environment, by its name; `joined` says in words that a person answers from here on. */
export function runChannels(channels: Channel[], settings: Record<string, unknown>, joined: (name: string) => string): RunningChannels {
  const on = channels.filter((channel) => channel.enabled(settings[channel.name]));
  const running = new Map<string, RunningChannel>();
  return {
    async deliver(name, envelope, attempt) {
      const channel = running.get(name);
      // Switched off since, or not up yet: what waits for it stays until it is there.
      if (!channel) return { state: "retry", error: `the channel ${name} is not running` };
      const capable = on.find((one) => one.name === name)?.capabilities.mode;
      return channel.deliver(capable ? envelope : inWords(envelope, joined), attempt);
    },
    staffWays: () => on.filter((channel) => channel.capabilities.staff).map((channel) => channel.name),
    async start({ receive, host }) {
      for (const channel of on) {
        running.set(channel.name, await channel.start({ ...host, settings: settings[channel.name], receive: (inbound) => receive(channel.name, inbound) }));
      }
    },
    async stop() {
      await Promise.all([...running.values()].map((channel) => channel.stop()));
    },
  };
}

/** Where a channel cannot show who speaks, a person's coming is said; the avatar's return shows by itself. */
function inWords(envelope: Envelope, joined: (name: string) => string): Envelope {
  if (envelope.kind !== "mode" || envelope.mode !== "human") return envelope;
  const { id, conversation, thread, seq, at } = envelope;
  return {
    kind: "reply",
    id,
    conversation,
    thread,
    item: { seq, id, from: "notice", name: "", text: joined(envelope.name ?? ""), sources: [], at, inReplyTo: [] },
  };
}
