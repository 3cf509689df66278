import { afterEach, describe, expect, test } from "vitest";
import { asksForHuman } from "../../src/avatar/human-request.ts";
import { createMemories, createTexts } from "../../src/avatar/index.ts";
import { LANGUAGES } from "../../src/knowledge/index.ts";
import { systemClock } from "../../src/platform/clock.ts";
import { createPrivacy } from "../../src/privacy/index.ts";
import { openHouse, type Guest, type House } from "../support/house.ts";
import { startStubModel, type Script, type StubModel } from "../support/stub-model.ts";

// It notices from the words that somebody is frustrated or in a hurry, and changes its tone, once and kindly. What it must never do is
// give somebody other facts, another date or another place in line for it, or keep a curve of how people felt.

let house: House;
let model: StubModel | undefined;
afterEach(async () => {
  await house.close();
  model?.done();
  await model?.close();
  model = undefined;
});

const SORRY = "Sorry that this has taken so much of your time.";
const OFFER = "write “a human, please”";
const customer = () =>
  house.staff("POST", "/customers", {
    externalId: "acme",
    name: "Acme",
    plan: "standard",
    contract: { fee: { amount: "290.000000", currency: "EUR" }, start: "2026-01-01", renewal: null },
    contacts: [],
  });
const seems = async (guest: Guest) => (await house.staff<{ mood: string | null }>("GET", `/conversations/${guest.conversation}`)).mood;
const kept = () => house.db.query<{ conversation: string; word: string }>("select conversation, word from moods");

describe("without a model", () => {
  test("it says sorry once, offers a person, and goes on with the same page", async () => {
    house = await openHouse();
    await customer();
    const ana = await house.guest({ sub: "ana", customer: "acme" });
    const [calm] = await ana.says("How do I take a hot backup?");
    const [first] = await ana.says("This is the third time I ask you: how do I take a hot backup?");
    expect(first?.text.startsWith(`${SORRY}\n\nThis is what our page`)).toBe(true);
    expect(first?.text).toContain(OFFER);
    expect(first?.sources).toEqual(calm?.sources);
    const [second] = await ana.says("I am really fed up. And how do I restore it?");
    expect(second?.text).not.toContain(SORRY);
    expect(second?.text).not.toContain(OFFER);
  });

  test("staff see one word while it lasts: it goes with calm messages, with time, with a person's help and with erasing", async () => {
    house = await openHouse();
    await customer();
    const ana = await house.guest({ sub: "ana", customer: "acme" });
    await ana.says("I need this asap: how do I take a backup?");
    expect(await seems(ana)).toBe("hurry");
    expect((await house.staff<{ items: { mood: string | null }[] }>("GET", "/conversations")).items.map(({ mood }) => mood)).toEqual(["hurry"]);
    await ana.says("This is ridiculous.");
    expect(await seems(ana)).toBe("frustrated");
    expect(await kept()).toHaveLength(1);
    for (const text of ["It is version 4.3.2.", "On Debian 12.", "With two replicas."]) await ana.says(text);
    expect(await seems(ana)).toBeNull();
    expect(await kept()).toEqual([]);

    await ana.says("This is unacceptable.");
    // Another chat of the same person begins with nothing.
    const again = await house.guest({ sub: "ana", customer: "acme" });
    await again.says("How do I take a backup?");
    expect(await seems(again)).toBeNull();
    await house.advance("2026-03-02T23:00:00Z");
    expect(await seems(ana)).toBeNull();
    await createMemories(house).tidy();
    expect(await kept()).toEqual([]);

    await again.says("This is unacceptable. A human, please.");
    const [escalation] = (await house.staff<{ items: { id: string }[] }>("GET", "/escalations?state=open")).items;
    await house.staff("POST", `/escalations/${escalation?.id}/claim`);
    expect(await seems(again)).toBe("frustrated");
    await house.staff("POST", `/escalations/${escalation?.id}/reply`, { text: "I have mended it." });
    await house.staff("POST", `/escalations/${escalation?.id}/resolve`, { minutes: 5, outcome: "mended" });
    expect(await seems(again)).toBeNull();
    await again.says("Which version has it?");
    expect(await seems(again)).toBeNull();

    await again.says("I am so annoyed.");
    const [{ contact } = { contact: "" }] = await house.db.query<{ contact: string }>("select contact from conversations limit 1");
    await createPrivacy({ db: house.db, clock: house.clock }).erase(contact);
    expect(await kept()).toEqual([]);
  });

  test("verdicts and pages are the same for whoever asks calmly and whoever does not", async () => {
    type Said = { verdicts: string[]; facts: string; sources: unknown; due: string | undefined };
    async function asks(before: string): Promise<Said> {
      house = await openHouse();
      await customer();
      const ana = await house.guest({ sub: "ana", customer: "acme" });
      const [answer] = await ana.says(`${before} How do I take a hot backup?`);
      const [person] = await ana.says(`${before} Can I talk to a person?`);
      const rows = await house.db.query<{ policy: string; verdict: string; facts: unknown }>(
        "select policy, verdict, facts from decisions order by at, policy, verdict, facts::text",
      );
      return {
        verdicts: rows.map(({ policy, verdict }) => `${policy}: ${verdict}`),
        facts: JSON.stringify(rows.map(({ facts }) => facts)),
        sources: answer?.sources,
        due: /by \d\d:\d\d/.exec(person?.text ?? "")?.[0],
      };
    }
    const calm = await asks("");
    await house.close();
    const angry = await asks("I am fed up with this.");
    expect(calm.verdicts).toEqual(expect.arrayContaining(["escalate: granted"]));
    expect(angry).toEqual(calm);
  });

  test("an owner may let it ask for a person by itself: once, and the same policy decides", async () => {
    house = await openHouse({ POLICIES_FILE: "test/scenarios/mood-policies.yaml" });
    await customer();
    const ana = await house.guest({ sub: "ana", customer: "acme" });
    await ana.says("How do I take a hot backup?");
    expect((await ana.says("I am fed up with this."))[0]?.text).toMatch(/colleague|person|human/i);
    await ana.says("I am really fed up with this.");
    const rows = await house.db.query<{ verdict: string; reasons: { code: string }[]; facts: { requested: string } }>(
      "select verdict, reasons, facts from decisions where policy = 'escalate'",
    );
    expect(rows.map(({ verdict, reasons, facts }) => [verdict, reasons.map(({ code }) => code), facts.requested])).toEqual([
      ["granted", ["asked_by_mood"], "mood"],
    ]);
    // No word of how somebody seemed is kept with what was decided.
    expect(JSON.stringify(rows)).not.toMatch(/frustrat|hurry/);
    const visitor = await house.guest();
    await visitor.says("I am fed up with this.");
    const deferred = await house.db.query<{ verdict: string; codes: string[] }>(
      "select verdict, (select array_agg(r->>'code') from jsonb_array_elements(reasons) r) as codes from decisions where policy = 'escalate' and verdict = 'deferred'",
    );
    expect(deferred).toEqual([{ verdict: "deferred", codes: ["plan_without_human", "asked_by_mood"] }]);
  });
});

describe("with a model", () => {
  async function open(script: Script) {
    model = await startStubModel(script);
    house = await openHouse({ OPENAI_BASE_URL: model.url, OPENAI_API_KEY: "sk-test", MODEL: "gpt-4o-mini", MODEL_TIMEOUT_MS: "400" });
  }
  const told = () => JSON.stringify(model?.journal.at(-1)?.body.messages);

  test("it is told of the tone while it lasts, and says sorry in its own words", async () => {
    await open(() => ({ pieces: ["Take the backup with the first command."] }));
    const guest = await house.guest();
    await guest.says("How do I take a backup?");
    expect(told()).not.toContain("Tone of this answer");
    const [answer] = await guest.says("I already told you that this does not work.");
    expect(told()).toContain("seems frustrated");
    expect(answer?.text).toBe("Take the backup with the first command.");
    await guest.says("No time to read all that.");
    expect(told()).toContain("seems frustrated");
    for (const text of ["Version 4.3.2.", "Debian 12.", "Two replicas."]) await guest.says(text);
    expect(told()).not.toContain("Tone of this answer");
  });
});

test("what the offer asks to be written is heard as a request, in every language", async () => {
  house = await openHouse();
  const texts = await createTexts({ directory: "prompts/texts", clock: systemClock, timeZone: () => "UTC" });
  for (const language of LANGUAGES) {
    const words = /[“„«»「]\s?([^”“»«」]+?)\s?[”“»«」]/u.exec(texts.render("mood_offer", language))?.[1] ?? "";
    expect([language, words, asksForHuman(words) !== undefined]).toEqual([language, words, true]);
  }
});
