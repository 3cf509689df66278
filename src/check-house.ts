import { readFile } from "node:fs/promises";
import { createModels, createTexts, loadPrompts, modelSettings } from "./avatar/index.ts";
import { createChannels, mailerSettings, type MailerEnv } from "./channels/index.ts";
import { createKnowledge, LANGUAGES } from "./knowledge/index.ts";
import { openMailer } from "./letters.ts";
import { systemClock } from "./platform/clock.ts";
import { loadSettings } from "./platform/config.ts";
import { createLog } from "./platform/log.ts";
import { loadMailTexts, loadRulebook, monthlyCapacity, type Book } from "./rulebook/index.ts";

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
  const loaded = await look("settings", () => ({
    value: loadSettings(env, { ...Object.fromEntries(channels.map((channel) => [channel.name, channel.env])), mailer: mailerSettings }),
    text: "all usable",
  }));
  if (!loaded) return findings;
  const { settings, parts } = loaded;
  const book = await look("rulebook", async () => {
    const { book: read, version } = loadRulebook(await readFile(settings.POLICIES_FILE), settings.POLICIES_FILE);
    return { value: read, text: `${settings.POLICIES_FILE}, version ${version}` };
  });
  if (book) {
    findings.push({ part: "dates", ...datesOf(book) });
    await look("model", async () => {
      const models = await createModels(modelSettings(settings), book, now);
      await models.close();
      const names = Object.values(models.offers(book, now)).map((priced) => `${priced.model.name} (price: ${priced.price.source})`);
      return { value: models, text: names.length > 0 ? names.join(", ") : "the built-in one" };
    });
    await look("prompts", async () => {
      const prompt = (await loadPrompts(settings.PROMPTS_DIR)).persona(book, { links: [], marker: "" });
      await createTexts({ directory: `${settings.PROMPTS_DIR}/texts`, clock: systemClock, timeZone: () => book.business.timeZone });
      return { value: prompt, text: `avatar.md ${prompt.hash}, fixed texts in ${LANGUAGES.length} languages` };
    });
  }
  await look("thank-yous", () => thankYous(settings.PROMPTS_DIR, parts.mailer));
  await look("knowledge", async () => {
    const knowledge = await createKnowledge({ directory: settings.KNOWLEDGE_DIR, publicUrl: "", log: createLog("silent") });
    const problems = knowledge.problems();
    if (problems.length > 0) throw new Error(problems.map(({ file, problem }) => `${file}: ${problem}`).join("\n"));
    const news = knowledge.news();
    const lost = news.flatMap(({ article, unknown }) => (unknown.length > 0 ? [`${article.file} concerns ${unknown.join(", ")}`] : []));
    const warning =
      lost.length > 0 ? `; warning: ${lost.join("; ")}: there is no such page, so nobody is told because of it. Mend the ids under concerns:` : "";
    return { value: knowledge, text: `${knowledge.all().length} pages${news.length > 0 ? `, ${news.length} of news` : ""}${warning}` };
  });
  return findings;
}

/** All texts of thank-yous, and a letter drawn: what an owner has changed shows here and not to a customer. */
async function thankYous(prompts: string, env: MailerEnv): Promise<{ value: object; text: string }> {
  const mails = await loadMailTexts(`${prompts}/mailouts`);
  const each = Object.entries(mails).map(([language, texts]) => `${Object.values(texts).flat().length} in ${language}`);
  const texts = await createTexts({ directory: `${prompts}/texts`, clock: systemClock, timeZone: () => "UTC" });
  const mailer = await openMailer(env, `${prompts}/mailouts`, texts.render);
  const { subject, paragraphs } = mails.en.anniversary[0] ?? { subject: "", paragraphs: [] };
  const unsubscribe = { url: "https://example.com/stop" };
  await mailer.render({ id: "check", to: { name: "", address: "" }, language: "en", subject, paragraphs, business: "", unsubscribe });
  return { value: mails, text: `texts: ${each.join(", ")}; the layout is drawn${env.MAIL_DKIM_DOMAIN ? `, signed by ${env.MAIL_DKIM_DOMAIN}` : ""}` };
}

/** What people can do, against what is expected of them. A book whose own numbers do not fit is refused before. */
function datesOf(book: Book): { ok: boolean; text: string } {
  const { looks, byHours, inAll } = monthlyCapacity(book);
  const can = `people can answer ${inAll} deferred questions a month (${looks} human looks, ${byHours} in staff.questionHours)`;
  const { expectedMonthly } = book.questions;
  if (expectedMonthly === undefined) return { ok: true, text: `${can}; how many you expect is not said (questions.expectedMonthly)` };
  return { ok: true, text: `${can}; you expect ${expectedMonthly}` };
}
