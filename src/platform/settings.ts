import type { Queryable } from "./database.ts";

/** A single fact of this installation, or undefined. */
export async function readSetting<T>(db: Queryable, key: string): Promise<T | undefined> {
  const [row] = await db.query<{ value: T }>("select value from settings where key = $1", [key]);
  return row?.value;
}

export async function writeSetting(db: Queryable, key: string, value: unknown): Promise<void> {
  await db.query("insert into settings (key, value) values ($1, $2::jsonb) on conflict (key) do update set value = excluded.value", [
    key,
    JSON.stringify(value),
  ]);
}

/** The stored value, or `make()` stored now; of two processes that start at once, one wins and both get its value. */
export async function settingOnce<T>(db: Queryable, key: string, make: () => T): Promise<T> {
  await db.query("insert into settings (key, value) values ($1, $2::jsonb) on conflict (key) do nothing", [key, JSON.stringify(make())]);
  return (await readSetting<T>(db, key)) as T;
}
