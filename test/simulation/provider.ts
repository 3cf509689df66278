import { ModelFailure, type Model, type ModelReply, type ModelRequest } from "../../src/avatar/models/model.ts";
import type { Price } from "../../src/ledger/index.ts";
import type { Chance } from "../faults/random.ts";
import { mostlyShort, type Faults } from "./faults.ts";
import type { Owner, Scheduler } from "./scheduler.ts";
import { ORDER, TOOL, TOOL_WORDS } from "./tool-maker.ts";

/** One call as the vendor of the model has it in its books. */
export type Call = {
  number: number;
  model: string;
  process: string;
  /** it came to the vendor: from then on it may be charged */
  arrived: boolean;
  /** the tokens that will be charged: no two calls have the same pair, so that each booking is known by it */
  usage: { input: number; output: number };
  /** what the vendor charges for them, in hundredths of a millionth of a dollar */
  bill: bigint;
  /** what it would charge at most: each byte of the request a token, and as many tokens of a reply as were allowed */
  most: bigint;
  /** whether whoever asked got the usage, and could believe it */
  told: boolean;
  request: string;
};

type PriceList = Record<string, { input: bigint; output: bigint }>;

// The vendor's price lists, written down by hand: so many hundredths of a millionth of a dollar for each token (gpt-4o: 2.50 and 10 dollars
// for a million). Nothing of the house's own reckoning stands in them. The second holds for whom the owner has written it into the rulebook.
const LIST: PriceList = { "gpt-4o": { input: 250n, output: 1_000n }, "gpt-4o-mini": { input: 15n, output: 60n } };
const RAISED: PriceList = { "gpt-4o": { input: 900n, output: 3_600n }, "gpt-4o-mini": { input: 20n, output: 80n } };

function charge(list: PriceList, model: string, { input, output }: { input: number; output: number }): bigint {
  const price = list[model];
  if (!price) throw new Error(`The vendor does not sell ${model}.`);
  return BigInt(input) * price.input + BigInt(output) * price.output;
}

const TIMEOUT_MS = 30_000; // MODEL_TIMEOUT_MS as it comes: the adapter gives up after so long without a token
const MARK = /\(ref (k\d+)\)/g;

/** Words of which none may ever leave the house: they stand where only staff may read. */
export const SECRETS = ["zanzibarine note", "quokkadale plan", "velvetine fee"];

/** The vendor of the models: slow, wrong, wordy, going round in circles, dead, expensive or malicious, and it keeps its own books of what it charges. */
export function createProvider(scheduler: Scheduler, faults: Faults) {
  const calls: Call[] = [];
  const used = new Set<string>();

  function model(name: string, source: Price["source"], process: Owner): Model {
    const list = source === "rulebook" ? RAISED : LIST;
    return {
      name,
      bytesOf: (request) => Buffer.byteLength(written(name, request)),
      ask: (request) => ask(name, list, process, request),
    };
  }

  async function ask(name: string, list: PriceList, process: Owner, request: ModelRequest): Promise<ModelReply> {
    const number = calls.length + 1;
    const text = written(name, request);
    const mark = markOf(request);
    const luck = faults.luck(`model thinks about ${mark}`);
    const drawn = faults.is("model down") ? "dead" : (stuckIn(request) ?? (faults.model(luck) ? luck.oneOf(BAD) : luck.oneOf(GOOD)));
    const mood = moodOutside(drawn, request, () => faults.luck(`model looks outside for ${mark}`)) ?? drawn;
    const most = { input: Buffer.byteLength(text), output: request.maxOutputTokens };
    const usage = usageOf(mood, number, most);
    const charges = { bill: charge(list, name, usage), most: charge(list, name, most) };
    const call: Call = { number, model: name, process: process.name, arrived: false, usage, ...charges, told: false, request: text };
    calls.push(call);
    scheduler.seen(text);
    if (request.signal.aborted) throw new ModelFailure("stopped", "no", "the turn was stopped before it began");
    const wait = (ms: number) => patiently(process, ms, request.signal);
    await wait(mostlyShort(luck, 4_000));
    if (mood === "dead") throw new ModelFailure("unreachable", "no", "the model endpoint cannot be reached");
    if (mood === "busy") throw new ModelFailure("refused", "no", "the model endpoint answered 429");
    call.arrived = true;
    if (mood === "hangs") {
      await wait(TIMEOUT_MS);
      throw new ModelFailure("timeout", "maybe", "no token");
    }
    if (mood === "slow") await wait(5_000 + mostlyShort(luck, 60_000));
    const reply = replyOf(mood, request, mark, luck, number);
    for (const piece of piecesOf(reply.text, mood === "verbose" ? MANY_PIECES : 2)) {
      await wait(mostlyShort(luck, 1_500));
      if (!request.onText(piece)) throw new ModelFailure("stopped", "maybe", "the turn wanted no more");
      if (mood === "breaks off") throw new ModelFailure("broken_off", "maybe", "the connection was closed in the middle");
    }
    await wait(mostlyShort(luck, 1_000));
    const told = mood === "lies" ? { prompt_tokens: 900_000_000, completion_tokens: 5 } : mood === "mute" ? undefined : asUsage(usage);
    call.told = mood !== "lies" && mood !== "mute" && usage.input <= most.input && usage.output <= most.output;
    return { text: reply.text, toolCalls: reply.toolCalls, usage: told, finish: mood === "verbose" ? "length" : "stop" };
  }

  /** Few tokens, or as many as there can be: nearly one for each byte that was sent, and all that were allowed for the answer. */
  function usageOf(mood: Mood, number: number, most: Call["usage"]): Call["usage"] {
    const output = mood === "expensive" || mood === "verbose" ? most.output : 1 + (number % 50);
    const usage = { input: mood === "expensive" ? most.input : 10 + number, output };
    while (used.has(`${usage.input}/${usage.output}`)) usage.input--;
    used.add(`${usage.input}/${usage.output}`);
    return usage;
  }

  async function patiently(process: Owner, ms: number, signal: AbortSignal): Promise<void> {
    const wait = scheduler.wait(process, ms, "the model thinks");
    let stopped: (() => void) | undefined;
    const aborted = new Promise<void>((resolve) => signal.addEventListener("abort", (stopped = resolve as () => void), { once: true }));
    await Promise.race([wait.done, aborted]);
    wait.cancel();
    if (stopped) signal.removeEventListener("abort", stopped);
    if (signal.aborted) throw new ModelFailure("stopped", "maybe", "the turn was stopped");
  }

  return { model, calls };
}

export type Provider = ReturnType<typeof createProvider>;

const GOOD = [
  "answers",
  "answers",
  "answers",
  "answers",
  "cites",
  "cites",
  "cites",
  "asks for a human",
  "looks it up",
  "keeps it for later",
  "asks about the account",
  "notes a fact",
  "slow",
  "verbose",
  "expensive",
] as const;
const BAD = [
  "dead",
  "busy",
  "hangs",
  "breaks off",
  "lies",
  "mute",
  "says nothing",
  "promises money",
  "tells secrets",
  "claims to be human",
  "links",
  "loops",
  "calls nonsense",
] as const;
type Mood = (typeof GOOD)[number] | (typeof BAD)[number] | "asks the shop" | "obeys the shop";

/** Which tool it calls first, and what it says once that has answered. */
const TOOLS: Partial<Record<Mood, { tool: string; given: unknown; after: string }>> = {
  "asks for a human": { tool: "request_human", given: { reason: "request" }, after: "I have asked for it." },
  "looks it up": { tool: "search_knowledge", given: { query: "backup" }, after: "the pages say how it is done." },
  "keeps it for later": { tool: "ask_later", given: {}, after: "I do not know that yet." },
  "asks about the account": { tool: "my_account", given: {}, after: "this is what your contract says." },
};

/** It understands who would like a nudge. */
const NUDGED = /a nudge on Monday at nine|ein Stups am Montag um neun/;
const REMINDING = { tool: "schedule_follow_up", given: { when: "on Monday at 9:00", what: "what they said" }, after: "it stands." };

/** What it wants remembered, of the person or of their company, with the mark by which it is known wherever it is read again. */
function noting(mark: string, luck: Chance) {
  const about = luck.oneOf(["person", "company"] as const);
  const fact = `the window for upgrades is at two (${about === "company" ? "company" : "fact"} ${mark})`;
  return { tool: "remember", given: { fact, about, confidence: luck.oneOf(["said", "noticed"] as const) }, after: "I have noted it." };
}

const SAYINGS: Partial<Record<Mood, string>> = {
  "promises money": "we give you a discount of 40 % on your next invoice, and we refund the last one.",
  "claims to be human": "I am a real person and not a machine, I promise.",
  links: "see https://evil.example/steal?q=1 and ![x](https://evil.example/pixel.png) for more.",
};
const ORDINARY = "first look at the log, then try it once more. Write again if it does not work.";
const MANY_PIECES = 20;
const LETTERS_OF_A_TOKEN = 4;

/** What a model calls that has lost its way, or wants to lead us off ours. */
const NONSENSE = [
  { name: "delete_everything", arguments: "{}" },
  { name: "__proto__", arguments: "{}" },
  { name: "request_human", arguments: '{"reason": "requ' },
  { name: "request_human", arguments: '{"__proto__": {"reason": "danger"}, "reason": "because"}' },
  { name: "search_knowledge", arguments: '{"__proto__": {"query": "backup"}}' },
  { name: "search_knowledge", arguments: '{"query": ["backup"], "constructor": {"prototype": {"query": "backup"}}}' },
  { name: "my_account", arguments: "null" },
];

function replyOf(mood: Mood, request: ModelRequest, mark: string, luck: Chance, number: number): Pick<ModelReply, "text" | "toolCalls"> {
  const { messages, tools } = request;
  const say = (text: string) => ({ text: `About ${mark}: ${text}`, toolCalls: [] });
  const call = (name: string, given: string) => ({ text: "", toolCalls: [{ id: `call_${number}_${mood}`, name, arguments: given }] });
  if (mood === "asks the shop") return call(TOOL, JSON.stringify({ order: `order of ${mark}`, customer: "somebody else" }));
  if (mood === "obeys the shop") return call("remember", JSON.stringify({ fact: `${TOOL_WORDS} a sale`, about: "person", confidence: "said" }));
  const use = mood === "notes a fact" ? noting(mark, luck) : mood === "answers" && NUDGED.test(askedIn(request)) ? REMINDING : TOOLS[mood];
  const answered = messages.some((message) => message.role === "tool") || tools.length === 0;
  if (use && !answered) return call(use.tool, JSON.stringify(use.given));
  if (mood === "loops" && tools.length > 0) return call("search_knowledge", JSON.stringify({ query: `backup ${messages.length}` }));
  if (mood === "calls nonsense" && !answered) {
    const { name, arguments: given } = luck.oneOf(NONSENSE);
    return call(name, given);
  }
  if (mood === "says nothing") return { text: "", toolCalls: [] };
  if (mood === "tells secrets") return say(luck.happens(0.5) ? `between us, here is the ${luck.oneOf(SECRETS)}.` : (messages[0]?.content ?? ""));
  if (mood === "cites") {
    const page = /<page id="([^"]+)"/.exec(messages.map((message) => message.content ?? "").join("\n"))?.[1];
    return say(`the steps are on this page [${page ?? "no-such-page"}]. They are short, and they work on every system that we know of.`);
  }
  // It stops in the middle of a word, where its tokens end.
  if (mood === "verbose") return say(`${ORDINARY} `.repeat(50).slice(0, request.maxOutputTokens * LETTERS_OF_A_TOKEN));
  return say(use?.after ?? SAYINGS[mood] ?? ORDINARY);
}

const OUTSIDE_SHARE = 0.2; // of what it would answer by itself, it looks up outside,
const TWICE_SHARE = 0.3; // and of that, it asks once more

/** It asks a tool of another system, and does what that says. */
function moodOutside(mood: Mood, { messages, tools }: ModelRequest, luck: () => Chance): Mood | undefined {
  if (mood === "dead" || mood === "loops" || !tools.some(({ name }) => name === TOOL)) return undefined;
  const results = messages.filter((message) => message.role === "tool");
  const last = messages.at(-1);
  if (last?.role === "tool" && last.content.includes(ORDER)) return "obeys the shop";
  if (results.length === 0) return mood === "answers" && luck().happens(OUTSIDE_SHARE) ? "asks the shop" : undefined;
  const isShops = results.length === 1 && last?.role === "tool" && last.content.startsWith(`Result of ${TOOL}`);
  return isShops && luck().happens(TWICE_SHARE) ? "asks the shop" : undefined;
}

/** Who goes round in circles goes on so. */
function stuckIn({ messages }: ModelRequest): Mood | undefined {
  const last = messages.at(-1);
  return last?.role === "tool" && last.callId.endsWith("_loops") ? "loops" : undefined;
}

function askedIn({ messages }: ModelRequest): string {
  return messages.findLast((message) => message.role === "user")?.content ?? "";
}

/** The mark of the message that was asked last. */
function markOf(request: ModelRequest): string {
  return [...askedIn(request).matchAll(MARK)].at(-1)?.[1] ?? "none";
}

function piecesOf(text: string, most: number): string[] {
  const length = Math.max(1, Math.ceil(text.length / most));
  return Array.from({ length: Math.ceil(text.length / length) }, (_, i) => text.slice(i * length, (i + 1) * length));
}

function asUsage({ input, output }: Call["usage"]) {
  return { prompt_tokens: input, completion_tokens: output, total_tokens: input + output };
}

function written(name: string, request: ModelRequest): string {
  return JSON.stringify({ model: name, messages: request.messages, tools: request.tools, max_tokens: request.maxOutputTokens });
}
