export { createKnowledge, type Knowledge } from "./knowledge.ts";
export type { Article, BrokenArticle, Paragraph } from "./articles.ts";
export { saysNothing, type Hit } from "./search.ts";
export { LANGUAGES, type Language, spokenInWords } from "./spoken.ts";
