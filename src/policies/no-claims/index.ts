export { bonusHunger, meanDiscount, type Hunger } from "./figures.ts";
export { classAt, countsAt, momentsOf, type ClaimsHistory, type Incident } from "./history.ts";
export { noClaims } from "./policy.ts";
export { discountFor, discountOf, levelAfter, WHOLE_FEE, type Period, type Replayed, type Step, type StepCause } from "./replay.ts";
export { FAULTS, INCIDENT_KINDS, schemeSchema, type Fault, type IncidentKind, type Scheme } from "./scheme.ts";
export { beginning, renewed, type Counted, type LetOff, type Standing } from "./standing.ts";
