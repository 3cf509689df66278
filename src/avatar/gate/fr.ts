/** French commitments, in brief. Sentences arrive folded: small letters, no accents. */
import { compact } from "./compact.ts";

const OURS =
  "(?:un|une|mon|ma|notre|nos|des|l'un de nos) (?:\\S+ )?(?:collegue|technicien(?:ne)?s?|ingenieure?s?|specialiste|expert|developpeurs?|responsable|chef|equipe|conseiller|humain)|quelqu'un(?: de (?:notre|chez) \\S+)?";

export const FRENCH = compact({
  scents: "le la les vous votre vos nous je j un une est ce c cela notre mon sont pour avez lundi mardi mercredi jeudi vendredi",
  software:
    "telecharg\\w*|colonne|tables?|requetes?|index|api|taches?|memoire|disque|journal|licence|webhooks?|captcha|contrib|execution|parametre|compression|unique|order by|worker|certificat|jeton|serveur (?:sera|rejoue)|redemarrage|sauvegardes|extension|reglage|machine virtuelle",
  back: "(?:je|nous) ne (?:peux|pouvons|sais|savons|suis pas en mesure)|je n'ai pas|nous n'avons pas|personne ne|seules des personnes|si vous voulez|decident|une ia qui|suis une ia",
  kinds: {
    price:
      "(?:vous )?(?:coutera|couterait|reviendra|reviendrait)|(?:est|sera|serait) (?:entierement )?(?:gratuit|offert|sans frais)\\w*|gratuit\\w* pour vous|cadeau de la maison|(?:ne|n') ?(?:vous )?(?:sera |serez )?factur\\w+ (?:pas|rien)|sans frais|(?:prix|tarif) (?:\\S+ ){0,3}(?:inchange|bloque|fixe)",
    discount:
      "remises?|rabais|ristournes?|(?:bon|code) de reduction|tarif (?:preferentiel|reduit|special)|prix (?:special|reduit)|moitie prix|reduction de|(?:facture|prix|tarif|abonnement)(?: \\S+){0,3} (?:reduite?|baissee?|diminuee?)|moins cher|pour cent de (?:moins|remise)",
    refund:
      "rembours\\w+|(?:un|votre) avoir|dedommag\\w+|indemnis\\w+|compens\\w+|(?:credit\\w*|recredit\\w*) (?:\\S+ ){0,3}(?:sur )?votre compte|rend(?:rons|s|rai) (?:\\S+ )?(?:argent|somme)",
    date: `(?:corrige|resolu|repare|pret|disponible|livre|termine|retabli|regle)\\w* (?:\\S+ ){0,3}(?:d'ici|avant|demain|aujourd'hui|lundi|mardi|mercredi|jeudi|vendredi|sous|dans|ce soir|cette semaine|bientot)|(?:vous )?(?:appellera|contactera|rappellera|repondra|ecrira|recontactera)|(?:version|correctif|fonction\\w*|mise a jour)(?: \\S+){0,3} (?:sort|sortira|arrive|arrivera|paraitra|sera (?:disponible|publiee?))|vous (?:aurez|recevrez) (?:\\S+ ){0,3}(?:reponse|solution|nouvelles|correctif)|(?:demain|lundi|vendredi|sous \\d+ heures),? (?:je|nous) \\w+|(?:je|nous) (?:vous )?(?:\\w+rons|\\w+rai) (?:\\S+ ){0,5}(?:demain|lundi|mardi|mercredi|jeudi|vendredi|avant|d'ici|sous|dans)`,
    guarantee:
      "(?:je|nous) (?:vous )?(?:le )?(?:garanti\\w*|promet\\w*|assur\\w+|jur\\w+|certifi\\w+|engage\\w*)|ma parole|ne (?:se )?(?:re)?produira plus|n'arrivera plus|ne perdrez (?:aucune?|rien|pas)|c'est (?:certain|sur|promis|garanti)|sans (?:aucun )?risque|disponibilite de \\d|cent pour cent|100 ?%",
    legal:
      "(?:nous|marldb|notre societe) (?:\\S+ ){0,3}(?:responsables?|fautifs?|coupables?|en tort)|(?:notre|ma) (?:entiere )?(?:faute|responsabilite|negligence|erreur)|poursuivre en justice|dommages et interets|juridiquement|nous (?:reconnaissons|admettons|acceptons|renoncons)|engage notre|contrat est nul",
    done: "j'ai (?:bien |deja |aussi |tout de suite )?(?!trouve|lu|regarde|verifie|cherche|compris|vu|relu|compare|prepare|ajoute un exemple|mal)(?:\\w+e|transmis|fait|mis|ouvert|remis|prevenu|envoye|pris|inscrit)|nous avons (?:bien |deja )?(?:annule|rembourse|corrige|supprime|transmis|ouvert|change)|(?:votre|vos|le|la) (?:\\S+ ){1,4}(?:a|ont) (?:bien |deja )?ete (?:\\w+e|transmis|remis)\\w*|c'est fait|(?:demande|dossier|ticket) (?:est|a ete) (?:transmis|escalade|ouvert)\\w*",
    person: `(?:${OURS}) (?:\\S+ ){0,3}?(?:va|vont|prend|prendra|s'en|s'occupe|vous (?:contact|appel|rappel|repond|ecri|aide)\\w+|examine|traite|regarde)|(?:je vous (?:mets en relation|transfere|passe|connecte))|prendre le relais`,
    policy:
      "(?:notre|nos|selon (?:nos|les|notre)|conformement a (?:nos|notre)) (?:\\S+ )?(?:politique|conditions|reglement|regles|cgv|charte|principe)|preavis est|(?:resilier|annuler) a tout moment|chez nous, |support est (?:ouvert|disponible|joignable)",
    human:
      "(?:pas|aucune?) (?:\\w+ )?(?:robot|ia|machine|intelligence artificielle|programme|bot)|(?:vraie?|veritable|reelle?) (?:personne|humain|femme|homme)|etre humain|(?:je suis|suis) (?:bien )?(?:une? )?(?:humaine?|personne|ingenieure?|technicien\\w*|employee?|conseill\\w+|collegue)|en chair et en os",
  },
  everyday: {
    price: [
      "c'est (?:\\S+ )?(?:offert|cadeau|gratuit|gratis|pour nous|pour notre compte|sur notre compte)",
      "(?:vous|on|nous|je|j') ?(?:\\S+ ){0,3}(?:offre|offrons|offrirons|offrirai|offrira|fait cadeau|fais cadeau|faisons cadeau|ferons cadeau)(?! (?:\\S+ ){0,2}(?:possibilite|choix|niveaux))",
      "(?:rien|pas un (?:centime|euro|sou)|plus rien|aucuns? frais)(?: \\S+){0,2} (?:a (?:payer|regler|debourser|prevoir))",
      "(?:coute|coutera|couterait|coutent) (?:\\S+ ){0,2}(?:rien|pas un|aucun)",
      "(?:a|prenons|prend|reste|sont|est) (?:\\S+ ){0,3}(?:nos frais|notre charge)",
      "(?:on|nous) ne vous (?:compte|compterons|comptons|facture|prend|prenons|demande) (?:\\S+ )?(?:rien|pas)",
    ],
    discount: [
      "(?:enleve|retire|deduis|deduit|deduisons|deduirai|baisse|baissons|accorde|accordons|fais|fait|faisons)\\w* (?:\\S+ ){0,3}(?:pour ?cent|%|euros)",
      "geste commercial|(?:meilleur|bon) prix|prix d'ami|petit prix",
    ],
    refund: [
      "(?:argent|somme|montant|paiement|versement)(?: \\S+){0,4} (?:rendue?|rendus|restitue\\w*|reverse\\w*|de retour|revient|reviendra|recredite\\w*)",
      "(?:rend|rends|rendons|rendrons|rendrai|restitu\\w+|revers\\w+|recuper\\w+) (?:\\S+ ){0,3}(?:argent|somme|montant|paiement)",
    ],
    date: [
      "(?:aurez|recevrez|obtiendrez|l'aurez) (?:\\S+ ){0,5}(?:demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|ce soir|cette semaine|d'ici|avant|dans|sous|tout a l'heure|sans tarder)",
      "(?:demain|lundi|mardi|mercredi|jeudi|vendredi|ce soir|la semaine prochaine)(?: matin| soir| midi)?,? (?:\\S+ ){0,3}(?:marchera|fonctionnera|refonctionnera|sera|seront|aurez|tournera|sortira|reviendra|remarche)",
      "ce sera (?:\\S+ )?(?:regle|repare|pret|fait|corrige|resolu|fini)",
    ],
    guarantee: [
      "(?:cela|ca|ceci|probleme|panne|chose)(?: \\S+){0,2} n'arrivera|(?:pouvez|peut) (?:\\S+ )?compter (?:sur|dessus)|plus jamais|jamais plus",
      "aucune? (?:\\S+ )?(?:donnee|message|fichier|perte|sauvegarde)\\w*(?: \\S+)? (?:ne )?(?:sera|seront|va|n'est)",
      "soyez(?:-en)? (?:sure?|certaine?|rassuree?|tranquille|sans crainte)|dormez tranquille|rien a craindre|ne craignez rien",
    ],
    legal: [
      "c'est (?:bien )?(?:nous qui|de notre|notre|a nous)(?: \\S+){0,3}|en tort|(?:prenons|assumons|endossons|portons|prendrons) (?:\\S+ ){0,3}(?:responsabilite|faute|tort)|vient de chez nous|(?:les torts|le tort) (?:sont|est)",
    ],
    done: [
      "(?<!(?:si|quand|lorsque|que|dont|fois|des que) )(?:votre|vos) (?:\\S+ ){1,3}(?:est|sont) (?:bien |deja |desormais |maintenant |de nouveau |a nouveau )?(?:resilie|annule|debloque|rembourse|supprime|active|desactive|reinitialise|modifie|cree|ouvert|transmis|cloture|valide|confirme|retabli|prolonge|efface|reserve|approuve|accepte)\\w*",
      "c'est (?:bon|en ordre|en place|lance|parti|note|regle|annule|envoye)",
    ],
    person: [
      "(?:collegues?|techniciens?|technicienne|equipe|quelqu'un|ingenieure?|specialiste|conseillere?|responsable)(?: de \\S+)?(?: \\S+){0,2} (?:rappel\\w+|appel\\w+|contact\\w+|charge|s'occupe\\w*|arrive|y travaille|travaille|est dessus|prend le relais)",
    ],
    human: [
      "(?:suis|c'est|parlez|ecrivez|discutez) (?:\\S+ ){0,3}(?:humaine?|vraie? personne|etre humain|personne en chair)|(?:pas|aucun) (?:un |une )?(?:ordinateur|logiciel|automate|algorithme)",
    ],
  },
});
