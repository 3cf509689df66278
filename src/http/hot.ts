import type { IncomingMessage, ServerResponse } from "node:http";
import { chatSession } from "./auth.ts";
import { parseBody, readBody, tidy } from "./body.ts";
import { followConversation } from "./chat-stream.ts";
import { AfterSeq, MAX_TEXT_BYTES, SendMessage } from "./contract.ts";
import type { House } from "./house.ts";
import { Problem, invalid } from "./problems.ts";
import type { ChatSession } from "./rooms.ts";

/**
 * The two calls that carry the load, without a framework: thousands a second. Returns whether it took the request; all others
 * go on to express. Same checks, same answers as everywhere.
 */
export function createHotPath(house: House): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    const url = request.url ?? "";
    if (!url.startsWith("/api/chat/")) return false;
    const isMessages = request.method === "POST" && isAt(url, "/api/chat/messages");
    const isEvents = request.method === "GET" && isAt(url, "/api/chat/events");
    if (!isMessages && !isEvents) return false;
    const work = isMessages ? sendMessage(house, request, response) : openEvents(house, request, response, url);
    work.catch((error: unknown) => house.fail(error, request, response));
    return true;
  };
}

function isAt(url: string, path: string): boolean {
  return url.startsWith(path) && (url.length === path.length || url.charCodeAt(path.length) === 63);
}

async function sendMessage(house: House, request: IncomingMessage, response: ServerResponse): Promise<void> {
  house.origins.admit(request, response);
  // Both at once: the body is on its way while the session is looked up.
  const [session, raw] = await Promise.all([chatSession(request, house.rooms.chat, house.clock), readBody(request)]);
  const message = await readMessage(house, session, raw);
  const sent = JSON.stringify(await house.rooms.chat.send(session, message));
  response.writeHead(202, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(sent),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.end(sent);
}

async function readMessage(house: House, session: ChatSession, raw: Buffer): Promise<{ id: string; text: string }> {
  const parsed = parseBody(raw);
  const checked = SendMessage.safeParse(parsed.value);
  if (!checked.success) throw invalid(checked.error, "body");
  const { id, text, conversation } = checked.data;
  if (conversation !== undefined && conversation !== session.conversation) throw new Problem("not_found", "This session has no such conversation.");
  if (text.length > MAX_TEXT_BYTES || Buffer.byteLength(text) > MAX_TEXT_BYTES) {
    await house.rooms.chat.refused(session, { id: legible(id), text: legible(text), code: "message_too_long" });
    throw new Problem("message_too_long", `A message may have up to ${MAX_TEXT_BYTES} bytes of UTF-8.`);
  }
  if (parsed.suspect && text.includes("\0")) {
    await house.rooms.chat.refused(session, { id: legible(id), text: legible(text), code: "message_nul" });
  }
  const message = parsed.suspect ? tidy({ id, text }) : { id, text };
  if (message.text.trim() === "") throw new Problem("message_empty", "Write something first.");
  return message;
}

/** As stored texts must be, also for what is not stored as a message. */
function legible(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\uFFFD");
}

async function openEvents(house: House, request: IncomingMessage, response: ServerResponse, url: string): Promise<void> {
  house.origins.admit(request, response);
  const session = await chatSession(request, house.rooms.chat, house.clock);
  const query = url.includes("?") ? Object.fromEntries(new URLSearchParams(url.slice(url.indexOf("?") + 1))) : {};
  const resumed = request.headers["last-event-id"];
  const checked = AfterSeq.safeParse(resumed === undefined || resumed === "" ? query : { ...query, after: resumed });
  if (!checked.success) throw invalid(checked.error, "query");
  const { after, conversation } = checked.data;
  if (conversation !== undefined && conversation !== session.conversation) throw new Problem("not_found", "This session has no such conversation.");
  const stream = house.streams.open(response, `conversation/${session.conversation}`, () => session.expiresAt > house.clock.now());
  if (!stream) throw new Problem("too_many_streams", "Close one of the other tabs first.", { retryAfter: 30 });
  followConversation(stream, house.rooms.chat, house.live, session, after, (error) => house.report(error, "reading missed events"));
}
