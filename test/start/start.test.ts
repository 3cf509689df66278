import { generateKeyPairSync } from "node:crypto";
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { checkHouse } from "../../src/check-house.ts";
import { launch, type Service } from "../../src/launch.ts";
import { Settings, weakSecrets } from "../../src/platform/config.ts";
import { createKnowledge } from "../../src/knowledge/index.ts";
import { directoryProblem } from "../../src/platform/lock.ts";
import { createChannels, mailerSettings, twilioSettings } from "../../src/channels/index.ts";

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

const env = (more: Record<string, string> = {}) => ({
  PORT: "0",
  DATA_DIR: join(folder, "data"),
  SAMPLE_BUSINESS: "off",
  LOG_LEVEL: "silent",
  EMBEDDINGS: "off",
  ...more,
});
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

  test("a provider of LangChain's whose package is not installed stops the start, and one line says what to install", async () => {
    await expect(start({ MODEL: "langchain:anthropic/claude-sonnet-4-5" })).rejects.toMatchObject({
      code: "model_unknown",
      message: expect.stringMatching(
        /^The model langchain:anthropic\/\S+ needs the package \S+, which is not installed\. Install it: npm install @langchain\/anthropic$/,
      ),
    });
  });

  const NOBODY = 65_534;
  test.each([
    ["is a file", async () => writeFile(join(folder, "taken"), ""), "taken", /taken, which cannot be used: there is a file of that name\. Give DATA_DIR/],
    ["lies in a file", async () => writeFile(join(folder, "taken"), ""), "taken/data", /there is a file where a directory is needed\. Give DATA_DIR/],
    ["has something else for its lock", async () => mkdir(join(folder, "data/lock.sqlite"), { recursive: true }), "data", /lock\.sqlite cannot be opened/],
    [
      "has a file for its database",
      async () => mkdir(join(folder, "data")).then(() => writeFile(join(folder, "data/database"), "")),
      "data",
      /a file of that name/,
    ],
  ])("a DATA_DIR that %s is named in one sentence, with the remedy", async (_name, obstacle, directory, message) => {
    await obstacle();
    const failure = await start({ DATA_DIR: join(folder, directory) }).catch((error: Error) => error);
    expect(failure).toMatchObject({ code: "data_dir_unusable", message: expect.stringMatching(message) });
    expect((failure as Error).message).not.toMatch(/\n|EEXIST|ENOTDIR|SQLITE/);
  });

  test("a DATA_DIR that this user may not write to is named, whether it is to be made or is there", async () => {
    const locked = join(folder, "locked");
    await mkdir(join(locked, "there"), { recursive: true });
    for (const directory of [join(locked, "there"), locked]) await chmod(directory, 0o500);
    const unusable = { code: "data_dir_unusable", message: expect.stringContaining("Give DATA_DIR a directory") };
    // Root may write anywhere: then nobody tries.
    const root = process.geteuid?.() === 0;
    if (root) process.seteuid?.(NOBODY);
    await expect(start({ DATA_DIR: join(locked, "new") })).rejects.toMatchObject(unusable);
    await expect(start({ DATA_DIR: join(locked, "there") })).rejects.toMatchObject(unusable);
    if (root) process.seteuid?.(0);
    await chmod(locked, 0o700);
  });

  test("a DATA_DIR on a read-only place is told from one that this user may not write to", () => {
    const told = (code: string) => directoryProblem("/mnt/cd", Object.assign(new Error(`${code}: mkdir`), { code }));
    expect(told("EROFS")).toMatchObject({ message: expect.stringContaining("DATA_DIR is /mnt/cd, which cannot be used: that place is read-only.") });
    expect(told("EACCES")).toMatchObject({ message: expect.stringContaining("this user may not write there") });
    // What we have no sentence for is a fault of ours, and keeps its stack.
    expect(told("EWHATEVER")).not.toHaveProperty("code", "data_dir_unusable");
  });

  test.each([
    ["is missing", async () => undefined, /which is not there\. Put the pages/],
    ["is a file", async () => writeFile(join(folder, "pages"), ""), /which is a file, not a directory\. Put the pages/],
  ])("a KNOWLEDGE_DIR that %s is named in one sentence, by the start and by the check", async (_name, obstacle, message) => {
    await obstacle();
    const pages = join(folder, "pages");
    await expect(start({ KNOWLEDGE_DIR: pages })).rejects.toMatchObject({ code: "knowledge_unreadable", message: expect.stringMatching(message) });
    const findings = await checkHouse({ KNOWLEDGE_DIR: pages }, new Date());
    expect(findings.find((finding) => finding.part === "knowledge")).toMatchObject({ ok: false, text: expect.stringMatching(message) });
  });

  test("an ADMIN_PASSWORD of fewer than eight characters is refused before anything is made with it", async () => {
    for (const password of ["x", "seven77", "🐴🐴🐴🐴🐴🐴🐴"])
      await expect(start({ ADMIN_PASSWORD: password })).rejects.toMatchObject({
        code: "settings_broken",
        message: expect.stringMatching(/ADMIN_PASSWORD: must have at least 8 characters/),
      });
    const lines = (await start({ ADMIN_PASSWORD: "eight888", ADMIN_EMAIL: "owner@example.com" })).join("\n");
    expect(lines).toMatch(/Login\s+owner@example.com$/m);
  });

  test("a page that is not UTF-8 is left out and named; the others answer", async () => {
    const pages = join(folder, "knowledge");
    await cp("knowledge", pages, { recursive: true });
    await writeFile(join(pages, "broken.md"), Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe]));
    const findings = await checkHouse({ KNOWLEDGE_DIR: pages }, new Date());
    expect(findings.find((finding) => finding.part === "knowledge")).toMatchObject({ ok: false, text: expect.stringContaining("broken.md: it is not UTF-8") });
    // One calm line of the greeting; the log has what an edit breaks later on.
    const lines = await start({ KNOWLEDGE_DIR: pages });
    expect(lines.filter((line) => line.includes("broken.md"))).toEqual([
      "The page broken.md is left out: it is not UTF-8; save it as UTF-8 and it is read at once.",
    ]);
    const warn = vi.fn<(...line: unknown[]) => void>();
    const knowledge = await createKnowledge({ directory: pages, publicUrl: "", log: { warn } });
    expect(warn).not.toHaveBeenCalled();
    await writeFile(join(pages, "late.md"), "No front matter.");
    await knowledge.refresh();
    expect(warn).toHaveBeenCalledWith(expect.objectContaining({ file: "late.md" }), "knowledge page left out");
  });

  test("the check draws a letter: a layout that an owner broke and a key that is missing are named before anybody is written to", async () => {
    const prompts = join(folder, "prompts");
    await cp("prompts", prompts, { recursive: true });
    const thankYous = async (more: Record<string, string> = {}) =>
      (await checkHouse({ PROMPTS_DIR: prompts, ...more }, new Date())).find((finding) => finding.part === "thank-yous");
    expect(await thankYous()).toMatchObject({ ok: true, text: expect.stringMatching(/the layout is drawn$/) });
    const signed = { MAIL_DKIM_DOMAIN: "acme.example", MAIL_DKIM_SELECTOR: "letters", MAIL_DKIM_KEY_FILE: join(folder, "dkim.pem") };
    expect(await thankYous(signed)).toMatchObject({ ok: false, text: expect.stringMatching(/MAIL_DKIM_KEY_FILE: .*dkim\.pem cannot be read/) });
    await writeFile(join(folder, "dkim.pem"), generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs8", format: "pem" }));
    expect(await thankYous(signed)).toMatchObject({ ok: true, text: expect.stringMatching(/signed by acme\.example$/) });
    const layout = join(prompts, "mailouts/layout.mjml");
    await writeFile(layout, (await readFile(layout, "utf8")).replaceAll("mj-divider", "mj-line"));
    expect(await thankYous()).toMatchObject({ ok: false, text: expect.stringContaining("mj-line") });
    const { MAIL_DKIM_KEY_FILE: _left, ...half } = signed;
    await expect(start(half)).rejects.toMatchObject({ code: "settings_broken", message: expect.stringContaining("MAIL_DKIM_DOMAIN: needs") });
  });

  test("a folder full of other people's pages does not fill the terminal", async () => {
    const pages = join(folder, "knowledge");
    await mkdir(pages);
    for (let page = 10; page < 30; page++) await writeFile(join(pages, `page-${page}.md`), "No front matter.");
    const lines = await start({ KNOWLEDGE_DIR: pages });
    expect(lines.filter((line) => line.startsWith("The page page-"))).toHaveLength(10);
    expect(lines).toContain("So are 10 others; npm run standin -- check names them all.");
  });
});

describe("a secret that could be guessed", () => {
  test("is used all the same, and a calm line says what to do, without the secret", async () => {
    const lines = await start({ CHAT_JWT_SECRET: "short-secret", STAFF_API_KEYS: "tiny,key-of-16-signs-,another" });
    const warnings = lines.filter((line) => /CHAT_JWT_SECRET|STAFF_API_KEYS/.test(line));
    expect(warnings).toEqual([
      expect.stringMatching(/^CHAT_JWT_SECRET has 12 bytes; HS256 needs at least 32 \(RFC 7518\).* Make one with "openssl rand -base64 32"/),
      expect.stringMatching(/^2 keys in STAFF_API_KEYS have fewer than 16 characters/),
    ]);
    expect(lines.join("\n")).not.toMatch(/short-secret|tiny|another/);
    expect(lines).toContain("Ctrl-C finishes what is under way and closes.");
  });

  // The limit of HS256 counts bytes, not letters: 16 of "ü" are 32.
  test.each([
    ["x".repeat(31), "k".repeat(15), 2],
    ["x".repeat(32), "k".repeat(16), 0],
    ["ü".repeat(16), "k".repeat(15), 1],
    [undefined, undefined, 0],
  ])("is told from a good one at the limit (%s, %s)", (secret, key, warnings) => {
    expect(weakSecrets({ CHAT_JWT_SECRET: secret, STAFF_API_KEYS: key === undefined ? [] : [key] })).toHaveLength(warnings);
  });
});

test(".env.example names every setting, and no other", async () => {
  const written = [...(await readFile(".env.example", "utf8")).matchAll(/^([A-Z_]+)=/gm)].map(([, name = ""]) => name).toSorted((a, b) => a.localeCompare(b));
  const channels = createChannels({ publish: () => undefined });
  const known = [
    ...Object.keys(Settings.shape),
    ...channels.flatMap((channel) => Object.keys((channel.env as unknown as { shape: object }).shape)),
    ...Object.keys(twilioSettings.shape),
    ...Object.keys(mailerSettings.shape),
    "IMAP_URL",
  ];
  expect(written).toEqual([...new Set(known)].toSorted((a, b) => a.localeCompare(b)));
});
