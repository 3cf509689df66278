import { connect, type Socket } from "node:net";

// HTTP on raw sockets, as little of it as the load needs: the loop that measures must cost less than what it measures.

export const HOST = "127.0.0.1";

/** What came back. Times are milliseconds since the request was written; `firstMs` is undefined when `mark` never came. */
export type Answer = { status: number; ms: number; firstMs: number | undefined; body: string };

type Ask = { method?: "GET" | "POST" | "PUT"; path: string; bearer?: string; body?: unknown };

/** One keep-alive connection, for one request at a time. */
export interface Line {
  /** Resolves at the end of the answer. `mark`: its first bytes with this text are the first token. Rejects when the connection breaks. */
  ask(ask: Ask, mark?: string): Promise<Answer>;
  close(): void;
}

export async function openLine(port: number): Promise<Line> {
  const socket = await dial(port);
  let onData: ((piece: string) => void) | undefined;
  let onEnd: ((error: Error) => void) | undefined;
  socket.on("data", (piece: string) => onData?.(piece));
  socket.on("error", () => undefined);
  socket.on("close", () => onEnd?.(new Error("the connection was closed")));
  return {
    ask(ask, mark) {
      return new Promise<Answer>((resolve, reject) => {
        if (socket.destroyed) return reject(new Error("the connection was closed"));
        const reader = openReader();
        let firstMs: number | undefined;
        let seen = "";
        const sent = performance.now();
        onEnd = reject;
        onData = (piece) => {
          if (mark !== undefined && firstMs === undefined) {
            if ((seen + piece).includes(mark)) firstMs = performance.now() - sent;
            seen = piece.slice(-mark.length);
          }
          const done = reader.read(piece);
          if (!done) return;
          onData = onEnd = undefined;
          resolve({ ...done, ms: performance.now() - sent, firstMs });
        };
        socket.write(requestText(port, ask));
      });
    },
    close: () => void socket.destroy(),
  };
}

function dial(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, HOST);
    socket.setNoDelay(true);
    // Everything that the bench reads is ASCII, and one character is one byte: lengths are right without decoding.
    socket.setEncoding("latin1");
    socket.once("connect", () => resolve(socket));
    socket.once("error", reject);
  });
}

function requestText(port: number, { method = "POST", path, bearer, body }: Ask): string {
  const text = body === undefined ? "" : JSON.stringify(body);
  const entity = body === undefined ? "" : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n`;
  const authorization = bearer === undefined ? "" : `authorization: Bearer ${bearer}\r\n`;
  return `${method} ${path} HTTP/1.1\r\nhost: ${HOST}:${port}\r\n${authorization}${entity}\r\n${text}`;
}

/** Reads one answer to its end: by its length, or by the last chunk. A chunked body is left with its chunk marks in it. */
function openReader() {
  let text = "";
  let status = 0;
  let bodyAt = -1;
  let length = -1;
  return {
    read(piece: string): { status: number; body: string } | undefined {
      text += piece;
      if (bodyAt < 0) {
        const end = text.indexOf("\r\n\r\n");
        if (end < 0) return undefined;
        bodyAt = end + 4;
        status = Number(text.slice(9, 12));
        const given = /\r\ncontent-length: *(\d+)/i.exec(text.slice(0, bodyAt))?.[1];
        if (given !== undefined) length = Number(given);
        else if (status === 204) length = 0;
      }
      const ended = length >= 0 ? text.length - bodyAt >= length : text.endsWith("0\r\n\r\n");
      return ended ? { status, body: text.slice(bodyAt) } : undefined;
    },
  };
}

/** An open stream of server-sent events. */
export interface EventLine {
  close(): void;
}

/**
 * Opens a stream; resolves when its first bytes are here. `onEvent` gets each event's name and data as they arrive.
 * Rejects when the answer is not 200; `onClose` tells of a stream that ended by itself.
 */
export async function openEvents(
  port: number,
  path: string,
  bearer: string,
  on: { event(name: string, data: string): void; closed(): void },
): Promise<EventLine> {
  const socket = await dial(port);
  await new Promise<void>((resolve, reject) => {
    let rest = "";
    let open = false;
    socket.on("data", (piece: string) => {
      rest += piece;
      if (!open) {
        const end = rest.indexOf("\r\n\r\n");
        if (end < 0) return;
        if (!rest.startsWith("HTTP/1.1 200")) return reject(new Error(`the event stream was refused: ${rest.slice(0, 200)}`));
        rest = rest.slice(end + 4);
        open = true;
        resolve();
      }
      rest = takeEvents(rest, on.event);
    });
    socket.on("error", reject);
    socket.on("close", () => {
      reject(new Error("the event stream was closed"));
      on.closed();
    });
    socket.write(requestText(port, { method: "GET", path, bearer }));
  });
  return {
    close() {
      on.closed = () => undefined;
      socket.destroy();
    },
  };
}

/** Hands over the whole events in `text` and returns what is left. Marks of chunks stand between events, never in them: the server writes whole ones. */
function takeEvents(text: string, onEvent: (name: string, data: string) => void): string {
  let at = 0;
  for (;;) {
    const end = text.indexOf("\n\n", at);
    if (end < 0) return at === 0 ? text : text.slice(at);
    const name = text.indexOf("event: ", at);
    if (name >= 0 && name < end) {
      const line = text.indexOf("\n", name);
      const data = text.indexOf("data: ", line);
      onEvent(text.slice(name + 7, line), data < 0 || data > end ? "" : text.slice(data + 6, end));
    }
    at = end + 2;
  }
}
