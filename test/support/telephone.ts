import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * Twilio as its documentation has it, on a local port: its REST API for calls, and the life of a call as the test plays it, by signed posts to the
 * addresses that the call was made with. https://www.twilio.com/docs/voice/api/call-resource, …/usage/security
 */
export type Telephone = {
  url: string;
  env: Record<string, string>;
  /** the calls that it was asked for, in order */
  calls: Rung[];
  /** how often it was asked for one, refused or not */
  asked: number;
  /** what it does with the next request for a call: answers, refuses (400), breaks after it has made it (500), or is silent and hangs up */
  next: "answers" | "refuses" | "breaks" | "hangs_up";
  /** What somebody looks up about a call; null: it cannot be reached. */
  looked: { status: string; duration: string | null } | null;
  close(): Promise<void>;
};

/** One call that rings. */
export type Rung = {
  sid: string;
  form: Record<string, string>;
  /** A word about how it comes along. Resolves with the answer's status. */
  status(status: string, more?: Record<string, string>): Promise<number>;
  /** Somebody picks up: a person, or a machine. Resolves with what they hear. */
  pickUp(by?: string): Promise<Heard>;
  /** They say or key something while they listen, or nothing ({}). */
  says(what: { SpeechResult?: string; Digits?: string }): Promise<Heard>;
  /** A post as an enemy makes it: with this signature. */
  forge(signature: string, form: Record<string, string>): Promise<number>;
};

/** What is heard: the sentences, in which language, and whether one may interrupt. */
export type Heard = { status: number; says: string[]; language: string; listens: boolean; hangsUp: boolean };

const ACCOUNT = "AC00000000000000000000000000000001";
const TOKEN = "a-token-of-the-telephone";

export async function startTelephone(): Promise<Telephone> {
  const telephone: Telephone = { url: "", env: {}, calls: [], asked: 0, next: "answers", looked: null, close };
  const server = createServer((request, response) => void answer(telephone, request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  telephone.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  telephone.env = { TWILIO_ACCOUNT_SID: ACCOUNT, TWILIO_AUTH_TOKEN: TOKEN, TWILIO_FROM: "+4930000000", TWILIO_API_URL: telephone.url };
  async function close(): Promise<void> {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
  return telephone;
}

async function answer(telephone: Telephone, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const authorised = request.headers.authorization === `Basic ${Buffer.from(`${ACCOUNT}:${TOKEN}`).toString("base64")}`;
  if (!authorised) return json(response, 401, { code: 20003, message: "Authenticate", status: 401 });
  let text = "";
  for await (const part of request as AsyncIterable<Buffer>) text += part.toString("utf8");
  const calls = `/2010-04-01/Accounts/${ACCOUNT}/Calls`;
  if (request.method === "POST" && request.url === `${calls}.json`) return create(telephone, Object.fromEntries(formOf(text)), response);
  const sid = request.url?.match(new RegExp(`^${calls}/(CA\\w+)\\.json$`))?.[1];
  if (request.method !== "GET" || !sid || !telephone.looked) return json(response, 404, { code: 20404, message: "not found", status: 404 });
  json(response, 200, { sid, status: telephone.looked.status, duration: telephone.looked.duration, answered_by: null });
}

function create(telephone: Telephone, form: Record<string, string>, response: ServerResponse): void {
  const { next } = telephone;
  telephone.next = "answers";
  telephone.asked++;
  if (next === "refuses") return json(response, 400, { code: 21211, message: "Invalid 'To' Phone Number", status: 400 });
  const sid = `CA${String(telephone.calls.length + 1).padStart(32, "0")}`;
  telephone.calls.push(rung(sid, form));
  if (next === "hangs_up") return void response.socket?.destroy();
  if (next === "breaks") return json(response, 500, { code: 20500, message: "Internal Server Error", status: 500 });
  json(response, 201, { sid, status: "queued", to: form["To"], from: form["From"] });
}

function rung(sid: string, form: Record<string, string>): Rung {
  let listensAt = form["Url"] ?? "";
  let rounds = 0;
  const base = { CallSid: sid, AccountSid: ACCOUNT, To: form["To"] ?? "", From: form["From"] ?? "" };
  async function talk(url: string, more: Record<string, string>): Promise<Heard> {
    const response = await post(url, { ...base, CallStatus: "in-progress", ...more });
    const xml = await response.text();
    const action = xml.match(/<Gather[^>]* action="([^"]+)"/)?.[1];
    if (action) listensAt = action.replaceAll("&amp;", "&");
    const says = [...xml.matchAll(/<Say[^>]*>([^<]*)<\/Say>/g)].map(([, words = ""]) => words);
    return {
      status: response.status,
      says,
      language: xml.match(/<Say language="([^"]+)"/)?.[1] ?? "",
      listens: action !== undefined,
      hangsUp: xml.includes("<Hangup/>"),
    };
  }
  return {
    sid,
    form,
    status: async (status, more = {}) =>
      (await post(form["StatusCallback"] ?? "", { ...base, CallStatus: status, SequenceNumber: String(rounds++), ...more })).status,
    pickUp: (by = "human") => talk(form["Url"] ?? "", { AnsweredBy: by }),
    says: (what) => talk(listensAt, what),
    forge: async (signature, given) => (await post(form["StatusCallback"] ?? "", { ...base, ...given }, signature)).status,
  };
}

async function post(url: string, form: Record<string, string>, signature = sign(url, form)): Promise<Response> {
  const headers = { "content-type": "application/x-www-form-urlencoded", "x-twilio-signature": signature };
  return fetch(url, { method: "POST", headers, body: new URLSearchParams(form).toString() });
}

/** The address, then each name with its value in the order of the names. https://www.twilio.com/docs/usage/security#validating-requests */
function sign(url: string, form: Record<string, string>): string {
  const text = Object.keys(form)
    .toSorted()
    .reduce((all, name) => `${all}${name}${form[name] ?? ""}`, url);
  return createHmac("sha1", TOKEN).update(text).digest("base64");
}

/** A name that comes several times keeps all its values, as a list. */
function formOf(text: string): Map<string, string> {
  const form = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text)) form.set(name, form.has(name) ? `${form.get(name) ?? ""} ${value}` : value);
  return form;
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
