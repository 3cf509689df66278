import type { IncomingMessage } from "node:http";
import type { Clock } from "../platform/clock.ts";
import type { Auth, StaffMember } from "./contract.ts";
import { Problem } from "./problems.ts";
import type { ChatRooms, ChatSession, StaffAccounts } from "./rooms.ts";

const COOKIE = "standin_session";
const CSRF_HEADER = "x-standin-csrf";

/** Who asks, when it is somebody who works here. `token`: their console session, when they came with the cookie. */
export type StaffCaller = { staff: StaffMember; token: string | undefined };

/** The token of `Authorization: Bearer …`, or undefined. */
export function bearer(request: IncomingMessage): string | undefined {
  const header = request.headers.authorization;
  if (header === undefined) return undefined;
  const match = /^bearer +([\x21-\x7e]{1,512}) *$/i.exec(header);
  return match?.[1];
}

/** Whose chat this is. Throws 401 Problems. */
export async function chatSession(request: IncomingMessage, chat: ChatRooms, clock: Clock): Promise<ChatSession> {
  const token = bearer(request);
  if (token === undefined) throw new Problem("unauthenticated", "Send the session as Authorization: Bearer.");
  const session = await chat.session(token);
  if (!session) throw new Problem("session_unknown", "Open a new one at POST /api/chat/sessions.");
  if (session.expiresAt <= clock.now()) throw new Problem("session_expired", "Open a new one at POST /api/chat/sessions.");
  return session;
}

/**
 * Who asks, for `staff` and `owner` calls: an API key, or the console's cookie. A write with the cookie must come from
 * our own page. Throws Problems 401 and 403.
 */
export async function staffCaller(
  request: IncomingMessage,
  accounts: StaffAccounts,
  needs: Extract<Auth, "staff" | "owner">,
  publicUrl: string,
): Promise<StaffCaller> {
  const caller = await identify(request, accounts, publicUrl);
  if (!caller) throw new Problem("unauthenticated", "Use an API key, or log in at /console.");
  if (needs === "owner" && caller.staff.role !== "owner") throw new Problem("forbidden", "Only an owner may do this.");
  return caller;
}

async function identify(request: IncomingMessage, accounts: StaffAccounts, publicUrl: string): Promise<StaffCaller | undefined> {
  if (request.headers.authorization !== undefined) {
    const key = bearer(request);
    const holder = key === undefined ? undefined : accounts.keyHolder(key);
    return holder && { staff: holder, token: undefined };
  }
  const token = cookieOf(request);
  if (token === undefined) return undefined;
  const staff = await accounts.session(token);
  if (!staff) return undefined;
  if (request.method !== "GET" && request.method !== "HEAD") requireOwnPage(request, publicUrl);
  return { staff, token };
}

/** A browser sends cookies along with writes of foreign pages too: they cannot set this header, and they name their origin. */
function requireOwnPage(request: IncomingMessage, publicUrl: string): void {
  if (request.headers[CSRF_HEADER] !== "1") throw new Problem("csrf", "A write with the console's cookie needs the header X-Standin-Csrf: 1.");
  refuseForeignPage(request, publicUrl);
}

/** Throws Problem `csrf` when a browser says that another site's page sent this. */
export function refuseForeignPage(request: IncomingMessage, publicUrl: string): void {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") throw new Problem("csrf", "This came from a page of another site.");
  const origin = request.headers.origin;
  if (origin !== undefined && !isOwnOrigin(origin, request, publicUrl)) throw new Problem("csrf", "This came from a page of another site.");
}

/** Our own pages: at the public address, or at the address by which the browser reached us. */
export function isOwnOrigin(origin: string, request: IncomingMessage, publicUrl: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { host, origin: exact } = new URL(origin);
  return exact === new URL(publicUrl).origin || host === request.headers.host;
}

/** The console's session token of this request. */
export function cookieOf(request: IncomingMessage): string | undefined {
  for (const part of (request.headers.cookie ?? "").split(";")) {
    const [name, value] = part.trim().split("=", 2);
    if (name === COOKIE && value && value.length <= 512) return value;
  }
  return undefined;
}

/** The Set-Cookie value for a console session; without a token it takes the cookie away. */
export function sessionCookie(token: string | undefined, secondsToLive: number, publicUrl: string): string {
  const secure = publicUrl.startsWith("https:") ? "; Secure" : "";
  return `${COOKIE}=${token ?? ""}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${token ? Math.max(0, Math.floor(secondsToLive)) : 0}${secure}`;
}
