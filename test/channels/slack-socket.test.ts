import { afterEach, expect, test } from "vitest";
import { createSlackChannel, type RunningSlack } from "../../src/channels/slack/index.ts";
import type { ChannelHost } from "../../src/conversations/channel.ts";
import { eventually, startFakeSlack, type FakeSlack } from "../support/fake-slack.ts";
import { openSlack } from "./slack-desk.ts";

const cleanups: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

async function desk() {
  const opened = await openSlack("socket");
  cleanups.push(opened.close);
  return opened;
}

test.each([
  ["says goodbye", false],
  ["cuts the line", true],
])("when Slack %s, a new socket is opened and messages come through", async (_, rude) => {
  const { slack, received, says } = await desk();
  const [socket] = slack.sockets;
  socket?.close(rude);
  await eventually("a second socket", () => slack.sockets.size === 1 && !slack.sockets.has(socket as never));
  await eventually("its greeting", () => slack.calls("apps.connections.open").length === 2);
  expect((await says("still there?")).status).toBe(200);
  expect(received.map((one) => one.text)).toEqual(["still there?"]);
});

test("when Slack asks us to connect anew, we do", async () => {
  const { slack } = await desk();
  const [socket] = slack.sockets;
  socket?.send(JSON.stringify({ type: "disconnect", reason: "refresh_requested" }));
  await eventually("a second socket", () => slack.sockets.size === 1 && !slack.sockets.has(socket as never));
});

test("a refusal or an outage while connecting anew ends nothing: it is tried again", async () => {
  const { slack, logged } = await desk();
  slack.fault("apps.connections.open", { kind: "http", status: 500 }, { kind: "error", error: "invalid_auth" }, { kind: "cut" });
  const [socket] = slack.sockets;
  socket?.close(true);
  await eventually("a socket after three failures", () => slack.calls("apps.connections.open").length >= 5 && slack.sockets.size === 1, 15_000);
  expect(logged.filter((line) => line.message === "no socket to slack").length).toBe(3);
}, 20_000);

test("stop ends quickly, also when Slack does not say goodbye", async () => {
  const { running, slack } = await desk();
  const began = performance.now();
  await running.stop();
  expect(performance.now() - began).toBeLessThan(2000);
  await eventually("no socket", () => slack.sockets.size === 0);
});

function bareHost(slack: FakeSlack, settings: Record<string, string>): ChannelHost<Record<string, string>> {
  const refuse = async () => {
    throw new Error("not asked");
  };
  return {
    settings: { SLACK_BOT_TOKEN: slack.botToken, SLACK_API_URL: slack.url, ...settings },
    publicUrl: "http://localhost",
    receive: refuse,
    mount() {},
    staff: { claim: refuse, reply: refuse, acknowledge: refuse },
    log: { info() {}, warn() {}, error() {} },
  };
}

async function start(slack: FakeSlack, settings: Record<string, string>): Promise<RunningSlack> {
  const running = await createSlackChannel({ timeoutMs: 1000 }).start(bareHost(slack, settings));
  cleanups.push(() => running.stop());
  return running;
}

async function fake(): Promise<FakeSlack> {
  const slack = await startFakeSlack();
  cleanups.push(slack.close);
  return slack;
}

test("a token that Slack refuses stops the start, and the token is not in the words", async () => {
  const slack = await fake();
  const failed = start(slack, { SLACK_BOT_TOKEN: "xoxb-wrong", SLACK_SIGNING_SECRET: "s" });
  await expect(failed).rejects.toThrow("Slack refuses SLACK_BOT_TOKEN (invalid_auth)");
  await expect(start(slack, { SLACK_APP_TOKEN: "xapp-wrong" })).rejects.toThrow("invalid_auth");
});

test("Slack being away does not stop the start: we connect when it is back", async () => {
  const slack = await fake();
  slack.fault("auth.test", { kind: "http", status: 503 });
  slack.fault("apps.connections.open", { kind: "cut" });
  await start(slack, { SLACK_APP_TOKEN: slack.appToken });
  await eventually("a socket", () => slack.sockets.size === 1);
});
