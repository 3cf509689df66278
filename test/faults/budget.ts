import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openChat, sendMessage } from "../support/chat-client.ts";
import { startPostgres } from "../support/postgres.ts";
import { HOST_SECRET, KEY, startService, type ServiceProcess } from "./child.ts";

export type BudgetReport = { database: string; processes: number; counts: Record<string, number>; violations: string[] };

const ADMITTED = 7;
const EXPECTED_COST = 25_000_000n; // micro-euros: 20 minutes at 75 EUR, as in policies.yaml
const FEE = "700.000000"; // of which the plan "standard" may spend 25 %: 175 EUR, exactly seven times the expected cost
const WAIT_MS = 300_000;
const TRIES = 3;

/**
 * `conversations` contacts of one customer ask for a human, all at once, over as many services as given on one database,
 * with a budget for seven. The built-in model answers, which costs nothing.
 */
export async function runBudget(given: { database: "postgres" | "pglite"; processes: number; conversations: number }): Promise<BudgetReport> {
  const { database, processes, conversations } = given;
  const place = database === "postgres" ? await serverPlace() : folderPlace();
  const services: ServiceProcess[] = [];
  try {
    // All at the same moment on an empty database: also its tables are made once.
    const started = await Promise.allSettled(Array.from({ length: processes }, () => startService(place.env)));
    services.push(...started.flatMap((one) => (one.status === "fulfilled" ? [one.value] : [])));
    const failed = started.flatMap((one) => (one.status === "rejected" ? [String(one.reason)] : []));
    if (failed.length > 0) return { database: place.about, processes, counts: {}, violations: failed };
    const counts = await ask(services, conversations);
    const violations = await verdict(services[0] as ServiceProcess, conversations, counts);
    await Promise.all(services.map((service) => service.stop()));
    return { database: place.about, processes, counts, violations };
  } finally {
    await Promise.all(services.map((service) => service.kill()));
    await place.clear();
  }
}

type Place = { about: string; env: Record<string, string>; clear(): Promise<void> };

async function serverPlace(): Promise<Place> {
  const server = await startPostgres();
  return { about: server.about, env: { DATABASE_URL: server.url }, clear: () => server.stop() };
}

function folderPlace(): Place {
  const directory = mkdtempSync(join(tmpdir(), "standin-budget-"));
  return { about: "embedded (PGlite)", env: { DATA_DIR: directory }, clear: async () => rmSync(directory, { recursive: true, force: true }) };
}

/** Everybody has the chat open, then all ask at once. */
async function ask(services: ServiceProcess[], conversations: number): Promise<Record<string, number>> {
  const at = (index: number) => services[index % services.length] as ServiceProcess;
  const customer = await addCustomer(at(0).url);
  const chats = [];
  for (let from = 0; from < conversations; from += 50) {
    const some = Array.from({ length: Math.min(50, conversations - from) }, (_none, index) => from + index);
    chats.push(
      ...(await Promise.all(
        some.map(async (index) => ({ url: at(index).url, chat: await openChat(at(index).url, HOST_SECRET, { sub: `person-${index}`, customer }) })),
      )),
    );
  }
  const began = performance.now();
  const answers = await Promise.all(chats.map(({ url, chat }) => insist(url, chat.session, { id: "1", text: "A human, please." })));
  const acceptedMs = performance.now() - began;
  await settled(at(0));
  return {
    accepted: answers.filter((answer) => answer?.status === 202).length,
    "ms until all were accepted": Math.round(acceptedMs),
    "ms until all were answered": Math.round(performance.now() - began),
  };
}

/** A thousand connections at once: one that breaks is tried again with the same message, as a browser does. */
async function insist(url: string, session: string, message: { id: string; text: string }) {
  for (let tries = 1; ; tries++) {
    const answer = await sendMessage(url, session, message);
    if (answer || tries === TRIES) return answer;
  }
}

async function settled(service: ServiceProcess): Promise<void> {
  for (const until = performance.now() + WAIT_MS; performance.now() < until; await sleep(100)) {
    const [left] = await service.query<{ n: bigint }>(
      "select (select count(*) from conversations where turn is not null or inbound_seq > covered_seq) + (select count(*) from outbox where state = 'pending') as n",
    );
    if (left?.n === 0n) return;
  }
}

/** Fills in the counts and says what is not as it should be. */
async function verdict(service: ServiceProcess, conversations: number, counts: Record<string, number>): Promise<string[]> {
  const one = async (sql: string): Promise<bigint> => Object.values((await service.query<Record<string, bigint>>(sql))[0] ?? {})[0] ?? -1n;
  const deferred = BigInt(conversations - ADMITTED);
  const expected: [string, bigint, string][] = [
    [
      "messages answered by one reply each",
      BigInt(conversations),
      "select count(*) from outcomes o join messages r on r.id = o.reply where o.outcome = 'replied'",
    ],
    ["holds for staff", BigInt(ADMITTED), "select count(*) from holds where kind = 'staff'"],
    ["of them open", BigInt(ADMITTED), "select count(*) from open_holds"],
    ["granted", BigInt(ADMITTED), "select count(*) from escalations where verdict = 'granted' and hold is not null"],
    ["deferred", deferred, "select count(*) from escalations where verdict = 'deferred' and hold is null"],
    [
      "deferred with one open question each",
      deferred,
      "select count(distinct e.id) from escalations e join open_questions q on q.escalation = e.id and q.state = 'open' where e.verdict = 'deferred'",
    ],
    ["open questions", deferred, "select count(*) from open_questions"],
    ["held on the budget (micro-units)", EXPECTED_COST * BigInt(ADMITTED), "select held from accounts where id like 'customer/%/budget' and held > 0"],
    ["left of the budget", 0n, "select balance - held from accounts where id like 'customer/%/budget' and held > 0"],
    ["deliveries that did not arrive", 0n, "select count(*) from outbox where state <> 'delivered'"],
  ];
  const problems: string[] = [];
  if (counts["accepted"] !== conversations) problems.push(`accepted: ${counts["accepted"]} of ${conversations}`);
  for (const [name, wanted, sql] of expected) {
    const found = await one(sql);
    counts[name] = Number(found);
    if (found !== wanted) problems.push(`${name}: ${found}, not ${wanted}`);
  }
  const { balanced, differences } = await service.check();
  if (!balanced) problems.push(`the books do not balance: ${JSON.stringify(differences.slice(0, 5))}`);
  return problems.length > 0 ? [...problems, ...service.log()] : [];
}

async function addCustomer(url: string): Promise<string> {
  const body = {
    externalId: "acme",
    name: "Acme Tools",
    plan: "standard",
    contract: { fee: { amount: FEE, currency: "EUR" }, start: "2026-01-01", renewal: null },
  };
  const response = await fetch(`${url}/api/staff/customers`, {
    method: "POST",
    headers: { authorization: `Bearer ${KEY}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (response.status !== 201) throw new Error(`the customer could not be made: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { id: string }).id;
}
