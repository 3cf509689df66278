import type { App, Receiver } from "@slack/bolt";
import { z } from "zod";
import type { Channel, ChannelHost, Delivered, Envelope, RunningChannel } from "../../conversations/channel.ts";
import { alertCard, escalationCard } from "./cards.ts";
import { boltLogger, clientOptions, judge, whoAmI, type Bolt, type Bot, type WebClient } from "./client.ts";
import { hear, inbound, threadOf } from "./inbound.ts";
import { replyText, splitText } from "./mrkdwn.ts";
import { createPeople, type People } from "./people.ts";
import { createPoster, type Part, type Target } from "./post.ts";
import { httpReceiver } from "./receiver-http.ts";
import { socketReceiver } from "./receiver-socket.ts";
import { registerStaffActions } from "./staff.ts";

const setting = z
  .string()
  .trim()
  .transform((value) => (value === "" ? undefined : value))
  .optional();

const env = z.object({
  SLACK_BOT_TOKEN: setting,
  SLACK_SIGNING_SECRET: setting,
  SLACK_APP_TOKEN: setting,
  SLACK_API_URL: setting.pipe(z.url({ protocol: /^https?$/ }).optional()),
  SLACK_STAFF_CHANNEL: setting,
});

export type SlackSettings = z.infer<typeof env>;
type Host = ChannelHost<SlackSettings>;

/** Slack by Bolt: Socket Mode with an app token, else signed HTTP at /slack/events. */
export const slack = createSlackChannel();

/** `timeoutMs`: how long a call to Slack may take before its answer counts as lost. */
export function createSlackChannel({ timeoutMs = 8_000 } = {}): SlackChannel {
  return {
    name: "slack",
    capabilities: { contacts: true, staff: true, sources: true, mode: false },
    env,
    enabled: ({ SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET }) =>
      SLACK_BOT_TOKEN !== undefined && (SLACK_APP_TOKEN !== undefined || SLACK_SIGNING_SECRET !== undefined),
    start: (host) => start(host, timeoutMs),
  };
}

type SlackChannel = Omit<Channel<SlackSettings>, "start"> & { start(host: Host): Promise<RunningSlack> };

/** `uncertain`: an earlier attempt's end is not known (its process died), so Slack is asked before anything is posted. */
export interface RunningSlack extends RunningChannel {
  deliver(envelope: Envelope, attempt?: { uncertain: boolean }): Promise<Delivered>;
}

async function start(host: Host, timeoutMs: number): Promise<RunningSlack> {
  const bolt: Bolt = await import("@slack/bolt"); // heavy: loaded when Slack is switched on
  const logger = boltLogger(bolt, host.log);
  const { SLACK_BOT_TOKEN: token, SLACK_API_URL: apiUrl, SLACK_STAFF_CHANNEL: staffChannel } = host.settings;
  const client = new bolt.webApi.WebClient(token, clientOptions(logger, timeoutMs, apiUrl));
  const me = whoAmI(client);
  await checkToken(me, host);
  const receiver = createReceiver(bolt, host, clientOptions(logger, timeoutMs, apiUrl));
  const app = new bolt.App({
    receiver,
    logger,
    clientOptions: clientOptions(logger, timeoutMs, apiUrl),
    convoStore: false,
    // A failure to learn who we are rejects here, so the event is not acknowledged and comes again.
    authorize: async () => {
      const { userId, botId } = await me();
      return { botToken: token as string, botUserId: userId, ...(botId ? { botId } : {}) };
    },
  });
  app.error(async (error) => {
    throw error; // not handled here: an event that failed must not be acknowledged
  });
  const people = createPeople(client, host.log);
  const underWay = tracker();
  listen(app, host, me, people, underWay.track);
  registerStaffActions(app, { client, people, staff: host.staff, staffChannel, log: host.log });
  await receiver.start();
  return running(receiver, client, host, underWay);
}

/** A token that Slack refuses is the owner's to mend; Slack being away is not, so we start and learn later who we are. */
async function checkToken(me: () => Promise<Bot>, host: Host): Promise<void> {
  try {
    await me();
  } catch (error) {
    const trouble = judge(error);
    if (trouble.kind === "refused") throw new Error(`Slack refuses SLACK_BOT_TOKEN (${trouble.error})`, { cause: error });
    host.log.warn({ error: trouble.error }, "slack does not answer yet");
  }
}

function createReceiver(bolt: Bolt, host: Host, options: ReturnType<typeof clientOptions>): Receiver {
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = host.settings;
  if (appToken) return socketReceiver({ bolt, appToken, clientOptions: options, log: host.log });
  if (!signingSecret) throw new Error("Slack over HTTP needs SLACK_SIGNING_SECRET");
  return httpReceiver({ signingSecret, log: host.log, mount: (handler) => host.mount("/slack/events", handler) });
}

type Track = <T>(work: Promise<T>) => Promise<T>;

/** Messages → receive, in the order of their arrival per thread, whoever has to be looked up first. */
function listen(app: App, host: Host, me: () => Promise<Bot>, people: People, track: Track): void {
  const inOrder = queuePerKey();
  async function take(body: { team_id?: string; event_id?: string }, event: unknown): Promise<void> {
    const heard = hear(body, event, await me());
    if (!heard) return;
    await inOrder(heard.thread, async () => {
      await host.receive(inbound(heard, await people.lookUp(heard.user)));
    });
  }
  app.event("message", ({ body, event }) => track(take(body, event)));
  app.event("app_mention", ({ body, event }) => track(take(body, event)));
}

function running(receiver: Receiver, client: WebClient, host: Host, underWay: ReturnType<typeof tracker>): RunningSlack {
  const poster = createPoster(client, host.log);
  let stopped = false;
  return {
    async deliver(envelope, attempt) {
      if (stopped) return { state: "retry", error: "stopped" };
      const message = messageOf(envelope, host.settings.SLACK_STAFF_CHANNEL);
      if ("state" in message) return message;
      return underWay.track(poster.post(message.parts, message.target, attempt?.uncertain ?? false));
    },
    async stop() {
      stopped = true;
      await receiver.stop();
      await underWay.settled();
    },
  };
}

/** An envelope as messages and the place they go to, or the outcome where there is nothing to post. */
function messageOf(envelope: Envelope, staffChannel: string | undefined): { parts: Part[]; target: Target } | Delivered {
  if (envelope.kind === "mode") return { state: "delivered" }; // not shown here: who holds the conversation is said in words
  if (envelope.kind === "reply") {
    const target = threadOf(envelope.thread);
    if (!target) return { state: "failed", error: "thread_not_found" };
    return { parts: replyParts(envelope.id, replyText(envelope.item)), target };
  }
  if (!staffChannel) return { state: "failed", error: "no_staff_channel" };
  const shown = envelope.kind === "escalation" ? escalationCard(envelope.card) : alertCard(envelope.card);
  return { parts: [{ id: envelope.id, event: `standin_${envelope.kind}`, ...shown }], target: { channel: staffChannel } };
}

function replyParts(id: string, text: string): Part[] {
  const texts = splitText(text);
  return texts.map((part, index) => ({ id: texts.length === 1 ? id : `${id}#${index + 1}`, event: "standin_reply", text: part }));
}

function tracker() {
  const all = new Set<Promise<unknown>>();
  function track<T>(work: Promise<T>): Promise<T> {
    all.add(work);
    return work.finally(() => all.delete(work));
  }
  return { track, settled: () => Promise.allSettled(all) };
}

/** Runs work with the same key one after the other; a failure does not hold up what follows. */
function queuePerKey(): (key: string, work: () => Promise<void>) => Promise<void> {
  const tails = new Map<string, Promise<void>>();
  return (key, work) => {
    const mine = (tails.get(key) ?? Promise.resolve()).then(work, work);
    tails.set(key, mine);
    return mine.finally(() => {
      if (tails.get(key) === mine) tails.delete(key);
    });
  };
}
