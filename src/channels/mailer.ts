import { createPrivateKey } from "node:crypto";
import { z } from "zod";
import type { Letter, LetterFate, Mailer, Rendered } from "../care/mailer.ts";
import { oneLine } from "./cards.ts";
import { createLayout, type FootWords } from "./mailer/layout.ts";
import { fateOf } from "./mailer/replies.ts";

const blankIsUnset = z
  .string()
  .trim()
  .transform((value) => (value === "" ? undefined : value));

/** What letters need of the environment: where mail leaves and who sends it, as for notices to staff, and who signs it. */
export const mailerSettings = z
  .object({
    SMTP_URL: blankIsUnset.optional(), // the channel mail says when it is no address
    MAIL_ADDRESS: blankIsUnset.optional(),
    MAIL_DKIM_DOMAIN: blankIsUnset.optional(),
    MAIL_DKIM_SELECTOR: blankIsUnset.optional(),
    MAIL_DKIM_KEY_FILE: blankIsUnset.optional(),
  })
  .refine((env) => new Set([!env.MAIL_DKIM_DOMAIN, !env.MAIL_DKIM_SELECTOR, !env.MAIL_DKIM_KEY_FILE]).size === 1, {
    path: ["MAIL_DKIM_DOMAIN"],
    error: "needs MAIL_DKIM_SELECTOR and MAIL_DKIM_KEY_FILE beside it; a letter is signed with all three, or with none",
  });

export type MailerEnv = z.output<typeof mailerSettings>;

/** `layout` is the owner's file, `key` what stands in the key's file. */
export type MailerSettings = {
  /** left out, nothing can leave */
  url?: string | undefined;
  /** the address that letters come from; left out, one that nobody can answer */
  from?: string | undefined;
  layout: string;
  foot: FootWords;
  dkim?: { domain: string; selector: string; key: string };
};

const NOBODY = "standin@localhost";
const CONNECT_MS = 10_000;
/**
 * RFC 5321, section 4.5.3.2.6, gives a server ten minutes after the last line. A stop of the service waits for what is under way, so it is
 * one here, and a letter whose server is still silent then counts as one that may have arrived.
 */
const ANSWER_MS = 60_000;
/** One recipient, nothing that a header or a command could be made of. What a domain takes on its left is the domain's to say. */
const ADDRESS = /^[^\s<>()[\]\\,;:"@\p{Cc}]{1,64}@[^\s<>()[\]\\,;:"@\p{Cc}]{1,255}$/u;
/** RFC 8301, section 3.2: verifiers take no shorter ones. */
const LEAST_RSA_BITS = 1024;
/** What the signature covers: RFC 6376, section 5.4.1, and both headers that RFC 8058, section 4, wants covered. */
const SIGNED = "From:To:Subject:Date:Message-ID:MIME-Version:Content-Type:List-Unsubscribe:List-Unsubscribe-Post:Auto-Submitted";

/** Letters through an SMTP server. Nothing of nodemailer and MJML is loaded before the first one. @throws when the key cannot sign */
export function createSmtpMailer(settings: MailerSettings): Mailer {
  const layout = createLayout(settings.layout, settings.foot);
  const { url, from = NOBODY } = settings;
  const dkim = settings.dkim && signerOf(settings.dkim);
  const underWay = new Set<Promise<LetterFate>>();
  let stopped = false;
  const render = async (letter: Letter): Promise<Rendered> => {
    const { unsubscribe, ...filled } = await layout.fill(letter);
    return { ...filled, headers: headersOf(letter, unsubscribe, from) };
  };
  return {
    render,
    async send(letter) {
      if (stopped) return { state: "retry", reply: "the mailer has stopped" };
      if (url === undefined) return { state: "retry", reply: "SMTP_URL is not set" };
      if (!ADDRESS.test(letter.to.address)) return { state: "refused", how: "hard", reply: "this is no mail address" };
      // What cannot be rendered has not left; whoever mends the layout lets it go later.
      const sending = render(letter).then(
        (rendered) => post({ url, from, dkim }, letter, rendered),
        (error: Error): LetterFate => ({ state: "retry", reply: `the letter cannot be rendered: ${error.message}` }),
      );
      underWay.add(sending);
      return sending.finally(() => underWay.delete(sending));
    },
    async stop() {
      stopped = true;
      await Promise.allSettled(underWay);
    },
  };
}

type Sender = { url: string; from: string; dkim: Signer | undefined };
type Signer = { domainName: string; keySelector: string; privateKey: string; headerFieldNames: string };

/** Asked once, at the start: nodemailer would send unsigned, without a word, what its key cannot sign. */
function signerOf({ domain, selector, key }: NonNullable<MailerSettings["dkim"]>): Signer {
  let bits: number | undefined;
  try {
    const { asymmetricKeyType: type, asymmetricKeyDetails: details } = createPrivateKey(key);
    bits = type === "rsa" ? details?.modulusLength : undefined;
  } catch {
    bits = undefined;
  }
  if (bits === undefined || bits < LEAST_RSA_BITS) {
    throw new Error(
      `MAIL_DKIM_KEY_FILE: holds no RSA private key (PEM) of at least ${LEAST_RSA_BITS} bits. Make one with "openssl genrsa -out dkim.pem 2048".`,
    );
  }
  return { domainName: domain, keySelector: selector, privateKey: key, headerFieldNames: SIGNED };
}

/** The headers beside From, To and Subject. Nothing of a person stands in them. */
function headersOf({ id, unsubscribe: given }: Letter, unsubscribe: URL | undefined, from: string): Record<string, string> {
  return {
    "Message-ID": `<${id.replace(/[^\w.-]/g, "_")}@${domainOf(from)}>`,
    ...(unsubscribe ? endingOf(unsubscribe, given?.address) : {}),
    "Auto-Submitted": "auto-generated", // RFC 3834, section 5
    "X-Auto-Response-Suppress": "OOF, AutoReply", // Exchange's own; "All" would also suppress reports of what could not be delivered
  };
}

/** What ends such letters without opening one. */
function endingOf(unsubscribe: URL, address: string | undefined): Record<string, string> {
  const mailto = address !== undefined && ADDRESS.test(address) ? [`<mailto:${encodeURI(address)}?subject=unsubscribe>`] : [];
  return {
    "List-Unsubscribe": [`<${unsubscribe.href}>`, ...mailto].join(", "), // RFC 2369, section 3.2
    // RFC 8058, section 3.1: one click needs https. Without it, on somebody's own machine say, the link in the letter remains.
    ...(unsubscribe.protocol === "https:" ? { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : {}),
  };
}

function domainOf(from: string): string {
  return (from.split("@").at(-1) ?? "").replace(/[^\w.-]/g, "") || "localhost";
}

/** One letter, one connection: what the server said in it is this letter's alone. */
async function post({ url, from, dkim }: Sender, letter: Letter, rendered: Rendered): Promise<LetterFate> {
  const { createTransport } = await import("nodemailer");
  const watch = watchTalk();
  const { "Message-ID": messageId = "", ...headers } = rendered.headers;
  const transport = createTransport({
    url,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: ANSWER_MS,
    transactionLog: true,
    logger: watch.logger,
  });
  try {
    await transport.sendMail({
      from: { name: oneLine(letter.business), address: from },
      to: { name: oneLine(letter.to.name), address: letter.to.address },
      envelope: { from, to: [letter.to.address] },
      subject: rendered.subject,
      text: rendered.text,
      html: rendered.html,
      messageId,
      headers,
      ...(dkim ? { dkim } : {}),
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return { state: "sent", messageId };
  } catch (error) {
    return fateOf({ error, begun: watch.begun() });
  } finally {
    transport.close();
  }
}

/**
 * Listens to the talk with the server, to know whether it may have the message: it said "354" (RFC 5321, section 4.1.1.4), or nodemailer wrote
 * the whole of it to a server that says something else there. Keeps nothing of it.
 */
function watchTalk() {
  let begun = false;
  const hear = (entry: { tnx?: string }, line: unknown) => {
    if (entry.tnx === "message" || (entry.tnx === "server" && String(line).startsWith("354"))) begun = true;
  };
  const silent = () => undefined;
  const logger = { level: silent, trace: silent, debug: hear, info: hear, warn: silent, error: silent, fatal: silent };
  return { logger, begun: () => begun };
}
