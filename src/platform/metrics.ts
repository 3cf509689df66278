import { collectDefaultMetrics, Counter, Gauge, Registry } from "prom-client";

/** What Prometheus reads at /metrics. Names are counted, never people. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    turns: new Counter({ name: "standin_turns_total", help: "Turns that were committed, by outcome and model.", labelNames: ["outcome", "model"], registers }),
    discards: new Counter({ name: "standin_draft_discards_total", help: "Drafts taken back after some of them had been shown.", registers }),
    running: (count: () => number) =>
      new Gauge({
        name: "standin_turns_running",
        help: "Turns under way in this process.",
        registers,
        collect() {
          this.set(count());
        },
      }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
