import type { Consents } from "../../customers/index.ts";
import type { Ledger } from "../../ledger/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database.ts";
import type { Ids } from "../../platform/ids.ts";
import type { Live } from "../../platform/live.ts";
import type { Log } from "../../platform/log.ts";
import type { Rulebook } from "../../rulebook/index.ts";
import type { Thanks } from "../mailouts/thanks.ts";
import type { Telephony } from "../telephony.ts";

/** Who does something. */
export type Actor = { id: string; name: string };
/** A reviewed text in the reader's language, by its key. */
export type Say = (key: SpokenKey, locale: string | null, vars?: Record<string, string | number | Date>) => string;
export type SpokenKey =
  | "phone_hello"
  | "phone_thanks"
  | "phone_stop_hint"
  | "phone_goodbye"
  | "phone_cannot"
  | "phone_stopped"
  | "phone_voicemail"
  | "phone_sheet_hello"
  | "phone_sheet_thanks"
  | "phone_sheet_since"
  | "phone_sheet_kept"
  | "phone_sheet_bye";

export type PhoneRooms = {
  db: Database;
  clock: Clock;
  ids: Ids;
  log: Log;
  live: Live;
  ledger: Pick<Ledger, "takeHold">;
  rulebook: Pick<Rulebook, "current" | "decide" | "decisionWrite">;
  consents: Pick<Consents, "calls" | "withdrawCalls">;
  /** asked of a campaign's call at the moment at which it is made */
  thanks: Thanks;
  say: Say;
  /** who speaks in an automatic call */
  persona: () => { name: string; business: string };
  /** of this installation: under it a number is known without being kept */
  secret: string;
  /** the provider that runs; none: no machine rings anybody */
  telephony: () => Telephony | undefined;
};
