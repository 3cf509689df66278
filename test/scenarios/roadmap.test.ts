import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openHouse, type House } from "../support/house.ts";
import { startStubModel, type Script, type StubModel } from "../support/stub-model.ts";

// Roadmap decisions are shared with everybody who asks, also with those who pay nothing: what was decided, when, and why. A date for a
// feature is told only as it stands there.

let house: House;
let model: StubModel | undefined;
let pages: string;
beforeEach(() => {
  pages = mkdtempSync(join(tmpdir(), "standin-roadmap-"));
  cpSync("knowledge", pages, { recursive: true });
});
afterEach(async () => {
  await house.close();
  model?.done();
  await model?.close();
  model = undefined;
  rmSync(pages, { recursive: true });
});

async function open(script?: Script) {
  model = script && (await startStubModel(script));
  house = await openHouse({ KNOWLEDGE_DIR: pages, ...(model ? { OPENAI_BASE_URL: model.url, OPENAI_API_KEY: "sk-test", MODEL: "gpt-4o-mini" } : {}) });
  return house.guest();
}

test("without a model: what is planned, declined or unknown is told with its reason and its page", async () => {
  const guest = await open();
  const [planned] = await guest.says("Is sign-in with Kerberos planned?");
  expect(planned?.text).toContain("Sign-in with Kerberos is planned. That was decided on 14 October 2026. When: MarlDB 4.5, due on 31 March 2027.");
  expect(planned?.sources).toMatchObject([{ title: "Roadmap: Sign-in with Kerberos", url: expect.stringMatching(/\/knowledge\/roadmap-kerberos$/) as string }]);
  const [declined] = await guest.says("Will there be a GraphQL interface?");
  expect(declined?.text).toContain("A GraphQL interface will not be built. That was decided on 17 June 2026. It would be a second way");
  const page = await (await fetch(`${house.url}/knowledge/roadmap-kerberos`)).text();
  expect(page).toContain("is planned");
});

test("a decision that is written down later answers the question that was kept for it", async () => {
  const guest = await open();
  expect((await guest.says("Will the zebrafish exporter ever come?"))[0]?.text).toContain("I have kept your question");
  const file = join(pages, "roadmap.yaml");
  const entry = "  - { id: zebrafish, title: The zebrafish exporter, state: planned, decided: 2026-03-03, reason: Many of you have asked for it. }\n";
  writeFileSync(file, readFileSync(file, "utf8") + entry);
  const before = (await guest.items()).length;
  await house.advance("2026-03-05T17:00:00Z");
  await house.settle();
  const [found] = (await guest.items()).slice(before);
  expect(found?.text).toContain("The zebrafish exporter is planned. That was decided on 3 March 2026. Many of you have asked for it.");
});

test("with a model: it may tell the date that stands there, and no other", async () => {
  const asks = { toolCalls: [{ name: "roadmap", arguments: { query: "Kerberos sign-in" } }] };
  const guest = await open([
    asks,
    { pieces: ["Sign-in with Kerberos is planned for MarlDB 4.5 [roadmap-kerberos], due on 31 March 2027."] },
    asks,
    { pieces: ["Kerberos will be released by 30 April 2027, we promise [roadmap-kerberos]."] },
    { pieces: ["It is planned; the page says more [roadmap-kerberos]."] },
  ]);
  const [good] = await guest.says("When will single sign-on with our domain come?");
  expect(good?.text).toContain("due on 31 March 2027");
  expect(good?.sources.map(({ title }) => title)).toContain("Roadmap: Sign-in with Kerberos");
  const told = model?.journal[1]?.body.messages.findLast(({ role }) => role === "tool")?.content ?? "";
  expect(told).toContain('<page id="roadmap-kerberos"');
  const [refused] = await guest.says("By which day exactly?");
  expect(refused?.text).not.toContain("30 April");
  expect(refused?.text).toContain("It is planned; the page says more.");
});

test("a broken roadmap is named, and the pages go on", async () => {
  writeFileSync(join(pages, "roadmap.yaml"), "entries:\n  - { id: x1, title: X, state: someday, decided: 2026-13-01, reason: r }\n");
  const guest = await open();
  expect((await guest.says("How do I take a backup?"))[0]?.text).toContain("says about it");
  expect(house.app.rooms.knowledge.problems()).toMatchObject([
    { file: "roadmap.yaml", problem: expect.stringMatching(/entries\.0\.state.*entries\.0\.decided/) as string },
  ]);
});
