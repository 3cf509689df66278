import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { launch, type Service } from "../../src/launch.ts";

// The owner's two commands for a person who asks for a copy of their data, or to be forgotten.

let folder: string;
let running: Service | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "standin-person-"));
});
afterEach(async () => {
  await running?.stop();
  await rm(folder, { recursive: true, force: true });
});

const env = () => ({
  PORT: "0",
  DATA_DIR: join(folder, "data"),
  SAMPLE_BUSINESS: "off",
  LOG_LEVEL: "silent",
  EMBEDDINGS: "off",
  STAFF_API_KEYS: "a-key-of-the-owner",
});

type Ended = { code: number; out: string; err: string };
function standin(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ["src/cli.ts", ...args], { env: { PATH: process.env["PATH"], ...env() } }, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

async function customer(url: string, name: string): Promise<string> {
  const response = await fetch(`${url}/api/staff/customers`, {
    method: "POST",
    headers: { authorization: "Bearer a-key-of-the-owner", "content-type": "application/json" },
    body: JSON.stringify({ name, externalId: name, plan: "standard", contacts: [{ name: `Ana at ${name}`, email: "ana@example.com" }] }),
  });
  return ((await response.json()) as { contacts: { id: string }[] }).contacts[0]?.id ?? "";
}

test("one person's data is copied and erased: never beside a running service, never somebody whom nobody meant", async () => {
  running = await launch(env(), () => undefined);
  const [here, there] = [await customer(running.url, "acme"), await customer(running.url, "globex")];
  const refused = await standin("erase", here);
  expect(refused).toMatchObject({ code: 1, out: "" });
  expect(refused.err).toContain(`in use by process ${process.pid}`);
  await running.stop();
  running = undefined;

  const both = await standin("export", "Ana@example.com");
  expect(both).toMatchObject({ code: 1, out: "" });
  expect(both.err).toContain("2 contacts have that mail address");
  for (const id of [here, there]) expect(both.err).toContain(id);
  // Flags may stand before a command; only the one that is called erase erases.
  expect(await standin("--json", "rehearse", here)).toMatchObject({ code: 2, out: "" });
  expect(JSON.parse((await standin("export", here, "--json")).out)).toMatchObject({ person: { id: here, name: "Ana at acme" } });
  const erased = await standin("erase", here, "--json");
  expect(erased.code, erased.err).toBe(0);
  expect(JSON.parse(erased.out)).toMatchObject({ contact: here, conversations: 0 });
  // Now the address means the other one.
  const left = await standin("export", "ana@example.com", "--json");
  expect(left.out.trim().split("\n")).toHaveLength(1);
  expect(JSON.parse(left.out)).toMatchObject({ person: { id: there, name: "Ana at globex", email: "ana@example.com" }, conversations: [] });
}, 120_000);

test("they say how they are used, and when they are misused", async () => {
  expect(await standin("erase", "--help")).toMatchObject({ code: 0, out: expect.stringContaining("erase CONTACT"), err: "" });
  expect(await standin("export")).toMatchObject({ code: 2, out: "", err: expect.stringContaining("Say whom") });
}, 60_000);
