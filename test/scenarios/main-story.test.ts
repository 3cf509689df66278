import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openHouse, type House } from "../support/house.ts";

// The main job, end to end, without a key: a customer asks, the avatar answers within policy, the cost is booked, a human
// comes only when the budget allows. Each test is one sentence of that story.

type Customer = { id: string; budget: { granted: string; held: string; spent: string; left: string }; cost: { thisPeriod: string } };
type Escalation = { id: string; verdict: string; state: string; class: string; payer: string; reasons: { code: string }[]; dueAt: string };
type List<T> = { items: T[] };

let house: House;
beforeEach(async () => {
  house = await openHouse();
  for (const [externalId, plan, amount] of [
    ["acme", "premium", "1900.000000"],
    ["corner", "community", null],
  ] as const) {
    await house.staff("POST", "/customers", {
      externalId,
      name: `The ${externalId} company`,
      plan,
      contacts: [{ name: "Ana Perez", email: `ana@${externalId}.example` }],
      ...(amount ? { contract: { fee: { amount, currency: "EUR" }, start: "2026-01-01", renewal: "2027-01-01" } } : {}),
    });
  }
});
afterEach(() => house.close());

const premium = { sub: "ana", customer: "acme", name: "Ana Perez" };
const community = { sub: "ben", customer: "corner", name: "Ben Roth" };
const customer = (id: string) => house.staff<Customer>("GET", `/customers/${id}`);
const escalations = async (query = "") => (await house.staff<List<Escalation>>("GET", `/escalations?${query}`)).items;

describe("asked something that a page answers", () => {
  test("the avatar says that it is an AI in its first sentence, quotes the page and names it", async () => {
    const ana = await house.guest(premium);
    const [reply] = await ana.says("How do I take a hot backup without stopping the server?");
    expect(reply?.from).toBe("avatar");
    expect(reply?.text).toMatch(/^I'm Marla, Marlstone's AI assistant\. /);
    expect(reply?.sources[0]).toMatchObject({ url: expect.stringContaining("/knowledge/backup-hot") });
    const [second] = await ana.says("And how do I restore it on a new machine?");
    expect(second?.text).not.toContain("AI assistant");
  });

  test("the same message again is the same message; with another text it is refused", async () => {
    const ana = await house.guest(premium);
    const first = await (await ana.send("Hello there", "one")).json();
    expect(await (await ana.send("Hello there", "one")).json()).toEqual(first);
    expect((await ana.send("Something else", "one")).status).toBe(409);
    await house.settle();
    expect((await ana.items()).filter((item) => item.from === "avatar")).toHaveLength(1);
  });
});

describe("asked for a human", () => {
  test("by a premium contact: granted, 25 EUR held, and settled with what it took", async () => {
    const ana = await house.guest(premium);
    const [reply] = await ana.says("I want to talk to a human, please");
    expect(reply?.text).toContain("asked a colleague");
    const [open] = await escalations("state=open");
    expect(open).toMatchObject({ verdict: "granted", class: "request", payer: expect.stringMatching(/^customer\/.+\/budget$/) });
    expect((await customer("acme")).budget).toMatchObject({ granted: "475.000000", held: "25.000000", spent: "0.000000", left: "450.000000" });

    await house.staff("POST", `/escalations/${open?.id}/claim`);
    expect(await ana.says("Are you there?")).toEqual([]);
    await house.staff("POST", `/escalations/${open?.id}/reply`, { text: "Hello Ana, let me look." });
    expect((await ana.items()).at(-1)).toMatchObject({ from: "human", text: "Hello Ana, let me look." });
    await house.staff("POST", `/escalations/${open?.id}/resolve`, { minutes: 12, outcome: "explained" });
    // 12 minutes are billed as 15: 18.75 EUR of the 25 held.
    expect((await customer("acme")).budget).toMatchObject({ held: "0.000000", spent: "18.750000", left: "456.250000" });
    expect((await customer("acme")).cost.thisPeriod).toBe("18.750000");
    expect((await ana.says("Thanks!"))[0]).toMatchObject({ from: "avatar" });
  });

  test("longer than was held: the excess goes to the budget, and beyond it to the company's overrun", async () => {
    const ana = await house.guest(premium);
    await ana.says("A human, please");
    const [open] = await escalations("state=open");
    await house.staff("POST", `/escalations/${open?.id}/claim`);
    await house.staff("POST", `/escalations/${open?.id}/resolve`, { minutes: 600, outcome: "a long night" });
    const { budget } = await customer("acme");
    expect(Number(budget.left)).toBeGreaterThanOrEqual(0);
    const { items } = await house.staff<List<{ account: string; amount: string }>>("GET", "/ledger/postings?limit=200");
    expect(items.filter((posting) => posting.account === "company/overrun")).toHaveLength(1);
  });

  test("by a community contact: deferred in words that compare nobody, with a date that is kept by a plain no", async () => {
    const ben = await house.guest(community);
    const [reply] = await ben.says("Can I talk to a human please?");
    expect(reply?.text).toContain(
      "I can't get you a colleague for this one today. I have kept your question and will come back to you here by Thursday, 5 March",
    );
    expect(reply?.text).not.toMatch(/premium|plan|budget|paying/i);
    expect((await escalations("verdict=deferred"))[0]).toMatchObject({ state: "open", reasons: [{ code: "plan_without_human" }] });
    const questions = async () => (await house.staff<List<{ id: string; state: string; dueAt: string }>>("GET", "/questions?state=open")).items;
    expect(await questions()).toHaveLength(1);

    await house.advance("2026-03-04T12:00:00Z");
    const alerts = (await house.staff<List<{ rule: string; state: string }>>("GET", "/alerts")).items;
    expect(alerts).toContainEqual(expect.objectContaining({ rule: "question.due", state: "firing" }));
    await house.advance("2026-03-06T12:00:00Z");
    expect(await questions()).toHaveLength(0);
    const last = (await ben.items()).at(-1);
    expect(last).toMatchObject({ from: "avatar", text: expect.stringContaining("can't solve it") });
  });

  test("deferred, and staff answer before the date: the answer arrives, and the date brings nothing more", async () => {
    const ben = await house.guest(community);
    await ben.says("Is there a person I could ask about licensing for a museum?");
    await ben.says("A human please");
    const [question] = (await house.staff<List<{ id: string }>>("GET", "/questions?state=open")).items;
    await house.staff("POST", `/questions/${question?.id}/answer`, { text: "Yes: the licence covers museums." });
    const count = (await ben.items()).length;
    expect((await ben.items()).at(-1)).toMatchObject({ from: "human", text: "Yes: the licence covers museums." });
    await house.advance("2026-03-10T12:00:00Z");
    expect((await ben.items()).length).toBe(count);
  });
});

describe("a safety matter", () => {
  test("reaches people whoever writes, at the company's cost, and asks again until somebody acknowledges", async () => {
    const visitor = await house.guest();
    const [reply] = await visitor.says("I found a security hole in your login, passwords leak to anyone");
    expect(reply?.text).toMatch(/^I'm Marla, Marlstone's AI assistant\.\s+I have alerted our team now\./);
    const [open] = await escalations("verdict=overridden");
    expect(open).toMatchObject({ class: "security", payer: expect.stringMatching(/^company\//) });
    await house.staff("POST", `/escalations/${open?.id}/acknowledge`);
    expect((await escalations("verdict=overridden"))[0]).toMatchObject({ acknowledgedBy: expect.anything() });
  });
});

describe("while a person holds the conversation", () => {
  test("a safety matter is read by the rules all the same: the open request becomes one that reaches everybody, at the company's cost", async () => {
    const ana = await house.guest(premium);
    await ana.says("A human, please");
    const [open] = await escalations("state=open");
    await house.staff("POST", `/escalations/${open?.id}/claim`);
    await ana.says("By the way, all our tables are empty since your update, the data is gone");
    expect((await escalations())[0]).toMatchObject({ id: open?.id, verdict: "overridden", payer: expect.stringMatching(/^company\//) });
    expect((await customer("acme")).budget.held).toBe("0.000000");
  });
});

test("asked whether it is human, and whether some come first, it is plain and compares nobody", async () => {
  const visitor = await house.guest();
  await visitor.says("Hello!");
  expect((await visitor.says("Are you human?"))[0]?.text).toBe("I'm Marla, Marlstone's AI assistant.");
  expect((await visitor.says("Do you put paying customers first?"))[0]?.text).toMatch(/^Everyone gets an answer here\./);
});

describe("asked about one's own contract", () => {
  test("the record is told, in reviewed words, also without a model", async () => {
    const ana = await house.guest(premium);
    const [reply] = await ana.says("Which plan do we have, what is in our contract?");
    expect(reply?.text).toContain("Your contract with us is premium.");
  });
});

describe("what nobody can answer", () => {
  test("is said plainly, kept, and answered at its date when a page has come since", async () => {
    const visitor = await house.guest();
    const [reply] = await visitor.says("Zaphod quuxwobble frobnication schedule?");
    expect(reply?.text).toContain("I don't know");
    expect((await house.staff<List<{ state: string }>>("GET", "/questions?state=open")).items).toHaveLength(1);
  });
});

describe("the door", () => {
  test("takes 30 messages in 10 seconds and says when to come back; what was taken is answered by joined turns", async () => {
    const visitor = await house.guest();
    const answers = await Promise.all(Array.from({ length: 200 }, (_, i) => visitor.send(`message ${i}`, `m${i}`)));
    const accepted = answers.filter((answer) => answer.status === 202);
    const refused = answers.filter((answer) => answer.status === 429);
    expect([accepted.length, refused.length]).toEqual([30, 170]);
    expect(Number(refused[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
    await house.settle();
    const covered = (await visitor.items()).filter((item) => item.from === "avatar").flatMap((item) => item.inReplyTo);
    expect(new Set(covered).size).toBe(30);
    expect(covered).toHaveLength(30);
  });

  test("reads refused text for safety all the same", async () => {
    const visitor = await house.guest();
    const long = `I found a vulnerability: anybody can read other customers' data. ${"x".repeat(20_000)}`;
    expect((await visitor.send(long)).status).toBe(413);
    await house.settle();
    expect(await escalations("verdict=overridden")).toHaveLength(1);
  });
});

test("five matters in a week fire the alert at the fourth, for staff alone", async () => {
  const matters = ["How do I take a hot backup?", "My replication lag grows", "How do I upgrade from 4.2 to 4.3?", "Disk full, what now?"];
  for (const matter of matters) await (await house.guest(premium)).says(matter);
  const { items } = await house.staff<List<{ rule: string; state: string; value: number; limit: number }>>("GET", "/alerts");
  expect(items.filter((alert) => alert.rule === "many-episodes")).toMatchObject([{ state: "firing", value: 4, limit: 3 }]);
});
