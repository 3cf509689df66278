import { Redis } from "ioredis";
import { memoryLive, type Live, type LiveEvent } from "./live.ts";
import type { Log } from "./log.ts";

const CHANNEL = "standin:live";

/** Live events between processes; `self` tells this one from the others. Losing Redis loses hints only; they go on within the process. */
export function redisLive(url: string, log: Log, self: string): Live {
  const here = memoryLive();
  const options = { maxRetriesPerRequest: null, enableOfflineQueue: false, lazyConnect: false };
  const out = new Redis(url, options);
  const into = new Redis(url, { ...options, enableOfflineQueue: true });
  for (const connection of [out, into]) connection.on("error", (error) => log.warn({ error: error.message }, "redis does not answer"));
  into.subscribe(CHANNEL).catch((error: Error) => log.warn({ error: error.message }, "redis subscription failed"));
  into.on("message", (_channel, text) => {
    const { from, topic, event } = JSON.parse(text) as { from: string; topic: string; event: LiveEvent };
    if (from !== self) here.publish(topic, event);
  });
  return {
    ...here,
    publish(topic, event) {
      here.publish(topic, event);
      out.publish(CHANNEL, JSON.stringify({ from: self, topic, event })).catch(() => undefined);
    },
    async close() {
      out.disconnect();
      into.disconnect();
      await here.close();
    },
  };
}
