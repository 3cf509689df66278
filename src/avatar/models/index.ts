import { priceOf, unknownModelHelp } from "../../ledger/index.ts";
import type { Book } from "../../rulebook/index.ts";
import type { Priced, Role } from "../steps.ts";
import { createOpenAI } from "./openai.ts";

/** A model without a price: nothing could be booked, so nothing starts. `message` holds the lines to paste. */
export class ModelUnknown extends Error {
  readonly code = "model_unknown";
}

export type ModelSettings = { apiKey: string | undefined; baseUrl: string | undefined; main: string | undefined; cheap: string | undefined; timeoutMs: number };

/** The models that serve, each with its price. None at all: the built-in one answers. @throws ModelUnknown */
export function createModels(settings: ModelSettings, book: Book, now: Date): { models: Partial<Record<Role, Priced>>; close(): Promise<void> } {
  const names: [Role, string | undefined][] = [
    ["main", settings.main],
    ["cheap", settings.cheap],
  ];
  const wanted = names.filter((entry): entry is [Role, string] => entry[1] !== undefined && entry[1] !== "built-in");
  if (wanted.length === 0) return { models: {}, close: async () => undefined };
  const { model, close } = createOpenAI({ apiKey: settings.apiKey ?? "none", baseUrl: settings.baseUrl, timeoutMs: settings.timeoutMs });
  const models: Partial<Record<Role, Priced>> = {};
  for (const [role, name] of wanted) {
    if (name.startsWith("langchain:"))
      throw new ModelUnknown(
        `MODEL=${name}: other providers are not part of this version yet. Use an OpenAI-compatible endpoint, or leave MODEL out for the built-in model.`,
      );
    const price = priceOf(name, book, now);
    if (!price) throw new ModelUnknown(unknownModelHelp(name));
    models[role] = { model: model(name), price };
  }
  return { models, close };
}
