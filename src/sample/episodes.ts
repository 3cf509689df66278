import type { Customer } from "../customers/index.ts";
import type { Book } from "../rulebook/index.ts";
import type { Scenario } from "./files.ts";
import type { EpisodeRow } from "./rows.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Faults of our own product: matters about them never count against a customer. */
const OUR_FAULTS: readonly string[] = ["MDB-3008"];

/** Neither ours nor about security nor an emergency: those never count against a customer. */
export function countsAgainst({ topic, errorCode, outcome }: Scenario): boolean {
  return topic !== "security" && outcome !== "overridden" && !(errorCode !== undefined && OUR_FAULTS.includes(errorCode));
}

/** The matters of the past, joined as the inbox joins them. */
export function openMatters(rules: Book["episodes"], now: Date) {
  const all: EpisodeRow[] = [];
  const safety = new Set<string>();

  /** The matter that a conversation beginning at `at` belongs to. */
  function matterOf(customer: Customer, scenario: Scenario, at: Date, id: () => string): EpisodeRow {
    const { topic, errorCode = null, productVersion = null } = scenario;
    const near = all.findLast(
      (one) =>
        one.customer === customer.id &&
        at.getTime() - one.last_at.getTime() <= rules.joinHours * HOUR &&
        (errorCode === null ? one.topic === topic : one.error_code === errorCode),
    );
    if (near) return near;
    const ours = errorCode !== null && OUR_FAULTS.includes(errorCode);
    const made = {
      id: id(),
      customer: customer.id,
      topic,
      error_code: errorCode,
      product_version: productVersion,
      ours,
      opened_at: at,
      last_at: at,
      closed_at: null,
    };
    all.push(made);
    return made;
  }

  return {
    matterOf,
    /** The last words on it. */
    touch(matter: EpisodeRow, at: Date) {
      if (at > matter.last_at) matter.last_at = at;
    },
    /** A safety matter came up in it. */
    markSafety: (matter: EpisodeRow) => safety.add(matter.id),
    isSafety: (matter: EpisodeRow) => safety.has(matter.id) || matter.topic === "security",
    /** All of them, those that fell silent closed. */
    settled(): EpisodeRow[] {
      for (const one of all) {
        const closes = one.last_at.getTime() + rules.closeDays * DAY;
        one.closed_at = closes < now.getTime() ? new Date(closes) : null;
      }
      return all;
    },
  };
}
export type Matters = ReturnType<typeof openMatters>;
