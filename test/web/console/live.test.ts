import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { NO_DRAFTS, foldDraft, type DraftEvent } from "../../../src/web/console/live/drafts.ts";
import { createEventReader, type StreamEvent } from "../../../src/web/console/live/sse.ts";
import { createGatherer, isStaffEvent, staleAfter } from "../../../src/web/console/live/stale.ts";

const STREAM = ': keep\n\nevent: delta\ndata: {"a":1}\n\nid: 7\r\nevent: message\r\ndata: one\r\ndata: two\r\n\r\ndata: plain\n\nevent: nothing\n\n';

function readAll(chunks: string[]): StreamEvent[] {
  const events: StreamEvent[] = [];
  const read = createEventReader((event) => events.push(event));
  for (const chunk of chunks) read(chunk);
  return events;
}

test("a stream is read the same, wherever its chunks break", () => {
  const whole = readAll([STREAM]);
  expect(whole).toEqual([
    { event: "delta", data: '{"a":1}' },
    { event: "message", data: "one\ntwo", id: "7" },
    { event: "message", data: "plain", id: "7" },
  ]);
  fc.assert(
    fc.property(fc.array(fc.nat(STREAM.length)), (cuts) => {
      const edges = [0, ...cuts.toSorted((a, b) => a - b), STREAM.length];
      const chunks = edges.slice(1).map((edge, index) => STREAM.slice(edges[index], edge));
      expect(readAll(chunks)).toEqual(whole);
    }),
  );
});

function folded(...events: DraftEvent[]) {
  return events.reduce(foldDraft, NO_DRAFTS);
}
const delta = (offset: number, text: string, draft = "d1"): DraftEvent => ({ event: "delta", data: { replyTo: "m1", draft, offset, text } });

test("deltas build the draft; one that comes twice changes nothing", () => {
  expect(folded(delta(0, "Hello "), delta(6, "there"), delta(6, "there")).byId["d1"]?.text).toBe("Hello there");
});

test("a discard takes its draft back, a message of the house ends all, the contact's own words end none", () => {
  expect(folded(delta(0, "x"), { event: "discard", data: { replyTo: "m1", draft: "d1" } }).byId).toEqual({});
  expect(folded(delta(0, "x"), { event: "message", data: { from: "avatar" } })).toEqual(NO_DRAFTS);
  expect(folded(delta(0, "x"), { event: "message", data: { from: "contact" } }).byId["d1"]?.text).toBe("x");
  expect(folded(delta(0, "x"), { event: "mode", data: { mode: "human" } })).toEqual(NO_DRAFTS);
});

test("an event makes old what shows it, and the counts", () => {
  expect(staleAfter({ type: "escalation", id: "esc_1", conversation: "cnv_1", customer: "cus_1" })).toEqual([
    ["summary"],
    ["escalations"],
    ["escalation", "esc_1"],
    ["conversation", "cnv_1"],
    ["customer", "cus_1"],
  ]);
  // A call may be a campaign's: its page counts what became of it.
  expect(staleAfter({ type: "phone_call", id: "pcl_1" })).toEqual([["summary"], ["phone-calls"], ["phone-call", "pcl_1"], ["mailouts"], ["campaigns"]]);
  expect(["escalation", "phone_call", "mailout", "message", "delta"].filter(isStaffEvent)).toEqual(["escalation", "phone_call", "mailout"]);
  expect(staleAfter({ type: "conversation", id: "cnv_2" })).toEqual([["summary"], ["conversations"], ["conversation", "cnv_2"]]);
  expect(staleAfter({ type: "alert", id: "alert_obj_1" })).toEqual([["summary"], ["alerts"], ["no-claims", "objections"]]);
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a hundred events are one fetch, and the last one is never lost", () => {
  const flushed: string[][][] = [];
  const gatherer = createGatherer(400, (keys) => flushed.push(keys));
  gatherer.add([["summary"]]);
  vi.advanceTimersByTime(0);
  for (let i = 0; i < 100; i++) gatherer.add([["summary"], ["alerts"]]);
  vi.advanceTimersByTime(399);
  expect(flushed).toEqual([[["summary"]]]);
  vi.advanceTimersByTime(1);
  expect(flushed).toEqual([[["summary"]], [["summary"], ["alerts"]]]);
  gatherer.stop();
});
