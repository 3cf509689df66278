import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openHouse, type Guest, type House } from "../support/house.ts";
import { startStubModel, type StubModel } from "../support/stub-model.ts";

// Nothing crosses customers, ever. Whatever is kept of anybody, in whatever order it came, a prompt knows of its own contact, of what
// colleagues told about their common company, and of the beginning of its own conversation; of nobody else. Visitors without a name
// share a customer in the books, and nothing else.

let house: House;
let model: StubModel;
beforeEach(async () => {
  model = await startStubModel(() => ({ pieces: ["Look at the server's log first."] }));
  house = await openHouse({ OPENAI_BASE_URL: model.url, OPENAI_API_KEY: "sk-test", MODEL: "gpt-4o-mini", MODEL_TIMEOUT_MS: "20000" });
});
afterEach(async () => {
  await house.close();
  await model.close();
});

/** Who there is: two contacts of each of two customers, one of them named like a stranger's, and two visitors. */
const PEOPLE = [
  { sub: "ana", customer: "acme" },
  { sub: "ben", customer: "acme" },
  { sub: "ana", customer: "globex" },
  { sub: "cy", customer: "globex" },
  undefined,
  undefined,
] as const;

type Chat = { who: number; guest: Guest; customer: string; contact: string };
/** Something that is kept, by a word that is nowhere else; `for`: in which chats a model may read it. */
type Kept = { mark: string; for: (chat: Chat) => boolean };

const deed = fc.record({
  who: fc.nat(PEOPLE.length - 1),
  what: fc.constantFrom("tells", "shares", "is summed up", "asks", "asks", "what do you know", "comes again"),
});

async function openChat(who: number): Promise<Chat> {
  const guest = await house.guest(PEOPLE[who]);
  const [row] = await house.db.query<{ customer: string; contact: string }>("select customer, contact from conversations where id = $1", [guest.conversation]);
  if (!row) throw new Error("the chat was not opened");
  return { who, guest, ...row };
}

async function keep(chat: Chat, shared: boolean, mark: string): Promise<Kept> {
  await house.db.query(
    `insert into memories (id, customer, contact, shared, fact, confidence, noted_at, expires_at) values ($1, $2, $3, $4, $5, 'said', $6, $7)`,
    [`mem_${mark}`, chat.customer, chat.contact, shared, `The server ${mark} writes its log slowly`, house.clock.now(), "2027-01-01T00:00:00Z"],
  );
  return { mark, for: ({ contact, customer }) => contact === chat.contact || (shared && customer === chat.customer) };
}

async function sumUp({ guest }: Chat, mark: string): Promise<Kept> {
  const points = { written: `They asked about the server ${mark}.`, first: null, agreed: [], open: [] };
  await house.db.query(
    "insert into summaries (conversation, upto, points, at) values ($1, 0, $2::jsonb, $3) on conflict (conversation) do update set points = excluded.points",
    [guest.conversation, JSON.stringify(points), house.clock.now()],
  );
  return { mark, for: (chat) => chat.guest.conversation === guest.conversation };
}

test("whatever is kept of others, what a model and a contact read is their own", { timeout: 300_000 }, async () => {
  for (const externalId of ["acme", "globex"]) {
    const contract = { fee: { amount: "1900.000000", currency: "EUR" }, start: "2026-01-01", renewal: null };
    await house.staff("POST", "/customers", { externalId, name: `${externalId} Ltd`, plan: "premium", contract, contacts: [] });
  }
  const chats = await Promise.all(PEOPLE.map((_person, who) => openChat(who)));
  let marks = 0;
  let read = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 10 }), async (deeds) => {
      await house.db.query("delete from memories");
      await house.db.query("delete from summaries");
      const kept: Kept[] = [];
      for (const { who, what } of deeds) {
        const chat = chats[who] as Chat;
        const mark = `zq${++marks}x`;
        house.clock.moveTo(new Date(house.clock.now().getTime() + 10_000));
        if (what === "tells") kept.push(await keep(chat, false, mark));
        else if (what === "shares") kept.push(await keep(chat, PEOPLE[who] !== undefined, mark));
        else if (what === "is summed up") kept.push(await sumUp(chat, mark));
        else if (what === "comes again") {
          // A visitor who comes without a name is somebody new.
          chats[who] = await openChat(who);
        } else {
          const before = model.journal.length;
          const [reply] = await chat.guest.says(what === "asks" ? "Why does the server write its log slowly?" : "What do you know about me?");
          const seen =
            model.journal
              .slice(before)
              .map(({ raw }) => raw)
              .join("\n") + (reply?.text ?? "");
          const foreign = [...seen.matchAll(/zq\d+x/g)].map(([found]) => found).filter((found) => !kept.some((one) => one.mark === found && one.for(chat)));
          expect(foreign).toEqual([]);
          read += [...seen.matchAll(/zq\d+x/g)].length;
        }
      }
    }),
    { numRuns: 40 },
  );
  // The property would hold for a house that remembers nothing at all.
  expect(read).toBeGreaterThan(20);
});
