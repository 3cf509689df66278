export { createKnowledge, type Knowledge } from "./knowledge.ts";
export type { Article, Paragraph } from "./articles.ts";
export type { Hit } from "./search.ts";
