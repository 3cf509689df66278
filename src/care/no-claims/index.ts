import type { Clock } from "../../platform/clock.ts";
import { applyWrites } from "../../platform/commit.ts";
import type { Database } from "../../platform/database.ts";
import type { Ids } from "../../platform/ids.ts";
import type { Timers } from "../../platform/timers.ts";
import { LOOK_AT_DISCOUNT } from "../../customers/index.ts";
import type { StaffActor } from "../../conversations/channel.ts";
import type { Threads } from "../../conversations/index.ts";
import type { Rulebook } from "../../rulebook/index.ts";
import type { Alerts } from "../alerts.ts";
import { TELL_OF_DISCOUNT } from "./book.ts";
import { createCertificates } from "./certificate.ts";
import { createDeeds, TELL_OF_OBJECTION, type NewCrash, type Objecting, type Ruling, type Verdict } from "./deeds.ts";
import { createLetters, type LetterRooms, type SayDiscount } from "./letters.ts";
import { MAIL_LETTER } from "./mail.ts";
import { createNotices, TELL_STAFF_OF_OBJECTION } from "./notices.ts";
import { createReads, type IncidentView, type Objected } from "./reads.ts";
import { createSettling } from "./settle.ts";

export type NoClaimsRooms = {
  db: Database;
  clock: Clock;
  ids: Ids;
  rulebook: Rulebook;
  threads: Pick<Threads, "say">;
  say: SayDiscount;
  alerts: Pick<Alerts, "raise" | "settled" | "changed">;
  /** the seed of the key that signs certificates */
  signing: string;
} & Pick<LetterRooms, "post" | "secret" | "sends" | "languageOf">;

/** No-claims discounts: levels, what they are owed for, the incidents that move them, and the people who are told. */
export function createNoClaims(rooms: NoClaimsRooms) {
  const { db, clock } = rooms;
  const settling = createSettling(rooms);
  const deeds = createDeeds({ ...rooms, settling });
  const letters = createLetters(rooms);

  /** Customers who pay a fee and were never looked at are looked at soon: those that an import or an earlier version of the service left. */
  async function enrolAll(): Promise<void> {
    await db.query(
      `insert into timers (kind, ref, due_at) select $1, k.customer, $2 from contracts k
       where k.fee > 0 and not exists (select 1 from no_claims n where n.customer = k.customer) on conflict (kind, ref) do nothing`,
      [LOOK_AT_DISCOUNT, clock.now()],
    );
  }

  const reads = createReads(rooms);
  const incident = async (id: string) => (await reads.incidents({ id, limit: 1 }))[0] as IncidentView;
  const objection = async (id: string) => (await reads.objections({ id, limit: 1 }))[0] as Objected;

  /** Records an objection; the one that is open already, if there is one. */
  async function object(given: Objecting): Promise<Objected> {
    const { writes } = await deeds.objecting(given);
    await applyWrites(db, writes);
    return (await reads.objections({ customer: given.customer, state: "open", limit: 1 }))[0] as Objected;
  }

  return {
    ...reads,
    objecting: deeds.objecting,
    object,
    record: async (crash: NewCrash, by: StaffActor) => incident(await deeds.record(crash, by)),
    rule: async (id: string, fault: Ruling, by: StaffActor) => incident(await deeds.rule(id, fault, by)),
    decide: async (id: string, verdict: Verdict, by: StaffActor) => objection(await deeds.decide(id, verdict, by)),
    certificate: createCertificates({ ...rooms, reads }),
    look: settling.look,
    enrolAll,
    registerTimers(timers: Pick<Timers, "on">): void {
      timers.on(LOOK_AT_DISCOUNT, settling.look);
      timers.on(TELL_OF_DISCOUNT, letters.tellOfChange);
      timers.on(MAIL_LETTER, letters.mailDue);
      timers.on(TELL_OF_OBJECTION, letters.tellOfObjection);
      timers.on(TELL_STAFF_OF_OBJECTION, createNotices(rooms));
    },
  };
}

export type NoClaims = ReturnType<typeof createNoClaims>;
