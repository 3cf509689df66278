import { setTimeout as sleep } from "node:timers/promises";
import { signHostToken } from "../../src/http/index.ts";

/** A customer's end of the web chat, over real HTTP, against any service whose host secret we know. */

export type Chat = { session: string; conversation: string };
export type ChatEvent = { event: string; id?: string; data: Record<string, unknown> };

/** Opens a chat: as a contact of a customer, or without a name. */
export async function openChat(url: string, secret: string, who?: { sub: string; customer: string; name?: string }): Promise<Chat> {
  const body = { locale: "en", ...(who ? { token: signHostToken(who, secret, new Date()) } : {}) };
  const response = await fetch(`${url}/api/chat/sessions`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  if (response.status !== 201) throw new Error(`a chat could not be opened: ${response.status} ${await response.text()}`);
  return (await response.json()) as Chat;
}

/** What the service answered, and after how long its first line came; undefined when the connection broke: nobody knows then whether it has the message. */
export async function sendMessage(
  url: string,
  session: string,
  message: { id: string; text: string },
): Promise<{ status: number; seq: number; detail: string; ms: number } | undefined> {
  const began = performance.now();
  try {
    const headers = { authorization: `Bearer ${session}`, "content-type": "application/json" };
    const response = await fetch(`${url}/api/chat/messages`, { method: "POST", headers, body: JSON.stringify(message) });
    const ms = performance.now() - began;
    const text = await response.text();
    return { ms, status: response.status, seq: response.status === 202 ? (JSON.parse(text) as { seq: number }).seq : 0, detail: text };
  } catch {
    return undefined;
  }
}

export type Watch = {
  /** everything that came, in the order of its coming */
  events: ChatEvent[];
  /** Waits for an event; undefined when none comes within `ms`. */
  wait(is: (event: ChatEvent) => boolean, ms: number): Promise<ChatEvent | undefined>;
  close(): void;
};

/** Watches a chat's events after a seq, until it is closed or the service has gone. */
export async function watchChat(url: string, session: string, after: number): Promise<Watch> {
  const stop = new AbortController();
  const events: ChatEvent[] = [];
  const response = await fetch(`${url}/api/chat/events?after=${after}`, { headers: { authorization: `Bearer ${session}` }, signal: stop.signal });
  if (response.status !== 200) throw new Error(`the chat cannot be watched: ${response.status} ${await response.text()}`);
  const reading = readBlocks(response, (block) => {
    const event = parseBlock(block);
    if (event) events.push(event);
  });
  reading.catch(() => undefined);
  return {
    events,
    async wait(is, ms) {
      for (const until = performance.now() + ms; ; await sleep(5)) {
        const found = events.find(is);
        if (found || performance.now() > until) return found;
      }
    },
    close: () => stop.abort(),
  };
}

async function readBlocks(response: Response, take: (block: string) => void): Promise<void> {
  let rest = "";
  const decoder = new TextDecoder();
  for await (const piece of response.body ?? []) {
    const blocks = (rest + decoder.decode(piece, { stream: true })).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) take(block);
  }
}

function parseBlock(block: string): ChatEvent | undefined {
  const fields = Object.fromEntries(block.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)]));
  if (fields["event"] === undefined || fields["data"] === undefined) return undefined;
  return { event: fields["event"], ...(fields["id"] === undefined ? {} : { id: fields["id"] }), data: JSON.parse(fields["data"]) as Record<string, unknown> };
}
