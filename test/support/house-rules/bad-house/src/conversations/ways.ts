// house: long because it lists every other way to time, chance, waiting and the outside world
// breaks: randomness-comes-from-ids
import { randomBytes } from "node:crypto";
// breaks: randomness-comes-from-ids
import { webcrypto } from "crypto";
// breaks: randomness-comes-from-ids
import * as dice from "node:crypto";
// breaks: builtins-stay-in-their-room
import { setTimeout as sleep } from "node:timers/promises";
// breaks: builtins-stay-in-their-room
import { setTimeout as later } from "timers";
// breaks: builtins-stay-in-their-room
import { connect } from "node:net";
// breaks: builtins-stay-in-their-room
import { get } from "https";
// breaks: builtins-stay-in-their-room
import { request } from "node:http";
// breaks: builtins-stay-in-their-room
import { lookup } from "node:dns";
// breaks: builtins-stay-in-their-room
import { exec } from "node:child_process";
// breaks: builtins-stay-in-their-room
import { Worker } from "node:worker_threads";
// breaks: builtins-stay-in-their-room
import { readFileSync } from "fs";
// breaks: builtins-stay-in-their-room
import { DatabaseSync } from "node:sqlite";
// breaks: builtins-stay-in-their-room
import { performance as watch } from "node:perf_hooks";
// breaks: builtins-stay-in-their-room
export { createSocket } from "node:dgram";
import type { Server } from "node:net";
import { createHash } from "node:crypto";
export const taken = [randomBytes, webcrypto, dice, sleep, later, connect, get, request, lookup, exec, Worker, readFileSync, DatabaseSync, watch];
// breaks: time-comes-from-the-clock
export const way0 = () => Date();
// breaks: time-comes-from-the-clock
export const way1 = () => Date["now"]();
// breaks: time-comes-from-the-clock
export const way2 = () => Date.now;
// breaks: time-comes-from-the-clock
export const way3 = () => ((clock = Date) => clock.now())();
// breaks: time-comes-from-the-clock
export const way4 = ({ now } = Date) => now();
// breaks: time-comes-from-the-clock
export const way5 = () => globalThis.Date.now();
// breaks: time-comes-from-the-clock
export const way6 = () => Reflect.get(Date, "now");
// breaks: time-comes-from-the-clock
export const way7 = () => process.hrtime.bigint();
// breaks: time-comes-from-the-clock
export const way8 = () => process.uptime();
// breaks: time-comes-from-the-clock
export const way9 = () => new Intl.DateTimeFormat("de").format();
// breaks: time-comes-from-the-clock
export const way10 = () => new Intl.DateTimeFormat("de").formatToParts();
// breaks: durations-only-at-the-edge
export const way11 = () => performance.now();
// breaks: durations-only-at-the-edge
export const way12 = () => performance.timeOrigin;
// breaks: durations-only-at-the-edge
export const way13 = () => globalThis.performance.now();
// breaks: randomness-comes-from-ids
export const way14 = () => Math["random"]();
// breaks: randomness-comes-from-ids
export const way15 = ({ random } = Math) => random();
// breaks: randomness-comes-from-ids
export const way16 = () => crypto.randomUUID();
// breaks: randomness-comes-from-ids
export const way17 = () => crypto.getRandomValues(new Uint8Array(4));
// breaks: randomness-comes-from-ids
export const way18 = () => globalThis.crypto.randomUUID();
// breaks: randomness-comes-from-ids
export const way19 = () => (({ randomUUID }: typeof crypto) => randomUUID())(crypto);
// breaks: randomness-comes-from-ids
export const way20 = () => import("node:crypto");
// breaks: waits-and-wires-have-a-seam
export const way21 = () => setInterval(() => undefined, 5);
// breaks: waits-and-wires-have-a-seam
export const way22 = () => setImmediate(() => undefined);
// breaks: waits-and-wires-have-a-seam
export const way23 = () => queueMicrotask(() => undefined);
// breaks: waits-and-wires-have-a-seam
export const way24 = () => globalThis.setTimeout(() => undefined, 5);
// breaks: waits-and-wires-have-a-seam
export const way25 = () => globalThis["setTimeout"](() => undefined, 5);
// breaks: waits-and-wires-have-a-seam
export const way26 = () => [setTimeout];
// breaks: waits-and-wires-have-a-seam
export const way27 = () => Atomics.wait(new Int32Array(1), 0, 0);
// breaks: waits-and-wires-have-a-seam
export const way28 = () => process.nextTick(() => undefined);
// breaks: waits-and-wires-have-a-seam
export const way29 = () => AbortSignal.timeout(5);
// breaks: waits-and-wires-have-a-seam
export const way30 = () => fetch("http://127.0.0.1");
// breaks: waits-and-wires-have-a-seam
export const way31 = () => globalThis.fetch("http://127.0.0.1");
// breaks: waits-and-wires-have-a-seam
export const way32 = () => [fetch];
// breaks: waits-and-wires-have-a-seam
export const way33 = () => new WebSocket("ws://127.0.0.1");
// breaks: waits-and-wires-have-a-seam
export const way34 = () => new EventSource("http://127.0.0.1");
// breaks: globals-by-their-own-name
export const way35 = () => ((name: "fetch") => globalThis[name])("fetch");
// breaks: globals-by-their-own-name
export const way36 = () => Object.keys(globalThis);
// breaks: builtins-stay-in-their-room
export const way37 = () => import("node:tls");
// breaks: builtins-stay-in-their-room
export const way38 = () => process.getBuiltinModule("node:http2");
// breaks: sql-takes-time-and-chance-as-parameters
export const way39 = () => `select id from accounts where day < current_date`;
// breaks: sql-takes-time-and-chance-as-parameters
export const way40 = () => "SELECT id FROM accounts WHERE at < LOCALTIMESTAMP";
// breaks: sql-takes-time-and-chance-as-parameters
export const way41 = () => "insert into accounts (at) values (statement_timestamp())";
// breaks: sql-takes-time-and-chance-as-parameters
export const way42 = () => "select transaction_timestamp()";
// breaks: sql-takes-time-and-chance-as-parameters
export const way43 = () => "select now()";
// breaks: sql-takes-time-and-chance-as-parameters
export const way44 = () => "update accounts set at = 'now'::timestamptz";
// breaks: sql-takes-time-and-chance-as-parameters
export const way45 = () => "select timestamptz 'today' as day";
// breaks: sql-takes-time-and-chance-as-parameters
export const way46 = () => "select id from accounts order by random()";
// breaks: sql-takes-time-and-chance-as-parameters
export const way47 = () => "insert into accounts (id) values (gen_random_uuid())";
// breaks: sql-takes-time-and-chance-as-parameters
export const way48 = () => "/* why */ with old as materialized (select NOW() as at) select at from old";
// breaks: the-ledger-is-append-only
export const way49 = () => "DELETE FROM postings";
// breaks: the-ledger-is-append-only
export const way50 = () => "-- tidy up\ntruncate table holds";

// None of these is a way to anything: a name of one's own, a date of something, the word in a sentence.
export type Listening = Server;
export const hash = createHash("sha256");
export const given = (fetch: (url: string) => string, clock: { now(): Date }) => [fetch("a"), clock.now()];
export function wait(setTimeout: number, { random }: { random: number }): number {
  const performance = { now: 1 };
  return setTimeout + random + performance.now;
}
export const day = (at: unknown) => at instanceof Date && [new Date(0), Date.parse("2026-01-01"), Date.UTC(2026, 0), Math.max(1, 2)];
export const written = (at: Date) => new Intl.DateTimeFormat("de").format(at);
export const spoken = "It is the database's own now() that a simulation cannot stand in for";
export const asked: string = "select id, 'now and then' as remark from accounts where at < $1 and random_page < 3";
