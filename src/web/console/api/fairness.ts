import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { BooksBeside, Rates } from "../../../http/contract.ts";
import { get } from "./client.ts";

/** Counted over everything that was said in so many days: asked for once while the page stands. */
export function useRates(days: number) {
  return useQuery({
    queryKey: ["rates", days],
    queryFn: ({ signal }) => get<Rates>("/rates", { days }, signal),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
}

/** Read from the whole past: asked for once while the page stands. */
export function useBooksBeside() {
  return useQuery({ queryKey: ["books-beside"], queryFn: ({ signal }) => get<BooksBeside>("/rulebooks/beside", {}, signal), staleTime: 60_000 });
}
