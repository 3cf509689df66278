import { expect, test } from "vitest";
import { courtesyIn } from "../../src/avatar/models/courtesies.ts";

// Whoever writes to us chooses the text. A message may have 16 KiB, a burst forty of them, and all that runs in one thread: a pattern that
// walks each place of it anew ("premium-premium-…") stops the service for everybody.

const BURST = 200 * 1024;
/** Milliseconds of our own work, however busy the machine is. A pattern that walks each place anew takes minutes. */
const FAIR_MS = 3_000;

test.each(["premium-", "zahlende-", "große ", "paying ", "are you ", "merci "])("a burst of “%s” is read without a long walk", (words) => {
  const text = words.repeat(Math.ceil(BURST / words.length));
  const since = process.cpuUsage();
  courtesyIn(text);
  const { user, system } = process.cpuUsage(since);
  expect((user + system) / 1_000).toBeLessThan(FAIR_MS);
});

test("a word of thanks is one, however many marks stand behind it; a letter that begins with it is none", () => {
  expect(courtesyIn(`Thanks${"!".repeat(2_000)}`)).toBe("thanks");
  expect(courtesyIn(`ok ${"👍".repeat(400)}`)).toBe("alright");
  expect(courtesyIn(`Danke, ${"dir, ".repeat(200)}`)).toBeUndefined();
  expect(courtesyIn("Werden große Kunden bei Ihnen eigentlich schneller bedient?")).toBe("everyone");
  expect(courtesyIn("Haben Premium-Kunden mit Vertrag bei Ihnen Vorrang?")).toBe("everyone");
});
