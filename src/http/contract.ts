// house: long because it is the table of all calls
import type { z } from "zod";
import * as chat from "./contract/chat.ts";
import * as privacy from "./contract/privacy.ts";
import * as phone from "./contract/phone.ts";
import { Nothing, Page, listOf } from "./contract/shapes.ts";
import * as staff from "./contract/staff.ts";

/**
 * What the HTTP API takes and gives: one table for the server's checks, the OpenAPI document, the tests and the types
 * of the web pages. Its parts import zod only, because browsers load them. A value and its type share a name.
 */
export * from "./contract/shapes.ts";
export * from "./contract/chat.ts";
export * from "./contract/privacy.ts";
export * from "./contract/phone.ts";
export * from "./contract/staff.ts";

/** public: anybody. session: a chat's bearer token. staff: a person who works here. owner: one who may change the rules. */
export type Auth = "public" | "session" | "staff" | "owner";

export interface Endpoint {
  method: "GET" | "POST" | "PATCH";
  /** with `{id}` where a part varies */
  path: `/api/${string}`;
  auth: Auth;
  summary: string;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** of the answer when all went well */
  status: 200 | 201 | 202 | 204;
  /** the answer's body; for `stream` the events by their names */
  response: z.ZodType | undefined;
  stream?: true;
  /** for so many seconds a browser may use an answer again */
  keep?: number;
}

export const endpoints = {
  persona: {
    method: "GET",
    path: "/api/chat/persona",
    auth: "public",
    summary: "Who answers, and how to draw its face",
    status: 200,
    response: chat.Persona,
    keep: 300,
  },
  openSession: {
    method: "POST",
    path: "/api/chat/sessions",
    auth: "public",
    summary: "Open or resume a chat",
    body: chat.OpenSession,
    status: 201,
    response: chat.OpenedSession,
  },
  demoContacts: {
    method: "GET",
    path: "/api/demo/contacts",
    auth: "public",
    summary: "Whom the demo lets you chat as (sample business on a loopback host)",
    status: 200,
    response: chat.DemoContacts,
  },
  demoToken: {
    method: "POST",
    path: "/api/demo/tokens",
    auth: "public",
    summary: "A token to chat as a demo contact (sample business on a loopback host)",
    body: chat.DemoTokenRequest,
    status: 200,
    response: chat.DemoToken,
  },
  sendMessage: {
    method: "POST",
    path: "/api/chat/messages",
    auth: "session",
    summary: "Say something; answered after the commit",
    body: chat.SendMessage,
    status: 202,
    response: chat.SentMessage,
  },
  messages: {
    method: "GET",
    path: "/api/chat/messages",
    auth: "session",
    summary: "What was said after a seq",
    query: chat.AfterSeq,
    status: 200,
    response: chat.ChatMessages,
  },
  events: {
    method: "GET",
    path: "/api/chat/events",
    auth: "session",
    summary: "What is being said, as server-sent events; resumes with Last-Event-ID",
    query: chat.AfterSeq,
    status: 200,
    response: chat.ChatEvents,
    stream: true,
  },

  login: {
    method: "POST",
    path: "/api/staff/login",
    auth: "public",
    summary: "Open a console session (sets a cookie)",
    body: staff.Login,
    status: 200,
    response: staff.Me,
  },
  logout: { method: "POST", path: "/api/staff/logout", auth: "staff", summary: "End the console session", body: Nothing, status: 204, response: undefined },
  me: { method: "GET", path: "/api/staff/me", auth: "staff", summary: "Who I am", status: 200, response: staff.Me },
  summary: { method: "GET", path: "/api/staff/summary", auth: "staff", summary: "What waits for people, as counts", status: 200, response: staff.Summary },
  staffEvents: {
    method: "GET",
    path: "/api/staff/events",
    auth: "staff",
    summary: "What changes, as server-sent events",
    query: staff.StaffEventsQuery,
    status: 200,
    response: staff.StaffEvent,
    stream: true,
  },

  customers: { method: "GET", path: "/api/staff/customers", auth: "staff", summary: "Customers", query: Page, status: 200, response: listOf(staff.Customer) },
  customer: {
    method: "GET",
    path: "/api/staff/customers/{id}",
    auth: "staff",
    summary: "One customer, with its causes and costs",
    status: 200,
    response: staff.CustomerDetail,
  },
  createCustomer: {
    method: "POST",
    path: "/api/staff/customers",
    auth: "owner",
    summary: "Add a customer",
    body: staff.NewCustomer,
    status: 201,
    response: staff.CustomerDetail,
  },
  changeCustomer: {
    method: "PATCH",
    path: "/api/staff/customers/{id}",
    auth: "owner",
    summary: "Change a customer",
    body: staff.CustomerChange,
    status: 200,
    response: staff.CustomerDetail,
  },
  memories: {
    method: "GET",
    path: "/api/staff/customers/{id}/memories",
    auth: "staff",
    summary: "What the avatar remembers of a customer's people, the newest first",
    status: 200,
    response: listOf(staff.Memory),
  },
  changeMemory: {
    method: "PATCH",
    path: "/api/staff/memories/{id}",
    auth: "staff",
    summary: "Say it in better words",
    body: staff.MemoryChange,
    status: 200,
    response: staff.Memory,
  },
  forgetMemory: {
    method: "POST",
    path: "/api/staff/memories/{id}/forget",
    auth: "staff",
    summary: "Forget it",
    body: Nothing,
    status: 204,
    response: undefined,
  },

  exportContact: {
    method: "GET",
    path: "/api/staff/contacts/{id}/export",
    auth: "staff",
    summary: "Everything that is held about one contact",
    status: 200,
    response: privacy.PersonFile,
  },
  eraseContact: {
    method: "POST",
    path: "/api/staff/contacts/{id}/erase",
    auth: "owner",
    summary: "Forget one contact for good; the amounts stay in the books",
    body: Nothing,
    status: 200,
    response: privacy.Erased,
  },

  conversations: {
    method: "GET",
    path: "/api/staff/conversations",
    auth: "staff",
    summary: "Conversations, the last spoken first",
    query: staff.ConversationQuery,
    status: 200,
    response: listOf(staff.ConversationHead),
  },
  conversation: {
    method: "GET",
    path: "/api/staff/conversations/{id}",
    auth: "staff",
    summary: "One conversation with decisions and costs",
    status: 200,
    response: staff.Conversation,
  },
  takeover: {
    method: "POST",
    path: "/api/staff/conversations/{id}/takeover",
    auth: "staff",
    summary: "Step in: opens and claims an escalation at the company's cost",
    body: Nothing,
    status: 200,
    response: staff.Escalation,
  },

  escalations: {
    method: "GET",
    path: "/api/staff/escalations",
    auth: "staff",
    summary: "Requests for a human, the most urgent first",
    query: staff.EscalationQuery,
    status: 200,
    response: listOf(staff.Escalation),
  },
  escalation: {
    method: "GET",
    path: "/api/staff/escalations/{id}",
    auth: "staff",
    summary: "One request for a human",
    status: 200,
    response: staff.Escalation,
  },
  claim: {
    method: "POST",
    path: "/api/staff/escalations/{id}/claim",
    auth: "staff",
    summary: "Take it; acknowledges it too",
    body: Nothing,
    status: 200,
    response: staff.Escalation,
  },
  acknowledge: {
    method: "POST",
    path: "/api/staff/escalations/{id}/acknowledge",
    auth: "staff",
    summary: "Say that you have seen it",
    body: Nothing,
    status: 200,
    response: staff.Escalation,
  },
  downgrade: {
    method: "POST",
    path: "/api/staff/escalations/{id}/downgrade",
    auth: "staff",
    summary: "Say that it was a false alarm",
    body: staff.Downgrade,
    status: 200,
    response: staff.Escalation,
  },
  reply: {
    method: "POST",
    path: "/api/staff/escalations/{id}/reply",
    auth: "staff",
    summary: "Answer the customer",
    body: staff.Words,
    status: 200,
    response: staff.Escalation,
  },
  note: {
    method: "POST",
    path: "/api/staff/escalations/{id}/note",
    auth: "staff",
    summary: "Write a note for staff only",
    body: staff.Words,
    status: 201,
    response: staff.Note,
  },
  resolve: {
    method: "POST",
    path: "/api/staff/escalations/{id}/resolve",
    auth: "staff",
    summary: "Done, with the minutes that it took",
    body: staff.Resolve,
    status: 200,
    response: staff.Escalation,
  },
  handback: {
    method: "POST",
    path: "/api/staff/escalations/{id}/handback",
    auth: "staff",
    summary: "Let the avatar go on",
    body: Nothing,
    status: 200,
    response: staff.Escalation,
  },

  questions: {
    method: "GET",
    path: "/api/staff/questions",
    auth: "staff",
    summary: "Questions whose answer is owed, the oldest date first",
    query: staff.QuestionQuery,
    status: 200,
    response: listOf(staff.Question),
  },
  keptMonths: {
    method: "GET",
    path: "/api/staff/questions/kept",
    auth: "staff",
    summary: "How many of the people whose question was deferred had a true answer by its date, by month, the newest first",
    status: 200,
    response: listOf(staff.KeptMonth).extend({ capacity: staff.Capacity }),
  },
  answerQuestion: {
    method: "POST",
    path: "/api/staff/questions/{id}/answer",
    auth: "staff",
    summary: "Answer an open question",
    body: staff.Words,
    status: 200,
    response: staff.Question,
  },

  phoneCalls: {
    method: "GET",
    path: "/api/staff/phone-calls",
    auth: "staff",
    summary: "Calls to people's telephones: what waits, then what has ended",
    query: phone.PhoneCallQuery,
    status: 200,
    response: listOf(phone.PhoneCall),
  },
  phoneCall: {
    method: "GET",
    path: "/api/staff/phone-calls/{id}",
    auth: "staff",
    summary: "One call, with what one may say",
    status: 200,
    response: phone.PhoneCallDetail,
  },
  planCall: {
    method: "POST",
    path: "/api/staff/phone-calls",
    auth: "staff",
    summary: "Plan a call; what policy leaves to people becomes their task",
    body: phone.NewPhoneCall,
    status: 201,
    response: phone.PhoneCallDetail,
  },
  claimCall: {
    method: "POST",
    path: "/api/staff/phone-calls/{id}/claim",
    auth: "staff",
    summary: "I am about to ring: asked of the policy at this moment",
    body: Nothing,
    status: 200,
    response: phone.PhoneCallDetail,
  },
  finishCall: {
    method: "POST",
    path: "/api/staff/phone-calls/{id}/finish",
    auth: "staff",
    summary: "What came of it, with the minutes that it took",
    body: phone.FinishedCall,
    status: 200,
    response: phone.PhoneCallDetail,
  },
  handbackCall: {
    method: "POST",
    path: "/api/staff/phone-calls/{id}/handback",
    auth: "staff",
    summary: "Put it back for others",
    body: Nothing,
    status: 200,
    response: phone.PhoneCallDetail,
  },
  withdrawCall: {
    method: "POST",
    path: "/api/staff/phone-calls/{id}/withdraw",
    auth: "staff",
    summary: "Nobody is to make it any more",
    body: Nothing,
    status: 200,
    response: phone.PhoneCallDetail,
  },
  callConsents: {
    method: "GET",
    path: "/api/staff/contacts/{id}/consents",
    auth: "staff",
    summary: "Whether and how a contact has agreed to be called, the newest first",
    status: 200,
    response: listOf(phone.CallConsent),
  },
  giveConsent: {
    method: "POST",
    path: "/api/staff/contacts/{id}/consents",
    auth: "staff",
    summary: "Write down that a contact agreed to be called",
    body: phone.NewCallConsent,
    status: 201,
    response: phone.CallConsent,
  },
  withdrawConsent: {
    method: "POST",
    path: "/api/staff/consents/{id}/withdraw",
    auth: "staff",
    summary: "They took it back",
    body: Nothing,
    status: 200,
    response: phone.CallConsent,
  },

  postings: {
    method: "GET",
    path: "/api/staff/ledger/postings",
    auth: "staff",
    summary: "The ledger, in its order",
    query: staff.PostingQuery,
    status: 200,
    response: listOf(staff.Posting),
  },
  ledgerCheck: {
    method: "GET",
    path: "/api/staff/ledger/check",
    auth: "staff",
    summary: "Recompute every balance from zero",
    status: 200,
    response: staff.LedgerCheck,
  },
  deliveries: {
    method: "GET",
    path: "/api/staff/deliveries",
    auth: "staff",
    summary: "What we cannot know to have arrived",
    query: staff.DeliveryQuery,
    status: 200,
    response: listOf(staff.Delivery),
  },
  alerts: {
    method: "GET",
    path: "/api/staff/alerts",
    auth: "staff",
    summary: "Alerts, the newest first",
    query: staff.AlertQuery,
    status: 200,
    response: listOf(staff.Alert),
  },
  acknowledgeAlert: {
    method: "POST",
    path: "/api/staff/alerts/{id}/acknowledge",
    auth: "staff",
    summary: "Say that you have seen it",
    body: Nothing,
    status: 200,
    response: staff.Alert,
  },
  policies: { method: "GET", path: "/api/staff/policies", auth: "staff", summary: "The rulebook in force", status: 200, response: staff.Policies },
  clock: { method: "GET", path: "/api/staff/clock", auth: "staff", summary: "The service's time", status: 200, response: staff.ClockTime },
  advanceClock: {
    method: "POST",
    path: "/api/staff/clock",
    auth: "owner",
    summary: "Move the clock (CLOCK=manual on a loopback host)",
    body: staff.AdvanceClock,
    status: 200,
    response: staff.ClockTime,
  },
} as const satisfies Record<string, Endpoint>;

export type EndpointName = keyof typeof endpoints;
