import { z } from "zod";
import { Named, Page, Time } from "./shapes.ts";

/** Alerts, what holds them back, and what a rule would do before it is chosen. */

const Counted = z.object({
  id: z.string(),
  at: Time,
  /** a topic or an error code; null: a conference call */
  about: z.string().nullable(),
  /** where it was talked about first */
  conversation: z.string().nullable(),
});

export const Alert = z.object({
  id: z.string(),
  rule: z.string(),
  customer: Named.nullable(),
  state: z.enum(["pending", "firing", "resolved"]),
  value: z.number(),
  limit: z.number(),
  /** how many are usual in that time; null: the rule expects nothing */
  expected: z.number().nullable(),
  episodes: z.array(z.string()),
  counted: z.array(Counted),
  text: z.string(),
  /** what people may do about it; nothing of it is done by itself */
  may: z.array(z.enum(["training", "page", "plan", "calls", "person"])),
  at: Time,
  firedAt: Time.nullable(),
  /** when people heard of it last; null: not yet, or not while it is silenced */
  toldAt: Time.nullable(),
  resolvedAt: Time.nullable(),
  silenced: z.object({ by: z.string(), until: Time }).nullable(),
  /** a known outage holds it back */
  outage: z.boolean(),
  acknowledgedBy: Named.nullable(),
  acknowledgedAt: Time.nullable(),
});
export type Alert = z.infer<typeof Alert>;
/** Newest first. */
export const AlertQuery = Page.extend({ state: z.enum(["pending", "firing", "resolved"]).optional(), customer: z.string().optional() });
export type AlertQuery = z.infer<typeof AlertQuery>;

/** Nobody is told of such alerts until then; they stand in the list all the same. */
export const Silence = z.object({ id: z.string(), rule: z.string().nullable(), customer: Named.nullable(), by: Named, from: Time, until: Time });
export type Silence = z.infer<typeof Silence>;
/** A rule, a customer, or one about the other; at most 90 days. */
export const NewSilence = z.object({
  rule: z.string().min(1).max(64).nullable().optional(),
  customer: z.string().min(1).max(100).nullable().optional(),
  until: Time,
});
export type NewSilence = z.infer<typeof NewSilence>;

/** A time in which something of ours was broken: matters about it are ours, and nobody is told meanwhile that a customer calls often. */
export const Outage = z.object({ id: z.string(), cause: z.string().nullable(), from: Time, until: Time.nullable(), by: Named });
export type Outage = z.infer<typeof Outage>;
export const NewOutage = z.object({
  /** a topic or an error code, with @version where it is that version's; null: everything */
  cause: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}(@[A-Za-z0-9_.-]{1,32})?$/, "is a topic or an error code, such as backup, MDB-2107 or backup@4.3")
    .nullable()
    .optional(),
  /** when it began, if it is known late */
  since: Time.nullable().optional(),
});
export type NewOutage = z.infer<typeof NewOutage>;

/** The lines of one alert, as they would stand under `alerts:` in policies.yaml. */
export const ProposedAlert = z.object({ yaml: z.string().min(1).max(4_000) });
export type ProposedAlert = z.infer<typeof ProposedAlert>;
export const AlertForecast = z.object({
  rule: z.string(),
  customers: z.number(),
  /** if nobody's needs changed: alarms a month that mean nothing */
  falseAlarmsPerMonth: z.number(),
  since: Time,
  /** what it would have fired on, the newest first */
  wouldHaveFired: z.array(
    z.object({
      customer: Named,
      at: Time,
      until: Time.nullable(),
      value: z.number(),
      limit: z.number(),
      expected: z.number().nullable(),
      days: z.number(),
      episodes: z.array(z.string()),
    }),
  ),
});
export type AlertForecast = z.infer<typeof AlertForecast>;
