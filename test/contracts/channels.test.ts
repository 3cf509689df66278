import { afterEach, describe, expect, test } from "vitest";
import { createChannels, type WebEvent } from "../../src/channels/index.ts";
import type { Envelope, Inbound, RunningChannel } from "../../src/conversations/channel.ts";
import { item, openSlack, reply } from "../channels/slack-desk.ts";

/**
 * What every channel that takes replies to contacts must keep. A new channel adds a harness here; the first test
 * fails until it has one.
 */
type Harness = {
  running: RunningChannel;
  /** a thread that exists, to reply to */
  thread(): Promise<string>;
  /** all that contacts see, as text, in order */
  shown(): string[];
  /** none where the house's own HTTP routes are the way in */
  way: WayIn | undefined;
  close(): Promise<void>;
};
type WayIn = {
  received: Inbound[];
  /** a person writes; resolves with whether it was acknowledged */
  says(text: string, user?: string): Promise<boolean>;
  /** the channel's server sends the last event again, with another event id if `anew` */
  again(anew?: boolean): Promise<boolean>;
  /** our own last message comes in as an event */
  hearsItself(): Promise<boolean>;
  hold(): () => void;
  fail(on: boolean): void;
  /** an event whose signature is wrong; none where a connection of our own carries no signatures */
  forged?: () => Promise<{ status: number; ms: number }>;
};

async function openSlackHarness(mode: "http" | "socket"): Promise<Harness> {
  const desk = await openSlack(mode);
  let last: Record<string, unknown> = {};
  async function send(event: Record<string, unknown>, eventId?: string, retryNum?: number): Promise<boolean> {
    last = event;
    const more = { ...(eventId ? { eventId } : {}), ...(retryNum ? { retryNum } : {}), patienceMs: mode === "socket" ? 800 : 4000 };
    return (await desk.slack.sendEvent(desk.where, event, more)).status === 200;
  }
  return {
    running: desk.running,
    async thread() {
      await send(desk.slack.messageEvent({ text: "hello" }));
      return desk.received.at(-1)?.thread ?? "";
    },
    shown: () => desk.posted().map((message) => message.text),
    way: {
      received: desk.received,
      says: (text, user = "U1") => send(desk.slack.messageEvent({ text, user, thread: "1700000000.000001" })),
      again: (anew = false) => send(last, anew ? "EvOther" : "EvSame", 1),
      async hearsItself() {
        const own = desk.posted().at(-1);
        return send({ type: "message", channel_type: "im", team: desk.slack.team, ...own, metadata: undefined });
      },
      hold: desk.inbox.hold,
      fail: desk.inbox.fail,
      ...(mode === "http"
        ? {
            forged: () =>
              desk.slack.sendEvent(desk.where, desk.slack.messageEvent({ text: "hi" }), {
                tamper: ({ headers }) => (headers["x-slack-signature"] = `v0=${"0".repeat(64)}`),
              }),
          }
        : {}),
    },
    close: desk.close,
  };
}

async function openWebHarness(): Promise<Harness> {
  const events: WebEvent[] = [];
  const web = createChannels({ publish: (_topic, event) => events.push(event) }).find((channel) => channel.name === "web");
  if (!web) throw new Error("no web channel");
  const nobody = async () => {
    throw new Error("the web channel asks nothing of the house");
  };
  const running = await web.start({
    settings: {},
    publicUrl: "http://localhost",
    receive: nobody,
    mount() {},
    staff: { claim: nobody, reply: nobody, acknowledge: nobody },
    log: { info() {}, warn() {}, error() {} },
  });
  return {
    running,
    thread: async () => "cnv_1",
    shown: () => events.flatMap((event) => (event.type === "message" ? [[event.text, ...event.sources.map((source) => source.url)].join("\n")] : [])),
    way: undefined,
    close: () => running.stop(),
  };
}

const harnesses: { channel: string; mode: string; open: () => Promise<Harness> }[] = [
  { channel: "web", mode: "live", open: openWebHarness },
  { channel: "slack", mode: "http", open: () => openSlackHarness("http") },
  { channel: "slack", mode: "socket", open: () => openSlackHarness("socket") },
];
const channels = createChannels({ publish() {} });

test("every channel for contacts has a harness here", () => {
  const wanted = channels.filter((channel) => channel.capabilities.contacts).map((channel) => channel.name);
  expect([...new Set(harnesses.map((harness) => harness.channel))].sort()).toEqual(wanted.sort());
});

test("without settings only the web is switched on", () => {
  const on = channels.filter((channel) => channel.enabled(channel.env.parse({})));
  expect(on.map((channel) => channel.name)).toEqual(["web"]);
});

describe.each(harnesses)("$channel ($mode)", ({ channel: name, open }) => {
  const opened: Harness[] = [];
  async function start(): Promise<Harness> {
    const harness = await open();
    opened.push(harness);
    return harness;
  }
  afterEach(async () => {
    for (const harness of opened.splice(0)) await harness.close();
  });
  const hasWayIn = name !== "web";
  // What a channel without a way in of its own cannot be asked is not asked.
  const testInbound: (name: string, work: () => Promise<void>) => void = hasWayIn ? test : () => undefined;

  test("replies arrive in their order, with their sources", async () => {
    const { running, thread, shown } = await start();
    const where = await thread();
    for (const n of [1, 2, 3]) {
      const sources = n === 2 ? [{ title: "Backup", url: "https://docs.example.com/backup" }] : [];
      expect(await running.deliver(reply(where, `answer ${n}`, { id: `dlv_${n}`, item: { sources } }))).toMatchObject({ state: "delivered" });
    }
    expect(shown()).toHaveLength(3);
    for (const [index, text] of shown().entries()) expect(text).toContain(`answer ${index + 1}`);
    expect(shown()[1]).toContain("https://docs.example.com/backup");
  });

  test("what cannot be shown degrades to text, and is no error", async () => {
    const { running, thread, shown } = await start();
    const where = await thread();
    const mode: Envelope = {
      kind: "mode",
      id: "dlv_m",
      conversation: "cnv_1",
      thread: where,
      seq: 2,
      mode: "human",
      at: "2026-11-22T09:00:00.000Z",
      name: "Mara",
    };
    expect(await running.deliver(mode)).toMatchObject({ state: "delivered" });
    const before = shown().length;
    const table = "| a | b |\n|---|---|\n| 1 | 2 |";
    expect(await running.deliver({ ...reply(where, table), item: item(table, { from: "notice" }) } as Envelope)).toMatchObject({ state: "delivered" });
    expect(shown()[before]).toContain("| 1 | 2 |");
    expect(shown().join()).not.toContain('{"');
  });

  testInbound("ids make the round trip: a reply to the thread that came in is posted there", async () => {
    const { running, way, thread, shown } = await start();
    const where = await thread();
    const [first] = way?.received ?? [];
    expect(first).toMatchObject({ thread: where, text: "hello", sender: { kind: name } });
    expect(first?.sender.key).toBeTruthy();
    expect(await running.deliver(reply(first?.thread ?? "", "hello yourself"))).toMatchObject({ state: "delivered" });
    expect(shown()).toHaveLength(1);
  });

  testInbound("it ignores itself", async () => {
    const { running, way, thread } = await start();
    await running.deliver(reply(await thread(), "I am an AI"));
    expect(await way?.hearsItself()).toBe(true);
    expect(way?.received).toHaveLength(1);
  });

  testInbound("a redelivery is the same message, whatever brings it", async () => {
    const { way } = await start();
    await way?.says("my question");
    expect(await way?.again()).toBe(true);
    expect(await way?.again(true)).toBe(true);
    expect(way?.received).toHaveLength(1);
  });

  testInbound("order is kept within a thread, also while people are looked up", async () => {
    const { way } = await start();
    const said = Array.from({ length: 12 }, async (_, n) => way?.says(`m${n}`, n % 3 === 0 ? `UNEW${n}` : "U1"));
    await Promise.all(said);
    expect(way?.received).toHaveLength(12);
    // Over HTTP requests may overtake each other on the way to us; one connection keeps their order.
    if (!way?.forged) expect(way?.received.map((one) => one.text)).toEqual(Array.from({ length: 12 }, (_, n) => `m${n}`));
  });

  testInbound("it is acknowledged after the commit, never before", async () => {
    const { way } = await start();
    const release = way?.hold();
    let acknowledged = false;
    const sending = way?.says("wait for it").then((ok) => (acknowledged = ok));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(acknowledged).toBe(false);
    release?.();
    await sending;
    expect(acknowledged).toBe(true);
    expect(way?.received).toHaveLength(1);
  });

  testInbound("what could not be stored is not acknowledged, and comes again", async () => {
    const { way } = await start();
    way?.fail(true);
    expect(await way?.says("the database is away")).toBe(false);
    way?.fail(false);
    expect(await way?.again()).toBe(true);
    expect(way?.received.map((one) => one.text)).toEqual(["the database is away"]);
  });

  testInbound("a commit that takes too long is not acknowledged, and made once all the same", async () => {
    const { way } = await start();
    const release = way?.hold();
    expect(await way?.says("slow")).toBe(false);
    release?.();
    expect(await way?.again()).toBe(true);
    expect(way?.received).toHaveLength(1);
  });

  testInbound("a wrong signature is refused within a second", async () => {
    const { way } = await start();
    if (!way?.forged) return;
    const answer = await way.forged();
    expect(answer.status).toBe(401);
    expect(answer.ms).toBeLessThan(1000);
    expect(way.received).toHaveLength(0);
  });
});
