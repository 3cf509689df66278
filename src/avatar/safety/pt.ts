/** Portuguese safety rules (Brazilian and European), and what makes a sentence a mere look-alike. */
import type { Groups } from "../gate/pattern.ts";
import { PORTUGUESE_PARTS } from "./everyday/south.ts";
import { everyday } from "./everyday/rules.ts";
import { any, either, first, see, together } from "./rule.ts";
import type { Guard, SafetyLanguage } from "./rule.ts";

const groups: Groups = {
  data:
    "dados|banco|bancos|base|bases|tabelas?|linhas|registros?|registos?|arquivos?|ficheiros?|documentos?|pedidos|encomendas|faturas?|transações|histórico|backups?|" +
    "cópias?|dumps?|processos|contas|mensagens|índices?|conteúdo|coleç\\S+|imagens|fotos|trabalho",
  gone:
    "sumiram|sumiu|sumid[oa]s?|desapareceu|desapareceram|desaparecid[oa]s?|perdid[oa]s?|perdemos|perdeu|perderam|perdi|apagad[oa]s?|apagou|apagaram|apaguei|excluíd[oa]s?|excluiu|excluí|" +
    "eliminad[oa]s?|eliminou|deletad[oa]s?|deletou|deletei|destruíd[oa]s?|corrompid[oa]s?|danificad[oa]s?|sobrescrit[oa]s?|vazi[oa]s?|ilegíve(?:l|is)|inutilizáve(?:l|is)|irrecuperáve(?:l|is)|evaporaram|evaporou|zerad[oa]s?",
  secret: "senhas?|palavras-passe|palavra-passe|credenciais|chaves?|acessos?|tokens?|segredos?|certificados?|dados (?:pessoais|bancários|de clientes)|cartões",
  system:
    "produção|serviços?|site|sites|servidor|servidores|cluster|api|plataforma|loja|lojas|aplicação|aplicativo|app|banco|sistema|sistemas|instâncias?|portal|caixas?|" +
    "fábrica|rede|painel|tudo|conexão|ligação|nós",
  down: "parad[oa]s?|caiu|caíram|caíd[oa]s?|fora do ar|fora de serviço|inacessíve(?:l|is)|bloquead[oa]s?|travad[oa]s?|paralisad[oa]s?|offline|down|indisponíve(?:l|is)|mort[oa]s?|em baixo",
  place:
    "servidores|servidor|rack|armário|sala|baterias?|nobreak|prédio|edifício|escritório|centro|galpão|armazém|fábrica|oficina|cabos?|transformador|máquinas",
};

const usual: readonly Guard[] = ["asking", "hypothetical", "negated", "solved", "past", "fiction"];

/** Everything that the Portuguese rules need. */
export const PORTUGUESE: SafetyLanguage = {
  vocabulary: [],
  keep: [],
  mood: [],
  rules: [
    {
      rule: "security.report.pt",
      class: "security",
      guards: usual,
      unless: any("esqueci|esquecid\\S*|redefinir", "cves? corrigid\\S*"),
      see: see(
        groups,
        "(?:encontrei|encontramos|encontrado|descobri|descobrimos|detectamos|detetámos|relatar|reportar|comunicar) ~3 (?:falha de segurança|falhas de segurança|vulnerabilidades?|brechas?)",
        "(?:vulnerabilidade|falha de segurança|brecha) ~4 (?:crítica|explorad\\S*|permite|painel|portal|api)",
        "invadid[oa]s?|hackead[oa]s?|hackearam|ciberataque|ransomware|resgate|trojan|intrusão|intrusos|comprometid[oa]s?|pirateados?",
        "(?:invasores?|hackers?|atacantes?|intrusos?|criminosos) ~4 (?:rede|dentro|acesso|entraram|sistemas?|controle)",
        "{secret} ~6 (?:vazaram|vazou|vazad[oa]s?|expost[oa]s?|roubad[oa]s?|publicad[oa]s?|visíveis|visível|texto puro|texto simples|públic[oa]s?)",
        "(?:roubaram|roubado|roubou|furtaram) ~6 (?:{secret}|administrador|notebook|portátil|celular|telemóvel)|(?:vazaram|vazou) ~4 {secret}",
        "(?:vazamento|fuga|roubo) de (?:dados|senhas|credenciais|informações)",
        "(?:vejo|vendo|ver|vemos|ler|leio|acessar|aceder|recebo|recebemos|aparecem) ~5 {data} ~3 (?:outr[oa]s?|alhei[oa]s?|terceiros)",
        "(?:acessou|acessaram|entrou|entraram|login|acesso|acedeu|conectou) ~8 (?:desconhecid[oa]s?|não autorizad[oa]s?|sem autorização|sem permissão|suspeit[oa]s?|estranh[oa]s?)",
        "(?:ex-funcionári[oa]|ex funcionári[oa]|ex-colaborador\\S*|antigo funcionário|ex-colega) ~5 (?:acesso|baix\\S+|entra\\S*|descarreg\\S+)",
        "(?:acessar|entrar|entra|aceder) ~4 sem (?:senha|autenticação|palavra-passe)",
        "injeção de sql|injeção sql|sql injection|cve-\\d+\\S*|execução remota de código",
      ),
    },
    {
      rule: "data-loss.report.pt",
      class: "data_loss",
      guards: [...usual, "own"],
      see: see(
        groups,
        "{data} ~5 {gone}",
        "{gone} ~5 {data}",
        "(?:tudo|todos|todas) (?:foi|foram|se|o que \\S+)? ?~2 {gone}",
        "(?:falta|faltam|faltavam) ~5 {data}|{data} ~2 (?:faltam|faltando)",
        "perda (?:total |massiva )?(?:de|dos) dados",
        "não (?:conseguimos|consigo|dá para|é possível|se consegue) (?:restaurar|recuperar|repor)",
        "(?:perdemos|perdi) ~4 (?:dias?|semanas?|horas?|meses|mês|anos?) de",
      ),
      together: together(groups, ["apag\\S+|exclu\\S+|delet\\S+|elimin\\S+", "sem querer|por engano|acidentalmente|por acidente", "{data}|tudo|produção"]),
    },
    {
      rule: "danger.self-harm.pt",
      class: "danger",
      guards: ["asking", "fiction"],
      unless: any("(?:morrer|morrendo|morro) de (?:rir|fome|calor|vontade|sono|frio|curiosidade)"),
      see: see(
        groups,
        "(?:quero|queria|quer|penso em|vou|prefiro|vontade de) ~2 (?:morrer|me matar|matar-me|suicidar-me|me suicidar|se matar|matar-se|tirar a (?:própria|minha) vida)",
        "suicíd\\S*|suicid\\S*",
        "(?:me mato|mato-me)(?! (?:a|de|por|em|para|\\S+ndo) )",
        "(?:acabar com|tirar) (?:a )?(?:minha|própria|sua) (?:própria )?vida",
        "não (?:quero|quer|aguento) (?:mais )?viver|vontade de viver",
      ),
    },
    {
      rule: "danger.people.pt",
      class: "danger",
      guards: ["asking", "hypothetical", "negated", "past", "fiction"],
      unless: any("simulado|fogos de artifício"),
      see: see(
        groups,
        "(?:fumaça|fumo|chamas?|incêndio|fogo|queimando|pegando fogo|faíscas|explosão|explodiu) ~8 {place}",
        "{place} ~6 (?:fumaça|fumo|chamas|fogo|incêndio|queimando|explodiu)",
        "(?:levou|levei|tomou|apanhou|recebeu) um choque|eletrocut\\S*|choque elétrico|não respira|não está respirando|inconscientes?|desmai\\S+|ferid[oa]s? (?:grave|graves|com gravidade)?",
        "(?:pacientes?|pessoas?|gente|funcionários|colegas?|crianças?|trabalhadores|alguém|técnico) ~5 (?:em perigo|pres[oa]s?|ferid[oa]s?|intoxicad[oa]s?|em risco)",
        "risco de (?:vida|morte)|perigo de (?:vida|morte)|vidas? ~2 em (?:perigo|risco)",
        "(?:faca|arma|armad[oa]s?|pistola|revólver|bomba) ~8 (?:ameaç\\S*|recepção|receção|escritório|colegas|funcionários|prédio|porta)",
        "ameaç\\S* ~4 (?:de morte|matar\\S*)",
        "(?:vazamento|fuga) de gás|monóxido de carbono|gás tóxico",
        "(?:doses?|respiradores|ventiladores|monitores|medicação|medicamentos?|infusão) ~8 (?:errad[oa]s?|incorret[oa]s?|fals[oa]s?|trocad[oa]s?)",
      ),
    },
    {
      rule: "legal.action.pt",
      class: "legal",
      guards: ["asking", "hypothetical", "negated", "past", "fiction"],
      see: see(
        groups,
        "(?:advogad[oa]s?|departamento jurídico|nosso jurídico|o jurídico) ~3 (?:vai|vão|processar\\S*|entrar\\S*|contatar\\S*|contactar\\S*|enviar\\S*|tomar\\S*|irá|irão)",
        "(?:processar|processaremos|acionar|acionaremos) (?:vocês|judicialmente|a empresa|na justiça)|vamos processar|ação judicial|na justiça|medidas judiciais|ações legais",
        "notificação (?:extrajudicial|judicial)|intimação|tribunal|tribunais|indenização|indemnização|oficial de justiça|mandado|perdas e danos|queixa-crime|petição",
        "(?:denúncia|denunciar\\S*|queixa|reclamação|reportar\\S*) ~4 (?:anpd|cnpd|procon|autoridade|regulador|banco central|ministério público)",
        "(?:anpd|cnpd|procon|órgão regulador|regulador|autoridade|banco central) ~4 (?:exige|pede|abriu|solicita|investiga|quer)",
        "(?:polícia|ministério público|delegacia) ~5 (?:investig\\S*|denúncia|abriu|queixa|inquérito)",
      ),
    },
    {
      rule: "outage.caused.pt",
      class: "outage",
      guards: [...usual, "own"],
      unless: any("um pouco lent[oa]s?"),
      see: see(
        groups,
        "{system} ~4 {down}",
        "{system} ~3 não (?:responde|respondem|inicia|iniciam|funciona|funcionam|carrega|sobe|sobem|arranca|arrancam|abre)",
        "(?:ninguém|nenhum \\S+|nenhuma \\S+) ~2 (?:consegue|conseguem|pode|funciona)",
        "não funciona (?:nada|nenhum|nenhuma)|nada funciona",
        "(?:só|apenas|somente) ~2 (?:erros?|500|502|503|504)",
        "não (?:conseguem|conseguimos|podem|podemos) (?:trabalhar|vender|acessar|aceder|cobrar|entrar|comprar)",
        "(?:queda|interrupção|apagão|pane|avaria) (?:total|geral|completa|grave)",
        "não sobe mais|horas fora do ar",
      ),
    },
    ...everyday("pt", PORTUGUESE_PARTS),
  ],
  guards: {
    clause:
      / , (?=(?:noss[oa]s?|meus?|minhas?|nos|eu|tudo|todos|todas|ninguem|ja|o|a|os|as|desde|mas|e|ha|socorro|um|uma|nao|nenhum|nenhuma) )| (?:mas|porque|e agora) (?=\S)/g,
    asking: either(
      any(
        "(?:artigo|página|documentação|capítulo|guia|palestra|apresentação|vídeo|manual|curso) ~4 (?:sobre|de|acerca)",
        "(?:como(?! pode)|quant[oa]s?|onde|quando(?! (?:entro|acesso|acedo|abro|faço) )|quais|qual|o que (?:acontece|significa|é)|quem pode|quem é|por quanto)",
        "(?:é possível|dá para|posso (?:restaurar|recuperar|apagar)|pergunto-me|perguntam se|procuro|gostaria de saber)",
      ),
      first("olá|oi|bom|boa|dia|tarde|e", "(?:vocês (?:já|têm|oferecem)|há alguma forma|tem como|existe)"),
    ),
    opener: / (?:voces ja|ja sofreram|voces tem|oferecem|da para|e possivel|posso) /,
    hypothetical: any(
      "se(?! (?:não|ninguém) )|caso|em caso de|por via das dúvidas|suponha\\S*|hipoteticamente|evitar|prevenir|impedir|proteger|protegem|contra (?:o|os|as|a|invasões)|risco de perder",
    ),
    condition: any("se|caso|em caso de|quando"),
    negated: / (?:nenhum|nenhuma|nao|nunca|jamais|sem|nem) (?:(?!(?:so|entendo|sei) )\S+ ){0,2}$/,
    denied: any(
      "(?:nenhum|nenhuma|sem|não há|não houve) (?:\\S+ )?(?:dados?|linhas?|arquivos?|perdas?|danos?|feridos?|interrupção)",
      "(?:nada|nenhum dado) (?:foi )?(?:perdido|apagado)",
    ),
    solved: any(
      "(?:está|estão|foi|foram|já) (?:já |foi )?(?:resolvid[oa]s?|consertad[oa]s?|corrigid[oa]s?|recuperad[oa]s?|restaurad[oa]s?|reparad[oa]s?)",
      "alarme falso|tudo bem|tudo certo|já funciona|voltou a funcionar|voltou ao ar|felizmente",
    ),
    still: any("ainda|continua|continuam|mas|de novo|outra vez|não (?:foi )?(?:resolvido|recuperado)"),
    past: any(
      "há (?:\\S+ )?anos|anos atrás|(?:no )?ano passado|naquela época|antigamente|em 20(?:0\\d|1\\d|2[0-4])|com (?:outro|o antigo|nosso antigo) (?:fornecedor|\\S+)",
    ),
    fiction: any(
      "simulados?|simul\\S+|ensaio|exercício|brincadeira|piada|romance|filme|jogo|teste de restauração",
      "(?:de|ambiente de|banco de|tabela de|dados de|servidor de|cluster de) (?:teste|testes|demonstração|homologação|desenvolvimento)|sandbox|staging",
      "de propósito|intencional\\S*|como planejado|planejad[oa]s?|programad[oa]s?",
    ),
    own: any(
      "(?:nosso|meu) (?:\\S+ )?(?:provedor|fornecedor|roteador|operadora|firewall) ~3 (?:caiu|falhou|fora)",
      "(?:registros|dados|tabelas) antig[oa]s|por nossa culpa",
      "(?:queremos|quero|pretendemos|gostaríamos de) (?:excluir|apagar|desligar)",
    ),
  },
};
