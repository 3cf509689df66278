import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Campaign, ListOf, MailConsent, Mailout, MailoutPreview, MailReport, NewMailConsent, ShownMailout } from "../../../http/contract.ts";
import { actionKey, get, write } from "./client.ts";
import { useAction } from "./writes.ts";

export function useCampaigns() {
  return useQuery({ queryKey: ["campaigns"], queryFn: ({ signal }) => get<ListOf<Campaign>>("/mailouts/campaigns", {}, signal) });
}

/** The newest mails of all campaigns. */
export function useMailouts() {
  return useQuery({ queryKey: ["mailouts"], queryFn: ({ signal }) => get<ListOf<Mailout>>("/mailouts", { limit: 50 }, signal) });
}

/** A sample changes with the rulebook and the owner's files only. */
export function useMailPreview(shown: ShownMailout) {
  return useQuery({
    queryKey: ["mail-preview", shown.campaign, shown.language, shown.text],
    queryFn: () => write<MailoutPreview>("POST", "/mailouts/preview", shown, actionKey()),
    staleTime: 60_000,
  });
}

export function useTestMail() {
  return useAction(
    (input: ShownMailout, key) => write<{ address: string }>("POST", "/mailouts/test", input, key),
    () => undefined,
  );
}

export function useMailConsents(contact: string) {
  return useQuery({
    queryKey: ["mail-consents", contact],
    queryFn: ({ signal }) => get<ListOf<MailConsent>>(`/contacts/${encodeURIComponent(contact)}/mail-consents`, {}, signal),
  });
}

function useAgain(contact: string) {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: ["mail-consents", contact] });
}
export function useGiveMailConsent(contact: string) {
  return useAction(
    (input: NewMailConsent, key) => write<MailConsent>("POST", `/contacts/${encodeURIComponent(contact)}/mail-consents`, input, key),
    useAgain(contact),
  );
}
export function useMailReport(contact: string) {
  return useAction((input: MailReport, key) => write<MailReport>("POST", "/mail-reports", input, key), useAgain(contact));
}
export function useWithdrawMailConsent(contact: string) {
  return useAction((id: string, key) => write<MailConsent>("POST", `/mail-consents/${encodeURIComponent(id)}/withdraw`, {}, key), useAgain(contact));
}
