/** One event of a server-sent stream; `data` is as sent, most often JSON. */
export type StreamEvent = { event: string; data: string; id?: string };

/**
 * Reads server-sent events out of chunks that may break anywhere. We read the stream with fetch and not with
 * EventSource, because a broken stream has to be told to people and tried again at our own pace.
 */
export function createEventReader(onEvent: (event: StreamEvent) => void): (chunk: string) => void {
  let rest = "";
  let event = "";
  let id: string | undefined;
  let data: string[] = [];

  function dispatch(): void {
    if (data.length > 0) {
      onEvent({ event: event === "" ? "message" : event, data: data.join("\n"), ...(id === undefined ? {} : { id }) });
    }
    event = "";
    data = [];
  }

  function line(text: string): void {
    if (text === "") return dispatch();
    if (text.startsWith(":")) return;
    const colon = text.indexOf(":");
    const field = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? "" : text.slice(colon + 1).replace(/^ /, "");
    if (field === "event") event = value;
    if (field === "data") data.push(value);
    if (field === "id") id = value;
  }

  return (chunk) => {
    rest += chunk;
    // a CR at the very end may be the first half of CRLF: it waits for the next chunk
    const ready = rest.endsWith("\r") ? rest.slice(0, -1) : rest;
    const lines = ready.split(/\r\n|\n|\r/);
    rest = (lines.pop() ?? "") + rest.slice(ready.length);
    for (const text of lines) line(text);
  };
}
