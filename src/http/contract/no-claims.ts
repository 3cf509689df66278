import { z } from "zod";
import { Day, Money, Named, Page, StatedMoney, Time } from "./shapes.ts";

/** No-claims discounts on the wire. Shares are hundredths of a percent of the fee: 2500 is 25 %. */

const Share = z.number().int();
const MOST_NAMED = 500; // more incidents than anybody has between two falls

export const Fault = z.enum(["unknown", "still_unknown", "customer", "shared", "third_party", "ours", "withdrawn"]);
export type Fault = z.infer<typeof Fault>;
/** How a customer stands; `clean` and `claimed`: from the next renewal on, without and with one incident until then. */
export const NoClaimsStand = z.object({
  scheme: z.string(),
  level: z.string(),
  discount: Share,
  renewsAt: Time.nullable(),
  clean: Share,
  claimed: Share,
  /** the renewal quote: what the next period costs, without a discount, if nothing more counts by then, and if one more incident does */
  quote: z.object({ from: Time, months: z.number().int(), fee: Money, clean: Money, claimed: Money }).nullable(),
});
export type NoClaimsStand = z.infer<typeof NoClaimsStand>;
export const Incident = z.object({
  id: z.string(),
  customer: Named,
  kind: z.enum(["crash", "escalation"]),
  security: z.boolean(),
  fault: Fault,
  happenedAt: Time,
  deadline: Time,
  cost: Money,
  escalation: z.string().nullable(),
  conversation: z.string().nullable(),
});
export type Incident = z.infer<typeof Incident>;
export const NoClaimsChange = z.object({
  id: z.string(),
  cause: z.string(),
  from: z.object({ level: z.string(), discount: Share }),
  to: z.object({ level: z.string(), discount: Share }),
  incidents: z.array(z.string()),
  amount: Money,
  transfers: z.array(z.string()),
  decision: z.string(),
  version: z.string(),
  at: Time,
});
export type NoClaimsChange = z.infer<typeof NoClaimsChange>;
export const Objection = z.object({
  id: z.string(),
  customer: Named,
  conversation: z.string().nullable(),
  incidents: z.array(z.string()),
  about: z.array(Incident).describe("the same incidents: what lowered the level last, and what has counted since"),
  state: z.enum(["open", "upheld", "dismissed"]),
  dueAt: Time,
  at: Time,
  decidedAt: Time.nullable(),
});
export type Objection = z.infer<typeof Objection>;

/** A scheme with what an owner should know before choosing it; percent as decimals. `past`: what it would have cost over the last years. */
export const SchemeFigures = z.object({
  scheme: z.string(),
  about: z.string(),
  chosen: z.boolean(),
  meanDiscount: z.string(),
  atBest: z.string(),
  hidingAtBest: z.string(),
  hidingAtMost: z.string(),
  past: z.object({ years: z.number().int(), customers: z.number().int(), discounts: Money, fees: Money }),
});
export type SchemeFigures = z.infer<typeof SchemeFigures>;
export const NoClaimsOverview = z.object({ scheme: z.string(), rate: z.number(), schemes: z.array(SchemeFigures) });
export type NoClaimsOverview = z.infer<typeof NoClaimsOverview>;
export const NoClaimsCustomer = z.object({ customer: Named, stand: NoClaimsStand.nullable() });
export type NoClaimsCustomer = z.infer<typeof NoClaimsCustomer>;
/** Everything about one customer's discount; `levels` of the scheme, the worst first. */
export const NoClaimsDetail = z.object({
  stand: NoClaimsStand.nullable(),
  levels: z.array(z.object({ level: z.string(), discount: Share })),
  /** when the level was what, from the first contract on */
  timeline: z.array(z.object({ at: Time, level: z.string(), discount: Share, cause: z.string() })),
  incidents: z.array(Incident),
  changes: z.array(NoClaimsChange),
  objections: z.array(Objection),
  /** who was told of which change; `said` stands in a conversation, the other states are those of a mail */
  letters: z.array(
    z.object({
      change: z.string(),
      contact: z.object({ id: z.string(), name: z.string().nullable() }),
      state: z.enum(["said", "waiting", "sending", "sent", "unknown", "refused", "lapsed"]),
      reply: z.string().nullable().describe("what the mail server said, where it was no yes"),
      at: Time,
    }),
  ),
});
export type NoClaimsDetail = z.infer<typeof NoClaimsDetail>;

export const IncidentQuery = z.object({ waiting: z.stringbool().default(false), customer: z.string().optional(), limit: Page.shape.limit });
export type IncidentQuery = z.infer<typeof IncidentQuery>;
export const ObjectionQuery = z.object({ state: z.enum(["open", "upheld", "dismissed"]).optional(), limit: Page.shape.limit });
export type ObjectionQuery = z.infer<typeof ObjectionQuery>;
export const Ruling = z.object({ fault: Fault.exclude(["unknown", "still_unknown"]) });
export type Ruling = z.infer<typeof Ruling>;
export const NewIncident = z.object({
  customer: z.string().min(1).max(200),
  happenedAt: Time,
  cost: StatedMoney,
  security: z.boolean().default(false),
  conversation: z.string().max(200).nullable().default(null),
  fault: Ruling.shape.fault.nullable().default(null).describe("whose doing it was, where that is known already"),
});
export type NewIncident = z.infer<typeof NewIncident>;
export const ObjectionVerdict = z.object({
  verdict: z.enum(["upheld", "dismissed"]),
  incidents: z
    .array(z.string().max(200))
    .max(MOST_NAMED)
    .optional()
    .describe("what does not count any more, where it is upheld; left out: all that it is about"),
});
export type ObjectionVerdict = z.infer<typeof ObjectionVerdict>;
export const NoClaimsCheck = z.object({
  customers: z.number().int(),
  differences: z.array(z.object({ customer: z.string(), what: z.enum(["level", "discount"]), stored: z.string(), recomputed: z.string() })),
});
export type NoClaimsCheck = z.infer<typeof NoClaimsCheck>;

/** What a customer may show to others: signed with Ed25519 over the UTF-8 bytes of `text`, which is the certificate as JSON. */
export const Certificate = z.object({
  certificate: z.object({
    business: z.string(),
    customer: z.string(),
    scheme: z.string(),
    level: z.string(),
    discount: Share,
    coveredSince: Day.nullable(),
    incidentsThatCounted: z.number().int(),
    issuedAt: Time,
  }),
  text: z.string(),
  signature: z.string().describe("base64url"),
  publicKey: z.string().describe("PEM"),
  pdf: z.string().describe("base64"),
});
export type Certificate = z.infer<typeof Certificate>;
