import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Part } from "./mind-parts.ts";
import type { Compared, Grown, Measure, Way } from "./mind-rounds.ts";

/** What bench/mind.ts measured, as Markdown for docs/mind.md. */

export type Report = Compared & {
  parts: Part[];
  conditions: {
    at: string;
    cpu: string;
    cores: number;
    versions: string;
    postgres: string | undefined;
    pinned: boolean;
    quick: boolean;
    loadBefore: number;
    raised: string[];
  };
};

/** Beyond this load before it begins, others have the processor, and times say little. */
const QUIET = 0.7;

export function versionsOf(): string {
  const packages = ["express", "openai", "langchain", "@langchain/openai", "pg", "@electric-sql/pglite"];
  const versions = packages.map(
    (name) => `${name} ${(JSON.parse(readFileSync(join("node_modules", name, "package.json"), "utf8")) as { version: string }).version}`,
  );
  return `node ${process.version}, ${versions.join(", ")}`;
}

export function markdown({ ways, grown, parts, conditions, faults }: Report): string {
  return [
    ...ways.flatMap(({ way, rows }) => [...times(way, rows), ""]),
    ...stretches(ways[0]?.rows ?? []),
    "",
    ...table(["thinking alone, ms of processor", ""], parts.map(({ name, ms }) => [name, ms.toFixed(3)])), // prettier-ignore
    "",
    ...tokens(grown),
    "",
    told(conditions),
    ...faults.map((fault) => `\n**This run does not count:** ${fault}.`),
  ].join("\n");
}

function times({ name }: Way, rows: Measure[]): string[] {
  const head = [`${name}, ms`, "turns", "first text: median", "p95", "whole reply: median", "p95", "CPU ms per turn"];
  const cells = (row: Measure) => [row.name, String(row.turns), ...[row.first50, row.first95, row.end50, row.end95, row.cpu].map(figure)];
  return table(head, rows.map(cells)); // prettier-ignore
}

function stretches(rows: Measure[]): string[] {
  const head = [
    "where the time goes (median ms)",
    "until acknowledged",
    "until the model is asked",
    "model's first byte → first text",
    "model's end → whole reply",
  ];
  return table(head, rows.map(({ name, stretches: { accepted, asked, first, end } }) => [name, ...[accepted, asked, first, end].map(figure)])); // prettier-ignore
}

function tokens(grown: Grown[]): string[] {
  const places = grown[0]?.at.map(({ turn }) => turn) ?? [];
  const head = [
    "tokens of the prompt (bytes by four)",
    ...places.map((turn) => `turn ${turn.toLocaleString("en")}`),
    "most in any turn",
    "notes beside it: how often",
    "their tokens per turn",
  ];
  return table(head, grown.map((one) => [one.name, ...one.at.map((at) => whole(at.tokens)), whole(one.most), whole(one.notes), figure(one.notesTokens / one.turns)])); // prettier-ignore
}

function table(head: string[], rows: string[][]): string[] {
  return [head, head.map((_, i) => (i === 0 ? "---" : "---:")), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
}

function told({ at, cpu, cores, versions, postgres, pinned, quick, loadBefore, raised }: Report["conditions"]): string {
  const place = pinned ? "the servers on CPU 1 (one works, the others wait), asker and model on CPU 0, PostgreSQL on either" : "nothing pinned";
  const busy = loadBefore > QUIET ? " **The machine was not quiet: do not publish these times.**" : "";
  return (
    `Measured on ${at.slice(0, 10)}, ${cpu}, ${cores} cores, load ${loadBefore.toFixed(1)} before; ${versions}${postgres ? `, ${postgres}` : ""}; ${place}; ` +
    `rulebook and knowledge as shipped, but ${raised.join(", ")}${quick ? "; a quick run, indicative only" : ""}.${busy}`
  );
}

function whole(value: number): string {
  return Math.round(value).toLocaleString("en");
}

function figure(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) return "–";
  return Math.abs(value) >= 100 ? whole(value) : Math.abs(value) >= 10 ? value.toFixed(0) : value.toFixed(1);
}
