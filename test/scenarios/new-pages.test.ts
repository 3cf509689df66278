import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openHouse, type House } from "../support/house.ts";
import { startStubModel, type Script, type StubModel } from "../support/stub-model.ts";

// A page that is new, or was changed, is tried against the open questions by itself: who asked hears of it before the date. A question
// that it does not answer hears nothing, and is not asked again and again.

let house: House;
let model: StubModel | undefined;
let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "standin-pages-"));
  await cp("knowledge", directory, { recursive: true });
});
afterEach(async () => {
  await house.close();
  model?.done();
  await model?.close();
  model = undefined;
  await rm(directory, { recursive: true });
});

const QUESTION = "Zaphod quuxwobble frobnication schedule?";
const page = (body: string) =>
  writeFile(
    join(directory, "marldb", "frobnication.md"),
    `---\nid: frobnication\ntitle: The quuxwobble frobnication schedule\ntopics: [backup]\nlang: en\n---\n\n${body}\n`,
  );

/** Monday, 2 March 2026, 10:00 in Berlin; the date is Thursday, 17:00. The round that looks at the owner's files is run by hand. */
async function open(env: Record<string, string> = {}) {
  house = await openHouse({ KNOWLEDGE_DIR: directory, ...env });
  await house.app.readOwnersFiles();
}
const minutesLater = (minutes: number) => house.advance(new Date(house.clock.now().getTime() + minutes * 60_000));
const states = () => house.db.query<{ state: string; answered_by: string | null }>("select state, answered_by from open_questions order by created_at");

test("a new page that answers is told a minute after the last change, with its source; the date brings nothing more", async () => {
  await open();
  const guest = await house.guest();
  await guest.says(QUESTION);
  await page("Zaphod's quuxwobble frobnication runs on a schedule: each night at two.");
  await house.app.readOwnersFiles();
  expect((await guest.items()).length).toBe(2);
  await minutesLater(1);
  expect((await guest.items()).at(-1)).toMatchObject({
    from: "avatar",
    text: expect.stringMatching(/^On Monday, 2 March I promised to come back.*each night at two/s),
    sources: [{ url: expect.stringContaining("/knowledge/frobnication") }],
  });
  expect(await states()).toEqual([{ state: "kept", answered_by: "avatar" }]);
  await house.advance("2026-03-09T09:00:00Z");
  expect((await guest.items()).length).toBe(3);
});

test("a page about something else, and a page that was there before, bring nothing", async () => {
  await open();
  const guest = await house.guest();
  await guest.says(QUESTION);
  await writeFile(join(directory, "marldb", "other.md"), "---\nid: other\ntitle: Parking\ntopics: [backup]\nlang: en\n---\n\nPlease park behind the house.\n");
  await house.app.readOwnersFiles();
  await minutesLater(5);
  expect((await guest.items()).length).toBe(2);
  expect(await states()).toEqual([{ state: "open", answered_by: null }]);
});

test("of many, ten are tried at once, the others a minute later", async () => {
  await open();
  for (let i = 0; i < 12; i++) await (await house.guest()).says(QUESTION);
  await page("Zaphod's quuxwobble frobnication runs on a schedule: each night at two.");
  await house.app.readOwnersFiles();
  await minutesLater(1);
  expect((await states()).filter(({ state }) => state === "kept")).toHaveLength(10);
  await minutesLater(1);
  expect((await states()).filter(({ state }) => state === "kept")).toHaveLength(12);
});

test("those that wait for a person keep nobody else from being tried", async () => {
  await open();
  for (let i = 0; i < 12; i++) {
    const guest = await house.guest();
    await minutesLater(1);
    await guest.says(QUESTION);
    // The first ten are with a person, who has other work.
    if (i < 10) await house.staff("POST", `/conversations/${guest.conversation}/takeover`);
  }
  await page("Zaphod's quuxwobble frobnication runs on a schedule: each night at two.");
  await house.app.readOwnersFiles();
  await minutesLater(3);
  expect((await states()).map(({ state }) => state)).toEqual([...Array.from({ length: 10 }, () => "open"), "kept", "kept"]);
});

async function withModel(script: Script) {
  model = await startStubModel(script);
  await open({ OPENAI_BASE_URL: model.url, OPENAI_API_KEY: "sk-test", MODEL: "gpt-4o-mini", MODEL_TIMEOUT_MS: "5000" });
}

test("a model's answer counts when it cites the new page; one that does not is never heard, and is not asked for again", async () => {
  await withModel([
    { toolCalls: [{ name: "ask_later", arguments: {} }] },
    { pieces: ["I do not know that."] },
    { pieces: ["Perhaps at some time."] },
    { pieces: ["It runs each night at two [frobnication]."] },
  ]);
  const guest = await house.guest();
  await guest.says(QUESTION);
  await page("Zaphod's quuxwobble frobnication runs on a schedule.");
  await house.app.readOwnersFiles();
  await minutesLater(5);
  expect((await guest.items()).length).toBe(2);
  expect(await states()).toEqual([{ state: "open", answered_by: null }]);
  await page("Zaphod's quuxwobble frobnication runs on a schedule: each night at two.");
  await house.app.readOwnersFiles();
  await minutesLater(5);
  expect((await guest.items()).at(-1)?.text).toContain("It runs each night at two");
  expect(await states()).toEqual([{ state: "kept", answered_by: "avatar" }]);
});

test("while no model can be asked, a page that answers is quoted; it does not count as seen for nothing", async () => {
  await withModel([{ toolCalls: [{ name: "ask_later", arguments: {} }] }, { pieces: ["I do not know that."] }, { pieces: ["It runs "], end: "cut" }]);
  const guest = await house.guest();
  await guest.says(QUESTION);
  await page("Zaphod's quuxwobble frobnication runs on a schedule: each night at two.");
  await house.app.readOwnersFiles();
  await minutesLater(5);
  expect((await guest.items()).at(-1)?.text).toContain("each night at two");
  expect(await states()).toEqual([{ state: "kept", answered_by: "avatar" }]);
});
