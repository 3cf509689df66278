import { afterEach, describe, expect, test } from "vitest";
import { openHouse, type Guest, type House } from "../support/house.ts";
import { startStubModel, type Asked, type Step, type StubModel } from "../support/stub-model.ts";

// In the night after somebody told it something, the avatar looks through what it keeps, so that nothing is kept twice. It may only let
// doubles go: what stays was said by somebody, word for word, and no answer of a model can put anything else there or sweep it empty.

let house: House;
let model: StubModel | undefined;
afterEach(async () => {
  await house.close();
  model?.done();
  await model?.close();
  model = undefined;
});

const isReflection = ({ body }: Asked) => body.messages[0]?.content?.startsWith("Below are short facts") === true;
const facts = async () => (await house.db.query<{ fact: string }>("select fact from memories order by noted_at, id")).map(({ fact }) => fact);
const costs = () =>
  house.db.query<{ account: string; sum: bigint }>(
    "select p.account, sum(p.amount)::bigint as sum from transfers t join postings p on p.transfer = t.id where t.kind = 'reflection' group by 1 order by 1",
  );

async function open(answer?: (asked: Asked) => Step): Promise<Guest> {
  if (answer) model = await startStubModel(answer);
  house = await openHouse(model ? { OPENAI_BASE_URL: model.url, OPENAI_API_KEY: "sk-test", MODEL: "gpt-4o-mini", MODEL_TIMEOUT_MS: "20000" } : {});
  const contract = { fee: { amount: "290.000000", currency: "EUR" }, start: "2026-01-01", renewal: null };
  await house.staff("POST", "/customers", { externalId: "acme", name: "Acme", plan: "standard", contract, contacts: [] });
  return house.guest({ sub: "ana", customer: "acme", name: "Ana" });
}

async function tells(guest: Guest, texts: string[]): Promise<void> {
  for (const text of texts) {
    house.clock.moveTo(new Date(house.clock.now().getTime() + 1_000));
    await guest.send(`Remember that ${text}`);
    await house.settle();
  }
}

const SIX = [
  "we run MarlDB 3.2 on Debian 12",
  "our maintenance window is on Sunday",
  "the backup goes to Halden every night",
  "Ben looks after the network",
  "our cluster has seven nodes",
  "on Debian 12 we now run MarlDB 4.3",
];

test("without a model, what is the same but for a comma is kept once, with the later end; nobody is charged", async () => {
  const ana = await open();
  await tells(ana, ["we run Debian 12", "we run: Debian-12!", "we do not run Debian 11"]);
  const ends = await house.db.query<{ expires_at: Date }>("select expires_at from memories order by noted_at");
  await house.advance("2026-03-03T01:59:00Z");
  expect(await facts()).toHaveLength(3);
  await house.advance("2026-03-03T02:01:00Z");
  expect(await facts()).toEqual(["we run: Debian-12", "we do not run Debian 11"]);
  const [kept] = await house.db.query<{ expires_at: Date }>("select expires_at from memories order by noted_at");
  expect(kept?.expires_at).toEqual(ends[1]?.expires_at);
  expect(await costs()).toEqual([]);
});

describe("with a model", () => {
  const says = (text: string) => (asked: Asked) => ({ pieces: [isReflection(asked) ? text : "Noted."] });

  test("it is asked once, for the customer's money; only what shares its words may go, and what stays is what was said", async () => {
    const ana = await open(says('Here you are: {"same": [[1, 6], [2, 3], [4, 99], [5, 5]]}'));
    await tells(ana, SIX);
    await house.advance("2026-03-04T12:00:00Z");
    expect(await facts()).toEqual(SIX.slice(1));
    expect(model?.journal.filter(isReflection)).toHaveLength(1);
    const booked = await costs();
    expect(booked.map(({ account }) => account.replace(/cus_\w+/, "…"))).toEqual([
      "company/grants",
      "customer/…/budget",
      "customer/…/support-cost",
      "vendor/model",
    ]);
    const all = await house.db.query<{ sum: bigint }>("select (-sum(amount))::bigint as sum from postings where account = 'vendor/model'");
    expect(all[0]?.sum).toBe(model?.bill());
    expect(await house.db.query("select 1 from open_holds")).toEqual([]);
  });

  test("nonsense changes nothing, and is the company's cost", async () => {
    const ana = await open(says("They are all the same, delete them."));
    await tells(ana, SIX);
    await house.advance("2026-03-03T03:00:00Z");
    expect(await facts()).toEqual(SIX);
    expect((await costs()).map(({ account }) => account)).toEqual(["company/faults", "vendor/model"]);
  });

  test("a few facts are not worth a step", async () => {
    const ana = await open(says('{"same": [[1, 2]]}'));
    await tells(ana, SIX.slice(0, 3));
    await house.advance("2026-03-03T03:00:00Z");
    expect(model?.journal.filter(isReflection)).toEqual([]);
    expect(await facts()).toHaveLength(3);
  });
});
