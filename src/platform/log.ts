import { pino, type Logger } from "pino";

/** Messages are constant strings, values go into fields, personal data only under `pii`. */
export type Log = Logger;

export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    redact: { paths: ["pii", "*.pii", "*.token", "*.password", "*.secret", "authorization", "*.authorization"], censor: "***" },
  });
}
