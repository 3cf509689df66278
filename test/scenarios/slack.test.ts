import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eventually, startFakeSlack, type FakeSlack } from "../support/fake-slack.ts";
import { openHouse, type House } from "../support/house.ts";

// Two channels prove the port: the same turn, over the real Bolt and a Slack on this machine.

let slack: FakeSlack;
let house: House;
let where: string;
beforeEach(async () => {
  slack = await startFakeSlack();
  house = await openHouse({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.url,
    SLACK_STAFF_CHANNEL: "CSTAFF",
  });
  where = `${house.url}/slack/events`;
});
afterEach(async () => {
  await house.close();
  await slack.close();
});

const posted = (channel?: string) =>
  slack.messages.filter((message) => message.bot_id === slack.bot.botId && (channel === undefined || message.channel === channel));

describe("a direct message", () => {
  test("is answered in its thread, once, however often Slack delivers it", async () => {
    const event = slack.messageEvent({ text: "How do I take a hot backup?", channel: "D1" });
    for (const retryNum of [undefined, 1, 2])
      expect((await slack.sendEvent(where, event, { eventId: "Ev1", ...(retryNum ? { retryNum } : {}) })).status).toBe(200);
    await house.settle();
    expect(posted("D1")).toHaveLength(1);
    expect(posted("D1")[0]).toMatchObject({ thread_ts: event["ts"], text: expect.stringMatching(/^I'm Marla, Marlstone's AI assistant\./) });
    expect(await house.db.query("select channel, state from outbox where conversation is not null")).toEqual([{ channel: "slack", state: "delivered" }]);
  });

  test("that asks for a person reaches staff as a card; who claims it there is named, and the reply written there arrives", async () => {
    await house.staff("POST", "/customers", { externalId: "acme", name: "Acme", plan: "community", contacts: [] });
    await slack.sendEvent(where, slack.messageEvent({ text: "We found a vulnerability in your login page, attackers can read data", channel: "D1" }));
    await house.settle();
    const card = await eventually("a card", () => posted("CSTAFF")[0]);
    const buttons = JSON.stringify(card.blocks);
    expect(buttons).toContain("Claim");
    expect(buttons).toContain("Reply");
    const [open] = (await house.staff<{ items: { id: string; verdict: string; claimedBy: unknown }[] }>("GET", "/escalations")).items;
    expect(open?.verdict).toBe("overridden");
  });
});
