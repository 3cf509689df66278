import type { Request, Response } from "express";
import { cookieOf, refuseForeignPage, sessionCookie } from "../auth.ts";
import { endpoints } from "../contract.ts";
import { checkedCall, found, type Handlers } from "../dispatch.ts";
import type { House } from "../house.ts";
import { Problem } from "../problems.ts";

type Account = "login" | "logout" | "me" | "summary";
type Door = "persona" | "openSession" | "messages" | "demoContacts" | "demoToken";

/** Who works here. */
export function accountRoutes({ rooms, clock, config, logins }: House): Pick<Handlers, Account> {
  return {
    async login({ body, address, request, response }) {
      refuseForeignPage(request, config.publicUrl);
      const opened = await logins.attempt(body.email, address, () => rooms.accounts.login(body.email, body.password));
      if (!opened) throw new Problem("login_failed");
      const old = cookieOf(request);
      if (old !== undefined) await rooms.accounts.logout(old);
      const seconds = (opened.expiresAt.getTime() - clock.now().getTime()) / 1000;
      response.setHeader("set-cookie", sessionCookie(opened.token, seconds, config.publicUrl));
      return { staff: opened.staff };
    },
    async logout({ request, response }) {
      const token = cookieOf(request);
      if (token !== undefined) await rooms.accounts.logout(token);
      response.setHeader("set-cookie", sessionCookie(undefined, 0, config.publicUrl));
      return undefined;
    },
    me: async ({ by: { id, name, email, role } }) => ({ staff: { id, name, email, role } }),
    summary: ({ by }) => rooms.summary(by),
  };
}

/** Everything else that staff may do. */
export function staffRoutes({ rooms, clock }: House): Omit<Handlers, Account | Door> {
  const { customers, conversations, escalations, questions, ledger, deliveries, alerts, policies, memories, privacy, noClaims } = rooms;
  return {
    customers: ({ query }) => customers.list(query),
    customer: async ({ id }) => found(await customers.get(id)),
    createCustomer: ({ body, by }) => customers.create(body, by),
    changeCustomer: ({ id, body, by }) => customers.change(id, body, by),
    memories: async ({ id }) => found(await memories.list(id)),
    changeMemory: async ({ id, body, by }) => found(await memories.change(id, body, by)),
    async forgetMemory({ id }) {
      await memories.forget(id);
      return undefined;
    },
    exportContact: ({ id }) => privacy.export(id),
    eraseContact: ({ id }) => privacy.erase(id),
    conversations: ({ query }) => conversations.list(query),
    conversation: async ({ id }) => found(await conversations.get(id)),
    takeover: ({ id, by }) => conversations.takeover(id, by),
    escalations: ({ query }) => escalations.list(query),
    escalation: async ({ id }) => found(await escalations.get(id)),
    claim: ({ id, by }) => escalations.claim(id, by),
    acknowledge: ({ id, by }) => escalations.acknowledge(id, by),
    downgrade: ({ id, body, by }) => escalations.downgrade(id, body, by),
    reply: ({ id, body, by }) => escalations.reply(id, body, by),
    note: ({ id, body, by }) => escalations.note(id, body, by),
    resolve: ({ id, body, by }) => escalations.resolve(id, body, by),
    handback: ({ id, by }) => escalations.handback(id, by),
    questions: ({ query }) => questions.list(query),
    keptMonths: () => questions.kept(),
    answerQuestion: ({ id, body, by }) => questions.answer(id, body, by),
    postings: ({ query }) => ledger.postings(query),
    ledgerCheck: () => ledger.check(),
    deliveries: ({ query }) => deliveries.list(query),
    alerts: ({ query }) => alerts.list(query),
    acknowledgeAlert: ({ id, by }) => alerts.acknowledge(id, by),
    forecastAlert: ({ body }) => alerts.forecast(body),
    silences: () => alerts.silences(),
    silence: ({ body, by }) => alerts.silence(body, by),
    endSilence: ({ id, by }) => alerts.endSilence(id, by),
    outages: () => alerts.outages(),
    declareOutage: ({ body, by }) => alerts.declareOutage(body, by),
    endOutage: ({ id, by }) => alerts.endOutage(id, by),
    noClaims: () => noClaims.overview(),
    noClaimsCustomers: ({ query }) => noClaims.customers(query),
    noClaimsCheck: () => noClaims.check(),
    incidents: ({ query }) => noClaims.incidents(query),
    recordIncident: ({ body, by }) => noClaims.record(body, by),
    ruleIncident: ({ id, body, by }) => noClaims.rule(id, body, by),
    objections: ({ query }) => noClaims.objections(query),
    decideObjection: ({ id, body, by }) => noClaims.decide(id, body, by),
    customerNoClaims: async ({ id }) => found(await noClaims.of(id)),
    certificate: async ({ id }) => found(await noClaims.certificate(id)),
    objectFor: ({ id }) => noClaims.objectFor(id),
    policies: () => policies.current(),
    clock: async () => ({ now: clock.now().toISOString() }),
    async advanceClock({ body }) {
      if (!rooms.manualClock) throw new Problem("not_found", "The clock can be moved with CLOCK=manual on a loopback HOST only.");
      const to = new Date(body.advanceTo);
      if (to < clock.now()) throw new Problem("clock_past", `It is ${clock.now().toISOString()}.`);
      return { now: (await rooms.manualClock.advanceTo(to)).toISOString() };
    },
  };
}

/** The console's live view: what changed, and the events of the conversation that somebody looks at. */
export function staffEvents(house: House): (request: Request, response: Response) => Promise<void> {
  return async (request, response) => {
    const { by, query } = await checkedCall(house, endpoints.staffEvents, request, response);
    if (request.method === "HEAD") return void response.end();
    const staff = found(by);
    const token = cookieOf(request);
    const alive = async () => token === undefined || request.headers.authorization !== undefined || (await house.rooms.accounts.session(token)) !== undefined;
    const stream = house.streams.open(response, `staff/${staff.id}`, alive);
    if (!stream) throw new Problem("too_many_streams", "Close one of the other tabs first.", { retryAfter: 30 });
    const { conversation } = query as { conversation?: string };
    for (const topic of conversation === undefined ? ["staff"] : ["staff", `conversation/${conversation}`]) {
      stream.onClose(house.live.subscribe(topic, ({ type, ...data }) => stream.send(type, topic === "staff" ? { type, ...data } : data)));
    }
  };
}
