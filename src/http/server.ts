import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import { endpoints, type Endpoint } from "./contract.ts";
import { expressPath, methodOf, mountEndpoints } from "./dispatch.ts";
import { createHotPath } from "./hot.ts";
import type { House, HttpOptions } from "./house.ts";
import { createLoginLimit } from "./login-limit.ts";
import { openApiDocument } from "./openapi.ts";
import { createOrigins } from "./origins.ts";
import { Problem, describe, sendProblem } from "./problems.ts";
import { chatRoutes } from "./routes/chat.ts";
import { mountPages } from "./routes/pages.ts";
import { mountUnsubscribe } from "./routes/unsubscribe.ts";
import { careRoutes } from "./routes/care.ts";
import { accountRoutes, staffEvents, staffRoutes } from "./routes/staff.ts";
import { createStreams } from "./stream.ts";

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
const KEEP_ALIVE_MS = 65_000;
/** How long requests under way may take to end when we close. */
const CLOSE_MS = 10_000;
/** express refuses to start or to answer with nothing worse than these: they come with a status of their own. */
const EXPRESS_STATUS: Record<number, string> = { 400: "invalid_url", 404: "not_found" };

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface HttpServer {
  app: Express;
  /** What node:http calls; for tests that need no port. */
  handle: RequestListener;
  /** Gives a channel an address of its own, with the raw request. */
  mount(path: string, handler: Handler): void;
  /** Rejects with PortInUse. */
  listen(): Promise<{ port: number }>;
  /** Ends event streams, lets requests under way end (10 s at most), closes. */
  close(): Promise<void>;
}

/** The port is taken. `message` says what to do. */
export class PortInUse extends Error {
  readonly code = "port_in_use";
}

/** The HTTP server: pages, API, live events. Business rules are behind `rooms`. */
export function createHttp(options: HttpOptions): HttpServer {
  const house = openHouse(options);
  const app = createApp(house);
  const hot = createHotPath(house);
  const mounted = new Map<string, Handler>();
  const handle: RequestListener = (request, response) => {
    if (hot(request, response)) return;
    const own = mounted.get(pathOf(request.url ?? "/"));
    if (own) own(request, response);
    else app(request, response);
  };
  const server = createServer(
    { headersTimeout: HEADERS_TIMEOUT_MS, requestTimeout: REQUEST_TIMEOUT_MS, keepAliveTimeout: KEEP_ALIVE_MS, maxHeaderSize: 32 * 1024 },
    handle,
  );
  return {
    app,
    handle,
    mount: (path, handler) => void mounted.set(path, handler),
    listen: () => listen(server, options.config.host, options.config.port),
    close: () => close(server, house),
  };
}

function pathOf(url: string): string {
  const query = url.indexOf("?");
  return query < 0 ? url : url.slice(0, query);
}

function openHouse({ statusOf = {}, heartbeatMs, ...options }: HttpOptions): House {
  const { log, ids, config } = options;
  return {
    ...options,
    origins: createOrigins(config.chatOrigins, config.publicUrl),
    streams: createStreams(heartbeatMs),
    logins: createLoginLimit(),
    fail(error, request, response) {
      const answer = describe(fromExpress(error), () => ids.next("err"), statusOf);
      if (answer.unexpected) {
        // The route's pattern, not the address: an address may hold what a person typed.
        const route = (request as Partial<Request>).route as { path: string } | undefined;
        log.error({ err: error, id: answer.document.id, code: answer.document.code, method: request.method, route: route?.path }, "a request failed");
      }
      sendProblem(response, answer);
    },
    report: (error, work) => log.error({ err: error, work }, "work behind a request failed"),
  };
}

/** What express and its router throw by themselves, in our codes. */
function fromExpress(error: unknown): unknown {
  if (error instanceof URIError) return new Problem("invalid_url", "The address is not well encoded.");
  const { status, code } = (error ?? {}) as { status?: number; code?: unknown };
  const known = typeof status === "number" && (code === undefined || code === "ENOENT") ? EXPRESS_STATUS[status] : undefined;
  return known ? new Problem(known) : error;
}

function createApp(house: House): Express {
  const app = express();
  app.disable("x-powered-by");
  app.disable("etag");
  app.use(secure);
  app.options("/api/chat/*rest", (request, response) => house.origins.preflight(request, response));
  const document = JSON.stringify(openApiDocument(house.config.publicUrl, "1"));
  app.get("/api/openapi.json", (_, response) => void response.type("application/json").send(document));
  app.get(endpoints.staffEvents.path, staffEvents(house));
  mountEndpoints(app, house, { ...chatRoutes(house), ...accountRoutes(house), ...staffRoutes(house), ...careRoutes(house) });
  app.use("/api", (request, response) => refuseUnknown(request, response));
  mountUnsubscribe(app, house);
  mountPages(app, house);
  app.use(() => {
    throw new Problem("not_found");
  });
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => house.fail(error, request, response));
  return app;
}

/** What every answer carries. */
function secure(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "same-origin");
  response.setHeader("x-frame-options", "DENY");
  next();
}

/** An address of the table with another method, or no address at all. */
function refuseUnknown(request: Request, response: Response): never {
  const allowed = (Object.values(endpoints) as Endpoint[])
    .filter(({ path }) => matches(path, request.baseUrl + request.path))
    .map((endpoint) => methodOf(endpoint).toUpperCase());
  if (allowed.length === 0) throw new Problem("not_found", "See /api/openapi.json.");
  response.setHeader("allow", allowed.join(", "));
  throw new Problem("method_not_allowed", `This address takes ${allowed.join(", ")}.`);
}

function matches(pattern: string, path: string): boolean {
  const steps = path.split("/");
  const wanted = expressPath(pattern).split("/");
  return steps.length === wanted.length && wanted.every((step, index) => step.startsWith(":") || step === steps[index]);
}

function listen(server: Server, host: string, port: number): Promise<{ port: number }> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      if (cause.code !== "EADDRINUSE") return reject(cause);
      reject(new PortInUse(`Port ${port} on ${host} is in use by another program. Stop it, or start Standin on a free port with PORT=${port + 1}.`, { cause }));
    });
    server.listen(port, host, () => {
      server.on("clientError", answerGarbage);
      resolve({ port: (server.address() as AddressInfo).port });
    });
  });
}

/** What is not HTTP, or too slow, gets one line and is gone. */
function answerGarbage(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable || error.code === "ECONNRESET") return void socket.destroy();
  const code = error.code === "ERR_HTTP_REQUEST_TIMEOUT" ? "request_timeout" : "invalid";
  const { document } = describe(new Problem(code), () => "");
  const body = JSON.stringify(document);
  socket.end(
    `HTTP/1.1 ${document.status} ${code === "invalid" ? "Bad Request" : "Request Timeout"}\r\ncontent-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
}

async function close(server: Server, house: House): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  house.streams.closeAll();
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), CLOSE_MS);
  // A keep-alive connection whose last answer ends after this moment is idle only then.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await closed;
  clearTimeout(late);
  clearInterval(sweep);
}
