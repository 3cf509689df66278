import { readFile } from "node:fs/promises";
import { createModels, createTexts, loadPersonaPrompt, loadPrompt } from "./avatar/index.ts";
import { createChannels } from "./channels/index.ts";
import { createKnowledge, LANGUAGES } from "./knowledge/index.ts";
import { systemClock } from "./platform/clock.ts";
import { loadSettings } from "./platform/config.ts";
import { createLog } from "./platform/log.ts";
import { loadRulebook } from "./rulebook/index.ts";

/** What one part of the house looks like from outside. */
export type Finding = { part: string; ok: boolean; text: string };

/** Looks at settings, rulebook, models, prompts and knowledge without opening a database or a port. */
export async function checkHouse(env: Record<string, string | undefined>, now: Date): Promise<Finding[]> {
  const findings: Finding[] = [];
  const look = async <T>(part: string, work: () => Promise<{ value: T; text: string }> | { value: T; text: string }): Promise<T | undefined> => {
    try {
      const { value, text } = await work();
      findings.push({ part, ok: true, text });
      return value;
    } catch (error) {
      findings.push({ part, ok: false, text: (error as Error).message });
      return undefined;
    }
  };
  const channels = createChannels({ publish: () => undefined });
  const settings = await look("settings", () => ({
    value: loadSettings(env, Object.fromEntries(channels.map((channel) => [channel.name, channel.env]))).settings,
    text: "all usable",
  }));
  if (!settings) return findings;
  const book = await look("rulebook", async () => {
    const loaded = loadRulebook(await readFile(settings.POLICIES_FILE), settings.POLICIES_FILE);
    return { value: loaded.book, text: `${settings.POLICIES_FILE}, version ${loaded.version}` };
  });
  if (book) {
    await look("model", async () => {
      const { models, close } = createModels(
        {
          apiKey: settings.OPENAI_API_KEY,
          baseUrl: settings.OPENAI_BASE_URL,
          main: settings.MODEL,
          cheap: settings.MODEL_CHEAP,
          timeoutMs: settings.MODEL_TIMEOUT_MS,
        },
        book,
        now,
      );
      await close();
      const names = Object.values(models).map((priced) => `${priced.model.name} (price: ${priced.price.source})`);
      return { value: models, text: names.length > 0 ? names.join(", ") : "the built-in one" };
    });
    await look("prompts", async () => {
      const prompt = (await loadPersonaPrompt(settings.PROMPTS_DIR))(book, { links: [], marker: "" });
      await loadPrompt(settings.PROMPTS_DIR, "again", ["reasons"]);
      await createTexts({ directory: `${settings.PROMPTS_DIR}/texts`, clock: systemClock, timeZone: () => book.business.timeZone });
      return { value: prompt, text: `avatar.md ${prompt.hash}, fixed texts in ${LANGUAGES.length} languages` };
    });
  }
  await look("knowledge", async () => {
    const knowledge = await createKnowledge({ directory: settings.KNOWLEDGE_DIR, publicUrl: "", log: createLog("silent") });
    const problems = knowledge.problems();
    if (problems.length > 0) throw new Error(problems.map(({ file, problem }) => `${file}: ${problem}`).join("\n"));
    return { value: knowledge, text: `${knowledge.all().length} pages` };
  });
  return findings;
}
