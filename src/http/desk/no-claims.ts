import type { IncidentView, NoClaims, Objected, Stand } from "../../care/index.ts";
import { parseMoney } from "../../ledger/index.ts";
import type * as contract from "../contract.ts";
import { Problem } from "../problems.ts";
import type { Doer, Rooms } from "../rooms.ts";
import type { DeskRooms } from "./rooms.ts";
import { money, page, refuseUnknown } from "./shapes.ts";

const MOST = 200;

/** No-claims discounts as the contract has them; nothing is decided here. */
export function createNoClaimsDesk(rooms: DeskRooms): Rooms["noClaims"] {
  const { noClaims, customers } = rooms;
  const currency = () => rooms.rulebook.current().book.business.currency;
  const known = async (id: string) => {
    if (!(await customers.get(id))) throw new Problem("not_found", "There is no such customer.");
  };
  const incident = (row: IncidentView): contract.Incident => incidentOf(row, currency());
  const objection = (row: Objected): contract.Objection => objectionOf(row, currency());

  return {
    overview: () => overviewOf(noClaims, currency()),
    async customers({ limit, after }) {
      await refuseUnknown(after, customers.get);
      const rows = await noClaims.standings({ limit: limit + 1, after });
      return page(
        rows,
        limit,
        ({ customer }) => customer,
        ({ customer, name, stand }) => ({ customer: { id: customer, name }, stand: stand ? standOf(stand, currency()) : null }),
      );
    },
    check: noClaims.check,
    async incidents({ waiting, customer, limit }) {
      return { items: (await noClaims.incidents({ waiting, limit, ...(customer === undefined ? {} : { customer }) })).map(incident), next: null };
    },
    async record(given, by) {
      const { amount, currency: stated } = parseMoney(`${given.cost.amount} ${given.cost.currency}`);
      if (stated !== currency()) throw new Problem("invalid", `The books are kept in ${currency()}; state the cost in ${currency()}.`);
      const { customer, security, conversation, fault } = given;
      return incident(await noClaims.record({ customer, security, conversation, fault, at: new Date(given.happenedAt), cost: amount }, by));
    },
    rule: async (id, { fault }, by) => incident(await noClaims.rule(id, fault, by)),
    async objections(query) {
      const { state, limit } = query;
      return { items: (await noClaims.objections({ limit, ...(state === undefined ? {} : { state }) })).map(objection), next: null };
    },
    decide: async (id, verdict, by: Doer) => objection(await noClaims.decide(id, verdict, by)),
    async objectFor(customer) {
      await known(customer);
      return objection(await noClaims.object({ customer }));
    },
    async of(customer) {
      if (!(await customers.get(customer))) return undefined;
      const [stand, life, changes, incidents, objections, letters] = await Promise.all([
        noClaims.standOf(customer),
        noClaims.lifeOf(customer),
        noClaims.changes(customer, MOST),
        noClaims.incidents({ customer, limit: MOST }),
        noClaims.objections({ customer, limit: MOST }),
        noClaims.letters(customer, MOST),
      ]);
      return {
        stand: stand ? standOf(stand, currency()) : null,
        levels: life.levels,
        timeline: life.timeline.map((step) => ({ ...step, at: step.at.toISOString() })),
        incidents: incidents.map(incident),
        changes: changes.map((row) => ({
          id: row.id,
          cause: row.cause,
          from: { level: row.from_level, discount: row.from_discount },
          to: { level: row.to_level, discount: row.to_discount },
          incidents: row.incidents,
          amount: money(row.amount, currency()),
          transfers: row.transfers,
          decision: row.decision,
          version: row.version,
          at: row.at.toISOString(),
        })),
        objections: objections.map(objection),
        letters: letters.map(({ contact, name, at, ...row }) => ({ ...row, contact: { id: contact, name }, at: at.toISOString() })),
      };
    },
    certificate: noClaims.certificate,
  };
}

async function overviewOf(noClaims: NoClaims, currency: string): Promise<contract.NoClaimsOverview> {
  const { scheme, rate, years, figures } = await noClaims.compare();
  return {
    scheme,
    rate,
    schemes: figures.map(({ past, ...one }) => ({
      ...one,
      chosen: one.scheme === scheme,
      past: { years, customers: past.customers, discounts: money(past.discounts, currency), fees: money(past.fees, currency) },
    })),
  };
}

/** How a customer stands, on the wire. */
export function standOf({ scheme, level, discount, renewsAt, clean, claimed, quote }: Stand, currency: string): contract.NoClaimsStand {
  const cost = (amount: bigint) => money(amount, currency);
  const inMoney = quote && { ...quote, from: quote.from.toISOString(), fee: cost(quote.fee), clean: cost(quote.clean), claimed: cost(quote.claimed) };
  return { scheme, level, discount, renewsAt: renewsAt?.toISOString() ?? null, clean, claimed, quote: inMoney };
}

function incidentOf(row: IncidentView, currency: string): contract.Incident {
  return {
    id: row.id,
    customer: { id: row.customer, name: row.name },
    kind: row.kind,
    security: row.security,
    fault: row.fault,
    happenedAt: row.happened_at.toISOString(),
    deadline: row.deadline.toISOString(),
    cost: money(row.cost, currency),
    escalation: row.escalation,
    conversation: row.conversation,
  };
}

function objectionOf(row: Objected, currency: string): contract.Objection {
  return {
    id: row.id,
    customer: { id: row.customer, name: row.name },
    conversation: row.conversation,
    incidents: row.incidents,
    about: row.about.map((one) => incidentOf(one, currency)),
    state: row.state,
    dueAt: row.due_at.toISOString(),
    at: row.at.toISOString(),
    decidedAt: row.decided_at?.toISOString() ?? null,
  };
}
