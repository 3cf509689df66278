export { createKnowledge, type Knowledge } from "./knowledge.ts";
export type { Article, BrokenArticle, Paragraph } from "./articles.ts";
export type { Hit } from "./search.ts";
