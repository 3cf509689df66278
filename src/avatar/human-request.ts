/**
 * "A human, please": a plain request for a person. Whether one is granted is a matter of policy; that somebody asked
 * must never depend on a model. A question about humans, or a word that merely contains one, is no request.
 */
import { ABROAD_REQUESTS, type HumanRequest } from "./human-request-abroad.ts";
import { readMessage, type Sentence } from "./safety/reading.ts";
import { any, see } from "./safety/rule.ts";
import { byLanguage } from "./safety/tongues.ts";

const en = {
  person:
    "(?:(?:a|an|any|some|the|one|your|another|actual|real|live|living|human|proper|qualified|competent|senior|technical|support|" +
    "customer|service|flesh-and-blood|other|somebody|of) )*(?:humans?|human being|persons?|people|somebody|someone|" +
    "agents?|representative|rep|operator|staff|staff member|employee|engineers?|support engineer|technician|specialist|expert|colleagues?|" +
    "team member|members? of (?:your|the) (?:team|staff|support|crew|company)|member of staff|manager|supervisor|teammate|advisor|consultant|" +
    "support team|support staff|support person|humanoid|man|woman|individual|live support|human support|support agent|account manager|" +
    "developers?)",
  real:
    "(?:a |an |some |any |the |your )?(?:real|actual|live|living|human|proper|flesh-and-blood) (?:\\S+ )?(?:human|person|people|agent|someone|" +
    "somebody|being|support|engineer|representative|operator|employee|support agent|help|contact|one|technician|expert|colleague|staff|chat)",
};
const de = {
  person:
    "(?:(?:ein|eine|einen|einem|einer|der|die|das|den|dem|echte[mnrs]?|reale[nr]?|richtigen?|richtiger|" +
    "wirklichen?|menschlichen?|menschlicher|lebendigen?|kompetenten?|ihrer|ihren|ihrem|eurer|euren|eurem|von|aus|irgend|anderen|" +
    "technischen?) )*(?:mensch|menschen|person|personen|mitarbeiter|mitarbeiterin|mitarbeitern|support-?mitarbeiter\\S*|kollege|kollegen|" +
    "kollegin|berater|beraterin|ansprechpartner|ansprechpartnerin|techniker|technikerin|jemand|jemanden|jemandem|experten?|expertin|" +
    "spezialisten?|kundenberater\\S*|kundendienst|support-?team|supporter|sachbearbeiter\\S*|vorgesetzten?|vorgesetzter|ingenieur|ingenieurin|" +
    "service-?mitarbeiter\\S*|teamleiter\\S*|leute|agenten|operator|chef|chefin|entwickler|entwicklerin)",
};

const wish =
  "(?:i |we |could i |can i |may i |could we |can we |please |just |now |really |finally |id |would |like |need |want |wanna |" +
  "prefer |rather |demand |insist on |get me |let me |have to |must |wish |immediately |to )+";
const human =
  "(?:humans?|human being|(?:real|actual|live|living|human|flesh-and-blood) (?:\\S+ )?(?:person|people|agent|someone|being|engineer|" +
  "operator|employee|representative|rep|support|one|help|technician|expert))";

const REQUESTS: readonly HumanRequest[] = [
  {
    rule: "human.asked.en",
    see: see(
      en,
      "(?:speak|talk|chat|speaking|talking|chatting|connected|connect me|connect us|put me through|put us through|transfer me|transfer us|" +
        "transferred|transfer this|pass me|pass this|hand me|hand this|hand me over|route me|forward me|forward this|escalate this|escalate|" +
        "switch me|redirect me|refer me|write|get in touch|in contact|contact|reach|be put through|get through|speek|tlk|call with|" +
        "phone call with|work) (?:\\S+ ){0,2}?(?:to|with|over to|through to|on to|via) {person}",
      "(?:talk|speak|chat) to (?:the )?(?:human|humans|person|people|support team|your team|your support|support|staff|your staff|your manager|" + "your boss)",
      "(?:reach|contact|call in|involve|bring in|get hold of|get ahold of|summon|fetch|loop in|find me|find) {person} ?(?:please|" +
        "now|here|who|that|from|for|to|,)?",
      "(?:get|give|send|assign|find|bring|fetch|hand|pass|connect|show|put) (?:me|us) (?:with |over to |on to |through to |on with |up with |" +
        "in touch with )?{person}",
      `${wish}(?:to (?:speak|talk|chat) (?:to|with) )?{person} ?(?:please|now|here|who|to (?:look|help|take|answer|handle|call|check|speak|talk|contact|fix|reply|get|read)|on this|for this|instead|,|from|on the|not|asap|immediately|urgently)?`,
      "{real} (?:please|pls|now|asap|instead|,|if possible|on the line|for once)",
      `${human} (?:please|pls|now|asap|instead|, please|needed|required|wanted|not a (?:bot|machine|robot)|, not|if possible|support please)`,
      "(?:human|person|agent|representative|operator|engineer|supervisor|manager|someone real|somebody real|real person|" +
        "human being) , (?:please|pls|now|not)",
      "(?:agent|representative|operator|supervisor|manager|support engineer|engineer|technician|" + "colleague|someone|somebody) (?:please|pls)",
      "(?:please|pls) ,? ?(?:a |an |some )?(?:human|real person|person|human being|someone real|real human|agent|representative|operator)",
      "(?:can|could|may|will|would) (?:i|we) (?:please )?(?:get|have|speak to|talk to|see|reach|ask for) {person}",
      "(?:is|are) (?:there )?(?:any|some|a) ?(?:real |actual )?(?:one|body|human|person|people|humans|anyone|anybody) (?:i|we) (?:can|" +
        "could) (?:talk|speak|chat|write)",
      "is there (?:anyone|anybody|someone|somebody|a human|a person|a real person) (?:\\S+ ){0,3}?(?:i|" + "we) (?:can|could) (?:talk|speak|chat|write)",
      "(?:someone|somebody|anyone) (?:real|human|competent|from your (?:team|support|staff|" +
        "company)|in your team|on your team|with a pulse|of your colleagues|who is human)",
      "(?:can|could|would|will|may) (?:someone|somebody|a human|a person|a real person|an engineer|a colleague|one of your \\S+|anyone|" +
        "a real human|an actual person|a technician|an? (?:support |sales |customer )?(?:technician|specialist|expert|agent|representative|" +
        "manager|supervisor|operator|developer)|any human|some human|your colleague|a support engineer|your team|" +
        "an actual human) (?:\\S+ )?(?:please |pls )?(?:call|help|have a look|join|look|contact|take|get back|answer|reply|respond|check|talk|" +
        "speak|assist|phone|ring|handle|review|write|step in|read this and)",
      "(?:not|no|stop|enough|tired|sick|fed up|done|hate|without|instead of|rather than|do not want)(?: \\S+){0,5} (?:bot|bots|robot|chatbot|" +
        "machine|ai|computer|automated \\S+|canned \\S+) (?:\\S+ ){0,8}(?:human|person|someone|somebody|people|agent|engineer|colleague|staff)",
      "(?:want|need|would like|prefer|give me|demand|insist|require|requesting|request|asking for|ask for|waiting for|waiting to get|" +
        "looking for|expect|rather have|rather talk to) ~3 (?:human|humans|human being|real person|actual person|live person|live agent|" +
        "real human|human support|human agent|human contact|human help|human assistance|person to talk to|real people|flesh and blood)",
      "(?:let|have) (?:a|an|your|one of your|some|somebody|someone) (?:real |human |actual )?(?:human|person|colleagues?|engineer|staff|team|" +
        "expert|technician|somebody|someone) (?:\\S+ )?(?:call|look|handle|take|contact|answer|help|reply|check|speak|read|do)",
      "(?:want|need|" +
        "would like) (?:\\S+ )?(?:your|a|an) (?:manager|supervisor|boss|engineer|colleague|agent|support engineer|technician|representative|" +
        "operator|specialist|expert) ?(?:now|please|to|on|for|here|,)?",
      "(?:call|phone|ring) me ?(?:back|please|now|up)?(?= (?:please|now|asap|" + "today|,|back|up|on|at))",
      "human (?:handover|handoff|hand-over|agent|operator|support|assistance|help|escalation) (?:please|now|needed|" + "requested|required|wanted|asap|,)",
      "(?:just|only) (?:a|an|some|one) (?:real |actual )?(?:human|person|human being)",
      "(?<=^ )(?:(?:a|an|live|real|human|customer|support) )*(?:human|person|agent|representative|operator|supervisor|human being)(?= $)",
    ),
    unless: any(
      "human-?readable",
      "(?:are|r) (?:you|u|we) (?:a|an|really a|actually a|even a|talking to a|chatting with a|real|human|sure|just a|not a|" +
        "in fact a) ?(?:\\S+ )?(?:human|person|bot|real person|robot|people|human being)",
      "is (?:a|an|any|this a|this an|there a|that a|it a|" +
        "the) (?:\\S+ )?(?:human|person|real person|human being|engineer|someone|agent) (?:reading|writing|answering|behind|really|actually|or|" +
        "monitoring|involved|typing|here|watching|looking|approv\\S*|review\\S*|in the loop)",
      "(?:do|does|did|will|would|how|which|how many|" +
        "when do|who|what|why do|why does|can) (?:a |an |the |your |real )?(?:humans?|people|engineers?|staff|persons?|agents?|" +
        "developers?) (?:\\S+ )?(?:approve|review|read|check|see|look at the|test|write|maintain|work|need to|get|answer|monitor|have access|use|" +
        "log|store|actually)",
      "(?:person|human|people|employee|agent|staff|engineer|operator|manager|user|colleague|contact|customer|technician|" +
        "specialist) (?:table|tables|record|records|column|columns|entity|entities|entry|entries|role|roles|object|objects|id|ids|field|fields|" +
        "schema|class|type|list|database|management|resources|error|errors|name|names|row|rows|model|view|pattern|document|data|node|process|pod|" +
        "logs?|config|readable|in the loop|genome|rights|version|daemon|binary|package|sdk|api|account|accounts|interface|dashboard|console|" +
        "module|service account|library|framework|dataset|installation|container)",
      "(?:query|select|insert|join|store|delete|find|count|index|" +
        "list|filter|export|import|model|represent|grant|revoke|map|update) (?:\\S+ ){0,4}(?:person|persons|people|employees?|colleagues?|humans|" +
        "agents?|managers?|someone|engineers?)(?! (?:please|now))",
      "(?:monitoring|backup|kubernetes|k8s|operator pattern|database|user|ai|build|" + "ssh|mail|log|replication) (?:agent|agents|operator|manager)",
      "(?:no|not|do not|does not|without) (?:\\S+ ){0,2}(?:need|want|" + "require) (?:\\S+ ){0,2}(?:human|person|someone|anybody|agent|engineer)",
      "(?:no|without) (?:need for |need of )?(?:a |any )?(?:human|" + "person) (?:needed|required|necessary|intervention|interaction)",
      "(?:i|we) (?:already )?(?:spoke|talked|chatted|was talking|" + "had a call) (?:\\S+ )?(?:to|with)",
      "human (?:error|resources|genome|rights|factor|factors|language|brain|body|eye|time|intervention|" + "input|approval)",
      "more than one person|per person|each person|one person|two people|every person|for people|a person with|a person who",
    ),
  },
  {
    rule: "human.asked.de",
    see: see(
      de,
      "(?:mit|zu|an|bei|von) {person} (?:\\S+ ){0,4}?(?:sprechen|reden|spreche|rede|schreiben|chatten|telefonieren|verbunden|verbinden|" +
        "weiterleiten|weitergeleitet|durchstellen|durchgestellt|durchstell|unterhalten|verbinde|verbindet|weiterverbinden|weitergeben|übergeben|" +
        "übergeben werden|zu tun haben|in kontakt|kontakt|geholfen|hilfe|beraten|weiterreichen|vermitteln|vermittelt|kommunizieren|klären|" +
        "besprechen|wenden)",
      "(?:sprechen|reden|verbinden|verbinde|verbindet|weiterleiten|durchstellen|chatten|telefonieren|schreiben|stellen|" +
        "leiten|gib|gebt|geben|holen|hol|holt|schick|schicken|schickt|hole|kontakt|vermitteln|reden wir|spreche|rede|rufen|ruf|" +
        "bringen) (?:\\S+ ){0,5}?(?:mit |an |zu |bei |von )?{person}",
      "(?:möchte|möchten|will|wollen|brauche|brauchen|hätte|hätten|würde|würden|verlange|wünsche|bitte um|erwarte|benötige|benötigen|muss|müssen|" +
        "kann ich|können wir|könnte ich|darf ich|gerne|gern|lieber|nur|bekomme ich|kriege ich|krieg ich|wünschen|" +
        "warte auf) (?:\\S+ ){0,4}?(?:mit |an |zu |von |auf )?{person}(?: (?:bitte|sprechen|reden|haben|hier|jetzt|sofort|,|der|die|schreiben|" +
        "chatten|telefonieren|als ansprechpartner|statt|erreichen|am telefon|und|kein|keine|keinen|vom|aus|von|dran|zum|zu|dazu|ans))?",
      "{person} (?:, )?(?:bitte|jetzt|sofort|gesucht|statt|dringend|her|benötigt|gewünscht|erwünscht)",
      "bitte (?:, )?(?:\\S+ ){0,2}?(?:ein(?:en)? |mit )?{person}",
      "(?:kann|könnte|könnten|können|mag|möge|soll|sollte|würde) (?:sich |mir |" +
        "uns |bitte |mal |da |das |hier |mich )*(?:{person}|jemand|einer|wer)(?: (?:von ihnen|von euch|aus ihrem \\S+|aus eurem \\S+|aus dem \\S+|" +
        "vom \\S+))? (?:\\S+ ){0,5}?(?:anrufen|helfen|melden|ansehen|anschauen|kümmern|übernehmen|antworten|zurückrufen|draufschauen|kontaktieren|" +
        "prüfen|sprechen|ruft|schaut|einschalten|schreiben)",
      "(?:lassen sie|lasst|lass|lassen) (?:\\S+ ){0,3}?{person} (?:\\S+ ){0,4}?(?:ran|" +
        "ansehen|anschauen|anrufen|antworten|übernehmen|kümmern|sprechen|schauen|draufschauen)",
      "(?:ist|gibt es|gibts|" + "gibt) (?:\\S+ ){0,3}?{person} (?:, )?(?:mit (?:dem|der|denen)|den ich|die ich|der mir|die mir|an den|an die)",
      "(?:kein|keinen|nicht|" +
        "statt|genug|satt|leid|weg|keine|anstatt|ohne) (?:\\S+ ){0,5}?(?:bot|chatbot|roboter|maschine|ki|computer|automaten|" +
        "avatar) (?:\\S+ ){0,8}?(?:mensch|menschen|person|jemand|jemanden|jemandem|mitarbeiter|kollegen|kollege|techniker)",
      "(?:mensch|menschen|" +
        "person|jemand|jemanden|mitarbeiter|mitarbeiterin|kollegen|techniker) (?:\\S+ ){0,4}?(?:kein|keinen|keine|statt|" +
        "nicht) (?:\\S+ ){0,3}?(?:bot|chatbot|roboter|maschine|ki|computer|avatar|automat\\S*)",
      "(?:echte[nrms]?|reale[nrm]?|richtige[nrm]?|" +
        "menschliche[nrm]?|lebendige[nrm]?|wirkliche[nrm]?) (?:mensch|menschen|person|mitarbeiter\\S*|ansprechpartner\\S*|kollegen|berater|hilfe|" +
        "support|unterstützung|techniker)(?: (?:bitte|jetzt|her|sprechen|am apparat|,))?",
      "(?:rufen sie|ruft|ruf) (?:mich|uns|mal|" + "bitte)(?: \\S+){0,3} (?:an|zurück)",
      "(?:um|bitte um|erbitte|wünsche) (?:einen |einem )?(?:rückruf|anruf)",
      "(?<=^ )(?:(?:ein|einen|echter|echten) )*(?:mensch|menschen|mitarbeiter|person|ansprechpartner|techniker)(?= $)",
    ),
    unless: any(
      "(?:bist|sind|seid) (?:du|sie|ihr) (?:\\S+ ){0,4}?(?:mensch|person|menschen|echt|bot|mitarbeiter|roboter|ki|kollege)",
      "(?:ist|sitzt|liest|" +
        "antwortet|schreibt|steckt|spreche ich|rede ich|chatte ich|schreibe ich|sprech ich) (?:\\S+ ){0,5}?(?:ein|einem|eine|einer|mit einem|" +
        "mit einer) (?:\\S+ )?(?:mensch|menschen|person|bot|mitarbeiter|maschine)(?: (?:am|hinter|oder|dahinter|mit|dran|das|\\S+))?",
      "\\S*(?:mitarbeiterverwaltung|personalverwaltung|mitarbeitertabelle|personentabelle|mitarbeiterdaten|menschenlesbar\\S*|personendaten|" +
        "personenbezogen\\S*|menschenrechte|ansprechpartnerliste|mitarbeiterportal|kundenberatersoftware|mitarbeiter-\\S+|personen-\\S+|" +
        "mitarbeiternummer|mitarbeiter_\\S+)",
      "(?:tabelle|tabellen|spalte|spalten|feld|felder|klasse|datensatz|datensätze|rolle|rollen|entität|" +
        "schema|index|abfrage|sql|select|insert|tupel|objekt|datentyp|view|json|liste aller|alle mitarbeiter|anzahl|zeile|zeilen|" +
        "modell) (?:\\S+ ){0,5}?(?:mitarbeiter\\S*|person|personen|menschen|kollegen|ansprechpartner|benutzer|techniker)",
      "(?:mitarbeiter|person|" +
        "personen|ansprechpartner|techniker|mensch|berater|kollegen) (?:\\S+ ){0,3}?(?:tabelle|tabellen|spalte|spalten|anlegen|speichern|abfragen|" +
        "importieren|löschen|exportieren|verwalten|filtern|modellieren|zählen|joinen|sortieren|datensatz|datensätze|rolle|rollen|schema|index|" +
        "lizenz|lizenzen|als rolle|haben wir|hinzufügen|berechtigen|freigeben|zugriff|einladen|schulen|geschult|gleichzeitig|pro)",
      "(?:prüfen|prüft|lesen|liest|entscheidet|entscheiden|sehen|genehmigen|genehmigt|arbeiten|schreiben|bearbeiten|bearbeitet|kontrolliert|" +
        "überwacht) (?:\\S+ ){0,3}?(?:menschen|mensch|mitarbeiter|personen) (?:\\S+ ){0,6}",
      "(?:wie viele|welche|wieviele|alle|unsere|meine|neue|" +
        "neuen|jeder|jeden|pro|mehrere|unser|mein|unserer|unserem|unseren|meinem|meiner) (?:\\S+ )?(?:mitarbeiter\\S*|personen|menschen|kollegen|" +
        "kollege|kollegin|entwickler|techniker|leute|person|team|chef|chefin|vorgesetzter|admin)",
      "(?:habe|hatte|haben|" + "hatten) (?:\\S+ ){0,4}?(?:mit|bei) (?:\\S+ ){0,4}?(?:gesprochen|telefoniert|geredet|gechattet)",
      "(?:brauche|brauchen|benötige|will|" + "möchte) (?:\\S+ )?(?:keinen|keine|kein) (?:\\S+ )?(?:mensch\\S*|mitarbeiter\\S*|person|ansprechpartner)",
      "auch für menschen|" + "von menschen|für menschen|menschliche[rsn]? (?:fehler|versagen|lesbarkeit)|menschlich lesbar",
    ),
  },
];

/** Does somebody ask for a person? The rule and where; nothing if not. A message that was read already need not be read again. */
export function asksForHuman(message: string | readonly Sentence[]): { rule: string; offset: number } | undefined {
  const { home, abroad } = byLanguage(typeof message === "string" ? readMessage(message) : message);
  for (const sentence of home) {
    const found = asked(sentence, REQUESTS);
    if (found) return found;
  }
  for (const [language, sentences] of abroad) {
    for (const sentence of sentences) {
      const found = asked(sentence, [ABROAD_REQUESTS[language]]);
      if (found) return found;
    }
  }
  return undefined;
}

function asked(sentence: Sentence, requests: readonly HumanRequest[]): { rule: string; offset: number } | undefined {
  for (const request of requests) {
    if (request.unless.test(sentence.text)) continue;
    for (const pattern of request.see) {
      const hit = pattern.exec(sentence.text);
      if (hit) return { rule: request.rule, offset: sentence.offset(hit.index + 1) };
    }
  }
  return undefined;
}
