import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openPostgres } from "../../src/platform/database.ts";
import { migrate } from "../../src/platform/migrate.ts";
import { openChat, sendMessage } from "../support/chat-client.ts";
import { HOST_SECRET as HOUSE_SECRET, openHouse } from "../support/house.ts";
import { startPostgres, type TestPostgres } from "../support/postgres.ts";
import { HOST_SECRET, startService } from "./child.ts";

// "Acknowledged after the commit" can only be seen when the commit is slow: a deferred trigger makes it take half a second.

const SLOW_COMMIT = [
  "create function slow_commit() returns trigger language plpgsql as $$ begin perform pg_sleep(0.5); return null; end $$",
  "create constraint trigger slow_commit after insert on messages deferrable initially deferred for each row when (new.author = 'contact') execute function slow_commit()",
];
const SLEEP_MS = 500;

let server: TestPostgres | undefined;
afterAll(() => server?.stop());

/** Four people write at once, twice each; how long each 202 took. */
async function acknowledged(url: string, secret: string): Promise<number[]> {
  const chats = await Promise.all([1, 2, 3, 4].map(() => openChat(url, secret)));
  const sent = chats.flatMap((chat) =>
    ["a", "b"].map(async (id) => {
      const answer = await sendMessage(url, chat.session, { id, text: "Hello, how do I restore a backup?" });
      expect(answer?.status, answer?.detail).toBe(202);
      return answer?.ms ?? 0;
    }),
  );
  return Promise.all(sent);
}

describe("with a COMMIT that takes 500 ms, no 202 comes earlier", () => {
  test("on PostgreSQL", async () => {
    server = await startPostgres({ durable: false });
    const db = await openPostgres(server.url);
    await migrate(db, "migrations");
    for (const sql of SLOW_COMMIT) await db.query(sql);
    const house = await openHouse({}, { db });
    for (const ms of await acknowledged(house.url, HOUSE_SECRET)) expect(ms).toBeGreaterThanOrEqual(SLEEP_MS);
    await house.close();
    await db.close();
  });

  // In a process of its own: here, a sleeping embedded database would stop the clock that measures as well.
  test("on the embedded database", async () => {
    const directory = mkdtempSync(join(tmpdir(), "standin-commit-"));
    const service = await startService({ DATA_DIR: directory });
    for (const sql of SLOW_COMMIT) await service.query(sql);
    for (const ms of await acknowledged(service.url, HOST_SECRET)) expect(ms).toBeGreaterThanOrEqual(SLEEP_MS);
    await service.stop();
    rmSync(directory, { recursive: true, force: true });
  });
});
