/** Questions about what we charge, in all our languages: they never count against a discount. By rule, so that nobody's words decide it but theirs. */

const BILLS: readonly RegExp[] = [
  /\b(?:invoices?|invoiced|billing|billed|(?:over)?charged (?:us|me|twice|too much|for)|overcharged|credit notes?|direct debit|(?:the|my|our|your|this|that|last|a) bills?)\b/iu,
  /(?:^|[^\p{L}])(?:\p{L}*(?<!be|um|hoch|vor|an)rechnung(?:en|s\p{L}*)?|abgerechnet|abrechnung\p{L}*|abgebucht|abbuchung\p{L}*|gutschrift\p{L}*|lastschrift\p{L}*|mahnung\p{L}*)(?![\p{L}])/iu,
  /(?:^|[^\p{L}])(?:factur(?:e|es|é|ée|és|ation)|prélev(?:é|és|ement|ements)|prélèvements?|trop[- ]perçu)(?![\p{L}])/iu,
  /(?:^|[^\p{L}])(?:factur(?:a|as|ación|ado|aron)|cobr(?:o|os|ado|aron|an)|recibos?)(?![\p{L}])/iu,
  /(?:^|[^\p{L}])(?:fattur(?:a|e|ato|azione)|addebit(?:o|i|ato|ati))(?![\p{L}])/iu,
  /(?:^|[^\p{L}])(?:fatur(?:a|as|ado|amento)|cobran(?:ça|ças)|cobr(?:ado|aram|ou)|boletos?)(?![\p{L}])/iu,
  /(?:^|[^\p{L}])(?:factu(?:ur|ren)|gefactureerd|rekening(?:en)?|afgeschreven|incasso)(?![\p{L}])/iu,
  /(?:^|[^\p{L}])(?:faktur\p{L}*|rachun(?:ek|ki|ku|ków|kiem)|obciążon\p{L}*)(?![\p{L}])/iu,
  /請求書|請求額|請求金額|(?:二重|過剰|誤って)に?請求|領収書|引き落とし/u,
  /فاتور|فواتير|الخصم من الحساب|خُصم من حساب/u,
];
const MOST_CHARACTERS = 4_000; // what somebody is about stands at the beginning

/** Whether a customer's own words are about a bill. */
export function isAboutBill(words: string): boolean {
  const start = words.slice(0, MOST_CHARACTERS).normalize("NFC");
  return BILLS.some((pattern) => pattern.test(start));
}
