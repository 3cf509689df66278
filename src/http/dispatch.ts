import type { Express, Request, Response } from "express";
import type { z } from "zod";
import { chatSession, staffCaller } from "./auth.ts";
import { parseBody, readBody, tidy } from "./body.ts";
import { endpoints, type Endpoint, type EndpointName } from "./contract.ts";
import type { House } from "./house.ts";
import { keyOf, onlyOnce, requestHash, strangerAt } from "./idempotency.ts";
import { Problem, invalid } from "./problems.ts";
import type { ChatSession, Doer } from "./rooms.ts";

type Endpoints = typeof endpoints;
/** Streams, and the message post on the hot path, answer by themselves. */
export type Plain = Exclude<EndpointName, "sendMessage" | "events" | "staffEvents">;
type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Part<E, Key extends string> = E extends Record<Key, infer Schema> ? Output<Schema> : undefined;

/** One checked request: everything in it is of the contract's shape. */
export type Call<Name extends EndpointName> = {
  /** the `{id}` of the path, "" without one */
  id: string;
  query: Part<Endpoints[Name], "query">;
  body: Part<Endpoints[Name], "body">;
  /** who does it, for staff calls */
  by: Endpoints[Name]["auth"] extends "staff" | "owner" ? Doer : undefined;
  session: Endpoints[Name]["auth"] extends "session" ? ChatSession : undefined;
  address: string;
  request: Request;
  response: Response;
};
export type Answer<Name extends EndpointName> = Part<Endpoints[Name], "response">;
export type Handlers = { [Name in Plain]: (call: Call<Name>) => Promise<Answer<Name>> };

/** Whose answers hold a secret: those are kept sealed. */
const SECRET_ANSWERS: readonly string[] = ["openSession", "demoToken"] satisfies Plain[];
/** A key on these would store who is logged in, and they change nothing when repeated. */
const WITHOUT_KEYS: readonly string[] = ["login", "logout"] satisfies Plain[];

/** Mounts each endpoint of the table with its handler: nothing else is reachable under /api. */
export function mountEndpoints(app: Express, house: House, handlers: Handlers): void {
  for (const name of Object.keys(handlers) as Plain[]) {
    const endpoint: Endpoint = endpoints[name];
    // Each handler fits its own endpoint (checked above, by type); in a loop the names are one union.
    const handler = handlers[name] as (call: unknown) => Promise<unknown>;
    app[methodOf(endpoint)](expressPath(endpoint.path), async (request, response) => {
      const call = await checkedCall(house, endpoint, request, response);
      const { status, answer, replayed } = await perform(house, name, endpoint, call, () => handler(call));
      if (house.checkAnswers && endpoint.response) endpoint.response.parse(answer);
      if (replayed) response.setHeader("idempotency-replayed", "true");
      sendJson(response, status, answer, endpoint.keep);
    });
  }
}

export function methodOf(endpoint: Endpoint): "get" | "post" | "patch" {
  return endpoint.method.toLowerCase() as "get" | "post" | "patch";
}

export function expressPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ":$1");
}

/** Who asks, then what: a stranger learns nothing about the form of a call. */
export async function checkedCall(
  house: House,
  endpoint: Endpoint,
  request: Request,
  response: Response,
): Promise<Omit<Call<Plain>, "by" | "session"> & { by: Doer | undefined; session: ChatSession | undefined }> {
  const { rooms, clock, config } = house;
  if (endpoint.path.startsWith("/api/chat/")) house.origins.admit(request, response);
  const session = endpoint.auth === "session" ? await chatSession(request, rooms.chat, clock) : undefined;
  const caller =
    endpoint.auth === "staff" || endpoint.auth === "owner" ? await staffCaller(request, rooms.accounts, endpoint.auth, config.publicUrl) : undefined;
  const id = tidy(String(request.params["id"] ?? ""), "id");
  const query = endpoint.query ? check(endpoint.query, request.query, "query") : undefined;
  const body = endpoint.body ? await checkedBody(endpoint.body, request) : undefined;
  const key = endpoint.body ? keyOf(request.headers["idempotency-key"]) : undefined;
  const by: Doer | undefined = caller && { ...caller.staff, ...(key === undefined ? {} : { once: `${caller.staff.id}/${key}` }) };
  return { id, query, body, by, session, address: request.socket.remoteAddress ?? "", request, response } as never;
}

async function checkedBody(schema: z.ZodType, request: Request): Promise<unknown> {
  const { value, suspect } = parseBody(await readBody(request));
  const checked = schema.safeParse(value);
  if (!checked.success) throw invalid(checked.error, "body");
  return suspect ? tidy(checked.data) : checked.data;
}

function check(schema: z.ZodType, value: unknown, where: "query"): unknown {
  const checked = schema.safeParse(value);
  if (!checked.success) throw invalid(checked.error, where);
  return tidy(checked.data);
}

type Done = { status: number; answer: unknown; replayed: boolean };

/** Runs the handler; once for each Idempotency-Key where the call writes. */
async function perform(
  house: House,
  name: string,
  endpoint: Endpoint,
  call: { body: unknown; by: Doer | undefined; address: string; request: Request },
  work: () => Promise<unknown>,
): Promise<Done> {
  const key = endpoint.body && !WITHOUT_KEYS.includes(name) ? keyOf(call.request.headers["idempotency-key"]) : undefined;
  if (key === undefined) return { status: endpoint.status, answer: await work(), replayed: false };
  const actor = call.by?.id ?? strangerAt(call.address, house.config.hostSecret);
  const request = requestHash(endpoint.method, call.request.path, call.body);
  const deed = { actor, key, request, secret: SECRET_ANSWERS.includes(name), salt: () => house.ids.bytes(16) };
  return onlyOnce(house.rooms.idempotency, deed, endpoint.status, work);
}

function sendJson(response: Response, status: number, answer: unknown, keep: number | undefined): void {
  if (answer === undefined || status === 204) {
    response.writeHead(204);
    response.end();
    return;
  }
  const body = Buffer.from(JSON.stringify(answer));
  const cache = keep === undefined ? "no-store" : `private, max-age=${keep}`;
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", "content-length": body.length, "cache-control": cache });
  response.end(body);
}

/** What a room did not find. */
export function found<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Problem("not_found");
  return thing;
}
