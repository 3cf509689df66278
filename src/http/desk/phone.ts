import type { PhoneCall, PhoneCallDetail } from "../../care/index.ts";
import { CustomerRefused, type CallConsent } from "../../customers/index.ts";
import type * as contract from "../contract.ts";
import { Problem } from "../problems.ts";
import type { Doer, Rooms } from "../rooms.ts";
import type { DeskRooms } from "./rooms.ts";
import { given, money, page, refuseUnknown } from "./shapes.ts";

/** Calls to people's telephones, and who has agreed to be called. */
export function createPhoneDesk({
  phone,
  consents,
  clock,
  rulebook,
}: Pick<DeskRooms, "phone" | "consents" | "clock" | "rulebook">): Pick<Rooms, "phone" | "consents"> {
  const shape = (call: PhoneCall) => shapeOf(call, rulebook.current().book.business.timeZone);

  async function detail(id: string, by: Doer): Promise<contract.PhoneCallDetail | undefined> {
    const call = await phone.get(id, by);
    return call && { ...shape(call), phone: numberFor(call, by), sheet: call.sheet };
  }
  async function after(id: string, by: Doer, done: Promise<void>): Promise<contract.PhoneCallDetail> {
    await done;
    return (await detail(id, by)) as contract.PhoneCallDetail;
  }

  return {
    phone: {
      async list(query) {
        await refuseUnknown(query.after, phone.find);
        return page(await phone.list({ ...query, limit: query.limit + 1 }), query.limit, ({ id }) => id, shape);
      },
      get: detail,
      async plan(wanted, by) {
        return (await detail(
          await phone.plan({ contact: wanted.contact, kind: wanted.kind, about: wanted.about, ...given({ reason: wanted.reason }) }, by),
          by,
        )) as contract.PhoneCallDetail;
      },
      claim: (id, by) => after(id, by, phone.claim(id, by)),
      finish: (id, what, by) => after(id, by, phone.finish(id, what, by)),
      handback: (id, by) => after(id, by, phone.handback(id, by)),
      withdraw: (id, by) => after(id, by, phone.withdraw(id, by)),
    },
    consents: {
      list: async (contact) => ({ items: (await consents.calls(contact)).map(consentOf), next: null }),
      async give(contact, { givenAt, ...wanted }, by) {
        const at = givenAt === undefined ? clock.now() : new Date(givenAt);
        return consentOf(await consents.giveCall({ contact, ...wanted, givenAt: at }, by).catch(refusal));
      },
      withdraw: async (id) => consentOf(await consents.withdrawCall(id).catch(refusal)),
    },
  };
}

/** A number is shown to whoever is about to ring it. */
function numberFor(call: PhoneCallDetail, by: Doer): string | null {
  return call.state === "claimed" && call.claimed_by === by.id ? call.phone : null;
}

function shapeOf(call: PhoneCall, ownersZone: string): contract.PhoneCall {
  const { id, kind, about, campaign, reason, state, outcome, minutes, note, claimed_by, claimed_name, words, given_at, cost } = call;
  return {
    id,
    kind,
    about,
    campaign,
    reason,
    state,
    outcome,
    minutes,
    note,
    customer: { id: call.customer, name: call.customer_name },
    contact: { id: call.contact, name: call.contact_name },
    language: call.locale,
    timeZone: call.time_zone ?? ownersZone,
    notBefore: call.not_before.toISOString(),
    lapsesAt: call.lapses_at.toISOString(),
    claimedBy: claimed_by === null ? null : { id: claimed_by, name: claimed_name ?? claimed_by },
    consent: words === null || given_at === null ? null : { words, givenAt: given_at.toISOString() },
    cost: cost === null ? null : money(cost, call.currency),
    createdBy: call.created_name,
    createdAt: call.created_at.toISOString(),
    endedAt: call.ended_at?.toISOString() ?? null,
  };
}

function consentOf({ givenAt, withdrawnAt, ...rest }: CallConsent): contract.CallConsent {
  return { ...rest, givenAt: givenAt.toISOString(), withdrawnAt: withdrawnAt?.toISOString() ?? null };
}

/** What a consent was refused for, as a problem. */
export function refusal(error: unknown): never {
  if (!(error instanceof CustomerRefused)) throw error;
  const { code, message, field } = error;
  if (code === "contact_unknown" || code === "consent_unknown") throw new Problem("not_found", message, { cause: error });
  throw new Problem("invalid", message, { errors: [{ path: field ?? "", message }], cause: error });
}
