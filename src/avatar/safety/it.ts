/** Italian safety rules, and what makes a sentence a mere look-alike. */
import type { Groups } from "../gate/pattern.ts";
import { ITALIAN_PARTS } from "./everyday/south.ts";
import { everyday } from "./everyday/rules.ts";
import { any, either, first, see, together } from "./rule.ts";
import type { Guard, SafetyLanguage } from "./rule.ts";

const groups: Groups = {
  data:
    "dati|database|basi?|tabell[ae]|righe|record|file|document[oi]|ordini|fattur[ae]|transazioni|storico|backup|copi[ae]|archivi[o]?|dump|pratiche|account|" +
    "messaggi|indic[ei]|contenuti?|collezion[ei]|immagini|foto|lavoro",
  gone:
    "sparit[oaie]|scompars[oaie]|pers[oaie]|cancellat[oaie]|eliminat[oaie]|distrutt[oaie]|corrott[oaie]|danneggiat[oaie]|sovrascritt[oaie]|vuot[oaie]|svuotat[oaie]|" +
    "illeggibil[ei]|inutilizzabil[ei]|irrecuperabil[ei]|volatilizzat[oaie]|andat[oaie] pers[oaie]|azzerat[oaie]",
  secret: "password|credenziali|chiav[ei]|access[oi]|token|segret[oi]|certificat[oi]|dati (?:personali|bancari|dei clienti)|carte",
  system:
    "produzione|servizi[o]?|sit[oi]|server|cluster|api|piattaforma|negozi[o]?|applicazione|app|database|sistem[ai]|istanz[ae]|portale|cass[ae]|fabbrica|rete|" +
    "console|tutto|connessione|nod[oi]|gateway",
  down: "ferm[oaie]|giù|fuori servizio|irraggiungibil[ei]|inaccessibil[ei]|bloccat[oaie]|paralizzat[oaie]|cadut[oaie]|offline|down|indisponibil[ei]|mort[oaie]|crashat[oaie]|spent[oaie]",
  place: "server|rack|armadio|sala|batteri[ae]|ups|edificio|uffici[o]?|centro|magazzino|locale|fabbrica|officina|cav[oi]|trasformatore|macchine",
};

const usual: readonly Guard[] = ["asking", "hypothetical", "negated", "solved", "past", "fiction"];

/** Everything that the Italian rules need. */
export const ITALIAN: SafetyLanguage = {
  vocabulary: [],
  keep: [],
  mood: [],
  rules: [
    {
      rule: "security.report.it",
      class: "security",
      guards: usual,
      unless: any("dimenticat[oa]|reimpostare|cambio la password", "cve corrette"),
      see: see(
        groups,
        "(?:trovato|scoperto|individuato|segnalare|segnalo|rilevato) ~4 (?:vulnerabilità|falla|falle|bug di sicurezza|problema di sicurezza)",
        "(?:vulnerabilità|falla) ~4 (?:critica|sfruttata|permette|consente|nella vostra|nel vostro|nei vostri)",
        "hackerat[oaie]|attacco informatico|ransomware|riscatto|trojan|intrusione|intrusi|compromess[oaie]|violat[oaie]|bucat[oaie]",
        "(?:intrusi|hacker|attaccanti|pirati|criminali) ~4 (?:rete|dentro|accesso|entrat[oi]|sistem[ai]|controllo)",
        "{secret} ~6 (?:in chiaro|pubblicat[oaie]|espost[oaie]|rubat[oaie]|trapelat[oaie]|visibil[ei]|pubblic[oaie]|finit[oaie]|diffus[oaie]|sottratt[oaie])",
        "(?:rubato|rubate|rubati|sottratto|sottratte) ~6 (?:{secret}|amministrazione|amministratore|portatile|telefono)",
        "(?:fuga|furto) di (?:dati|password|credenziali|informazioni)",
        "(?:vedo|vedere|vediamo|leggo|leggere|leggono|ricevo|riceviamo|accedere) ~5 {data} ~4 (?:altr[oaie]|altrui|terzi)|(?:vedo|leggono|leggo) ~5 {data} di un altr\\S+",
        "(?:entrato|entrati|accesso|accessi|login|collegato) ~7 (?:sconosciut[oaie]|non autorizzat[oaie]|senza autorizzazione|sospett[oaie]|estrane[oaie])",
        "(?:ex dipendente|ex collega|ex collaboratore|ex-\\S+) ~5 (?:accesso|scaric\\S+|entra)",
        "(?:accedere|entrare|entra|accede) ~4 senza (?:password|autenticazione)",
        "sql injection|cve-\\d+\\S*|esecuzione di codice remoto",
      ),
    },
    {
      rule: "data-loss.report.it",
      class: "data_loss",
      guards: [...usual, "own"],
      see: see(
        groups,
        "{data} ~5 {gone}",
        "{gone} ~5 {data}",
        "(?:tutto|tutti|tutte) ~2 {gone}",
        "(?:manca|mancano|mancavano) ~5 {data}|{data} ~2 mancano",
        "perdita (?:totale |massiccia )?(?:di|dei) dati",
        "non (?:si riesce a|riusciamo a|riesco a|si può|si lascia) (?:ripristinar\\S*|recuperar\\S*)",
        "perso ~4 (?:giorn[oi]|settiman[ae]|or[ae]|mes[ei]|ann[oi]) di",
      ),
      together: together(groups, [
        "cancellat\\S+|eliminat\\S+|sovrascritt\\S+",
        "per errore|per sbaglio|accidentalmente|inavvertitamente",
        "{data}|tutto|produzione",
      ]),
    },
    {
      rule: "danger.self-harm.it",
      class: "danger",
      guards: ["asking", "fiction"],
      unless: any("(?:morire|muoio|morto) (?:dal|dalla|di|da|dalle) (?:ridere|fame|caldo|voglia|sonno|risate|freddo)"),
      see: see(
        groups,
        "(?:voglio|vorrei|vuole|penso di|penso a|preferisco|voglia di) ~2 (?:morire|uccidermi|ammazzarmi|suicidarmi|farla finita|uccidersi|ammazzarsi|suicidarsi)",
        "suicid\\S*",
        "mi (?:ammazzo|uccido)(?! (?:a|di|d|per|dal|dalle|\\S+ndo) )",
        "(?:togliermi|togliersi) la vita|farla finita",
        "non (?:voglio|vuole|ho voglia di) (?:più )?vivere|voglia di vivere",
      ),
    },
    {
      rule: "danger.people.it",
      class: "danger",
      guards: ["asking", "hypothetical", "negated", "past", "fiction"],
      unless: any("esercitazione|antincendio|fuochi d artificio"),
      see: see(
        groups,
        "(?:fumo|fiamme|incendio|fuoco|brucia|bruciando|scintille|esplosione|esploso) ~8 {place}",
        "{place} ~6 (?:fumo|fiamme|fuoco|incendio|brucia|esploso|va a fuoco)",
        "(?:preso|ricevuto|prende) (?:la|una) scossa|folgorat[oaie]|non respira|privo di sensi|svenut[oaie]|incoscient[ei]|ferit[oaie] grav\\S+|ferit[oaie]",
        "(?:pazient[ei]|person[ae]|gente|dipendenti|collegh[ei]|bambin[oi]|operai|qualcuno|tecnico) ~5 (?:in pericolo|intrappolat[oaie]|ferit[oaie]|intossicat[oaie]|a rischio)",
        "pericolo di (?:vita|morte)|vite? ~2 in pericolo|rischio di vita",
        "(?:coltello|arma|armato|pistola|bomba|fucile) ~8 (?:minacci\\S*|ufficio|reception|colleghi|dipendenti|edificio|ingresso)",
        "minacci\\S* ~4 (?:di morte|di uccider\\S*|di ammazzar\\S*)",
        "(?:fuga|perdita) di gas|monossido di carbonio|gas tossico",
        "(?:dosi|dosaggi|monitor|respiratori|farmaci|infusion[ei]|pompe) ~8 (?:sbagliat[oaie]|errat[oaie]|fals[oaie]|scorrett[oaie])",
      ),
    },
    {
      rule: "legal.action.it",
      class: "legal",
      guards: ["asking", "hypothetical", "negated", "past", "fiction"],
      see: see(
        groups,
        "(?:avvocat[oiae]|legale|legali|ufficio legale|studio legale) ~3 (?:vi farà|vi faranno|faranno|farà|contatter\\S+|scriver\\S+|agir\\S+|procedere\\S*|procederà|intende)",
        "(?:faremo|farò|fare|far|faranno|farvi) causa|vi (?:denunceremo|denuncio|citiamo|quereliamo)|riceverete ~5 (?:legale|avvocato|diffida|citazione)",
        "diffida|atto di citazione|tribunale|tribunali|azione legale|azioni legali|vie legali|risarcimento|querela|denuncia (?:contro|alla|per)|in giudizio|decreto ingiuntivo|perquisizione",
        "(?:reclamo|segnalazione|esposto|denuncia|segnaler\\S+|rivolger\\S+) ~5 (?:garante|autorità|agcom|consob|privacy)",
        "(?:garante|autorità di \\S+|autorità|consob|banca d italia|regolatore) ~4 (?:chiede|esige|aperto|indaga|richiede|impone)",
        "(?:polizia|procura|carabinieri|guardia di finanza) ~5 (?:indag\\S+|denuncia|aperto|sequestr\\S+)",
      ),
    },
    {
      rule: "outage.caused.it",
      class: "outage",
      guards: [...usual, "own"],
      unless: any("un po (?:lent[oaie])"),
      see: see(
        groups,
        "{system} ~4 {down}",
        "{system} ~3 non (?:risponde|rispondono|parte|riparte|ripartono|funziona|funzionano|carica|si avvia)",
        "(?:nessuno|nessun \\S+|nessuna \\S+) ~2 (?:può|riesce|possono|riescono|funziona)",
        "non funziona (?:più )?(?:nulla|niente|nessuna?)|non va più (?:nulla|niente)",
        "(?:solo|soltanto|unicamente) ~2 (?:errori|errore|500|502|503|504)",
        "non (?:possono|possiamo|riusciamo a|riescono a) (?:lavorare|vendere|accedere|incassare|ordinare)",
        "(?:blackout|interruzione|blocco|disservizio) (?:total[ei]|general[ei]|completo|completa|grave)",
        "(?:andato|andati|andata) giù|non riparte",
      ),
    },
    ...everyday("it", ITALIAN_PARTS),
  ],
  guards: {
    clause:
      / , (?=(?:nostr[oaie]|mi[oaei]+|noi|io|tutto|tutti|tutte|nessun[oa]?|il|la|le|i|vostr[oaie]|da|ma|e|c|ci|aiuto|un|una|non) )| (?:ma|perche|e ora|pero) (?=\S)/g,
    asking: either(
      any(
        "(?:articolo|pagina|documentazione|capitolo|guida|presentazione|video|manuale|corso) ~4 (?:sul|sulla|sulle|sui|su|di)",
        "(?:come(?! mai)|quant[oaie]|dove|quando(?! (?:entro|accedo|apro|mi collego|faccio) )|quali|quale|che (?:cosa )?(?:succede|accade|significa)|cosa (?:succede|accade|significa)|chi può|chi è|per quanto)",
        "(?:è possibile|si può|posso (?:ripristinare|recuperare|cancellare)|mi chiedo|chiedono se|cerco|vorrei sapere)",
      ),
      first("ciao|salve|buongiorno|buonasera|e", "(?:avete (?:mai|un|una)|offrite|esiste|c è un modo|potete spiegar\\S*)"),
    ),
    opener: / (?:avete mai|avete un|avete una|offrite|si puo|e possibile|posso) /,
    hypothetical: any(
      "se(?! (?:non|nessuno) )|nel caso|in caso di|supponiamo|ipoteticamente|evitare|evita|prevenire|impedire|proteggere|proteggete|contro (?:il|gli|le|la)|dagli hacker|rischio di perdere",
    ),
    condition: any("se|nel caso|in caso di|quando"),
    negated: / (?:nessun|nessuna|non|mai|senza|ne) (?:(?!(?:solo|capisco|so) )\S+ ){0,2}$/,
    denied: any(
      "(?:nessun|nessuna|senza|non c è|non ci sono) (?:\\S+ )?(?:dat[oi]|righ[ae]|file|perdit[ae]|dann[oi]|ferit[oi]|interruzion[ei])",
      "non (?:è|abbiamo) (?:andato |stato )?(?:perso|cancellato) (?:nulla|niente)",
    ),
    solved: any(
      "(?:è|sono|è stato|sono stati|stato) (?:già |ora |stato |stata )?(?:risolt[oaie]|riparat[oaie]|corrett[oaie]|ripristinat[oaie]|recuperat[oaie]|sistemat[oaie])",
      "falso allarme|tutto bene|tutto a posto|ora funziona|funziona di nuovo|per fortuna",
    ),
    still: any("ancora|tuttora|continua|ma|di nuovo giù|non (?:è )?(?:risolto|ripristinato)"),
    past: any("(?:\\S+ )?anni fa|l anno scorso|all epoca|una volta|nel 20(?:0\\d|1\\d|2[0-4])|con (?:un altro|il precedente|il vecchio) \\S+"),
    fiction: any(
      "esercitazion[ei]|simul\\S+|prova generale|scherzo|romanzo|film|gioco|per ridere|prova di ripristino",
      "(?:di|ambiente di|database di|tabella di|dati di|server di|cluster di) (?:test|prova|demo|sviluppo|collaudo)|sandbox|staging",
      "di proposito|apposta|intenzional\\S+|come previsto|programmat[oaie]|pianificat[oaie]",
    ),
    own: any(
      "(?:nostro|mio) (?:\\S+ )?(?:fornitore|provider|router|operatore|firewall) ~3 (?:giù|guasto|fermo)",
      "vecchi[e]? (?:record|dati|tabelle|righe)|per colpa nostra",
      "(?:vogliamo|voglio|pensiamo di|vorremmo) (?:eliminare|cancellare|spegnere)",
    ),
  },
};
