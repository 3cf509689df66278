import { priceOf, unknownModelHelp, type Price } from "../../ledger/index.ts";
import type { Settings } from "../../platform/config.ts";
import type { Book } from "../../rulebook/index.ts";
import { LANGCHAIN, createLangChainModel } from "./langchain.ts";
import { ModelUnknown, type Model } from "./model.ts";
import { createOpenAI, type OpenAISettings } from "./openai.ts";

/** What a model is there for: the main one, those that stand in for it in their order, and the cheap one. */
export type Role = "main" | "second" | "third" | "fourth" | "cheap";

/** A model and what it costs at this moment. */
export type Priced = { model: Model; price: Price };

export type Offers = Partial<Record<Role, Priced>>;

export type ModelSettings = { apiKey: string | undefined; baseUrl: string | undefined; main: string | undefined; cheap: string | undefined; timeoutMs: number };

export function modelSettings(settings: Pick<Settings, "OPENAI_API_KEY" | "OPENAI_BASE_URL" | "MODEL" | "MODEL_CHEAP" | "MODEL_TIMEOUT_MS">): ModelSettings {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, MODEL: main, MODEL_CHEAP: cheap, MODEL_TIMEOUT_MS: timeoutMs } = settings;
  return { apiKey, baseUrl, main, cheap, timeoutMs };
}

/** The models that serve. None at all: the built-in one answers. */
export type Models = {
  /** whoever serves under this book, with the prices of this book and moment */
  offers(book: Book, at: Date): Offers;
  /** Makes ready what a book names. @throws ModelUnknown with what to do about it */
  prepare(book: Book, at: Date): Promise<void>;
  close(): Promise<void>;
};

/** For work beside the turns, which is never worth the dearer one: the cheap model, or the only one that there is. */
export function cheapestOf(models: Models): Models {
  return {
    ...models,
    offers(book, at) {
      const { cheap, main } = models.offers(book, at);
      const one = cheap ?? main;
      return one ? { cheap: one } : {};
    },
  };
}

/** Who is named for what. The rulebook's models stand in for MODEL; without it the built-in one answers, whatever they are. */
export function namesOf({ main, cheap }: Pick<ModelSettings, "main" | "cheap">, book: Book): [Role, string][] {
  const real = (name: string | undefined) => (name === "built-in" ? undefined : name);
  const [second, third, fourth] = real(main) === undefined ? [] : book.models.fallback;
  const named: [Role, string | undefined][] = [
    ["main", real(main)],
    ["second", second],
    ["third", third],
    ["fourth", fourth],
    ["cheap", real(cheap)],
  ];
  return named.filter((entry): entry is [Role, string] => entry[1] !== undefined);
}

/**
 * Opens the models that settings and rulebook name. Prices are not kept: each question to `offers` reads those of the book that is given.
 * @throws ModelUnknown
 */
export async function createModels(settings: ModelSettings, book: Book, now: Date): Promise<Models> {
  const { apiKey, baseUrl, timeoutMs } = settings;
  const endpoint: OpenAISettings = { apiKey: apiKey ?? "none", baseUrl, timeoutMs };
  const open = new Map<string, Model>();
  let openai: ReturnType<typeof createOpenAI> | undefined;

  async function opened(name: string): Promise<Model> {
    const ours = !name.startsWith(LANGCHAIN) || name.startsWith(`${LANGCHAIN}openai/`);
    if (ours && !apiKey && !baseUrl) throw new ModelUnknown(`The model ${name} needs OPENAI_API_KEY, or OPENAI_BASE_URL of a server of your own.`);
    if (name.startsWith(LANGCHAIN)) return createLangChainModel(name, endpoint);
    openai ??= createOpenAI(endpoint);
    return openai.model(name);
  }

  async function prepare(wanted: Book, at: Date): Promise<void> {
    for (const [, name] of namesOf(settings, wanted)) {
      priceFor(name, wanted, at);
      if (!open.has(name)) open.set(name, await opened(name));
    }
  }

  await prepare(book, now);
  return {
    prepare,
    offers(current, at) {
      const offers: Offers = {};
      for (const [role, name] of namesOf(settings, current)) {
        const model = open.get(name);
        const price = model && priceOf(name, current, at);
        if (price) offers[role] = { model, price };
      }
      return offers;
    },
    close: async () => openai?.close(),
  };
}

/** @throws ModelUnknown; PriceError where the rulebook cannot turn the price into its own currency */
function priceFor(name: string, book: Book, at: Date): Price {
  const price = priceOf(name, book, at);
  if (!price) throw new ModelUnknown(unknownModelHelp(name));
  return price;
}
