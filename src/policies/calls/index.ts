export { segmentOf, usualPerDay, type Exposure, type Segment } from "./baseline.ts";
export { criticalCount, cusumRuns, read, type History, type Reading } from "./detectors.ts";
export { spellsOf, type Spell } from "./past.ts";
export { DAY, episodesInWindow, reachOf, type AlertRule, type CountedEpisode, type Counts, type CusumRule } from "./rules.ts";
export { step, timingOf, type AlertState, type Look, type AlertStep, type Timing } from "./states.ts";
