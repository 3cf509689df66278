import type { LetterFate } from "../../care/mailer.ts";

/**
 * What a mail server's answer means. The basic code says whether it is final (RFC 5321, section 4.2.1), the enhanced one why (RFC 3463 and
 * the registry of RFC 5248). Hard is said of an address alone; what the sender did wrong, or what passes, is soft.
 */

/** Enhanced codes, without their class, that say: nobody will ever read this address. */
const NOBODY_THERE: Readonly<Record<string, string>> = {
  "1.0": "other address status", // RFC 3463, 3.2
  "1.1": "bad destination mailbox address", // RFC 3463, 3.2
  "1.2": "bad destination system address", // RFC 3463, 3.2
  "1.3": "bad destination mailbox address syntax", // RFC 3463, 3.2
  "1.6": "mailbox has moved, no forwarding address", // RFC 3463, 3.2
  "1.10": "recipient address has null MX", // RFC 7505, 4.2
  "2.1": "mailbox disabled, not accepting messages", // RFC 3463, 3.3
};
/**
 * Basic codes for the recipient that need no enhanced one: 551 user not local, 553 mailbox name not allowed (RFC 5321, 4.2.3). 550 alone is not
 * among them: it also stands for "rejected for policy reasons" there.
 */
const NOBODY_THERE_BASIC: readonly number[] = [551, 553];
/** The commands that speak of the recipient. What is said to others concerns the sender. */
const ABOUT_RECIPIENT: readonly string[] = ["RCPT TO", "DATA"];
/** The commands of a letter. Refused before them, at the greeting or the login, the letter was never offered. */
const OFFERS: readonly string[] = ["MAIL FROM", ...ABOUT_RECIPIENT];
const LONGEST_REPLY = 200;

/** What a failed sending left behind. */
export type Failure = { error: unknown; /** the server had let the message in when the connection ended */ begun: boolean };

/** The fate of a letter that was not accepted. `reply` holds no address: it outlives the person. Pure. */
export function fateOf({ error, begun }: Failure): Exclude<LetterFate, { state: "sent" }> {
  const { responseCode, response, command, code, message } = error as Record<string, unknown>;
  if (typeof responseCode !== "number" || responseCode < 400) {
    // Nothing was said: after the last line of a message its server may have taken it all the same (RFC 5321, 4.5.3.2.6).
    const reply = plain(`${typeof code === "string" ? code : "trouble"}: ${typeof message === "string" ? message : ""}`);
    return { state: begun ? "unknown" : "retry", reply };
  }
  const said = typeof response === "string" ? response : String(responseCode);
  const reply = plain(said);
  if (responseCode < 500 || typeof command !== "string" || !OFFERS.includes(command)) return { state: "retry", reply };
  return { state: "refused", how: ABOUT_RECIPIENT.includes(command) && nobodyThere(responseCode, said, command) ? "hard" : "soft", reply };
}

function nobodyThere(basic: number, said: string, command: string): boolean {
  const enhanced = /^\d{3}[ -]5\.(\d{1,3}\.\d{1,3})\b/u.exec(said)?.[1];
  if (enhanced !== undefined) return Object.hasOwn(NOBODY_THERE, enhanced);
  return command === "RCPT TO" && NOBODY_THERE_BASIC.includes(basic);
}

function plain(reply: string): string {
  return reply
    .replace(/[\p{Cc}\s]+/gu, " ")
    .replace(/<?[^\s<>]+@[^\s<>]+>?/gu, "<address>")
    .trim()
    .slice(0, LONGEST_REPLY);
}
