import type { Queryable } from "../../platform/database.ts";
import { dateIn, DAY } from "../../policies/index.ts";
import { fillMail, mailLanguage, quarterIn, yearsIn } from "../../rulebook/index.ts";
import type { Letter } from "../mailer.ts";
import type { Reader } from "./facts.ts";
import { linkOf } from "./links.ts";
import { monthsBetween } from "./occasions.ts";
import type { MailoutRooms } from "./rooms.ts";
import type { MailoutRow } from "./rows.ts";

type MailText = MailoutRooms["texts"]["en"]["anniversary"][number];
/** Whose letter it is. `at`: when its occasion was. `to`: the address. `link`: where it is ended. */
type Addressed = {
  id: string;
  occasion: MailoutRow["occasion"];
  at: number;
  reader: Pick<Reader, "name" | "customerName" | "locale" | "began">;
  to: string;
  link: string;
};

/** Thank-yous in words: reviewed texts, with what their reader knows anyway. */
export function createLetters(rooms: Pick<MailoutRooms, "rulebook" | "texts" | "secret" | "publicUrl">) {
  const { rulebook } = rooms;

  /** Another text each time, so that the same words do not come every year. */
  async function letterFor(tx: Queryable, row: MailoutRow, reader: Reader, consent: { id: string; address: string }) {
    const [before] = await tx.query<{ count: number }>(
      "select count(*)::int as count from mailouts where contact = $1 and occasion = $2 and words is not null and id <> $3",
      [row.contact, row.occasion, row.id],
    );
    const language = mailLanguage(reader.locale);
    const texts = rooms.texts[language][row.occasion];
    const text = texts[(before?.count ?? 0) % texts.length];
    if (!text) throw new Error(`There is no text for ${row.occasion}.`);
    const to = { id: row.id, occasion: row.occasion, at: row.occasion_at.getTime(), reader, to: consent.address, link: linkOf(rooms, consent.id) };
    const letter = letterOf(to, text);
    return { words: text.id, language, letter };
  }

  /** A thank-you as it would be, with what it names. */
  function letterOf({ id, occasion, at, reader, to, link }: Addressed, text: MailText): Letter {
    const { business } = rulebook.current().book;
    const day = dateIn(at, business.timeZone);
    const language = mailLanguage(reader.locale);
    const years = reader.began === null ? 0 : Math.floor(monthsBetween(reader.began, day) / 12);
    const names = {
      contact: reader.name ?? reader.customerName,
      customer: reader.customerName,
      business: business.name,
      ...(occasion === "anniversary" ? { years: yearsIn(language, Math.max(1, years)) } : {}),
      ...(occasion === "quiet_quarter" ? { period: quarterIn(language, dateIn(at - DAY, business.timeZone)) } : {}),
    };
    return {
      id,
      to: { name: reader.name ?? "", address: to },
      language,
      ...fillMail(text, names),
      business: business.name,
      unsubscribe: { url: link },
    };
  }

  return { letterFor, letterOf };
}

export type Letters = ReturnType<typeof createLetters>;
