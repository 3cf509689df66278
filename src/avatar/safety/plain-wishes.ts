/**
 * "I want my data deleted", "our discount is gone from the invoice": wishes with the words of a loss. What says one of them
 * from its first word to its last is no safety matter; a sentence that says anything besides is read by every rule. Where a
 * law is named the legal rules want to hear of it, so those are none of these.
 */
import type { Sentence } from "./reading.ts";
import { whole } from "./rule.ts";

const POLITE =
  "please|pls|kindly|thanks|thank you|hello|hi|,|bitte|danke|hallo|guten tag|svp|s il vous plait|merci|bonjour|por favor|gracias|hola|per favore|per cortesia|grazie|buongiorno|" +
  "obrigad[oa]|ola|alstublieft|alsjeblieft|graag|bedankt|prosze|dziekuje|dzien dobry|من فضلك|من فضلكم|رجاء|لو سمحت|لو سمحتم|شكرا";

const mine =
  "(?:all |all of |any of )?(?:my|our) (?:personal |own )?(?:data|details|account|profile|(?:phone |telephone )?number|(?:e-?mail )?address|photos|files|chats?|messages)";
const erased = "(?:completely |fully )?(?:deleted|erased|wiped|removed)";
const EN = [
  `(?:i|we) (?:would like|want|wish|need) (?:to have )?${mine} (?:to be )?${erased}`,
  `(?:make sure|ensure|see to it) (?:that )?${mine} (?:is|are|gets?|will be) ${erased}`,
  "(?:my|our|the) (?:no-claims )?(?:discount|rebate) (?:(?:of|from) (?:last|this) year )?(?:is|has|was|has been) (?:gone|disappeared|vanished|lost|missing|removed)(?: from (?:the|my|our) (?:last |new )?(?:invoice|bill))?" +
    "(?: ,? ?(?:and|although|but) (?:i|we) (?:did not|have not|never) (?:report|reported|call|called)(?: anything| you)?)?(?: ,? ?why)?",
];

const meine =
  "(?:alle |sämtliche )?(?:meine|unsere)[nrs]? (?:persönlichen? )?(?:daten|angaben|adresse|telefonnummer|nummer|fotos|dateien|nachrichten|konto)|mein konto";
const gelöscht = "(?:bitte |ganz |vollständig )?(?:gelöscht|entfernt)";
const roboter = "(?:einem|ihrem|eurem|dem|diesem|so einem) roboter";
const DE = [
  `(?:ich|wir) (?:möchten?|will|wollen|wünschen?)(?: gern| gerne)? , dass (?:${meine}) ${gelöscht} (?:werden|wird)`,
  `(?:ich|wir) hätten? gerne? (?:${meine}) ${gelöscht}`,
  `(?:sorgen sie|sorgt|sorg) (?:bitte )?dafür , dass (?:${meine}) ${gelöscht} (?:werden|wird)`,
  `lösch(?:en sie|t|e)? (?:bitte )?(?:${meine})`,
  `(?:ich|wir) (?:will|wollen|möchten?|mag) nicht (?:mehr |länger )?(?:mit ${roboter} (?:reden|sprechen|schreiben|chatten|telefonieren)|von ${roboter} angerufen werden)`,
  `(?:ich|wir) (?:reden?|sprechen?|schreiben?|chatten?|telefonieren?) nicht (?:mehr )?mit ${roboter}`,
  "(?:ihr|euer|der|dieser) roboter soll (?:mich|uns) (?:bitte )?nicht (?:mehr |wieder )?anrufen",
  "(?:mein|unser|der) \\S*(?:rabatt|nachlass) (?:(?:vom letzten|von diesem) jahr )?(?:ist|wurde) (?:jetzt |plötzlich |einfach )?(?:von (?:der|meiner|unserer) (?:letzten |neuen )?rechnung )?(?:weg|verschwunden|verloren|gestrichen)" +
    "(?: ,? ?(?:und|obwohl|aber) (?:ich|wir) (?:(?:habe|haben) )?(?:doch )?(?:nichts|nie) (?:gemeldet|angerufen)(?: habe| haben)?)?(?: ,? ?(?:warum|wieso))?",
];

const ABROAD = [
  // fr, es, pt, nl
  "(?:je|nous) (?:veux|voulons|voudrais|souhaite|demande) que (?:toutes )?(?:mes|nos) données (?:personnelles )?soient (?:supprimées|effacées)",
  "(?:quiero|queremos|pido|solicito) que (?:todos )?(?:mis|nuestros) datos (?:personales )?sean (?:borrados|eliminados)",
  "(?:el|mi|nuestro) descuento ha desaparecido de (?:la|mi|nuestra) factura(?: ,? ?por que)?",
  "(?:quero|queremos|peço) que (?:todos )?(?:os )?(?:meus|nossos) dados (?:pessoais )?sejam (?:apagados|excluídos|eliminados)",
  "o (?:meu |nosso )?desconto (?:desapareceu|sumiu) da (?:minha |nossa )?fatura(?: ,? ?por que)?",
  "(?:ik|wij|we) (?:wil|willen)(?: graag)? dat (?:al )?(?:mijn|onze) (?:persoons)?gegevens (?:(?:gewist|verwijderd) worden|worden (?:gewist|verwijderd))",
  // it: what was erased would be "cancellati", so with "i miei dati" it is a command; with "le mie foto" a plea is needed to tell
  "(?:voglio|vorrei|chiedo) che (?:tutti )?i (?:miei|nostri) dati (?:personali )?(?:vengano|siano) (?:cancellati|eliminati)",
  "(?:cancellate|eliminate) (?:subito )?(?:tutti i miei|i miei|i nostri|il mio|il nostro) (?:dati(?: personali)?|account|numero|documenti|messaggi)",
  "(?:cancellate|eliminate) (?:tutte )?(?:le mie|le nostre) foto (?:per favore|per cortesia|grazie)",
  "(?:lo|il mio|il nostro) sconto è sparito dalla (?:mia |nostra )?fattura(?: ,? ?perché)?",
  // pl
  "(?:chcę|chcemy) , (?:żeby|aby) (?:wszystkie )?(?:moje|nasze) dane (?:osobowe )?zostały (?:usunięte|skasowane)",
  "(?:chcę|chcemy) , żebyście (?:usunęli|skasowali) (?:wszystkie )?(?:moje|nasze) dane(?: osobowe)?",
  "(?:wnoszę|proszę) o usunięcie (?:wszystkich )?(?:moich|naszych) danych(?: osobowych)?",
  "(?:mój |nasz )?rabat zniknął z (?:mojej |naszej )?faktury(?: ,? ?dlaczego)?",
  // ja
  "(?:私の|弊社の)?(?:個人)?(?:データ|写真|アカウント|電話番号)を(?:全部|すべて|全て)?(?:消して|削除して|消去して)(?:ください|下さい|ほしい(?:です)?|もらえますか)",
  "(?:(?:すべて|全て|サービス|お知らせ|メール|ニュースレター|通知)の?)+(?:配信)?を停止して(?:ください|下さい|ほしい(?:です)?|もらえますか)",
  "(?:請求書から)?(?:私の)?割引が(?:消えて(?:い)?ます|消えました|なくなりました)(?: , なぜですか)?",
  // ar
  "(?:احذفوا|احذف|امسحوا|امسح) (?:كل |جميع )?(?:بياناتي|بياناتنا|حسابي|رقمي|صوري)(?: الشخصية)?",
  "(?:أريد|نريد|أرجو|أطلب|أريد أن|أرجو أن) (?:حذف|مسح|تحذفوا|تمسحوا) (?:كل |جميع )?(?:بياناتي|بياناتنا|حسابي)(?: الشخصية)?",
];

const PLAIN = [EN, DE, ABROAD].map((wishes) => whole(POLITE, ...wishes));

/** Whether a sentence wishes something that every customer may, and says nothing else. */
export function plainWish({ text }: Sentence): boolean {
  return PLAIN.some((wish) => wish.test(text));
}
