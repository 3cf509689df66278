import { afterEach, expect, test } from "vitest";
import { openHouse, type House } from "../support/house.ts";
import { startStubModel, type StubModel } from "../support/stub-model.ts";

// "What about my question?" has a true answer: what is open, since when and until when. It is told to whom it belongs, in reviewed words,
// and no model ever learns what became of it.

let house: House;
let model: StubModel | undefined;
afterEach(async () => {
  await house.close();
  model?.done();
  await model?.close();
  model = undefined;
});

const customer = (externalId: string, plan: string, fee: string) =>
  house.staff("POST", "/customers", {
    externalId,
    name: `${externalId} Ltd`,
    plan,
    contract: { fee: { amount: fee, currency: "EUR" }, start: "2026-01-01", renewal: null },
    contacts: [],
  });

test("without a model: what is open is told with its dates, also in another chat, and to nobody else", async () => {
  house = await openHouse();
  await customer("acme", "standard", "290.000000");
  const ana = await house.guest({ sub: "ana", customer: "acme", name: "Ana" });
  expect((await ana.says("What about my question?"))[0]?.text).toContain("Nothing of yours is open with us at the moment.");
  await ana.says("Does the quokka module support purple zebras?");
  const again = await house.guest({ sub: "ana", customer: "acme" });
  const [reply] = await again.says("any news about my question");
  expect(reply?.text).toContain(
    "Your question of Monday, 2 March, “Does the quokka module support purple zebras?”, is open. I will come back to you here by Thursday, 5 March.",
  );
  // A question about a question is none that would have to be kept.
  expect(await house.db.query("select 1 from open_questions")).toHaveLength(1);
  const bo = await house.guest({ sub: "bo", customer: "acme" });
  expect((await bo.says("What happened to my question?"))[0]?.text).toContain("Nothing of yours is open");
});

test("a person was asked for, has come, and has gone", async () => {
  house = await openHouse();
  await customer("acme", "standard", "290.000000");
  const ana = await house.guest({ sub: "ana", customer: "acme", name: "Ana" }, "de");
  await ana.says("Ich möchte bitte mit einem Menschen sprechen.");
  const other = await house.guest({ sub: "ana", customer: "acme" }, "de");
  expect((await other.says("Was ist mit meiner Anfrage?"))[0]?.text).toMatch(
    /Sie haben am Montag, 2\. März um einen Menschen gebeten\. Bis .* antwortet Ihnen hier jemand\./,
  );
  const { items } = await house.staff<{ items: { id: string }[] }>("GET", "/escalations?state=open");
  await house.staff("POST", `/escalations/${items[0]?.id}/claim`);
  expect((await other.says("Was ist aus meiner Anfrage geworden?"))[0]?.text).not.toContain("antwortet Ihnen hier jemand");
  expect((await other.says("Was ist mit meiner Anfrage?"))[0]?.text).toMatch(/hat Ihre Bitte vom Montag, 2\. März übernommen/);
  await house.staff("POST", `/escalations/${items[0]?.id}/resolve`, { minutes: 5, outcome: "done" });
  expect((await other.says("Was ist mit meiner Anfrage?"))[0]?.text).toContain("zurzeit nichts offen");
});

test("with a model: it asks, the service answers, and what the model reads is the same whatever was decided", async () => {
  const script = [
    { toolCalls: [{ name: "request_human", arguments: {} }] },
    { pieces: ["I have asked for a colleague."] },
    { toolCalls: [{ name: "open_ticket_status", arguments: {} }] },
    { pieces: ["This is how it stands."] },
    { pieces: ["You're welcome."] },
  ];
  const read: string[] = [];
  for (const [plan, fee, told] of [
    ["standard", "290.000000", "Somebody will answer you here"],
    ["community", "0.000000", "I will come back to you here by"],
  ] as const) {
    model = await startStubModel(script);
    house = await openHouse({ OPENAI_BASE_URL: model.url, OPENAI_API_KEY: "sk-test", MODEL: "gpt-4o-mini" }, {});
    await customer("acme", plan, fee);
    const ana = await house.guest({ sub: "ana", customer: "acme", name: "Ana" });
    await ana.says("A colleague should look at replication.");
    expect((await ana.says("What about my request?"))[0]?.text).toContain(told);
    await ana.says("Thanks for that answer about my server!");
    read.push(
      JSON.stringify(model.journal.map(({ body }) => [body.messages, body.tools]))
        .replaceAll(/Reference of this text, never to be repeated: \S+/g, "")
        .replaceAll(/127\.0\.0\.1:\d+|localhost:\d+/g, ""),
    );
    if (plan === "standard") {
      await house.close();
      model.done();
      await model.close();
    }
  }
  expect(read[0]).toContain("[note from the service]");
  expect(read[0]).not.toContain("Somebody will answer");
  expect(read[0]).toBe(read[1]);
});
