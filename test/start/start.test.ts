import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkHouse } from "../../src/check-house.ts";
import { launch, type Service } from "../../src/launch.ts";
import { Settings } from "../../src/platform/config.ts";
import { createChannels } from "../../src/channels/index.ts";

// Whoever starts the service sees calm lines, and a sentence with a remedy when something is in the way: never a stack.

let folder: string;
let running: Service[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "standin-start-"));
  running = [];
});
afterEach(async () => {
  for (const service of running) await service.stop();
  await rm(folder, { recursive: true, force: true });
});

const env = (more: Record<string, string> = {}) => ({ PORT: "0", DATA_DIR: join(folder, "data"), SAMPLE_BUSINESS: "off", LOG_LEVEL: "silent", ...more });
async function start(more: Record<string, string> = {}): Promise<string[]> {
  const lines: string[] = [];
  running.push(await launch(env(more), (line) => lines.push(line)));
  return lines;
}

describe("the first start", () => {
  test("says where demo site, console and login are, once; a second process on the same directory is refused and told who holds it; the books are there again", async () => {
    const lines = (await start()).join("\n");
    expect(lines).toMatch(/Demo site\s+http:\/\/localhost:\d+\//);
    expect(lines).toMatch(/Console\s+http:\/\/localhost:\d+\/console/);
    expect(lines).toMatch(/Login\s+owner@localhost \/ \S+\s+\(shown once\)/);

    const began = performance.now();
    await expect(start()).rejects.toMatchObject({ code: "data_dir_held", message: expect.stringContaining(`process ${process.pid}`) });
    expect(performance.now() - began).toBeLessThan(2_000);

    await running.pop()?.stop();
    const again = (await start()).join("\n");
    expect(again).toMatch(/Login\s+owner@localhost$/m);
    expect(again).not.toContain("shown once");
  });
});

describe("something in the way", () => {
  test("a port in use is named, with the remedy", async () => {
    const holder = createServer();
    await new Promise<void>((resolve) => void holder.listen(0, "127.0.0.1", resolve));
    const { port } = holder.address() as { port: number };
    await expect(start({ PORT: String(port) })).rejects.toMatchObject({ code: "port_in_use", message: expect.stringContaining(String(port)) });
    holder.close();
  });

  test("a database that does not answer is named without its password", async () => {
    const failure = await start({ DATABASE_URL: "postgresql://standin:hush@127.0.0.1:1/standin" }).catch((error: Error) => error);
    expect(failure).toMatchObject({ code: "database_unavailable", message: expect.stringContaining("127.0.0.1:1/standin") });
    expect((failure as Error).message).not.toContain("hush");
  });

  test("a broken rulebook is refused with line and remedy", async () => {
    const file = join(folder, "policies.yaml");
    await writeFile(file, (await readFile("policies.yaml", "utf8")).replace(/fee: 290 EUR/, "fee: a lot"));
    await expect(start({ POLICIES_FILE: file })).rejects.toMatchObject({
      code: "rulebook_broken",
      message: expect.stringMatching(/policies\.yaml:\d+:\d+ .*fee/),
    });
  });

  test("all wrong settings are named at once", async () => {
    await expect(start({ PORT: "many", CLOCK: "backwards", LEASE_MS: "-1" })).rejects.toMatchObject({
      code: "settings_broken",
      message: expect.stringMatching(/PORT[\s\S]*LEASE_MS[\s\S]*CLOCK/),
    });
    await expect(start({ CLOCK: "manual", HOST: "0.0.0.0" })).rejects.toMatchObject({ message: expect.stringContaining("loopback") });
  });

  test("a model without a price stops the start and prints the lines to paste", async () => {
    await expect(start({ MODEL: "my-own-model", OPENAI_BASE_URL: "http://127.0.0.1:1/v1" })).rejects.toMatchObject({
      code: "model_unknown",
      message: expect.stringContaining("my-own-model:\n    input: 0 USD"),
    });
  });

  test("a page that is not UTF-8 is left out and named; the others answer", async () => {
    const pages = join(folder, "knowledge");
    await cp("knowledge", pages, { recursive: true });
    await writeFile(join(pages, "broken.md"), Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe]));
    const findings = await checkHouse({ KNOWLEDGE_DIR: pages }, new Date());
    expect(findings.find((finding) => finding.part === "knowledge")).toMatchObject({ ok: false, text: expect.stringContaining("broken.md: it is not UTF-8") });
    await start({ KNOWLEDGE_DIR: pages });
  });
});

test(".env.example names every setting, and no other", async () => {
  const written = [...(await readFile(".env.example", "utf8")).matchAll(/^([A-Z_]+)=/gm)].map(([, name = ""]) => name).toSorted((a, b) => a.localeCompare(b));
  const channels = createChannels({ publish: () => undefined });
  const known = [
    ...Object.keys(Settings.shape),
    ...channels.flatMap((channel) => Object.keys((channel.env as unknown as { shape: object }).shape)),
    "IMAP_URL",
  ];
  expect(written).toEqual([...new Set(known)].toSorted((a, b) => a.localeCompare(b)));
});
