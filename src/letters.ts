import type { Mailer } from "./care/mailer.ts";
import { createSmtpMailer, type MailerEnv } from "./channels/index.ts";
import { loadMailKey, loadMailLayout } from "./rulebook/index.ts";

type Words = (key: "letter_why" | "letter_contract" | "letter_stop", language: string, vars: { business: string }) => string;

/**
 * What carries letters, from the environment and the owner's files: the layout in `directory`, and the key that signs. Without SMTP_URL letters
 * can be rendered and looked at, and what is sent waits. @throws when layout or key cannot be used
 */
export async function openMailer(env: MailerEnv, directory: string, say: Words): Promise<Mailer> {
  const { SMTP_URL: url, MAIL_ADDRESS: from, MAIL_DKIM_DOMAIN: domain, MAIL_DKIM_SELECTOR: selector, MAIL_DKIM_KEY_FILE: file } = env;
  return createSmtpMailer({
    url,
    from,
    layout: await loadMailLayout(directory),
    foot: (language, business, ends) => ({
      why: say(ends ? "letter_why" : "letter_contract", language, { business }),
      stop: say("letter_stop", language, { business }),
    }),
    ...(domain && selector && file ? { dkim: { domain, selector, key: await loadMailKey(file) } } : {}),
  });
}
