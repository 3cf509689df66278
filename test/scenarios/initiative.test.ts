import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createPrivacy } from "../../src/privacy/index.ts";
import type { Database } from "../../src/platform/database.ts";
import { openTestDatabase } from "../support/database.ts";
import { openHouse, type Guest, type House } from "../support/house.ts";
import { startStubModel, type StubModel } from "../support/stub-model.ts";

// After an outage, an upgrade or a decision, the avatar writes first to whom it concerns and who asked to be told: once, by day, as often as
// the owner allows, and to nobody else (PRODUCT promise 10). Without their own word nothing leaves.

let house: House;
let model: StubModel | undefined;
let db: Database | undefined;
let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "standin-news-"));
  await cp("knowledge", directory, { recursive: true });
});
afterEach(async () => {
  await house.close();
  await db?.close();
  await model?.close();
  db = model = undefined;
  await Promise.all([rm(directory, { recursive: true }), rm(`${directory}.yaml`, { force: true })]);
});

const QUESTION = "How do I take a hot backup?";
const TELL = "Tell me when this is fixed.";

/** Monday, 2 March 2026, 10:00 in Berlin. The round that looks at the owner's files is run by hand. */
async function open(change: (book: string) => string = (book) => book, env: Record<string, string> = {}, given: { db?: Database; start?: string } = {}) {
  await writeFile(`${directory}.yaml`, change(await readFile("policies.yaml", "utf8")));
  house = await openHouse({ KNOWLEDGE_DIR: directory, POLICIES_FILE: `${directory}.yaml`, ...env }, given);
  await house.app.readOwnersFiles();
}
async function publish(concerns: string[], id = "hot-backups-mended", kind = "outage") {
  const front = `id: ${id}\ntitle: "Done: ${id}"\ntopics: [backup]\nlang: en\nnews: ${kind}\ndate: 2026-03-02\nconcerns: [${concerns.join(", ")}]`;
  await writeFile(join(directory, `${id}.md`), `---\n${front}\n---\n\nZaphod quuxwobble hangs no longer.\n`);
  await house.app.readOwnersFiles();
}
const minutesLater = (minutes: number) => house.advance(new Date(house.clock.now().getTime() + minutes * 60_000));
/** What the guest was told, and the page that it leans on. */
async function asks(guest: Guest): Promise<string> {
  const [reply] = await guest.says(QUESTION);
  return reply?.sources[0]?.url.split("/").at(-1) ?? "";
}
const count = async (guest: Guest) => (await guest.items()).length;
const decisions = () =>
  house.db.query<{ verdict: string; codes: string[] }>(
    "select verdict, (select jsonb_agg(r->>'code') from jsonb_array_elements(reasons) r) as codes from decisions where policy = 'write-first' order by at, id",
  );

test("who asked to be told is told once, a minute after the page, by an AI that says why and how to end it; the company pays", async () => {
  await open((book) => book.replace("# costs: 0.01 EUR", "costs: 0.01 EUR"));
  const [ana, ben, eve] = [await house.guest({ sub: "ana" }), await house.guest({ sub: "ben" }), await house.guest({ sub: "eve" })];
  const page = await asks(ana);
  expect((await ana.says(TELL))[0]?.text).toContain("I'll write to you here when there is news");
  await asks(ben); // asked the same, and not to be told
  await eve.says("What is on the roadmap?");
  await eve.says(TELL); // asked to be told, and about something else
  const before = [await count(ana), await count(ben), await count(eve)];
  await publish([page]);
  await minutesLater(1);
  const told = (await ana.items()).at(-1);
  expect(told).toMatchObject({ from: "avatar", inReplyTo: [], sources: [{ url: expect.stringContaining("/knowledge/hot-backups-mended") }] });
  expect(told?.text).toBe(
    "On Monday, 2 March you asked me to tell you when there is news. This is about an outage:\n\nDone: hot-backups-mended\n\nZaphod quuxwobble hangs no longer.\n\n" +
      "I am Marla, Marlstone's AI assistant, and I write first only because you asked me to. To end that, just write “don't write to me unasked”.",
  );
  await publish([page]);
  await house.advance("2026-03-20T09:00:00Z");
  expect([await count(ana), await count(ben), await count(eve)]).toEqual([(before[0] ?? 0) + 1, before[1], before[2]]);
  expect(await decisions()).toEqual([{ verdict: "send", codes: ["asked_for_news"] }]);
  expect(await house.db.query("select cause from turns where cause = 'news'")).toHaveLength(1);
  expect(
    await house.db.query("select p.account, p.amount::int as amount from postings p join transfers t on t.id = p.transfer where t.kind = 'message' order by 1"),
  ).toEqual([
    { account: "company/initiative", amount: 10_000 },
    { account: "vendor/message", amount: -10_000 },
  ]);
});

test("at night it waits for the morning of whoever reads it, over the change of the clocks", async () => {
  await open(undefined, {}, { start: "2026-03-28T18:58:00Z" }); // 19:58 in Berlin, the night before summer time
  const [here, tokyo] = [await house.guest({ sub: "here" }), await house.guest({ sub: "tokyo" })];
  await fetch(`${house.url}/api/chat/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ session: tokyo.session, timeZone: "Asia/Tokyo" }),
  });
  const page = await asks(here);
  await asks(tokyo);
  for (const guest of [here, tokyo]) await guest.says(TELL);
  await minutesLater(2);
  await publish([page]);
  await minutesLater(5);
  const [h, t] = [await count(here), await count(tokyo)];
  await house.advance("2026-03-28T22:59:59Z"); // 07:59 in Tokyo
  expect([await count(here), await count(tokyo)]).toEqual([h, t]);
  await house.advance("2026-03-28T23:00:00Z");
  expect([await count(here), await count(tokyo)]).toEqual([h, t + 1]);
  await house.advance("2026-03-29T05:59:59Z"); // 07:59 in Berlin, an hour earlier than the day before
  expect(await count(here)).toBe(h);
  await house.advance("2026-03-29T06:00:00Z");
  expect(await count(here)).toBe(h + 1);
});

test("the cap: two in seven days, the third when the first is seven days old", async () => {
  await open();
  const ana = await house.guest({ sub: "ana" });
  const page = await asks(ana);
  await ana.says(TELL);
  const before = await count(ana);
  for (const id of ["news-one", "news-two", "news-three"]) await publish([page], id);
  await minutesLater(5);
  expect(await count(ana)).toBe(before + 2);
  await house.advance("2026-03-09T09:00:59Z");
  expect(await count(ana)).toBe(before + 2);
  await house.advance("2026-03-09T09:02:00Z");
  expect(await count(ana)).toBe(before + 3);
  expect(await house.db.query("select place from news_told order by place")).toEqual([{ place: 1 }, { place: 2 }, { place: 3 }]);
});

test("taken back in the chat, nothing leaves any more; and the database refuses what was decided a moment before", async () => {
  await open();
  const ana = await house.guest({ sub: "ana" });
  const page = await asks(ana);
  await ana.says(TELL);
  // Between the decision and its commit: the gate's words are read there, and that is when the word is taken back.
  await house.db.query(`create function take_back() returns trigger language plpgsql as $$ begin
    update consents set withdrawn_at = new.at where contact = new.contact; return new; end $$`);
  await house.db.query("create trigger a_take_back before insert on news_told for each row execute function take_back()");
  const before = await count(ana);
  await publish([page]);
  await minutesLater(1);
  expect(await count(ana)).toBe(before);
  expect(await house.db.query("select turn, lease_until from conversations where turn is not null")).toEqual([]);
  await house.db.query("drop trigger a_take_back on news_told");
  expect((await ana.says("Please don't write to me unasked!"))[0]?.text).toContain("won't write to you with news");
  await minutesLater(5);
  await publish([page], "news-two");
  await minutesLater(5);
  expect(await count(ana)).toBe(before + 2);
  expect((await decisions()).at(-1)).toEqual({ verdict: "drop", codes: ["no_consent"] });
});

test("two processes that look at the same moment write once, and keep the cap together", async () => {
  db = await openTestDatabase();
  await open((book) => book.replace("most: 2 # one", "most: 1 # one"), {}, { db });
  const ana = await house.guest({ sub: "ana" });
  const page = await asks(ana);
  await ana.says(TELL);
  const before = await count(ana);
  await publish([page], "news-one");
  await publish([page], "news-two");
  await house.app.rooms.timers.run();
  house.clock.moveTo(new Date(house.clock.now().getTime() + 60_000));
  await house.app.rooms.timers.run();
  const [{ contact } = { contact: "" }] = await house.db.query<{ contact: string }>("select contact from consents");
  const wake = (id: string) => house.app.rooms.turns.wake(ana.conversation, { kind: "news", page: id });
  await Promise.all([house.app.rooms.timers.run(), wake("news-one"), wake("news-two"), wake("news-one")]);
  await wake("news-two");
  await house.settle();
  expect(await count(ana)).toBe(before + 1);
  expect(await house.db.query("select place from news_told where contact = $1", [contact])).toEqual([{ place: 1 }]);
});

test("while a person holds the conversation, and while somebody is in danger, it waits; after a restart it is told", async () => {
  db = await openTestDatabase();
  await open(undefined, {}, { db });
  const ana = await house.guest({ sub: "ana" });
  const page = await asks(ana);
  await ana.says(TELL);
  await house.staff("POST", `/conversations/${ana.conversation}/takeover`, {});
  const before = await count(ana);
  await publish([page]);
  await minutesLater(1);
  expect(await count(ana)).toBe(before);
  expect((await decisions()).at(-1)).toEqual({ verdict: "wait", codes: ["person_holds"] });
  const { items } = await house.staff<{ items: { id: string }[] }>("GET", "/escalations");
  await house.staff("POST", `/escalations/${items[0]?.id}/handback`, {});
  const now = house.clock.now();
  await house.close();
  await open(undefined, {}, { db, start: new Date(now.getTime() + 60_000).toISOString() });
  const told = () => house.db.query<{ n: number }>("select count(*)::int as n from messages where turn in (select id from turns where cause = 'news')");
  expect(await told()).toEqual([{ n: 0 }]);
  await minutesLater(40);
  expect(await told()).toEqual([{ n: 1 }]);
});

test("with a model it may be asked for in any language, and what is kept is the contact's own message; a word that nobody gave is not heard", async () => {
  model = await startStubModel([{ toolCalls: [{ name: "tell_news", arguments: { wish: "tell" } }] }, { pieces: ["Bien sûr."] }]);
  await open(undefined, { OPENAI_BASE_URL: model.url, OPENAI_API_KEY: "sk-test", MODEL: "gpt-4o-mini", MODEL_TIMEOUT_MS: "5000" });
  const ana = await house.guest({ sub: "ana" }, "fr");
  const [reply] = await ana.says("Prévenez-moi dès que le problème est réglé, s'il vous plaît.");
  expect(reply?.text).toContain("« ne m'écrivez plus sans que je le demande »");
  expect(await house.db.query("select words from consents")).toEqual([{ words: "Prévenez-moi dès que le problème est réglé, s'il vous plaît." }]);
});

test("a passage that the gate refuses is not quoted: the page alone is named", async () => {
  await open();
  await house.guest({ sub: "zora", name: "Zora Quuxwobble-Hansen" }); // whom we serve is nobody else's business, also where the owner forgets it
  const ana = await house.guest({ sub: "ana" });
  const page = await asks(ana);
  await ana.says(TELL);
  await writeFile(
    join(directory, "n.md"),
    `---\nid: n-1\ntitle: News\ntopics: [backup]\nnews: upgrade\ndate: 2026-03-02\nconcerns: [${page}]\n---\n\nWe mended it together with Zora Quuxwobble-Hansen.\n`,
  );
  await house.app.readOwnersFiles();
  await minutesLater(1);
  const told = (await ana.items()).at(-1);
  expect(told?.text).toContain("about a new version:\n\nYou can read it on the page below.");
  expect(told?.text).not.toContain("Zora");
});

test("whoever is erased is told nothing, and nothing of their word is left; a copy of one's data has it", async () => {
  await open();
  const ana = await house.guest({ sub: "ana" });
  const page = await asks(ana);
  await ana.says(TELL);
  const [{ contact } = { contact: "" }] = await house.db.query<{ contact: string }>("select contact from consents");
  const privacy = createPrivacy({ db: house.db, clock: house.clock });
  expect((await privacy.export(contact)).mayWriteFirst).toEqual([{ words: TELL, givenAt: "2026-03-02T09:00:00.000Z", withdrawnAt: null }]);
  await publish([page]);
  await privacy.erase(contact);
  await minutesLater(5);
  expect(await house.db.query("select * from consents")).toEqual([]);
  expect(await house.db.query("select * from news_told")).toEqual([]);
});
