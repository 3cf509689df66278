import type { CampaignFigures, MailoutView } from "../../care/index.ts";
import type { MailConsent } from "../../customers/index.ts";
import type * as contract from "../contract.ts";
import type { Rooms } from "../rooms.ts";
import { refusal } from "./phone.ts";
import type { DeskRooms } from "./rooms.ts";
import { money, page, refuseUnknown } from "./shapes.ts";

/** Thank-yous by mail as the contract has them; nothing is decided here. */
export function createMailoutDesk({ mailouts, clock, rulebook }: Pick<DeskRooms, "mailouts" | "clock" | "rulebook">): Rooms["mailouts"] {
  const moment = (given: string | undefined) => (given === undefined ? clock.now() : new Date(given));
  return {
    async campaigns() {
      const { currency } = rulebook.current().book.business;
      return { items: (await mailouts.campaigns()).map((one) => campaignOf(one, currency)), next: null };
    },
    async list(query) {
      await refuseUnknown(query.after, mailouts.find);
      return page(await mailouts.list({ ...query, limit: query.limit + 1 }), query.limit, ({ id }) => id, mailoutOf);
    },
    preview: (shown) => mailouts.preview(shown),
    test: (shown, by) => mailouts.test(shown, by),
    consents: async (contact) => ({ items: (await mailouts.consents(contact)).map(consentOf), next: null }),
    agree: async (contact, { givenAt, ...wanted }, by) => consentOf(await mailouts.agree({ contact, ...wanted, givenAt: moment(givenAt) }, by).catch(refusal)),
    withdraw: async (id) => consentOf(await mailouts.withdraw(id).catch(refusal)),
    reported: (what) => mailouts.reported(what),
    upgraded: ({ customer, at }, by) => mailouts.upgraded({ customer, at: moment(at) }, by),
    ending: (token) => mailouts.ending(token),
    unsubscribe: (token) => mailouts.unsubscribe(token),
  };
}

function campaignOf({ costs, budget, left, cost, plans, ...rest }: CampaignFigures, currency: string): contract.Campaign {
  return {
    ...rest,
    plans: [...plans],
    costs: money(costs.amount, currency),
    budget: money(budget.amount, currency),
    left: money(left, currency),
    spent: money(cost, currency),
  };
}

function mailoutOf(row: MailoutView): contract.Mailout {
  return {
    id: row.id,
    campaign: row.campaign,
    occasion: row.occasion,
    occasionAt: row.occasion_at.toISOString(),
    customer: { id: row.customer, name: row.customer_name },
    contact: { id: row.contact, name: row.contact_name },
    state: row.state,
    reason: row.reason,
    decision: row.decision,
    call: row.call,
    words: row.words,
    language: row.language,
    reply: row.reply,
    cost: row.amount === null || row.currency === null ? null : money(row.amount, row.currency),
    dueAt: row.due_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
  };
}

function consentOf({ givenAt, withdrawnAt, ...rest }: MailConsent): contract.MailConsent {
  return { ...rest, givenAt: givenAt.toISOString(), withdrawnAt: withdrawnAt?.toISOString() ?? null };
}
