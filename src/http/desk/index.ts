import { LEAST_PEOPLE } from "../../care/index.ts";
import { VISITORS } from "../../customers/index.ts";
import { Problem } from "../problems.ts";
import type { DemoRooms, Rooms } from "../rooms.ts";
import { createAlertDesk } from "./alerts.ts";
import { createBooksDesk } from "./books.ts";
import { createChat } from "./chat.ts";
import { createComparedDesk } from "./compared.ts";
import { createMailoutDesk } from "./mailouts.ts";
import { createContributionDesk } from "./contributions.ts";
import { createConversationDesk } from "./conversations.ts";
import { createCustomerDesk } from "./customers.ts";
import { createMemoryDesk } from "./memories.ts";
import { createNoClaimsDesk } from "./no-claims.ts";
import { createPhoneDesk } from "./phone.ts";
import { createPrivacyDesk } from "./privacy.ts";
import type { DeskRooms } from "./rooms.ts";
import { refuseUnknown } from "./shapes.ts";

export type { DeskRooms } from "./rooms.ts";

/** What the routes need, out of the house's rooms: rows become the shapes of the contract here, and nothing is decided. */
export function createDesk(rooms: DeskRooms): Rooms {
  const { customers, escalations, alerts, noClaims, phone, accounts, knowledge, idempotency, manualClock } = rooms;
  const { overview } = rooms.conversations;
  return {
    async ready() {
      if (!(await customers.get(VISITORS))) throw new Problem("unavailable", "The database is not ready.");
    },
    chat: createChat(rooms),
    ...(rooms.demo ? { demo: createDemo(rooms) } : {}),
    accounts,
    async summary({ id }) {
      const [counts, waiting, firing, calls, objections] = await Promise.all([
        escalations.counts(id),
        overview.waiting(),
        alerts.firing(),
        phone.waiting(),
        noClaims.waiting(),
      ]);
      const { questions, overdue, unknownDeliveries } = waiting;
      return {
        escalations: counts,
        questions: { open: questions, overdue },
        alerts: { firing },
        deliveries: { unknown: unknownDeliveries },
        phoneCalls: { waiting: calls },
        objections,
      };
    },
    customers: createCustomerDesk(rooms),
    memories: createMemoryDesk(rooms),
    privacy: createPrivacyDesk(rooms),
    ...createPhoneDesk(rooms),
    ...createConversationDesk(rooms),
    ...createBooksDesk(rooms),
    escalations: {
      async list(query) {
        await refuseUnknown(query.after, escalations.get);
        return escalations.list(query);
      },
      get: (id) => escalations.get(id),
      claim: (id, by) => escalations.claim(id, by),
      acknowledge: (id, by) => escalations.acknowledge(id, by),
      downgrade: (id, what, by) => escalations.downgrade(id, what, by),
      reply: (id, what, by) => escalations.reply(id, what, by),
      note: (id, what, by) => escalations.note(id, what, by),
      resolve: (id, what, by) => escalations.resolve(id, what, by),
      handback: (id, by) => escalations.handback(id, by),
    },
    alerts: createAlertDesk(rooms),
    noClaims: createNoClaimsDesk(rooms),
    mailouts: createMailoutDesk(rooms),
    contributions: createContributionDesk(rooms),
    booksBeside: createComparedDesk(rooms),
    async rates({ days }) {
      const { from, to, tables } = await rooms.rates(days);
      return { from: from.toISOString(), to: to.toISOString(), least: LEAST_PEOPLE, tables };
    },
    knowledge: { page: (id) => knowledge.page(id) },
    idempotency,
    ...(manualClock ? { manualClock } : {}),
  };
}

/** Chatting as somebody of the sample business. */
function createDemo({ customers }: DeskRooms): DemoRooms {
  return {
    async contacts() {
      const people = await customers.sampleContacts();
      if (people.length === 0) throw new Problem("not_found", "There is no sample business here.");
      return people.map(({ id, name, customerName, plan }) => ({ id, name: name ?? id, customer: customerName, plan }));
    },
    async visitor(contact) {
      const person = (await customers.sampleContacts()).find(({ id }) => id === contact);
      if (!person) return undefined;
      return {
        sub: person.id,
        customer: person.customer,
        ...(person.name === null ? {} : { name: person.name }),
        ...(person.email === null ? {} : { email: person.email }),
      };
    },
  };
}
