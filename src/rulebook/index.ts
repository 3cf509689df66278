export { monthlyCapacity } from "./capacity.ts";
export type { Book, Plan, ToolServer, ToolTerms } from "./book.ts";
export type { DecisionContext, DecisionRow, RecordedDecision } from "./decisions.ts";
export { NO_SCHEME, SchemeBroken, findScheme, presets } from "./no-claims.ts";
export { RulebookError, loadAlert, loadRulebook, type Versioned } from "./load.ts";
export { createRulebook, readRulebook, TONGUE_IN_CHEEK, type Reloaded, type Replayed, type Rulebook } from "./rulebook.ts";
export { TermsError, expectedStaffCost, fundGrantOf, grantOf, payerOf, planOf, promisedDate, staffCost, warningDate, workingTime } from "./terms.ts";
export { loadMailKey, loadMailLayout, loadMailTexts, type MailTexts } from "./mail-texts.ts";
export { fillMail, mailLanguage, quarterIn, yearsIn } from "./mail-words.ts";
