/** Italian and Portuguese words for the parts of everyday safety matters. Sources may carry accents; messages are read without. */
import type { Parts } from "./rules.ts";

export const ITALIAN_PARTS: Parts = {
  sees: "vedo|vede|vediamo|vedere|compare|compaiono|appare|appaiono|ho|c è|ci sono|ricevo|riceviamo|leggo|leggere|mostra|mostrano|trovo|esce|escono|arrivano?",
  private:
    "ordini|ordine|nomi|nome|indirizz[oi]|numer[oi]|telefon[oi]|messagg[io]+|fattur[ae]|foto|elenc[oh]i?|elenco|list[ae]|dati|carrello|mail|email|letter[ae]|appuntament[oi]|pratiche|client[ei]|prenotazion[ei]|account|conto|gente|persone|contratt[oi]",
  others:
    "(?:di |d )?(?:un |una )?altr[oaie] \\S+|altr[oaie] (?:client[ei]|aziend[ae]|negoz\\S+|person[ae])|di (?:qualcun|altri)|altrui|sconosciut[oaie]|estrane[oaie]|(?:non|mai) (?:conosco|conosciamo|conosciut[oaie]|vist[oaie]|sentit[oaie])|non (?:sono|è) (?:mi[oaei]+|nostr[oaie])",
  exposed:
    "(?:vedere|leggere|vede|legge|vedono|leggono) (?:i|le|tutti i|tutte le) (?:miei|mie|nostri|nostre) \\S+ (?:\\S+ ){0,2}(?:nel|dal|sul) suo \\S+|(?:miei|mie|nostri|nostre) \\S+ (?:\\S+ ){0,4}(?:nel|sul|dal) (?:suo|loro) (?:account|telefono|conto|schermo|computer)",
  someone: "qualcuno|uno sconosciuto|una sconosciuta|sconosciuti|un uomo|una donna|un tizio|ladr[oi]|il mio ex|un altra persona|mi hanno",
  intrudes:
    "è entrat[oa]|sono entrati|entrat[oaie]|cambiat[oaie]|modificat[oaie]|usat[oaie]|sta usando|ordinat[oaie]|rubat[oaie]|collegat[oaie]|acceduto|bloccat[oaie]|ha (?:cambiato|usato|preso|fatto)",
  account: "(?:mi[oaei]+|nostr[oaie]) (?:\\S+ )?(?:account|password|conto|profilo|mail|email|cart[ae]|codice|pin|casella|utenza)",
  notMe:
    "non (?:sono|ero|siamo) (?:stat[oaie] )?(?:io|noi)|non (?:sono|siamo) stat[oaie]|(?:non|mai) (?:ho |abbiamo )?(?:mai )?(?:fatt[oaie]|ordinat[oaie]|comprat[oaie]|scritt[oaie]|inviat[oaie]|mandat[oaie]|chiest[oaie]|cambiat[oaie])|senza il mio permesso|nessuno di noi|non riconosco",
  posing:
    "(?:diceva|detto|dice|dicendo|dicevano) (?:\\S+ ){0,3}(?:da parte vostra|essere (?:di|da) voi|dei vostri|di voi|della vostra \\S+)|(?:sembrava|pareva) (?:\\S+ ){0,3}(?:vostr[ao]|voi)|si è spacciat[oa]|spacciandosi|a vostro nome|da parte vostra",
  gave: "(?:dato|data|inserito|inserita|digitato|detto|scritto|cliccato|pagato|mandato) (?:\\S+ ){0,4}(?:codice|password|numero|carta|link|soldi|dati)",
  things:
    "fattur[ae]|client[ei]|foto|immagini|ordini|file|document[oi]|letter[ae]|messaggi|mail|email|prenotazion[ei]|appuntament[oi]|contatti|indirizzi|appunti|note|elenc[oh]i?|elenco|list[ae]|nomi|lavoro|test[oi]|dati|ricette|soci|cartell[ae]|agenda|calendario|ore|cose|prezzi|articoli|storico|tutto|tutti|tutte",
  gone: "sparit[oaie]|scompars[oaie]|spariscono|pers[oaie]|cancellat[oaie]|eliminat[oaie]|non (?:c è|ci sono|c sono|esist\\S+) più|non ci (?:sono|è) più|più niente|vuot[oaie]|andat[oaie]|svanit[oaie]|volatilizzat[oaie]|inghiottit[oaie]|mangiat[oaie]|non si trova\\S*|non trovo|da nessuna parte|introvabil[ei]|senza traccia|mancano?",
  finality:
    "tutt[oaie]|inter[oaie]|complet[oaie]|(?:ultim[oaie]|due|tre|quattro|molti|vari) (?:\\S+ )?(?:anni|anno|mesi|mese|settiman[ae]|giorni)|dell anno (?:scorso|passato)|da (?:ieri|lunedì|stamattina|oggi)|semplicemente|all improvviso|di colpo|dappertutto|ovunque|da nessuna|stanotte|vostr[oa] (?:\\S+ )?(?:modifica|aggiornamento)|recuperare",
  empty: "vuot[oaie]|in bianco|non c è (?:più )?niente|più niente|a zero|nessun nome",
  before: "ieri|prima|c erano|c era|aveva|conteneva|ancora|la settimana scorsa|pien[oa]",
  pressed:
    "(?:premuto|schiacciato|cliccato|toccato|spinto) (?:\\S+ ){0,3}(?:qualcosa|tasto|pulsante|bottone|cancella|elimina|tutto)|per sbaglio|per errore|senza volere|inavvertitamente",
  people:
    "colleg[ah]+[ei]?|client[ei]|capo|uomo|donna|signor[ae]?|bambin[oaie]|neonato|figli[oa]|madre|mamma|padre|papà|nonn[oa]|pazient[ei]|ospit[ei]|vicin[oa]|qualcuno|gente|dipendent[ei]|autista|infermiera|alunn[oaie]|operai[oe]?|apprendista|person[ae]|amic[oa]|mi|si|io",
  harmed:
    "svenut[oaie]|svenendo|crollat[oaie]|accasciat[oaie]|pers[oa] (?:i sensi|conoscenza)|senza sensi|non (?:riesce|riusciva|riesco|può|poteva) (?:più )?(?:a )?respirare|non respira\\S*|soffoca\\S*|asfissi\\S+|molto male ~4 (?:fumo|fumi|vapori|gas|odore)|sta (?:molto|malissimo) (?:male)?|malissimo|bruciat[oa] (?:la|le|il|i|una) (?:man[oi]|dit[oa]|braccio|faccia)|preso (?:la|una) (?:scossa|corrente)|sanguina\\S*|(?:portat[oa]|finit[oa]) (?:in ospedale|al pronto soccorso)|avvelenat[oa]|intossicat[oaie]|bloccat[oa] in ascensore|per terra svenut\\S+",
  fumes:
    "fumo|fumi|vapori|fiamme|fuoco|brucia|bruciando|bruciato|scintille|puzza di (?:gas|bruciato|fumo)|odore di (?:gas|bruciato|fumo)|sa di bruciato|scotta|rovente|fus[oa]|sciolt[oaie]|scioglie|caldissim[oa]|molto cald[oa]|bollente|esplos[oa]|fuma",
  device:
    "scatola|scatoletta|caricatore|caricabatterie|macchina|apparecchio|stampante|batteria|presa|spina|cavo|computer|portatile|cassa|riscaldamento|forno|router|telefono|lampada|terminale|armadio|cantina|cucina|muro|caldaia",
  dose: "(?:pastigli[ae]|medicin[ae]|pillol[ae]|dos[ei]|farmac[oi]|insulina|gocce|puntura) (?:sbagliat[oaie]|doppi[aoe]|errat[oaie]|in più)|troppe (?:pastiglie|pillole|gocce)",
  despair:
    "non (?:voglio|ho voglia di|vorrei) (?:più )?(?:vivere|esserci|svegliarmi|andare avanti|stare qui)|non ce la faccio più (?:a vivere|con la vita|voglio)|voglio (?:solo |soltanto )?che (?:tutto |sia )?(?:finisca|finita|finito|smetta)|nessuno se ne accorgerebbe|meglio (?:senza di me|mort[oa])|farmi del male|nessun motivo per vivere|stanc[oa] di vivere",
  lawyer: "avvocat[oiae]|legali?|studio legale|notaio|consulente legale|tutela legale",
  writes:
    "(?:vi|ti|le) (?:scriver\\S+|mander\\S+|invier\\S+|contatter\\S+|chiamer\\S+|querel\\S+|far[àa]nno|farà)|(?:scriver|mander|invier|contatter|chiamer)(?:à|anno|a)(?:vi)?|(?:lettera|notizie) d\\S+|contro di voi|se ne (?:occupa|occuperà)|sentirete|(?:ho|abbiamo) (?:chiamato|incaricato|preso)",
  authority:
    "garante|protezione (?:dei )?dati|autorità|difensore|consumatori|polizia|carabinieri|finanza|procura|agenzia delle entrate|ispettorato|ispettor[ei]|ombudsman|ministero",
  asks: "(?:ha|hanno|abbiamo|ho|ci ha) (?:\\S+ ){0,2}(?:chiesto|scritto|chiamat[oi]|ricevuto|convocat[oi]|contattat[oi])|chiede|chiedono|lettera|multa|per colpa vostra|a causa vostra|(?:vi )?(?:segnaler\\S+|denuncer\\S+|denuncio|segnalo)|vado (?:dal|dalla|dai|alla)|mi rivolg\\S+|indag\\S+|alla porta|reclamo",
  court:
    "(?:vado|andiamo|andrò|andremo|portar\\S*|porto|finiamo|finirà) (?:\\S+ ){0,4}(?:in tribunale|in causa|davanti al giudice|dal giudice)|davanti (?:al|a un) giudice|vi (?:faccio|farò) causa|ci vediamo (?:in tribunale|davanti)|sporg\\S+ denuncia",
  stopped:
    "non (?:va|funziona|parte|apre|carica|risponde|si apre|si accende) (?:più )?(?:niente|nulla|nessun[oa]?|nessuna \\S+|la \\S+|il \\S+)?|(?:niente|nulla) (?:va|funziona|carica|parte)|nessun[oa]? (?:\\S+ ){0,2}(?:va|funziona|parte|riesce|può|entra)|non (?:riusciamo|riesco|riescono|possiamo|posso) (?:ad? )?(?:aprire|lavorare|incassare|vendere|entrare|servire|accedere)|(?:pagina|schermo|schermata|sito) (?:\\S+ ){0,2}(?:bianc[oa]|vuot[oa]|ner[oa])|tutto (?:è )?(?:fermo|bloccato|morto)|ferm[oaie]|bloccat[oaie]|piantat[oaie]",
  since:
    "da (?:stamattina|ieri|oggi|ore|stanotte|quando|giorni)|dalle|dalla vostra|dal vostro|tutt[oa] (?:l|il|la) (?:\\S+ )?(?:ufficio|giorno|negozio|azienda|squadra|mattina|scuola|giornata)|stamattina|tutt[ei] (?:i|le) (?:nostr[ei] )?(?:\\S+ )?(?:negozi|casse|uffici|filiali)|vostr[oa] (?:\\S+ )?(?:modifica|aggiornamento|cambiamento)|avete cambiato|dopo il vostro|dopo la vostra",
  crowd:
    "(?:ufficio|gente|squadra|dipendenti|tutti|persone|azienda) (?:\\S+ ){0,3}(?:ferm[oaie]|aspett\\S+|mani in mano|senza far niente|arrabbiat\\S+|a casa)|mani in mano|la fila|la coda|c è coda|client[ei] (?:\\S+ ){0,3}(?:vanno via|se ne vanno|aspettano|arrabbiati|scappano)|mandat[oi] (?:\\S+ )?a casa|telefono (?:\\S+ ){0,3}(?:smette|suona|squilla)|perdendo (?:clienti|vendite|soldi)|senza lavorare",
  unless: {
    security: "miei due|nostri due|mie due|se (?:do|invito)",
    data_loss: "(?:le|li) ho trovat[ei]|trovat[ei] , grazie|anni fa|con (?:un altro|il vecchio|il precedente)|come (?:cancello|elimino|posso)",
    danger: "rilevator\\S* di fumo|muoio dalla|voglia di|pompieri|vigili del fuoco|antincendio|caffè",
    legal: "amic[ao] (?:è )?avvocat[oa]|adora|consigliato|copia",
    outage: "se (?:disdico|smetto|lascio)|chius[oi] (?:il|lunedì)|traslochiamo",
  },
};

export const PORTUGUESE_PARTS: Parts = {
  sees: "vejo|vê|vemos|ver|aparece|aparecem|tenho|tem|há|recebo|recebemos|leio|ler|mostra|mostram|encontro|sai|saem|chegam?|consigo",
  private:
    "pedidos?|encomendas?|nomes?|endereços?|moradas?|números?|telefones?|mensagens?|faturas?|fotos?|listas?|dados|carrinho|e-?mails?|cartas?|consultas?|fichas?|processos?|clientes?|reservas?|contas?|gente|pessoas|contratos?",
  others:
    "(?:de |da |do )?outr[oa]s? \\S+|de outr[oa]s?|desconhecid[oa]s?|alhei[oa]s?|estranh[oa]s?|(?:não|nem|nunca) (?:conheço|conhecemos|vi|ouvi)|não (?:são|é) (?:meus?|minhas?|noss[oa]s?)",
  exposed:
    "(?:ver|ler|vê|lê|veem|leem) (?:todas? )?(?:as |os )?(?:minhas|meus|nossas|nossos) \\S+ (?:\\S+ ){0,2}(?:na|no|pela) \\S+ d(?:ela|ele|eles)|(?:minhas|meus|nossas|nossos) \\S+ (?:\\S+ ){0,4}(?:na|no) (?:conta|telefone|celular|tela|computador) d(?:ela|ele|eles)",
  someone: "alguém|um desconhecido|uma desconhecida|desconhecidos|um homem|uma mulher|ladr\\S+|meu ex|outra pessoa|uma pessoa|um cara",
  intrudes:
    "entrou|entraram|acessou|acederam?|trocou|trocaram|mudou|mudaram|alterou|alteraram|usou|está usando|usaram|pediu|comprou|roubou|roubaram|bloqueou|invadiu",
  account: "(?:minha|meu|nossa|nosso|minhas) (?:\\S+ )?(?:contas?|senhas?|palavra-passe|login|perfil|e-?mail|cartão|código|pin|acesso)",
  notMe:
    "não (?:fui|fomos|era) (?:eu|nós)|não fui|(?:eu )?(?:não|nunca) (?:fiz|fizemos|pedi|comprei|escrevi|enviei|mandei|troquei|mudei|autorizei)|sem (?:a )?minha autorização|nenhum de nós|não reconheço",
  posing:
    "(?:dizia|disse|dizendo|diziam) (?:\\S+ ){0,3}(?:da parte de vocês|ser d\\S+|de vocês|da (?:sua|vossa) (?:empresa|equipe))|(?:parecia|pareciam) (?:\\S+ ){0,3}(?:de vocês|vocês|vosso)|se passou por|passando por|fazendo-se passar|em nome de vocês",
  gave: "(?:deu|dei|dado|demos|digitou|colocou|inseriu|disse|escreveu|clicou|pagou|mandou) (?:\\S+ ){0,4}(?:código|senha|número|cartão|link|dinheiro|dados|palavra-passe)",
  things:
    "faturas?|clientes?|fotos?|imagens|pedidos?|arquivos?|ficheiros?|documentos?|cartas?|mensagens?|e-?mails?|reservas?|consultas?|contatos?|endereços|notas?|listas?|nomes?|trabalho|textos?|dados|receitas|sócios|pastas?|agenda|calendário|horas|coisas|preços|artigos|histórico|tudo|todas|todos",
  gone: "sumi\\S+|sumiram|desaparec\\S+|perdid[oa]s?|perdi|apagad[oa]s?|apagou|apagaram|não (?:está|estão|tem|há|existe\\S*) mais|já não (?:está|estão|há)|não (?:está|estão) (?:\\S+ )?(?:lá|aqui|em (?:lugar nenhum|nenhum lugar|lado nenhum))|vazi[oa]s?|foram embora|engoli\\S+|comeu|em lugar nenhum|em nenhum lugar|não (?:acho|encontro|aparece\\S*)|evapor\\S+|sem rastro|faltam?",
  finality:
    "tod[oa]s?|tudo|inteir[oa]s?|complet[oa]s?|(?:últim[oa]s?|dois|duas|três|quatro|vários|várias|muitos) (?:\\S+ )?(?:anos?|meses|mês|semanas?|dias)|do ano passado|desde|simplesmente|de repente|do nada|em todo lugar|lugar nenhum|nenhum lugar|esta noite|ontem à noite|(?:mudança|atualização|alteração) de vocês|recuperar",
  empty: "vazi[oa]s?|em branco|não tem (?:mais )?nada|sem nada|zerad[oa]s?|a zero",
  before: "ontem|antes|tinha|havia|estavam?|semana passada|ainda|chei[oa]",
  pressed:
    "(?:apertei|cliquei|toquei|carreguei|pressionei|mexi) (?:\\S+ ){0,3}(?:alguma coisa|algo|botão|apagar|excluir|tecla|tudo)|sem querer|por engano|por erro|por acidente",
  people:
    "colegas?|clientes?|chefe|homem|mulher|senhora?|crianças?|bebê|bebé|filh[oa]|mãe|mamãe|pai|papai|av[óôo]|vovó|pacientes?|residentes?|vizinh[oa]|alguém|gente|funcionári[oa]s?|motorista|enfermeira|alun[oa]s?|trabalhador\\S*|aprendiz|pessoas?|amig[oa]|me|eu|ele|ela",
  harmed:
    "desmai\\S+|desacordad[oa]s?|perdeu (?:os sentidos|a consciência)|inconscientes?|não (?:consegue|conseguia|consigo|conseguem) (?:\\S+ )?respirar|não (?:está )?respira\\S*|sufoc\\S+|asfixi\\S+|muito mal ~4 (?:fumaça|fumo|vapores|gás|cheiro)|está muito mal|passou (?:muito )?mal|passando mal|queimou (?:a|as|o|os) (?:mãos?|dedos?|braço|rosto)|(?:levou|tomou|apanhou) (?:um )?choque|sangra\\S+|(?:levad[oa]|foi) (?:para o|ao) hospital|envenenad[oa]|intoxic\\S+|pres[oa] no elevador|desabou no chão",
  fumes:
    "fumaça|fumo|vapores|chamas?|fogo|queimando|queimado|queima|faíscas?|cheir\\S+ (?:\\S+ )?a? ?(?:gás|queimado|fumaça)|cheiro (?:de|a) (?:gás|queimado|fumaça)|derret\\S+|muito quente|esquenta (?:muito|demais)|fervendo|pegando fogo|explodiu|aquece (?:muito|demais)",
  device:
    "caixa|caixinha|carregador|máquina|aparelho|impressora|bateria|tomada|cabo|computador|notebook|portátil|aquecedor|aquecimento|forno|roteador|telefone|celular|lâmpada|terminal|armário|porão|cozinha|parede",
  dose: "(?:remédios?|comprimidos?|medicamentos?|doses?|injeção|insulina|gotas) (?:errad[oa]s?|trocad[oa]s?|em dobro|dupl[oa]s?)|(?:demasiados|muitos) (?:comprimidos|remédios) a mais",
  despair:
    "não quero (?:mais )?(?:viver|estar aqui|existir|acordar|continuar viv\\S+)|não aguento mais (?:viver|a vida|quero)|(?:só )?quero que (?:tudo |isso )?(?:acabe|termine|passe)|não consigo (?:mais )?(?:viver|continuar vivendo)|ninguém (?:ia|iria|vai) (?:notar|perceber|sentir)|melhor (?:sem mim|mort[oa])|acabar com tudo|me machucar|cansad[oa] de viver",
  lawyer: "advogad[oa]s?|jurídico|assessoria jurídica|escritório de advocacia|solicitador\\S*",
  writes:
    "(?:vai|vão|irá|tem que) (?:\\S+ )?(?:escrever|mandar|enviar|ligar|contatar|contactar|tratar|cuidar|processar|entrar)|(?:enviará|mandará|escreverá|contactará|processará)|(?:carta|notícias) d\\S+|contra vocês|vão (?:ter notícias|ouvir falar)|(?:já )?(?:contratei|contratamos|chamei)",
  authority:
    "proteção de dados|autoridade\\S*|procon|provedor de justiça|consumidor|polícia|ministério público|receita federal|finanças|fiscalização|fiscais|ouvidoria|regulador\\S*|inspe\\S+",
  asks: "(?:perguntou|perguntaram|pediu|pediram|escreveu|escreveram|ligou|recebemos|recebi|chegou|intimou)|pergunta\\S*|carta|multa|por causa de vocês|por culpa|(?:vou|vamos) (?:\\S+ ){0,2}(?:denunciar|reclamar|queixar|informar|avisar|ao|à|na|no)|denúncia|investig\\S+|na porta|reclamação",
  court:
    "(?:vou|vamos|irei|levar\\S*|levo) (?:\\S+ ){0,4}(?:à justiça|ao tribunal|na justiça|para a justiça|ao juiz|no tribunal)|(?:diante do|perante o|na frente do) juiz|(?:vou|vamos) processar\\S*|nos vemos (?:na justiça|no tribunal|diante)|entrar na justiça",
  stopped:
    "nada (?:funciona|carrega|abre|anda|responde|vai)|não (?:funciona|anda|abre|carrega|liga|responde|vai) (?:mais )?(?:nada|nenhum\\S*|o \\S+|a \\S+)?|nenhum[a]? (?:\\S+ ){1,2}(?:funciona|abre|carrega|liga|anda)|ninguém (?:consegue|pode|entra) ?(?:entrar|trabalhar|comprar|pagar|pedir)?|não (?:conseguimos|consigo|conseguem|podemos|dá para) (?:abrir|trabalhar|cobrar|vender|entrar|atender)|(?:página|tela|site) (?:\\S+ ){0,2}(?:em branco|vazi[oa]|branc[oa]|pret[oa])|tudo (?:está )?(?:parado|travado|morto|bloqueado)|parad[oa]s?|travad[oa]s?",
  since:
    "desde|tod[oa] (?:o|a|nosso|nossa) (?:escritório|equipe|loja|empresa|dia|manhã|mundo|escola)|(?:escritório|empresa|loja|equipe) inteir[oa]|hoje (?:cedo|de manhã)|há (?:horas|dias)|tod[oa]s (?:as|os) (?:nossas |nossos )?(?:lojas|caixas|escritórios|filiais)|(?:mudança|atualização|alteração) de vocês|vocês (?:mudaram|mexeram)|depois d\\S+ (?:mudança|atualização)",
  crowd:
    "(?:escritório|gente|equipe|funcionários|todos|pessoas|empresa) (?:\\S+ ){0,3}(?:parad[oa]s?|esperando|braços cruzados|sem fazer nada|bravos|para casa)|braços cruzados|a fila|tem fila|fila (?:\\S+ ){0,3}(?:rua|porta)|clientes? (?:\\S+ ){0,3}(?:indo embora|esperando|foram embora|bravos)|mandar todos|telefone não para|perdendo (?:clientes|vendas|dinheiro)|sem trabalhar",
  unless: {
    security: "minhas duas|nossas duas|meus dois|se eu (?:der|convidar)",
    data_loss: "(?:já )?(?:encontrei|achei)|anos atrás|com (?:outro|o antigo|nosso antigo)|como (?:apago|excluo|posso)",
    danger: "detector\\S* de fumaça|morrendo de|morro de|bombeiros|vontade de|café",
    legal: "amig[oa] (?:é )?advogad[oa]|adora|recomend\\S+|cópia",
    outage: "se eu (?:cancelar|parar|sair)|fechad[oa]s? (?:na|no)|mudamos",
  },
};
