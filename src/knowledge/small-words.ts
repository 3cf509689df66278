/**
 * The small words of the languages that we ship beside English and German: those that people need in nearly every
 * sentence, in support above all. A word may stand in several lists; what it tells is worked out in `spoken.ts`.
 */
export const SMALL_WORDS = {
  fr:
    "je tu il elle nous vous ils elles le la les un une des du de au aux et ou où est sont suis êtes était été sera serait ai as avons avez ont avait " +
    "fait faire peux peut peuvent pouvez pourrait pourriez dois doit devons faut veux voudrais voudrait souhaite ne pas plus rien jamais aucun aucune que qui " +
    "quoi quel quelle quels comment pourquoi quand combien ce cet cette ces ça cela mon ma mes notre nos votre vos leur leurs son sa ses avec sans " +
    "pour dans sur sous par depuis après avant chez entre mais donc car si très trop aussi bien encore toujours déjà tout toute tous toutes " +
    "quelqu quelque quelques y se lui eux même merci bonjour bonsoir salut svp plaît oui non voici voilà être avoir aller toujours ici aujourd hui hier demain maintenant " +
    "j l d n c s qu m jour problème besoin aide",
  es:
    "yo tú él ella nosotros ustedes usted ellos el la los las un una unos unas de del al y o pero porque que qué quién cómo cuándo cuánto dónde cuál " +
    "es son soy somos está están estoy estamos estaba era fue ha han he hemos hay había tengo tiene tenemos tienen puedo puede podemos pueden podría quiero quisiera " +
    "necesito necesitamos hacer hace hago no sí nada nadie nunca ninguna ningún alguien algo todo toda todos todas mi mis nuestro nuestra nuestros nuestras su sus " +
    "este esta esto estos estas ese esa eso con sin para por en entre desde hasta sobre muy más menos ya también todavía aún ahora hoy ayer mañana después antes cuando " +
    "donde como si se me te le les lo nos gracias hola buenos buenas días tardes favor ayuda funciona saber debo debe ser estar tener",
  it:
    "io tu lui lei noi voi loro il lo la gli le un uno una di del dello della dei degli delle al allo alla ai agli alle dal dalla nel nella nei nelle sul sulla e ed o " +
    "ma perché che chi cosa come quando quanto dove quale quali è sono sei siamo siete era erano stato stata ho hai ha abbiamo avete hanno aveva posso può possiamo possono " +
    "potrebbe potete vorrei voglio vogliamo devo deve dobbiamo fare faccio non sì no niente nulla nessuno nessuna mai qualcuno qualcosa tutto tutta tutti tutte mio mia miei nostro nostra " +
    "nostri nostre vostro vostra vostri suo sua questo questa questi queste quello quella con senza per in tra fra da dopo prima su molto più meno già anche ancora adesso " +
    "riesco riesce riusciamo riescono ad ed ora oggi ieri domani se si mi ti ci vi ne grazie ciao salve buongiorno buonasera prego favore aiuto funziona essere avere c l dell all un' dall bisogno",
  pt:
    "eu tu ele ela nós vocês você eles elas o os as um uma uns umas de do da dos das no na nos nas ao à aos às pelo pela e ou mas porque que quem como quando quanto onde " +
    "qual é são sou somos está estão estou estamos estava era foi foram tenho tem temos têm tinha há posso pode podemos podem poderia quero queria gostaria preciso precisamos " +
    "fazer faz faço não sim nada ninguém nunca nenhum nenhuma alguém algo algum tudo todo toda todos todas meu minha meus minhas nosso nossa nossos nossas seu sua seus suas este " +
    "esta isto esse essa isso estes com sem para por em entre desde até sobre muito mais menos já também ainda agora hoje ontem amanhã depois antes se me te lhe obrigado obrigada " +
    "olá oi bom boa dia tarde favor ajuda funciona consigo ser estar ter então aqui num numa",
  nl:
    "ik jij je u uw hij zij ze wij we ons onze jullie jouw mijn het de een en of maar want dat die dit deze er hier daar wie wat waar wanneer hoe waarom welke is zijn ben bent was waren " +
    "heb hebt heeft hebben had hadden wordt worden werd kan kunt kunnen kon konden zou zouden wil wilt willen moet moeten mag mogen doen doe doet gaat gaan niet geen nooit niets niemand " +
    "iemand iets alles alle al met zonder voor van op aan in uit bij naar om te tot over door onder tussen sinds na nog ook wel heel erg meer minder dan als toen nu vandaag gisteren morgen " +
    "weer steeds gewoon even graag dank bedankt hallo hoi goedemorgen goedemiddag goedendag alstublieft alsjeblieft ja nee hulp werkt eens hun hen zich zo'n toch",
  pl:
    "ja ty on ona my wy oni mnie mi mój moja moje mam masz ma mamy macie mają nasz nasza nasze nasi naszych naszej naszym naszego wasz wasza wasze waszej jest są jestem jesteśmy był była było " +
    "były być będzie będą mogę może możemy można mogą chcę chcemy chciałbym chciałabym muszę musimy trzeba potrzebuję potrzebujemy nie tak nic nikt nigdy żaden ktoś coś wszystko wszystkie wszyscy " +
    "i w we z ze na do od po za przez przed pod nad dla bez o u przy między oraz lub albo ale bo że żeby aby czy co kto jak gdzie kiedy dlaczego ile jaki jaka jakie który która które ten ta to te " +
    "tego tej tym tych się sobie już jeszcze też także tylko bardzo teraz dziś dzisiaj wczoraj jutro po potem nadal wciąż proszę dziękuję dzięki dzień dobry cześć witam pomoc pomocy działa mieć " +
    "państwa państwo pan pani panu gdy jeśli jeżeli",
} as const;
