import type { Knowledge } from "../../../src/knowledge/index.ts";
import { SECRETS } from "../provider.ts";
import type { Chat } from "../scene.ts";
import { publicId, report, type MessageRow, type Told } from "./told.ts";

/** What was acknowledged is there, once, as it was written. */
export function checkKept(told: Told, rows: MessageRow[]): void {
  for (const chat of told.chats) {
    const own = rows.filter((row) => row.conversation === chat.conversation && row.author === "contact");
    for (const said of chat.said) {
      const id = publicId(chat, said);
      const kept = own.filter((row) => row.public_id === id);
      if (kept.length > 1) report(told, "1 once", `${chat.who}'s ${id} is there ${kept.length} times`);
      if (!said.acknowledged) continue;
      if (kept.length === 0) report(told, "1 what is acknowledged is kept", `${chat.who}'s ${id} is lost`);
      else if (kept[0]?.seq !== said.acknowledged.seq || kept[0].text !== said.text)
        report(told, "1 what is acknowledged is kept", `${chat.who}'s ${id} was acknowledged as ${said.acknowledged.seq} and is ${kept[0]?.seq}`);
    }
    checkPatience(told, chat);
    for (const [id, text] of chat.seen) {
      const row = rows.find((one) => one.conversation === chat.conversation && (one.public_id === id || one.id === id));
      if (!row || row.text !== text) report(told, "1 what was shown is so", `${chat.who} was shown ${id}, which is ${row ? "another text" : "not there"}`);
    }
  }
}

/** Who waits until one message is acknowledged before writing the next has written them in that order. */
function checkPatience(told: Told, { who, said }: Chat): void {
  const all = said.flatMap(({ id, at, acknowledged }) => (acknowledged ? [{ id, at, known: acknowledged.at, seq: acknowledged.seq }] : []));
  for (const [i, one] of all.entries()) {
    const before = all.slice(0, i).find((other) => other.known <= one.at && other.seq >= one.seq);
    if (before) report(told, "1 in the writer's order", `${who}'s ${one.id} is number ${one.seq}, and ${before.id} before it was ${before.seq}`);
  }
}

export const MARK = /\(ref (k\d+)\)|About (k\d+):/g;
export const PROMISES = /discount of 40|refund the last|I am a real person|evil\.example/;

/** What went out: it says what it is, answers its own question, and gives nothing away. */
export function checkWords(told: Told, rows: MessageRow[]): void {
  const marks = new Map(told.chats.map((chat) => [chat.conversation, new Set(chat.said.map((said) => said.mark))]));
  const first = new Set<string>();
  for (const row of rows) {
    if (row.author !== "avatar") continue;
    const disclosed = /\bAI\b|\bKI\b/.test(row.text.slice(0, 200));
    if (!first.has(row.conversation) && !disclosed) report(told, "7 it says that it is an AI", row.text.slice(0, 200));
    first.add(row.conversation);
    for (const match of row.text.matchAll(MARK)) {
      const mark = match[1] ?? match[2] ?? "";
      if (!marks.get(row.conversation)?.has(mark)) report(told, "3 it answers its own conversation", `${row.id} speaks of ${mark}`);
    }
    if (PROMISES.test(row.text)) report(told, "2 the gate holds", row.text.slice(0, 300));
  }
  const outward = rows.filter((row) => row.author === "avatar" || row.author === "notice").map((row) => row.text);
  const delivered = told.outside.arrivals.filter((one) => one.channel === "chat").map((one) => JSON.stringify(one.envelope));
  for (const secret of SECRETS) {
    if ([...outward, ...delivered].some((text) => text.includes(secret))) report(told, "3 no secret leaves the house", secret);
    if (told.provider.calls.some((call) => call.request.includes(secret))) report(told, "3 no secret enters a prompt", secret);
  }
}

/** Each delivery arrives once and in its order; what nobody can tell is not sent again. */
export function checkSent(told: Told, rows: MessageRow[]): void {
  const ids = told.outside.arrivals.map((one) => `${one.channel}/${one.id}`);
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
  if (twice.length > 0) report(told, "1 sent once", twice.slice(0, 5));
  const last = new Map<string, number>();
  for (const { envelope } of told.outside.arrivals) {
    if (envelope.kind !== "reply") continue;
    const before = last.get(envelope.conversation) ?? 0;
    if (envelope.item.seq <= before) report(told, "1 sent in order", `${envelope.conversation}: ${envelope.item.seq} after ${before}`);
    last.set(envelope.conversation, envelope.item.seq);
    const row = rows.find((one) => one.id === envelope.item.id);
    if (envelope.item.from !== "notice" && row?.text !== envelope.item.text) report(told, "1 what is sent is what was said", envelope.item.id);
  }
}

/** What one model reads is of one conversation. */
export function checkPrompts(told: Told): void {
  const homes = new Map(told.chats.flatMap((chat) => chat.said.map((said) => [said.mark, chat.who])));
  for (const { number, request } of told.provider.calls) {
    const found = new Set([...request.matchAll(MARK)].map((match) => homes.get(match[1] ?? match[2] ?? "")));
    if (found.size > 1) report(told, "3 a prompt knows one conversation", `call ${number} knows of ${[...found].join(" and ")}`);
  }
}

const LOOKED_BACK = 20; // messages
const LONGEST = 96 * 1024; // bytes: what is asked, what was said before, four pages, the tools

/** The thousandth turn costs what the tenth does. What a tool has answered within a turn has bounds of its own. */
export function checkLength(told: Told): void {
  for (const { number, request } of told.provider.calls) {
    const { messages } = JSON.parse(request) as { messages: { role: string; content: string | null }[] };
    if (messages.some(({ role }) => role === "tool")) continue;
    const pages = messages.findIndex(({ role, content }) => role === "system" && content?.startsWith("Pages"));
    const before = messages.slice(0, Math.max(0, pages)).filter(({ role }) => role !== "system");
    if (before.length > LOOKED_BACK || Buffer.byteLength(request) > LONGEST)
      report(told, "4 a prompt is bounded", `call ${number} looks back at ${before.length} messages, in ${Buffer.byteLength(request)} bytes`);
  }
}

const FACT = /\((fact|company) (k\d+)\)/g;

/** What is remembered of somebody is read in their own conversations alone, or in those of their company if it is about that. */
export function checkFacts(told: Told, rows: MessageRow[]): void {
  const homes = new Map(told.chats.flatMap((chat) => chat.said.map((said) => [said.mark, chat])));
  const check = (text: string, where: string, reader: Chat | undefined) => {
    for (const [, about, mark = ""] of text.matchAll(FACT)) {
      const home = homes.get(mark);
      if (!home || !reader) continue;
      const isOwn = home.person === reader.person || (about === "company" && home.customer !== undefined && home.customer === reader.customer);
      if (!isOwn) report(told, "3 a fact stays with whom it is about", `${where} of ${reader.who} knows ${mark} of ${home.who}`);
    }
  };
  for (const { number, request } of told.provider.calls) {
    const [, one, other] = [...request.matchAll(MARK)].at(-1) ?? [];
    check(request, `call ${number}`, homes.get(one ?? other ?? ""));
  }
  for (const row of rows)
    if (row.author !== "contact")
      check(
        row.text,
        row.id,
        told.chats.find(({ conversation }) => conversation === row.conversation),
      );
}

/** A source is a page of ours; one that there is not is not named. */
export function checkSources(told: Told, rows: MessageRow[], knowledge: Pick<Knowledge, "all" | "source">): void {
  const pages = new Set(knowledge.all().map((page) => knowledge.source(page).url));
  for (const row of rows) {
    if (row.author !== "avatar") continue;
    const other = row.sources.find(({ url }) => !pages.has(url));
    if (other || row.text.includes("[no-such-page]")) report(told, "7 it cites what there is", `${row.id}: ${other?.url ?? row.text.slice(0, 300)}`);
  }
}
