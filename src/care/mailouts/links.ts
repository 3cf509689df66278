import { createHmac, timingSafeEqual } from "node:crypto";
import { applyWrites } from "../../platform/commit.ts";
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

/** One click and no thank-you comes any more (RFC 8058). */
export function createLinks({ db, clock, consents, secret, publicUrl }: Pick<MailoutRooms, "db" | "clock" | "consents" | "secret" | "publicUrl">) {
  /**
   * Takes back the consent that the token names, and lets nothing go to its address any more, whatever else was agreed to before. Resolves to false when the
   * token is not ours; once more is the same.
   */
  async function unsubscribe(token: string): Promise<boolean> {
    const consent = readToken(secret, token);
    if (consent === undefined) return false;
    await db.transaction(async (tx) => {
      const [row] = await tx.query<{ address: string }>("select address from consents where id = $1 and scope = 'thanks_mail' for update", [consent]);
      if (!row) return; // forgotten meanwhile: nothing goes there
      await consents.withdraw(consent, tx);
      await applyWrites(tx, [suppress(addressHash(secret, row.address), "unsubscribed", clock.now())]);
    });
    return true;
  }

  return { unsubscribe, knows: (token: string) => readToken(secret, token) !== undefined, link: (consent: string) => linkOf({ secret, publicUrl }, consent) };
}
