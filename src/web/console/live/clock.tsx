import { createContext, useContext, useEffect, useState, type ReactNode } from "react";
import { useClockOffset } from "../api/queries.ts";

const NowContext = createContext(Date.now());
const TICK_MS = 20_000;

/** The service's time, for every "in 2 h" on the screen; moves on in calm steps. */
export function useNow(): number {
  return useContext(NowContext);
}

export function ClockProvider({ children }: { children: ReactNode }) {
  const offset = useClockOffset().data ?? 0;
  const [own, setOwn] = useState(() => Date.now());
  useEffect(() => {
    setOwn(Date.now());
    const timer = setInterval(() => setOwn(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [offset]);
  return <NowContext value={own + offset}>{children}</NowContext>;
}
