import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { createSlackChannel } from "../../src/channels/slack/index.ts";
import type { Accepted, AlertCard, ChatItem, Envelope, EscalationCard, Inbound, StaffActions, StaffActor } from "../../src/conversations/channel.ts";
import { eventually, startFakeSlack, type Where } from "../support/fake-slack.ts";

/** One line that the channel logged. */
export type Logged = { level: string; fields: Record<string, unknown>; message: string };

/** A receive that records, deduplicates like the real one, and can be held up or broken. */
export function recordingReceive() {
  const received: Inbound[] = [];
  const seen = new Map<string, Accepted>();
  let gate: Promise<void> | undefined;
  let broken = false;
  return {
    /** each distinct message, in the order of acceptance */
    received,
    async receive(inbound: Inbound): Promise<Accepted> {
      if (gate) await gate;
      if (broken) throw new Error("the database is away");
      const known = seen.get(inbound.externalId);
      if (known) return { ...known, repeated: true };
      received.push(inbound);
      const accepted = { conversation: `cnv_${inbound.thread}`, message: `msg_${inbound.externalId}`, seq: received.length, repeated: false };
      seen.set(inbound.externalId, accepted);
      return accepted;
    },
    hold(): () => void {
      let open = () => {};
      gate = new Promise((resolve) => (open = resolve));
      return () => {
        gate = undefined;
        open();
      };
    },
    fail(on: boolean) {
      broken = on;
    },
  };
}

export type SlackDesk = Awaited<ReturnType<typeof openSlack>>;

/** The real Slack channel on the real Bolt, against the fake Slack, with a staff that records. */
export async function openSlack(mode: "http" | "socket", options: { staff?: Partial<StaffActions>; timeoutMs?: number; staffChannel?: string } = {}) {
  const slack = await startFakeSlack();
  const inbox = recordingReceive();
  const acts: { act: string; escalation: string; actor: StaffActor; text?: string }[] = [];
  const logged: Logged[] = [];
  let handler: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
  const server = createServer((request, response) => {
    if (request.url === "/slack/events" && handler) handler(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  function log(level: string) {
    return (fields: Record<string, unknown>, message: string) => void logged.push({ level, fields, message });
  }
  const channel = createSlackChannel({ timeoutMs: options.timeoutMs ?? 2000 });
  const running = await channel.start({
    settings: {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_API_URL: slack.url,
      SLACK_STAFF_CHANNEL: options.staffChannel ?? "CSTAFF",
      ...(mode === "socket" ? { SLACK_APP_TOKEN: slack.appToken } : { SLACK_SIGNING_SECRET: slack.signingSecret }),
    },
    publicUrl,
    receive: inbox.receive,
    mount: (path, mounted) => {
      if (path === "/slack/events") handler = mounted;
    },
    staff: {
      async claim(escalation, actor) {
        acts.push({ act: "claim", escalation, actor });
        return (await options.staff?.claim?.(escalation, actor)) ?? card({ id: escalation, state: "claimed", claimedBy: actor.name });
      },
      async reply(escalation, text, actor) {
        acts.push({ act: "reply", escalation, text, actor });
        return (await options.staff?.reply?.(escalation, text, actor)) ?? card({ id: escalation, state: "claimed", claimedBy: actor.name });
      },
      async acknowledge(escalation, actor) {
        acts.push({ act: "acknowledge", escalation, actor });
        return (await options.staff?.acknowledge?.(escalation, actor)) ?? card({ id: escalation, verdict: "overridden" });
      },
    },
    log: { info: log("info"), warn: log("warn"), error: log("error") },
  });
  const where: Where = mode === "socket" ? "socket" : `${publicUrl}/slack/events`;
  if (mode === "socket") await eventually("a socket", () => slack.sockets.size > 0);
  return {
    slack,
    inbox,
    received: inbox.received,
    acts,
    logged,
    running,
    where,
    /** A person writes; sent as Slack sends it. */
    says: (text: string, more: { user?: string; channel?: string; thread?: string; mention?: boolean } = {}) =>
      slack.sendEvent(where, slack.messageEvent({ text, ...more })),
    posted: () => slack.messages.filter((message) => message.bot_id === slack.bot.botId),
    async close() {
      await running.stop();
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
      await slack.close();
    },
  };
}

export function item(text: string, more: Partial<ChatItem> = {}): ChatItem {
  return { seq: 1, id: "msg_1", from: "avatar", name: "Stan", text, sources: [], at: "2026-11-22T09:00:00.000Z", inReplyTo: [], ...more };
}

export function reply(thread: string, text: string, more: { id?: string; item?: Partial<ChatItem> } = {}): Envelope {
  return { kind: "reply", id: more.id ?? "dlv_1", conversation: "cnv_1", thread, item: item(text, more.item) };
}

export function card(more: Partial<EscalationCard> = {}): EscalationCard {
  return {
    id: "esc_1",
    acknowledgedBy: null,
    at: "2026-11-22T09:00:00.000Z",
    verdict: "granted",
    class: "request",
    state: "open",
    customer: { id: "cus_1", name: "Acme & Söhne" },
    contact: { id: "con_1", name: "Ana" },
    conversation: "cnv_1",
    question: "May I speak to a person? <!channel>",
    reasons: [{ code: "budget_covers", text: "The budget covers it." }],
    estimate: { amount: "25.000000", currency: "EUR" },
    payer: "customer/cus_1/budget",
    dueAt: "2026-11-26T09:00:00.000Z",
    claimedBy: null,
    url: "https://desk.example.com/console/escalations/esc_1",
    reminder: 0,
    look: false,
    ...more,
  };
}

export function alert(more: Partial<AlertCard> = {}): AlertCard {
  return {
    id: "alr_1",
    rule: "calls_per_week",
    title: "Acme calls often",
    text: "4 episodes in 7 days.",
    url: "https://desk.example.com/console/alerts/alr_1",
    at: "2026-11-22T09:00:00.000Z",
    data: { episodes: 4 },
    ...more,
  };
}
