/**
 * Live events: hints to whoever is watching now. Nothing depends on their arrival: the truth is in the database,
 * and a watcher who missed one reads it there.
 */
export type LiveEvent = { type: string } & Record<string, unknown>;

export interface Live {
  publish(topic: string, event: LiveEvent): void;
  /** Returns the function that ends the subscription. */
  subscribe(topic: string, listener: (event: LiveEvent) => void): () => void;
  close(): Promise<void>;
}

/** Within one process. A listener that throws is its own problem, never the publisher's. */
export function memoryLive(): Live {
  const listeners = new Map<string, Set<(event: LiveEvent) => void>>();
  return {
    publish(topic, event) {
      const all = listeners.get(topic);
      if (!all) return;
      for (const listener of all) {
        try {
          listener(event);
        } catch {
          // a watcher that broke misses a hint, which it may always miss
        }
      }
    },
    subscribe(topic, listener) {
      let all = listeners.get(topic);
      if (!all) listeners.set(topic, (all = new Set()));
      all.add(listener);
      return () => {
        all.delete(listener);
        if (all.size === 0 && listeners.get(topic) === all) listeners.delete(topic);
      };
    },
    close: async () => listeners.clear(),
  };
}
