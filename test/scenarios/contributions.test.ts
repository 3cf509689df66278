import { afterEach, beforeEach, expect, test } from "vitest";
import type { Contribution, CustomerDetail, Escalation, LedgerCheck, PersonFile } from "../../src/http/contract.ts";
import { openHouse, type House } from "../support/house.ts";

// Members of the community earn (issue 5, section 4): a person of ours accepts what they brought, policy says what it is worth, the books have
// it once, and whoever agreed to hear from us is thanked. In a house that runs, over the API.

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  expect((await house.staff<LedgerCheck>("GET", "/ledger/check")).differences).toEqual([]);
  await house.close();
});

const who = async (conversation: string) =>
  (await house.db.query<{ customer: string; contact: string }>("select customer, contact from conversations where id = $1", [conversation]))[0] ?? {
    customer: "",
    contact: "",
  };
const accept = (customer: string, body: object) => house.staff<Contribution>("POST", `/customers/${customer}/contributions`, body);
const withdraw = (id: string) => house.staff<Contribution>("POST", `/contributions/${id}/withdraw`);
const patch = (n: number, more: object = {}) => ({ kind: "patch", link: `https://code.example/pull/${n}`, ...more });
const balance = async (account: string) => (await house.db.query<{ balance: bigint }>("select balance from accounts where id = $1", [account]))[0]?.balance;
const ana = async () => {
  const guest = await house.guest({ sub: "ana", name: "Ana" });
  await guest.says("How do I take a backup?");
  return { guest, ...(await who(guest.conversation)) };
};

test("a community member's patch earns 25 EUR, and that pays for the colleague whom the fund would not have paid", async () => {
  const { guest, customer, contact } = await ana();
  const before = await guest.says("Can I speak to a person, please?");
  expect(before.at(-1)?.text).toContain("I can't get you a colleague");
  await house.advance("2026-03-12T16:00:00Z"); // the question was answered at its date
  const earned = await accept(customer, patch(7, { contact }));
  expect(earned).toMatchObject({ verdict: "grant", reasons: [{ code: "earned" }], earned: { amount: "25.000000" }, contact: { name: "Ana" }, withdrawn: null });
  expect([await balance(`customer/${customer}/budget`), await balance("company/contributions")]).toEqual([25_000_000n, -25_000_000n]);
  const again = await house.guest({ sub: "ana", name: "Ana" });
  await again.says("Can I speak to a person, please?");
  const { items } = await house.staff<{ items: Escalation[] }>("GET", `/escalations?customer=${customer}&verdict=granted`);
  expect(items).toMatchObject([{ payer: `customer/${customer}/budget`, hold: { amount: "25.000000" }, reasons: [{ code: "earned_covers" }] }]);
  const id = items[0]?.id ?? "";
  await house.staff("POST", `/escalations/${id}/claim`);
  await house.staff("POST", `/escalations/${id}/resolve`, { minutes: 15, outcome: "Shown" });
  expect(await balance(`customer/${customer}/budget`)).toBe(6_250_000n);
  // Taken back when 18.75 EUR of it are spent: what is left, and not a cent of anything else.
  expect(await withdraw(earned.id)).toMatchObject({ withdrawn: { taken: { amount: "6.250000" } } });
  expect([await balance(`customer/${customer}/budget`), await balance("company/contributions")]).toEqual([0n, -18_750_000n]);
});

test("the same work is accepted once, whoever asks; withdrawn once, to the unit; and may be accepted anew", async () => {
  const contract = { fee: { amount: "290.000000", currency: "EUR" }, start: "2026-01-01", renewal: null };
  const { id } = await house.staff<CustomerDetail>("POST", "/customers", { name: "Oakfold", plan: "standard", contract });
  const other = await house.staff<CustomerDetail>("POST", "/customers", { name: "Elmfold", plan: "community" });
  const both = await Promise.allSettled([accept(id, patch(1)), accept(id, patch(1)), accept(other.id, patch(1))]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected", "rejected"]);
  expect(both.flatMap((one) => (one.status === "rejected" ? [(one.reason as { status: number }).status] : []))).toEqual([409, 409]);
  const [first] = (await Promise.all([id, other.id].map((one) => house.staff<{ items: Contribution[] }>("GET", `/customers/${one}/contributions`)))).flatMap(
    ({ items }) => items,
  );
  const twice = await Promise.allSettled([withdraw(first?.id ?? ""), withdraw(first?.id ?? "")]);
  expect(twice.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await balance("company/contributions")).toBe(0n);
  await accept(id, patch(1));
  expect((await house.staff<CustomerDetail>("GET", `/customers/${id}`)).budget).toMatchObject({ granted: "97.500000", spent: "0.000000", left: "97.500000" });
});

test("beyond the limit, and for what has no amount, it is a thank-you: once, where they agreed to hear from us, in their language, by day", async () => {
  const { guest, customer, contact } = await ana();
  await guest.says("Tell me when there is news, please.");
  await house.advance("2026-03-02T20:30:00Z"); // 21:30 in Berlin
  const link = "https://forum.example/t/12#answer";
  expect(await accept(customer, { kind: "answer", link, contact })).toMatchObject({
    verdict: "thank",
    reasons: [{ code: "kind_thanked" }],
    earned: { amount: "0.000000" },
  });
  const before = (await guest.items()).length;
  await house.advance("2026-03-03T06:59:59Z");
  expect(await guest.items()).toHaveLength(before);
  await house.advance("2026-03-03T07:00:00Z"); // 08:00
  const said = (await guest.items()).slice(before);
  expect(said.map(({ text }) => text)).toEqual([
    `Your answer has been accepted: ${link}. Thank you for helping somebody else.\n\nI am Marla, Marlstone's AI assistant, and I write first only because you asked me to. ` +
      "To end that, just write “don't write to me unasked”.",
  ]);
  const [shown] = (await house.staff<{ items: Contribution[] }>("GET", `/customers/${customer}/contributions`)).items;
  expect(shown?.thankedAt).toBe("2026-03-03T07:00:00.000Z");
  await house.advance("2026-03-20T07:00:00Z");
  expect(await guest.items()).toHaveLength(before + 1);
});

test("whoever has not agreed is not written to; nor whose contribution is withdrawn first; nor more often than the rulebook has it", async () => {
  const { guest, customer, contact } = await ana();
  const answer = (n: number) => accept(customer, { kind: "answer", link: `https://forum.example/t/${n}`, contact });
  await answer(1);
  await house.advance("2026-03-02T10:00:00Z");
  const silent = (await guest.items()).length;
  await guest.says("Tell me when there is news, please.");
  await house.advance("2026-03-02T20:30:00Z");
  const withdrawn = await answer(2);
  await withdraw(withdrawn.id);
  for (const n of [3, 4, 5]) await answer(n);
  await house.advance("2026-03-03T12:00:00Z");
  expect((await guest.items()).slice(silent).filter(({ text }) => text.includes("has been accepted"))).toHaveLength(2);
  await house.advance("2026-03-10T12:00:00Z");
  const links = (await guest.items()).flatMap(({ text }) => /forum\.example\/t\/(\d)/.exec(text)?.[1] ?? []);
  expect(links.toSorted()).toEqual(["3", "4", "5"]);
  expect(await house.db.query("select place from contribution_thanks order by place")).toEqual([{ place: 1 }, { place: 2 }, { place: 3 }]);
});

test("who takes the word back at the last moment is not written to, whatever was decided before", async () => {
  const { guest, customer, contact } = await ana();
  await guest.says("Tell me when there is news, please.");
  await house.db.query(`create function take_back() returns trigger language plpgsql as $$ begin
    update consents set withdrawn_at = new.at where contact = new.contact; return new; end $$`);
  await house.db.query("create trigger a_take_back before insert on contribution_thanks for each row execute function take_back()");
  const before = (await guest.items()).length;
  await accept(customer, { kind: "answer", link: "https://forum.example/t/1", contact });
  await house.advance("2026-03-02T09:00:30Z");
  expect(await guest.items()).toHaveLength(before);
  expect(await house.db.query("select 1 from contribution_thanks")).toEqual([]);
  // The database alone had refused it: without that moment it leaves.
  await house.db.query("drop trigger a_take_back on contribution_thanks");
  await house.advance("2026-03-02T09:05:00Z");
  expect(await guest.items()).toHaveLength(before + 1);
});

test("it is part of a person's file; erased, the money stays under the customer and nothing tells who it was", async () => {
  const { customer, contact } = await ana();
  await accept(customer, patch(7, { contact }));
  const file = await house.staff<PersonFile>("GET", `/contacts/${contact}/export`);
  expect(file.contributions).toMatchObject([{ kind: "patch", link: "https://code.example/pull/7", earned: "25.000000", withdrawnAt: null }]);
  await house.staff("POST", `/contacts/${contact}/erase`);
  const [left] = (await house.staff<{ items: Contribution[] }>("GET", `/customers/${customer}/contributions`)).items;
  expect(left).toMatchObject({ contact: null, link: expect.stringContaining("erased/"), earned: { amount: "25.000000" } });
  expect(await balance(`customer/${customer}/budget`)).toBe(25_000_000n);
});

test("what cannot be is refused in words", async () => {
  const { customer } = await ana();
  const { id } = await house.staff<{ id: string }>("POST", "/customers", { name: "Oakfold", plan: "community", contacts: [{ name: "Gwen" }] });
  const stranger = (await house.staff<CustomerDetail>("GET", `/customers/${id}`)).contacts[0]?.id;
  const refused = (status: number, body: object, at = customer) => expect(accept(at, body)).rejects.toMatchObject({ status });
  await refused(404, patch(1), "cus_nobody");
  await refused(404, patch(1), "visitors");
  await refused(404, patch(1, { contact: stranger }));
  await refused(400, { kind: "patch", link: "javascript:alert(1)" });
  await refused(400, { kind: "praise", link: "https://code.example" });
  await expect(withdraw("ctb_no")).rejects.toMatchObject({ status: 404 });
  expect(await house.db.query("select 1 from contributions")).toEqual([]);
});
