/** Questions about one's own no-claims discount, and objections to it, in all our languages. By rule, so that the answer never waits for a model. */

/** At most so many letters between the two words: one sentence, no story. */
const BETWEEN = 40;

/** Somebody names the discount as their own, or asks which one they have. What a discount depends on that they do not have yet (if, for) is sales. */
const ASKS: readonly RegExp[] = [
  /\bno[- ]claims?\b/iu,
  /\b(?:my|our) (?:own |present |current )?discount\b(?! (?:code|coupon|voucher))/iu,
  /\b(?:what|which|how much|how big|how high|how large)\b[^.?!]{0,25}\bdiscounts?\b[^.?!]{0,12}\b(?:do|have|am|are) (?:I|we)\b(?![^.?!]*\b(?:if|for|when)\b)/iu,
  /\b(?:do|have) (?:I|we) (?:currently |already |still |now )?(?:have|get|got) (?:a|any|the) discount\b(?![^.?!]*\b(?:if|for|when)\b)/iu,
  /\b(?:mein|unser)(?:e[nmrs]?|s)? \S{0,30}rabatt|\bschadens?freiheits?\w+/iu,
  /\b(?:welche[nr]?|wie ?viel|was für (?:einen|ein))\b[^.?!]{0,15}rabatt\b[^.?!]{0,15}\b(?:habe?n?|bekommen?|erhalten?)\b(?: derzeit| gerade| aktuell)? (?:ich|wir)\b(?![^.?!]*\b(?:wenn|für|falls)\b)/iu,
  /\b(?:habe|haben) (?:ich|wir) (?:derzeit |gerade |aktuell |schon |noch )?(?:einen |den )?rabatt\b(?![^.?!]*\b(?:wenn|für|falls)\b)/iu,
  /\b(?:ma|notre) (?:remise|réduction)\b|\bmon (?:rabais|bonus)\b/iu,
  /\bquel(?:le)? (?:est la )?(?:remise|réduction|rabais)\b[^.?!]{0,10}(?:ai-je|avons-nous|j['’]ai|nous avons)|\b(?:ai-je|avons-nous|est-ce que (?:j['’]ai|nous avons)) (?:une|la) (?:remise|réduction)\b/iu,
  /\b(?:mi|nuestro) descuento\b|\b(?:qué|que|cuánto|cuanto) descuento (?:tengo|tenemos)\b|\b(?:tengo|tenemos) (?:algún |un )?descuento\b/iu,
  /\b(?:il )?(?:mio|nostro) sconto\b|\b(?:che|quale|quanto) sconto (?:ho|abbiamo)\b|\b(?:ho|abbiamo) (?:uno|qualche) sconto\b/iu,
  /\b(?:meu|nosso) desconto\b|\b(?:que|qual|quanto) (?:é o )?desconto (?:(?:que )?(?:eu|nós) )?(?:tenho|temos)\b|\b(?:tenho|temos) (?:algum |um )?desconto\b/iu,
  /\b(?:mijn|onze) (?:no-claim)?korting\b|\b(?:welke|hoeveel) korting (?:heb|krijg|hebben|krijgen) (?:ik|we|wij)\b(?![^.?!]*\b(?:als|voor)\b)|\b(?:heb|hebben) (?:ik|we|wij) (?:een )?korting\b(?![^.?!]*\b(?:als|voor)\b)/iu,
  /(?:moj[aąe]j?|nasz[aąe]?j?) (?:\S+ )?zniżk|(?:mój|nasz) rabat|(?:jak[aąi]|ile) (?:mam|mamy) (?:zniżk|rabat)/iu,
  /(?:私|当社|弊社|うち|御社での)の割引|無事故割引|割引(?:率)?は(?:今|現在)?(?:いくら|どのくらい|どれくらい|何パーセント|何%)/iu,
  /خصم(?:ي|نا)(?![\p{L}])|الخصم (?:الخاص بي|الخاص بنا)|(?:كم|ما هي?) (?:هو |نسبة )?(?:ال)?خصم (?:الذي )?(?:لدي|عندي|لدينا|عندنا)/iu,
];

/** A word of objection and the discount, whichever comes first. */
const OBJECTS: readonly RegExp[] = [
  either(`\\b(?:object(?:ion|ing|s)?|dispute|contest|appeal|challenge|disagree|(?:do not|don['’]t) agree|unfair|unjust(?:ified)?)\\b`, `\\bdiscount\\b`),
  either(`\\b(?:widerspr(?:eche|echen|uch)|einspruch|nicht einverstanden|ungerecht|unfair)\\b`, `rabatt`),
  either(`\\b(?:(?:je |nous )?contest(?:e|ons|er|ation)|pas d['’]accord|opposition|injuste)\\b`, `\\b(?:remise|réduction)\\b`),
  either(`(?<![\\p{L}])(?:reclam(?:o|amos|ar|ación)|no estoy de acuerdo|no estamos de acuerdo|injusto)(?![\\p{L}])`, `\\bdescuento\\b`),
  either(`\\b(?:contest(?:o|iamo|are|azione)|non sono d['’]accordo|non siamo d['’]accordo|ingiusto)\\b`, `\\bsconto\\b`),
  either(`(?<![\\p{L}])(?:contest(?:o|amos|ar|ação)|não concordo|não concordamos|injusto)(?![\\p{L}])`, `\\bdesconto\\b`),
  either(`\\b(?:bezwaar|niet mee eens|oneerlijk|onterecht)\\b`, `korting`),
  either(`(?:sprzeciw|nie zgadzam(?:y)? się|niesprawiedliw)`, `(?:zniż|rabat)`),
  either(`(?:異議|納得(?:でき|いき)ま?せん|不服)`, `割引`),
  either(`(?:أعترض|نعترض|اعتراض|لا أوافق|لا نوافق)`, `خصم`),
];

function either(word: string, thing: string): RegExp {
  return new RegExp(`(?:${word}).{0,${BETWEEN}}(?:${thing})|(?:${thing}).{0,${BETWEEN}}(?:${word})`, "iu");
}

/** A plain question about one's own no-claims discount. */
export function asksForDiscount(question: string): boolean {
  return ASKS.some((asks) => asks.test(question));
}

/** Somebody does not agree with what became of their discount. */
export function objectsToDiscount(message: string): boolean {
  return OBJECTS.some((objects) => objects.test(message));
}
