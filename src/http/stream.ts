import { once as happens } from "node:events";
import type { ServerResponse } from "node:http";

const HEARTBEAT_MS = 15_000;
/** Most that a slow reader may leave unread; then we hang up, and it resumes by id. */
const MOST_UNREAD_BYTES = 1024 * 1024;
const MOST_PER_OWNER = 20;

/** One open stream of server-sent events. */
export interface Stream {
  /** Queues an event; everything queued in one go leaves in one write. `id` only for what can be resumed from. */
  send(event: string, data: unknown, id?: number): void;
  /** Characters and bytes that wait to be read. */
  readonly backlog: number;
  /** Resolves when the reader has taken enough in for more, at once if it has; rejects never. */
  drained(): Promise<void>;
  readonly closed: boolean;
  close(): void;
  onClose(then: () => void): void;
}

export interface Streams {
  /** Answers with an open stream, or undefined when `owner` has too many. `alive` is asked at each heartbeat; on false the stream ends. */
  open(response: ServerResponse, owner: string, alive: () => boolean | Promise<boolean>): Stream | undefined;
  count(): number;
  closeAll(): void;
}

type Open = Stream & { beat(): void };

/** All open streams of this server, under one heartbeat. */
export function createStreams(heartbeatMs: number = HEARTBEAT_MS): Streams {
  const open = new Set<Open>();
  const perOwner = new Map<string, number>();
  const timer = setInterval(() => {
    for (const stream of open) stream.beat();
  }, heartbeatMs);
  timer.unref();
  return {
    open(response, owner, alive) {
      const others = perOwner.get(owner) ?? 0;
      if (others >= MOST_PER_OWNER) return undefined;
      const stream = openStream(response, alive);
      open.add(stream);
      perOwner.set(owner, others + 1);
      stream.onClose(() => {
        open.delete(stream);
        const left = (perOwner.get(owner) ?? 1) - 1;
        if (left === 0) perOwner.delete(owner);
        else perOwner.set(owner, left);
      });
      return stream;
    },
    count: () => open.size,
    closeAll() {
      clearInterval(timer);
      for (const stream of open) stream.close();
    },
  };
}

function openStream(response: ServerResponse, alive: () => boolean | Promise<boolean>): Open {
  response.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
    "x-content-type-options": "nosniff",
  });
  response.socket?.setNoDelay(true);
  response.write(": open\n\n");
  let queued = "";
  let closed = false;
  const endings: (() => void)[] = [];
  function flush(): void {
    if (closed || queued === "") return;
    const burst = queued;
    queued = "";
    response.write(burst);
    if (response.writableLength > MOST_UNREAD_BYTES) hangUp(true);
  }
  function write(text: string): void {
    if (closed) return;
    if (queued === "") process.nextTick(flush);
    queued += text;
    if (queued.length > MOST_UNREAD_BYTES) flush();
  }
  function hangUp(abruptly: boolean): void {
    if (closed) return;
    if (abruptly) response.destroy();
    else {
      flush();
      response.end();
    }
    ended();
  }
  function ended(): void {
    if (closed) return;
    closed = true;
    for (const then of endings) then();
  }
  async function beat(): Promise<void> {
    if (await alive()) write(": still here\n\n");
    else hangUp(false);
  }
  response.on("close", ended);
  response.on("error", ended);
  return {
    send(event, data, id) {
      write(`${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    get backlog() {
      return queued.length + response.writableLength;
    },
    async drained() {
      flush();
      if (closed || !response.writableNeedDrain) return;
      const over = new AbortController();
      await Promise.race([once(response, "drain", over), once(response, "close", over)]).catch(() => undefined);
      over.abort();
    },
    get closed() {
      return closed;
    },
    close: () => hangUp(false),
    onClose: (then) => void endings.push(then),
    beat: () => void beat().catch(() => hangUp(false)),
  };
}

function once(response: ServerResponse, event: string, over: AbortController): Promise<unknown> {
  const promise = happens(response, event, { signal: over.signal });
  promise.catch(() => undefined);
  return promise;
}
