import { useQuery, useQueryClient } from "@tanstack/react-query";
import type {
  Certificate,
  Incident,
  ListOf,
  NewIncident,
  NoClaimsCustomer,
  NoClaimsDetail,
  NoClaimsOverview,
  Objection,
  ObjectionVerdict,
  Ruling,
} from "../../../http/contract.ts";
import { get, write } from "./client.ts";
import { useAction } from "./writes.ts";

/** The schemes with what each gives away. Their figures are computed from all customers: asked for once while the page stands. */
export function useSchemes() {
  return useQuery({ queryKey: ["no-claims", "schemes"], queryFn: ({ signal }) => get<NoClaimsOverview>("/no-claims", {}, signal), staleTime: 60_000 });
}
export function useLevels() {
  return useQuery({
    queryKey: ["no-claims", "levels"],
    queryFn: ({ signal }) => get<ListOf<NoClaimsCustomer>>("/no-claims/customers", { limit: 200 }, signal),
  });
}
export function useWaitingIncidents() {
  return useQuery({
    queryKey: ["no-claims", "incidents"],
    queryFn: ({ signal }) => get<ListOf<Incident>>("/no-claims/incidents", { waiting: "true", limit: 200 }, signal),
  });
}
export function useObjections() {
  return useQuery({
    queryKey: ["no-claims", "objections"],
    queryFn: ({ signal }) => get<ListOf<Objection>>("/no-claims/objections", { state: "open", limit: 200 }, signal),
  });
}
export function useCustomerDiscount(customer: string) {
  return useQuery({
    queryKey: ["no-claims", "customer", customer],
    queryFn: ({ signal }) => get<NoClaimsDetail>(`/customers/${encodeURIComponent(customer)}/no-claims`, {}, signal),
  });
}

/** Asked for by a click: a certificate says at which moment it was issued. */
export const fetchCertificate = (customer: string) => get<Certificate>(`/customers/${encodeURIComponent(customer)}/no-claims/certificate`, {});

function useAgain() {
  const queries = useQueryClient();
  return () => {
    for (const key of ["no-claims", "summary", "alerts"]) void queries.invalidateQueries({ queryKey: [key] });
  };
}
export function useRecordIncident(customer: string) {
  const queries = useQueryClient();
  const again = useAgain();
  return useAction(
    (input: NewIncident, key) => write<Incident>("POST", "/no-claims/incidents", input, key),
    () => {
      again();
      void queries.invalidateQueries({ queryKey: ["customer", customer] });
    },
  );
}
export function useRuling(incident: string) {
  return useAction((input: Ruling, key) => write<Incident>("POST", `/no-claims/incidents/${encodeURIComponent(incident)}/ruling`, input, key), useAgain());
}
export function useVerdict(objection: string) {
  return useAction(
    (input: ObjectionVerdict, key) => write<Objection>("POST", `/no-claims/objections/${encodeURIComponent(objection)}/verdict`, input, key),
    useAgain(),
  );
}
export function useObjecting(customer: string) {
  return useAction((input: object, key) => write<Objection>("POST", `/customers/${encodeURIComponent(customer)}/no-claims/objections`, input, key), useAgain());
}
