import type { Database } from "../../../src/platform/database.ts";
import type { Duty } from "../duty.ts";
import type { Weather } from "../faults.ts";
import type { Outside } from "../outside.ts";
import type { Invariant, Violation } from "../promises.ts";
import type { Provider } from "../provider.ts";
import type { Chat, Said } from "../scene.ts";
import type { Deed } from "../staff.ts";
import type { ToolMaker } from "../tool-maker.ts";

/** All that is known at the end of a story. */
export type Told = {
  raw: Database;
  chats: Chat[];
  deeds: Deed[];
  provider: Provider;
  toolMaker: ToolMaker;
  outside: Outside;
  violations: Violation[];
  weather: Weather;
  /** since when nothing goes wrong any more */
  cleared: number;
  crashes: () => number;
  /** when somebody was there to do the house's work */
  duty: Duty;
  /** and when staff could be told of it besides */
  reach: Duty;
  /** by how many milliseconds more something may be late, where a clock has jumped */
  late: number;
  /** the customers whose contract was changed meanwhile */
  changed: Set<string>;
  /** the rows of the ledger as they were last seen, and the table of each */
  ledger: Map<string, string>;
};

/** A promise that did not hold; of each kind the first few are enough. */
export function report(told: Told, invariant: Invariant, detail: unknown): void {
  if (told.violations.filter((one) => one.invariant === invariant).length >= 3) return;
  const text = typeof detail === "string" ? detail : JSON.stringify(detail, (_key, value: unknown) => (typeof value === "bigint" ? value.toString() : value));
  told.violations.push({ invariant, detail: text.slice(0, 600) });
}

/** How a message of somebody's is called in our rows. */
export function publicId({ channel, key }: Chat, { id }: Said): string {
  return channel === "web" ? id : `${key}.${id}`;
}

/** A message as it stands at the end. */
export type MessageRow = {
  id: string;
  conversation: string;
  seq: number;
  author: string;
  name: string | null;
  public_id: string;
  text: string;
  in_reply_to: string[];
  turn: string | null;
  outcome: string | null;
  sources: { title: string; url: string }[];
  at: Date;
  /** of an avatar's message: why its turn was */
  cause: string | null;
};
