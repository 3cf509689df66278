/** Questions about one's own no-claims discount, and objections to it, in all our languages. By rule, so that the answer never waits for a model. */

const ASKS =
  /\bno[- ]claims?\b|\b(?:my|our) (?:own |present |current )?discount\b|\b(?:mein|unser)(?:e[nmrs]?|s)? \S{0,30}rabatt|\bschadenfreiheits\w+|\b(?:ma|notre) remise\b|\b(?:mi|nuestro) descuento\b|\b(?:il )?(?:mio|nostro) sconto\b|\b(?:meu|nosso) desconto\b|\b(?:mijn|onze) (?:no-claim)?korting\b|(?:moj[aąe]j?|nasz[aąe]?j?) (?:\S+ )?zniżk|(?:私の|当社の|うちの|無事故)割引|خصم(?:ي|نا)/iu;

const OBJECTS =
  /\b(?:object(?:ion|ing)?|dispute|contest|appeal)\b.{0,20}\bdiscount\b|\bwiderspr(?:eche|echen|uch)\b.{0,40}rabatt|\bcontest(?:e|ons|er|ation)\b.{0,30}\bremise\b|\b(?:reclam(?:o|amos|ar)|reclamación)(?![\p{L}]).{0,30}\bdescuento\b|\bcontest(?:o|iamo|are|azione)\b.{0,30}\bsconto\b|\bcontest(?:o|amos|ar|ação)(?![\p{L}]).{0,30}\bdesconto\b|\bbezwaar\b.{0,30}korting\b|sprzeciw.{0,30}zniż|割引.{0,10}異議|異議.{0,10}割引|(?:أعترض|نعترض|اعتراض).{0,20}خصم/iu;

/** A plain question about one's own no-claims discount. */
export function asksForDiscount(question: string): boolean {
  return ASKS.test(question);
}

/** Somebody does not agree with what became of their discount. */
export function objectsToDiscount(message: string): boolean {
  return OBJECTS.test(message);
}
