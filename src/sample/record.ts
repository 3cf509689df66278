import type { Write } from "../platform/commit.ts";
import type { Ids } from "../platform/ids.ts";
import type { Contact, Customer } from "../customers/index.ts";
import { conversationWrite, messageWrite, outcomeWrite, turnWrite, type EpisodeRow, type MessageRow } from "./rows.ts";
import type { Story } from "./story.ts";

const TURN_TAKES = 120;
const CLAIMS_BEFORE = 90_000;
const RESOLVES_AFTER = 6 * 60_000;

/** What a conversation left behind, for its costs and its escalation. */
export type Recorded = {
  id: string;
  customer: Customer;
  contact: Contact;
  matter: EpisodeRow;
  story: Story;
  turns: { id: string; line: number; at: Date; startedAt: Date; heard: number }[];
  firstMessage: string;
  /** when the colleague took it, and when they were done */
  claimedAt: Date | null;
  resolvedAt: Date | null;
};

export type Recorder = {
  ids: Ids;
  avatar: string;
  rulebook: string;
  model: string;
  source: (page: string) => { title: string; url: string } | undefined;
};

/** The rows of a told story: messages in order, turns, one outcome for each message of the contact. */
// house: whole because a story is told from its first line to its last
export function record(rooms: Recorder, customer: Customer, contact: Contact, matter: EpisodeRow, story: Story): { recorded: Recorded; writes: Write[] } {
  const { ids, avatar, rulebook, model } = rooms;
  const id = ids.next("cv");
  const writes: Write[] = [];
  const turns: Recorded["turns"] = [];
  let seq = 0;
  let heard = 0;
  let inbound = 0;
  let mode = "avatar" as "avatar" | "human";
  let pending: { id: string; at: Date }[] = [];
  let claimedAt = null as Date | null;
  let resolvedAt = null as Date | null;
  let firstMessage = "";

  function say(row: Pick<MessageRow, "author" | "text" | "at"> & Partial<MessageRow>): string {
    const message = {
      id: ids.next("m"),
      conversation: id,
      seq: ++seq,
      name: null,
      model_text: null,
      sources: [],
      in_reply_to: [],
      customer: customer.id,
      contact: contact.id,
      episode: matter.id,
      turn: null,
      ...row,
    };
    writes.push(messageWrite(message));
    heard += row.text.length;
    return message.id;
  }
  function speaks(to: "avatar" | "human", at: Date): void {
    mode = to;
    say({ author: "mode", text: to, name: to === "human" ? story.human : null, at });
    if (to === "human") claimedAt ??= at;
    else resolvedAt = at;
  }
  function handed(message: string, at: Date): void {
    writes.push(outcomeWrite({ message, outcome: "human", turn: null, reply: null, at }));
  }
  function reply(line: number): void {
    const { text, page, at } = story.said[line] as Story["said"][number];
    const turn = ids.next("turn");
    const covers = pending.map((one) => one.id);
    const source = page === undefined ? undefined : rooms.source(page);
    const startedAt = new Date((pending.at(-1)?.at ?? at).getTime() + TURN_TAKES);
    turns.push({ id: turn, line, at, startedAt, heard });
    const said = say({ author: "avatar", name: avatar, text, model_text: text, sources: source ? [source] : [], in_reply_to: covers, turn, at });
    writes.push(
      turnWrite({
        id: turn,
        conversation: id,
        fence: turns.length,
        covers,
        reply: said,
        model,
        rulebook,
        language: contact.locale,
        started_at: startedAt,
        ended_at: at,
      }),
    );
    for (const message of covers) writes.push(outcomeWrite({ message, outcome: "replied", turn, reply: said, at }));
    pending = [];
  }

  for (const [i, line] of story.said.entries()) {
    if (line.from === "contact") {
      const message = say({ author: "contact", text: line.text, at: line.at });
      firstMessage ||= message;
      inbound = seq;
      if (mode === "human") handed(message, line.at);
      else pending.push({ id: message, at: line.at });
    } else if (line.from === "avatar") {
      reply(i);
    } else {
      if (mode === "avatar") {
        const before = story.said[i - 1]?.at.getTime() ?? 0;
        const at = new Date(Math.max(before + 1_000, line.at.getTime() - CLAIMS_BEFORE));
        speaks("human", at);
        for (const message of pending) handed(message.id, at);
        pending = [];
      }
      say({ author: "human", name: story.human, text: line.text, at: line.at });
      // The avatar speaks again later, and no colleague in between: here they handed back.
      const next = story.said.slice(i + 1).find((one) => one.from !== "contact");
      if (next?.from === "avatar") speaks("avatar", new Date(line.at.getTime() + 30_000));
    }
  }
  if (mode === "human") speaks("avatar", new Date((story.said.at(-1) as Story["said"][number]).at.getTime() + RESOLVES_AFTER));
  const created = (story.said[0] as Story["said"][number]).at;
  const last = resolvedAt ?? created;
  const ended = (story.said.at(-1) as Story["said"][number]).at;
  const times = { created_at: created, last_at: last > ended ? last : ended };
  writes.push(
    conversationWrite({
      id,
      customer: customer.id,
      contact: contact.id,
      locale: contact.locale,
      last_seq: seq,
      inbound_seq: inbound,
      fence: turns.length,
      episode: matter.id,
      ...times,
    }),
  );
  return { recorded: { id, customer, contact, matter, story, turns, firstMessage, claimedAt, resolvedAt }, writes };
}
