import { createContext, useContext } from "react";
import type { StaffMember } from "../../../http/contract.ts";

export const MeContext = createContext<StaffMember | null>(null);

/** Who is logged in. Below the gate there always is somebody. */
export function useStaff(): StaffMember {
  const me = useContext(MeContext);
  if (me === null) throw new Error("useStaff is for pages behind the login");
  return me;
}
