import { simpleParser } from "mailparser";
import { afterEach, expect, test } from "vitest";
import { addressHash, suppress } from "../../../src/care/mailouts/rows.ts";
import type { NoClaimsDetail } from "../../../src/http/contract.ts";
import { applyWrites } from "../../../src/platform/commit.ts";
import { readSetting } from "../../../src/platform/settings.ts";
import { openLetterBox } from "../../support/letter-box.ts";
import { openPhoneHouse, type PhoneHouse } from "../phone-scene.ts";

// A discount is money: whoever loses or gains some is told, also those who never wrote to us. Where there is no conversation to say it in, a letter goes
// by mail, to a real server here: once, answerable, and whatever somebody has agreed to or ended, for it is about their contract.

let scene: PhoneHouse;
let box: Awaited<ReturnType<typeof openLetterBox>>;
afterEach(async () => {
  await scene.close();
  await box.close();
});

const FROM = "hello@marlstone.example";
const SEED = (book: string) => book.replace("\n  scheme: off\n", "\n  scheme: seed\n");

async function open(given: { box?: Parameters<typeof openLetterBox>[0]; env?: Record<string, string> } = {}) {
  box = await openLetterBox(given.box);
  const env = given.env ?? { SMTP_URL: box.url, MAIL_ADDRESS: FROM };
  scene = await openPhoneHouse({ env: { PUBLIC_URL: "https://marlstone.example", ...env }, start: "2026-11-20T08:00:00Z", book: SEED });
}

/** Somebody of a customer whose contract began three years before the coming Tuesday, and who never wrote. */
async function ana(name = "Ana", locale: string | null = null) {
  const who = await scene.person("Aurora", name, { fee: { amount: "100.000000", currency: "EUR" }, start: "2023-11-24", renewal: "2027-11-24" });
  if (locale) await scene.house.db.query("update contacts set locale = $2 where id = $1", [who.contact, locale]);
  return who;
}
const until = (moment: string) => scene.house.advance(moment);
const letters = () => Promise.all(box.got.map(({ source }) => simpleParser(source)));
/** It takes all of the discount on the same day. */
const crash = async (customer: string) => {
  await until("2026-11-20T08:01:00Z");
  const { now } = await scene.house.staff<{ now: string }>("GET", "/clock");
  return scene.house.staff<{ id: string }>("POST", "/no-claims/incidents", { customer, happenedAt: now, cost: { amount: "25.000000", currency: "EUR" } });
};
const states = async () =>
  (
    await scene.house.db.query<{ line: string }>(
      "select k.name || ' ' || l.state as line from no_claims_letters l join contacts k on k.id = l.contact order by l.at, k.name",
    )
  ).map(({ line }) => line);

test("who never wrote is told by mail, once, with nothing to end; who has a conversation is told there", async () => {
  await open();
  await ana();
  await ana("Ben");
  const ben = await scene.house.guest({ sub: "ben", customer: "aurora", name: "Ben", email: "ben@aurora.example" });
  await ben.says("How do I take a hot backup?");
  await until("2026-11-28T12:00:00Z");
  expect(box.got.map(({ to }) => to)).toEqual([["Ana@aurora.example"]]);
  const [letter] = await letters();
  expect(letter?.subject).toBe("Your no-claims discount");
  expect(letter?.from?.value).toMatchObject([{ address: FROM }]);
  expect(letter?.text).toContain("Hello Ana,");
  expect(letter?.text).toContain("your no-claims discount is 15% of the fee; before, it was 10%");
  expect(letter?.text).toContain("This letter is about your contract with Marlstone.");
  expect(`${letter?.text}${String(letter?.html)}`).not.toMatch(/unsubscribe|<a\b|\{(?:paragraph|why|stop|business)\}/);
  expect([...(letter?.headers.keys() ?? [])].filter((key) => key.startsWith("list"))).toEqual([]);
  expect((await ben.items()).at(-1)?.text).toContain("your no-claims discount is 15% of the fee");
  await until("2027-03-01T12:00:00Z");
  expect(box.got).toHaveLength(1);
  expect(await states()).toEqual(["Ana sent", "Ben said"]);
});

test("what was lost is told in the reader's language, with a way to object that works from a mail; what ended thank-yous does not end it", async () => {
  await open();
  const { customer } = await ana("Anne", "de-AT");
  await ana("Amal", "ar");
  const secret = await readSetting<string>(scene.house.db, "phone-secret");
  await applyWrites(scene.house.db, [suppress(addressHash(secret ?? "", "Anne@aurora.example"), "unsubscribed", new Date("2026-11-20T08:00:00Z"))]);
  await crash(customer);
  await until("2026-11-20T09:00:00Z");
  const got = await letters();
  const inWords = (words: string) => got.find(({ subject }) => subject === words);
  const [german, arabic] = [inWords("Ihr Schadenfreiheitsrabatt"), inWords("خصم عدم وقوع الحوادث لديكم")];
  expect(german?.text).toContain("Guten Tag Anne,");
  expect(german?.text).toContain("antworten Sie auf diese Mail");
  expect(german?.text).toContain("In diesem Brief geht es um Ihren Vertrag mit Marlstone.");
  expect(arabic?.html).toContain('dir="rtl"');
  expect(arabic?.html).toContain('lang="ar"');
});

test("a server that wants it later gets it later; an address that nobody reads is not tried again", async () => {
  let later = 1;
  await open({
    box: {
      onRcptTo({ address }, _session, done) {
        if (address.startsWith("Gone")) return done(Object.assign(new Error("5.1.1 no such user"), { responseCode: 550 }));
        return later-- > 0 ? done(Object.assign(new Error("4.2.0 come back"), { responseCode: 450 })) : done();
      },
    },
  });
  const { customer } = await ana();
  await ana("Gone");
  await crash(customer);
  await until("2026-11-20T08:05:00Z");
  expect([box.got.length, await states()]).toEqual([0, ["Ana waiting", "Gone refused"]]);
  const shown = await scene.house.staff<NoClaimsDetail>("GET", `/customers/${customer}/no-claims`);
  expect(shown.letters.toSorted((a, b) => ((a.contact.name ?? "") < (b.contact.name ?? "") ? -1 : 1))).toMatchObject([
    { contact: { name: "Ana" }, state: "waiting", reply: expect.stringContaining("4.2.0 come back") as string },
    { contact: { name: "Gone" }, state: "refused", reply: expect.stringContaining("5.1.1 no such user") as string },
  ]);
  await until("2026-11-20T09:00:00Z");
  expect([box.got.length, await states()]).toEqual([1, ["Ana sent", "Gone refused"]]);
  await until("2026-11-24T12:00:00Z");
  await until("2027-11-25T12:00:00Z");
  expect(new Set(await states())).toEqual(new Set(["Ana sent", "Gone refused", "Gone lapsed"]));
});

test("a server that is away for days gets it no more: what could not leave in time is written down", async () => {
  await open({ box: { onRcptTo: (_address, _session, done) => done(Object.assign(new Error("4.3.2 closed"), { responseCode: 421 })) } });
  const { customer } = await ana();
  await crash(customer);
  await until("2026-11-24T07:00:00Z");
  expect(await states()).toEqual(["Ana waiting"]);
  await until("2026-11-26T12:00:00Z");
  expect((await states())[0]).toBe("Ana refused");
});

test("one that may have arrived is never sent again, and people here hear of it", async () => {
  await open({ box: { cutAfterMessage: true } });
  const { customer } = await ana();
  await crash(customer);
  await until("2026-11-20T12:00:00Z");
  expect([box.got.length, await states()]).toEqual([1, ["Ana unknown"]]);
  const { items } = await scene.house.staff<{ items: object[] }>("GET", "/alerts?state=firing");
  expect(items).toMatchObject([{ rule: "delivery.unknown", customer: { id: customer } }]);
});

test("a service that dies while one leaves does not know whether it did: people hear of it, and it is not sent again", async () => {
  await open();
  const { customer } = await ana();
  const { db } = scene.house;
  await db.query(
    "create function dies() returns trigger language plpgsql as $$ begin if new.state = 'sent' then raise exception 'the cable'; end if; return new; end $$",
  );
  await db.query("create trigger dies before update on no_claims_letters for each row execute function dies()");
  await crash(customer);
  await until("2026-11-20T08:30:00Z");
  expect([box.got.length, await states()]).toEqual([1, ["Ana unknown"]]);
  expect(await scene.house.staff("GET", "/alerts?state=firing")).toMatchObject({ items: [{ rule: "delivery.unknown" }] });
});

test("where nobody could answer it, or who was forgotten meanwhile, no letter leaves", async () => {
  await open({ env: {} });
  const { customer } = await ana();
  await crash(customer);
  await until("2026-11-28T12:00:00Z");
  expect([box.got.length, await states()]).toEqual([0, []]);
  await scene.close();
  await box.close();
  await open({ box: { onRcptTo: (_address, _session, done) => done(Object.assign(new Error("4.2.0 come back"), { responseCode: 450 })) } });
  const other = await ana();
  await crash(other.customer);
  await until("2026-11-20T08:05:00Z");
  await scene.house.staff("POST", `/contacts/${other.contact}/erase`);
  await until("2026-11-28T12:00:00Z");
  expect([box.got.length, await states()]).toEqual([0, []]);
});
