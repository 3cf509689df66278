import { createHmac, timingSafeEqual } from "node:crypto";
import { applyWrites } from "../../platform/commit.ts";
import { mailLanguage } from "../../rulebook/index.ts";
import type { MailoutRooms } from "./rooms.ts";
import { addressHash, suppress } from "./rows.ts";

/** Half of SHA-256: 128 bits that nobody guesses keep the address short enough for a line of mail. */
const SEAL_BYTES = 16;

/** The address that ends thank-yous to whoever gave this consent: it says nothing of the person, never runs out, and only this installation makes it. */
export function linkOf({ secret, publicUrl }: Pick<MailoutRooms, "secret" | "publicUrl">, consent: string): string {
  return `${publicUrl.replace(/\/+$/, "")}/unsubscribe/${tokenOf(secret, consent)}`;
}

function tokenOf(secret: string, consent: string): string {
  return `${consent}.${sealOf(secret, consent).toString("base64url")}`;
}

function sealOf(secret: string, consent: string): Buffer {
  return createHmac("sha256", secret).update(`unsubscribe/${consent}`).digest().subarray(0, SEAL_BYTES);
}

/** The consent that a token names; undefined when it is not ours. */
function readToken(secret: string, token: string): string | undefined {
  const [consent = "", seal = "", ...more] = token.split(".");
  // As text: bytes can be written in more than one way.
  const [own, given] = [Buffer.from(sealOf(secret, consent).toString("base64url")), Buffer.from(seal)];
  return more.length === 0 && own.length === given.length && timingSafeEqual(own, given) ? consent : undefined;
}

/** The page behind such a link, in the reader's language; it names nobody. `button`: what ends the letters; null: there is nothing to press. */
export type EndingPage = { ours: boolean; language: string; title: string; text: string; button: string | null };

type LinkRooms = Pick<MailoutRooms, "db" | "clock" | "rulebook" | "consents" | "secret" | "publicUrl" | "say">;

/** One click and no thank-you comes any more (RFC 8058). */
export function createLinks({ db, clock, rulebook, consents, secret, publicUrl, say }: LinkRooms) {
  /** What somebody reads before they press; looking at it changes nothing. */
  const ending = (token: string) => page("end", readToken(secret, token));

  /**
   * Takes back the consent that the token names, and lets nothing go to its address any more, whatever else was agreed to before; once more is the same.
   * Resolves to what somebody reads then.
   */
  async function unsubscribe(token: string): Promise<EndingPage> {
    const consent = readToken(secret, token);
    if (consent === undefined) return page("broken", consent);
    await db.transaction(async (tx) => {
      const [row] = await tx.query<{ address: string }>("select address from consents where id = $1 and scope = 'thanks_mail' for update", [consent]);
      if (!row) return; // forgotten meanwhile: nothing goes there
      await consents.withdraw(consent, tx);
      await applyWrites(tx, [suppress(addressHash(secret, row.address), "unsubscribed", clock.now())]);
    });
    return page("ended", consent);
  }

  async function page(wanted: "end" | "ended" | "broken", consent: string | undefined): Promise<EndingPage> {
    const which = consent === undefined ? "broken" : wanted;
    const [reader] = await db.query<{ locale: string | null }>("select k.locale from consents s join contacts k on k.id = s.contact where s.id = $1", [
      consent ?? null,
    ]);
    const language = mailLanguage(reader?.locale ?? null);
    const { name: business } = rulebook.current().book.business;
    const words = { title: say(`letter_${which}_title`, language, { business }), text: say(`letter_${which}_text`, language, { business }) };
    return { ours: consent !== undefined, language, ...words, button: which === "end" ? say("letter_stop", language, { business }) : null };
  }

  return { unsubscribe, ending, link: (consent: string) => linkOf({ secret, publicUrl }, consent) };
}
