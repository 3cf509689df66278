import type { Book, ToolServer, ToolTerms } from "../../rulebook/index.ts";
import type { Log } from "../../platform/log.ts";
import type { ToolSpec } from "../models/model.ts";
import { argumentsOf, descriptionOf, fingerprintOf } from "./description.ts";
import { plainText } from "./material.ts";
import { openLine, ToolFailure, type Line, type RawTool, type Said } from "./line.ts";

/** A tool that the model may call: the same for every customer. */
export type Offer = { server: string; tool: string; terms: ToolTerms; spec: ToolSpec };

/** What became of a tool that the owner named, or that its server has besides. */
export type Look = {
  server: string;
  tool: string;
  state: "offered" | "not_approved" | "changed" | "unfit" | "missing" | "not_named";
  fingerprint: string | null;
  description: string;
  arguments: Record<string, unknown> | null;
};

export type Looked = { looks: Look[]; unreachable: { server: string; problem: string }[] };

export type CallTerms = { arguments: Record<string, unknown>; filled: Record<string, string>; signal: AbortSignal };

/** A server as the owner has named it, the line to it (or the attempt to open one), and what it offers. */
type Known = { name: string; server: ToolServer; config: string; line: Promise<Line> | undefined; open: Line | undefined; offers: Offer[] };

const CONNECT_MS = 10_000;
const MOST_PROBLEM = 300;
const MOST_NAME = 60;

/** The servers of tools that the owner has named. With none named, nothing is loaded and nothing is started. */
export function createToolServers(rooms: {
  log: Log;
  secretOf: (variable: string) => string | undefined;
  /** left out, over the wire */ open?: typeof openLine;
}) {
  const { log, secretOf, open = openLine } = rooms;
  let known: Known[] = [];

  /** Looks at all servers: which of their tools are still what the owner approved. One that cannot be reached keeps what it had. */
  async function look({ tools }: Book): Promise<Looked> {
    const before = known;
    known = Object.entries(tools.servers).map(([name, server]) => {
      const config = JSON.stringify(server, (_key, value: unknown) => (typeof value === "bigint" ? value.toString() : value));
      return before.find((one) => one.name === name && one.config === config) ?? { name, server, config, line: undefined, open: undefined, offers: [] };
    });
    await Promise.all(before.filter((one) => !known.includes(one)).map(hangUp));
    const seen = await Promise.all(known.map(lookAt));
    return { looks: seen.flatMap((one) => one.looks), unreachable: seen.flatMap(({ problem }) => (problem ? [problem] : [])) };
  }

  async function lookAt(one: Known): Promise<{ looks: Look[]; problem?: Looked["unreachable"][number] }> {
    try {
      const line = await lineTo(one, CONNECT_MS);
      const looks = looksAt(one.name, one.server, await line.list());
      one.offers = offersOf(looks, one.server);
      return { looks };
    } catch (error) {
      const problem = { server: one.name, problem: inALine(error instanceof Error ? error.message : String(error), MOST_PROBLEM) };
      log.warn(problem, "a server of tools cannot be read");
      return { looks: [], problem };
    }
  }

  /** The line that stands, or a new one: whoever asks at the same moment waits for the same. */
  function lineTo(one: Known, timeoutMs: number): Promise<Line> {
    if (one.line && (!one.open || one.open.isOpen())) return one.line;
    one.open = undefined;
    one.line = open(one.name, one.server, secretOf, timeoutMs).then(
      (line) => (one.open = line),
      (error: unknown) => {
        one.line = undefined;
        throw error;
      },
    );
    return one.line;
  }

  /** @throws ToolFailure */
  async function call({ server, tool, terms, spec }: Offer, given: CallTerms): Promise<Said> {
    const one = known.find(({ name }) => name === server);
    if (!one) throw new ToolFailure("unreachable", false, `${server} is named no more`);
    const timeoutMs = terms.seconds * 1_000;
    const line = await lineTo(one, Math.min(timeoutMs, CONNECT_MS));
    return line.call({ spec, tool, ...given, timeoutMs });
  }

  return {
    look,
    call,
    /** the tools of now, in the owner's order */
    offers: (): readonly Offer[] => known.flatMap(({ offers }) => offers),
    async close(): Promise<void> {
      await Promise.all(known.map(hangUp));
    },
  };
}

/** What somebody else has written, for a log or a screen: nothing in it can look like a line of ours. */
function inALine(text: string, most: number): string {
  return plainText(text, most).replaceAll(/\s+/gu, " ");
}

async function hangUp({ line }: Known): Promise<void> {
  const open = await line?.catch(() => undefined);
  await open?.close();
}

export type ToolServers = ReturnType<typeof createToolServers>;

function looksAt(server: string, { tools }: ToolServer, raw: RawTool[]): Look[] {
  const named = Object.entries(tools).map(([tool, terms]): Look => {
    const [found, twice] = raw.filter(({ name }) => name === tool);
    if (!found) return { server, tool, state: "missing", fingerprint: null, description: "", arguments: null };
    const read = {
      server,
      tool,
      fingerprint: fingerprintOf(found),
      description: descriptionOf(found),
      arguments: argumentsOf(found, Object.keys(terms.fill)) ?? null,
    };
    // Two of one name: nobody could say which one was read.
    if (read.arguments === null || twice) return { ...read, state: "unfit" };
    if (terms.approved === undefined) return { ...read, state: "not_approved" };
    return { ...read, state: terms.approved === read.fingerprint ? "offered" : "changed" };
  });
  const others = raw.filter(({ name }) => !Object.hasOwn(tools, name));
  return [
    ...named,
    ...others.map((one): Look => ({
      server,
      tool: inALine(one.name, MOST_NAME),
      state: "not_named",
      fingerprint: fingerprintOf(one),
      description: descriptionOf(one),
      arguments: argumentsOf(one, []) ?? null,
    })),
  ];
}

function offersOf(looks: Look[], { tools }: ToolServer): Offer[] {
  return looks.flatMap(({ server, tool, state, description, arguments: parameters }) => {
    const terms = tools[tool];
    if (state !== "offered" || !terms || !parameters) return [];
    return [{ server, tool, terms, spec: { name: `${server}__${tool}`, description, parameters } }];
  });
}
