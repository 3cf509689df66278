import type { Queryable } from "../platform/database.ts";

/** Nobody is meant by that, or several are. `message` is fit to be shown. */
export class PersonRefused extends Error {
  readonly code: "contact_unknown" | "contact_ambiguous";
  constructor(code: PersonRefused["code"], message: string) {
    super(message);
    this.name = "PersonRefused";
    this.code = code;
  }
}

type Row = { id: string; name: string | null; customer: string };

/**
 * The contact of that id, or with that mail address.
 * @throws PersonRefused contact_unknown, contact_ambiguous
 */
export async function findPerson(db: Queryable, idOrAddress: string): Promise<string> {
  const found = await db.query<Row>(
    `select c.id, c.name, u.name as customer from contacts c join customers u on u.id = c.customer
     where c.id = $1 or lower(c.email) = lower($1) order by (c.id = $1) desc, c.created_at, c.id`,
    [idOrAddress],
  );
  const [first] = found;
  if (!first) throw new PersonRefused("contact_unknown", `There is no contact with the id or the mail address ${JSON.stringify(idOrAddress)}.`);
  if (first.id === idOrAddress || found.length === 1) return first.id;
  const lines = found.map(({ id, name, customer }) => `  ${id}  ${name ?? "(no name)"}, ${customer}`);
  throw new PersonRefused("contact_ambiguous", `${found.length} contacts have that mail address. Say which by its id:\n${lines.join("\n")}`);
}
