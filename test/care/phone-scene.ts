import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openHouse, type House } from "../support/house.ts";

export type Call = {
  id: string;
  kind: string;
  state: string;
  outcome: string | null;
  notBefore: string;
  phone: string | null;
  cost: { amount: string; currency: string } | null;
  claimedBy: { name: string } | null;
  contact: { name: string | null };
  sheet: { text: string; because: string }[];
  consent: { words: string } | null;
};
export type Consent = { id: string; scope: string; phone: string; words: string; withdrawnAt: string | null; recordedBy: { name: string } };
type Person = { customer: string; contact: string };

/** Automatic calls as an owner writes them: 5 cents a minute and a cent a call, three minutes at most. */
export const SWITCHED_ON = (book: string) =>
  book.replace(/^ {2}# automatic:\n(?: {2}# .*\n)+/m, "  automatic:\n    minute: 0.05 EUR\n    call: 0.01 EUR\n    mostMinutes: 3\n    voicemail: message\n");

/** The house with a rulebook of its own. Letters about discounts are another story: `book` switches them on. */
export async function openPhoneHouse(given: { env?: Record<string, string>; book?: (text: string) => string; start?: string; db?: House["db"] } = {}) {
  const directory = await mkdtemp(join(tmpdir(), "standin-phone-"));
  const file = join(directory, "policies.yaml");
  const shipped = (await readFile("policies.yaml", "utf8")).replace("\n  scheme: fair\n", "\n  scheme: off\n");
  await writeFile(file, (given.book ?? ((text: string) => text))(shipped));
  const { db, start } = given;
  const house = await openHouse({ POLICIES_FILE: file, ...given.env }, { ...(db ? { db } : {}), ...(start ? { start } : {}) });

  /** Somebody of a customer; the customer is made with its first. */
  async function person(customer: string, name: string, contract: object | null = null): Promise<Person> {
    const externalId = customer.toLowerCase();
    const contacts = [{ name, email: `${name}@${externalId}.example` }];
    type Made = { id: string; contacts: { id: string; name: string }[] };
    const [known] = await house.db.query<{ id: string }>("select id from customers where external_id = $1", [externalId]);
    const made = known
      ? await house.staff<Made>("PATCH", `/customers/${known.id}`, { contacts })
      : await house.staff<Made>("POST", "/customers", { externalId, name: customer, plan: contract ? "standard" : "community", contract, contacts });
    const contact = made.contacts.find((one) => one.name === name)?.id;
    if (!contact) throw new Error(`${name} was not made`);
    return { customer: made.id, contact };
  }
  /** Who is behind a chat. */
  async function behind(guest: { conversation: string }): Promise<Person> {
    const [who] = await house.db.query<Person>("select contact, customer from conversations where id = $1", [guest.conversation]);
    if (!who) throw new Error("there is no such chat");
    return who;
  }
  const agrees = (contact: string, scope: "personal_call" | "automatic_call", phone: string, more: object = {}) =>
    house.staff<Consent>("POST", `/contacts/${contact}/consents`, { scope, phone, words: "Yes, do ring me.", ...more });
  const livesIn = (contact: string, zone: string) => house.app.rooms.customers.livesIn(contact, zone);
  const plan = (contact: string, more: object = {}) => house.staff<Call>("POST", "/phone-calls", { contact, about: "thank_you", ...more });
  const call = (id: string) => house.staff<Call>("GET", `/phone-calls/${id}`);
  const act = (id: string, deed: string, body: object = {}) => house.staff<Call>("POST", `/phone-calls/${id}/${deed}`, body);
  /** What the books say of telephone calls, in micro-units. */
  const booked = () =>
    house.db.query<{ account: string; amount: number; customer: string; cause: string }>(
      `select p.account, p.amount::int as amount, t.customer, t.cause from postings p join transfers t on t.id = p.transfer
       where t.key like 'phone-call/%' or t.facts ? 'call' or t.facts->>'hold' is not null order by p.id`,
    );
  const codes = async () =>
    (
      await house.db.query<{ line: string }>(
        "select verdict || ' ' || (select string_agg(r->>'code', ',') from jsonb_array_elements(reasons) r) as line from decisions where policy = 'place-call' order by at, id",
      )
    ).map(({ line }) => line);
  return {
    house,
    /** its rulebook, to be changed at will */ file,
    person,
    behind,
    agrees,
    livesIn,
    plan,
    call,
    act,
    booked,
    codes,
    async close() {
      await house.close();
      await rm(directory, { recursive: true });
    },
  };
}

export type PhoneHouse = Awaited<ReturnType<typeof openPhoneHouse>>;
/** What a refused call of the API says. */
export async function refusal(work: Promise<unknown>): Promise<{ status: number; code: string; detail: string }> {
  const error = await work.then(
    () => undefined,
    (thrown: Error & { status: number }) => thrown,
  );
  if (!error) throw new Error("it was not refused");
  const document = JSON.parse(error.message.slice(error.message.indexOf("{"))) as { code: string; detail: string };
  return { status: error.status, code: document.code, detail: document.detail };
}
