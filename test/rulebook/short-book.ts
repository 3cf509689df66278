import { RulebookError, loadRulebook } from "../../src/rulebook/index.ts";

/** The shortest complete book. */
export const short = `business: { name: Acme, timeZone: Europe/Berlin, currency: EUR }
persona: { name: Ada, pronouns: they/them, languages: [en] }
plans:
  community: { fee: 0 EUR, fund: community, humans: false }
  visitor: { fee: 0 EUR, fund: visitors, humans: false }
  premium:
    fee: 1900 EUR
    share: 25 %
    humans: true
funds: { community: 50 EUR, visitors: 5 EUR }
staff: { hourly: 75 EUR }
models: { cheapBelow: 0.50 EUR }
`;

/** What the owner reads about a broken book. */
export function complaints(text: string | Uint8Array): string[] {
  try {
    loadRulebook(text, "policies.yaml");
  } catch (error) {
    if (error instanceof RulebookError) return error.message.split("\n");
    throw error;
  }
  return [];
}
