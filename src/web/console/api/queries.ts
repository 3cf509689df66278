import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type {
  Alert,
  ClockTime,
  Conversation,
  ConversationHead,
  Customer,
  CustomerDetail,
  Delivery,
  Escalation,
  EscalationState,
  Kept,
  LedgerCheck,
  ListOf,
  Me,
  Memory,
  Outage,
  Posting,
  Question,
  QuestionState,
  Silence,
  Summary,
  Verdict,
} from "../../../http/contract.ts";
import { ApiProblem, get, getPersona } from "./client.ts";

/** How often we ask again: rarely while the live stream stands, each 15 s when it is broken. Set by `LiveProvider`. */
export const POLL_BROKEN_MS = 15_000;
export const POLL_LIVE_MS = 60_000;

const PERSONA_KEPT_MS = 300_000;

/** Who answers customers: a name and a face. */
export function usePersona() {
  return useQuery({ queryKey: ["persona"], queryFn: ({ signal }) => getPersona(signal), staleTime: PERSONA_KEPT_MS });
}

/** Who I am; null when nobody is logged in. */
export function useMe() {
  return useQuery({
    queryKey: ["me"],
    queryFn: async ({ signal }) => {
      try {
        return await get<Me>("/me", {}, signal);
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 401) return null;
        throw error;
      }
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What waits, for the badges. Also asked in the background, so that the tab's title stays true. */
export function useSummary() {
  return useQuery({
    queryKey: ["summary"],
    queryFn: ({ signal }) => get<Summary>("/summary", {}, signal),
    refetchInterval: POLL_BROKEN_MS,
    refetchIntervalInBackground: true,
  });
}

/** How far the service's clock is ahead of ours, in ms: in a rehearsal it stands days away. */
export function useClockOffset() {
  return useQuery({
    queryKey: ["clock"],
    queryFn: async ({ signal }) => Date.parse((await get<ClockTime>("/clock", {}, signal)).now) - Date.now(),
    refetchInterval: POLL_LIVE_MS,
  });
}

export type QueueFilter = { state?: EscalationState; verdict?: Verdict; customer?: string };
export function useEscalations(filter: QueueFilter) {
  return useQuery({
    queryKey: ["escalations", filter],
    queryFn: ({ signal }) => get<ListOf<Escalation>>("/escalations", { ...filter, limit: 200 }, signal),
    placeholderData: keepPreviousData,
  });
}
export function useEscalation(id: string) {
  return useQuery({ queryKey: ["escalation", id], queryFn: ({ signal }) => get<Escalation>(`/escalations/${encodeURIComponent(id)}`, {}, signal) });
}

export type ConversationFilter = { mode?: "avatar" | "human"; customer?: string };
export function useConversations(filter: ConversationFilter) {
  return useInfiniteQuery({
    queryKey: ["conversations", filter],
    queryFn: ({ pageParam, signal }) => get<ListOf<ConversationHead>>("/conversations", { ...filter, limit: 50, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  });
}
export function useConversation(id: string | undefined) {
  return useQuery({
    queryKey: ["conversation", id],
    queryFn: ({ signal }) => get<Conversation>(`/conversations/${encodeURIComponent(id ?? "")}`, {}, signal),
    enabled: id !== undefined,
  });
}

export function useKeptMonths() {
  return useQuery({ queryKey: ["questions", "kept-months"], queryFn: ({ signal }) => get<Kept>("/questions/kept", {}, signal) });
}

export function useQuestions(state: QuestionState) {
  return useQuery({
    queryKey: ["questions", state],
    queryFn: ({ signal }) => get<ListOf<Question>>("/questions", { state, limit: 200 }, signal),
    placeholderData: keepPreviousData,
  });
}

export function useAlerts(filter: { customer?: string } = {}) {
  return useQuery({ queryKey: ["alerts", filter], queryFn: ({ signal }) => get<ListOf<Alert>>("/alerts", { ...filter, limit: 200 }, signal) });
}

/** Below the same key as the alerts: whatever changes those may have changed these. */
export function useSilences() {
  return useQuery({ queryKey: ["alerts", "silences"], queryFn: ({ signal }) => get<ListOf<Silence>>("/silences", {}, signal) });
}
export function useOutages() {
  return useQuery({ queryKey: ["alerts", "outages"], queryFn: ({ signal }) => get<ListOf<Outage>>("/outages", {}, signal) });
}

export function useCustomers() {
  return useInfiniteQuery({
    queryKey: ["customers"],
    queryFn: ({ pageParam, signal }) => get<ListOf<Customer>>("/customers", { limit: 200, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}
export function useCustomer(id: string) {
  return useQuery({ queryKey: ["customer", id], queryFn: ({ signal }) => get<CustomerDetail>(`/customers/${encodeURIComponent(id)}`, {}, signal) });
}

export function useMemories(customer: string) {
  return useQuery({
    queryKey: ["memories", customer],
    queryFn: ({ signal }) => get<ListOf<Memory>>(`/customers/${encodeURIComponent(customer)}/memories`, {}, signal),
  });
}

/** The newest postings first, page by page. */
export function usePostings(customer?: string) {
  return useInfiniteQuery({
    queryKey: ["postings", customer ?? "all"],
    queryFn: ({ pageParam, signal }) => get<ListOf<Posting>>("/ledger/postings", { customer, order: "desc", limit: 60, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function useDeliveries(state: "unknown" | "failed") {
  return useQuery({ queryKey: ["deliveries", state], queryFn: ({ signal }) => get<ListOf<Delivery>>("/deliveries", { state, limit: 200 }, signal) });
}

/** Recomputes every balance: asked for by a person, never on its own. */
export function useLedgerCheck() {
  return useQuery({ queryKey: ["ledger-check"], queryFn: ({ signal }) => get<LedgerCheck>("/ledger/check", {}, signal), enabled: false, gcTime: 0 });
}
