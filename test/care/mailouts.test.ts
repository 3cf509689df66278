import { simpleParser } from "mailparser";
import { afterEach, expect, test } from "vitest";
import { openLetterBox } from "../support/letter-box.ts";
import { openPhoneHouse, refusal, type PhoneHouse } from "./phone-scene.ts";

// A thank-you that nobody has asked for reaches whoever agreed to it, once, by day, while all is well between us; one click ends it. It is a cost on that
// customer. Nothing is sent twice, whatever breaks, and what could not leave in time is written down and never sent late (PRODUCT promise 10).

let scene: PhoneHouse;
let box: Awaited<ReturnType<typeof openLetterBox>>;
afterEach(async () => {
  await scene.close();
  await box.close();
});

type Mailout = {
  id: string;
  campaign: string;
  state: string;
  reason: string | null;
  words: string | null;
  language: string | null;
  reply: string | null;
  cost: { amount: string } | null;
  sentAt: string | null;
};
type Campaign = {
  id: string;
  counts: Record<string, number>;
  left: { amount: string };
  spent: { amount: string };
  thanked: { customers: number };
  heldOut: { customers: number };
};
type Consent = { id: string; address: string; withdrawnAt: string | null };

const START = "2026-11-20T08:00:00Z"; // a Friday, nine o'clock in Berlin
/** Everybody is thanked: who is held out by lot is another story. */
const ALL = (book: string) => book.replaceAll(/holdOut: \d+ %/g, "holdOut: 0 %");

async function open(given: { box?: Parameters<typeof openLetterBox>[0]; book?: (text: string) => string; sends?: boolean } = {}) {
  box = await openLetterBox(given.box);
  const env = {
    ...(given.sends === false ? {} : { SMTP_URL: box.url }),
    MAIL_ADDRESS: "hello@marlstone.example",
    PUBLIC_URL: "https://marlstone.example",
  };
  scene = await openPhoneHouse({ env, start: START, book: (text) => (given.book ?? ALL)(ALL(text)) });
  return scene;
}

/** Somebody of a customer whose contract began two years before the coming Tuesday. */
async function ana(customer = "Aurora", name = "Ana", more: object = {}) {
  const who = await scene.person(customer, name, { fee: { amount: "100.000000", currency: "EUR" }, start: "2024-11-24", renewal: "2027-11-24", ...more });
  return who;
}
const agrees = (contact: string, more: object = {}) =>
  scene.house.staff<Consent>("POST", `/contacts/${contact}/mail-consents`, { words: "Yes, do write.", ...more });
const mailouts = async (query = "") => (await scene.house.staff<{ items: Mailout[] }>("GET", `/mailouts${query}`)).items;
const campaign = async (id = "anniversary") =>
  (await scene.house.staff<{ items: Campaign[] }>("GET", "/mailouts/campaigns")).items.find((one) => one.id === id) as Campaign;
const until = (moment: string) => scene.house.advance(moment);
const letters = () => Promise.all(box.got.map(({ source }) => simpleParser(source)));
const costs = () =>
  scene.house.db.query<{ account: string; amount: number; customer: string }>(
    "select p.account, p.amount::int as amount, t.customer from postings p join transfers t on t.id = p.transfer where t.key like 'mailout/%' order by p.id",
  );
const press = (link: string, method: "GET" | "POST") =>
  fetch(`${scene.house.url}${new URL(link).pathname}`, {
    method,
    ...(method === "POST" ? { body: "List-Unsubscribe=One-Click", headers: { "content-type": "application/x-www-form-urlencoded" } } : {}),
  });

test("two years together: one mail leaves by day, signed off with the way out, and is a cent on that customer, once", async () => {
  await open();
  const { contact, customer } = await ana();
  await agrees(contact);
  await until("2026-11-24T07:59:00Z");
  expect(box.got).toEqual([]);
  await until("2026-11-28T12:00:00Z");
  const [letter] = await letters();
  expect(box.got).toHaveLength(1);
  expect(box.got[0]?.to).toEqual(["Ana@aurora.example"]);
  expect(letter?.subject).toBe("Two years together: thank you, Aurora");
  expect(letter?.text).toContain("for two years");
  const source = box.got[0]?.source.toString() ?? "";
  expect(source).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect(letter?.text).toMatch(/https:\/\/marlstone\.example\/unsubscribe\/cst_/);
  const [sent] = await mailouts();
  expect(sent).toMatchObject({
    campaign: "anniversary",
    state: "sent",
    reason: "well_behaved",
    words: "together",
    language: "en",
    cost: { amount: "0.010000" },
  });
  expect(await costs()).toEqual([
    { account: "company/goodwill", amount: 10_000, customer },
    { account: "vendor/message", amount: -10_000, customer },
  ]);
  expect(await campaign()).toMatchObject({ counts: { sent: 1, waiting: 0 }, left: { amount: "19.990000" }, thanked: { customers: 1 } });
});

test("who has not agreed, pays nothing, or is one of a second pair of hands at the customer gets none", async () => {
  await open();
  const first = await ana();
  const second = await ana("Aurora", "Ben");
  await ana("Borealis", "Carl"); // never asked
  await agrees(first.contact);
  await agrees(second.contact);
  await until("2026-12-31T12:00:00Z");
  expect(box.got).toHaveLength(1);
  const states = (await mailouts("?campaign=anniversary")).map(({ state, reason }) => `${state} ${reason}`).toSorted();
  expect(states).toEqual(["lapsed stale", "sent well_behaved"]);
});

test("a click on the link changes nothing; one press ends it at once, again is the same, and nothing leaves any more", async () => {
  await open();
  const { contact } = await ana();
  const { id } = await agrees(contact);
  const { house } = scene;
  await until("2026-11-24T10:00:00Z");
  const [letter] = await letters();
  const link = /https:\S+unsubscribe\S+/.exec(letter?.text ?? "")?.[0] ?? "";
  const consent = async () => (await house.staff<{ items: Consent[] }>("GET", `/contacts/${contact}/mail-consents`)).items[0];
  for (let i = 0; i < 3; i++) expect((await press(link, "GET")).status).toBe(200);
  expect(await consent()).toMatchObject({ id, withdrawnAt: null });
  expect((await press(link, "POST")).status).toBe(200);
  expect((await consent())?.withdrawnAt).not.toBeNull();
  expect((await press(link, "POST")).status).toBe(200);
  for (const broken of [`${link}x`, link.replace(/.$/, (last) => (last === "A" ? "B" : "A")), `${link.slice(0, link.lastIndexOf("."))}.`]) {
    expect((await press(broken, "POST")).status).toBe(404);
  }
  await house.staff("POST", "/upgrades", {
    customer: (await mailouts())[0] && (await house.db.query<{ c: string }>("select customer as c from contacts where id = $1", [contact]))[0]?.c,
  });
  await until("2027-11-30T10:00:00Z");
  expect(box.got).toHaveLength(1);
  // Whoever agrees anew is thanked again.
  await agrees(contact);
  await until("2028-11-30T10:00:00Z");
  expect(box.got.length).toBeGreaterThan(1);
});

test("taken back while the letter waits for the morning: it does not leave", async () => {
  await open();
  const { contact } = await ana();
  const { id } = await agrees(contact);
  await scene.livesIn(contact, "Pacific/Auckland"); // nine o'clock in Berlin is late in the evening there
  await until("2026-11-24T12:00:00Z");
  expect(await mailouts()).toMatchObject([{ state: "waiting", reason: "quiet_hours" }]);
  await scene.house.staff("POST", `/mail-consents/${id}/withdraw`, {});
  await until("2026-11-26T12:00:00Z");
  expect(box.got).toEqual([]);
  expect(await mailouts()).toMatchObject([{ state: "refused", reason: "no_consent" }]);
});

test("a question of theirs that is open, or an outage of ours: it waits, and leaves when all is well", async () => {
  await open();
  const { contact } = await ana();
  await agrees(contact);
  const { id } = await scene.house.staff<{ id: string }>("POST", "/outages", { cause: "backup" });
  await until("2026-11-25T12:00:00Z");
  expect(box.got).toEqual([]);
  expect(await mailouts()).toMatchObject([{ state: "waiting", reason: "outage" }]);
  await scene.house.staff("POST", `/outages/${id}/end`, {});
  await until("2026-11-26T12:00:00Z");
  expect(box.got).toHaveLength(1);
});

test("whoever complains gets none from that moment on, whatever waits, and no new word of theirs or of a colleague's changes it", async () => {
  await open();
  const one = await ana();
  const other = await ana("Borealis", "Ben");
  for (const { contact } of [one, other]) await agrees(contact);
  // Planned this morning, and held back by night or an outage: both wait when the complaint comes.
  const { id } = await scene.house.staff<{ id: string }>("POST", "/outages", {});
  await until("2026-11-24T10:00:00Z");
  expect(await mailouts()).toMatchObject([{ state: "waiting" }, { state: "waiting" }]);
  await scene.house.staff("POST", "/mail-reports", { address: "ANA@aurora.example", kind: "complaint" });
  await scene.house.staff("POST", "/mail-reports", { address: "Ben@borealis.example", kind: "bounce" });
  const consents = async ({ contact }: { contact: string }) =>
    (await scene.house.staff<{ items: Consent[] }>("GET", `/contacts/${contact}/mail-consents`)).items;
  expect((await consents(one))[0]?.withdrawnAt).not.toBeNull();
  expect((await consents(other))[0]?.withdrawnAt).toBeNull();
  await agrees(one.contact, { words: "They say it was a mistake." });
  await scene.house.staff("POST", `/outages/${id}/end`, {});
  await until("2026-11-26T12:00:00Z");
  expect(box.got).toEqual([]);
  expect((await mailouts()).map(({ state, reason }) => `${state} ${reason}`).toSorted()).toEqual(["refused complaint", "refused hard_bounce"]);
  expect(await refusal(scene.house.staff("POST", "/mail-reports", { address: "nobody", kind: "complaint" }))).toMatchObject({ status: 400 });
});

test("a complaint stands where somebody had unsubscribed: they can agree anew to the one, not to the other", async () => {
  await open();
  const { contact } = await ana();
  await agrees(contact);
  await until("2026-11-24T12:00:00Z");
  const [letter] = await letters();
  await press(/https:\S+\/unsubscribe\/\S+/.exec(letter?.text ?? "")?.[0] ?? "", "POST");
  const why = () => scene.house.db.query("select why from mail_suppressions");
  expect(await why()).toEqual([{ why: "unsubscribed" }]);
  await scene.house.staff("POST", "/mail-reports", { address: "Ana@aurora.example", kind: "complaint" });
  await agrees(contact);
  expect(await why()).toEqual([{ why: "complaint" }]);
});

test("nobody of that name: suppressed at once and free of charge; a mailbox that was full three times in a month, too", async () => {
  const codes = [552, 552, 552];
  await open({
    box: {
      onRcptTo: ({ address }, _session, done) =>
        done(
          address.startsWith("Ana")
            ? Object.assign(new Error("5.1.1 no such user"), { responseCode: 550 })
            : Object.assign(new Error("5.2.2 mailbox full"), { responseCode: codes.shift() ?? 552 }),
        ),
    },
    book: (text) => text.replace("most: 1 #", "most: 9 #").replace("customerMost: 1 #", "customerMost: 9 #"),
  });
  const one = await ana();
  const other = await ana("Borealis", "Ben");
  await agrees(one.contact);
  await agrees(other.contact);
  for (let upgrade = 0; upgrade < 4; upgrade++) {
    await until(`2026-11-2${4 + upgrade}T12:00:00Z`);
    await scene.house.staff("POST", "/upgrades", { customer: other.customer });
  }
  await until("2026-12-05T12:00:00Z");
  const all = await mailouts();
  const of = (customer: string) =>
    all.filter((row) => (row as unknown as { customer: { id: string } }).customer.id === customer).map(({ state, reason }) => `${state} ${reason}`);
  expect(of(one.customer)).toEqual(["bounced well_behaved"]);
  expect(of(other.customer).toSorted()).toEqual([...Array<string>(3).fill("bounced well_behaved"), "refused soft_bounces", "refused soft_bounces"]);
  expect(await costs()).toEqual([]);
  expect(await scene.house.db.query("select why from mail_suppressions order by why")).toEqual([{ why: "hard_bounce" }, { why: "soft_bounces" }]);
});

test("a server that says later is asked again; one that falls silent after the whole message counts as sent, and is never sent twice", async () => {
  let refusals = 2;
  await open({
    box: {
      cutAfterMessage: true,
      onRcptTo: (_address, _session, done) => (refusals-- > 0 ? done(Object.assign(new Error("4.2.0 come back"), { responseCode: 450 })) : done()),
    },
  });
  const { contact } = await ana();
  await agrees(contact);
  await until("2026-11-24T12:00:00Z");
  expect(box.got).toHaveLength(1);
  expect(await mailouts()).toMatchObject([{ state: "unknown", cost: { amount: "0.010000" } }]);
  await until("2026-12-20T12:00:00Z");
  expect(box.got).toHaveLength(1);
  expect(await costs()).toHaveLength(2);
});

test("a process that dies while it sends leaves one that may have arrived: paid for, and not sent again", async () => {
  await open();
  const { contact } = await ana();
  await agrees(contact);
  await until("2026-11-24T07:59:00Z");
  const { house } = scene;
  await house.db.query(
    "create function dies() returns trigger language plpgsql as $$ begin if new.state = 'sent' then raise exception 'the cable'; end if; return new; end $$",
  );
  await house.db.query("create trigger dies before update on mailouts for each row execute function dies()");
  await until("2026-11-24T08:00:30Z");
  expect(box.got).toHaveLength(1);
  await until("2026-11-24T10:00:00Z");
  expect(await mailouts()).toMatchObject([{ state: "unknown" }]);
  expect(box.got).toHaveLength(1);
  expect(await costs()).toHaveLength(2);
});

test("who is held out by lot is written down, with nobody written to; the campaign shows both groups", async () => {
  await open({ book: (text) => text.replace("holdOut: 0 %", "holdOut: 100 %") });
  const { contact } = await ana();
  await agrees(contact);
  await until("2026-11-25T12:00:00Z");
  expect(box.got).toEqual([]);
  expect(await campaign()).toMatchObject({ counts: { held_out: 1 }, heldOut: { customers: 1 }, thanked: { customers: 0 }, spent: { amount: "0.000000" } });
});

test("a budget that is spent holds the others back until the next month", async () => {
  await open({ book: (text) => text.replace("budget: 20 EUR", "budget: 0.01 EUR") });
  for (const customer of ["Aurora", "Borealis"]) await agrees((await ana(customer, "Ana")).contact);
  await until("2026-11-30T12:00:00Z");
  expect(box.got).toHaveLength(1);
  await until("2026-12-02T12:00:00Z");
  expect(box.got).toHaveLength(2);
});

test("their answer to our thank-you is no matter of theirs, and counts against nobody", async () => {
  await open();
  await ana();
  const { house } = scene;
  const guest = await house.guest({ sub: "ana", customer: "aurora", name: "Ana" });
  const { contact, customer } = await scene.behind(guest);
  await agrees(contact, { address: "ana@aurora.example" });
  await until("2026-11-24T12:00:00Z");
  expect(box.got).toHaveLength(1);
  const counted = async () => (await house.app.rooms.alerts.counting.countedOf(house.db, customer, new Date("2026-11-01T00:00:00Z"))).length;
  await guest.says("Thank you, too! How do I take a hot backup?");
  expect(await counted()).toBe(0);
  await until("2026-12-08T12:00:00Z");
  await guest.says("Which port does the console use?");
  expect(await counted()).toBe(1);
});

test("a preview and a test reach nobody but who asks; without a server both say so; what cannot be is refused in words", async () => {
  await open({ sends: false });
  const shown = await scene.house.staff<{ subject: string; html: string; words: string }>("POST", "/mailouts/preview", {
    campaign: "quiet-quarter",
    language: "de",
    text: 1,
  });
  expect(shown).toMatchObject({ words: "how-are-things" });
  expect(shown.html).toContain("Ein Wort des Dankes");
  expect(await refusal(scene.house.staff("POST", "/mailouts/test", { campaign: "anniversary" }))).toMatchObject({
    status: 409,
    detail: expect.stringContaining("API key"),
  });
  expect(await refusal(scene.house.staff("POST", "/mailouts/preview", { campaign: "none" }))).toMatchObject({ status: 404 });
  const { contact } = await ana();
  expect(await refusal(agrees(contact, { address: "not an address" }))).toMatchObject({ status: 400 });
  expect(await refusal(scene.house.staff("POST", "/upgrades", { customer: "cus_none" }))).toMatchObject({ status: 404 });
  await agrees(contact);
  await until("2026-12-24T12:00:00Z");
  expect(await mailouts()).toEqual([]);
});
