import { ownersCalendar } from "../../src/calendar.ts";
import { createCustomers, type Customers } from "../../src/customers/index.ts";
import { createLedger, type Ledger } from "../../src/ledger/index.ts";
import { manualClock, type ManualClock } from "../../src/platform/clock.ts";
import type { Database } from "../../src/platform/database.ts";
import { randomIds, type Ids } from "../../src/platform/ids.ts";
import { createLog, type Log } from "../../src/platform/log.ts";
import { openTestDatabase } from "../support/database.ts";
import { loadRulebook, type Versioned } from "../../src/rulebook/index.ts";

const BOOK = `
business: { name: Marlstone GmbH, timeZone: Europe/Berlin, currency: EUR }
persona: { name: Marla, pronouns: she/her, languages: [en, de] }
plans:
  community: { fee: 0 EUR, fund: community, humans: false }
  visitor: { fee: 0 EUR, fund: visitors, humans: false, humanLooks: 0 }
  standard: { fee: 290 EUR, share: 25 %, carryOver: 1, humans: true }
  premium: { fee: 1900 EUR, share: 25 %, carryOver: 3, humans: true, responseMinutes: 240 }
funds: { community: 50 EUR, visitors: 5 EUR }
staff: { hourly: 75 EUR }
models: { cheapBelow: 0.50 EUR }
exchange: { USD: { rate: 0.92, date: 2026-11-02 } }
`;

export const T0 = new Date("2026-11-22T09:00:00.000Z");
export const book: Versioned = loadRulebook(BOOK, "policies.yaml");
export const calendar = ownersCalendar(() => book.book.business.timeZone);

export type SmallHouse = { db: Database; clock: ManualClock; ids: Ids; log: Log; ledger: Ledger; customers: Customers; close(): Promise<void> };

/** A database in memory with books, customers and a clock that stands still at T0. Closing checks the ledger. */
export async function openSmallHouse(start: Date = T0): Promise<SmallHouse> {
  const db = await openTestDatabase();
  const clock = manualClock(start);
  const ids = randomIds(() => clock.now().getTime());
  const log = createLog("silent");
  const rulebook = { at: async () => book };
  const ledger: Ledger = createLedger({ db, clock, ids, log, calendar, ruleOf: (account) => customers.grantRule(account) });
  const customers: Customers = createCustomers({ db, clock, ids, rulebook, currency: "EUR", openPeriod: (account) => ledger.openPeriod(account) });
  await ledger.openBooks("EUR");
  await customers.ensureVisitors();
  return {
    db,
    clock,
    ids,
    log,
    ledger,
    customers,
    async close() {
      const check = await ledger.check();
      await db.close();
      if (!check.balanced) throw new Error(`The ledger does not balance: ${JSON.stringify(check.differences)}`);
    },
  };
}
