import type { Transporter } from "nodemailer";
import { z } from "zod";
import type { Channel, Delivered, Envelope } from "../conversations/channel.ts";
import { alertText, escalationText, escalationTitle, oneLine } from "./cards.ts";

/** `staffAddresses` comes from app.ts: the staff accounts' addresses, asked anew for each notice. */
export type MailSettings = {
  SMTP_URL?: string | undefined;
  MAIL_ADDRESS?: string | undefined;
  staffAddresses?: () => Promise<string[]>;
};

const blankIsUnset = z
  .string()
  .trim()
  .transform((value) => (value === "" ? undefined : value));

/** Plain notices to staff. Customers do not write by mail yet. */
export const mail: Channel<MailSettings> = {
  name: "mail",
  capabilities: { contacts: false, staff: true, sources: false, mode: false },
  env: z.object({
    SMTP_URL: blankIsUnset.pipe(z.url({ protocol: /^smtps?$/ }).optional()).optional(),
    MAIL_ADDRESS: blankIsUnset.optional(),
  }),
  enabled: (settings) => settings.SMTP_URL !== undefined,
  async start(host) {
    const { SMTP_URL: url, MAIL_ADDRESS: from = "standin@localhost", staffAddresses = async () => [] } = host.settings;
    if (!url) throw new Error("mail needs SMTP_URL");
    const { createTransport } = await import("nodemailer");
    const transport = createTransport({ url, connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 });
    const underWay = new Set<Promise<unknown>>();
    return {
      async deliver(envelope) {
        const sending = send(transport, from, staffAddresses, envelope);
        underWay.add(sending);
        return sending.finally(() => underWay.delete(sending));
      },
      async stop() {
        await Promise.allSettled(underWay);
        transport.close();
      },
    };
  },
};

async function send(transport: Transporter, from: string, staffAddresses: () => Promise<string[]>, envelope: Envelope): Promise<Delivered> {
  const notice = noticeOf(envelope);
  if (!notice) return { state: "failed", error: "mail_takes_staff_cards_only" };
  const to = await staffAddresses();
  if (to.length === 0) return { state: "failed", error: "no_staff_address" };
  const domain =
    from
      .split("@")
      .at(-1)
      ?.replace(/[^\w.-]/g, "") || "localhost";
  const messageId = `<${mailSafe(envelope.id)}@${domain}>`;
  try {
    await transport.sendMail({
      from: { name: "Standin", address: from },
      to: to.map((address) => ({ name: "", address })),
      subject: notice.subject,
      text: notice.text,
      messageId,
      // A reminder joins the first notice in the reader's list.
      references: `<${mailSafe(notice.about)}@${domain}>`,
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" }, // RFC 3834, and Exchange's own
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    return { state: "delivered", receipt: { messageId } };
  } catch (error) {
    return judge(error);
  }
}

function noticeOf(envelope: Envelope): { subject: string; text: string; about: string } | undefined {
  if (envelope.kind === "escalation") {
    const { card } = envelope;
    return { subject: `[Standin] ${escalationTitle(card)}`, text: escalationText(card), about: card.id };
  }
  if (envelope.kind !== "alert") return undefined;
  return { subject: `[Standin] ${oneLine(envelope.card.title)}`, text: alertText(envelope.card), about: envelope.card.id };
}

/**
 * The server's own word decides: 5xx is final, 4xx is "later". A connection that broke, even after DATA, is tried
 * again: both copies carry the same Message-ID, so most readers show one, and for a notice to staff a double is
 * harmless where a lost one is not.
 */
function judge(error: unknown): Delivered {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  if (typeof responseCode === "number") {
    return { state: responseCode >= 500 ? "failed" : "retry", error: `smtp_${responseCode}` };
  }
  return { state: "retry", error: typeof code === "string" ? code.toLowerCase() : "smtp_trouble" };
}

function mailSafe(id: string): string {
  return id.replace(/[^\w.-]/g, "_");
}
