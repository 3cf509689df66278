/** Portuguese commitments, in brief. Sentences arrive folded: small letters, no accents. */
import { compact } from "./compact.ts";

const OURS =
  "(?:um|uma|o meu|a minha|o nosso|a nossa|um dos nossos) (?:\\S+ )?(?:colega|tecnico|engenheir[oa]|especialista|perito|desenvolvedor|chefe|gerente|equipe|equipa|pessoa|humano)|(?:o meu|meu) chefe|alguem(?: da (?:nossa|minha) \\S+)?";

export const PORTUGUESE = compact({
  scents:
    "voce lhe seu sua seus suas nosso nossa nossas nossos vamos vou sou somos gratis graca preco fatura desconto cupom devolver reembolsado creditar compensa corrigido sexta amanha abril horas garanto garantimos prometemos certeza palavra responsaveis culpa processar reconhecemos cancelei encaminhei pronto abri senha pessoa robo humano politica termos regras aviso tecnico colega alguem chefe custar versao tera estara posso isso",
  small: "o os as um uma que de do da em com sua seu nosso nossa voce e para sou somos isso dos vou ate vai vamos ja sera estara a ao",
  software:
    "colunas?|tabelas?|consultas?|indice|api|tarefa|memoria|disco|log|licenca|webhooks?|captcha|contrib|execucao|valor|compressao|unico|order by|worker|certificado|token|servidor (?:estara|reproduz)|reinicio|backups|extensao|retention|maquina virtual|terceira linha",
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
});
