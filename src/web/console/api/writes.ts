import { useMutation, useQueryClient } from "@tanstack/react-query";
import type {
  Alert,
  AlertForecast,
  NewOutage,
  NewSilence,
  Outage,
  ProposedAlert,
  Silence,
  CustomerChange,
  CustomerDetail,
  Escalation,
  Login,
  Me,
  Memory,
  NewCustomer,
  Note,
  Question,
} from "../../../http/contract.ts";
import { ApiProblem, actionKey, write } from "./client.ts";

/**
 * One action of a person. Its key is made when the action begins, so that trying again after a broken connection
 * cannot do it twice. `after` puts the answer where the screens read it.
 */
export function useAction<Input, Answer>(run: (input: Input, key: string) => Promise<Answer>, after: (answer: Answer) => void) {
  const mutation = useMutation<Answer, Error, { input: Input; key: string }>({
    mutationFn: ({ input, key }) => run(input, key),
    retry: (count, error) => count < 2 && error instanceof ApiProblem && error.status === 0,
    onSuccess: after,
  });
  return {
    run: (input: Input) => mutation.mutateAsync({ input, key: actionKey() }),
    busy: mutation.isPending,
    error: mutation.error,
    reset: mutation.reset,
  };
}

export function useLogin() {
  const queries = useQueryClient();
  return useAction(
    (input: Login, key) => write<Me>("POST", "/login", input, key),
    (me) => queries.setQueryData(["me"], me),
  );
}

export function useLogout() {
  const queries = useQueryClient();
  return useAction(
    (_: void, key) => write<void>("POST", "/logout", {}, key),
    () => {
      // the login takes the screen first; then nothing of this person's is left in memory
      queries.setQueryData(["me"], null);
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "me" });
    },
  );
}

/** Everything that staff may do with one escalation. A conflict fetches it anew, so that the screen shows who has it. */
export function useEscalationActions(id: string) {
  const queries = useQueryClient();
  const path = `/escalations/${encodeURIComponent(id)}`;
  function refresh() {
    for (const key of ["escalations", "summary", "conversations", "conversation", "questions", "deliveries"]) {
      void queries.invalidateQueries({ queryKey: [key] });
    }
  }
  function keep(escalation: Escalation) {
    queries.setQueryData(["escalation", id], escalation);
    refresh();
  }
  async function send<Answer>(verb: string, body: unknown, key: string): Promise<Answer> {
    try {
      return await write<Answer>("POST", `${path}/${verb}`, body, key);
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 409) {
        void queries.invalidateQueries({ queryKey: ["escalation", id] });
        refresh();
      }
      throw error;
    }
  }
  return {
    claim: useAction((_: void, key) => send<Escalation>("claim", {}, key), keep),
    acknowledge: useAction((_: void, key) => send<Escalation>("acknowledge", {}, key), keep),
    handback: useAction((_: void, key) => send<Escalation>("handback", {}, key), keep),
    downgrade: useAction((input: { reason: string }, key) => send<Escalation>("downgrade", input, key), keep),
    reply: useAction((input: { text: string }, key) => send<Escalation>("reply", input, key), keep),
    resolve: useAction((input: { minutes: number; outcome: string }, key) => send<Escalation>("resolve", input, key), keep),
    note: useAction((input: { text: string }, key) => send<Note>("note", input, key), refresh),
  };
}

export function useTakeover(conversation: string) {
  const queries = useQueryClient();
  return useAction(
    (_: void, key) => write<Escalation>("POST", `/conversations/${encodeURIComponent(conversation)}/takeover`, {}, key),
    (escalation) => {
      queries.setQueryData(["escalation", escalation.id], escalation);
      for (const key of ["conversation", "conversations", "escalations", "summary"]) void queries.invalidateQueries({ queryKey: [key] });
    },
  );
}

export function useAnswerQuestion(id: string) {
  const queries = useQueryClient();
  return useAction(
    (input: { text: string }, key) => write<Question>("POST", `/questions/${encodeURIComponent(id)}/answer`, input, key),
    () => {
      for (const key of ["questions", "summary", "conversation"]) void queries.invalidateQueries({ queryKey: [key] });
    },
  );
}

export function useAcknowledgeAlert(id: string) {
  const queries = useQueryClient();
  return useAction(
    (_: void, key) => write<Alert>("POST", `/alerts/${encodeURIComponent(id)}/acknowledge`, {}, key),
    () => {
      for (const key of ["alerts", "summary"]) void queries.invalidateQueries({ queryKey: [key] });
    },
  );
}

/** What holds alerts back, or no longer does. */
function useMute<Input, Answer>(run: (input: Input, key: string) => Promise<Answer>) {
  const queries = useQueryClient();
  return useAction(run, () => {
    for (const key of ["alerts", "summary"]) void queries.invalidateQueries({ queryKey: [key] });
  });
}
export const useSilence = () => useMute((input: NewSilence, key) => write<Silence>("POST", "/silences", input, key));
export const useEndSilence = (id: string) => useMute((_: void, key) => write<Silence>("POST", `/silences/${encodeURIComponent(id)}/end`, {}, key));
export const useDeclareOutage = () => useMute((input: NewOutage, key) => write<Outage>("POST", "/outages", input, key));
export const useEndOutage = (id: string) => useMute((_: void, key) => write<Outage>("POST", `/outages/${encodeURIComponent(id)}/end`, {}, key));

/** Asks what a rule would do; it changes nothing. */
export function useForecastAlert() {
  return useAction(
    (input: ProposedAlert, key) => write<AlertForecast>("POST", "/alerts/forecast", input, key),
    () => undefined,
  );
}

export function useCreateCustomer() {
  const queries = useQueryClient();
  return useAction(
    (input: NewCustomer, key) => write<CustomerDetail>("POST", "/customers", input, key),
    (customer) => {
      queries.setQueryData(["customer", customer.id], customer);
      void queries.invalidateQueries({ queryKey: ["customers"] });
    },
  );
}

export function useChangeCustomer(id: string) {
  const queries = useQueryClient();
  return useAction(
    (input: CustomerChange, key) => write<CustomerDetail>("PATCH", `/customers/${encodeURIComponent(id)}`, input, key),
    (customer) => {
      queries.setQueryData(["customer", id], customer);
      void queries.invalidateQueries({ queryKey: ["customers"] });
    },
  );
}

export function useChangeMemory(id: string, customer: string) {
  const queries = useQueryClient();
  return useAction(
    (input: { fact: string }, key) => write<Memory>("PATCH", `/memories/${encodeURIComponent(id)}`, input, key),
    () => void queries.invalidateQueries({ queryKey: ["memories", customer] }),
  );
}

export function useForgetMemory(id: string, customer: string) {
  const queries = useQueryClient();
  return useAction(
    (_: void, key) => write<void>("POST", `/memories/${encodeURIComponent(id)}/forget`, {}, key),
    () => void queries.invalidateQueries({ queryKey: ["memories", customer] }),
  );
}
