import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterEach, beforeEach, expect, test } from "vitest";
import { signWebhook } from "../../src/channels/webhook.ts";
import { startFakeSlack, type FakeSlack } from "../support/fake-slack.ts";
import { openHouse, type Guest, type House } from "../support/house.ts";
import { startStubModel, type StubModel } from "../support/stub-model.ts";

// Alerts on calls reach people and nobody else: in the console, in Slack, by mail and by a signed webhook, once each; the customer and the
// model hear nothing, and nothing is done to anybody.

type Hook = { signature: string; body: string };
type Alert = {
  id: string;
  state: string;
  customer: { id: string; name: string };
  counted: { id: string; conversation: string | null }[];
  may: string[];
  toldAt: string | null;
};
type List<T> = { items: T[] };

const SECRET = "a-secret-for-the-webhook";
let house: House;
let model: StubModel;
let slack: FakeSlack;
let smtp: SMTPServer;
let receiver: Server;
let mails: string[];
let hooks: Hook[];

beforeEach(async () => {
  [mails, hooks] = [[], []];
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData(stream, _session, done) {
      let source = "";
      stream.on("data", (chunk: Buffer) => (source += chunk));
      stream.on("end", () => done(null, String(mails.push(source))));
    },
  });
  await new Promise<void>((resolve) => void smtp.listen(0, "127.0.0.1", resolve));
  receiver = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk));
    request.on("end", () => {
      hooks.push({ signature: String(request.headers["standin-signature"]), body });
      response.end();
    });
  });
  await new Promise<void>((resolve) => void receiver.listen(0, "127.0.0.1", resolve));
  slack = await startFakeSlack();
  model = await startStubModel(() => ({ pieces: ["Have a look at the page [backup-hot]."] }));
  house = await openHouse({
    OPENAI_BASE_URL: model.url,
    OPENAI_API_KEY: "sk-test",
    MODEL: "gpt-4o-mini",
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.url,
    SLACK_STAFF_CHANNEL: "CSTAFF",
    SMTP_URL: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
    MAIL_ADDRESS: "marla@acme.example",
    STAFF_WEBHOOK_URL: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`,
    STAFF_WEBHOOK_SECRET: SECRET,
  });
});
afterEach(async () => {
  await house.close();
  model.done();
  await Promise.all([model.close(), slack.close()]);
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
  await new Promise<void>((resolve) => void receiver.close(() => resolve()));
});

async function customer(name: string): Promise<{ id: string; guest(): Promise<Guest> }> {
  const externalId = name.toLowerCase();
  const { id } = await house.staff<{ id: string }>("POST", "/customers", {
    externalId,
    name,
    plan: "standard",
    contract: { fee: { amount: "290.000000", currency: "EUR" }, start: "2026-01-01", renewal: null },
  });
  return { id, guest: () => house.guest({ sub: `ana-${externalId}`, customer: externalId, name: "Ana Perez" }) };
}

const QUESTIONS = ["How do I take a hot backup?", "MDB-2107 when I upgrade", "MDB-4411 in the log of the server", "MDB-5003 after the restart"];
const alerts = async () => (await house.staff<List<Alert>>("GET", "/alerts")).items;
const cards = () => slack.messages.filter(({ channel }) => channel === "CSTAFF");

/** Four matters, each in a conversation of its own. */
async function fourMatters(who: { guest(): Promise<Guest> }): Promise<Guest[]> {
  const guests: Guest[] = [];
  for (const question of QUESTIONS) {
    const guest = await who.guest();
    await guest.says(question);
    guests.push(guest);
  }
  return guests;
}

test("within a minute it is in the console, in Slack, in the mail and at the webhook, once each: what was counted, and what may be done", async () => {
  const acme = await customer("Acme");
  const began = house.clock.now().getTime();
  await fourMatters(acme);
  expect(house.clock.now().getTime() - began).toBeLessThan(60_000);

  const [alert, ...others] = await alerts();
  expect(others).toEqual([]);
  expect(alert).toMatchObject({ state: "firing", customer: { id: acme.id }, may: ["training", "page", "plan", "person"] });
  expect(alert?.counted).toHaveLength(4);
  const links = alert?.counted.map(({ conversation }) => `http://localhost:0/console/conversations/${conversation}`) ?? [];

  expect(hooks).toHaveLength(1);
  const { signature = "", body = "" } = hooks[0] ?? {};
  const stamp = Number(/^t=(\d+),/.exec(signature)?.[1]);
  expect(signature).toBe(`t=${stamp},v1=${signWebhook(SECRET, stamp, body)}`);
  const card = (JSON.parse(body) as { type: string; data: { data: { counted: { url: string }[]; may: string[] } } }).data;
  expect(JSON.parse(body)).toMatchObject({ type: "alert", data: { id: alert?.id, title: "Acme: 4 matters in 7 days" } });
  expect(card.data.counted.map(({ url }) => url)).toEqual(links);
  expect(card.data.may).toEqual(["training", "page", "plan", "person"]);

  expect(cards()).toHaveLength(1);
  expect(mails).toHaveLength(1);
  for (const words of [JSON.stringify(cards()[0]?.blocks), (mails[0] ?? "").replaceAll("=\r\n", "").replaceAll("=3D", "=")]) {
    expect(words).toContain("4 matters in 7 days");
    expect(words).toContain("offer training");
    for (const link of links) expect(words).toContain(link);
  }

  await house.advance(new Date(house.clock.now().getTime() + 3_600_000));
  expect([hooks.length, cards().length, mails.length]).toEqual([1, 1, 1]);
});

test("no customer is told, and no model: what they get and what is asked of it is the same with an alert and without", async () => {
  const acme = await customer("Acme");
  const globex = await customer("Globex");
  const guests = await fourMatters(acme);
  await house.staff("POST", "/silences", { customer: acme.id, until: "2026-03-05T09:00:00Z" });
  await house.staff("POST", "/outages", { cause: "nothing-of-theirs" });
  const [alert] = await alerts();
  await house.staff("POST", `/alerts/${alert?.id}/acknowledge`);

  const asked = async (guest: Guest) => {
    const before = model.journal.length;
    const [answer] = await guest.says("How do I check a backup afterwards?");
    return { request: model.journal.slice(before).map(({ body }) => body), text: answer?.text };
  };
  const withAlert = await asked(await acme.guest());
  const without = await asked(await globex.guest());
  expect(withAlert).toEqual(without);
  expect(withAlert.request.length).toBeGreaterThan(0);

  const told = JSON.stringify(model.journal.map(({ body }) => body));
  for (const word of ["many-episodes", "matters in 7 days", alert?.id ?? "", "silence"]) expect(told).not.toContain(word);
  const toCustomers = await house.db.query<{ envelope: unknown }>("select envelope from outbox where conversation is not null");
  expect(JSON.stringify(toCustomers)).not.toMatch(/alert|many-episodes|matters in/i);
  for (const guest of guests) {
    const items = await guest.items();
    expect(items.map(({ from }) => from)).toEqual(["contact", "avatar"]);
  }
});

test("nothing happens to a customer by an alert: plan, budget, who answers and what is booked stay as they were", async () => {
  const acme = await customer("Acme");
  await fourMatters(acme);
  expect(await alerts()).toHaveLength(1);
  expect(await house.db.query("select id from escalations")).toEqual([]);
  expect(await house.db.query("select distinct mode from conversations")).toEqual([{ mode: "avatar" }]);
  expect(await house.db.query("select plan from customers where id = $1", [acme.id])).toEqual([{ plan: "standard" }]);
  expect(await house.db.query("select distinct kind from transfers where conversation is not null")).toEqual([{ kind: "model" }]);
});

test("silences and outages through the API: each names who made it, and a wrong one is answered with what is wrong", async () => {
  const acme = await customer("Acme");
  const silence = await house.staff<{ id: string; by: { name: string } }>("POST", "/silences", { customer: acme.id, until: "2026-03-05T09:00:00Z" });
  const outage = await house.staff<{ id: string }>("POST", "/outages", { cause: "MDB-2107" });
  expect((await house.staff<List<unknown>>("GET", "/silences")).items).toMatchObject([{ id: silence.id, customer: { name: "Acme" } }]);
  expect((await house.staff<List<unknown>>("GET", "/outages")).items).toMatchObject([{ id: outage.id, cause: "MDB-2107", until: null }]);
  await house.staff("POST", `/outages/${outage.id}/end`);
  await house.staff("POST", `/silences/${silence.id}/end`);
  expect((await house.staff<List<unknown>>("GET", "/silences")).items).toEqual([]);
  expect((await house.staff<List<unknown>>("GET", "/outages")).items).toMatchObject([{ id: outage.id, until: house.clock.now().toISOString() }]);
  for (const [path, body] of [
    ["/silences", { until: "2026-03-05T09:00:00Z" }],
    ["/silences", { rule: "many-episodes", until: "2020-01-01T00:00:00Z" }],
    ["/outages", { cause: "a whole sentence about Ana" }],
    ["/alerts/forecast", { yaml: "- id: many\n  detector: magic" }],
  ] as const)
    await expect(house.staff("POST", path, body)).rejects.toMatchObject({ status: 400 });
});

test("before a rule is saved the API says what it would do; nothing is written", async () => {
  const acme = await customer("Acme");
  await fourMatters(acme);
  const before = await house.db.query("select * from alerts");
  type Forecast = {
    rule: string;
    customers: number;
    falseAlarmsPerMonth: number;
    wouldHaveFired: { customer: { id: string }; value: number; episodes: string[] }[];
  };
  const forecast = await house.staff<Forecast>("POST", "/alerts/forecast", {
    yaml: "- id: any-two\n  detector: limit\n  counts: episodes\n  limit: 1\n  days: 7\n",
  });
  expect(forecast).toMatchObject({ rule: "any-two", customers: 1, wouldHaveFired: [{ customer: { id: acme.id }, value: 4 }] });
  expect(forecast.falseAlarmsPerMonth).toBeGreaterThan(0);
  expect(await house.db.query("select * from alerts")).toEqual(before);
});
