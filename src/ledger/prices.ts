import { calcPrice } from "@pydantic/genai-prices";
import type { ModelPrice } from "@pydantic/genai-prices";
import { divideUp } from "./money.ts";
import type { Usage } from "./usage.ts";

/**
 * What a step of a model costs. A price is plain data, so it is stored with the attempt and the cost can be computed
 * again years later, whatever the price list says then.
 */

/** The pinned price list; a test keeps this equal to the installed package. */
export const SNAPSHOT = "genai-prices 0.1.8";

/** A price per million tokens as a decimal string; a tier holds for all tokens once the whole input is above it. */
export type Rate = { base: string; tiers?: { above: number; price: string }[] };

export type Price = {
  model: string;
  /** where it comes from: the rulebook, the snapshot, or the built-in model's nothing */
  source: "rulebook" | "built-in" | typeof SNAPSHOT;
  /** the currency of the rates */
  currency: string;
  input: Rate;
  output: Rate;
  /** missing: as input */
  cachedInput?: Rate;
  /** missing: as input */
  cacheWrite?: Rate;
  /** missing: as input */
  audioInput?: Rate;
  /** missing: as output */
  reasoning?: Rate;
  /** missing: as output */
  audioOutput?: Rate;
  /** per thousand requests, beside the tokens */
  requests?: string;
  /** null: the rates are in our own currency; else one unit of `from` is `rate` units of `to` */
  exchange: { from: string; to: string; rate: string; date: string } | null;
};

type RulebookRate = { price: string; currency: string };
type RulebookPrice = {
  input: RulebookRate;
  output: RulebookRate;
} & Partial<Record<(typeof OWN_KINDS)[number], RulebookRate | undefined>>;

/** The kinds of tokens that may have a price of their own. */
const OWN_KINDS = ["cachedInput", "cacheWrite", "audioInput", "reasoning", "audioOutput"] as const;

/** The part of the rulebook that prices need. */
export type PriceBook = {
  business: { currency: string };
  prices: Record<string, RulebookPrice>;
  exchange: Record<string, { rate: string; date: string }>;
};

export class PriceError extends Error {
  readonly code: "exchange_missing";
  constructor(from: string, to: string) {
    super(
      `model prices are in ${from}, and the rulebook has no rate for it. Add to policies.yaml:\n\nexchange:\n  ${from}:\n    rate: 0.92 # what one ${from} is in ${to}\n    date: 2026-11-02`,
    );
    this.name = "PriceError";
    this.code = "exchange_missing";
  }
}

/**
 * The price of a model by its name, whatever the URL: the rulebook's first, else the snapshot's as it is at `at` (some
 * vendors charge by the hour of the day). A provider may stand before the name: `langchain:anthropic/claude-…`.
 * Undefined: nobody knows the price, so nothing could be booked rightly; see `unknownModelHelp`.
 * @throws PriceError `exchange_missing`
 */
export function priceOf(modelName: string, book: PriceBook, at: Date): Price | undefined {
  if (modelName === "built-in") return builtInPrice(book);
  const plain = modelName.replace(/^langchain:/, "");
  const own = ownPrice(modelName, book) ?? ownPrice(plain, book);
  if (own) return own;
  return snapshotPrice(plain, book, at);
}

/** What to tell an owner whose model has no price: the lines to paste. */
export function unknownModelHelp(modelName: string): string {
  const key = /^[A-Za-z][A-Za-z0-9._-]*$/.test(modelName) ? modelName : JSON.stringify(modelName);
  return [
    `No price is known for the model ${JSON.stringify(modelName)}, so its cost could not be booked.`,
    "Add it to policies.yaml, per million tokens, in USD or your own currency. A model on your own machine costs 0:",
    "",
    "prices:",
    `  ${key}:`,
    "    input: 0 USD",
    "    output: 0 USD",
  ].join("\n");
}

/** An upper bound of what a step can cost: every byte a token, everything at its dearest rate. Micro-units. */
export function ceiling(price: Price, requestBytes: number, maxOutputTokens: number): bigint {
  const { cachedInput, cacheWrite, audioInput, reasoning, audioOutput } = ratesOf(price);
  const input = dearest([price.input, cachedInput, cacheWrite, audioInput]);
  const output = dearest([price.output, reasoning, audioOutput]);
  return rated(price, BigInt(requestBytes) * input + BigInt(maxOutputTokens) * output);
}

/** What a step has cost, in micro-units of our currency, multiplied exactly and rounded up once. */
export function amount(price: Price, usage: Usage): bigint {
  const { cachedInput, cacheWrite, audioInput, reasoning, audioOutput } = ratesOf(price);
  const at = (tokens: number, rate: Rate) => BigInt(tokens) * scaled(rateFor(rate, usage.input));
  const { audioInput: heard = 0, audioOutput: spoken = 0 } = usage;
  const plainInput = usage.input - usage.cachedInput - usage.cacheWrite - heard;
  const input = at(plainInput, price.input) + at(usage.cachedInput, cachedInput) + at(usage.cacheWrite, cacheWrite) + at(heard, audioInput);
  const plainOutput = usage.output - usage.reasoning - spoken;
  const output = at(plainOutput, price.output) + at(usage.reasoning, reasoning) + at(spoken, audioOutput);
  return rated(price, input + output);
}

/** Every rate; one that the price does not have is that of plain tokens. */
function ratesOf({ input, output, cachedInput = input, cacheWrite = input, audioInput = input, reasoning = output, audioOutput = output }: Price) {
  return { cachedInput, cacheWrite, audioInput, reasoning, audioOutput };
}

/** Nothing is charged for it: a model on our own machine, or the built-in one. */
export function isFree(price: Price): boolean {
  return ceiling(price, 1, 1) === 0n;
}

function builtInPrice(book: PriceBook): Price {
  return { model: "built-in", source: "built-in", currency: book.business.currency, input: { base: "0" }, output: { base: "0" }, exchange: null };
}

function ownPrice(modelName: string, book: PriceBook): Price | undefined {
  if (!Object.hasOwn(book.prices, modelName)) return undefined;
  const own = book.prices[modelName];
  if (!own) return undefined;
  const { currency } = own.input;
  return {
    model: modelName,
    source: "rulebook",
    currency,
    input: { base: own.input.price },
    output: { base: own.output.price },
    ...Object.fromEntries(OWN_KINDS.flatMap((kind) => (own[kind] ? [[kind, { base: own[kind].price }]] : []))),
    exchange: exchangeOf(currency, book),
  };
}

function snapshotPrice(modelName: string, book: PriceBook, at: Date): Price | undefined {
  const listed = lookUp(modelName, at);
  if (!listed) return undefined;
  const { input_mtok: input, output_mtok: output } = listed.model_price;
  if (input === undefined || output === undefined) return undefined;
  const { cache_read_mtok: read, cache_write_mtok: write, output_reasoning_mtok: reasoning, requests_kcount: requests } = listed.model_price;
  const { input_audio_mtok: heard, output_audio_mtok: spoken } = listed.model_price;
  return {
    model: `${listed.provider.id}/${listed.model.id}`,
    source: SNAPSHOT,
    currency: "USD",
    input: rateOf(input),
    output: rateOf(output),
    ...(read !== undefined && { cachedInput: rateOf(read) }),
    ...(write !== undefined && { cacheWrite: rateOf(write) }),
    ...(heard !== undefined && { audioInput: rateOf(heard) }),
    ...(reasoning !== undefined && { reasoning: rateOf(reasoning) }),
    ...(spoken !== undefined && { audioOutput: rateOf(spoken) }),
    ...(typeof requests === "number" && { requests: decimal(requests) }),
    exchange: exchangeOf("USD", book),
  };
}

type Found = NonNullable<ReturnType<typeof calcPrice>>;

/** The search takes a tenth of a millisecond, and prices change on whole minutes only. Few models are ever asked for. */
const found = new Map<string, { minute: number; result: Found | null }>();

function lookUp(modelName: string, at: Date): Found | null {
  const minute = Math.floor(at.getTime() / 60_000);
  const last = found.get(modelName);
  if (last?.minute === minute) return last.result;
  const result = search(modelName, at);
  found.set(modelName, { minute, result });
  return result;
}

/** "gpt-4o-mini" by its own name, "anthropic/claude-…" by provider and name. */
function search(modelName: string, timestamp: Date): Found | null {
  const none = { input_tokens: 0, output_tokens: 0 };
  const byName = calcPrice(none, modelName, { timestamp });
  if (byName) return byName;
  const slash = modelName.indexOf("/");
  if (slash <= 0) return null;
  return calcPrice(none, modelName.slice(slash + 1), { timestamp, providerId: modelName.slice(0, slash) });
}

function exchangeOf(currency: string, book: PriceBook): Price["exchange"] {
  const to = book.business.currency;
  if (currency === to) return null;
  const exchange = Object.hasOwn(book.exchange, currency) ? book.exchange[currency] : undefined;
  if (!exchange) throw new PriceError(currency, to);
  return { from: currency, to, rate: exchange.rate, date: exchange.date };
}

function rateOf(value: NonNullable<ModelPrice[string]>): Rate {
  if (typeof value === "number") return { base: decimal(value) };
  return { base: decimal(value.base), tiers: value.tiers.map(({ start, price }) => ({ above: start, price: decimal(price) })) };
}

/** The shortest decimal that names this number, as its author wrote it; never in powers of ten. */
function decimal(value: number): string {
  const text = String(value);
  return text.includes("e") ? value.toFixed(12).replace(/\.?0+$/, "") : text;
}

function rateFor(rate: Rate, input: number): string {
  let price = rate.base;
  let reached = -1;
  for (const tier of rate.tiers ?? []) {
    if (input <= tier.above || tier.above <= reached) continue;
    reached = tier.above;
    price = tier.price;
  }
  return price;
}

function dearest(rates: Rate[]): bigint {
  let most = 0n;
  for (const { base, tiers = [] } of rates) {
    for (const price of [base, ...tiers.map((tier) => tier.price)]) {
      const value = scaled(price);
      if (value > most) most = value;
    }
  }
  return most;
}

const PLACES = 12;
const SCALE = 10n ** BigInt(PLACES);

/** A decimal string as a whole number of 10^-12, exactly. */
function scaled(text: string): bigint {
  const match = /^(\d+)(?:\.(\d{1,12}))?$/.exec(text);
  if (!match) throw new RangeError(`not a decimal number with at most ${PLACES} places: ${text}`);
  return BigInt(match[1] ?? "") * SCALE + BigInt((match[2] ?? "").padEnd(PLACES, "0"));
}

/**
 * Tokens × price per million tokens is already in micro-units of the price's currency. The fee of the one request
 * comes on top, then the exchange rate; here and nowhere else it is rounded.
 */
function rated(price: Price, tokensTimesRate: bigint): bigint {
  const request = price.requests ? scaled(price.requests) * 1_000n : 0n;
  const rate = price.exchange ? scaled(price.exchange.rate) : SCALE;
  return divideUp((tokensTimesRate + request) * rate, SCALE * SCALE);
}
