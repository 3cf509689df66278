import type { Persona, ProblemDocument } from "../../../http/contract.ts";

/** A call that did not work, in words fit to be shown. `status` 0: the service did not answer at all. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: { path: string; message: string }[];
  constructor(status: number, code: string, message: string, fields: { path: string; message: string }[] = []) {
    super(message);
    this.name = "ApiProblem";
    this.status = status;
    this.code = code;
    this.fields = fields;
  }
}

type Query = Record<string, string | number | undefined>;

/** Reads. `path` is below /api/staff. Throws `ApiProblem`. */
export async function get<Answer>(path: string, query: Query = {}, signal?: AbortSignal): Promise<Answer> {
  return (await send("GET", `/api/staff${path}${search(query)}`, signal ? { signal } : {})) as Answer;
}

/** Who answers customers; anybody may ask. Throws `ApiProblem`. */
export async function getPersona(signal: AbortSignal): Promise<Persona> {
  return (await send("GET", "/api/chat/persona", { signal })) as Persona;
}

/** Writes. `key` is the user's one action: sending it again with the same key does nothing twice. */
export async function write<Answer>(method: "POST" | "PATCH", path: string, body: unknown, key: string): Promise<Answer> {
  return (await send(method, `/api/staff${path}`, {
    headers: { "content-type": "application/json", "x-standin-csrf": "1", "idempotency-key": key },
    body: JSON.stringify(body),
  })) as Answer;
}

async function send(method: string, path: string, init: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(path, { method, credentials: "same-origin", ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiProblem(0, "unreachable", "The service does not answer. Check your connection; nothing was lost.");
  }
  if (response.status === 204) return undefined;
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw problem(response, body);
  return body;
}

function problem(response: Response, body: unknown): ApiProblem {
  const document = (body ?? {}) as Partial<ProblemDocument>;
  const words = document.detail ?? document.title ?? fallbackWords(response.status);
  const fields = (document.errors ?? []) as { path: string; message: string }[];
  return new ApiProblem(response.status, document.code ?? `http_${response.status}`, words, fields);
}

function fallbackWords(status: number): string {
  if (status === 401) return "Your session has ended. Please log in again.";
  if (status === 403) return "Your role does not permit this.";
  if (status === 404) return "There is nothing here under this id.";
  if (status === 409) return "Somebody else was faster. Look at the present state and try again.";
  if (status === 429) return "Too many attempts. Wait a minute and try again.";
  return "Something went wrong on the server. It has been logged; try again.";
}

function search(query: Query): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  if (given.length === 0) return "";
  return `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

/** A fresh key for one action. `crypto.randomUUID` exists on https and localhost only; a console in a LAN needs the rest. */
export function actionKey(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
