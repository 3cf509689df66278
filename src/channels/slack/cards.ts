import type { types } from "@slack/bolt";
import type { AlertCard, EscalationCard } from "../../conversations/channel.ts";
import { alertText, escalationFacts, escalationTitle, oneLine, showTime } from "../cards.ts";
import { escapeText } from "./mrkdwn.ts";

/** The buttons' names; what they do is in staff.ts. */
export const CLAIM = "standin_claim";
export const ACKNOWLEDGE = "standin_acknowledge";
export const REPLY = "standin_reply";
export const OPEN = "standin_open";
/** The reply form, its input block and its input. */
export const REPLY_FORM = "standin_reply_form";
export const REPLY_BLOCK = "reply";
export const REPLY_INPUT = "text";

export type Shown = { text: string; blocks: types.KnownBlock[] };

/** An escalation in Block Kit. `text` is what notifications show. `acknowledgedBy`: who pressed the button just now. */
export function escalationCard(card: EscalationCard, acknowledgedBy?: string): Shown {
  const title = escalationTitle(card);
  const facts = escalationFacts(card).map((fact) => mrkdwn(`*${fact.label}*\n${escapeText(fact.value)}`, 2000));
  if (card.dueAt) facts.push(mrkdwn(`*Due*\n${localTime(card.dueAt)}`, 2000));
  const blocks: types.KnownBlock[] = [{ type: "header", text: { type: "plain_text", text: cut(title, 150) } }];
  if (card.question.trim() !== "") blocks.push(section(quote(card.question)));
  blocks.push({ type: "section", fields: facts });
  if (card.reasons.length > 0) blocks.push(section(card.reasons.map(reasonLine).join("\n")));
  if (acknowledgedBy) blocks.push({ type: "context", elements: [mrkdwn(`Acknowledged by ${escapeText(oneLine(acknowledgedBy))}`, 2000)] });
  blocks.push({ type: "actions", elements: buttons(card, acknowledgedBy !== undefined) });
  return { text: escapeText(title), blocks };
}

function buttons(card: EscalationCard, acknowledged: boolean): types.Button[] {
  const shown: types.Button[] = [];
  if (card.state === "open") shown.push(button(CLAIM, "Claim", card.id, "primary"));
  if (card.state === "open" && card.verdict === "overridden" && !acknowledged) shown.push(button(ACKNOWLEDGE, "Acknowledge", card.id));
  if (card.state === "open" || card.state === "claimed") shown.push(button(REPLY, "Reply", card.id));
  return [...shown, { ...button(OPEN, "Open in the console", card.id), url: card.url }];
}

function button(action: string, label: string, value: string, style?: "primary"): types.Button {
  return { type: "button", action_id: action, text: { type: "plain_text", text: label }, value, ...(style ? { style } : {}) };
}

export function alertCard(card: AlertCard): Shown {
  return {
    text: escapeText(oneLine(card.title)),
    blocks: [
      { type: "header", text: { type: "plain_text", text: cut(oneLine(card.title), 150) } },
      section(escapeText(alertText(card).replace(`${card.title}\n\n`, ""))),
    ],
  };
}

/** Where a form came from, kept by Slack while somebody writes. */
export type FormOrigin = { escalation: string; channel: string; ts: string };

export function replyForm(origin: FormOrigin): types.ModalView {
  return {
    type: "modal",
    callback_id: REPLY_FORM,
    private_metadata: JSON.stringify(origin),
    title: { type: "plain_text", text: "Reply" },
    submit: { type: "plain_text", text: "Send" },
    close: { type: "plain_text", text: "Cancel" },
    blocks: [
      {
        type: "input",
        block_id: REPLY_BLOCK,
        label: { type: "plain_text", text: "Message" },
        element: { type: "plain_text_input", action_id: REPLY_INPUT, multiline: true, max_length: 3000 },
      },
    ],
  };
}

function reasonLine(reason: { code: string; text: string }): string {
  return `• ${escapeText(oneLine(reason.text))} (\`${escapeText(oneLine(reason.code))}\`)`;
}

function quote(text: string): string {
  return escapeText(text.trim())
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
}

/** Slack shows it in the reader's own zone; elsewhere the words after the bar are shown. */
function localTime(at: string): string {
  const seconds = Math.floor(Date.parse(at) / 1000);
  if (!Number.isFinite(seconds)) return escapeText(at);
  return `<!date^${seconds}^{date_short_pretty} {time}|${showTime(at)}>`;
}

function section(text: string): types.SectionBlock {
  return { type: "section", text: mrkdwn(text, 3000) };
}

/** `verbatim`: Slack makes no links or mentions of what only looks like one. */
function mrkdwn(text: string, most: number): types.MrkdwnElement {
  return { type: "mrkdwn", text: cut(text, most), verbatim: true };
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
