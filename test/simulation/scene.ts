import type { Chance } from "../faults/random.ts";
import type { Faults } from "./faults.ts";
import type { Lots } from "./lots.ts";
import type { Outside } from "./outside.ts";
import type { Scheduler } from "./scheduler.ts";
import type { World } from "./world.ts";

/** One message, as its writer knows it. */
export type Said = {
  id: string;
  text: string;
  mark: string;
  kind: "question" | "human" | "safety" | "unknown" | "thanks" | "account" | "odd" | "hello" | "remember" | "known" | "forget" | "remind" | "nudge" | "upset";
  at: number;
  acknowledged: { at: number; seq: number } | undefined;
  /** of a reminder: when it is due for whoever reads it at `now` */
  due?: (now: number) => number;
};

/** One conversation of one person. `key` is how the channel knows it. */
export type Chat = {
  who: string;
  /** who writes it; the same in all conversations of somebody whom we recognise */
  person: string;
  channel: "web" | "chat";
  customer: string | undefined;
  key: string;
  conversation: string | undefined;
  said: Said[];
  seen: Map<string, string>;
  /** what was read while it was written, by the draft's id */
  drafts: Map<string, { text: string; takenBack: boolean }>;
  /** so long after their first message was acknowledged, they are to be erased */
  leaves: number | undefined;
  /** its writer is being erased, and writes no more in it: by the name of this conversation, or of another one of theirs */
  erased?: "asked" | "along";
};

/** `chance`: of whoever acts in it. */
export type Scene = {
  world: World;
  scheduler: Scheduler;
  lots: Lots;
  chance: Chance;
  faults: Faults;
  outside: Outside;
  chats: Chat[];
  customers: string[];
  /** the budgets of those whose contract was changed */ changed: Set<string>;
  /** whether somebody is going to be erased */
  erases: boolean;
};
