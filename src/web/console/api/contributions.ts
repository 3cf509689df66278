import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Contribution, ListOf, NewContribution } from "../../../http/contract.ts";
import { get, write } from "./client.ts";
import { useAction } from "./writes.ts";

const keyOf = (customer: string) => ["contributions", customer];

export function useContributions(customer: string) {
  return useQuery({
    queryKey: keyOf(customer),
    queryFn: ({ signal }) => get<ListOf<Contribution>>(`/customers/${encodeURIComponent(customer)}/contributions`, {}, signal),
  });
}

/** Both change the budget of the customer as well. */
function useAgain(customer: string) {
  const queries = useQueryClient();
  return () => {
    for (const queryKey of [keyOf(customer), ["customer", customer], ["postings"]]) void queries.invalidateQueries({ queryKey });
  };
}
export function useAcceptContribution(customer: string) {
  return useAction(
    (input: NewContribution, key) => write<Contribution>("POST", `/customers/${encodeURIComponent(customer)}/contributions`, input, key),
    useAgain(customer),
  );
}
export function useWithdrawContribution(id: string, customer: string) {
  return useAction((_: void, key) => write<Contribution>("POST", `/contributions/${encodeURIComponent(id)}/withdraw`, {}, key), useAgain(customer));
}
