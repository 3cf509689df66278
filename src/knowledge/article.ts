/** What makes a page news: what happened, when, and the pages that it concerns (a decision's is `roadmap-` and its id). */
export type News = { kind: "outage" | "upgrade" | "roadmap"; date: string; concerns: string[] };

/** A page of what we know. `version` changes with every change of its file. */
export type Article = {
  id: string;
  title: string;
  topics: string[];
  lang: string;
  body: string;
  paragraphs: Paragraph[];
  version: string;
  file: string;
  /** who asked about what it concerns may be told of it */
  news?: News;
};

/** A piece that makes sense alone; what an answer quotes. */
export type Paragraph = { heading: string; text: string };
