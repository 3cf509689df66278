import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openHouse, type House } from "../support/house.ts";

// Somebody claims a conversation, and then looks away, leaves, or hands it back. A claim is no answer: what was promised stands, and
// no question gets lost between a person and the avatar.

type Escalation = { id: string; verdict: string; state: string; class: string; question: string; acknowledgedBy: unknown };
type Question = { id: string; text: string; state: string };
type Alert = { rule: string; state: string };

let house: House;
beforeEach(async () => {
  house = await openHouse();
  await house.staff("POST", "/customers", {
    externalId: "acme",
    name: "The acme company",
    plan: "premium",
    contacts: [{ name: "Ana Perez", email: "ana@acme.example" }],
    contract: { fee: { amount: "1900.000000", currency: "EUR" }, start: "2026-01-01", renewal: "2027-01-01" },
  });
});
afterEach(() => house.close());

const ana = () => house.guest({ sub: "ana", customer: "acme", name: "Ana Perez" });
const list = async <T>(path: string) => (await house.staff<{ items: T[] }>("GET", path)).items;
const act = (id: string | undefined, deed: string, body?: unknown) => house.staff("POST", `/escalations/${id}/${deed}`, body);

/** Ana asks for a person, who claims. */
async function held() {
  const guest = await ana();
  await guest.says("I want to talk to a human, please");
  const [open] = await list<Escalation>("/escalations?state=open");
  await act(open?.id, "claim");
  const since = (await guest.items()).length;
  return { guest, id: open?.id, news: async () => (await guest.items()).slice(since).filter((item) => item.from !== "contact") };
}

describe("a safety matter while a person holds the conversation", () => {
  test("danger to life: the emergency number is told at once, whoever holds it", async () => {
    const { guest, news } = await held();
    await guest.says("I can't go on, I'm going to kill myself");
    await house.settle();
    const said = await news();
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({ from: "notice", text: expect.stringMatching(/^If anybody is in danger, please call 112 first\./) });
  });

  test("is asked again until somebody acknowledges anew: the claim came before it", async () => {
    const { guest, id } = await held();
    await guest.says("There is a data breach: I can read other tenants' invoices");
    await house.settle();
    const [graver] = await list<Escalation>("/escalations");
    expect(graver).toMatchObject({ id, verdict: "overridden", state: "claimed", acknowledgedBy: null });
    expect(graver?.question).toContain("data breach");
    const timers = await house.db.query<{ n: number }>("select count(*)::int as n from timers where kind = 'escalation.remind' and done_at is null");
    expect(timers[0]?.n).toBe(1);
    await act(id, "reply", { text: "We are on it: please change your password now." });
    expect((await list<Escalation>("/escalations"))[0]?.acknowledgedBy).not.toBeNull();
    await house.advance("2026-03-06T12:00:00Z");
    expect((await list<Alert>("/alerts")).filter((one) => one.rule === "escalation.overdue")).toEqual([]);
  });

  test("handed back without an answer, it is in the queue again, and people are asked", async () => {
    const { guest, id, news } = await held();
    await guest.says("There is a data breach: I can read other tenants' invoices");
    await house.settle();
    await act(id, "handback");
    await house.advance("2026-03-02T10:30:00Z");
    const [again] = await list<Escalation>("/escalations?state=open");
    expect(again).toMatchObject({ verdict: "overridden", class: "security" });
    expect(again?.id).not.toBe(id);
    await house.advance("2026-03-04T12:00:00Z");
    expect(await list<Alert>("/alerts")).toContainEqual(expect.objectContaining({ rule: "escalation.overdue", state: "firing" }));
    expect((await news()).map(({ text }) => text)).toContainEqual(expect.stringContaining("I said that somebody would answer you here by now."));
  });
});

// What was said before the graver matter is no answer to it.
test("a word before the safety matter does not answer it: when its time comes, people are alerted", async () => {
  const { guest, id } = await held();
  await act(id, "reply", { text: "One moment." });
  await guest.says("There is a data breach: I can read other tenants' invoices");
  await house.settle();
  await house.advance("2026-03-04T12:00:00Z");
  expect(await list<Alert>("/alerts")).toContainEqual(expect.objectContaining({ rule: "escalation.overdue", state: "firing" }));
});

describe("claimed, and then nothing", () => {
  test("the promised time comes: people are alerted, and the customer hears honestly where it stands, once", async () => {
    const { news } = await held();
    await house.advance("2026-03-06T12:00:00Z");
    expect(await list<Alert>("/alerts")).toContainEqual(expect.objectContaining({ rule: "escalation.overdue", state: "firing" }));
    const said = await news();
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({ from: "notice", text: expect.stringContaining("has joined and has not written yet") });
  });

  test.each([
    ["handed back", (id: string | undefined) => act(id, "handback")],
    ["resolved with no minutes", (id: string | undefined) => act(id, "resolve", { minutes: 0, outcome: "-" })],
  ])("%s: the customer hears a date, and it is kept", async (_how, end) => {
    const { id, news } = await held();
    await end(id);
    expect((await news()).at(-1)).toMatchObject({ from: "notice", text: expect.stringMatching(/No colleague could answer .* by \w+day, 5 March/) });
    expect(await list<Question>("/questions?state=open")).toHaveLength(1);
    await house.advance("2026-03-06T12:00:00Z");
    expect(await list<Question>("/questions?state=open")).toHaveLength(0);
    // Nothing is new since: a plain no with its reason, and not the same page once more.
    expect((await news()).at(-1)).toMatchObject({ from: "avatar", text: expect.stringContaining("I can't solve it") });
  });

  test("resolved with minutes, they have told the customer in another way: nothing is owed", async () => {
    const { id, news } = await held();
    await act(id, "resolve", { minutes: 10, outcome: "called back" });
    expect(await list<Question>("/questions?state=open")).toHaveLength(0);
    expect(await news()).toEqual([]);
  });
});

test("what was written to a person who hands back without a word about it is taken up by the avatar", async () => {
  const { guest, id, news } = await held();
  await act(id, "reply", { text: "One moment." });
  await guest.says("How do I take a hot backup without stopping the server?");
  await act(id, "handback");
  await house.settle();
  const last = (await news()).at(-1);
  expect(last?.from).toBe("avatar");
  expect(last?.sources[0]?.url).toContain("/knowledge/backup-hot");
});

test("a person's words answer what was asked of people; other open questions keep their dates until it is resolved", async () => {
  const guest = await ana();
  await guest.says("Zaphod quuxwobble frobnication schedule?");
  await guest.says("I want to talk to a human, please");
  const [open] = await list<Escalation>("/escalations?state=open");
  await act(open?.id, "claim");
  await act(open?.id, "reply", { text: "One moment please." });
  expect(await list<Question>("/questions?state=open")).toMatchObject([{ text: "Zaphod quuxwobble frobnication schedule?" }]);
  await act(open?.id, "resolve", { minutes: 5, outcome: "answered both" });
  expect(await list<Question>("/questions?state=open")).toEqual([]);
});
