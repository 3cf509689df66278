import { afterEach, expect, test } from "vitest";
import { createPrivacy } from "../../src/privacy/index.ts";
import { openPhoneHouse, refusal, type Consent, type PhoneHouse } from "./phone-scene.ts";

// A call is a task with a consent behind it: who agreed, when, in which words, at which number. It is made in the hours of whoever is called, ends with
// an honest outcome, and its minutes are booked on the customer once. Whoever asks not to be called is not called from that moment on (promise 10).

let scene: PhoneHouse;
afterEach(() => scene.close());
const NUMBER = "+4930123456";
const CONTRACT = { fee: { amount: "290.000000", currency: "EUR" }, start: "2023-05-01", renewal: null };

test("a colleague thanks somebody: agreed, claimed, said what is true, reached; a quarter of an hour stands on the customer", async () => {
  scene = await openPhoneHouse();
  const ana = await scene.person("Aurora", "Ana", CONTRACT);
  const consent = await scene.agrees(ana.contact, "personal_call", "0049 (30) 123-456", { words: "Ring me any morning.", givenAt: "2026-02-01T10:00:00Z" });
  expect(consent).toMatchObject({ phone: NUMBER, words: "Ring me any morning.", recordedBy: { name: expect.any(String) } });
  const planned = await scene.plan(ana.contact);
  expect(planned).toMatchObject({ kind: "personal", state: "waiting", phone: null, consent: { words: "Ring me any morning." } });
  // Reviewed words, and what the contract says; nothing was ever asked here, so nothing is boasted of.
  expect(planned.sheet.map(({ because }) => because)).toEqual(["reviewed", "reviewed", "contract", "reviewed"]);
  expect(planned.sheet[2]?.text).toBe("You have been with us since 2023.");
  expect(planned.sheet.map(({ text }) => text).join(" ")).not.toMatch(/not asking|quiet|never needed|standard|plan|€/i);
  const claimed = await scene.act(planned.id, "claim");
  expect(claimed).toMatchObject({ state: "claimed", phone: NUMBER });
  const done = await scene.act(planned.id, "finish", { minutes: 12, outcome: "reached", note: "Was glad." });
  expect(done).toMatchObject({ state: "ended", outcome: "reached", phone: null, cost: { amount: "18.750000", currency: "EUR" } });
  expect((await refusal(scene.act(planned.id, "finish", { minutes: 12, outcome: "reached" }))).code).toBe("already_ended");
  expect(await scene.booked()).toEqual([
    { account: "company/goodwill", amount: 18_750_000, customer: ana.customer, cause: "thank_you" },
    { account: "staff/time", amount: -18_750_000, customer: ana.customer, cause: "thank_you" },
  ]);
  expect(await scene.codes()).toEqual(["people asked_for_people", "people asked_for_people"]);
});

test("without a stored word nobody is called; taken back between planning and ringing, nobody is either", async () => {
  scene = await openPhoneHouse();
  const ana = await scene.person("Aurora", "Ana");
  expect(await refusal(scene.plan(ana.contact))).toMatchObject({ status: 409, code: "may_not_call" });
  const consent = await scene.agrees(ana.contact, "personal_call", NUMBER);
  const planned = await scene.plan(ana.contact);
  const taken = await scene.house.staff<Consent>("POST", `/consents/${consent.id}/withdraw`, {});
  expect(taken.withdrawnAt).not.toBeNull();
  expect(await scene.house.staff("POST", `/consents/${consent.id}/withdraw`, {})).toEqual(taken);
  expect((await refusal(scene.act(planned.id, "claim"))).code).toBe("may_not_call");
  expect(await scene.call(planned.id)).toMatchObject({ state: "ended", outcome: "withdrawn", phone: null });
});

test("“don't write to me unasked” in the chat ends what was agreed about calls, too; and being called is no leave to be written to", async () => {
  scene = await openPhoneHouse();
  await scene.person("Aurora", "Olga");
  const ana = await scene.house.guest({ sub: "ana", customer: "aurora", name: "Ana" });
  const who = await scene.behind(ana);
  await scene.agrees(who.contact, "personal_call", NUMBER);
  expect(await scene.house.db.query("select 1 from consents where scope = 'news'")).toEqual([]);
  expect((await scene.plan(who.contact)).state).toBe("waiting");
  await ana.says("Please don't write to me unasked.");
  const [{ id }] = (await scene.house.db.query<{ id: string }>("select id from phone_calls")) as [{ id: string }];
  expect((await refusal(scene.act(id, "claim"))).code).toBe("may_not_call");
  expect((await refusal(scene.plan(who.contact))).code).toBe("may_not_call");
});

test("a database that is told to ring without a consent refuses by itself", async () => {
  scene = await openPhoneHouse();
  const ana = await scene.person("Aurora", "Ana");
  await scene.agrees(ana.contact, "personal_call", NUMBER);
  const { id } = await scene.plan(ana.contact);
  const rings = (change: string) => scene.house.db.query(`update phone_calls set state = 'dialling', ${change} where id = $1`, [id]);
  await expect(rings("kind = 'automatic'")).rejects.toMatchObject({ code: "P0P03" });
  await expect(rings("consent = null")).rejects.toMatchObject({ code: "P0P03" });
  await scene.house.db.query("insert into do_not_call (number, at) select number, created_at from phone_calls");
  await expect(rings("about = about")).rejects.toMatchObject({ code: "P0P03" });
});

test("nobody is rung in their evening, wherever they live, in the nights of the changing clocks", async () => {
  scene = await openPhoneHouse({ start: "2026-03-28T12:00:00Z" });
  const [ana, tomo] = [await scene.person("Aurora", "Ana"), await scene.person("Kaze", "Tomo")];
  await scene.livesIn(tomo.contact, "Asia/Tokyo");
  for (const { contact } of [ana, tomo]) await scene.agrees(contact, "personal_call", contact === ana.contact ? NUMBER : "+81312345678");
  const [here, tokyo] = [await scene.plan(ana.contact), await scene.plan(tomo.contact)]; // 13:00 in Berlin, 21:00 in Tokyo
  expect(tokyo.notBefore).toBe("2026-03-29T00:00:00.000Z");
  expect(await refusal(scene.act(tokyo.id, "claim"))).toMatchObject({ code: "not_now", detail: expect.stringContaining("where they are") });
  await scene.house.advance("2026-03-29T06:59:00Z"); // 08:59 in Berlin, an hour earlier than the day before
  expect((await refusal(scene.act(here.id, "claim"))).code).toBe("not_now");
  expect((await scene.act(tokyo.id, "claim")).state).toBe("claimed");
  await scene.house.advance("2026-03-29T07:00:00Z");
  expect((await scene.act(here.id, "claim")).state).toBe("claimed");
});

test("“please don't call me”: the number is never rung again, for nobody, from that moment on; what waits for it is let go", async () => {
  scene = await openPhoneHouse();
  const [ana, ben] = [await scene.person("Aurora", "Ana"), await scene.person("Aurora", "Ben")];
  for (const { contact } of [ana, ben]) await scene.agrees(contact, "personal_call", NUMBER); // one telephone for both
  const [first, second] = [await scene.plan(ana.contact), await scene.plan(ben.contact, { about: "promised" })];
  await scene.act(first.id, "claim");
  await scene.act(first.id, "finish", { minutes: 2, outcome: "asked_not_to" });
  expect(await scene.call(second.id)).toMatchObject({ state: "ended", outcome: "withdrawn" });
  expect((await refusal(scene.plan(ben.contact, { about: "promised" }))).detail).toContain("asked not to be called");
  // Writing down another consent for the same number does not undo it.
  await scene.agrees(ana.contact, "personal_call", NUMBER);
  expect((await refusal(scene.plan(ana.contact))).detail).toContain("asked not to be called");
  const list = await scene.house.staff<{ items: Consent[] }>("GET", `/contacts/${ana.contact}/consents`);
  expect(list.items.map(({ withdrawnAt }) => withdrawnAt === null)).toEqual(expect.arrayContaining([true, false]));
});

test("one call for each person, one thank-you for each customer; a call that nobody makes is let go", async () => {
  scene = await openPhoneHouse();
  const [ana, ben] = [await scene.person("Aurora", "Ana"), await scene.person("Aurora", "Ben")];
  await scene.agrees(ana.contact, "personal_call", NUMBER);
  await scene.agrees(ben.contact, "personal_call", "+4930999999");
  const { id } = await scene.plan(ana.contact);
  expect((await refusal(scene.plan(ana.contact, { about: "renewal" }))).code).toBe("conflict");
  expect((await refusal(scene.plan(ben.contact))).code).toBe("conflict");
  expect((await scene.plan(ben.contact, { about: "complaint" })).kind).toBe("personal");
  await scene.house.advance("2026-03-16T09:00:00Z");
  expect(await scene.call(id)).toMatchObject({ state: "ended", outcome: "lapsed" });
  expect(await scene.booked()).toEqual([]);
});

test("no thank-you while a matter is open or a date of ours was missed; a complaint is called about all the same", async () => {
  scene = await openPhoneHouse();
  await scene.person("Aurora", "Olga", CONTRACT);
  const ana = await scene.house.guest({ sub: "ana", customer: "aurora", name: "Ana" });
  const who = await scene.behind(ana);
  await scene.agrees(who.contact, "personal_call", NUMBER);
  await ana.says("Can I talk to a human, please?");
  const { id } = await scene.plan(who.contact);
  expect((await refusal(scene.act(id, "claim"))).detail).toContain("matter of this customer is open");
  await scene.act(id, "withdraw");
  const later = new Date(scene.house.clock.now().getTime() - 60_000);
  await scene.house.db.query("update escalations set state = 'resolved', ended_at = $1", [later]);
  await scene.house.db.query(
    `insert into open_questions (id, conversation, customer, contact, cause, due_at, state, answered_by, created_at, closed_at)
     select 'q_late', id, customer, contact, 'later', $1::timestamptz - interval '1 day', 'kept', 'staff', $1::timestamptz - interval '3 days', $1 from conversations`,
    [later],
  );
  expect((await refusal(scene.plan(who.contact))).detail).toContain("did not keep a date");
  const complaint = await scene.plan(who.contact, { about: "complaint" });
  expect((await scene.act(complaint.id, "claim")).state).toBe("claimed");
});

test("an automatic call is a colleague's task while the owner has not switched it on, and nobody's without consent for a colleague", async () => {
  scene = await openPhoneHouse();
  const ana = await scene.person("Aurora", "Ana");
  await scene.agrees(ana.contact, "automatic_call", NUMBER);
  expect((await refusal(scene.plan(ana.contact, { kind: "automatic" }))).code).toBe("may_not_call");
  await scene.agrees(ana.contact, "personal_call", NUMBER);
  expect(await scene.plan(ana.contact, { kind: "automatic" })).toMatchObject({ kind: "personal", state: "waiting" });
  expect(await scene.codes()).toEqual(["people automatic_off"]);
});

test("what is no number, no moment or nobody is refused; a consent that is given later replaces the one before", async () => {
  scene = await openPhoneHouse();
  const ana = await scene.person("Aurora", "Ana");
  for (const phone of ["030 123456", "+0123456789", "+49", "+1234567890123456", "call me", "+49 30 12x"])
    expect((await refusal(scene.agrees(ana.contact, "personal_call", phone))).code).toBe("invalid");
  expect((await refusal(scene.agrees(ana.contact, "personal_call", NUMBER, { givenAt: "2026-03-02T09:00:01Z" }))).code).toBe("invalid");
  expect((await refusal(scene.agrees("con_nobody", "personal_call", NUMBER))).status).toBe(404);
  await scene.agrees(ana.contact, "personal_call", NUMBER);
  await scene.agrees(ana.contact, "personal_call", "+4930777777");
  const { items } = await scene.house.staff<{ items: Consent[] }>("GET", `/contacts/${ana.contact}/consents`);
  expect(items.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ phone }) => phone)).toEqual(["+4930777777"]);
});

test("a person reads what is held of them about calls; erased, nothing is left and nobody rings, also when they are imported again", async () => {
  scene = await openPhoneHouse();
  const ana = await scene.person("Aurora", "Ana");
  await scene.agrees(ana.contact, "personal_call", NUMBER, { words: "Zqcanary, ring me." });
  const { id } = await scene.plan(ana.contact, { reason: "Zqcanary birthday." });
  await scene.act(id, "claim");
  await scene.act(id, "finish", { minutes: 3, outcome: "asked_not_to", note: "Zqcanary was cross." });
  const file = await scene.house.staff<Record<string, unknown>>("GET", `/contacts/${ana.contact}/export`);
  expect(file["mayCall"]).toEqual([
    expect.objectContaining({ how: "by a person", phone: NUMBER, words: "Zqcanary, ring me.", withdrawnAt: expect.any(String) as string }),
  ]);
  expect(file["phoneCalls"]).toEqual([
    expect.objectContaining({
      by: "a person",
      about: "thank you",
      result: "asked not to",
      minutes: 3,
      note: "Zqcanary birthday. / Zqcanary was cross.",
      amount: "6.250000",
    }),
  ]);
  await createPrivacy({ db: scene.house.db, clock: scene.house.clock }).erase(ana.contact);
  const rows = await scene.house.db.query<{ text: string }>(
    "select to_jsonb(p)::text as text from phone_calls p union all select to_jsonb(c)::text from consents c",
  );
  expect(rows.map(({ text }) => text).join(" ")).not.toMatch(/Zqcanary|4930123456/);
  const again = await scene.person("Boreal", "Ana");
  await scene.agrees(again.contact, "personal_call", NUMBER);
  expect((await refusal(scene.plan(again.contact))).detail).toContain("asked not to be called");
});
