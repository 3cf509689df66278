/** Portuguese commitments, in brief. Sentences arrive folded: small letters, no accents. */
import { compact } from "./compact.ts";

const OURS =
  "(?:um|uma|o meu|a minha|o nosso|a nossa|um dos nossos) (?:\\S+ )?(?:colega|tecnico|engenheir[oa]|especialista|perito|desenvolvedor|chefe|gerente|equipe|equipa|pessoa|humano)|(?:o meu|meu) chefe|alguem(?: da (?:nossa|minha) \\S+)?";

export const PORTUGUESE = compact({
  scents:
    "o os as um uma que de do da em com sua seu nosso nossa voce e para sou somos isso dos vou ate vai vamos ja sera estara a ao segunda terca quarta quinta sexta isto nada pronto fique",
  software:
    "baixad[oa]|colunas?|tabelas?|consultas?|indice|api|tarefa|memoria|disco|log|licenca|webhooks?|captcha|contrib|execucao|valor|compressao|unico|order by|worker|certificado|token|servidor (?:estara|reproduz)|reinicio|backups|extensao|retention|maquina virtual|terceira linha",
  back: "nao (?:posso|podemos|sei|sabemos|tenho|consigo)|ninguem pode|decidem|se quiser|uma ia que|sou uma ia|ultima vez|talvez|nao criei",
  kinds: {
    price:
      "(?:vai|vao) custar|custar(?:a|ia)|(?:de|e|fica) (?:graca|gratis)|por conta da casa|sem (?:custos?|encargos)|nao (?:vamos |lhe )?(?:cobrar\\w*|faturar\\w*)|para (?:voce|si) (?:ficaria|seria)|preco (?:\\S+ ){0,3}(?:fixo|nao sobe|congelado)",
    discount:
      "descontos?|cupo(?:m|ns)|vales?|(?:preco|tarifa|oferta) (?:especial|reduzid[oa])|metade do preco|(?:fatura|preco|mensalidade)(?: \\S+){0,3} reduzid[oa]|por cento (?:a )?menos|mais barato",
    refund:
      "(?:vou|vamos|iremos) (?:devolver|reembolsar|creditar|compensar|indenizar|ressarcir)\\S*|reembols\\w+|devolver(?:emos|ei) \\S+|creditar\\w* (?:\\S+ ){0,4}na sua conta|indemniz\\w+|estorno",
    date: "(?:estara|sera|ficara|estarao) (?:\\S+ ){0,2}(?:corrigid|resolvid|pront|arranjad|consertad|restaurad|entregue|terminad)\\w*|(?:vai|vao) (?:ligar|contactar|responder|telefonar|escrever)|(?:versao|correcao|funcao|atualizacao)(?: \\S+){0,3} (?:sai|saira|chega|chegara|estara)|(?:tera|recebera|vai ter) (?:\\S+ ){0,3}(?:resposta|solucao|noticias|correcao)|(?:vamos|vou) (?:corrigir|entregar|resolver|enviar|arranjar)",
    guarantee:
      "(?:eu )?(?:garanto|garantimos|prometo|prometemos|asseguro|asseguramos|juro)|minha palavra|nao (?:voltara|vai voltar) a|nao (?:vai )?perder(?:a)? (?:nenhum|nada|qualquer)|com certeza|sem (?:qualquer )?risco|disponibilidade de \\d|cem por cento",
    legal:
      "(?:somos|e|sou|marldb e) (?:\\S+ ){0,3}(?:responsave(?:l|is)|culpados?)(?! pelos backups)|culpa (?:e )?(?:\\S+ )?(?:nossa|minha)|nossa (?:responsabilidade|culpa|negligencia)|processar-?nos|indenizacao|indemnizacao|reconhecemos|admitimos|legalmente|renunciamos|contrato e nulo",
    done: "(?:^|ja |eu |pronto, |tambem )(?!encontrei|verifiquei|achei)(?:cancelei|encaminhei|abri|fechei|apaguei|removi|escalei|avisei|informei|enviei|redefini|reembolsei|alterei|mudei|atualizei|passei|liguei|falei|marquei|agendei|corrigi|desbloqueei|reiniciei|criei|aprovei|transferi|solicitei)|(?:a sua|o seu|as suas|os seus) (?:\\S+ ){1,3}(?:foi|foram|esta) (?:ja )?\\w+(?:ad|id|t)[oa]s?|^pronto|esta feito",
    person: `(?:${OURS}) (?:\\S+ ){0,2}?(?:vai|ira|entrara|cuidara|ligara|esta a|esta vendo|assumira)|vou (?:passar|transferir|colocar|conectar) (?:voce|lhe|o|a)(?: \\S+)? (?:para|com|em)`,
    policy:
      "(?:noss[oa]s?|segundo (?:os|as|o|a) (?:noss[oa]s?)?|de acordo com (?:os|as) ?(?:noss[oa]s)?) ?(?:\\S+ )?(?:politica|termos|condicoes|regras|normas|regulamento)|aviso previo|(?:cancelar|rescindir) (?:quando quiser|a qualquer momento)|suporte esta (?:aberto|disponivel)",
    human:
      "(?:nao|nem) (?:sou |e |um |uma )*(?:robo|ia|maquina|inteligencia artificial|programa|bot)|(?:pessoa|ser humano|mulher|homem) (?:de verdade|real)|ser humano|sou (?:um|uma) (?:pessoa|humano|humana|engenheir\\w+|tecnic\\w+|funcionari\\w+|atendente)|sou engenheir[oa]|carne e osso",
  },
  everyday: {
    price: [
      "(?:nao|nem) (?:\\S+ ){0,4}(?:um|nenhum) (?:centavo|centimo|euro|real|tostao)|(?:nao|nada) (?:\\S+ ){0,3}(?:a |que )?pagar(?: nada)?|(?:por|a) (?:nossa conta|conta nossa)|(?:e|sera|fica|sai) (?:\\S+ )?(?:gratis|gratuito|de graca)(?! e )|(?:nos |lhe )?(?:oferecemos|damos de presente)|cortesia (?:nossa|da casa)|custa(?:ra)? nada",
    ],
    discount: [
      "(?:tiro|tiramos|desconto|descontamos|abato|abatemos|dou|damos|faco|fazemos) (?:\\S+ ){0,3}(?:por cento|%|euros|reais)|(?:bom|melhor) preco|preco (?:camarada|de amigo)",
    ],
    refund: [
      "(?:dinheiro|valor|quantia|pagamento)(?: \\S+){0,3} (?:de volta|devolvid\\w+|volta|voltara|restituid\\w+|estornad\\w+)|(?:devolvemos|devolvo|restitu\\w+|estorn\\w+) (?:\\S+ ){0,3}(?:dinheiro|valor|quantia|pagamento)|dinheiro de volta",
    ],
    date: [
      "(?:segunda|terca|quarta|quinta|sexta|amanha|hoje|esta (?:noite|semana)|semana que vem)(?:-feira)?(?: de manha| a tarde| a noite| cedo)?,? (?:\\S+ ){0,3}(?:funcionara|estara|estarao|tera|ficara|saira|vai|volta|voltara)(?: \\S+)?",
      "(?:tera|recebera|estara|vai ficar|ficara|vai estar|vai funcionar) (?:\\S+ ){0,5}(?:segunda|terca|quarta|quinta|sexta|amanha|ate|antes|dentro|hoje|fim da)",
    ],
    guarantee: [
      "(?:nunca|jamais)(?: \\S+){0,3} (?:acontec\\w+|repet\\w+|ocorr\\w+)|nunca mais|pode (?:contar|confiar)(?: com| em)?|(?:fique|esteja) (?:tranquil\\w+|descansad\\w+|segur\\w+)|(?:nenhum|nenhuma) (?:dado|arquivo|ficheiro|informacao|mensagem)\\w* (?:\\S+ ){0,2}(?:perdid\\w+|perde\\w*|apagad\\w+)|nao (?:se )?(?:perdera|vai se perder)",
    ],
    legal: [
      "(?:a )?culpa (?:\\S+ ){0,2}(?:nossa|minha)|(?:assumimos|assumo|aceitamos) (?:\\S+ ){0,3}(?:responsabilidade|culpa)|(?:foi|e) (?:um )?(?:erro|falha|engano|culpa) (?:nosso|nossa)|erramos|nos enganamos",
    ],
    done: [
      "(?<!(?:se|quando|que|onde) )(?:a sua|o seu|sua|seu) (?:\\S+ ){1,3}(?:esta|foi|ficou|ja esta) (?:ja )?(?:cancelad|desbloquead|anulad|apagad|ativad|desativad|criad|alterad|resolvid|abert|fechad|reembolsad|renovad|confirmad|aprovad|eliminad|restaurad)\\w*|^(?:ja )?(?:esta )?(?:feito|resolvido|arranjado)",
    ],
    person: [
      "(?:colega|tecnico|tecnica|engenheir[oa]|especialista|alguem|equipe|equipa|responsavel|atendente)(?: de \\S+)?(?: ja)? (?:liga\\w*|entra\\w*|contat\\w+|contact\\w+|escrev\\w+|cuida\\w*|trata\\w*|esta|assume|ajuda\\w*)",
    ],
    human: [
      "(?:fala|falando|escreve|conversa\\w*|esta) (?:\\S+ )?com (?:uma? )?(?:pessoa|human[oa]|ser humano)(?! (?:decide|pode))|nao (?:sou|fala com|e) (?:um |uma |nenhum |nenhuma )?(?:programa|maquina|computador|robo|algoritmo|bot)",
    ],
  },
});
