/** "What about my question?", "was ist mit meiner Anfrage?": a plain question about what is still open, in all our languages. */

/** A longer message says more than that: the pages are asked. */
const LONGEST = 160;

const PATTERNS: readonly RegExp[] = [
  /(?<!\p{L})(?:what (?:about|happened (?:to|with)|(?:has )?(?:became|become) of|is (?:up|happening|going on) with|is the (?:state|status) of)|(?:any|is there) (?:\w+ )?(?:news|updates?|word|progress) (?:on|about|regarding|with|for)|(?:status|state) of|where are (?:we|you) (?:with|on)) (?:my|our) (?:\p{L}+ ){0,2}(?:questions?|requests?|tickets?|cases?|inquir(?:y|ies)|enquir(?:y|ies))(?!\p{L})|(?<!\p{L})(?:is|are) (?:my|our) (?:questions?|requests?|tickets?|cases?) (?:still )?(?:open|answered|closed|forgotten)(?!\p{L})|(?<!\p{L})(?:my|our|any) open (?:questions|tickets|requests)(?!\p{L})|(?<!\p{L})(?:have|did) you (?:forgotten|forget) (?:about )?(?:my|our) (?:question|request|ticket)(?!\p{L})/iu,
  /(?<!\p{L})(?:was (?:ist|wurde|wird) (?:\p{L}+ ){0,2}(?:mit|aus) (?:meine[rmn]|unsere[rmn])|(?:gibt es|gibt's|gibts) (?:\p{L}+ ){0,2}neu(?:e|ig)\p{L}* (?:zu|von) (?:meine[rmn]|unsere[rmn])|(?:stand|status) (?:meiner|unserer|meines|unseres|von (?:meine[rm]|unsere[rm]))|wie steht es (?:um|mit) (?:meine[rm]?|unsere[rm]?)) (?:\p{L}+ ){0,2}(?:frage|fragen|anfrage|anfragen|anliegens?|tickets?|bitte|falls?)(?!\p{L})|(?<!\p{L})(?:meine|unsere|welche) offenen? (?:fragen|anfragen|tickets)(?!\p{L})|(?<!\p{L})ist (?:meine|unsere) (?:frage|anfrage) (?:\p{L}+ )?(?:offen|beantwortet|vergessen)/iu,
  /(?<!\p{L})(?:où en est|qu'en est-il de|qu'est devenue?|des nouvelles (?:de|pour)|(?:l')?état de) (?:ma|mon|notre) (?:question|demande|ticket)(?!\p{L})|(?<!\p{L})mes (?:questions|demandes) (?:ouvertes|en attente)/iu,
  /(?<!\p{L})(?:qué (?:pasa|pasó|hay) (?:con|de)|cómo va|(?:hay )?(?:alguna )?(?:novedad|noticia)(?:es|s)? (?:sobre|de)|(?:el )?estado de) (?:mi|nuestra) (?:pregunta|consulta(?=\s*(?:[?.!]|$))|petición|solicitud)(?!\p{L})|(?<!\p{L})mis (?:preguntas|consultas|solicitudes) (?:abiertas|pendientes)/iu,
  /(?<!\p{L})(?:che (?:fine ha fatto|ne è (?:stato )?(?:di|della))|a che punto è|(?:ci sono )?(?:novità|notizie) (?:su|sulla|della)|(?:lo )?stato (?:di|della)) (?:la )?(?:mia|nostra) (?:domanda|richiesta)(?!\p{L})|(?<!\p{L})(?:le mie|nostre) (?:domande|richieste) (?:aperte|in sospeso)/iu,
  /(?<!\p{L})(?:o que (?:aconteceu|houve) com|como (?:está|anda|vai)|(?:alguma )?(?:novidade|notícia)s? (?:sobre|da)|(?:o )?(?:status|estado) d[ao]|e quanto [àa]o?) (?:a |o )?(?:minha|meu|nossa|nosso) (?:pergunta|pedido|chamado|dúvida)(?!\p{L})|(?<!\p{L})(?:minhas|nossas) (?:perguntas|dúvidas) (?:abertas|pendentes|em aberto)/iu,
  /(?<!\p{L})(?:hoe (?:staat|is) het met|wat is er (?:met|van)|(?:is er )?(?:al )?nieuws over|(?:de )?(?:stand|status) van) (?:mijn|onze) (?:vraag|verzoek|aanvraag|ticket)(?!\p{L})|(?<!\p{L})(?:mijn|onze) (?:open(?:staande)?) (?:vragen|verzoeken|tickets)/iu,
  /(?<!\p{L})(?:co (?:z|się (?:dzieje|stało) z)|jaki jest (?:stan|status)|(?:czy )?są (?:jakieś )?(?:wieści|nowości) w sprawie|(?:stan|status)) (?:moim|moją|mojego|mojej|naszym|naszą|naszego|naszej) (?:pytani\p{L}+|prośb\p{L}+|zgłoszeni\p{L}+|spraw\p{L}+)|(?<!\p{L})(?:moje|nasze) otwarte (?:pytania|zgłoszenia|sprawy)/iu,
  /(?:私|わたし|当社|弊社|先日|この前|前回)?の?(?:質問|問い合わせ|お問い合わせ|依頼|リクエスト)(?:は|って|の件は|について)?(?:その後)?(?:どう(?:なり|なって)|進捗|状況)|(?:質問|問い合わせ|お問い合わせ|依頼)の(?:状況|進捗|状態)/u,
  /(?:ماذا (?:حدث|حصل|جرى) (?:ل|ب|مع )|ما (?:هي )?(?:حالة|أخبار|وضع) |أين وصل |هل (?:من|هناك) (?:جديد|أخبار) (?:بشأن|عن|حول) )(?:سؤال|طلب|استفسار|تذكرت)(?:ي|نا)?/u,
];

export function asksForTickets(question: string): boolean {
  return question.length <= LONGEST && PATTERNS.some((pattern) => pattern.test(question));
}
