import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { retryAfterMs } from "../../../src/web/widget/api.ts";
import { createAlarm, pauseBefore } from "../../../src/web/widget/backoff.ts";
import { createSessionStore, sessionKey } from "../../../src/web/widget/sessions.ts";
import { fill, languageFor, languages, loadTexts, textsOf, type Texts } from "../../../src/web/widget/texts.ts";

function token(claims: object): string {
  return `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.sig`;
}

function memory() {
  const values = new Map<string, string>();
  return {
    values,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
}

describe("pauses between attempts", () => {
  it("double up to half a minute, less up to half at random", () => {
    expect([1, 2, 3, 20].map((failures) => pauseBefore(failures, () => 1))).toEqual([500, 1000, 2000, 30_000]);
    expect(pauseBefore(3, () => 0)).toBe(1000);
  });

  it("follow Retry-After in seconds or as a date", () => {
    const now = Date.parse("2026-11-22T09:00:00Z");
    expect(retryAfterMs("7", now)).toBe(7000);
    expect(retryAfterMs("Sun, 22 Nov 2026 09:00:10 GMT", now)).toBe(10_000);
    expect(retryAfterMs("Sun, 22 Nov 2026 08:00:00 GMT", now)).toBe(0);
    expect([retryAfterMs(null, now), retryAfterMs("soon", now)]).toEqual([undefined, undefined]);
  });

  it("can be cut short", async () => {
    const alarm = createAlarm();
    const slept = alarm.sleep(60_000);
    alarm.wake();
    await slept;
  });
});

describe("what is kept in the browser", () => {
  it("has a place per server and person, and does not name the person", () => {
    const ana = sessionKey("https://a.example", token({ sub: "ana@customer.example", exp: 1 }));
    expect(ana).toBe(sessionKey("https://a.example", token({ sub: "ana@customer.example", exp: 2 })));
    expect(ana).not.toContain("ana");
    const others = [
      sessionKey("https://a.example", undefined),
      sessionKey("https://b.example", token({ sub: "ana@customer.example" })),
      sessionKey("https://a.example", token({ sub: "bo" })),
      sessionKey("https://a.example", token({ sub: "ana@customer.example", customer: "c2" })),
    ];
    expect(new Set([ana, ...others]).size).toBe(5);
  });

  it("tells broken tokens apart, too", () => {
    expect(sessionKey("s", "not a token")).not.toBe(sessionKey("s", "nor this"));
  });

  it("keeps the session for all tabs and what is unsent for this one", () => {
    const lasting = memory();
    const store = createSessionStore("k", lasting, memory());
    store.saveSession("ses_1");
    store.saveRead(4);
    store.saveUnsent([{ id: "a", text: "Hi" }]);
    store.saveDraft("What I am writ");
    expect([store.session(), store.read(), store.unsent(), store.draft()]).toEqual(["ses_1", 4, [{ id: "a", text: "Hi" }], "What I am writ"]);
    expect([...lasting.values.keys()]).toEqual(["k", "k:read"]);
  });

  it("does without storage", () => {
    const forbidden = {
      getItem: () => {
        throw new Error("denied");
      },
      setItem: () => {
        throw new Error("full");
      },
      removeItem: () => undefined,
    };
    for (const place of [undefined, forbidden]) {
      const store = createSessionStore("k", place, place);
      store.saveSession("ses_1");
      store.saveDraft("What I am writ");
      expect([store.session(), store.read(), store.unsent(), store.draft()]).toEqual([undefined, 0, [], ""]);
    }
  });
});

describe("the widget's own words", () => {
  it("follow the first wish that can be met", () => {
    expect(languageFor([null, "sv-SE", "de-AT", "en"])).toBe("de");
    expect(languageFor(["ar-EG", "en"])).toBe("ar");
    expect(languageFor(["constructor", "xx"])).toBe("en");
  });

  it("are complete and have the same holes in every language", async () => {
    const holes = (text: string | undefined) => (text?.match(/\{\w+\}/g) ?? []).sort();
    const english = textsOf("en") as Texts;
    for (const language of languages) {
      const own = textsOf(language) ?? (JSON.parse(await readFile(`src/web/widget/texts/${language}.json`, "utf8")) as Texts);
      expect([language, Object.keys(own).sort()]).toEqual([language, Object.keys(english).sort()]);
      for (const [key, text] of Object.entries(english)) expect([language, key, holes(own[key as keyof Texts])]).toEqual([language, key, holes(text)]);
    }
    expect(fill("{name} is here, {unknown}", { name: "$& Ana" })).toBe("$& Ana is here, {unknown}");
  });

  it("come from beside the script where it does not have them, and are English where that fails", async () => {
    expect(textsOf("fr")).toBeUndefined();
    await loadTexts("https://a.example", "fr", async (url) => Response.json({ send: url }));
    expect(textsOf("fr")).toMatchObject({ send: "https://a.example/widget/fr.json", message: "Message" });
    await loadTexts("https://a.example", "es", async () => Promise.reject(new TypeError("offline")));
    expect(textsOf("es")).toBe(textsOf("en"));
  });

  it("call the box and the button what checks look for", () => {
    expect([textsOf("en")?.message, textsOf("en")?.send]).toEqual(["Message", "Send"]);
  });
});
