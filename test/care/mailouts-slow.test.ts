import { afterEach, expect, test } from "vitest";
import { openLetterBox } from "../support/letter-box.ts";
import { openPhoneHouse, type PhoneHouse } from "./phone-scene.ts";

// A mail server that thinks long keeps nobody waiting but its own letters: what was promised to people at that moment is kept all the same. What
// nobody knows about in the end, people of ours hear of.

let scene: PhoneHouse;
let box: Awaited<ReturnType<typeof openLetterBox>>;
/** letters that the server has not answered yet */
let held: (() => void)[] = [];
afterEach(async () => {
  await scene.close();
  await box.close();
});

const BEFORE = new Date("2026-11-24T07:59:00Z");
const FROM = new Date("2026-11-24T08:00:00Z"); // nine o'clock in Berlin: what is due that day is planned and leaves

async function friends(count: number, given: Parameters<typeof openLetterBox>[0] = {}): Promise<void> {
  held = [];
  box = await openLetterBox(given);
  const env = { SMTP_URL: box.url, MAIL_ADDRESS: "hello@marlstone.example" };
  scene = await openPhoneHouse({ env, start: "2026-11-20T08:00:00Z", book: (text) => text.replaceAll(/holdOut: \d+ %/g, "holdOut: 0 %") });
  for (let i = 0; i < count; i++) {
    const { contact } = await scene.person(`Firm${i}`, `Ana${i}`, {
      fee: { amount: "100.000000", currency: "EUR" },
      start: "2024-11-24",
      renewal: "2027-11-24",
    });
    await scene.house.staff("POST", `/contacts/${contact}/mail-consents`, { words: "Yes, do write." });
  }
  await scene.house.advance(BEFORE);
}
const waitFor = async (there: () => boolean) => {
  while (!there()) await new Promise((resolve) => setImmediate(resolve));
};
const states = () => scene.house.db.query<{ state: string; count: number }>("select state, count(*)::int as count from mailouts group by 1 order by 1");

test("while a mail server is silent all other work goes on, and no more than four letters wait for it", async () => {
  await friends(6, { onRcptTo: (_address, _session, done) => void held.push(() => done()) });
  const { timers } = scene.house.app.rooms;
  scene.house.clock.moveTo(FROM);
  await timers.run(); // plans
  await timers.run(); // would wait for the server here
  await waitFor(() => held.length === 4);
  expect(await states()).toEqual([
    { state: "sending", count: 4 },
    { state: "waiting", count: 2 },
  ]);
  // The timer that stands behind each letter changes nothing while it is under way, whoever asks.
  await scene.house.db.query("update timers set due_at = $1, lease_until = null where kind = 'mailouts.send'", [FROM]);
  await timers.run();
  expect(held).toHaveLength(4);
  while ((await states()).some(({ state }) => state !== "sent")) {
    for (const answer of held.splice(0)) answer();
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(box.got).toHaveLength(6);
  await scene.house.advance("2026-11-26T12:00:00Z");
  expect(box.got).toHaveLength(6);
});

test("a service that stops waits for the letters under way, and begins none that still waits", async () => {
  await friends(6, { onRcptTo: (_address, _session, done) => void held.push(() => done()) });
  const { clockwork, rooms } = scene.house.app;
  scene.house.clock.moveTo(FROM);
  await rooms.timers.run();
  await rooms.timers.run();
  await waitFor(() => held.length === 4);
  let stopped = false;
  const stopping = clockwork.stop().then(() => void (stopped = true));
  await new Promise((resolve) => setImmediate(resolve));
  expect(stopped).toBe(false);
  for (const answer of held.splice(0)) answer();
  await stopping;
  expect(await states()).toEqual([
    { state: "sent", count: 4 },
    { state: "waiting", count: 2 },
  ]);
});

test("one that may have arrived is told to people, once", async () => {
  await friends(1, { cutAfterMessage: true });
  await scene.house.advance("2026-12-10T12:00:00Z");
  expect(box.got).toHaveLength(1); // nor is a way that fails told so through itself
  const alerts = await scene.house.db.query<{ rule: string; ref: string }>("select rule, ref from alerts");
  const [row] = await scene.house.db.query<{ id: string; state: string }>("select id, state from mailouts");
  expect(row?.state).toBe("unknown");
  expect(alerts).toEqual([{ rule: "delivery.unknown", ref: row?.id }]);
});

test("an older word does not undo a click: what was said last holds", async () => {
  await friends(1);
  await scene.house.advance("2026-11-24T12:00:00Z");
  const [row] = await scene.house.db.query<{ contact: string }>("select contact from mailouts");
  const link = /unsubscribe\/\S+/.exec(box.got[0]?.source.toString().replaceAll("=\r\n", "") ?? "")?.[0].replace(/>.*$/, "") ?? "";
  expect((await fetch(`${scene.house.url}/${link}`, { method: "POST", body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) })).status).toBe(200);
  // The page is in the language of the letter, and names nobody, before and after.
  await scene.house.db.query("update contacts set locale = 'de-AT'");
  const page = await (await fetch(`${scene.house.url}/${link}`)).text();
  expect(page).toContain('<html lang="de"');
  expect(page).toContain("Die Dankesmails beenden?");
  expect(page).toContain(">Diese Mails beenden</button>");
  expect(page).not.toMatch(/Ana|Firm|firm/);
  const agrees = (givenAt: string) => scene.house.staff("POST", `/contacts/${row?.contact}/mail-consents`, { words: "Yes, do write.", givenAt });
  await agrees("2026-11-01T09:00:00Z"); // found on an old sheet of paper
  await scene.house.advance("2027-11-30T12:00:00Z");
  expect(box.got).toHaveLength(1);
  expect(await scene.house.db.query("select why from mail_suppressions")).toEqual([{ why: "unsubscribed" }]);
  await agrees("2027-11-30T11:00:00Z"); // said anew
  await scene.house.advance("2028-11-30T12:00:00Z");
  expect(box.got.length).toBeGreaterThan(1);
});

test("a crash that nobody has looked into yet is an open matter: it waits until somebody has", async () => {
  await friends(1);
  const [who] = await scene.house.db.query<{ id: string }>("select id from customers where external_id = 'firm0'");
  const { id } = await scene.house.staff<{ id: string }>("POST", "/no-claims/incidents", {
    customer: who?.id,
    happenedAt: "2026-11-23T10:00:00Z",
    cost: { amount: "0.000000", currency: "EUR" },
  });
  await scene.house.advance("2026-11-25T12:00:00Z");
  expect(await scene.house.db.query("select state, reason from mailouts")).toEqual([{ state: "waiting", reason: "incident_open" }]);
  await scene.house.staff("POST", `/no-claims/incidents/${id}/ruling`, { fault: "ours" });
  await scene.house.advance("2026-11-26T12:00:00Z");
  expect(box.got).toHaveLength(1);
});
