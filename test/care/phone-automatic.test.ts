import { afterEach, beforeEach, expect, test } from "vitest";
import type { Database } from "../../src/platform/database.ts";
import { openTestDatabase } from "../support/database.ts";
import { eventually } from "../support/service.ts";
import { startTelephone, type Rung, type Telephone } from "../support/telephone.ts";
import { openPhoneHouse, refusal, SWITCHED_ON, type PhoneHouse } from "./phone-scene.ts";

// A computer voice rings only whom it may: off until the owner has written what it costs, impossible without a stored word given before, at most once, never
// against a "stop". It says what it is in its first sentence, and each call is booked once, whatever the provider repeats (PRODUCT promises 4, 5, 7, 10).

let scene: PhoneHouse;
let telephone: Telephone;
beforeEach(async () => {
  telephone = await startTelephone();
});
let db: Database | undefined;
afterEach(async () => {
  await scene.close();
  await Promise.all([telephone.close(), db?.close()]);
  db = undefined;
});

const NUMBER = "+4930123456";
const PORT = 20_000 + (process.pid % 20_000);
const env = () => ({ ...telephone.env, PORT: String(PORT), PUBLIC_URL: `http://127.0.0.1:${PORT}` });
const open = (given: Parameters<typeof openPhoneHouse>[0] = {}) =>
  openPhoneHouse({ env: env(), book: SWITCHED_ON, ...given }).then((opened) => (scene = opened));

/** Ana has agreed to be called by a computer voice, and it rings. */
async function rings(locale: string | null = null): Promise<{ id: string; rung: Rung; contact: string; customer: string }> {
  const ana = await scene.person("Aurora", "Ana");
  await scene.house.db.query("update contacts set locale = $2 where id = $1", [ana.contact, locale]);
  await scene.agrees(ana.contact, "automatic_call", NUMBER);
  const { id } = await scene.plan(ana.contact, { kind: "automatic" });
  // The house works in the background as well: whoever took the timer rings.
  await eventually(() => expect(telephone.asked).toBe(1));
  const [rung] = telephone.calls;
  if (!rung) throw new Error("nobody was rung");
  return { id, rung, ...ana };
}
const minutesLater = (minutes: number) => scene.house.advance(new Date(scene.house.clock.now().getTime() + minutes * 60_000));
const held = async () => (await scene.house.db.query<{ held: number }>("select coalesce(sum(held), 0)::int as held from accounts"))[0]?.held;

test("it rings with a limit that the hold covers, says first that it is a computer, thanks, says goodbye; a minute and a half is booked as two, once", async () => {
  await open();
  const { id, rung, customer } = await rings();
  expect(rung.form).toMatchObject({ To: NUMBER, From: "+4930000000", TimeLimit: "180", Timeout: "25", MachineDetection: "DetectMessageEnd" });
  expect(await held()).toBe(160_000); // a cent, and three minutes at five
  for (const status of ["initiated", "ringing", "in-progress"]) expect(await rung.status(status)).toBe(204);
  const heard = await rung.pickUp();
  expect(heard.says[0]).toBe("Hello, this is Marla, the AI assistant of Marlstone: I am a computer voice, not a person.");
  expect(heard.says[1]).toContain("“stop” or press 9");
  expect(heard).toMatchObject({ listens: true, hangsUp: false, language: "en-GB" });
  expect(heard.says.join(" ")).not.toMatch(/not asking|quiet|premium|€/i);
  expect(await rung.says({})).toMatchObject({ says: [], hangsUp: true });
  for (let repeat = 0; repeat < 3; repeat++) expect(await rung.status("completed", { CallDuration: "90" })).toBe(204);
  for (const late of ["ringing", "in-progress", "failed", "busy"]) await rung.status(late);
  expect(await scene.call(id)).toMatchObject({ state: "ended", outcome: "reached", cost: { amount: "0.110000", currency: "EUR" } });
  expect(await held()).toBe(0);
  expect(await scene.booked()).toEqual([
    { account: "company/goodwill", amount: 110_000, customer, cause: "thank_you" },
    { account: "vendor/call", amount: -110_000, customer, cause: "thank_you" },
  ]);
  expect(telephone.calls).toHaveLength(1);
});

test("the words about a call come in any order, several at once and twice: one cost, one end", async () => {
  await open();
  const { id, rung } = await rings();
  await rung.pickUp();
  const words = ["completed", "in-progress", "initiated", "completed", "ringing", "completed", "queued"];
  await Promise.all(words.map((status) => rung.status(status, status === "completed" ? { CallDuration: "61" } : {})));
  expect(await scene.call(id)).toMatchObject({ state: "ended", outcome: "reached", cost: { amount: "0.110000" } });
  expect(await scene.house.db.query("select 1 from transfers where kind = 'call'")).toHaveLength(1);
});

test.each(["busy", "no-answer", "failed", "canceled"])("%s: nothing is booked, and nobody rings again", async (status) => {
  await open();
  const { id, rung } = await rings();
  await rung.status("ringing");
  await rung.status(status, { CallDuration: "0" });
  await minutesLater(60 * 24 * 3);
  expect(await scene.call(id)).toMatchObject({ state: "ended", outcome: status.replace("-", "_"), cost: null });
  expect(await scene.booked()).toEqual([]);
  expect(await held()).toBe(0);
  expect(telephone.calls).toHaveLength(1);
});

test.each([
  { how: "the key", what: { Digits: "9" }, locale: null, language: "en-GB" },
  { how: "one English word", what: { SpeechResult: "Uh, stop, please." }, locale: "en", language: "en-GB" },
  { how: "English", what: { SpeechResult: "Please don't call me again" }, locale: null, language: "en-GB" },
  { how: "German", what: { SpeechResult: "Bitte rufen Sie nicht mehr an, aufhören!" }, locale: "de-AT", language: "de-DE" },
  { how: "French", what: { SpeechResult: "Arrêtez, ne me rappelez plus" }, locale: "fr", language: "fr-FR" },
  { how: "Polish", what: { SpeechResult: "proszę do mnie nie dzwonić" }, locale: "pl", language: "pl-PL" },
  { how: "Japanese", what: { SpeechResult: "もう電話しないでください" }, locale: "ja", language: "ja-JP" },
  { how: "another language than the call's", what: { SpeechResult: "Stopp, kein Anruf mehr" }, locale: "en", language: "en-GB" },
])("whoever says stop by $how hears a kind word, the call ends, and they are never rung again", async ({ what, locale, language }) => {
  await open();
  const { id, rung, contact } = await rings(locale);
  expect((await rung.pickUp()).listens).toBe(true);
  const answer = await rung.says(what);
  expect(answer).toMatchObject({ hangsUp: true, listens: false, language });
  expect(answer.says).toHaveLength(1);
  // From this moment, before the provider has said that the call is over.
  await scene.agrees(contact, "automatic_call", NUMBER);
  expect((await refusal(scene.plan(contact, { kind: "automatic", about: "thank_you" }))).code).toBe("may_not_call");
  await rung.status("completed", { CallDuration: "20" });
  expect(await scene.call(id)).toMatchObject({ outcome: "asked_not_to", cost: { amount: "0.060000" } });
});

test("whoever presses the key and hangs up is obeyed, though the provider's word that the call is over comes first", async () => {
  await open();
  const { id, rung, contact } = await rings();
  await rung.pickUp();
  await rung.status("completed", { CallDuration: "20" });
  expect((await rung.says({ SpeechResult: "hello?" })).says).toEqual([]);
  expect((await scene.call(id)).outcome).toBe("reached");
  expect(await rung.says({ Digits: "9" })).toMatchObject({ hangsUp: true });
  await scene.agrees(contact, "automatic_call", NUMBER);
  expect((await refusal(scene.plan(contact, { kind: "automatic" }))).code).toBe("may_not_call");
  expect(await scene.call(id)).toMatchObject({ outcome: "asked_not_to", cost: { amount: "0.060000" } });
});

test("asked about something else, it says once that it cannot, and where one gets an answer; then goodbye. What was said is not kept", async () => {
  await open();
  const { rung } = await rings();
  await rung.pickUp();
  const first = await rung.says({ SpeechResult: "zqcanary my invoice is wrong" });
  expect(first).toMatchObject({ listens: true, says: [expect.stringContaining("Please write to us"), expect.any(String)] });
  expect(await rung.says({ SpeechResult: "zqcanary hello?" })).toMatchObject({ listens: false, hangsUp: true });
  const [row] = await scene.house.db.query<{ text: string }>("select to_jsonb(p)::text as text from phone_calls p");
  expect(row?.text).not.toContain("zqcanary");
  await rung.status("completed", { CallDuration: "30" });
});

test("a machine picks up: one short honest message, or nothing where the owner says so", async () => {
  await open();
  const { id, rung } = await rings();
  const heard = await rung.pickUp("machine_end_beep");
  expect(heard).toMatchObject({ hangsUp: true, listens: false });
  expect(heard.says).toEqual([
    expect.stringMatching(
      /^Hello, this is Marla, the AI assistant of Marlstone, a computer voice\. .*If you don't want such calls, just write “don't call me” to us\.$/,
    ),
  ]);
  await rung.status("completed", { CallDuration: "25" });
  expect(await scene.call(id)).toMatchObject({ outcome: "voicemail", cost: { amount: "0.060000" } });
});

test("where the owner wants no messages, a machine hears nothing", async () => {
  await open({ book: (text) => SWITCHED_ON(text).replace("voicemail: message", "voicemail: nothing") });
  const { rung } = await rings();
  expect(await rung.pickUp("machine_end_silence")).toMatchObject({ says: [], hangsUp: true });
  await rung.status("completed", { CallDuration: "2" });
});

test("a word that is not signed with our token changes nothing", async () => {
  await open();
  const { id, rung } = await rings();
  for (const signature of ["", "nonsense", Buffer.alloc(20).toString("base64")])
    expect(await rung.forge(signature, { CallStatus: "completed", CallDuration: "9" })).toBe(403);
  expect(await scene.call(id)).toMatchObject({ state: "dialling", outcome: null });
  await rung.status("no-answer");
});

test("it waits for the morning of whoever is called; without a word given before, it never rings; taken back in the night, it does not either", async () => {
  await open({ start: "2026-10-24T18:00:00Z" }); // 20:00 in Berlin, the night before winter time
  const [ana, ben] = [await scene.person("Aurora", "Ana"), await scene.person("Boreal", "Ben")];
  expect((await refusal(scene.plan(ana.contact, { kind: "automatic" }))).code).toBe("may_not_call");
  await scene.agrees(ana.contact, "automatic_call", NUMBER);
  const given = await scene.agrees(ben.contact, "automatic_call", "+4930777777");
  const [first, second] = [await scene.plan(ana.contact, { kind: "automatic" }), await scene.plan(ben.contact, { kind: "automatic" })];
  expect(first.notBefore).toBe("2026-10-25T08:00:00.000Z");
  await scene.house.staff("POST", `/consents/${given.id}/withdraw`, {});
  await scene.house.advance("2026-10-25T07:59:59Z");
  expect(telephone.calls).toHaveLength(0);
  await scene.house.advance("2026-10-25T08:00:00Z");
  expect(telephone.calls.map(({ form }) => form["To"])).toEqual([NUMBER]);
  expect(await scene.call(second.id)).toMatchObject({ state: "ended", outcome: "withdrawn" });
  await telephone.calls[0]?.status("busy");
});

test("what people make stays people's: a renewal call, and any call near a renewal, becomes a colleague's task", async () => {
  await open();
  const contract = { fee: { amount: "290.000000", currency: "EUR" }, start: "2023-05-01", renewal: "2026-04-01" };
  const ana = await scene.person("Aurora", "Ana", contract);
  for (const scope of ["automatic_call", "personal_call"] as const) await scene.agrees(ana.contact, scope, NUMBER);
  for (const about of ["renewal", "complaint", "executive", "promised", "thank_you"]) {
    const planned = await scene.plan(ana.contact, { kind: "automatic", about });
    expect(planned).toMatchObject({ kind: "personal", state: "waiting" });
    await scene.act(planned.id, "withdraw");
  }
  expect(telephone.calls).toHaveLength(0);
});

test("the provider refuses: the call has failed and costs nothing", async () => {
  await open();
  telephone.next = "refuses";
  await expect(rings()).rejects.toThrow("nobody was rung");
  await minutesLater(120);
  expect(await scene.house.db.query("select state, outcome from phone_calls")).toEqual([{ state: "ended", outcome: "failed" }]);
  expect(await held()).toBe(0);
});

test.each(["breaks", "hangs_up"] as const)("the provider %s and has made the call: its own word tells; it is never rung a second time", async (next) => {
  await open();
  telephone.next = next;
  const { id, rung } = await rings();
  expect((await rung.pickUp()).listens).toBe(true);
  await rung.status("completed", { CallDuration: "10" });
  await minutesLater(180);
  expect(await scene.call(id)).toMatchObject({ outcome: "reached", cost: { amount: "0.060000" } });
  expect(telephone.calls).toHaveLength(1);
});

test("nobody can tell whether it rang: it ends as unknown, its ceiling is the company's, nobody rings again", async () => {
  await open();
  telephone.next = "hangs_up";
  const { id, rung } = await rings();
  await minutesLater(180);
  expect(await scene.call(id)).toMatchObject({ state: "ended", outcome: "unknown", cost: null });
  const booked = (await scene.booked()).map(({ account, amount }) => ({ account, amount }));
  expect(booked).toEqual([
    { account: "company/faults", amount: 160_000 },
    { account: "vendor/call", amount: -160_000 },
  ]);
  await rung.status("completed", { CallDuration: "60" }); // too late to change the books
  expect(await scene.booked()).toHaveLength(2);
  expect(telephone.calls).toHaveLength(1);
});

test("the last word was lost: it is asked for, and the minutes are booked", async () => {
  await open();
  const { id, rung } = await rings();
  await rung.status("ringing");
  await rung.pickUp();
  telephone.looked = { status: "completed", duration: "130" };
  await minutesLater(10);
  expect(await scene.call(id)).toMatchObject({ outcome: "reached", cost: { amount: "0.160000" } });
});

test("killed between the commit and the ringing, or after it: restarted, the house rings nobody twice, and the provider's word still counts", async () => {
  db = await openTestDatabase();
  await open({ db });
  telephone.next = "hangs_up"; // as good as a process that died before it heard the answer
  const { id, rung } = await rings();
  // The mark that the timer is done is lost with the process, too.
  await db.query("update timers set done_at = null, lease_until = null where kind = 'phone.dial'");
  const at = scene.house.clock.now().toISOString();
  await scene.close();
  await open({ db, start: at });
  await scene.house.settle();
  expect(telephone.calls).toHaveLength(1);
  await rung.pickUp();
  await rung.status("completed", { CallDuration: "59" });
  expect(await scene.call(id)).toMatchObject({ outcome: "reached", cost: { amount: "0.060000" } });
  expect(await scene.house.db.query("select 1 from transfers where kind = 'call'")).toHaveLength(1);
});

test("erased while it rings: the voice says nothing of anybody and hangs up, nothing of them is left, and the minutes stay in the books", async () => {
  await open();
  const { id, rung, contact } = await rings();
  await scene.house.staff("POST", `/contacts/${contact}/erase`, {});
  const heard = await rung.pickUp();
  expect(heard).toMatchObject({ hangsUp: true, listens: false });
  expect(heard.says.join(" ")).not.toMatch(/Ana|Aurora/);
  await rung.status("completed", { CallDuration: "5" });
  expect(await scene.call(id)).toMatchObject({ state: "ended", consent: null, cost: { amount: "0.060000" } });
});
