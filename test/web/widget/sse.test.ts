import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSseParser, readEvents } from "../../../src/web/widget/sse.ts";

const stream = '\uFEFF: hello\nid: 7\nevent: message\ndata: {"a":\ndata: 1}\n\r\nevent: typing\r\ndata: {}\r\n\r\ndata:plain\r\rid: 9\n\ndata: unfinished';

describe("the event stream", () => {
  it("reads fields, several data lines, comments and every kind of line end", () => {
    expect(createSseParser().push(stream)).toEqual([
      { event: "message", data: '{"a":\n1}', id: "7" },
      { event: "typing", data: "{}", id: undefined },
      { event: "message", data: "plain", id: undefined },
    ]);
  });

  it("reads the same events wherever the network cuts", () => {
    const whole = createSseParser().push(stream);
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length), { maxLength: 12 }), (cuts) => {
        const parser = createSseParser();
        const edges = [0, ...cuts.sort((a, b) => a - b), stream.length];
        const events = edges.slice(1).flatMap((end, index) => parser.push(stream.slice(edges[index], end)));
        expect(events).toEqual(whole);
      }),
    );
  });

  it("puts together a character that is cut in two, and ends with the body", async () => {
    const bytes = new TextEncoder().encode("data: grüß\n\n");
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const seen: string[] = [];
    await readEvents(body, 1000, (event) => seen.push(event.data));
    expect(seen).toEqual(["grüß"]);
  });

  it("gives up on a connection that says nothing at all", async () => {
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({ cancel: () => void (cancelled = true) });
    await expect(readEvents(body, 20, () => undefined)).rejects.toThrow("silent");
    expect(cancelled).toBe(true);
  });
});
