import { z } from "zod";
import { endOf, isWithin, type Hours } from "./dates.ts";
import { definePolicy } from "./decision.ts";
import type { Finding } from "./decision.ts";
import { code, count, instant, micro } from "./facts.ts";

/** What may give us a reason to say thank you. */
export const OCCASIONS = ["anniversary", "quiet_quarter", "smooth_upgrade"] as const;
/** How a thank-you goes out: by mail, by a colleague who calls, or by a computer voice. Each has a consent of its own. */
export const THANK_WAYS = ["mail", "call", "automatic_call"] as const;
/** Why nothing may go to an address any more, whatever was agreed. */
export const SUPPRESSIONS = ["unsubscribed", "hard_bounce", "soft_bounces", "complaint"] as const;

export type Campaign = {
  id: string;
  by: (typeof THANK_WAYS)[number];
  occasion: (typeof OCCASIONS)[number];
  /** the segment: customers of these plans, or of any when it names none … */
  plans: readonly string[];
  /** … that have been with us for so many months */
  months: number;
  /** an occasion that is older than so many days is none */
  freshDays: number;
  /** how many of the customers are not thanked, so that the effect can be seen; in hundredths of a percent */
  holdOut: number;
  /** what one costs … */
  costs: { amount: bigint };
  /** … and how much may be spent in a month */
  budget: { amount: bigint };
};

/** The part of the rulebook that `thank` reads. */
export type ThankBook = {
  thanks: {
    /** so many thank-yous to one contact, and so many to all contacts of one customer, over all campaigns … */
    most: number;
    customerMost: number;
    /** … in so many days */
    days: number;
    /** on the receiver's own wall */
    quietHours: Hours;
    /** well-behaved is who had at most so many episodes … */
    episodes: number;
    /** … in so many days */
    episodeDays: number;
    campaigns: readonly Campaign[];
  };
};

type Verdict = "refuse" | "lapse" | "wait" | "hold_out" | "send";
type Facts = z.output<typeof facts>;
type Add = (verdict: Verdict, code: string, text: string) => void;

const MINUTE = 60_000;
const DAY = 86_400_000;
/** What is open may be closed soon; nobody waits for a thank-you, so it is looked at a few times a day. */
const BUSY_HOURS = 6;
const LOTS = 10_000;
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

const facts = z.object({
  campaign: code,
  now: instant,
  /** what the receiver's wall clock shows, in minutes since midnight */
  wall: z.int().min(0).max(1_439),
  /** when the occasion is or was */
  occasion: instant,
  /** which of the 10,000 lots the customer has drawn in this campaign: `lotOf` */
  lot: z
    .int()
    .min(0)
    .max(LOTS - 1),
  plan: code,
  /** whole months under contract */
  months: count,
  /** the contract is in force and has a fee */
  pays: z.boolean(),
  /** the receiver's own word for this way stands */
  consent: z.boolean(),
  suppressed: z.enum(SUPPRESSIONS).nullable(),
  /** this occasion has had its thank-you, or its hold-out */
  done: z.boolean(),
  /** dates that we gave this customer and did not keep, ever */
  missed: count,
  /** when the customer's matters began; safety matters and what we caused left out */
  episodes: z.array(instant),
  /** open questions and objections of the customer, and messages that are not answered yet */
  questions: count,
  /** open escalations of the customer, safety matters and requests alike */
  incidents: count,
  /** something of ours is broken at this moment */
  outage: z.boolean(),
  /** another call to them, or a thank-you by call to a colleague of theirs, is planned or under way */
  planned: z.boolean(),
  /** when thank-yous went to this contact, by whatever campaign and way; those under way with them */
  sent: z.array(instant),
  /** the same for all contacts of the customer */
  customerSent: z.array(instant),
  /** what is left of the campaign's budget, and when it is filled again */
  left: micro,
  filledAt: instant,
});

/**
 * Whether a thank-you leaves. Asked when it is planned, and again in the transaction that sends it: only the second answer counts.
 * Who is held out is found last, so that the held-out are exactly those who would have been thanked.
 */
export const thank = definePolicy({
  id: "thank",
  about: "Whether a thank-you that nobody has asked for leaves to a contact of a well-behaved customer.",
  verdicts: ["refuse", "lapse", "wait", "hold_out", "send"],
  otherwise: { verdict: "send", code: "well_behaved", text: "They agreed to it, all is well, and it is no bad moment." },
  facts,
  decide(given, { thanks }: ThankBook): Finding<Verdict>[] {
    const found: Finding<Verdict>[] = [];
    const add: Add = (verdict, reason, text) => void found.push({ verdict, code: reason, text });
    const campaign = thanks.campaigns.find(({ id }) => id === given.campaign);
    if (!campaign) return [{ verdict: "refuse", code: "campaign_gone", text: "The rulebook has no such campaign any more." }];
    wanted(given, campaign, add);
    behaved(given, thanks, add);
    timely(given, thanks, campaign, add);
    if (given.lot < campaign.holdOut) add("hold_out", "held_out", "The customer is in the group that shows what happens without a thank-you.");
    return found;
  },
});

/** Consent, suppression and segment. */
function wanted(given: Facts, { by, plans, months }: Campaign, add: Add): void {
  if (!given.consent)
    add("refuse", "no_consent", by === "mail" ? "They have not agreed to such mail, or took it back." : "They have not agreed to such calls, or took it back.");
  if (given.suppressed) add("refuse", given.suppressed, "Nothing may go to this address any more.");
  if (given.done) add("refuse", "done_already", "This occasion has been seen to.");
  if (!given.pays) add("refuse", "pays_nothing", "No contract with a fee is in force.");
  if (plans.length > 0 && !plans.includes(given.plan)) add("refuse", "other_segment", "The campaign is not for this plan.");
  if (given.months < months) add("refuse", "too_new", `They have been with us for ${given.months} months; the campaign asks for ${months}.`);
}

/** Whether all is well between us. Whoever waits for us is not thanked meanwhile; whom we let down is not thanked at all. */
function behaved(given: Facts, { episodes, episodeDays }: ThankBook["thanks"], add: Add): void {
  if (given.missed > 0) add("refuse", "missed_date", "We did not keep a date that we gave them.");
  const recent = within(given.episodes, given.now, episodeDays).length;
  if (recent > episodes) add("refuse", "many_episodes", `They had ${recent} matters in ${episodeDays} days; well-behaved is at most ${episodes}.`);
  if (given.questions > 0) add("wait", "question_open", "Something that they asked is not answered yet.");
  if (given.incidents > 0) add("wait", "incident_open", "A request or a safety matter of theirs is open.");
  if (given.outage) add("wait", "outage", "Something of ours is broken at this moment.");
  if (given.planned) add("wait", "call_planned", "A call to them is planned already.");
}

/** The moment: fresh, within all caps, by day, and paid for. */
function timely(given: Facts, thanks: ThankBook["thanks"], campaign: Campaign, add: Add): void {
  const { most, customerMost, days, quietHours } = thanks;
  if (given.now < given.occasion) add("wait", "not_yet", "The occasion is still to come.");
  if (given.now - given.occasion > campaign.freshDays * DAY) add("lapse", "stale", `The occasion is more than ${campaign.freshDays} days old.`);
  const own = within(given.sent, given.now, days).length;
  if (own >= most) add("wait", "cap_reached", `They had ${own} in the last ${days} days; at most ${most}.`);
  const all = within(given.customerSent, given.now, days).length;
  if (all >= customerMost) add("wait", "thanked_lately", `The customer had ${all} in the last ${days} days; at most ${customerMost}.`);
  if (isWithin(given.wall, quietHours)) add("wait", "quiet_hours", `It is night where they are: nothing leaves from ${quietHours.from} to ${quietHours.to}.`);
  if (given.left < campaign.costs.amount) add("wait", "budget_spent", "The campaign has spent what it may in this month.");
}

/**
 * When to ask again what has to wait: the first moment at which everything that has a known end has ended, by day on the receiver's wall.
 * `timeZone` is the receiver's own. Then it is decided anew.
 */
export function thankAgainAt(given: z.input<typeof facts>, { thanks }: ThankBook, timeZone: string): number {
  const { most, customerMost, days, quietHours, campaigns } = thanks;
  const { now, occasion, questions, incidents, outage, planned, filledAt } = given;
  const moments = [now + MINUTE, occasion, freesAt(given.sent, now, most, days), freesAt(given.customerSent, now, customerMost, days)];
  if (questions > 0 || incidents > 0 || outage || planned) moments.push(now + BUSY_HOURS * 60 * MINUTE);
  const costs = campaigns.find(({ id }) => id === given.campaign)?.costs.amount ?? 0n;
  if (BigInt(given.left) < costs) moments.push(filledAt);
  if (isWithin(given.wall, quietHours)) moments.push(endOf(quietHours, now, timeZone));
  return endOf(quietHours, Math.max(...moments), timeZone);
}

/** When enough of them are old enough that one place is free. */
function freesAt(sent: readonly number[], now: number, most: number, days: number): number {
  const recent = within(sent, now, days).toSorted((a, b) => a - b);
  const frees = recent[recent.length - most];
  return frees === undefined ? now : frees + days * DAY;
}

/** One that is exactly so many days old counts no more. */
function within(moments: readonly number[], now: number, days: number): number[] {
  return moments.filter((at) => at > now - days * DAY);
}

/**
 * The lot of a customer in a campaign, from 0 to 9,999: the same for ever, and in each campaign another (FNV-1a with a final mix, for spread;
 * it hides nothing).
 */
export function lotOf(campaign: string, customer: string): number {
  let hash = FNV_BASIS;
  for (const sign of new TextEncoder().encode(`${campaign}/${customer}`)) hash = Math.imul(hash ^ sign, FNV_PRIME);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % LOTS;
}
