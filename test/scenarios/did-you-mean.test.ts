/** Who writes in a hurry, or in words that no page has, gets a page and the question whether it is meant, not a shrug. */
import { afterEach, expect, test } from "vitest";
import type { Embedder } from "../../src/knowledge/index.ts";
import { openHouse, type House } from "../support/house.ts";

let house: House;
afterEach(() => house.close());

test("a misspelt question is answered by the page that is meant, with the words that were read", async () => {
  house = await openHouse();
  const guest = await house.guest();
  const [reply] = await guest.says("How do I renew the tls certifcate befor it expires?");
  expect(reply?.text).toContain("Did you mean “certificate”? Then this is what our page “Encrypting connections with TLS” says about it:");
  expect(reply?.sources).toContainEqual(expect.objectContaining({ title: "Encrypting connections with TLS" }));
  const german = await (await house.guest(undefined, "de")).says("Wie kann ich eine Sicherng wieder einspielen?");
  expect(german[0]?.text).toContain("Meinen Sie „sicherung“?");
});

test("whoever asks for a person has not misspelt the name of a page", async () => {
  house = await openHouse();
  const [reply] = await (await house.guest(undefined, "de")).says("Ich will mit einem Menschen sprechen.");
  expect(reply?.text).not.toContain("Meinen Sie");
  expect(reply?.sources).toEqual([]);
  expect(await house.db.query("select class from escalations")).toEqual([{ class: "request" }]);
});

test("a question in quite other words gets the nearest page, with the question whether it is meant; what is near nothing is not known", async () => {
  // Stands for the sentence model: it knows one thing, and that two ways to say it are the same.
  const vectorOf = (text: string) => Float32Array.of(...(/prometheus|telemetry/i.test(text) ? [1, 0] : [0, 1]));
  const nothing = Float32Array.of(0, 0);
  const embedder: Embedder = {
    model: "one thing",
    languages: ["en"],
    dimensions: 2,
    question: async (text) => (/telemetry/i.test(text) ? vectorOf(text) : nothing),
    passage: async (text) => vectorOf(text),
  };
  house = await openHouse({}, { embedder });
  await house.app.rooms.knowledge.learn();
  const guest = await house.guest();
  const [reply] = await guest.says("Zorglub telemetry?");
  expect(reply?.text).toContain("I am not sure that I understand you. Did you mean “");
  expect(reply?.sources).toHaveLength(1);
  expect((await guest.says("Zorglub lemonade?"))[0]?.text).toContain("I don't know");
  const { items } = await house.staff<{ items: { text: string }[] }>("GET", "/questions?state=open&limit=200");
  expect(items.map(({ text }) => text)).toEqual(["Zorglub lemonade?"]);
});
