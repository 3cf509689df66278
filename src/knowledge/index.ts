export { createKnowledge, type Knowledge } from "./knowledge.ts";
export type { Article, Paragraph } from "./article.ts";
export type { BrokenArticle } from "./articles.ts";
export { saysNothing, type Hit } from "./search.ts";
export type { Embedder } from "./vectors.ts";
export { LANGUAGES, type Language, spokenInWords } from "./spoken.ts";
