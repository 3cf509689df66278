import { z } from "zod";
import { Time } from "./shapes.ts";

/** Longest text of one message in UTF-8 bytes; more is answered 413. */
export const MAX_TEXT_BYTES = 16 * 1024;

export const Source = z.object({ title: z.string(), url: z.string() });
export type Source = z.infer<typeof Source>;

/** Who speaks from here on: the avatar, or a person by name. */
export const Mode = z.object({ mode: z.enum(["avatar", "human"]), name: z.string().optional() });
export type Mode = z.infer<typeof Mode>;

const Colour = z.string().regex(/^#[0-9a-f]{6}$/);
/** How the avatar's face is drawn: who it is, not what it shows. */
export const Face = z.object({
  skin: Colour,
  hair: z.enum(["none", "short", "bob", "long", "bun", "curls", "scarf"]),
  hairColour: Colour,
  clothes: z.enum(["jumper", "shirt", "hoodie", "blazer"]),
  clothesColour: Colour,
  glasses: z.enum(["none", "round", "square"]),
  background: Colour,
});
export type Face = z.infer<typeof Face>;
/** Who answers. `ai` is always true: it is never a person. */
export const Persona = z.object({ name: z.string(), ai: z.literal(true), face: Face });
export type Persona = z.infer<typeof Persona>;

/** `token`: the host's JWT. `session`: resumes one. Neither: an anonymous visitor. */
export const OpenSession = z.object({
  token: z.string().min(1).max(8192).optional(),
  session: z.string().min(1).max(512).optional(),
  locale: z.string().max(35).optional(),
  /** where the person lives, such as Europe/Lisbon: quiet hours are meant there. What is no time zone is left out of account */
  timeZone: z.string().max(64).optional(),
});
export type OpenSession = z.infer<typeof OpenSession>;

export const OpenedSession = z.object({
  /** the bearer token of this chat; lives 30 days */
  session: z.string(),
  conversation: z.string(),
  contact: z.object({ known: z.boolean() }),
  persona: z.object({ name: z.string(), ai: z.literal(true) }),
  /** who speaks now */
  mode: Mode,
});
export type OpenedSession = z.infer<typeof OpenedSession>;

/** A contact that the demo lets you chat as. `customer` and `plan` are for the picker. */
export const DemoContact = z.object({ id: z.string(), name: z.string(), customer: z.string(), plan: z.string() });
export type DemoContact = z.infer<typeof DemoContact>;
export const DemoContacts = z.object({ items: z.array(DemoContact) });
export type DemoContacts = z.infer<typeof DemoContacts>;
export const DemoTokenRequest = z.object({ contact: z.string().min(1).max(200) });
export type DemoTokenRequest = z.infer<typeof DemoTokenRequest>;
export const DemoToken = z.object({ token: z.string() });
export type DemoToken = z.infer<typeof DemoToken>;

/** May be named to be sure: another than the session's is answered 404. */
const OwnConversation = z.string().max(200).optional();

/** `id` is the client's own: the same again is the same message. */
export const SendMessage = z.object({ id: z.string().min(1).max(200), text: z.string(), conversation: OwnConversation });
export type SendMessage = z.infer<typeof SendMessage>;
export const SentMessage = z.object({ id: z.string(), seq: z.number().int() });
export type SentMessage = z.infer<typeof SentMessage>;

/** One thing said, as a customer sees it. */
export const ChatMessage = z.object({
  seq: z.number().int(),
  id: z.string(),
  from: z.enum(["contact", "avatar", "human", "notice"]),
  name: z.string(),
  text: z.string(),
  sources: z.array(Source),
  at: Time,
  /** ids of the messages that this one answers */
  inReplyTo: z.array(z.string()),
  /** the avatar could not give what was asked for; said once, with the live event, for its face to show */
  sorry: z.literal(true).optional(),
});
export type ChatMessage = z.infer<typeof ChatMessage>;

/** `after`: the last seq that the client has. */
export const AfterSeq = z.object({
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  conversation: OwnConversation,
});
export type AfterSeq = z.infer<typeof AfterSeq>;

/** `next`: what to pass as `after` for more; null when that was all. */
export const ChatMessages = z.object({ items: z.array(ChatMessage), next: z.number().int().nullable() });
export type ChatMessages = z.infer<typeof ChatMessages>;

/** Somebody writes. `from` and `name` say who, where it is known. */
export const Typing = z.object({ from: z.enum(["avatar", "human"]).optional(), name: z.string().optional() });
export type Typing = z.infer<typeof Typing>;

/** A provisional piece of a reply: `offset` counts UTF-16 units of the draft. `replyTo`: the last message covered. */
export const Delta = z.object({ replyTo: z.string(), draft: z.string(), offset: z.number().int(), text: z.string() });
export type Delta = z.infer<typeof Delta>;

/** Takes a draft back: forget all its deltas. */
export const Discard = z.object({ replyTo: z.string(), draft: z.string() });
export type Discard = z.infer<typeof Discard>;

/** `mode` as an event: it has a place in the order of things said. */
export const ModeChange = Mode.extend({ seq: z.number().int().optional() });
export type ModeChange = z.infer<typeof ModeChange>;

/** The server-sent events of a chat by their `event:` name. Only `message` and `mode` carry an `id:` (the seq). */
export const ChatEvents = z.object({ typing: Typing, delta: Delta, discard: Discard, message: ChatMessage, mode: ModeChange });
export type ChatEvents = z.infer<typeof ChatEvents>;

/** As the live bus carries them: `type` is the event's name, `seq` is there for what has an `id:`. */
export type ChatEvent =
  | ({ type: "typing" } & Typing)
  | ({ type: "delta" } & Delta)
  | ({ type: "discard" } & Discard)
  | ({ type: "message" } & ChatMessage)
  | ({ type: "mode"; seq: number } & Mode);
/** What has a place in the order of things said, and so is never missed. */
export type LastingEvent = Extract<ChatEvent, { type: "message" | "mode" }>;
