import { afterEach, describe, expect, test } from "vitest";
import { StaffRefused, type StaffActions } from "../../src/conversations/channel.ts";
import { eventually, type StoredMessage } from "../support/fake-slack.ts";
import { alert, card, openSlack, type SlackDesk } from "./slack-desk.ts";

const opened: SlackDesk[] = [];
afterEach(async () => {
  for (const desk of opened.splice(0)) await desk.close();
});

type Options = { mode?: "http" | "socket"; staff?: Partial<StaffActions>; staffChannel?: string };

async function openWithCard(more: Parameters<typeof card>[0] = {}, { mode = "http", ...options }: Options = {}) {
  const desk = await openSlack(mode, options);
  opened.push(desk);
  await desk.running.deliver({ kind: "escalation", id: "dlv_e", card: card(more) });
  const message = desk.posted().at(-1) as StoredMessage;
  return { desk, message };
}

function buttons(message: StoredMessage): string[] {
  const actions = message.blocks?.find((block) => block.type === "actions")?.elements ?? [];
  return actions.map((element) => (element["text"] as { text: string }).text);
}

/** All words of a card. */
const words = (message: StoredMessage): string => JSON.stringify(message.blocks);

describe("the card", () => {
  test("says who, what, why, what it costs and by when, and leads to the console", async () => {
    const { message } = await openWithCard({ verdict: "overridden", class: "data_loss", reminder: 2 });
    expect(message.channel).toBe("CSTAFF");
    expect(message.text).toBe("Overridden, data loss: Acme &amp; Söhne (asked again, 2)");
    const shown = words(message);
    for (const part of [
      "Acme &amp; Söhne (cus_1)",
      "Ana",
      "May I speak to a person?",
      "&lt;!channel&gt;",
      "The budget covers it.",
      "budget_covers",
      "25.00 EUR",
      "customer/cus_1/budget",
      "<!date^1795683600^",
      "2026-11-26 09:00 UTC",
      "https://desk.example.com/console/escalations/esc_1",
    ])
      expect(shown).toContain(part);
    expect(shown).not.toContain("<!channel>");
    expect(buttons(message)).toEqual(["Claim", "Acknowledge", "Reply", "Open in the console"]);
  });

  test.each([
    [{ verdict: "granted" as const }, ["Claim", "Reply", "Open in the console"]],
    [{ state: "claimed" as const, claimedBy: "Mara" }, ["Reply", "Open in the console"]],
    [{ state: "resolved" as const }, ["Open in the console"]],
  ])("has the buttons that make sense: %j", async (more, expected) => {
    const { message } = await openWithCard(more);
    expect(buttons(message)).toEqual(expected);
  });

  test("keeps to Slack's limits whatever it is given", async () => {
    const { message } = await openWithCard({ question: "<&>".repeat(3000), customer: { id: "cus_1", name: "x".repeat(500) } });
    for (const block of message.blocks as unknown as { type: string; text?: { text: string } }[]) {
      expect(block.text?.text.length ?? 0).toBeLessThanOrEqual(block.type === "header" ? 150 : 3000);
    }
  });

  test("an alert is a plain card", async () => {
    const { desk } = await openWithCard();
    expect(await desk.running.deliver({ kind: "alert", id: "dlv_a", card: alert() })).toMatchObject({ state: "delivered" });
    const message = desk.posted().at(-1) as StoredMessage;
    expect(message.text).toBe("Acme calls often");
    for (const part of ["4 episodes in 7 days.", "calls_per_week", "https://desk.example.com/console/alerts/alr_1"]) expect(words(message)).toContain(part);
  });

  test("without a staff channel nothing is pretended", async () => {
    const { desk } = await openWithCard({}, { staffChannel: "" });
    expect(await desk.running.deliver({ kind: "escalation", id: "dlv_e", card: card() })).toEqual({ state: "failed", error: "no_staff_channel" });
  });
});

describe.each(["http", "socket"] as const)("the buttons (%s)", (mode) => {
  test("Claim claims in the presser's name and redraws the card", async () => {
    const { desk, message } = await openWithCard({}, { mode });
    expect((await desk.slack.action(desk.where, { actionId: "standin_claim", message })).status).toBe(200);
    expect(desk.acts).toEqual([{ act: "claim", escalation: "esc_1", actor: { id: "slack:T1:U1", name: "Ana" } }]);
    await eventually("the card is redrawn", () => words(message).includes("Claimed by"));
    expect(buttons(message)).toEqual(["Reply", "Open in the console"]);
  });

  test("Acknowledge is kept on the card by name", async () => {
    const { desk, message } = await openWithCard({ verdict: "overridden" }, { mode });
    await desk.slack.action(desk.where, { actionId: "standin_acknowledge", message });
    await eventually("the card is redrawn", () => words(message).includes("Acknowledged by Ana"));
    expect(desk.acts.map((act) => act.act)).toEqual(["acknowledge"]);
    expect(buttons(message)).toEqual(["Claim", "Reply", "Open in the console"]);
  });

  test("Reply opens a form; what is written in it is sent, the form closes, the card is redrawn", async () => {
    const { desk, message } = await openWithCard({}, { mode });
    await desk.slack.action(desk.where, { actionId: "standin_reply", message });
    const [opening] = await eventually("the form", () => desk.slack.calls("views.open").length > 0 && desk.slack.calls("views.open"));
    const view = opening?.args["view"] as Record<string, unknown>;
    const answer = await desk.slack.submitView(desk.where, { view, text: "I look at it now." });
    expect(answer.status).toBe(200);
    expect(answer.body).not.toContain("errors");
    expect(desk.acts).toEqual([{ act: "reply", escalation: "esc_1", text: "I look at it now.", actor: { id: "slack:T1:U1", name: "Ana" } }]);
    await eventually("the card is redrawn", () => words(message).includes("Claimed by"));
  });

  test("a refusal is told to the presser alone; in the form it stands beside the field", async () => {
    const refuse = async () => {
      throw new StaffRefused("held", "Mara holds this one.");
    };
    const { desk, message } = await openWithCard({}, { mode, staff: { claim: refuse, reply: refuse } });
    expect((await desk.slack.action(desk.where, { actionId: "standin_claim", message })).status).toBe(200);
    const [told] = await eventually("the refusal", () => desk.slack.calls("chat.postEphemeral").length > 0 && desk.slack.calls("chat.postEphemeral"));
    expect(told?.args).toMatchObject({ channel: "CSTAFF", user: "U1", text: "Mara holds this one." });
    await desk.slack.action(desk.where, { actionId: "standin_reply", message });
    const [opening] = await eventually("the form", () => desk.slack.calls("views.open").length > 0 && desk.slack.calls("views.open"));
    const answer = await desk.slack.submitView(desk.where, { view: opening?.args["view"] as Record<string, unknown>, text: "hi" });
    expect(JSON.parse(answer.body)).toEqual({ response_action: "errors", errors: { reply: "Mara holds this one." } });
  });
});

describe("who may press", () => {
  test("a click outside the staff channel does nothing", async () => {
    const { desk, message } = await openWithCard();
    const elsewhere = { id: "C1", name: "general" };
    for (const actionId of ["standin_claim", "standin_reply"]) await desk.slack.action(desk.where, { actionId, message, channel: elsewhere });
    expect(desk.acts).toEqual([]);
    expect(desk.slack.calls("views.open")).toEqual([]);
  });

  test("the staff channel may be set by its name", async () => {
    const { desk, message } = await openWithCard({}, { staffChannel: "#staff" });
    await desk.slack.action(desk.where, { actionId: "standin_claim", message });
    expect(desk.acts).toHaveLength(1);
  });

  test("an unsigned click does nothing", async () => {
    const { desk, message } = await openWithCard();
    const answer = await desk.slack.action(
      desk.where,
      { actionId: "standin_claim", message },
      { tamper: ({ headers }) => delete headers["x-slack-signature"] },
    );
    expect(answer.status).toBe(401);
    expect(desk.acts).toEqual([]);
  });

  test("the same form sent twice replies once; after an error it may be sent again", async () => {
    let broken = true;
    const { desk, message } = await openWithCard(
      {},
      {
        staff: {
          async reply() {
            if (broken) throw new Error("the database is away");
            return card();
          },
        },
      },
    );
    await desk.slack.action(desk.where, { actionId: "standin_reply", message });
    const [opening] = await eventually("the form", () => desk.slack.calls("views.open").length > 0 && desk.slack.calls("views.open"));
    const form = { view: opening?.args["view"] as Record<string, unknown>, text: "hello", viewId: "V77" };
    expect((await desk.slack.submitView(desk.where, form)).status).toBe(503);
    broken = false;
    expect((await desk.slack.submitView(desk.where, form)).status).toBe(200);
    expect((await desk.slack.submitView(desk.where, form)).status).toBe(200);
    expect(desk.acts.filter((act) => act.act === "reply")).toHaveLength(2); // one that failed, one that was done
  });

  test("a card that cannot be redrawn does not undo what was done", async () => {
    const { desk, message } = await openWithCard();
    desk.slack.fault("chat.update", { kind: "error", error: "message_not_found" });
    expect((await desk.slack.action(desk.where, { actionId: "standin_claim", message })).status).toBe(200);
    expect(desk.acts).toHaveLength(1);
  });
});
