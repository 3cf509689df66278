import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { launch, type Service } from "../../src/launch.ts";

const MINUTES = { timeout: 240_000 }; // several processes one after the other, on a machine that does other things

// The owner's look ahead: what a rule would do, before it is chosen.

let folder: string;
let running: Service | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "standin-forecast-"));
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
  await rm(folder, { recursive: true, force: true });
});

const env = () => ({ PORT: "0", DATA_DIR: join(folder, "data"), LOG_LEVEL: "silent", EMBEDDINGS: "off" });

type Ended = { code: number; out: string; err: string };
function standin(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ["src/cli.ts", ...args],
      { env: { PATH: process.env["PATH"], NODE_NO_WARNINGS: "1", ...env() } },
      (_error, out, err) => resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

test("forecast alerts: without a database the known figures, with one what the rules would do to our customers", MINUTES, async () => {
  const without = await standin("forecast", "alerts");
  expect(without).toMatchObject({ code: 0, err: "" });
  expect(without.out).toMatch(/flags 14\.\d % of them in a month/);
  expect(without.out).toContain("There is no database here yet");

  running = await launch({ ...env(), SAMPLE_BUSINESS: "on" }, () => undefined);
  const beside = await standin("forecast", "alerts");
  expect(beside.code).toBe(0);
  expect(beside.out).toContain(`in use by process ${process.pid}`);
  await running.stop();
  running = undefined;

  const report = await standin("forecast", "alerts", "--rule", "many-episodes", "--json");
  expect(report.code).toBe(0);
  const { figures, ours } = JSON.parse(report.out) as {
    figures: { seed: number };
    ours: { rule: { id: string }; falseAlarmsPerMonth: number; wouldHaveFired: unknown[] }[];
  };
  expect(figures.seed).toBe(1);
  expect(ours).toMatchObject([{ rule: { id: "many-episodes" } }]);
  expect(ours[0]?.falseAlarmsPerMonth).toBeGreaterThan(0);
  expect(ours[0]?.wouldHaveFired.length).toBeGreaterThan(0);
});

test("what it is not meant for is answered with how it is meant", MINUTES, async () => {
  for (const args of [
    ["forecast"],
    ["forecast", "weather"],
    ["forecast", "alerts", "--seed", "x"],
    ["forecast", "alerts", "--rule", "no-such"],
    ["forecast", "alerts", "--colour"],
  ]) {
    const ended = await standin(...args);
    expect(ended).toMatchObject({ code: 2, out: "" });
    expect(ended.err).not.toContain("    at ");
  }
  expect((await standin("forecast", "alerts", "--help")).out).toContain("--rule NAME");
});
