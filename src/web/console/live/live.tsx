import { useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import type { StaffEvent } from "../../../http/contract.ts";
import { POLL_BROKEN_MS, POLL_LIVE_MS } from "../api/queries.ts";
import { NO_DRAFTS, foldDraft, type DraftEvent, type Drafts } from "./drafts.ts";
import { createGatherer, isStaffEvent, LISTS, staleAfter } from "./stale.ts";
import { followStaffEvents, type StreamState } from "./stream.ts";
import type { StreamEvent } from "./sse.ts";

type Live = {
  state: StreamState;
  /** Asks the one stream for a conversation's own events, too. Returns how to stop. */
  watch(conversation: string): () => void;
};

const LiveContext = createContext<Live>({ state: "connecting", watch: () => () => undefined });
// of its own, because it changes with every word: only what shows it is drawn anew
const DraftsContext = createContext<Drafts>(NO_DRAFTS);

export function useLive(): Live {
  return useContext(LiveContext);
}

/** What is being written in the watched conversation. */
export function useDrafts(): Drafts {
  return useContext(DraftsContext);
}

const GATHER_MS = 400;

/**
 * One stream per tab: browsers open few connections to one host, so a conversation's events travel in the same
 * stream, and a hidden tab lets go of it (the counts are still polled). When it comes back, everything is asked anew.
 */
export function LiveProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient();
  const [state, setState] = useState<StreamState>("connecting");
  const [conversation, setConversation] = useState<string | null>(null);
  const [drafts, setDrafts] = useState(NO_DRAFTS);
  const visible = useVisible();
  const wasBroken = useRef(false);

  useEffect(() => {
    if (!visible) return undefined;
    const stop = new AbortController();
    const gatherer = createGatherer(GATHER_MS, (keys) => {
      for (const queryKey of keys) void queries.invalidateQueries({ queryKey });
    });
    setDrafts(NO_DRAFTS);
    void followStaffEvents({
      conversation,
      signal: stop.signal,
      onEvent: (event) => take(event, conversation, gatherer.add, setDrafts),
      onState: (next) => {
        // whatever happened while we were deaf is fetched, not guessed
        if (next === "live" && wasBroken.current) for (const key of LISTS) void queries.invalidateQueries({ queryKey: [key] });
        wasBroken.current = next !== "live";
        if (next === "broken") setDrafts(NO_DRAFTS);
        setState(next);
      },
      onSignedOut: () => queries.setQueryData(["me"], null),
    });
    return () => {
      stop.abort();
      gatherer.stop();
      wasBroken.current = true;
    };
  }, [conversation, visible, queries]);

  useEffect(() => {
    const every = state === "broken" ? POLL_BROKEN_MS : POLL_LIVE_MS;
    const timer = setInterval(() => {
      for (const key of LISTS) void queries.invalidateQueries({ queryKey: [key] });
    }, every);
    return () => clearInterval(timer);
  }, [state, queries]);

  const live = useMemo<Live>(
    () => ({
      state,
      watch: (id) => {
        setConversation(id);
        return () => setConversation((now) => (now === id ? null : now));
      },
    }),
    [state],
  );
  return (
    <LiveContext value={live}>
      <DraftsContext value={drafts}>{children}</DraftsContext>
    </LiveContext>
  );
}

function take(event: StreamEvent, conversation: string | null, stale: (keys: string[][]) => void, setDrafts: (fold: (drafts: Drafts) => Drafts) => void): void {
  let data: unknown;
  try {
    data = JSON.parse(event.data);
  } catch {
    return; // not ours: the next fetch shows the truth anyway
  }
  if (isStaffEvent(event.event)) return stale(staleAfter(data as StaffEvent).map((key) => [...key]));
  setDrafts((drafts) => foldDraft(drafts, { event: event.event, data } as DraftEvent));
  if (conversation !== null && (event.event === "message" || event.event === "mode")) stale([["conversation", conversation]]);
}

function useVisible(): boolean {
  const [visible, setVisible] = useState(document.visibilityState === "visible");
  useEffect(() => {
    const look = () => setVisible(document.visibilityState === "visible");
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  return visible;
}

/** Watches a conversation while a screen shows it. */
export function useWatched(conversation: string | undefined): void {
  const { watch } = useLive();
  const start = useRef(watch);
  useEffect(() => (conversation === undefined ? undefined : start.current(conversation)), [conversation]);
}
