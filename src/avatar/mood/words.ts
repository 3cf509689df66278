// house: long because it is the table of the words, ten languages in one
/**
 * How frustration and hurry read in the languages that we ship. Messages are read as the safety rules read them (`safety/reading.ts`):
 * sentence by sentence, without accents, umlauts written out. `clear` is said about us or this matter and means nothing else; `weak`
 * may be a mere fact, and tells only together with something else. A sentence with `unless` in it tells nothing.
 */
import type { Language } from "../../knowledge/index.ts";
import { any, anyLoose } from "../safety/rule.ts";

export type MoodWords = {
  frustrated: { clear: RegExp; weak: RegExp };
  hurry: { clear: RegExp; weak: RegExp };
  unless: RegExp;
};

const en: MoodWords = {
  frustrated: {
    clear: any(
      "(?:this|that|it|which) is (?:just |really |so |simply |absolutely |completely |totally |getting )*(?:ridiculous|unacceptable|outrageous|a joke|pathetic|infuriating|maddening|hopeless|insane|beyond a joke)",
      "(?:fed up|sick and tired|sick of|had enough|at my wits end|losing (?:my )?patience|losing it|run(?:ning)? out of patience|out of patience|had it with)",
      "i am (?:so |very |really |quite |getting |just |extremely |pretty )*(?:frustrated|annoyed|angry|furious|upset|disappointed|irritated|mad)",
      "(?:driving|drives|makes|making) (?:me|us) (?:crazy|mad|nuts|insane|angry|furious)",
      "(?:already|just) (?:told|said|explained|wrote|written|asked|mentioned) (?:you|it|that|this|so|twice)|(?:told|asked) you (?:that )?(?:already|before|twice|three times|several times|many times)",
      "(?:have|had) (?:already )?(?:told|explained|asked|said|tried|written|reported) ~4 (?:twice|three times|four times|several times|many times|a hundred times)",
      "how (?:many|often) times? (?:do|must|should|have|more) (?:i|we|times)|how many more times",
      "(?:third|fourth|fifth|tenth|umpteenth|hundredth) time (?:that |now |already |today )*(?:i|we|this|you|now|in a row|today|already)(?! (?:job|script|run|call)\\S*)(?= )",
      "(?:you are|you|nobody is|nobody) (?:still |just |even |simply )*(?:not listening|do not listen|are not listening|listening to me|not reading|do not read what|are not helping|not helping)|nobody (?:answers|helps|cares|listens)",
      "(?:your|these|this|that|all) (?:\\S+ )?(?:answers?|replies|bot|support|help|advice|service) (?:is|are|was|were) (?:\\S+ )?(?:useless|rubbish|terrible|awful|horrible|garbage|nonsense|a joke|no help|worthless|not helpful|not helping)",
      "(?:waste|wasting|wasted) (?:of )?(?:my|our|everyone) (?:\\S+ )?(?:time|day|morning|afternoon)|what a waste of time|complete waste of time",
      "been (?:waiting|at this|trying|struggling|fighting|chasing) ~4 (?:hours|days|weeks|months|all day|all morning|forever|ages)",
      "(?:for the love of god|for god sake|for heaven sake|for goodness sake|what the hell|wtf|ffs|bloody|damn|crap|are you kidding|are you serious|you must be joking|give me a break)",
    ),
    weak: any(
      "still (?:does not|do not|is not|not|can not|did not|has not|will not|fails?|failing|broken|the same|no|down|nothing|waiting|happening|stuck)",
      "(?:not|does not|did not) (?:help|work) (?:at all|again|either)|again (?:the same|and again|fails?|failed|broken)|same (?:error|problem|issue|thing) (?:again|as before|every time|over and over)",
      "(?:yet again|once again|over and over|every single time|as usual|as always|seriously|come on|unbelievable|incredible|disappointing|annoying|frustrating|useless|why on earth)",
    ),
  },
  hurry: {
    clear: any(
      "(?:need|want|send|give|tell|answer|reply|reaction|help|fix|fixed|this|it|solution|them) ~3 (?:asap|a s a p|as soon as possible|right now|right away|immediately|at once|urgently|quickly|fast)|asap (?:please|,)",
      "(?:it|this|that|which) (?:is|has become|really is) (?:very |really |quite |super |extremely |so |rather )*(?:urgent|time critical|time-critical)|urgent (?:please|,|help|matter|request)|urgently (?:need|require)|^ (?:very )?urgent ?$|please urgently",
      "(?:am|are|be|bit|little|real|great|such) (?:in )?a (?:bit of a |real |great |terrible )?(?:hurry|rush)|in a (?:hurry|rush)|pressed for time|short (?:of|on) time|running out of time|run out of time|against the clock",
      "(?:please )?(?:be quick|hurry up|hurry|make it (?:quick|short|fast)|quick answer|keep it short|short answer|quickly please|quick please|fast please)",
      "(?:no|not|without|have little|not much|not have much|do not have) (?:much |the |any )?time (?:to|for|left|,)|do not have (?:much )?time|have no time",
      "(?:go|going|goes|are|be) live (?:in|today|tonight|tomorrow|at)|(?:deadline|due|launch|demo|audit|presentation|meeting|maintenance window|release) (?:is |starts |begins |ends |closes )*(?:in (?:\\S+ )?(?:minutes?|an hour|hours?|half an hour)|today|tonight|now|in a moment)",
      "(?:customers?|boss|everybody|everyone|people|whole team|users) (?:are |is )(?:all )?waiting (?:right )?(?:now|for it|for me|for us|on the phone|outside)",
    ),
    weak: any(
      "(?:quickly|soon|fast|now|today|tonight|promptly) please|please (?:quickly|soon|now|today|promptly)|as fast as you can|as quickly as (?:you can|possible)|need (?:it|this) (?:today|tonight|soon)",
    ),
  },
  unless: any(
    "(?:not|never|no longer|nothing|hardly|no|isn) (?:at all |really |that |so |very |particularly |in any |in |a )*(?:urgent|hurry|rush|annoyed|angry|frustrated|upset|unacceptable|ridiculous|pressed|mad|sick of|disappointed|fed up)",
    "no (?:rush|hurry|pressure|stress)|whenever you (?:can|have)|take your time|when you have time|(?:is|was) (?:it|that|this) (?:\\S+ )?(?:unacceptable|urgent|ridiculous|a waste)|what (?:is|does|counts as|makes) (?:\\S+ ){0,4}(?:urgent|asap|mean)",
    "(?:marked|flagged|labell?ed|tagged|called|named|priority|severity|level|queue|channel|flag|column|label) (?:\\S+ )?(?:urgent|asap)|(?:urgent|asap) (?:flag|queue|label|tickets?|alerts?|column|tag|jobs?)",
    "(?:he|she|they|colleague|boss|customers?|users?|somebody|someone|who) (?:was|were|had been|got|is|are|gets|felt) (?:\\S+ )?(?:frustrated|annoyed|angry|furious|upset|mad|disappointed)",
    "(?:thanks|thank you|works now|working now|it works|all (?:is )?(?:fine|good)|solved|sorted|great|perfect|awesome|brilliant)",
  ),
};

const de: MoodWords = {
  frustrated: {
    clear: any(
      "(?:das|es|dies|was|so etwas|sowas) (?:ist|wird) (?:doch |ja |wirklich |einfach |echt |langsam |nur noch |völlig |absolut |total )*(?:lächerlich|inakzeptabel|eine frechheit|ein witz|unverschämt|unmöglich|eine zumutung|untragbar|nicht akzeptabel|nicht hinnehmbar|ein unding|zum verzweifeln|zum verrückt werden|zum haare raufen|unfassbar|unglaublich)",
      "(?:habe|hab|haben|bin|sind|bekomme|krieg|kriege) (?:\\S+ ){0,4}(?:die nase voll|die schnauze voll|satt|genervt|verärgert|frustriert|sauer|wütend|stinksauer|enttäuscht|am verzweifeln|mit meiner geduld|die krise|einen hals)",
      "(?:reicht|langt) (?:es )?(?:mir|uns|jetzt|langsam)|(?:mir|uns) (?:reicht|langt) es|meine geduld|geduld ist (?:am ende|zu ende)|mit (?:meiner|der) geduld (?:am|zu) ende",
      "(?:nervt|ärgert|frustriert|regt mich|regt uns|macht mich|treibt mich) (?:mich |uns |jetzt |langsam |echt |wirklich |total |nur noch )*(?:auf|wahnsinnig|verrückt|wütend|in den wahnsinn|zur weißglut|langsam|total|echt|nur|sehr|extrem|,|gewaltig)",
      "(?:habe|hab|hatte|haben) (?:\\S+ ){0,5}(?:doch |bereits |schon )(?:\\S+ ){0,4}(?:gesagt|geschrieben|erklärt|gefragt|erwähnt|gemeldet|versucht|probiert|beschrieben|geschickt)",
      "(?:zum|das) (?:dritten|vierten|fünften|zehnten|hundertsten|x-ten|wiederholten|dritte|vierte|fünfte|zehnte|hundertste|x-te) (?:mal|male) (?:\\S+ ){0,4}(?:frage|schreibe|melde|sage|erkläre|dass|passiert|heute|jetzt|hintereinander|in folge|ich|wir|kaputt)|(?:schreibe|frage|melde|sage|erkläre|passiert) (?:\\S+ ){0,6}zum (?:dritten|vierten|fünften|zehnten|hundertsten|x-ten|wiederholten) mal",
      "wie (?:oft|viele male) (?:soll|muss|müssen|sollen|denn|noch)|wie oft (?:denn )?noch|wie lange (?:soll|muss|müssen|sollen) (?:ich|wir) (?:\\S+ ){0,3}(?:warten|noch)",
      "(?:hören|hörst|hört) (?:sie|du|ihr) (?:mir )?(?:überhaupt |eigentlich |denn )+zu|(?:hören|hörst|hört|lesen|liest|lest) (?:sie|du|ihr|hier)? ?(?:mir |überhaupt |eigentlich |denn )*(?:überhaupt |gar )?(?:nicht zu|nicht was|zu oder|nicht richtig)|hier hilft (?:mir |einem )?(?:keiner|niemand)|(?:niemand|keiner) (?:antwortet|hilft|meldet sich|kümmert sich|reagiert)",
      "(?:antwort|antworten|hilfe|bot|support|auskunft|service|ratschläge) (?:ist|sind|war|waren) (?:\\S+ ){0,2}(?:nutzlos|unbrauchbar|wertlos|mist|schrott|quatsch|unsinn|katastrophal|eine katastrophe|nicht hilfreich|keine hilfe|ein witz)",
      "(?:zeitverschwendung|verschwende meine zeit|verschwendet meine zeit|meine zeit verschwend\\S*|stiehlt mir die zeit|kostet mich den letzten nerv|letzten nerv)(?! (?:ein|bei) )",
      "(?:warte|warten|sitze|sitzen|kämpfe|kämpfen|versuche) (?:\\S+ ){0,5}(?:seit|schon) (?:\\S+ ){0,3}(?:stunden|tagen|wochen|monaten|ewigkeiten|ewig|gestern)|seit (?:\\S+ ){0,2}(?:stunden|tagen|wochen|ewigkeiten) (?:\\S+ ){0,3}(?:warte|warten|keine antwort|nichts)",
      "(?:verdammt|verflixt|himmel noch mal|herrgott|zum teufel|zum kuckuck|scheiße|so ein mist|was soll (?:das|der mist|der quatsch)|wollen sie mich|willst du mich|das darf (?:doch )?nicht wahr sein|ernsthaft jetzt)\\S*",
    ),
    weak: any(
      "(?:immer noch|noch immer|nach wie vor|weiterhin) (?:\\S+ ){0,3}(?:nicht|kein|keine|keinen|derselbe|dasselbe|dieselbe|kaputt|nichts|gleich|gleiche|das gleiche|der gleiche|fehler)|(?:geht|funktioniert|klappt|läuft|hilft) (?:\\S+ ){0,2}(?:immer noch|noch immer|wieder|schon wieder|einfach|überhaupt|gar) nicht",
      "(?:schon wieder|wieder mal|wieder der gleiche|wieder derselbe|andauernd|ständig|jedes mal|jedes einzelne mal|wie immer|wie üblich|typisch|na toll|super toll|echt jetzt|im ernst|wirklich ärgerlich|ärgerlich|nervig|frustrierend|enttäuschend|nutzlos|unfassbar|unglaublich)",
    ),
  },
  hurry: {
    clear: any(
      "(?:brauche|brauchen|benötige|benötigen|bitte|antwort|antworten|hilfe|lösung|das|es|muss|müssen) (?:\\S+ ){0,4}(?:asap|so schnell wie möglich|schnellstmöglich|sofort|umgehend|dringend|dringendst|schleunigst|auf der stelle|unverzüglich|schnellstens)",
      "(?:es|das|die sache|die zeit|die) (?:ist|wird|eilt|drängt|brennt) ?(?:\\S+ ){0,2}(?:dringend|eilig|sehr eilig|zeitkritisch|knapp|brandeilig)|(?:es|das) (?:eilt|pressiert|brennt)|die zeit (?:drängt|läuft)|^ (?:sehr )?(?:dringend|eilig) ?(?:,|$)|dringend(?:e|er)? (?:frage|bitte|hilfe|anfrage|angelegenheit)",
      "(?:bin|sind|habe|haben|habs|stehe|stehen) (?:\\S+ ){0,3}(?:in eile|es eilig|eilig|unter zeitdruck|wenig zeit|keine zeit|kaum zeit|unter druck)|in eile|unter zeitdruck",
      "(?:bitte )?(?:beeil\\S*(?: sie sich| dich| euch)?|mach\\S* (?:sie )?(?:schnell|hin)|schnell bitte|bitte schnell|kurze antwort|fass\\S* (?:sie sich |dich )?kurz|kurz und knapp|nur kurz)",
      "(?:gehen|geht|gehe) (?:\\S+ ){0,3}(?:stunden?|minuten?|heute|gleich|morgen früh) (?:\\S+ )?(?:live|online)|(?:in|heute|gleich|morgen früh) (?:\\S+ ){0,4}(?:gehen|geht) (?:\\S+ ){0,2}live|(?:frist|abgabe|termin|präsentation|vorführung|demo|sitzung|wartungsfenster|audit|abnahme) (?:\\S+ ){0,3}(?:in (?:\\S+ )?(?:minuten?|stunden?|einer stunde)|heute|gleich)",
      "(?:kunde|kunden|chef|alle|kollegen|leute|produktion) (?:wartet|warten|steht) (?:\\S+ ){0,3}(?:jetzt|schon|darauf|auf mich|am telefon|vor der tür)",
    ),
    weak: any(
      "(?:möglichst|recht|bitte) (?:bald|schnell|zügig|heute|rasch|jetzt)|(?:heute|jetzt|bald) noch bitte|noch heute|so schnell (?:es geht|ihr könnt|sie können)|zügig",
    ),
  },
  unless: any(
    "(?:nicht|nie|kein|keine|keinen|keineswegs|gar nicht) (?:so |sehr |besonders |wirklich |mehr |ganz )*(?:dringend|eilig|eile|genervt|verärgert|sauer|frustriert|wütend|inakzeptabel|zeitkritisch|enttäuscht|stress|hetze)",
    "(?:eilt|pressiert|drängt|brennt) (?:\\S+ )?(?:nicht|gar nicht)|keine eile|ohne eile|lassen sie sich zeit|lass dir zeit|in ruhe|wenn (?:sie|du|ihr) zeit ha\\S+|irgendwann",
    "(?<=^ )ist (?:\\S+ ){1,6}zeitverschwendung|(?:ist|wäre|gilt) (?:es|das|ein \\S+) (?:\\S+ )?(?:inakzeptabel|lächerlich|zeitverschwendung|dringend)|was (?:bedeutet|heißt|ist|gilt als) (?:\\S+ ){0,4}(?:dringend|asap|eilig)|wie dringend",
    "(?:priorität|markiert|stufe|status|kennzeichen|label|spalte|kanal|warteschlange|feld|als) (?:\\S+ )?(?:dringend|eilig|asap)|(?:dringende|dringenden|eilige) (?:tickets?|meldungen|aufträge|alarme|jobs)",
    "(?:er|sie|kollege|kollegin|chef|kunde|kunden|jemand|wer) (?:war|waren|wurde|ist gewesen) (?:\\S+ ){0,3}(?:genervt|verärgert|sauer|frustriert|wütend|enttäuscht)",
    "(?:danke\\S*|vielen dank|funktioniert jetzt|geht jetzt|läuft jetzt|es (?:geht|läuft) (?:jetzt|wieder|gut)|alles gut|gelöst|erledigt|super|perfekt|prima|klasse|toll)(?! toll)",
  ),
};

const fr: MoodWords = {
  frustrated: {
    clear: any(
      "(?:c|ça|cela|ce) (?:est|devient) (?:vraiment |tout simplement |franchement |absolument |n importe )*(?:inadmissible|inacceptable|ridicule|scandaleux|lamentable|n importe quoi|une honte|une blague|insupportable|pénible|du foutage)",
      "(?:marre|ras le bol|ras-le-bol|assez de|à bout|perds patience|perdre patience|patience a des limites|exaspérée?|énervée?|furieu\\S+|en colère|excédée?)",
      "(?:déjà|viens de) (?:vous |te |l |le )*(?:dit|expliqué|écrit|demandé|répété|signalé|expliquer|dire)|(?:la |pour la )?(?:troisième|quatrième|cinquième|dixième|énième|centième) fois (?:que|aujourd|de suite|d affilée)|combien de fois (?:dois|faut|vais|devons)",
      "(?:vous|tu|personne) (?:ne )?(?:m |me |nous )*(?:écoutez|écoutes|lisez|répond|aide|comprenez) (?:pas|rien|donc pas|jamais)?|perte de temps|perdre (?:mon|notre) temps",
      "(?:réponses?|bot|support|aide|service) (?:est|sont) (?:\\S+ )?(?:nulle?s?|inutiles?|lamentables?|incompétents?)|attends depuis ~3 (?:jours|heures|semaines)|me rend folle|me rend fou|bordel|putain|merde|vous vous moquez",
    ),
    weak: any(
      "toujours (?:pas|rien|le même|la même|en panne)|encore (?:le même|la même|une fois|en panne|ça)|ne (?:marche|fonctionne) (?:toujours|encore|vraiment) pas|comme d habitude|agaçant|décevant|sérieusement|incroyable",
    ),
  },
  hurry: {
    clear: any(
      "(?:c|ça|cela|ce) (?:est|devient) (?:très |vraiment |extrêmement |super )*urgent|urgent (?:svp|s il|merci|,)|^ (?:très )?urgent ?$|(?:besoin|réponse|réponds|répondez|aide|aidez) ~4 (?:urgence|au plus vite|immédiatement|tout de suite|d urgence|le plus vite possible|dès que possible|rapidement)",
      "(?:suis|sommes) (?:très |assez )?(?:pressée?s?|à la bourre)|(?:pas|peu|plus) (?:beaucoup )?(?:de |le )temps|dépêchez|dépêche-toi|faites vite|vite (?:svp|s il|,)|en urgence|au plus vite",
      "(?:mise en production|démo|échéance|réunion|audit|présentation|livraison) ~3 (?:dans (?:une|\\S+) (?:heure|heures|minutes)|aujourd hui|ce soir)|dans (?:une heure|\\S+ minutes) ~4 (?:production|démo|réunion|présentation)",
    ),
    weak: any("rapidement|au plus tôt|dès aujourd hui|aujourd hui svp|vite"),
  },
  unless: any(
    "(?:n est |est |c est |pas |rien d )*(?:pas|rien) (?:du tout |si |très |vraiment |d )*(?:urgente?|pressée?|énervée?|en colère|inacceptable|furieux)|rien ne presse|prenez votre temps|sans urgence|quand vous (?:aurez|avez)",
    "(?:est ce|est-ce|serait-ce|serait il|est-il) ~3 (?:inacceptable|urgent|ridicule)|que (?:signifie|veut dire) ~3 urgent|(?:marquée?s?|étiquette|priorité|statut|file|colonne|niveau|tickets?|alertes?) ~1 urgente?s?|(?:collègue|client|il|elle) (?:était|etait) ~2 (?:énervée?|furieux|en colère)|merci|ça marche maintenant|parfait|super|résolu|ça fonctionne|à quelle vitesse|assez de (?:mémoire|place|espace|disque|ram)",
  ),
};

const es: MoodWords = {
  frustrated: {
    clear: any(
      "(?:esto|eso|es|resulta) (?:es |ya es |realmente |totalmente |simplemente )*(?:inaceptable|ridículo|una vergüenza|indignante|una broma|el colmo|absurdo|insoportable|una tomadura de pelo)",
      "(?:harto|harta|hartos|cansado de|cansada de|enfadado|enfadada|enojado|enojada|furioso|furiosa|frustrado|frustrada|indignado|desesperado|pierdo la paciencia|perdiendo la paciencia|se me acaba la paciencia|estoy hasta)",
      "ya (?:se |te |le |les |os )*(?:lo )?(?:dije|expliqué|escribí|pregunté|comenté|he dicho|he explicado|he preguntado|he escrito)|(?:tercera|cuarta|quinta|décima|enésima) vez (?:que|hoy|seguida|ya)|cuántas veces (?:tengo|debo|hay|más)",
      "(?:no me|nadie|nadie me) (?:escuchas?|escuchan|escucha|leen|lee|responde|contesta|ayuda|hace caso)|pérdida de tiempo|perder (?:mi|el) tiempo|haciendo perder",
      "(?:respuestas?|bot|soporte|ayuda|servicio) (?:es|son) (?:\\S+ )?(?:inútil|inútiles|pésimo|pésima|pésimas|una basura|un desastre)|llevo ~3 (?:días|horas|semanas) (?:esperando|con|intentando|sin)|me vuelve loco|me están tomando el pelo|maldita sea|joder|mierda",
    ),
    weak: any(
      "(?:sigue|siguen|sigo|todavía|aún) (?:sin|no|igual|fallando|el mismo|con el mismo|rot)\\S*|otra vez (?:el mismo|lo mismo|falla|igual)|como siempre|en serio|increíble|decepcionante|molesto",
    ),
  },
  hurry: {
    clear: any(
      "es (?:muy |realmente |super )*urgente|(?:urge|urgente) (?:por favor|,|ayuda|una)|me urge|nos urge|^ (?:muy )?urgente ?$|(?:necesito|necesitamos|respondan?|respuesta|ayuda|ayúdenme) ~5 (?:urgente|urgentemente|ya mismo|ahora mismo|cuanto antes|de inmediato|inmediatamente|lo antes posible|ya|con urgencia)",
      "(?:tengo|tenemos|con|llevo) (?:mucha |muchísima )?prisa|(?:no tengo|no tenemos|sin|poco) (?:mucho )?tiempo|dense prisa|date prisa|dese prisa|rápido por favor|por favor rápido|apúrense",
      "(?:salimos|lanzamos|entramos) ~3 (?:producción|en vivo|en directo|hoy|en una hora)|(?:demo|plazo|entrega|reunión|presentación|auditoría) ~4 (?:en (?:una hora|\\S+ minutos|media hora)|hoy|vence hoy)",
    ),
    weak: any("lo más (?:rápido|pronto) posible|pronto por favor|hoy mismo|rápidamente"),
  },
  unless: any(
    "(?:no|nada|sin|ninguna) (?:es |estoy |está |hay |tengo |corre |tan |muy |me |lo )*(?:urgente|urge|prisa|enfadad[oa]|enojad[oa]|furios[oa]|inaceptable|frustrad[oa])|tómese su tiempo|sin prisa|cuando (?:pueda|puedas|tenga)",
    "(?:sería|es) (?:inaceptable|urgente|ridículo) (?:usar|tener|no|si)|qué (?:significa|quiere decir) ~3 urgente|(?:marcad[oa]s?|etiqueta|prioridad|estado|cola|columna|nivel|tickets?|alertas?|incidencias?) ~1 urgentes?|(?:compañer[oa]|cliente|jefe|él|ella) (?:estaba|estuvo) ~1 (?:enfadad[oa]|furios[oa]|frustrad[oa])|gracias|ya funciona|funciona ahora|perfecto|genial|resuelto|con qué rapidez|cuánto tiempo",
  ),
};

const it: MoodWords = {
  frustrated: {
    clear: any(
      "(?:è|e|sta diventando) (?:davvero |veramente |semplicemente |assolutamente )*(?:inaccettabile|ridicolo|ridicola|una vergogna|vergognoso|assurdo|una presa in giro|uno scandalo|insopportabile)",
      "(?:stufo|stufa|stanco di|stanca di|arrabbiato|arrabbiata|furioso|furiosa|frustrato|frustrata|esasperato|esasperata|perdo la pazienza|perdendo la pazienza|al limite|non ne posso più|ne ho abbastanza)",
      "(?:già|gia) (?:detto|spiegato|scritto|chiesto|segnalato|provato due|risposto)|(?:terza|quarta|quinta|decima|ennesima) volta (?:che|oggi|di fila|ormai)|quante volte (?:devo|dobbiamo|ancora)",
      "(?:non mi|nessuno|nessuno mi) (?:ascolta|ascoltate|legge|risponde|aiuta|leggete)|perdita di tempo|perdere (?:tempo|il mio tempo)|tempo perso",
      "(?:risposte?|bot|assistenza|supporto|servizio) (?:è|e|sono) (?:\\S+ )?(?:inutil[ei]|pessim[oaie]|un disastro|una schifezza)|aspetto da ~3 (?:giorni|ore|settimane)|sono ~3 (?:giorni|ore|settimane) che aspetto|mi fa impazzire|mi prende in giro|cavolo|cazzo|merda|accidenti",
    ),
    weak: any(
      "ancora (?:non|lo stesso|lo|la stessa|nulla|niente|rotto)|sempre (?:lo stesso|la stessa|uguale)|di nuovo (?:lo stesso|rotto|non|la stessa)|continua a non|come al solito|seriamente|sul serio|incredibile|deludente|fastidioso",
    ),
  },
  hurry: {
    clear: any(
      "è (?:molto |davvero |estremamente )*urgente|e (?:molto |davvero )*urgente|urgente (?:per favore|,|grazie)|urgentissimo|^ (?:molto )?urgente ?$|(?:serve|servono|bisogno|risposta|rispondete|rispondi|aiuto|aiutatemi) ~5 (?:subito|immediatamente|urgentemente|al più presto|il prima possibile|urgente|adesso|con urgenza|in fretta)",
      "(?:ho|abbiamo|di|vado di|andiamo di) (?:molta )?fretta|(?:non ho|non abbiamo|poco|senza) (?:molto )?tempo|sbrigatevi|fate presto|in fretta (?:per favore|,)|presto per favore",
      "(?:andiamo|siamo) ~2 (?:live|produzione) (?:tra|fra|oggi)|(?:demo|scadenza|consegna|riunione|presentazione|audit) ~4 (?:(?:tra|fra) (?:un ora|un|\\S+ minuti|mezz ora)|oggi|scade oggi)",
    ),
    weak: any("al più presto|il prima possibile|oggi stesso|rapidamente|velocemente"),
  },
  unless: any(
    "(?:non|nessuna|niente|senza) (?:e |sono |c è |ho |di |così |molto |affatto )*(?:urgente|urgenza|fretta|arrabbiat[oa]|furios[oa]|inaccettabile|frustrat[oa])|con calma|quando (?:può|puoi|ha tempo|avete)|prenditi il tempo",
    "(?:sarebbe|è|e) (?:inaccettabile|urgente|ridicolo) (?:usare|avere|non|se)|cosa (?:significa|vuol dire) ~3 urgente|(?:contrassegnat[oaie]|etichetta|priorità|stato|coda|colonna|livello|ticket|avvisi?) ~1 urgent[ei]|(?:collega|cliente|capo|lui|lei) era ~1 (?:arrabbiat[oa]|furios[oa]|frustrat[oa])|grazie mille|ora funziona|adesso funziona|perfetto|fantastico|risolto|quanto velocemente",
  ),
};

const pt: MoodWords = {
  frustrated: {
    clear: any(
      "(?:isto|isso|é|e|está a ficar) (?:e |realmente |simplesmente |totalmente )*(?:inaceitável|ridículo|uma vergonha|um absurdo|absurdo|uma piada|revoltante|insuportável|palhaçada)",
      "(?:farto|farta|cansado de|cansada de|irritado|irritada|furioso|furiosa|frustrado|frustrada|zangado|zangada|de saco cheio|perdendo a paciência|perder a paciência|sem paciência|chateado|chateada)",
      "já (?:lhe |te |vos |o )*(?:disse|expliquei|escrevi|perguntei|falei|informei|relatei)|(?:terceira|quarta|quinta|décima|enésima) vez (?:que|hoje|seguida|já)|quantas vezes (?:tenho|preciso|vou|mais)",
      "(?:não me|ninguém|ninguém me) (?:ouve|ouvem|escuta|escutam|lê|leem|responde|ajuda|atende)|perda de tempo|perder (?:meu|o meu|o) tempo|perdendo (?:meu|o meu) tempo",
      "(?:respostas?|bot|suporte|ajuda|serviço|atendimento) (?:é|e|são|sao) (?:\\S+ )?(?:inútil|inúteis|péssim[oa]s?|um lixo|um desastre)|esperando há ~3 (?:dias|horas|semanas)|há ~3 (?:dias|horas|semanas) (?:esperando|à espera|que espero|sem resposta)|me deixa louco|estão brincando|merda|droga|porra|caramba",
    ),
    weak: any(
      "(?:continua|ainda) (?:não|sem|com o mesmo|o mesmo|a mesma|quebrado|igual|falhando)|de novo (?:o mesmo|a mesma|não|falhou)|mais uma vez o mesmo|como sempre|sério|a sério|inacreditável|decepcionante|irritante",
    ),
  },
  hurry: {
    clear: any(
      "(?:é|e) (?:muito |realmente |super )*urgente|urgente (?:por favor|,|ajuda)|^ (?:muito )?urgente ?$|(?:preciso|precisamos|respondam|resposta|ajuda|ajudem) ~5 (?:urgente|urgentemente|agora mesmo|imediatamente|já|o quanto antes|com urgência|o mais rápido possível|o mais depressa possível)",
      "(?:estou|estamos|com) (?:com )?(?:muita )?pressa|(?:não tenho|não temos|sem|pouco) (?:muito )?tempo|apressem-se|rápido por favor|por favor rápido|depressa por favor|seja rápido",
      "(?:entramos|vamos|lançamos) ~3 (?:produção|no ar|ao vivo|live) ~2 (?:hoje|uma hora|minutos|hora)|(?:demo|prazo|entrega|reunião|apresentação|auditoria) ~4 (?:em (?:uma hora|\\S+ minutos|meia hora)|daqui a \\S+ minutos|hoje|termina hoje)",
    ),
    weak: any("o mais (?:rápido|breve) possível|ainda hoje|rapidamente|logo por favor"),
  },
  unless: any(
    "(?:não|nada|sem|nenhuma) (?:e |estou |está |há |tenho |tão |muito )*(?:urgente|urgência|pressa|irritad[oa]|zangad[oa]|furios[oa]|inaceitável|frustrad[oa]|chatead[oa])|com calma|quando (?:puder|puderem|tiver)|leve o tempo",
    "(?:seria|é|e) (?:inaceitável|urgente|ridículo) (?:usar|ter|não|se)|o que (?:significa|quer dizer) ~3 urgente|(?:marcad[oa]s?|etiqueta|prioridade|estado|fila|coluna|nível|tickets?|alertas?|chamados?) ~1 urgentes?|(?:colega|cliente|chefe|ele|ela) (?:estava|ficou) ~1 (?:irritad[oa]|furios[oa]|frustrad[oa])|obrigad[oa]|agora funciona|já funciona|perfeito|ótimo|resolvido|com que rapidez",
  ),
};

const nl: MoodWords = {
  frustrated: {
    clear: any(
      "(?:dit|dat|het) (?:is|wordt) (?:echt |gewoon |werkelijk |ronduit |toch |langzamerhand )*(?:belachelijk|onacceptabel|schandalig|een schande|een grap|om gek van te worden|niet te geloven|onaanvaardbaar|waardeloos|te gek voor woorden)",
      "(?:zat|beu|spuugzat|geïrriteerd|gefrustreerd|boos|woedend|kwaad|teleurgesteld|wanhopig) (?:van|over|,)|(?:ben|word|zijn) (?:\\S+ ){0,3}(?:zat|beu|spuugzat|geïrriteerd|gefrustreerd|boos|woedend|kwaad)|(?:mijn|het) geduld|geduld (?:raakt|is) op|heb er genoeg van|word (?:hier )?gek van",
      "(?:heb|had|hebben) (?:\\S+ ){0,4}(?:al|toch) (?:\\S+ ){0,3}(?:gezegd|uitgelegd|geschreven|gevraagd|gemeld|verteld)|(?:derde|vierde|vijfde|tiende|zoveelste) keer (?:dat|vandaag|op rij|al)|hoe vaak (?:moet|moeten|nog)|hoeveel keer (?:moet|nog)",
      "(?:u|je|jullie|niemand) (?:luistert|luisteren|leest|antwoordt|helpt|reageert) (?:niet|helemaal niet|gewoon niet)|niemand (?:antwoordt|helpt|luistert|reageert)|tijdverspilling|verspilling van (?:mijn|onze) tijd|zonde van (?:mijn|onze) tijd",
      "(?:antwoord|antwoorden|bot|support|hulp|service) (?:is|zijn) (?:\\S+ )?(?:nutteloos|waardeloos|slecht|onzin|een ramp)|wacht al ~3 (?:dagen|uren|weken|uur)|drijft me tot|verdomme|godver\\S*|meen je dit|kom op zeg",
    ),
    weak: any(
      "(?:nog steeds|nog altijd) (?:niet|geen|dezelfde|hetzelfde|kapot|niets)|(?:werkt|helpt) (?:\\S+ )?(?:nog steeds|weer|helemaal) niet|alweer|weer (?:dezelfde|hetzelfde|kapot|mis)|zoals altijd|serieus|ongelooflijk|irritant|vervelend|teleurstellend",
    ),
  },
  hurry: {
    clear: any(
      "(?:het|dit|dat) is (?:heel |zeer |echt |erg )*(?:dringend|urgent|spoed|haast)|(?:dringend|urgent|spoed) (?:graag|aub|,|alstublieft)|^ (?:dringend|urgent|spoed) ?$|(?:heb|hebben|nodig|graag|antwoord|hulp|help) ~5 (?:zo snel mogelijk|onmiddellijk|meteen|direct|nu meteen|dringend|met spoed|asap|nu nodig)|(?:onmiddellijk|meteen|dringend|direct|zo snel mogelijk) ~3 (?:nodig|antwoord|hulp)",
      "(?:heb|hebben|ik heb) (?:\\S+ )?haast|haast je|schiet op|snel (?:graag|aub|alstublieft|alsjeblieft)|(?:geen|weinig|niet veel) tijd|onder tijdsdruk|tijd dringt",
      "(?:gaan|ga|gaat) ~4 live|live (?:over|in) \\S+ (?:minuten|uur)|(?:demo|deadline|vergadering|presentatie|audit|oplevering) ~4 (?:over (?:een uur|\\S+ minuten|een half uur)|vandaag|begint zo)",
    ),
    weak: any("zo snel als (?:u|je|jullie) (?:kunt|kan|kunnen)|vandaag nog|snel|spoedig"),
  },
  unless: any(
    "(?:niet|geen|nooit|helemaal niet) (?:zo |erg |heel |echt |meer )*(?:dringend|urgent|haast|spoed|boos|kwaad|geïrriteerd|gefrustreerd|onacceptabel)|neem (?:de|rustig|gerust|uw|je) ~1 tijd|op uw gemak|wanneer het (?:u|je) uitkomt",
    "(?:zou|is) het (?:onacceptabel|dringend|belachelijk) (?:om|als)|wat (?:betekent|is) ~3 (?:urgent|dringend)|(?:gemarkeerd als|label|prioriteit|status|wachtrij|kolom|niveau) ~1 (?:urgent|dringend)|(?:urgente|dringende) (?:tickets?|meldingen)|(?:collega|klant|baas|hij|zij) (?:was|waren) ~1 (?:boos|gefrustreerd|geïrriteerd|woedend)|bedankt|dank u|dank je|werkt nu|het werkt (?:nu|weer|goed|prima)|perfect|geweldig|opgelost|hoe snel",
  ),
};

const pl: MoodWords = {
  frustrated: {
    clear: any(
      "(?:to|to jest|to już|jest) (?:jest |naprawdę |po prostu |już |całkowicie )*(?:śmieszne|niedopuszczalne|nie do przyjęcia|skandal|kpina|żart|żenujące|absurd|nie do zniesienia|jakaś kpina)",
      "(?:mam dość|mam dosyć|mam tego dość|mam już dość|zdenerwowan\\S+|wściekł\\S+|zirytowan\\S+|sfrustrowan\\S+|zły jestem|jestem zł[ya]|tracę cierpliwość|kończy mi się cierpliwość|moja cierpliwość|szlag mnie)",
      "(?:już|przecież) (?:\\S+ ){0,2}(?:mówił\\S+|pisał\\S+|tłumaczył\\S+|pytał\\S+|wyjaśniał\\S+|zgłaszał\\S+)|(?:trzeci|czwarty|piąty|dziesiąty|kolejny|setny) raz (?:już |dzisiaj |z rzędu )*(?:pytam|piszę|to|zgłaszam|tłumaczę|mówię|to samo|z rzędu|dziś)|(?:pytam|piszę|zgłaszam|tłumaczę|mówię) ~4 (?:trzeci|czwarty|piąty|dziesiąty|kolejny|setny) raz|ile razy (?:mam|muszę|jeszcze)",
      "(?:nikt|nie) (?:mnie |mi |nie |w ogóle )*(?:słucha\\S*|czyta\\S*|odpowiada|pomaga|reaguje)(?: co| mnie| wcale)?(?= )|strata czasu|stratą czasu|tracę czas|marnuj\\S+ (?:mój )?czas",
      "(?:odpowiedzi|odpowiedź|bot|wsparcie|pomoc|obsługa) (?:są|jest) (?:\\S+ )?(?:bezużyteczn\\S+|beznadziejn\\S+|do niczego|tragiczn\\S+|fataln\\S+)|czekam (?:już )?(?:od )?~3 (?:dni|godzin\\S*|tygodni\\S*)|doprowadza mnie|cholera|kurwa|do diabła|żarty sobie",
    ),
    weak: any(
      "(?:nadal|wciąż|dalej|ciągle) (?:nie|to samo|ten sam|ta sama|nic|zepsut\\S*|błąd)|znowu (?:to samo|ten sam|nie|błąd|awaria)|jak zwykle|poważnie|naprawdę\\?|niewiarygodne|irytujące|rozczarowujące",
    ),
  },
  hurry: {
    clear: any(
      "(?:to |jest |bardzo |naprawdę )*(?:pilne|pilna sprawa|bardzo pilne)(?= (?:,|proszę|$)|$| $)|(?:sprawa|to) (?:jest )?(?:bardzo )?piln[ea]|(?:potrzebuję|potrzebujemy|proszę|odpowiedz\\S*|pomocy|pomóżcie) ~5 (?:natychmiast|pilnie|jak najszybciej|od razu|teraz zaraz|niezwłocznie|asap|na już)|(?:pilnie|natychmiast|jak najszybciej) ~3 (?:potrzebuję|potrzebujemy|proszę)",
      "(?:spieszę się|śpieszę się|spieszy mi się|śpieszy mi się|spieszy się nam|nie mam (?:\\S+ )?czasu|mam mało czasu|brak czasu|czas nagli|szybko proszę|proszę szybko|pospieszcie się|krótko proszę)",
      "(?:za (?:godzinę|\\S+ minut|pół godziny)) ~5 (?:start\\S*|demo|spotkanie|prezentacj\\S+|wdroż\\S+|produkcj\\S+)|(?:demo|termin|spotkanie|prezentacj\\S+|audyt|wdrożenie) ~4 (?:za (?:godzinę|\\S+ minut|pół godziny)|dziś|dzisiaj|mija dziś)",
    ),
    weak: any("jak najszybciej|jeszcze dziś|jeszcze dzisiaj|szybko"),
  },
  unless: any(
    "(?:nie|nic|wcale|bez) (?:jest |jestem |to |mi |się |tak |bardzo |zbyt )*(?:piln\\S+|spieszy|śpieszy|pośpiechu|zdenerwowan\\S+|wściekł\\S+|niedopuszczalne|zł[ya])|spokojnie|bez pośpiechu|w wolnej chwili|kiedy (?:pan|pani|będzie)",
    "czy (?:to |jest )*(?:niedopuszczalne|pilne|śmieszne)|co (?:oznacza|znaczy) ~3 piln\\S+|(?:oznaczon\\S+|etykieta|priorytet|status|kolejka|kolumna|poziom|zgłoszenia|alerty) ~2 piln\\S+|(?:kolega|koleżanka|klient|szef) (?:był|była) ~1 (?:zdenerwowan\\S+|wściekł\\S+|sfrustrowan\\S+|zł[ya])|dziękuję|dzięki|już działa|działa teraz|świetnie|super|rozwiązane|jak szybko",
  ),
};

const ja: MoodWords = {
  frustrated: {
    clear: anyLoose(
      "いい加減にして|ふざけ(?:ない|るな|てい)|ありえない|あり得ない|話になら(?:ない|ません)|うんざり|腹が立|頭にき|頭に来|イライラ|怒っています|我慢の限界|我慢できな|堪忍袋|許せない",
      "(?:何度|何回|なんど|なんかい)~3(?:言え|言わせ|説明すれ|説明させ|聞け|聞い|同じこと|問い合わせ|言った|言って)|(?:三|3|四|4|五|5|十|10)(?:度|回)目(?:です|だ|の問い合わせ|になります)|さっきも(?:言い|言った|書き|説明)|もう(?:説明しました|言いました|書きました|伝えました|試しました)",
      "時間の無駄|役に立た(?:ない|ちません|なすぎ)|使い物になら|全然(?:聞いて|読んで|わかって)~3(?:ない|ません)|誰も(?:答え|返事|対応)~4(?:ない|ません)|ひどすぎ|最悪です|最低です|馬鹿にし",
      "(?:何日|何時間|何週間|ずっと)~4待(?:って|たされ)",
    ),
    weak: anyLoose(
      "まだ(?:直ら|治ら|動か|でき|解決し|同じ|ダメ|だめ|エラー)|また(?:同じ|エラー|ダメ|だめ|止ま|失敗)|相変わらず|いつも通り(?:だめ|ダメ)|本当に(?:です|なん)か|がっかり|困ったもの",
    ),
  },
  hurry: {
    clear: anyLoose(
      "至急|大至急|緊急です|急いで(?:い|くだ|おり|ます|る)|急ぎです|急ぎで(?:お願|教え|対応)|お急ぎで|今すぐ~8(?:くだ|お願|教え|必要|ほしい|欲しい|対応)|すぐに~6(?:くだ|お願|返事|回答|必要)|一刻も早|できるだけ早く|なるべく早く~6(?:お願|くだ)",
      "時間が(?:ありません|ない|足りません)|(?:締め切り|締切|期限|デモ|会議|本番|発表|リリース)~6(?:今日|本日|あと\\S{1,4}分|\\S{1,3}分後|一時間後|1時間後|間もなく)|(?:あと|\\S{1,3})(?:分|時間)後?(?:に|で)~6(?:本番|デモ|会議|公開|リリース|発表)",
    ),
    weak: anyLoose("早め(?:に|の)|早く~4(?:くだ|お願)|今日中に"),
  },
  unless: anyLoose(
    "急いで(?:い)?(?:ない|ません|おりません)|急ぎでは(?:ない|ありません|ございません)|急ぎません|ゆっくりで|お時間のあるとき|怒って(?:い)?(?:ない|ません)|イライラして(?:い)?(?:ない|ません)",
    "(?:緊急|至急)(?:度|フラグ|ラベル|という|の(?:チケット|アラート|列|意味))|至急とは|(?:同僚|上司|お客様?|顧客|彼|彼女)(?:が|は)~8(?:怒っ|イライラし|うんざりし)|ありがとう|助かりました|直りました|解決しました|動きました|時間の無駄(?:ですか|でしょうか)|役に立たない(?:インデックス|データ|列)|何回(?:まで)?(?:リトライ|再試行)|どのくらい速",
  ),
};

const ar: MoodWords = {
  frustrated: {
    clear: anyLoose(
      "غير مقبول|مهزلة|سخيف|فضيحة|لا يطاق|لا يعقل|غير معقول|نفد صبري|نفذ صبري|صبري نفد|صبري نفذ|سئمت|مللت|طفح الكيل|ضقت ذرعا|محبط|مستاء|غاضب|منزعج|يثير غضبي|يزعجني|يجنني",
      "(?:قلت|شرحت|كتبت|سألت|أخبرت|ذكرت)\\S* ~3 (?:من قبل|مرارا|مرتين|سابقا|ثلاث مرات|بالفعل)|(?:سبق|لقد سبق) (?:أن|ان|وأن|وان) (?:قلت|شرحت|كتبت|أخبرت|ذكرت|سألت)|المرة (?:الثالثة|الرابعة|الخامسة|العاشرة|الألف)(?: التي| اليوم| على)|للمرة (?:الثالثة|الرابعة|الخامسة|العاشرة|الألف)|كم مرة (?:يجب|علي|سأ|أحتاج)",
      "لا أحد (?:يرد|يجيب|يساعد|يستمع|يهتم)|لا (?:تستمع|تسمع|تقرأ|تفهم)\\S* (?:إلي|الي|لي|ما|كلامي)|مضيعة للوقت|مضيعة لوقتي|تضيع وقتي|تضييع وقتي|(?:إجابات|اجابات|ردود|الدعم|خدمت|مساعدت)\\S* ~1 (?:عديم|بلا فائدة|سيئ|فاشل|لا تفيد)",
      "(?:أنتظر|انتظر|ننتظر) منذ ~2 (?:أيام|ايام|ساعات|أسابيع|اسابيع|يومين)|هل تمزح|يا إلهي ما هذا|تبا",
    ),
    weak: anyLoose(
      "(?:لا يزال|ما زال|لازال|مازال)\\S* ~2 (?:لا|معطل|نفس|متوقف)|ما زال لا|لا يزال لا|نفس (?:الخطأ|المشكلة) (?:مرة أخرى|مجددا|دائما)|مرة أخرى (?:نفس|لا)|كالعادة|حقا|مزعج|مخيب",
    ),
  },
  hurry: {
    clear: anyLoose(
      "(?:الأمر|الموضوع|هذا|المسألة) ~1 (?:عاجل|مستعجل|طارئ)|^ (?:عاجل|مستعجل|عاجل جدا|ضروري جدا) ?$|عاجل (?:جدا|من فضلك|لو سمحت)|(?:أحتاج|احتاج|نحتاج|أريد|اريد|أجيبوا|ساعدوني|الرد)\\S* ~4 (?:فورا|حالا|الآن|بسرعة|في أسرع وقت|بأسرع وقت|على الفور|بشكل عاجل|عاجلا)",
      "(?:أنا|انا|نحن) ~1 (?:مستعجل|في عجلة|على عجلة)|ليس (?:لدي|لدينا|عندي) (?:الكثير من |متسع من )?(?:ال)?وقت|لا (?:وقت|يوجد وقت)|الوقت (?:ضيق|ينفد|يداهم)|بسرعة (?:من فضلك|لو سمحت|رجاء)|أسرعوا|اسرعوا|في أسرع وقت ممكن|بأسرع وقت",
      "(?:العرض|الموعد|الاجتماع|الإطلاق|التسليم|التدقيق) ~3 (?:بعد (?:ساعة|نصف ساعة|\\S+ دقائق|\\S+ دقيقة)|اليوم|خلال ساعة)",
    ),
    weak: anyLoose("قريبا من فضلك|اليوم من فضلك|سريعا"),
  },
  unless: anyLoose(
    "(?<!\\S)(?:ليس|ليست|لست|لا|غير|بدون)(?!\\S) (?:الأمر |الموضوع |أنا |في |على )?(?:ب)?(?:عاجل|عجلة|مستعجل|غاضب|منزعج|مستاء|محبط|استعجال)|خذ وقتك|خذوا وقتكم|على مهل|عندما (?:يتاح|تتفرغ|يتوفر)",
    "(?:هل|ما إذا كان) ~2 (?:غير مقبول|سخيف|عاجل)|ماذا (?:يعني|تعني) ~2 عاجل|(?:علامة|أولوية|الأولوية|حالة|قائمة|عمود|مستوى|تذاكر|التذاكر|تنبيهات|التنبيهات) ~1 (?:ال)?عاجل|(?:زميلي|العميل|المدير|هو|هي) (?:كان|كانت) ~1 (?:غاضب|محبط|مستاء|منزعج)|شكرا|يعمل الآن|ممتاز|رائع|تم الحل|ما سرعة|كم مرة (?:يعيد|تعيد|تتكرر)",
  ),
};

export const MOOD_WORDS: Readonly<Record<Language, MoodWords>> = { en, de, fr, es, it, pt, nl, pl, ja, ar };
