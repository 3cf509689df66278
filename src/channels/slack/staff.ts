import type { App, BlockAction, types, ViewSubmitAction } from "@slack/bolt";
import { StaffRefused, type ChannelLog, type EscalationCard, type StaffActions, type StaffActor } from "../../conversations/channel.ts";
import { ACKNOWLEDGE, CLAIM, escalationCard, OPEN, REPLY, REPLY_BLOCK, REPLY_FORM, REPLY_INPUT, replyForm, type FormOrigin } from "./cards.ts";
import { judge, type WebClient } from "./client.ts";
import type { People } from "./people.ts";

export type StaffDesk = {
  client: WebClient;
  people: People;
  staff: StaffActions;
  /** the staff channel's id, or its name with or without "#" */
  staffChannel: string | undefined;
  log: ChannelLog;
};

/** The buttons and the form of a card. Only clicks in the staff channel count: whoever is in there is staff. */
export function registerStaffActions(app: App, desk: StaffDesk): void {
  app.action<BlockAction>(CLAIM, async ({ body, ack }) => {
    const place = placeOf(body, desk);
    if (place) await act(desk, body, place, (actor) => desk.staff.claim(place.escalation, actor), ack);
  });
  app.action<BlockAction>(ACKNOWLEDGE, async ({ body, ack }) => {
    const place = placeOf(body, desk);
    if (place) await act(desk, body, place, (actor) => desk.staff.acknowledge(place.escalation, actor), ack, true);
  });
  app.action<BlockAction>(REPLY, async ({ body, ack }) => {
    await ack();
    const place = placeOf(body, desk);
    if (place) await desk.client.views.open({ trigger_id: body.trigger_id, view: replyForm(place) });
  });
  app.action<BlockAction>(OPEN, async ({ ack }) => ack()); // a link: Slack opens it and tells us
  const submit = submitOnce(desk);
  app.view<ViewSubmitAction>(REPLY_FORM, async ({ body, ack }) => submit(body, ack));
}

/** Which card was clicked; undefined when the click does not come from the staff channel. */
function placeOf(body: BlockAction, desk: StaffDesk): FormOrigin | undefined {
  const action = body.actions[0];
  const escalation = action?.type === "button" ? action.value : undefined;
  const { channel, message } = body;
  const wanted = desk.staffChannel?.replace(/^#/, "");
  if (wanted === undefined || !channel || (channel.id !== wanted && channel.name !== wanted)) {
    desk.log.warn({}, "a staff button was pressed outside the staff channel");
    return undefined;
  }
  return escalation && message ? { escalation, channel: channel.id, ts: message.ts } : undefined;
}

async function act(
  desk: StaffDesk,
  body: BlockAction,
  place: FormOrigin,
  work: (actor: StaffActor) => Promise<EscalationCard>,
  ack: () => Promise<void>,
  acknowledges = false,
): Promise<void> {
  const actor = await actorOf(desk, body);
  try {
    const card = await work(actor);
    await ack();
    await update(desk, place, card, acknowledges ? actor.name : undefined);
  } catch (error) {
    if (!(error instanceof StaffRefused)) throw error;
    await ack();
    await desk.client.chat.postEphemeral({ channel: place.channel, user: body.user.id, text: error.message });
  }
}

type FormAck = (answer?: { response_action: "errors"; errors: Record<string, string> }) => Promise<void>;

const REMEMBERED_FORMS = 500;

/**
 * The reply form. When our answer to a form comes too late, Slack lets the person press "Send" again; the form's id
 * stays the same, so a second press of the same text waits for the first and is not sent twice.
 */
function submitOnce(desk: StaffDesk) {
  const sent = new Map<string, Promise<EscalationCard>>();
  return async (body: ViewSubmitAction, ack: FormAck): Promise<void> => {
    const origin = JSON.parse(body.view.private_metadata) as FormOrigin;
    const text = body.view.state.values[REPLY_BLOCK]?.[REPLY_INPUT]?.value ?? "";
    const key = `${body.view.id}\n${text}`;
    let sending = sent.get(key);
    if (!sending) {
      sending = actorOf(desk, body).then((actor) => desk.staff.reply(origin.escalation, text, actor));
      if (sent.size >= REMEMBERED_FORMS) sent.delete(sent.keys().next().value as string);
      sent.set(key, sending);
    }
    try {
      const card = await sending;
      await ack();
      await update(desk, origin, card);
    } catch (error) {
      sent.delete(key);
      if (!(error instanceof StaffRefused)) throw error;
      await ack({ response_action: "errors", errors: { [REPLY_BLOCK]: error.message } });
    }
  };
}

async function actorOf(desk: StaffDesk, body: BlockAction | ViewSubmitAction): Promise<StaffActor> {
  const team = body.user.team_id ?? body.team?.id ?? "";
  const { name } = await desk.people.lookUp(body.user.id);
  return { id: `slack:${team}:${body.user.id}`, name: name ?? body.user.name ?? body.user.id };
}

/** The work is done and stored; a card that cannot be redrawn is only out of date. */
async function update(desk: StaffDesk, place: FormOrigin, card: EscalationCard, acknowledgedBy?: string): Promise<void> {
  const shown: { text: string; blocks: types.KnownBlock[] } = escalationCard(card, acknowledgedBy);
  try {
    await desk.client.chat.update({ channel: place.channel, ts: place.ts, ...shown });
  } catch (error) {
    desk.log.warn({ error: judge(error).error }, "an escalation card could not be redrawn");
  }
}
