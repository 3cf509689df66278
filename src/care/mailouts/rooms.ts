import type { MailConsents } from "../../customers/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/database.ts";
import type { Ids } from "../../platform/ids.ts";
import type { Live } from "../../platform/live.ts";
import type { Log } from "../../platform/log.ts";
import type { MailTexts, Rulebook } from "../../rulebook/index.ts";
import type { Alerts } from "../alerts.ts";
import type { Mailer } from "../mailer.ts";
import type { Post } from "../post.ts";
import type { Phone } from "../phone/index.ts";
import type { Thanks } from "./thanks.ts";

/** Who does something. */
export type Actor = { id: string; name: string };

/** A reviewed text in the reader's language, by its key. */
export type Say = (key: `letter_${"end" | "ended" | "broken"}_${"title" | "text"}` | "letter_stop", locale: string, vars: { business: string }) => string;

export type MailoutRooms = {
  db: Database;
  clock: Clock;
  ids: Ids;
  log: Log;
  live: Live;
  rulebook: Pick<Rulebook, "current" | "decide" | "decisionWrite">;
  alerts: Pick<Alerts, "raise">;
  phone: Pick<Phone, "planIn" | "told">;
  thanks: Thanks;
  consents: MailConsents;
  texts: MailTexts;
  say: Say;
  /** of this installation: under it an address is known without being kept, and an unsubscribing link is ours */
  secret: string;
  /** where the pages are that a letter leads to */
  publicUrl: string;
  mailer: Mailer;
  post: Post;
  /** whether a letter can leave; else no mail is planned, and they can only be looked at */
  sends: boolean;
};
