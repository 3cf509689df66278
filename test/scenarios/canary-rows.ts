import type { Database } from "../../src/platform/database.ts";

/**
 * Fills the whole database with canaries: every text and jsonb column of every table, as the catalogue lists them, for a
 * customer's own rows and for somebody else's. Nothing here knows a column by name, unless it cannot take a canary.
 */

/** One word of letters, so that no escaping, folding or cutting of words hides it. */
export const CANARY = "zqcanary";

/** Columns whose values are a fixed set in the schema, or checked by it: the value that they get instead. */
const fixed: Record<string, { value: string; because: string }> = {
  "conversations.mode": { value: "avatar", because: "two values only" },
  "messages.author": { value: "contact", because: "five values only" },
  "outcomes.outcome": { value: "replied", because: "three values only" },
  "turns.cause": { value: "message", because: "two values only" },
  "turns.outcome": { value: "replied", because: "four values only" },
  "attempts.status": { value: "ok", because: "six values only" },
  "open_questions.cause": { value: "later", because: "four values only" },
  "open_questions.state": { value: "open", because: "two values only" },
  "open_questions.answered_by": { value: "staff", because: "three values only" },
  "reminders.state": { value: "open", because: "two values only" },
  "outbox.state": { value: "delivered", because: "four values only" },
  "staff.role": { value: "agent", because: "two values only" },
  "escalations.verdict": { value: "granted", because: "three values only" },
  "escalations.state": { value: "resolved", because: "four values only" },
  "escalations.class": { value: "request", because: "six values only" },
  "alerts.state": { value: "resolved", because: "three values only" },
  "consents.scope": { value: "news", because: "four values only" },
  "mailouts.occasion": { value: "anniversary", because: "three values only" },
  "mailouts.state": { value: "waiting", because: "nine values only" },
  "no_claims_letters.state": { value: "refused", because: "seven values only" },
  "mailouts.bounce": { value: "soft", because: "two values only" },
  "mail_suppressions.why": { value: "complaint", because: "four values only" },
  "phone_calls.kind": { value: "personal", because: "two values only" },
  "phone_calls.about": { value: "thank_you", because: "five values only" },
  "phone_calls.state": { value: "ended", because: "five values only" },
  "phone_calls.outcome": { value: "reached", because: "ten values only" },
  "phone_calls.heard": { value: "person", because: "two values only" },
  "holds.kind": { value: "staff", because: "two values only" },
  "incidents.kind": { value: "crash", because: "two values only" },
  "incident_rulings.class": { value: "ours", because: "five values only" },
  "no_claims_objections.state": { value: "upheld", because: "three values only" },
  "contributions.kind": { value: "patch", because: "three values only" },
  "moods.word": { value: "hurry", because: "two values only" },
  "memories.confidence": { value: "said", because: "two values only" },
  "hold_ends.outcome": { value: "voided", because: "two values only" },
  "postings.seal": { value: "", because: "the checksum of its row: the books are recomputed with it" },
};

/** Columns of the rows that a running conversation lives on, which it needs as they are. Rows beside them have canaries there. */
const working: Record<string, string> = {
  "customers.payer": "the account that its steps are paid from",
  "contracts.currency": "the currency of its account",
  "conversations.channel": "the channel that its replies leave by",
  "conversations.thread": "where on the channel it is",
  "contacts.name": "a contact's own name may be said to that contact",
  "no_claims.scheme": "what the level of its customer is computed by",
  "no_claims_periods.scheme": "what the discount of a past period of its customer is computed by",
  "escalations.payer": "the account that its person is paid from",
  "escalations.currency": "the currency of that account",
  "chat_sessions.token_hash": "the key of the open chat",
  "outbox.channel": "the channel that it is still to leave by",
  "outbox.envelope": "what is still to leave",
};

/** Tables of nobody's rows, and those that never change: only new rows are written there. */
const added = new Set(["settings", "rulebooks", "rulebook_activations", "staff", "staff_sessions", "timers", "idempotency_keys"]);
const ledger = new Set(["accounts", "transfers", "postings", "holds", "hold_ends", "incidents", "incident_rulings", "contribution_withdrawals"]);
/** Tables that are not ours to write. */
const untouched: Record<string, string> = {
  migrations: "which files of the schema have run",
  open_holds: "ids of holds alone, written by the ledger itself",
};

/** What this very contact told us here or before, which its model is reminded of. Colleagues' and strangers' rows have canaries. */
const told = new Set(["memories", "summaries"]);

/** What a column points to by its name, where the schema does not say so itself. */
const pointers: Record<string, string> = {
  customer: "customers",
  contact: "contacts",
  conversation: "conversations",
  episode: "episodes",
  message: "messages",
  turn: "turns",
  hold: "holds",
  escalation: "escalations",
  staff: "staff",
  account: "accounts",
  transfer: "transfers",
};

/** Far from everything that the service does meanwhile: nothing of it is ever due. */
const LATER = new Date("2030-01-01T12:00:00Z");

/** Pointers that the ledger's triggers check. */
const checked = new Set(["account", "transfer", "hold"]);

type Column = { table: string; column: string; type: string; required: boolean; key: boolean; points: { table: string; column: string } | null };
/** Whose rows: `own` names rows that are there already and are pointed to instead of new ones. */
export type Owner = { name: string; own: Record<string, string> };

const CATALOGUE = `
  select c.table_name as table, c.column_name as column, c.data_type as type, c.is_nullable = 'NO' and c.column_default is null and c.is_identity = 'NO' as required,
    exists (select 1 from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
      where i.indisprimary and i.indrelid = format('public.%I', c.table_name)::regclass and a.attname = c.column_name) as key,
    (select jsonb_build_object('table', f.confrelid::regclass::text, 'column', b.attname) from pg_constraint f
      join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1] join pg_attribute b on b.attrelid = f.confrelid and b.attnum = f.confkey[1]
      where f.contype = 'f' and f.conrelid = format('public.%I', c.table_name)::regclass and a.attname = c.column_name limit 1) as points
  from information_schema.columns c join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
  where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by c.table_name, c.ordinal_position`;

/** Fills everything. Resolves to the columns without a canary that nothing above excepts, per owner, and to exceptions for nothing: none, if all is well. */
export async function fillWithCanaries(db: Database, here: Owner, others: Owner[]): Promise<string[]> {
  const columns = await db.query<Column>(CATALOGUE);
  const tables = inOrder(Map.groupBy(columns, ({ table }) => table));
  for (const [table, its] of tables) if (!added.has(table) && !ledger.has(table) && !untouched[table]) await overwrite(db, table, its, here);
  for (const owner of [...others, here])
    for (const [table, its] of tables) {
      if (untouched[table] || owner.own[table] || (owner !== others[0] && added.has(table)) || (owner === here && told.has(table))) continue;
      await insert(db, table, its, owner);
    }
  return [...(await missing(db, columns, [here, ...others])), ...stale(columns)];
}

const isText = ({ type }: Column) => type === "text" || type === "jsonb";
const nameOf = ({ table, column }: Pick<Column, "table" | "column">) => `${table}.${column}`;

/** A new row with a canary in every column that takes one. */
async function insert(db: Database, table: string, columns: Column[], owner: Owner): Promise<void> {
  const given = columns.flatMap((column) => {
    const value = valueOf(column, owner);
    return value === undefined ? [] : [{ name: `"${column.column}"`, value }];
  });
  const marks = given.map((_one, at) => `$${at + 1}`);
  const text = `insert into ${table} (${given.map(({ name }) => name).join(", ")}) values (${marks.join(", ")})`;
  const values = given.map(({ value }) => value);
  if (table !== "postings") return void (await db.query(text, values));
  // Two lines that sum to zero, each sealed.
  const sealed = "insert into postings (transfer, account, amount, currency, seal) select t, a, x, c, md5(t || '|' || a || '|' || x || '|' || c)";
  await db.query(`${sealed} from (values ($1::text, $2::text, $3::text, 5::bigint), ($1, $2, $3, -5)) as line(t, a, c, x)`, [
    canary({ table: "transfers", column: "id" }, owner),
    canary({ table: "accounts", column: "id" }, owner),
    canary({ table: "accounts", column: "currency" }, owner),
  ]);
}

function valueOf(column: Column, owner: Owner): unknown {
  const set = fixed[nameOf(column)];
  if (set) return set.value;
  if (isText(column)) return text(column, owner);
  if (!column.required && column.column !== "done_at") return undefined;
  if (column.type.startsWith("timestamp")) return LATER;
  if (column.type === "date") return "2026-01-01";
  return column.type === "boolean" ? false : 1;
}

function text(column: Column, owner: Owner): string {
  const points = column.points?.table ?? (column.type === "text" ? pointers[column.column] : undefined);
  // An account has one currency, and everything that is booked there has the same.
  if (column.column === "currency" && ledger.has(column.table)) return canary({ table: "accounts", column: "currency" }, owner);
  if (points) return owner.own[points] ?? canary({ table: points, column: column.points?.column ?? "id" }, owner);
  return column.type === "jsonb" ? JSON.stringify([{ note: canary(column, owner) }]) : canary(column, owner);
}

function canary(column: Pick<Column, "table" | "column">, owner: Owner): string {
  return `${CANARY} ${nameOf(column)} ${owner.name}`;
}

/** The rows that the conversation itself has made, and its customer's own: canaries in place of what was there. */
async function overwrite(db: Database, table: string, columns: Column[], here: Owner): Promise<void> {
  const free = columns.filter(
    (column) => isText(column) && !column.key && !column.points && !fixed[nameOf(column)] && !working[nameOf(column)] && !pointers[column.column],
  );
  const mine = whose(table, columns, here);
  if (free.length === 0 || !mine) return;
  const spoken = table === "messages" ? ` and conversation <> '${here.own["conversations"]}'` : "";
  const sets = free.map((column) => {
    const marked = `'${canary(column, here)} ' || ctid::text`;
    return `"${column.column}" = ${column.type === "jsonb" ? `jsonb_build_array(${marked})` : marked}`;
  });
  await db.query(`update ${table} set ${sets.join(", ")} where ${mine}${spoken}`);
}

/** The condition for rows of that customer, by whatever leads there. */
function whose(table: string, columns: Column[], { own }: Owner): string | undefined {
  if (own[table] && columns.some(({ column }) => column === "id")) return `id = '${own[table]}'`;
  for (const name of ["customer", "contact", "conversation"])
    if (columns.some(({ column }) => column === name)) return `${name} = '${own[pointers[name] as string]}'`;
  return undefined;
}

async function missing(db: Database, columns: Column[], owners: Owner[]): Promise<string[]> {
  const found: string[] = [];
  for (const column of columns.filter(isText)) {
    if (fixed[nameOf(column)] || untouched[column.table]) continue;
    for (const owner of owners) {
      // What was said here may be told, and what another conversation shares with this one is looked for once.
      if (owner.own[column.table] && (owner !== owners[0] || column.table === "messages")) continue;
      if (added.has(column.table) && owner !== owners[1]) continue;
      if (told.has(column.table) && owner === owners[0]) continue;
      if (owner.own[column.table] && (column.key || column.points || working[nameOf(column)] || pointers[column.column])) continue;
      if (owner.own[column.points?.table ?? pointers[column.column] ?? ""]) continue;
      const [row] = await db.query<{ n: number }>(`select count(*)::int as n from ${column.table} where "${column.column}"::text like $1`, [
        `%${CANARY} % ${owner.name}%`,
      ]);
      if (row?.n === 0) found.push(`${nameOf(column)} of ${owner.name}`);
    }
  }
  return found;
}

/** An exception for what is not there any more hides the next one of that name. */
function stale(columns: Column[]): string[] {
  const known = new Set(columns.flatMap((column) => [nameOf(column), column.table]));
  return [...Object.keys(fixed), ...Object.keys(working), ...Object.keys(untouched)]
    .filter((name) => !known.has(name))
    .map((name) => `${name} is excepted, and not there`);
}

/** Each table after those that it points to. */
function inOrder(tables: Map<string, Column[]>): [string, Column[]][] {
  const ordered = new Map<string, Column[]>();
  const place = (table: string) => {
    const columns = tables.get(table);
    if (!columns || ordered.has(table)) return;
    for (const { column, points } of columns) {
      const to = points?.table ?? (checked.has(column) ? pointers[column] : undefined);
      if (to && to !== table) place(to);
    }
    ordered.set(table, columns);
  };
  for (const table of tables.keys()) place(table);
  return [...ordered];
}
