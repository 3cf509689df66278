import type { Clock } from "../platform/clock.ts";
import { applyWrites } from "../platform/commit.ts";
import type { Database } from "../platform/database.ts";
import type { Ids } from "../platform/ids.ts";
import type { Settings } from "../platform/config.ts";
import type { Log } from "../platform/log.ts";
import { amount, ceiling, priceOf, transfer, unknownModelHelp } from "../ledger/index.ts";
import type { Rulebook } from "../rulebook/index.ts";
import { providerEmbedder, type SearchCosts } from "./models/embeddings-openai.ts";
import { ModelUnknown } from "./models/model.ts";

type Rooms = { db: Database; clock: Clock; ids: Ids; log: Pick<Log, "warn">; rulebook: Pick<Rulebook, "current"> };

const PROVIDER = "openai:";
/** Who pays for finding pages by meaning: nobody's question is dearer for it. */
const PAYER = "company/search";

/**
 * Vectors are paid for by the company. The most that a call can cost is booked before it is made, and what it did not cost is booked back: whoever
 * dies in between has booked the ceiling, and so has a call whose usage nobody knows, or whose usage cannot be (a token has at least a byte).
 * @throws ModelUnknown at once, where no price is known
 */
export function createSearchCosts({ db, clock, ids, log, rulebook }: Rooms, name: string): SearchCosts {
  const price = () => {
    const { book } = rulebook.current();
    const known = priceOf(name, book, clock.now());
    if (!known) throw new ModelUnknown(unknownModelHelp(name));
    return { known, currency: book.business.currency };
  };
  price();

  return {
    async before(bytes) {
      const { known, currency } = price();
      const most = ceiling(known, bytes, 0);
      const key = `search/${ids.next("att")}`;
      const book = (suffix: string, sum: bigint, facts: Record<string, unknown>) =>
        applyWrites(
          db,
          transfer({
            key: key + suffix,
            kind: "search",
            cause: "search",
            facts: { model: name, priceSource: known.source, exchange: known.exchange, ...facts },
            at: clock.now(),
            currency,
            lines: [
              { account: PAYER, amount: sum },
              { account: "vendor/model", amount: -sum },
            ],
          }),
        );
      if (most > 0n) await book("", most, { mostTokens: bytes });
      return async (tokens) => {
        if (typeof tokens !== "number" || !Number.isSafeInteger(tokens) || tokens < 0 || tokens > bytes) {
          log.warn({ model: name, transfer: key }, "what a search by meaning has used is not known: it stands at its ceiling");
          return;
        }
        const used = tokens === 0 ? 0n : amount(known, { input: tokens, cachedInput: 0, cacheWrite: 0, output: 0, reasoning: 0 });
        if (used < most) await book("/rest", used - most, { inputTokens: tokens });
      };
    },
  };
}

type Named = Pick<Settings, "EMBEDDINGS" | "OPENAI_API_KEY" | "OPENAI_BASE_URL" | "MODEL_TIMEOUT_MS" | "DATA_DIR">;

/** Finding pages by the meaning that a provider's model tells, where `EMBEDDINGS` names one. @throws ModelUnknown where no price is known */
export function providerMeaning(rooms: Rooms, settings: Named) {
  const name = settings.EMBEDDINGS?.startsWith(PROVIDER) ? settings.EMBEDDINGS.slice(PROVIDER.length) : undefined;
  if (name === undefined) return undefined;
  const { OPENAI_API_KEY: apiKey = "none", OPENAI_BASE_URL: baseUrl, MODEL_TIMEOUT_MS: timeoutMs } = settings;
  const embedder = providerEmbedder({ name, apiKey, baseUrl, timeoutMs, clock: rooms.clock, log: rooms.log, costs: createSearchCosts(rooms, name) });
  return { embedder, file: `${settings.DATA_DIR}/vectors.txt` };
}
