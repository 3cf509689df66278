/**
 * Server-sent events out of a plain response body. `EventSource` cannot send an `Authorization` header, and a token in
 * the address would end up in logs; so we read the format ourselves (WHATWG HTML, "Interpreting an event stream").
 */
export type SseEvent = { event: string; data: string; id: string | undefined };

export interface SseParser {
  /** Takes the next piece of text, cut anywhere, and returns the events that it completes. */
  push(text: string): SseEvent[];
}

export function createSseParser(): SseParser {
  let rest = "";
  let first = true;
  let event = "";
  let data: string[] = [];
  let id: string | undefined;

  function takeLine(line: string): SseEvent | undefined {
    if (line === "") {
      const done = data.length > 0 ? { event: event || "message", data: data.join("\n"), id } : undefined;
      event = "";
      data = [];
      id = undefined;
      return done;
    }
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(line.charAt(colon + 1) === " " ? colon + 2 : colon + 1);
    if (field === "event") event = value;
    if (field === "data") data.push(value);
    if (field === "id" && !value.includes("\0")) id = value;
    return undefined;
  }

  return {
    push(text) {
      rest += first && text.startsWith("\uFEFF") ? text.slice(1) : text;
      if (text !== "") first = false;
      const events: SseEvent[] = [];
      for (;;) {
        const end = /\r\n|\n|\r/.exec(rest);
        // A carriage return at the very end may be the first half of a line end that is still on its way.
        if (end === null || (end[0] === "\r" && end.index === rest.length - 1)) return events;
        const done = takeLine(rest.slice(0, end.index));
        rest = rest.slice(end.index + end[0].length);
        if (done) events.push(done);
      }
    },
  };
}

/**
 * Hands over the events of a body until it ends. Throws when nothing at all (not even a comment) came for `silenceMs`:
 * a connection that died without a word looks just like a quiet one, and the server sends a comment every 20 s.
 */
export async function readEvents(body: ReadableStream<Uint8Array>, silenceMs: number, onEvent: (event: SseEvent) => void): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const parser = createSseParser();
  try {
    for (;;) {
      const { done, value } = await within(silenceMs, reader.read());
      if (done) return;
      for (const event of parser.push(decoder.decode(value, { stream: true }))) onEvent(event);
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

async function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the event stream fell silent")), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
