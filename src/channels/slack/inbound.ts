import { z } from "zod";
import { MAX_TEXT_BYTES, type Inbound } from "../../conversations/channel.ts";
import type { Bot } from "./client.ts";
import type { Person } from "./people.ts";

/** The part of `message` and `app_mention` events that we read (docs.slack.dev/reference/events/message). */
const messageEvent = z.object({
  type: z.enum(["message", "app_mention"]),
  channel: z.string().min(1),
  channel_type: z.string().optional(),
  user: z.string().min(1),
  user_team: z.string().optional(),
  team: z.string().optional(),
  bot_id: z.string().nullish(),
  subtype: z.string().optional(),
  hidden: z.boolean().optional(),
  text: z.string().default(""),
  ts: z.string().min(1),
  thread_ts: z.string().optional(),
  files: z.array(z.object({ name: z.string().nullish() })).optional(),
});

/** Everything else is an edit, a deletion, a join, another bot: seen, never answered. */
const SPOKEN = new Set([undefined, "file_share", "thread_broadcast", "me_message"]);

export type Heard = Omit<Inbound, "sender"> & { user: string; userTeam: string };

/**
 * What a person said to us: a direct message, or one that mentions us. Undefined for all that is not meant for us.
 * A mention comes as two events; both give the same `externalId`, so it is one message.
 */
export function hear(body: { team_id?: string; event_id?: string }, event: unknown, bot: Bot): Heard | undefined {
  const parsed = messageEvent.safeParse(event);
  if (!parsed.success) return undefined;
  const message = parsed.data;
  if (message.bot_id || message.hidden || !SPOKEN.has(message.subtype)) return undefined;
  if (message.user === bot.userId || message.user === "USLACKBOT") return undefined;
  const mentioned = message.type === "app_mention" || message.text.includes(`<@${bot.userId}`);
  if (message.channel_type !== "im" && !mentioned) return undefined;
  const team = body.team_id ?? message.team ?? bot.team;
  return {
    thread: `${team}:${message.channel}:${message.thread_ts ?? message.ts}`,
    externalId: `${team}:${message.channel}:${message.ts}`,
    ...(body.event_id === undefined ? {} : { eventId: body.event_id }),
    text: cutToBytes(plainText(message.text, bot.userId, message.files ?? [])),
    user: message.user,
    userTeam: message.user_team ?? message.team ?? team,
  };
}

/** Adds who said it. The key is team and user: a Slack user's id alone is not unique in every installation. */
export function inbound(heard: Heard, person: Person): Inbound {
  const { user, userTeam, ...rest } = heard;
  return { ...rest, sender: { kind: "slack", key: `${userTeam}:${user}`, ...person } };
}

/** Where a reply goes; undefined when the thread is none of ours. */
export function threadOf(thread: string): { channel: string; thread: string } | undefined {
  const [, channel, ts, ...more] = thread.split(":");
  return channel && ts && more.length === 0 ? { channel, thread: ts } : undefined;
}

/** Slack's text as a person would type it: our own mention goes, links and names become words; files are named. */
function plainText(text: string, botUser: string, files: { name?: string | null | undefined }[]): string {
  const words = text
    .replace(new RegExp(`<@${botUser}(?:\\|[^>]*)?>[,:]?`, "g"), "")
    .replace(/<@(\w+)(?:\|([^>]*))?>/g, (_, id: string, name?: string) => `@${name || id}`)
    .replace(/<#(\w+)(?:\|([^>]*))?>/g, (_, id: string, name?: string) => `#${name || id}`)
    .replace(/<!date\^[^>|]*\|([^>]*)>/g, "$1")
    .replace(/<!(?:subteam\^)?(\w+)(?:\|([^>]*))?>/g, (_, id: string, name?: string) => name || `@${id}`)
    .replace(/<((?:https?|mailto|tel):[^>|]*)(?:\|([^>]*))?>/g, (_, url: string, label?: string) => showLink(url, label))
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .trim();
  const names = files.map((file) => `📎 ${file.name || "?"}`);
  return [words, ...names].filter((line) => line !== "").join("\n");
}

function showLink(url: string, label: string | undefined): string {
  if (!label || url.endsWith(label)) return label && url.startsWith("mailto:") ? label : url;
  return `${label} (${url})`;
}

const CUT = "\n[…]";

/** Slack takes 40,000 characters, we take less; what is cut is seen to be cut. */
function cutToBytes(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= MAX_TEXT_BYTES) return text;
  let end = MAX_TEXT_BYTES - Buffer.byteLength(CUT);
  while (((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1; // not within a character
  return bytes.subarray(0, end).toString() + CUT;
}
