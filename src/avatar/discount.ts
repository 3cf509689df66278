import type { NoClaims } from "../care/index.ts";
import type { Turn } from "../conversations/index.ts";
import type { Write } from "../platform/commit.ts";
import { asksForDiscount, objectsToDiscount } from "./models/discount-asked.ts";
import type { Texts } from "./texts.ts";

export type DiscountRooms = { noClaims: Pick<NoClaims, "standOf" | "objecting">; texts: Texts };
/** What the service says about a discount, and what it records with it. */
export type DiscountWords = (turn: Turn, asked: string, locale: string) => Promise<{ text: string; writes: Write[] } | undefined>;

/**
 * What a contact's own no-claims discount is and what would change it, exactly as policy has it, in reviewed words; an objection is recorded
 * for a person to decide. undefined where nobody asked. No model is told of any of it.
 */
export function createDiscountWords({ noClaims, texts }: DiscountRooms): DiscountWords {
  return async (turn, asked, locale) => {
    const { customer, contact, id: conversation } = turn.conversation;
    if (objectsToDiscount(asked)) {
      const message = turn.covers.at(-1)?.id ?? null;
      const { writes, dueAt } = await noClaims.objecting({ customer, contact, conversation, message });
      return { text: texts.render("discount_objected", locale, { due: dueAt }), writes };
    }
    if (!asksForDiscount(asked)) return undefined;
    return { text: await answer(customer, locale), writes: [] };
  };

  async function answer(customer: string, locale: string): Promise<string> {
    const stand = await noClaims.standOf(customer);
    if (!stand) return texts.render("discount_none", locale);
    const share = (hundredths: number) =>
      new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2, numberingSystem: "latn" }).format(hundredths / 10_000);
    const { crash, escalation } = stand.counts;
    const counts = crash && escalation ? "discount_counts_both" : crash ? "discount_counts_crash" : "discount_counts_escalation";
    const next = { renewal: stand.renewsAt ?? new Date(0), clean: share(stand.clean), claimed: share(stand.claimed) };
    return [
      texts.render("discount_is", locale, { after: share(stand.discount) }),
      ...(stand.renewsAt ? [texts.render("discount_next", locale, next)] : []),
      texts.render(counts, locale),
      texts.render("discount_never", locale),
    ].join(" ");
  }
}

/** Whether a sentence is about one's own discount and nothing else is asked in it. */
export function isAboutDiscount(sentence: string): boolean {
  return asksForDiscount(sentence) || objectsToDiscount(sentence);
}
