import type { Channel } from "../conversations/channel.ts";
import { mail } from "./mail.ts";
import { slack } from "./slack/index.ts";
import { createWebChannel, type Publish } from "./web.ts";
import { webhook } from "./webhook.ts";

export { createSmtpMailer, mailerSettings, type MailerEnv, type MailerSettings } from "./mailer.ts";
export { createTwilio, twilioSettings, type TwilioSettings } from "./twilio.ts";
export { runChannels, type RunningChannels } from "./running.ts";

export type { MailSettings } from "./mail.ts";
export type { Publish, WebEvent } from "./web.ts";
export type { WebhookBody, WebhookSettings } from "./webhook.ts";

/** Every channel that we ship; a new one is one line here and passes test/contracts/channels.test.ts. */
export function createChannels(options: { publish: Publish }): Channel[] {
  return [createWebChannel(options), slack, webhook, mail];
}
