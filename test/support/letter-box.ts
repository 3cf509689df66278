import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { createTexts } from "../../src/avatar/index.ts";
import type { Letter } from "../../src/care/mailer.ts";
import { createSmtpMailer, type MailerSettings } from "../../src/channels/index.ts";
import { systemClock } from "../../src/platform/clock.ts";
import { loadMailLayout } from "../../src/rulebook/index.ts";

/** What a real SMTP server was given: the envelope, and every byte of the message. */
export type Got = { from: string; to: string[]; source: Buffer };

/** A real SMTP server on this machine that keeps what it is given. */
export async function openLetterBox(options: Partial<SMTPServerOptions> & { cutAfterMessage?: boolean } = {}) {
  const { cutAfterMessage = false, ...own } = options;
  const got: Got[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        got.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : "",
          to: envelope.rcptTo.map(({ address }) => address),
          source: Buffer.concat(chunks),
        });
        if (cutAfterMessage) cut();
        else done();
      });
    },
    ...own,
  });
  /** as when a cable is pulled */
  const cut = () => {
    for (const connection of server.connections) (connection as unknown as { _socket: { destroy(): void } })._socket.destroy();
  };
  server.on("error", () => {});
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const port = (server.server.address() as AddressInfo).port;
  return { url: `smtp://127.0.0.1:${port}`, got, cut, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

/** A mailer as the service has it, with the layout and the words that are shipped. */
export async function shippedMailer(url: string, own: Partial<MailerSettings> = {}) {
  const texts = await createTexts({ directory: "prompts/texts", clock: systemClock, timeZone: () => "UTC" });
  return createSmtpMailer({
    url,
    from: "hello@marlstone.example",
    layout: await loadMailLayout("prompts/mailouts"),
    foot: (language, business) => ({ why: texts.render("letter_why", language, { business }), stop: texts.render("letter_stop", language) }),
    ...own,
  });
}

/** A letter to Sunniva; tests say what is different about theirs. */
export function letter(own: Partial<Letter> = {}): Letter {
  return {
    id: "ltr_1",
    to: { name: "Sunniva Dahl", address: "sunniva@haldenfisk.example" },
    language: "en",
    subject: "Two years together: thank you, Halden Fisk",
    paragraphs: ["Dear Sunniva Dahl,", "Halden Fisk and Marlstone have now been working together for two years. Thank you for your trust in all that time."],
    business: "Marlstone",
    unsubscribe: { url: "https://marlstone.example/letters/stop/t0k3n?of=ltr_1", address: "stop@marlstone.example" },
    ...own,
  };
}
