/** Italian commitments, in brief. Sentences arrive folded: small letters, no accents. */
import { compact } from "./compact.ts";

const OURS =
  "(?:un|una|il|il mio|la mia|il nostro|un nostro|uno dei nostri) ?(?:\\S+ )?(?:colleg[ao]|tecnico|ingegner[ea]|specialista|esperto|sviluppatore|capo|responsabile|team|persona|umano)|qualcuno(?: del (?:nostro|mio) \\S+)?";

export const ITALIAN = compact({
  scents:
    "il la lo le gli un una di del della che per e sono ho suo sua nostro nostra mio questo non sara entro al ha da posso lunedi martedi mercoledi giovedi venerdi",
  software:
    "scaric(?:a|are|ar\\w+)|colonna|tabelle?|query|indice|api|job|memoria|disco|log|licenza|webhook|captcha|contrib|esecuzione|valore|compressione|univoco|order by|worker|certificato|token|server (?:sara|riproduce)|riavvio|backup|estensione|retention|macchina virtuale|terza riga",
  back: "non (?:posso|possiamo|so|sappiamo|ho|abbiamo)|nessuno puo|decidono|se vuole|un'ia che|sono un'ia|l'ultima volta|forse",
  kinds: {
    price:
      "(?:le|vi) (?:costera|costerebbe|verra)|(?:e|sara|sarebbe) (?:gratis|gratuito|omaggio)|offre la casa|senza (?:costi|spese|addebiti)|non (?:le |vi )?(?:addebit\\w+|fattur\\w+)|per (?:lei|voi) sarebber?o?|prezzo (?:\\S+ ){0,3}(?:bloccato|invariato|fisso)",
    discount:
      "scont[oi]|buono|coupon|(?:tariffa|prezzo|offerta) (?:speciale|ridott[ao])|meta prezzo|(?:fattura|prezzo|canone)(?: \\S+){0,3} ridott[ao]|per cento in meno|meno caro",
    refund:
      "rimbors(?:o|iamo|ero|eremo|ato|ata|i|are)|(?:le|vi) (?:restitui\\w+|ridar\\w+|rend\\w+)|accredit\\w+ (?:\\S+ ){0,4}(?:sul|nel) (?:suo )?conto|risarc\\w+|indennizz\\w+|compenser\\w+|nota di credito",
    date: "(?:sara|saranno|verra) (?:\\S+ ){0,2}(?:risolt|corrett|pront|disponibil|riparat|sistemat|ripristinat|consegnat|complet)\\w*(?! dopo)|(?:la|le|vi) (?:chiamera|contattera|richiamera|rispondera|scrivera)|(?:versione|patch|funzione|aggiornamento)(?: \\S+){0,3} (?:esce|uscira|arriva|arrivera|sara pronta)|(?:avra|ricevera) (?:\\S+ ){0,3}(?:risposta|soluzione|notizie|patch)|(?:lo|la) (?:risolver\\w+|consegner\\w+|sistemer\\w+|invier\\w+)",
    guarantee:
      "(?:le |vi )?(?:garantisco|garantiamo|prometto|promettiamo|assicuro|assicuriamo|giuro)|mia parola|non (?:succedera|accadra|capitera|si ripetera) piu|non perdera (?:nessun|niente|alcun|nulla)|(?:questo|e) (?:e )?(?:sicuro|certo|garantito)|senza (?:alcun )?rischio|disponibilita del \\d|al cento per cento",
    legal:
      "(?:siamo|e|sono|marldb e) (?:\\S+ ){0,3}(?:responsabil[ei]|colpevol[ei])(?! dei backup)|colpa (?:e )?(?:nostra|mia)|nostra (?:responsabilita|colpa|negligenza)|farci causa|risarcimento|ammettiamo|riconosciamo|legalmente|rinunciamo|contratto e nullo",
    done: "(?:ho|abbiamo) (?:gia |appena |anche )?(?!trovato|letto|guardato|controllato|cercato|visto|confrontato|preparato|verificato|capito)(?:\\w+(?:ato|ito|uto)|fatto|aperto|messo|scritto|chiuso|risposto)|(?:la sua|il suo|le sue|i suoi) (?:\\S+ ){1,3}(?:e stat[oa]|sono stat[ei]|e) (?:gia )?\\w+(?:at|it|ut|st|ss|rt)[oaei]|^fatto",
    person: `(?:${OURS}) (?:\\S+ ){0,3}?(?:(?:la|le|vi) \\w+ra|se ne occupera|prendera|si (?:fara|mettera)|lo (?:vedra|esaminera)|sta (?:guardando|lavorando))|(?:la|vi) (?:metto in contatto|passo|trasferisco|collego)`,
    policy:
      "(?:nostr[aeio]|secondo (?:le |la |il )?(?:nostr[aeio])?|in base alle) ?(?:\\S+ )?(?:politica|condizioni|regole|termini|regolamento)|il preavviso|(?:disdire|recedere|annullare) (?:quando vuole|in qualsiasi momento)|supporto e (?:aperto|disponibile)",
    human:
      "(?:non|ne) (?:sono |e |un |una )*(?:robot|un'ia|ia|macchina|intelligenza artificiale|programma|bot)|(?:persona|donna|uomo|essere umano) (?:ver[ao]|reale)|essere umano|sono (?:un|una|un') ?(?:persona|umano|umana|ingegner\\w*|tecnico|impiegat\\w+|operat\\w+)|carne e ossa",
  },
  everyday: {
    price: [
      "(?:non|neanche|nemmeno) (?:\\S+ ){0,4}(?:un|alcun|nessun) (?:centesimo|euro|soldo)|(?:non|niente|nulla) (?:\\S+ ){0,3}(?:da )?pagare(?: niente| nulla)?|(?:^|lo |glielo |ve lo |ci )(?:offriamo|regaliamo|offro|regalo|pensiamo) (?:noi)|a (?:nostre spese|nostro carico|carico nostro)|e (?:\\S+ )?gratis|(?:in )?omaggio|(?:le|vi) (?:regal\\w+|abbuon\\w+)|costa (?:niente|nulla)",
    ],
    discount: [
      "(?:tolgo|togliamo|scalo|scaliamo|detraggo|abbuono|abbuoniamo|riduco|faccio|facciamo) (?:\\S+ ){0,3}(?:per cento|%|euro)|(?:buon|miglior) prezzo|prezzo (?:di favore|da amico)",
    ],
    refund: [
      "(?:soldi|denaro|importo|somma|pagamento)(?: \\S+){0,4} (?:indietro|restituit\\w+|ridat\\w+|di nuovo|torna\\w*|tornera\\w*|resi)|(?:ridiamo|ridaremo|rendiamo|restituiamo|restituiremo|riavra|ridaro|restituiro) (?:\\S+ ){0,3}(?:soldi|denaro|importo|somma|pagamento)",
    ],
    date: [
      "(?:lunedi|martedi|mercoledi|giovedi|venerdi|domani|stasera|questa settimana|la prossima settimana)(?: mattina| pomeriggio| sera)?,? (?:\\S+ ){0,3}(?:funzionera|sara|saranno|avra|tornera|uscira|andra)(?: \\S+)?",
      "(?:sara|avra|ricevera|funzionera) (?:\\S+ ){0,5}(?:lunedi|martedi|mercoledi|giovedi|venerdi|domani|entro|stasera|fine della)",
    ],
    guarantee: [
      "non (?:\\S+ )?(?:succedera|accadra|capitera|ripetera|avverra) (?:mai )?piu|mai piu|(?:ci|puo|potete|si) (?:puo )?(?:contare|contarci|fidare|fidarsi)|ci conti|(?:stia|state) tranquill\\w+|non (?:andra|sara|saranno) (?:pers\\w+|cancellat\\w+)|(?:nessun|nemmeno un|neanche un) dato (?:\\S+ ){0,2}(?:pers\\w+|cancellat\\w+)|puo starne cert\\w+",
    ],
    legal: [
      "(?:la )?colpa (?:\\S+ ){0,2}(?:nostra|mia)|(?:ci assumiamo|ci prendiamo|assumiamo|prendiamo) (?:\\S+ ){0,3}(?:responsabilita|colpa)|(?:e stato|e) (?:un )?(?:nostro errore|errore nostro|sbaglio nostro)|abbiamo sbagliato|il torto e nostro",
    ],
    done: [
      "(?<!(?:se|quando|che|dove) )(?:il suo|la sua|i suoi|le sue) (?:\\S+ ){1,3}(?:e|sono|risulta) (?:ora |gia |stat\\w )?(?:disdett|sbloccat|annullat|cancellat|attivat|disattivat|creat|modificat|risolt|apert|chius|rimborsat|rinnovat|confermat|approvat|eliminat|ripristinat)\\w*|^(?:e )?(?:tutto )?(?:fatto|risolto|sistemato|a posto)",
    ],
    person: [
      "(?:collega|tecnico|ingegner[ea]|specialista|qualcuno|team|squadra|responsabile|operatore)(?: di \\S+)? (?:la|le|vi|se ne|ci|sta|si) (?:\\S+ ){0,2}(?:chiama\\w*|richiama\\w*|contatta\\w*|scriv\\w+|occup\\w+|lavorando|pensa\\w*|aiut\\w+)",
    ],
    human: [
      "(?:parla|parlando|scrive|chatta\\w*) (?:\\S+ )?con (?:una? )?(?:persona|uman\\w+|essere umano)(?! (?:decide|puo))|non sono (?:un |una |un')?(?:programma|macchina|computer|robot|algoritmo|bot)",
    ],
  },
});
