/** French commitments, in brief. Sentences arrive folded: small letters, no accents. */
import { compact } from "./compact.ts";

const OURS =
  "(?:un|une|mon|ma|notre|nos|des|l'un de nos) (?:\\S+ )?(?:collegue|technicien(?:ne)?s?|ingenieure?s?|specialiste|expert|developpeurs?|responsable|chef|equipe|conseiller|humain)|quelqu'un(?: de (?:notre|chez) \\S+)?";

export const FRENCH = compact({
  scents:
    "vous votre vos nous notre nos notr je j'ai mon suis suis rembourse remise gratuit prix tarif facture avoir credit dedommage corrige demain vendredi avril sous garantis promets certain parole responsable faute responsabilite justice annule transmis fait ticket personne robot humain ingenieure politique conditions reglement preavis technicien collegue quelqu'un version",
  small: "le la les vous votre vos nous je j un une est ce c cela notre mon sont pour avez",
  software:
    "colonne|tables?|requetes?|index|api|taches?|memoire|disque|journal|licence|webhooks?|captcha|contrib|execution|parametre|compression|unique|order by|worker|certificat|jeton|serveur (?:sera|rejoue)|redemarrage|sauvegardes|extension|reglage|machine virtuelle",
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
});
