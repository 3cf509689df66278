/** French safety rules, and what makes a sentence a mere look-alike. Sources may carry accents; messages are read without. */
import type { Groups } from "../gate/pattern.ts";
import { FRENCH_PARTS } from "./everyday/west.ts";
import { everyday } from "./everyday/rules.ts";
import { any, either, first, see, together } from "./rule.ts";
import type { Guard, SafetyLanguage } from "./rule.ts";

const groups: Groups = {
  data:
    "données?|bases?|tables?|lignes|enregistrements?|fichiers?|documents?|commandes|factures|transactions|historique|sauvegardes?|backups?|archives?|" +
    "dumps?|dossiers|comptes|messages|index|contenu|copies?|collections?|volumes?|travail|images|photos",
  gone:
    "disparue?s?|disparaît|disparaissent|perdue?s?|effacée?s?|supprimée?s?|détruite?s?|corrompue?s?|écrasée?s?|vides?|vidée?s?|illisibles?|endommagée?s?|" +
    "introuvables?|volatilisée?s?|envolée?s?|inutilisables?|irrécupérables?|anéantie?s?|à zéro",
  secret: "identifiants|mots? de passe|accès|clés?|clefs?|jetons?|secrets?|tokens?|certificats?|données (?:clients?|personnelles|bancaires)|cartes bancaires",
  system:
    "production|prod|services?|sites?|serveurs?|cluster|clusters|api|plateforme|boutique|application|appli|bases?|système|systèmes|instances?|portail|caisses?|" +
    "usine|magasins?|réseau|passerelle|console|tout|connexion|nœuds?|environnement",
  down:
    "à l arrêt|arrêtée?s?|hors service|inaccessibles?|injoignables?|indisponibles?|en panne|tombée?s?|plantée?s?|bloquée?s?|paralysée?s?|down|hors ligne|" +
    "mort|morte|par terre|à plat|coupée?s?|en rade",
  place:
    "serveurs?|armoire|salle|baie|rack|batteries?|onduleur|bâtiment|bureau|bureaux|centre|datacenter|entrepôt|local|usine|atelier|câbles?|transformateur|alimentation",
};

const usual: readonly Guard[] = ["asking", "hypothetical", "negated", "solved", "past", "fiction"];

/** Everything that the French rules need. */
export const FRENCH: SafetyLanguage = {
  vocabulary: [],
  keep: [],
  mood: [],
  rules: [
    {
      rule: "security.report.fr",
      class: "security",
      guards: usual,
      unless: any("oublié\\S*|réinitialiser|renouveler", "cve corrigées?"),
      see: see(
        groups,
        "(?:trouvé|découvert|identifié|repéré|signaler|signale|remonter) ~5 (?:failles?|vulnérabilités?|brèches?|trous?)",
        "(?:failles?|vulnérabilités?|brèches?) ~4 (?:critique|exploité\\S*|permet\\S*|dans (?:votre|vos)|console|portail|api)",
        "piratée?s?|hackée?s?|piraté ~2|cyberattaque|rançongiciel|ransomware|rançon|cheval de troie|intrusion|intrus|compromise?s?|usurpé\\S*",
        "(?:pirates?|attaquants?|hackers?|intrus) ~4 (?:entrée?s?|dans|accédé|accès|réseau|système|contrôle)",
        "{secret} ~6 (?:fuité\\S*|fuite|divulgué\\S*|publiée?s?|exposée?s?|volée?s?|visibles?|en clair|affichée?s?|accessibles? à tous|en ligne|public|publics|publiques?)",
        "(?:fuite|vol) (?:massive )?(?:de|d) (?:données|mots|identifiants|comptes?)",
        "volée?s? ~8 {secret}|(?:volé|dérobé) ~6 (?:accès|administrateur|portable|téléphone)",
        "(?:vois|voit|voir|voyons|lire|lis|lisons|accède|accéder|consulter|consulte|reçois|recevons) ~5 {data} ~3 (?:autres?|tiers|inconnue?s?)",
        "(?:connectée?s?|connexions?|accédé|accès|entrée?s?) ~7 (?:inconnue?s?|non autorisée?s?|sans autorisation|suspecte?s?|étrang\\S+)",
        "(?:ancien|ancienne|anciens|ex|ex-\\S+) ?(?:salariée?s?|employée?s?|collaborateurs?|collègues?|prestataires?)? ~4 (?:accès|connecte|télécharge)",
        "(?:accéder|entrer|connecter|connecte|entre) ~4 sans (?:mot de passe|authentification)",
        "injection sql|cve-\\d+\\S*|exécution de code à distance",
      ),
    },
    {
      rule: "data-loss.report.fr",
      class: "data_loss",
      guards: [...usual, "own"],
      see: see(
        groups,
        "{data} ~6 {gone}",
        "{gone} ~5 {data}",
        "(?:tout|tous|toutes) ~3 (?:a|ont|est|sont|avons|été) ~3 {gone}",
        "(?:manque|manquent|manquait|manquaient) ~5 {data}|{data} ~3 (?:manque|manquent|manquantes?)",
        "pertes? (?:de|d|des|importante de|totale de) (?:nos )?données",
        "restauration ~3 (?:échoue|échouée?|impossible)|impossible de restaurer",
        "perdu ~4 (?:jours?|semaines?|heures?|mois|années?) (?:de|d)",
      ),
      together: together(groups, ["supprimée?|effacée?|vidée?|écrasée?", "par erreur|accidentellement|par accident", "{data}|tout|production"]),
    },
    {
      rule: "danger.self-harm.fr",
      class: "danger",
      guards: ["asking", "fiction"],
      unless: any("mourir (?:de (?!honte d)|d)(?:rire|faim|chaud|envie|curiosité|ennui|soif)"),
      see: see(
        groups,
        "(?:veux|voudrais|veut|envie de|pense à|pense|vais|préfère) ~2 (?:mourir|en finir|me tuer|me suicider|se tuer|se suicider)",
        "suicid\\S*",
        "je me tue(?! (?:à|au|aux|de|d|pour|en|\\S+ant) )",
        "(?:mettre|met|mettrai) fin à (?:mes|ses|leurs) jours|(?:m|me|s|se) ôter la vie",
        "(?:plus|pas) (?:envie de vivre|la force de vivre)|veux plus (?:vivre|être là)|veut plus vivre",
      ),
    },
    {
      rule: "danger.people.fr",
      class: "danger",
      guards: ["asking", "hypothetical", "negated", "past", "fiction"],
      unless: any("pare-feu|feu (?:vert|rouge)|mise à feu|feuille", "exercice"),
      see: see(
        groups,
        "(?:fumée|flammes?|incendie|feu|brûle|brûlé|étincelles|explosion|explosé) ~8 {place}",
        "{place} ~6 (?:fumée|flammes?|feu|incendie|brûle|brûlent|explosé|explose|fume)",
        "(?:décharge|choc) électrique|électrocut\\S*|ne respire (?:plus|pas)|inconsciente?s?|évanouie?s?|grièvement",
        "(?:patients?|personnes?|gens|employés|collègues?|enfants?|ouvriers?|quelqu un|technicien) ~5 (?:en danger|coincée?s?|blessée?s?|intoxiquée?s?|piégée?s?|bloquée?s? dans)",
        "danger de mort|vies? (?:\\S+ )?(?:est|sont)? ?en danger|blessée?s? graves?",
        "(?:couteau|arme|armé|pistolet|fusil|bombe|hache) ~8 (?:menace|menacent|accueil|bureau|bureaux|collègues|employés|porte|bâtiment)",
        "menac\\S* ~4 (?:de mort|de me tuer|de tuer|de nous tuer|physiquement)",
        "fuite de gaz|gaz ~3 (?:fuit|échappe|toxique)|monoxyde de carbone",
        "(?:doses?|dosages?|perfusions?|respirateurs?|moniteurs?|médicaments?|traitements?) ~8 (?:mauvais\\S*|fausse?s?|erronée?s?|incorrecte?s?|faux)",
        "(?:mauvais\\S*|fausses?|erronée?s?) ~2 (?:doses?|dosages?|médicaments?) ~8 (?:patients?|hôpital|pompes?)",
      ),
    },
    {
      rule: "legal.action.fr",
      class: "legal",
      guards: ["asking", "hypothetical", "negated", "past", "fiction"],
      see: see(
        groups,
        "(?:avocats?|avocate|juristes?|service juridique|direction juridique|conseil juridique) ~3 (?:va|vont|vous contacter\\S*|contacter\\S*|porter\\S*|assigner\\S*|saisir\\S*|écrir\\S*|attaquer\\S*|prendr\\S*)",
        "recevrez ~6 (?:avocats?|service juridique|mise en demeure|assignation)",
        "port\\S* plainte|plainte (?:contre|a été)|dépos\\S* (?:une )?plainte",
        "mise en demeure|assignation|huissier|tribunal|tribunaux|poursuites? judiciaires?|en justice|dommages et intérêts|dommages-intérêts|action en justice|perquisition|procès",
        "(?:saisir|saisi|saisissons|signaler|signalé|plainte|informer|informé|notifier) ~4 (?:cnil|autorité|régulateur|dgccrf|amf|acpr|anssi)",
        "(?:cnil|autorité|régulateur|dgccrf|amf|acpr|anssi) ~4 (?:demande|exige|ouvert|ouvre|enquête|réclame)",
        "(?:police|gendarmerie|procureur|parquet) ~5 (?:enquête|plainte|saisie?|convoqu\\S*)",
        "(?:poursuivrons|poursuivre|attaquerons|attaquer) ~3 (?:justice|votre (?:entreprise|société))",
      ),
    },
    {
      rule: "outage.caused.fr",
      class: "outage",
      guards: [...usual, "own"],
      unless: any("si (?:le|la|un|une) \\S+ tombe", "(?:un peu|légèrement) lente?s?"),
      see: see(
        groups,
        "{system} ~5 {down}",
        "{system} ~3 ne (?:répond|répondent|démarre|démarrent|redémarre|redémarrent|fonctionne|fonctionnent|marche|marchent|charge) (?:plus|pas)",
        "plus (?:rien|aucune?|personne) ~6 (?:fonctionne|marche|peut|peuvent|répond|accède|connecter|travailler|commander)",
        "(?:rien|personne) ne (?:fonctionne|marche|peut|peuvent|répond|charge|arrive)",
        "panne (?:totale|générale|complète|majeure|depuis|de (?:la|votre|nos))",
        "(?:renvoient?|que des|uniquement des|seulement des|toujours des) ~3 (?:erreurs?|500|502|503|504)",
        "impossible (?:de|pour) ~5 (?:travailler|connecter|accéder|commander|vendre|encaisser)",
        "tout est (?:bloqué|arrêté|en panne|tombé|mort|paralysé)",
        "ne redémarre plus",
      ),
    },
    ...everyday("fr", FRENCH_PARTS),
  ],
  guards: {
    clause:
      / , (?=(?:nos|notre|mes|mon|nous|je|on|tout|toutes|tous|plus|personne|il|elle|votre|vos|depuis|mais|et|car|des|les|la|le|aidez|une?) )| (?:mais|car|et maintenant|parce que) (?=\S)/g,
    asking: either(
      any(
        "(?:article|page|documentation|doc|chapitre|guide|présentation|exposé|webinaire|vidéo|tutoriel|conférence) ~4 (?:sur|de|concernant|à propos)",
        "(?:comment|combien|pourquoi faut il|où|quand|quels?|quelles?|que faire pour|que se passe t il|que se passe-t-il|qu arrive t il|que devient|qui peut)",
        "(?:peut on|peut-on|puis je|puis-je|est il possible|est-il possible|est ce possible|y a t il un moyen|signifie t il|signifie-t-il|je me demande|demandent? si|cherche)",
      ),
      first(
        "bonjour|salut|bonsoir|et|question",
        "(?:avez vous|avez-vous|proposez\\S*|faut il|faut-il|pouvez vous m expliquer|est ce que (?:vous|votre|le produit|marldb))",
      ),
    ),
    opener: / (?:avez vous|avez-vous|est ce que vous|est-ce que vous|proposez-vous|peut-on|peut on|faut-il) (?!(?:perdu|effacé|efface|supprimé|supprime) )/,
    hypothetical: any(
      "si(?! (?:rien|vous|personne) )|au cas où|en cas de|supposons|hypothétiquement|imaginons|éviter|prévenir|empêcher|protéger\\S*|protégez\\S*|contre (?:le|les|la)|risque de",
    ),
    condition: any("si|au cas où|en cas de|lorsqu|quand"),
    negated: / (?:aucun|aucune|pas|jamais|sans|ni|zero) (?:(?!(?:seulement|comprendre|savoir) )\S+ ){0,2}$/,
    denied: any(
      "(?:aucune?|pas de|sans) (?:\\S+ )?(?:données?|lignes?|fichiers?|perte|dégât|dégâts|blessée?s?|interruption|panne) ~4 (?:perdue?s?|manque|disparue?s?|touchée?s?|à signaler)?",
      "rien (?:n a été )?(?:perdu|effacé|supprimé)",
    ),
    solved: any(
      "(?:est|sont|a été|ont été|était) (?:maintenant |désormais |déjà |bien )?(?:résolue?s?|réparée?s?|corrigée?s?|rétablie?s?|réglée?s?|restaurée?s?|retrouvée?s?)",
      "fausse alerte|tout va bien|tout fonctionne|tout est rentré dans l ordre|de nouveau (?:en ligne|disponible)|heureusement",
    ),
    still: any("toujours (?:pas|en)|encore|de nouveau en panne|mais|à nouveau|pas résolue?"),
    past: any(
      "(?:il y a|voici) (?:\\S+ )?(?:ans|années)|l an dernier|l année dernière|à l époque|autrefois|en 20(?:0\\d|1\\d|2[0-4])|chez (?:un|notre|mon) (?:autre|ancien|précédent) \\S+",
    ),
    fiction: any(
      "exercices?|simul\\S+|répétition|test de restauration|à blanc|pour rire|blague|roman|film|jeu",
      "(?:de|en|environnement de|base de|table de|données de|serveur de|cluster de) (?:test|tests|démo|recette|préproduction|développement)|bac à sable|staging",
      "c est voulu|volontairement|exprès|intentionnel\\S*|comme prévu|prévue?s? (?:jeudi|demain|ce)",
    ),
    own: any(
      "(?:notre|nos|mon) (?:\\S+ )?(?:fournisseur|opérateur|routeur|hébergeur|pare-feu) ~3 (?:panne|hs|coupé\\S*)",
      "anciennes? (?:données|lignes|tables?)",
      "par notre faute",
    ),
  },
};
