import { fileURLToPath } from "node:url";
import { createKnowledge, type Knowledge } from "../../src/knowledge/index.ts";
import { createLog } from "../../src/platform/log.ts";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The pages and prompts of a story. Read once: no file is touched while a story runs. */
export type Library = {
  knowledge: Knowledge;
  prompts: string;
  /** the owner writes the page that was missing; `false` takes it away again */ grow(grown?: boolean): void;
};

/** The page that answers it comes later, or never. */
export const UNKNOWN_QUESTION = "Which weather do your servers like best in autumn?";

export async function openLibrary(): Promise<Library> {
  const log = createLog("silent");
  const read = (directory: string) => createKnowledge({ directory: at(directory), publicUrl: "https://support.example.com", log });
  const [small, grown] = await Promise.all([read("./pages/before"), read("./pages/after")]);
  let current = small;
  const knowledge: Knowledge = {
    refresh: async () => false,
    search: (question, limit) => current.search(question, limit),
    roadmap: (question, limit) => current.roadmap(question, limit),
    find: (question, limit) => current.find(question, limit),
    learn: async () => undefined,
    get: (id) => current.get(id),
    all: () => current.all(),
    problems: () => current.problems(),
    news: () => current.news(),
    languageOf: (text) => current.languageOf(text),
    source: (article) => current.source(article),
    page: (id) => current.page(id),
  };
  return { knowledge, prompts: at("../../prompts"), grow: (more = true) => void (current = more ? grown : small) };
}
