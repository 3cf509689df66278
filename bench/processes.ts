import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { openSync, closeSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { cpus } from "node:os";

/** Ticks of /proc are hundredths of a second on every Linux that we know. */
const MS_PER_TICK = 10;
const STOP_MS = 15_000;

/** A program that this run started. */
export interface Started {
  pid: number;
  log: string;
  /** false once it has ended */
  alive(): boolean;
  stop(): Promise<void>;
}

/** Whether programs can be kept on a CPU of their own here. */
export function canPin(): boolean {
  if (cpus().length < 2) return false;
  try {
    execFileSync("taskset", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Keeps this process, and what it starts from now on, on one CPU. */
export function pinSelf(cpu: number): void {
  execFileSync("taskset", ["-a", "-c", "-p", String(cpu), String(process.pid)], { stdio: "ignore" });
}

/** Starts `node` with `args`; what it prints goes to the file `log`. */
export function startNode(args: string[], given: { cpu: number | undefined; env: Record<string, string>; log: string }): Started {
  const output = openSync(given.log, "a");
  const command = given.cpu === undefined ? [process.execPath, ...args] : ["taskset", "-c", String(given.cpu), process.execPath, ...args];
  const env = { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "", NODE_ENV: "production", ...given.env };
  const child = spawn(command[0] as string, command.slice(1), { env, stdio: ["ignore", output, output] });
  closeSync(output);
  const atExit = () => child.kill("SIGKILL");
  process.once("exit", atExit);
  child.once("exit", () => process.off("exit", atExit));
  child.once("error", () => process.off("exit", atExit));
  return { pid: child.pid as number, log: given.log, alive: () => isAlive(child), stop: () => stop(child) };
}

function isAlive(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

async function stop(child: ChildProcess): Promise<void> {
  if (!isAlive(child)) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
  await ended;
  clearTimeout(late);
}

/** The last lines that a program printed. */
export function tail(started: Started, lines = 15): string {
  return readFileSync(started.log, "utf8").trimEnd().split("\n").slice(-lines).join("\n");
}

/** CPU time used so far by a process with all its threads, in ms; undefined where there is no /proc. */
export function cpuOf(pid: number): number | undefined {
  const fields = statOf(pid);
  return fields && (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
}

/** The same of a process, its children that live, and its children that have ended. */
export function cpuOfFamily(pid: number): number | undefined {
  const own = statOf(pid);
  if (!own) return undefined;
  let ticks = [11, 12, 13, 14].reduce((sum, field) => sum + Number(own[field]), 0);
  for (const name of readdirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const fields = statOf(Number(name));
    if (fields && Number(fields[1]) === pid) ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks * MS_PER_TICK;
}

/** The fields of /proc/PID/stat from the state on: the name before it may hold anything. */
function statOf(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "latin1");
    return text.slice(text.lastIndexOf(")") + 2).split(" ");
  } catch {
    return undefined;
  }
}

/** Memory that a process holds now, in MB; undefined where there is no /proc. */
export function rssOf(pid: number): number | undefined {
  try {
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

export function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
