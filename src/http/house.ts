import type { IncomingMessage, ServerResponse } from "node:http";
import type { Registry } from "prom-client";
import type { Clock } from "../platform/clock.ts";
import type { Ids } from "../platform/ids.ts";
import type { Live } from "../platform/live.ts";
import type { Log } from "../platform/log.ts";
import type { LoginLimit } from "./login-limit.ts";
import type { Origins } from "./origins.ts";
import type { Rooms } from "./rooms.ts";
import type { Streams } from "./stream.ts";

export type HttpConfig = {
  host: string;
  /** 0 takes a free one */
  port: number;
  /** without a slash at the end */
  publicUrl: string;
  /** which foreign sites may embed the widget */
  chatOrigins: readonly string[];
  /** the secret that the host site signs its visitors with */
  hostSecret: string;
};

export type HttpOptions = {
  config: HttpConfig;
  rooms: Rooms;
  live: Live;
  log: Pick<Log, "info" | "warn" | "error">;
  clock: Clock;
  ids: Ids;
  /** the built pages: demo/, console/ and widget.js */
  webDir: string;
  metrics?: Registry;
  /** further codes of domain errors, with their HTTP status */
  statusOf?: Record<string, number>;
  /** Checks our own answers against the contract, for tests: one that breaks it becomes a 500. */
  checkAnswers?: boolean;
  /** how often a silent event stream says that it is still there; 15 s */
  heartbeatMs?: number;
};

/** What every part of the HTTP server shares. */
export type House = Omit<HttpOptions, "statusOf" | "heartbeatMs"> & {
  origins: Origins;
  streams: Streams;
  logins: LoginLimit;
  /** Answers with the problem that an error means; logs it when nobody expected it. */
  fail(error: unknown, request: IncomingMessage, response: ServerResponse): void;
  /** Logs an unexpected error for which there is no answer left to give. */
  report(error: unknown, work: string): void;
};
