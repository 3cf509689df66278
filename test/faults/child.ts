import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { LedgerCheck } from "../../src/ledger/index.ts";
import type { Trap } from "./points.ts";

/** What the parent asks of the service's process, and what that tells. */
export type Order = { id: number } & (
  | { what: "query"; text: string; values: unknown[] }
  | { what: "check" }
  | { what: "arm"; trap: Trap | undefined }
  | { what: "stop" }
);
export type Report = { ready: string } | { reached: true } | { answer: number; value?: unknown; error?: string };

/** One running service in a process of its own. */
export type ServiceProcess = {
  url: string;
  pid: number;
  /** how long it took to be ready */
  startMs: number;
  query<Row>(text: string, values?: unknown[]): Promise<Row[]>;
  check(): Promise<LedgerCheck>;
  arm(trap: Trap | undefined): Promise<void>;
  /** resolves when it has run into the trap */
  reached(): Promise<void>;
  /** SIGKILL: nothing is finished, nothing is flushed. Resolves when the process has gone. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** the last lines that it logged */
  log(): string[];
};

export const KEY = "faults-owner-key";
export const HOST_SECRET = "a-host-secret-of-at-least-32-bytes!";

const READY_MS = 120_000; // a machine that does many things at once
const LOG_LINES = 60;

/** Starts the service with these settings over those of the tests, with the trap set from the start. Rejects with its last lines if it does not come up. */
export async function startService(env: Record<string, string>, trap?: Trap): Promise<ServiceProcess> {
  const began = performance.now();
  const settings = {
    PORT: "0",
    SAMPLE_BUSINESS: "off",
    LOG_LEVEL: "warn",
    STAFF_API_KEYS: KEY,
    CHAT_JWT_SECRET: HOST_SECRET,
    ADMIN_EMAIL: "owner@example.com",
    ADMIN_PASSWORD: "a long password",
    ...(trap ? { TRAP: JSON.stringify(trap) } : {}),
    ...env,
  };
  const { PATH, HOME, TMPDIR } = process.env;
  const child = fork(fileURLToPath(new URL("service.ts", import.meta.url)), [], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    env: { PATH, HOME, ...(TMPDIR ? { TMPDIR } : {}), ...settings },
    execArgv: [],
    serialization: "advanced",
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const atExit = () => child.kill("SIGKILL");
  process.once("exit", atExit);
  child.once("exit", () => process.off("exit", atExit));
  const lines = keepLines(child);
  const talk = openTalk(child);
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = await talk.ready.catch((error: Error) => {
    child.kill("SIGKILL");
    throw new Error(`the service did not start: ${error.message}\n${lines().join("\n")}`);
  });
  return {
    url: url.replace("localhost", "127.0.0.1"),
    pid: child.pid as number,
    startMs: performance.now() - began,
    query: async <Row>(text: string, values: unknown[] = []) => (await talk.ask({ what: "query", text, values })) as Row[],
    check: async () => (await talk.ask({ what: "check" })) as LedgerCheck,
    arm: async (trap) => void (await talk.ask({ what: "arm", trap })),
    reached: talk.reached,
    async kill() {
      child.kill("SIGKILL");
      await exited;
    },
    async stop() {
      await talk.ask({ what: "stop" });
      await exited;
    },
    log: lines,
  };
}

type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void };
/** An order before it has its number. */
type Asked = Order extends infer One ? (One extends { id: number } ? Omit<One, "id"> : never) : never;

function openTalk(child: ChildProcess) {
  const waiting = new Map<number, Waiting>();
  let orders = 0;
  let trapShut = Promise.withResolvers<void>();
  const ready = Promise.withResolvers<string>();
  const late = setTimeout(() => ready.reject(new Error(`not ready within ${READY_MS / 1000} s`)), READY_MS);
  child.on("message", (report: Report) => {
    if ("ready" in report) return ready.resolve(report.ready);
    if ("reached" in report) return trapShut.resolve();
    const one = waiting.get(report.answer);
    waiting.delete(report.answer);
    if (report.error === undefined) one?.resolve(report.value);
    else one?.reject(new Error(report.error));
  });
  child.on("error", (error) => ready.reject(error));
  child.on("exit", (code, signal) => {
    clearTimeout(late);
    ready.reject(new Error(`it ended (${code ?? signal})`));
    for (const one of waiting.values()) one.reject(new Error("the service's process has gone"));
    waiting.clear();
  });
  void ready.promise.then(
    () => clearTimeout(late),
    () => clearTimeout(late),
  );
  return {
    ready: ready.promise,
    reached: () => trapShut.promise,
    ask(order: Asked): Promise<unknown> {
      if (order.what === "arm") trapShut = Promise.withResolvers<void>();
      const id = ++orders;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        child.send({ ...order, id }, (error) => error && reject(error));
      });
    },
  };
}

function keepLines(child: ChildProcess): () => string[] {
  const lines: string[] = [];
  const take = (piece: Buffer) => {
    lines.push(
      ...piece
        .toString()
        .split("\n")
        .filter((line) => line !== ""),
    );
    lines.splice(0, Math.max(0, lines.length - LOG_LINES));
  };
  child.stdout?.on("data", take);
  child.stderr?.on("data", take);
  return () => [...lines];
}
