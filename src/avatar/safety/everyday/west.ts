/** French and Spanish words for the parts of everyday safety matters. Sources may carry accents; messages are read without. */
import type { Parts } from "./rules.ts";

export const FRENCH_PARTS: Parts = {
  sees: "vois|voit|voyons|voir|ai|j ai|affiche|affichent|apparaît|apparaissent|reçois|recevons|reçu|lis|lire|trouve|a|il y a|montre|sort|tombe",
  private:
    "commandes?|noms?|adresses?|numéros?|téléphones?|messages?|factures?|photos?|listes?|données|panier|mails?|courriels?|lettres?|rendez-vous|fiches?|dossiers?|clients?|réservations?|compte|comptes|gens|personnes|contrats?|papiers",
  others:
    "(?:d |de |à |chez )?(?:un|une|d|des|les) (?:\\S+ )?autres? \\S+|d autres \\S+|quelqu un d autre|d autrui|inconnue?s?|étrang\\S+|(?:je|on|nous) ne (?:connais|connaît|connaissons) (?:pas|même pas|personne)|(?:connais|connaît|connaissons) pas|(?:pas|rien) (?:à moi|à nous)|jamais (?:vue?s?|entendu\\S*)",
  exposed:
    "(?:voir|lire|voit|lit|voient) (?:\\S+ )?mes \\S+ (?:\\S+ ){0,2}(?:dans|sur|depuis) son \\S+|(?:mes|nos) \\S+ (?:\\S+ ){0,4}(?:dans|sur) (?:son|leur) (?:compte|téléphone|écran|ordinateur|appli)",
  someone: "quelqu un|on|un inconnu|une inconnue|inconnus?|un homme|une femme|des gens|un voleur|mon ex|ils|personne d autre",
  intrudes: "entrée?s?|connectée?s?|changée?s?|modifiée?s?|utilisée?s?|utilise|commandée?|piratée?|volée?s?|pris|accédé|réinitialisé|bloquée?",
  account: "(?:mon|ma|mes|notre|nos) (?:\\S+ )?(?:comptes?|mots? de passe|codes?|profil|messagerie|mail|carte|espace)",
  notMe:
    "(?:est|était) pas (?:moi|nous)|(?:jamais|pas) (?:faite?s?|commandée?s?|achetée?s?|écrite?s?|envoyée?s?|demandée?s?|changée?s?)|sans mon accord|aucun de nous|pas reconnu\\S*",
  posing:
    "(?:se faisait|s est fait|se fait|en se faisant) passer pour|(?:disait|dit|disant|prétend\\S*) (?:\\S+ ){0,3}(?:de chez vous|de votre (?:part|société)|être vous)|(?:ressemblait|avait l air) (?:\\S+ ){0,3}vous|de votre part|en votre nom",
  gave: "(?:donnée?|tapée?|saisie?|dit|communiquée?|entrée?|cliquée?|payée?|envoyée?) (?:\\S+ ){0,4}(?:codes?|mots? de passe|numéros?|carte|lien|argent|coordonnées)",
  things:
    "factures?|clients?|photos?|images|commandes?|fichiers?|documents?|lettres?|messages?|mails?|courriels?|réservations?|rendez-vous|contacts?|adresses|notes?|listes?|noms?|travail|textes?|données|recettes|membres|dossiers?|agenda|calendrier|heures|affaires|prix|articles|historique|tout|toutes|tous",
  gone: "disparue?s?|disparaissent|perdue?s?|effacée?s?|supprimée?s?|parties?|partis?|envolée?s?|introuvables?|nulle part|plus là|plus rien|n y (?:est|sont) plus|ne (?:sont|est) plus|vides?|avalée?s?|mangée?s?|volatilisée?s?|trouve plus|retrouve plus|plus aucune?|jetée?s?|manquent?",
  finality:
    "tous|toutes|tout|toute|entière?s?|complète?|complètement|(?:dernière?s?|derniers|deux|trois|quatre|plusieurs) (?:\\S+ )?(?:ans?|années?|mois|semaines?|jours)|(?:deux|trois|quatre|plusieurs) \\S+|l an (?:passé|dernier)|depuis|simplement|d un coup|soudain\\S*|partout|nulle part|introuvables?|cette nuit|votre (?:\\S+ )?(?:changement|mise à jour)|plus aucune?|récupérer",
  empty: "vides?|plus rien|blanche?s?|rien dedans|à zéro|plus personne",
  before: "hier|avant|il y avait|avait|contenait|encore|la semaine dernière|pleine?",
  pressed:
    "(?:appuyée?|cliquée?|touchée?|tapée?) (?:\\S+ ){0,2}(?:quelque chose|un bouton|le mauvais \\S+|un truc|supprimer|effacer|tout)|par erreur|sans (?:le )?faire exprès|par mégarde|fausse manip\\S*",
  people:
    "collègues?|clients?|clientes?|patrons?|patronne|homme|femme|monsieur|dame|enfants?|garçon|fille|bébé|fils|mère|maman|père|papa|grand-?mère|grand-?père|mamie|papi|patiente?s?|résidente?s?|voisine?|quelqu un|gens|employée?s?|chauffeur|infirmière|élèves?|ouvriers?|apprentie?|personnes?|amie?|je|il|elle",
  harmed:
    "évanouie?s?|effondrée?s?|écroulée?s?|tombée? dans les pommes|fait un malaise|un malaise|perdu connaissance|(?:n arrive|n arrivait|arrive|arrivait|peut|pouvait) (?:plus|pas) (?:à )?respirer|respire (?:mal|plus)|étouff\\S*|suffoqu\\S*|asphyxi\\S*|très (?:mal|malade) ~4 (?:fumée\\S*|vapeurs|gaz|odeur)|va très mal|" +
    "brûlée? (?:la|les|le|au|aux) (?:mains?|doigts?|bras|visage)|pris (?:le|un coup de) (?:jus|courant)|saigne|(?:emmenée?|transportée?|conduite?) (?:à l hôpital|aux urgences)|empoisonnée?|coincée? dans l ascenseur|inanimée?",
  fumes:
    "fumée?s?|fume|vapeurs|flammes?|feu|brûle|brûlé|cramé|crame|étincelles?|odeur de (?:gaz|brûlé|fumée)|sent (?:\\S+ )?(?:le )?(?:gaz|brûlé|cramé|fumée)|fondue?s?|fond|rouge|(?:très|trop|vraiment) chaude?|chauffe (?:beaucoup|trop|énormément)|bouillante?|explosée?",
  device:
    "boîte|boîtier|chargeur|machine|appareil|imprimante|batterie|prise|câble|ordinateur|portable|caisse|chauffage|four|routeur|box|téléphone|lampe|terminal|armoire|cave|cuisine|mur|chaudière|salle",
  dose: "(?:mauvais|mauvaise|mauvaises|faux|fausse|trop de|double) (?:comprimés?|médicaments?|pilules?|doses?|cachets?|insuline|piqûre|gouttes|traitement)",
  despair:
    "(?:veux|voudrais|envie de|veut) (?:plus|pas|ne plus) (?:\\S+ )?(?:vivre|être là|exister|me réveiller)|plus envie de (?:vivre|rien|être là)|(?:veux|voudrais) (?:juste |seulement )?(?:que (?:ça|tout|cela) (?:s arrête|finisse|soit fini)|en finir)|(?:peux|tiens) plus (?:continuer|vivre)|j en peux plus (?:de vivre|de la vie)|personne ne (?:le )?(?:remarquera\\S*|remarquerait|me regrett\\S*)|mieux (?:sans moi|morte?)|plus de raison de vivre|me faire du mal",
  lawyer: "avocate?s?|juristes?|conseil juridique|protection juridique|service juridique|notaire",
  writes:
    "(?:va|vont|doit) (?:vous |nous |s en |se )?(?:écrire|envoyer|contacter|appeler|occuper|charger|poursuivre|attaquer)|vous (?:enverra|enverront|écrira|écriront|contactera|contacteront|appellera|poursuivra)|(?:lettre|courrier|nouvelles) d|contre vous|entendrez parler|s en (?:charge|occupe|chargera|occupera)|(?:j ai|avons) (?:pris|engagé|saisi)",
  authority:
    "protection des données|cnil|autorité\\S*|médiateur|répression des fraudes|consommateurs|police|gendarmerie|procureur|inspection|fisc|impôts|ombudsman|préfecture|défenseur",
  asks: "(?:a|ont|avons|ai) (?:\\S+ ){0,2}(?:demandé|écrit|appelé|convoquée?|contactée?|reçu)|demande|demandent|lettre|courrier|amende|à cause de vous|(?:vais|allons|va) (?:\\S+ ){0,2}(?:signaler|dénoncer|plaindre|saisir|prévenir|contacter)|signalerai|enquête|à notre porte",
  court:
    "(?:aller|vais|va|irai|irons|allons) (?:\\S+ )?(?:devant|au|en) (?:le )?(?:tribunal|juge|justice|tribunaux)|devant (?:le|un) (?:juge|tribunal)|(?:vous )?(?:attaquer|poursuivre|attaque|poursuis) (?:vous )?en justice|porter plainte|porte plainte",
  stopped:
    "(?:plus )?rien ne (?:marche|fonctionne|va|charge|s ouvre|démarre|répond|bouge|s affiche)|(?:marche|fonctionne|va|charge|démarre|ouvre|répond|s allume) (?:plus|pas)(?: du tout)?|aucune? (?:\\S+ ){1,2}(?:ne )?(?:marche|fonctionne|charge|démarre|répond|s ouvre)|(?:personne|on|nous) (?:ne |n )?(?:\\S+ )?(?:arrive|peut|peuvent|pouvons|entre|accède) (?:plus|pas|à|ouvrir|travailler|encaisser|entrer)|(?:peut|peuvent|pouvons|arrive|arrivons) (?:plus|pas) (?:à )?(?:ouvrir|travailler|encaisser|vendre|entrer|servir|connecter)|(?:page|écran|site) (?:\\S+ ){0,2}(?:blanche?|vide|noire?)|tout est (?:bloqué|mort|figé|planté)|(?:bloquée?s?|figée?s?|plantée?s?|à l arrêt)",
  since:
    "depuis|(?:tout|toute) (?:le|la|l|notre) (?:bureau|équipe|boutique|magasin|entreprise|journée|matinée|monde|école)|ce matin|(?:tous|toutes) (?:nos|les) (?:magasins|caisses|bureaux|agences)|(?:votre|vos|vous avez) (?:\\S+ )?(?:changement|mise à jour|changé|modification)|des heures|tout",
  crowd:
    "(?:bureau|monde|équipe|gens|employés|personnes|entreprise) (?:\\S+ ){0,3}(?:à l arrêt|attend\\S*|rien faire|pouces|croisés|énervée?s?|chez)|font la queue|la queue|la file|file d attente|clients? (?:\\S+ ){0,3}(?:partent|attendent|s en vont|furieux|fuient)|renvoy\\S+ (?:tout le monde|chez)|téléphone (?:\\S+ ){0,3}(?:sonner|sonne)|perdons (?:des|nos) (?:clients|ventes)|tourne les pouces",
  unless: {
    security: "mes deux|nos deux|si je (?:donne|invite)",
    data_loss: "retrouvée?s? (?:merci|dans)|il y a \\S+ ans|chez (?:un autre|notre ancien|mon ancien)|comment (?:supprimer|effacer)",
    danger: "détecteurs? de fumée|meurs d|mourir de|question brûlante|pompiers|pare-feu|feu vert|café",
    legal: "amie? avocate?|adore|recommandé|conseillé|copie",
    outage: "si (?:je|nous|on) (?:résilie|arrête|quitte)|fermé\\S* (?:le|lundi)|déménage",
  },
};

export const SPANISH_PARTS: Parts = {
  sees: "veo|ve|vemos|ver|sale|salen|aparece|aparecen|tengo|hay|recibo|recibimos|leo|leer|muestra|muestran|encuentro|me sale|llegan?|puedo",
  private:
    "pedidos?|nombres?|direcci\\S+|números?|teléfonos?|mensajes?|facturas?|fotos?|listas?|datos|carrito|correos?|cartas?|citas?|nóminas?|expedientes?|clientes?|reservas?|cuentas?|gente|personas|contratos?|papeles",
  others:
    "(?:de |a )?otr[oa]s? \\S+|de otr[oa]s?|otra gente|desconocid[oa]s?|ajen[oa]s?|(?:no|ni) (?:conozco|conocemos|conoce)|que no (?:conozco|conocemos|son (?:mí[oa]s|nuestr[oa]s))|no (?:son|es) (?:mí[oa]s?|nuestr[oa]s?)|nunca (?:he visto|vi|hemos visto)",
  exposed:
    "(?:ver|leer|ve|lee|ven|leen) (?:todos |todas )?mis \\S+ (?:\\S+ ){0,2}(?:en|desde) su \\S+|(?:mis|nuestr[oa]s) \\S+ (?:\\S+ ){0,4}(?:en|desde) su (?:cuenta|teléfono|móvil|pantalla|ordenador)",
  someone: "alguien|un desconocido|una desconocida|desconocidos|un hombre|una mujer|ladr\\S+|mi ex|otra persona|una persona|me han|me",
  intrudes:
    "ha entrado|han entrado|entró|entraron|cambió|cambiaron|ha cambiado|han cambiado|usó|usado|está usando|utiliz\\S+|compró|pidió|robó|robado|accedió|conectó|bloqueó|metió|metido",
  account: "(?:mi|mis|nuestra|nuestro|nuestras) (?:\\S+ )?(?:cuentas?|contraseñas?|claves?|correo|perfil|tarjeta|usuario|pin)",
  notMe:
    "no (?:fui|he sido|fuimos|hemos sido|era) (?:yo|nosotros)|(?:yo )?(?:no|nunca) (?:he )?(?:hice|hecho|pedí|pedido|compré|comprado|escribí|escrito|envié|enviado|cambié|cambiado|mandé|solicité)|sin mi permiso|ninguno de nosotros|no reconozco",
  posing:
    "(?:decía|dijo|dice|diciendo|dijeron) (?:\\S+ ){0,3}(?:de parte|ser (?:de )?ustedes|de ustedes|de su (?:empresa|parte)|ser suyo|de vosotros|de su compañía)|(?:parecía|parecían) (?:\\S+ ){0,3}(?:ustedes|suyo|vuestro|vosotros)|se hizo pasar|haciéndose pasar|en su nombre|de su parte",
  gave: "(?:dio|di|dado|dimos|metió|puso|puse|escribió|dije|dijo|tecleó|pinchó|pagó|envió) (?:\\S+ ){0,4}(?:código|contraseña|clave|número|tarjeta|enlace|dinero|datos)",
  things:
    "facturas?|clientes?|fotos?|imágenes|pedidos?|archivos?|documentos?|cartas?|mensajes?|correos?|reservas?|citas?|contactos?|direcciones|notas?|listas?|nombres?|trabajo|textos?|datos|recetas|socios|carpetas?|agenda|calendario|horas|cosas|precios|artículos|historial|todo|todas|todos",
  gone: "ya no (?:está|están|hay|aparece\\S*|existe\\S*|sale\\S*)|no (?:está|están)|desaparec\\S+|perdid[oa]s?|perdí|borrad[oa]s?|borró|borraron|esfum\\S+|se (?:ha |han )?ido|ido|fueron|vací[oa]s?|tragad[oa]|tragó|comido|por (?:ningún lado|ninguna parte)|en ningún (?:sitio|lado|lugar)|no encuentro|no aparece\\S*|eliminad[oa]s?|sin rastro|falta|faltan",
  finality:
    "tod[oa]s?|enter[oa]s?|complet[oa]s?|(?:últim[oa]s?|dos|tres|cuatro|varios|varias|muchos) (?:\\S+ )?(?:años?|meses|mes|semanas?|días)|del año pasado|desde|simplemente|de repente|de golpe|por (?:todas partes|ningún lado|ninguna parte)|en ningún|anoche|esta noche|su (?:\\S+ )?(?:cambio|actualización)|sin más|recuperar",
  empty: "vací[oa]s?|en blanco|sin nada|no hay nada|a cero|no queda nada",
  before: "ayer|antes|había|tenía|estaban?|la semana pasada|aún|llen[oa]",
  pressed:
    "(?:le di|di|pulsé|apreté|toqué|hice clic|pinché) (?:\\S+ ){0,3}(?:algo|botón|borrar|eliminar|tecla|todo|lo que no)|sin querer|por error|por accidente|he tocado algo|toqué algo",
  people:
    "compañer[oa]s?|clientes?|clientas?|jef[ea]|hombre|mujer|señora?|niñ[oa]s?|bebé|hij[oa]|madre|mamá|padre|papá|abuel[oa]|pacientes?|residentes?|vecin[oa]|alguien|gente|empleados?|conductor|enfermera|alumn[oa]s?|trabajador\\S*|aprendiz|personas?|amig[oa]|me|se|yo",
  harmed:
    "desmay\\S+|desplom\\S+|perdi\\S+ el conocimiento|sin conocimiento|no (?:puede|podía|puedo|podemos|respira) (?:respirar|bien)?|no respira|ahog\\S+|asfixi\\S+|muy mal ~4 (?:humo|vapores|gas|olor)|está muy mal|se puso muy mal|quemad[oa]? (?:la|las|el|los|una) (?:manos?|dedos?|brazo|cara)|le dio (?:la|una) (?:corriente|calambre|descarga)|sangra\\S*|(?:llev\\S+|trasladad[oa]) (?:al hospital|a urgencias)|envenenad[oa]|intoxic\\S+|atrapad[oa] en el ascensor|mareos? ~4 (?:humo|vapores|gas)",
  fumes:
    "humo|vapores|llamas?|fuego|quema|quemando|quemado|chamuscado|chispas?|huele (?:\\S+ )?a (?:gas|quemado|humo|chamuscado)|olor a (?:gas|quemado|humo)|derretid[oa]|derrite|muy caliente|arde|ardiendo|(?:se )?calienta (?:mucho|demasiado|muchísimo)|explotó|explotado|echa humo",
  device:
    "caja|cajita|cargador|máquina|aparato|impresora|batería|enchufe|cable|ordenador|computadora|portátil|calefacción|horno|router|teléfono|móvil|lámpara|terminal|armario|sótano|cocina|pared|caldera",
  dose: "(?:pastillas?|medicamentos?|medicina|dosis|inyección|insulina|gotas) (?:equivocad[oa]s?|que no (?:era|eran|tocaba\\S*)|doble|incorrect[oa]s?)|(?:demasiadas?|otras?) (?:pastillas?|dosis|medicinas?)",
  despair:
    "no quiero (?:seguir|vivir|estar aquí|existir|despertar)|ya no (?:quiero|aguanto|puedo) (?:más )?(?:seguir|vivir|estar|con (?:mi|la) vida)|(?:solo|sólo) quiero (?:que (?:todo |esto )?(?:acabe|termine|pase)|acabar)|no puedo (?:seguir|más) (?:viviendo|así con|con la vida)|nadie (?:se daría cuenta|me (?:echaría|extrañaría))|mejor (?:sin mí|muert[oa])|acabar con todo|hacerme daño|sin ganas de vivir",
  lawyer: "abogad[oa]s?|asesor jurídico|asesoría legal|bufete|notario|letrad[oa]",
  writes:
    "(?:va|van|tiene que) (?:a )?(?:\\S+ )?(?:escribir\\S*|mandar\\S*|enviar\\S*|llamar\\S*|contactar\\S*|encargar\\S*|demandar\\S*|ocupar\\S*)|(?:les|os|le|los) (?:va a|van a) \\S+|(?:les|os|le) (?:mandará|enviará|escribirá|llamará|contactará|demandará)|(?:carta|noticias) de|contra (?:ustedes|vosotros)|tendrán noticias|se (?:encarga|ocupa|encargará|ocupará)|(?:he|hemos) (?:contratado|llamado)",
  authority:
    "protección de datos|autoridad\\S*|defensor\\S*|consumidor\\S*|consumo|policía|guardia civil|fiscalía|hacienda|inspección|inspector\\S*|ombudsman|ministerio|regulador",
  asks: "(?:ha|han|hemos|he) (?:\\S+ ){0,2}(?:preguntado|pedido|escrito|llamado|llegado|recibido|citado|contactado)|preguntan?|carta|multa|por culpa|por su culpa|(?:voy|vamos) a (?:denunciar\\S*|quejar\\S*|reclamar|informar|avisar|ir a)|denunciaré|pondré una (?:queja|reclamación)|investig\\S+|en la puerta|recib\\S+",
  court:
    "(?:voy|vamos|iré|iremos|llevar\\S*|llevaré) (?:\\S+ ){0,4}(?:a (?:los )?(?:juicio|tribunales?|juzgado)|al (?:juez|juzgado))|(?:delante del|ante el|ante un) juez|nos vemos (?:en|ante) (?:el |los )?(?:juez|juicio|juzgado|tribunales)|(?:poner|pondré|presentar\\S*) (?:una )?(?:denuncia|demanda)",
  stopped:
    "no (?:funciona|va|anda|abre|carga|arranca|enciende|responde|sirve|furula) (?:ya )?(?:nada|ningun[oa]?|ninguna|ningún|el \\S+|la \\S+|bien)?|nada (?:funciona|carga|va|abre|responde|sirve)|(?:ningun[oa]?|ningún) (?:\\S+ ){1,2}(?:funciona|va|abre|carga|arranca)|nadie (?:puede|consigue|logra|entra) ?(?:entrar|trabajar|comprar|pagar|pedir)?|no (?:podemos|puedo|pueden) (?:abrir|trabajar|cobrar|vender|entrar|atender)|(?:página|pantalla|web) (?:\\S+ ){0,2}(?:en blanco|vacía|blanca|negra)|todo (?:está )?(?:parado|bloqueado|muerto|congelado|caído)|parad[oa]s?|bloquead[oa]s?|colgad[oa]s?",
  since:
    "desde|tod[oa] (?:el|la|nuestr[oa]) (?:oficina|equipo|tienda|empresa|día|mañana|mundo|escuela)|esta mañana|hace (?:horas|rato)|tod[oa]s (?:nuestr[oa]s|las|los) (?:tiendas|cajas|oficinas|sucursales)|su (?:\\S+ )?(?:cambio|actualización|modificación)|cambiaron|tras su",
  crowd:
    "(?:oficina|gente|equipo|empleados|todos|personas|empresa) (?:\\S+ ){0,3}(?:parad[oa]s?|esperando|brazos cruzados|sin hacer nada|enfadad\\S*|a casa)|brazos cruzados|la cola|hay cola|la fila|colas? (?:\\S+ ){0,3}(?:calle|puerta)|clientes? (?:\\S+ ){0,3}(?:se van|esperando|se marchan|enfadados)|mandar a (?:todos|todo el mundo)|teléfono no para|perdiendo (?:clientes|ventas|dinero)|sin poder trabajar",
  unless: {
    security: "mis dos|nuestr[oa]s dos|si (?:le )?(?:doy|invito)",
    data_loss: "(?:las|los|ya) (?:encontré|he encontrado)|hace \\S+ años|con (?:otro|el anterior|nuestro anterior)|cómo (?:borro|elimino|puedo)",
    danger: "detector\\S* de humo|me muero por|muero de|bomberos|cortafuegos|café|tema candente",
    legal: "amig[oa] (?:es )?abogad[oa]|encanta|recomend\\S+|copia",
    outage: "si (?:cancelo|dejo|me voy)|cerrad[oa]s? (?:el|los)|mudamos",
  },
};
