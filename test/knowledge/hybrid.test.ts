/** Pages are found by their words at once, and by their meaning when that can be told. Nothing waits for meaning, and nothing changes by chance. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createKnowledge, type Embedder, type Hit } from "../../src/knowledge/index.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "standin-hybrid-"));
  await page("backup", "Hot copies", "The tool copies a running server to a directory.");
  await page("tls", "Encryption", "A certificate hides the traffic from others.");
  await page("hours", "Support hours", "Our people are at work from nine to five.");
  await page("sicherung", "Sicherung", "Das Werkzeug sichert den Server im laufenden Betrieb.", "de");
});
afterEach(() => rm(folder, { recursive: true }));

const page = (id: string, title: string, text: string, lang = "en") =>
  writeFile(join(folder, `${id}.md`), `---\nid: ${id}\ntitle: ${title}\ntopics: [t]\nlang: ${lang}\n---\n\n${text}\n`);

/** A model that knows three matters and nothing else: the axis that a text has a word of. */
const MATTERS = [/cop|backup|rescue/i, /traffic|encrypt|eavesdrop/i, /people|office|colleague/i];
function vectorOf(text: string): Float32Array {
  const axes = [...MATTERS.map((matter) => (matter.test(text) ? 1 : 0)), 0.1];
  const length = Math.hypot(...axes);
  return Float32Array.from(axes, (axis) => axis / length);
}

function model(given: Partial<Embedder> = {}) {
  const question = vi.fn<Embedder["question"]>(async (text) => vectorOf(text));
  const passage = vi.fn<Embedder["passage"]>(async (text) => vectorOf(text));
  return { model: "matters", languages: ["en"], dimensions: 4, question, passage, ...given };
}

const warn = vi.fn<(fields: object, line: string) => void>();
const open = (embedder?: Embedder) =>
  createKnowledge({
    directory: folder,
    publicUrl: "",
    log: { warn: warn as never },
    ...(embedder ? { meaning: { embedder, file: join(folder, "kept", "vectors.txt") } } : {}),
  });
const ids = (hits: Hit[]): string[] => hits.map((hit) => hit.article.id);

const EAVESDROPPERS = "Can eavesdroppers read along?"; // no word of it stands on a page

test("the house opens and answers by words while vectors are still being made, and by meaning when they are there", async () => {
  const gates: (() => void)[] = [];
  const slow = model({ passage: (text) => new Promise((resolve) => gates.push(() => resolve(vectorOf(text)))) });
  const knowledge = await open(slow);
  const learning = knowledge.learn();
  expect(ids(await knowledge.find("Which certificate?", 3))).toEqual(["tls"]);
  expect(await knowledge.find(EAVESDROPPERS, 3)).toEqual([]);
  expect(slow.question).not.toHaveBeenCalled();
  const opening = setInterval(() => gates.shift()?.(), 1);
  await learning;
  clearInterval(opening);
  expect(ids(await knowledge.find(EAVESDROPPERS, 3))[0]).toBe("tls");
});

test("a question whose vector comes too late is answered by words alone, the same as without the model", async () => {
  const knowledge = await open(model({ question: async () => undefined }));
  await knowledge.learn();
  const words = await (await open()).find("How does a running server get copied?", 3);
  expect(await knowledge.find("How does a running server get copied?", 3)).toEqual(words);
  expect(words[0]).toMatchObject({ article: { id: "backup" } });
  expect(words[0]?.nearness).toBeUndefined();
});

test("without its model the search goes on by words, the log says so once, and it is tried again when files are looked at", async () => {
  let alive = false;
  const knowledge = await open(
    model({
      passage: async (text) => {
        if (!alive) throw new Error("the sentence model rests");
        return vectorOf(text);
      },
    }),
  );
  warn.mockClear();
  await knowledge.learn();
  await knowledge.refresh();
  await knowledge.learn();
  expect(warn).toHaveBeenCalledTimes(1);
  expect(ids(await knowledge.find("Which certificate?", 3))).toEqual(["tls"]);
  alive = true;
  await knowledge.refresh();
  await vi.waitUntil(async () => (await knowledge.find(EAVESDROPPERS, 3)).length > 0);
});

test("a page that changes is read anew alone; until then nobody is sent to what it said before", async () => {
  let waiting: (() => void) | undefined;
  let held = false;
  const passage = vi.fn<Embedder["passage"]>(async (text) => {
    if (held) await new Promise<void>((resolve) => (waiting = resolve));
    return vectorOf(text);
  });
  const knowledge = await open(model({ passage }));
  await knowledge.learn();
  expect(passage).toHaveBeenCalledTimes(3); // the German page is none for an English model
  passage.mockClear();
  held = true;
  await page("hours", "Support hours", "Nobody is there; but the machine room keeps every eavesdropper out, whoever they may be.");
  expect(await knowledge.refresh()).toBe(true);
  expect(await knowledge.find("Where is your office?", 3)).toEqual([]);
  await vi.waitUntil(() => waiting);
  waiting?.();
  await knowledge.learn();
  expect(passage).toHaveBeenCalledTimes(1);
  expect(ids(await knowledge.find(EAVESDROPPERS, 2)).toSorted()).toEqual(["hours", "tls"]);
});

test("a new start makes no vector that is kept already, and makes anew what is broken", async () => {
  await (await open(model())).learn();
  const again = model();
  const knowledge = await open(again);
  await knowledge.learn();
  expect(again.passage).not.toHaveBeenCalled();
  expect(ids(await knowledge.find(EAVESDROPPERS, 1))).toEqual(["tls"]);

  const file = join(folder, "kept", "vectors.txt");
  const [first = "", ...others] = (await readFile(file, "utf8")).split("\n");
  await writeFile(file, [first.slice(0, 70), ...others, "rubbish"].join("\n"));
  const broken = model();
  await (await open(broken)).learn();
  expect(broken.passage).toHaveBeenCalledTimes(1);
  // Another model's numbers mean something else.
  const other = model({ model: "matters, second edition" });
  await (await open(other)).learn();
  expect(other.passage).toHaveBeenCalledTimes(3);
});

test("a place that cannot be written costs a warning and no answer", async () => {
  await writeFile(join(folder, "kept"), "a file where a folder is wanted");
  warn.mockClear();
  const knowledge = await open(model());
  await knowledge.learn();
  expect(warn).toHaveBeenCalledWith(expect.anything(), "vectors of the pages cannot be stored");
  expect(ids(await knowledge.find(EAVESDROPPERS, 1))).toEqual(["tls"]);
});

test("a question that is not English is not asked of an English model: words find its page", async () => {
  const embedder = model();
  const knowledge = await open(embedder);
  await knowledge.learn();
  const german = "Wie sichere ich den Server im Betrieb?";
  const french = "Comment faire un backup du server avec un certificate ?";
  for (const question of [german, french]) expect(await knowledge.find(question, 5)).toEqual(knowledge.search(question, 5));
  expect(ids(await knowledge.find(german, 1))).toEqual(["sicherung"]);
  expect(embedder.question).not.toHaveBeenCalled();
});

test("the order is the same each time, and equals stand in the order of their ids", async () => {
  for (const id of ["zeta", "alpha", "mike"]) await page(id, "Colleagues", "A colleague sits there.");
  const knowledge = await open(model());
  await knowledge.learn();
  const once = await knowledge.find("Is a colleague in the office?", 5);
  expect(ids(once).slice(0, 3)).toEqual(["alpha", "mike", "zeta"]);
  for (let time = 0; time < 3; time++) expect(await knowledge.find("Is a colleague in the office?", 5)).toEqual(once);
});

test("spaces and line ends change nothing of what is meant", async () => {
  const embedder = model();
  const knowledge = await open(embedder);
  await knowledge.learn();
  await knowledge.find(`  ${EAVESDROPPERS.replace(" ", "\n\n")} `, 1);
  expect(embedder.question).toHaveBeenCalledWith(EAVESDROPPERS);
});

test("words and meaning together put first what either alone would not", async () => {
  await page("copies", "Copies of invoices", "A copy of an invoice is sent by mail to the running account.");
  const knowledge = await open(model());
  await knowledge.learn();
  const [first] = await knowledge.find("Can I rescue a running server?", 2);
  expect(first?.article.id).toBe("backup");
  expect(first?.nearness).toBeGreaterThan(0.9);
});

test("slips of the pen are read as the pages' own words, and told", async () => {
  const knowledge = await open();
  const [hit] = knowledge.search("wher is my certifcate for the trafic", 1);
  expect(hit?.article.id).toBe("tls");
  expect(hit?.mended).toEqual([
    { written: "certifcate", meant: "certificate" },
    { written: "trafic", meant: "traffic" },
  ]);
  // A word of its own is none, nor are codes, nor what other languages write.
  for (const sane of ["Is the master here?", "MDB-1042 certificat-e", "Où est le certificat de mon trafic ?"])
    expect(knowledge.search(sane, 1)[0]?.mended ?? []).toEqual([]);
});
