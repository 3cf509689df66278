/** Spanish safety rules, and what makes a sentence a mere look-alike. */
import type { Groups } from "../gate/pattern.ts";
import { SPANISH_PARTS } from "./everyday/west.ts";
import { everyday } from "./everyday/rules.ts";
import { any, either, first, see, together } from "./rule.ts";
import type { Guard, SafetyLanguage } from "./rule.ts";

const groups: Groups = {
  data:
    "datos|bases?|tablas?|filas|registros?|archivos?|ficheros?|documentos?|pedidos|facturas?|transacciones|historial|copias?|respaldos?|backups?|dumps?|" +
    "expedientes|cuentas|mensajes|índices?|contenido|información|colecci\\S+|imágenes|fotos|trabajo",
  gone:
    "desaparecid[oa]s?|desapareció|desaparecieron|desaparece|perdid[oa]s?|perdimos|perdió|perdieron|borrad[oa]s?|borró|borraron|borré|eliminad[oa]s?|eliminó|eliminaron|" +
    "eliminé|destruid[oa]s?|corrupt[oa]s?|dañad[oa]s?|sobrescrit[oa]s?|vací[oa]s?|vació|ilegibles?|inservibles?|irrecuperables?|esfumad[oa]s?|esfumaron|esfumó",
  secret: "contraseñas?|claves?|credenciales|accesos?|llaves?|tokens?|secretos?|certificados?|datos (?:personales|bancarios|de clientes)|tarjetas",
  system:
    "producción|servicios?|sitio|sitios|web|servidor|servidores|clúster|api|plataforma|tienda|aplicación|app|base|bases|sistema|sistemas|instancias?|portal|" +
    "cajas?|fábrica|tiendas|red|consola|todo|conexión|nodos?",
  down:
    "parad[oa]s?|caíd[oa]s?|cayó|cayeron|caen|fuera de servicio|inaccesibles?|bloquead[oa]s?|paralizad[oa]s?|detenid[oa]s?|colgad[oa]s?|down|fuera de línea|inoperativ[oa]s?|" +
    "indisponibles?|muert[oa]s?|tumbad[oa]s?",
  place: "servidores|servidor|armario|sala|rack|baterías?|sai|edificio|oficina|oficinas|centro|almacén|local|fábrica|taller|cables?|transformador|máquinas",
};

const usual: readonly Guard[] = ["asking", "hypothetical", "negated", "solved", "past", "fiction"];

/** Everything that the Spanish rules need. */
export const SPANISH: SafetyLanguage = {
  vocabulary: [],
  keep: [],
  mood: [],
  rules: [
    {
      rule: "security.report.es",
      class: "security",
      guards: usual,
      unless: any("olvidad\\S*|olvidé|restablecer", "cve corregid\\S*"),
      see: see(
        groups,
        "(?:encontrado|encontré|encontramos|descubierto|descubrí|detectado|detectamos|reportar|informar de|avisar de) ~4 (?:vulnerabilidad|vulnerabilidades|fallo de seguridad|agujero|brecha)",
        "(?:vulnerabilidad|brecha|fallo de seguridad) ~4 (?:crítica|explotad\\S*|permite|su portal|su api|su consola)",
        "hackead[oa]s?|hackearon|hackeado|pirateado|ciberataque|ransomware|rescate|troyano|intrusión|intrusos?|comprometid[oa]s?|suplantad\\S*",
        "(?:atacantes?|hackers?|piratas?|intrusos?|delincuentes) ~4 (?:dentro|en|accedi\\S*|entr\\S*|red|sistema|control)",
        "{secret} ~6 (?:filtrad[oa]s?|filtraron|expuest[oa]s?|robad[oa]s?|publicad[oa]s?|visibles?|texto plano|texto claro|públic[oa]s?|a la vista)",
        "(?:filtrado|filtraron|filtró|robaron|robado|robó) ~6 {secret}|(?:robaron|robado) ~6 (?:administrador|portátil|teléfono)",
        "(?:fuga|filtración|robo) de (?:datos|contraseñas|credenciales|información)",
        "(?:veo|ver|vemos|ven|leer|leo|acceder|recibo|recibimos|aparecen) ~5 {data} ~3 (?:otr[oa]s?|ajen[oa]s?|terceros)",
        "(?:entró|entraron|accedió|accedieron|acceso|inicio de sesión|conectó) ~8 (?:desconocid[oa]s?|no autorizad[oa]s?|sin autorización|sin permiso|sospechos[oa]s?|extranjer[oa])",
        "(?:exempleado|ex empleado|antiguo empleado|exempleada|excompañero) ~5 (?:acceso|descarg\\S*|entr\\S*)",
        "(?:acceder|entrar|entra) ~4 sin (?:contraseña|autenticación)",
        "inyección sql|cve-\\d+\\S*|ejecución remota de código",
      ),
    },
    {
      rule: "data-loss.report.es",
      class: "data_loss",
      guards: [...usual, "own"],
      see: see(
        groups,
        "{data} ~5 {gone}",
        "{gone} ~5 {data}",
        "(?:todo|todos|todas) (?:ha|han|se|está|están|lo) ~3 {gone}",
        "(?:falta|faltan|faltaban) ~5 {data}|{data} ~2 (?:faltan|falta)",
        "pérdida (?:total |masiva )?de (?:los )?datos",
        "(?:no se puede|no podemos|no puedo|no se deja|imposible) (?:restaurar|recuperar)|(?:copia|respaldo|backup) ~3 no (?:abre|funciona|restaura|sirve)",
        "perdido ~4 (?:días?|semanas?|horas?|meses|mes|años?) de",
      ),
      together: together(groups, ["borr\\S+|elimin\\S+|sobrescrib\\S+", "por error|sin querer|accidentalmente|por accidente", "{data}|todo|producción"]),
    },
    {
      rule: "danger.self-harm.es",
      class: "danger",
      guards: ["asking", "fiction"],
      unless: any("(?:morir|muero|muriendo) de (?:risa|hambre|calor|ganas|sueño|frío)"),
      see: see(
        groups,
        "(?:quiero|quisiera|quiere|pienso en|voy a|prefiero|ganas de) ~2 (?:morir|morirme|matarme|suicidarme|matarse|suicidarse|quitarme la vida|quitarse la vida)",
        "suicid\\S*",
        "me (?:mato|voy a matar)(?! (?:a|de|por|en|con|\\S+ndo) )",
        "(?:quitarme|quitarse|quitarte) la vida|acabar con (?:mi|su) vida",
        "no (?:quiero|quiere|puedo) (?:seguir|más) (?:viviendo|vivir)|no quiero vivir|ganas de vivir",
      ),
    },
    {
      rule: "danger.people.es",
      class: "danger",
      guards: ["asking", "hypothetical", "negated", "past", "fiction"],
      unless: any("cortafuegos", "simulacro|fuegos artificiales"),
      see: see(
        groups,
        "(?:humo|llamas?|incendio|fuego|quema|quemando|chispas|explosión|explotó|arde|ardiendo) ~8 {place}",
        "{place} ~6 (?:humo|llamas|fuego|incendio|quemando|ardiendo|explotó|arde)",
        "electrocut\\S*|descarga eléctrica|no respira|inconscientes?|desmayad[oa]s?|herid[oa]s? (?:grave|graves|de gravedad)?",
        "(?:pacientes?|personas?|gente|empleados|compañer[oa]s?|niños?|trabajadores|alguien|técnico) ~5 (?:en peligro|atrapad[oa]s?|herid[oa]s?|intoxicad[oa]s?|en riesgo)",
        "peligro de (?:muerte|vida)|riesgo de (?:muerte|vida)|vidas? ~2 en peligro",
        "(?:cuchillo|arma|armad[oa]s?|pistola|bomba|navaja) ~8 (?:amenaz\\S*|recepción|oficina|compañeros|empleados|edificio|puerta)",
        "amenaz\\S* ~4 (?:de muerte|con matar\\S*|matarnos|matarme)",
        "(?:fuga|escape) de gas|monóxido de carbono|gas tóxico",
        "(?:dosis|respiradores|respirador|monitores|medicación|medicamentos?|infusión|bombas de infusión) ~8 (?:equivocad[oa]s?|incorrect[oa]s?|errónea?s?|erróne[oa]s?|fals[oa]s?|mal)",
      ),
    },
    {
      rule: "legal.action.es",
      class: "legal",
      guards: ["asking", "hypothetical", "negated", "past", "fiction"],
      see: see(
        groups,
        "(?:abogad[oa]s?|departamento jurídico|asesoría jurídica|bufete|servicios jurídicos) ~4 (?:presentar\\S*|pondr\\S*|demandar\\S*|contactar\\S*|va a|van a|enviar\\S*|tomar\\S*|escribir\\S*|denunciar\\S*)",
        "demanda (?:contra|judicial|por|colectiva)|(?:presentar\\S*|interpon\\S*) ~2 (?:demanda|denuncia|querella)|(?:les|los|os) (?:demandaremos|denunciaremos|vamos a demandar|vamos a denunciar)|denunciarlos|demandarlos|denunciar ~3 ante",
        "burofax|daños y perjuicios|citación|tribunales|tribunal|juzgado|acciones legales|querella|por vía judicial|requerimiento legal|indemnización|juicio",
        "(?:agencia española|aepd|regulador|autoridad de control|inspección|consumo) ~5 (?:exige|pide|abierto|requiere|investiga|multa|sanción)",
        "(?:denunci\\S+|queja|reclamación|reportar\\S*|informar\\S*) ~6 (?:aepd|agencia española|regulador|autoridad|protección de datos|consumo)",
        "(?:policía|fiscalía|guardia civil|fiscal) ~5 (?:investig\\S*|denuncia|abierto|citad\\S*)",
      ),
    },
    {
      rule: "outage.caused.es",
      class: "outage",
      guards: [...usual, "own"],
      unless: any("un poco lent[oa]s?"),
      see: see(
        groups,
        "{system} ~4 {down}",
        "{system} ~2 no (?:responde|responden|arranca|arrancan|funciona|funcionan|carga|inicia|levanta)",
        "(?:nadie|ninguno de \\S+ \\S+|ningún \\S+|ninguna \\S+) ~2 (?:puede|pueden|logra|consigue|funciona) ?",
        "no funciona (?:nada|ninguna?|ningún)",
        "(?:horas|minutos|días|rato) sin (?:servicio|conexión|sistema|poder (?:trabajar|vender|acceder))",
        "(?:solo|sólo|únicamente) ~2 (?:errores|error|500|502|503|504)",
        "no (?:pueden|podemos) (?:trabajar|vender|acceder|cobrar|entrar|comprar)",
        "(?:caída|interrupción|apagón) (?:total|general|completa|de todo|masiva)",
      ),
    },
    ...everyday("es", SPANISH_PARTS),
  ],
  guards: {
    clause:
      / , (?=(?:nuestr[oa]s?|mis?|nosotros|yo|todo|todos|todas|nadie|ya|su|sus|desde|pero|y|hay|los|las|el|la|ayuda|un|una) )| (?:pero|porque|y ahora) (?=\S)/g,
    asking: either(
      any(
        "(?:artículo|página|documentación|capítulo|guía|charla|presentación|vídeo|video|manual|curso) ~4 (?:sobre|de|acerca)",
        "(?:cómo(?! es posible)|cuánt[oa]s?|dónde|cuándo(?! (?:entro|abro|accedo|inicio|me conecto) )|cuáles|cuál|qué (?:pasa|ocurre|sucede|significa|hago para)|quién puede|quién es)",
        "(?:es posible|se puede|puedo (?:restaurar|recuperar|borrar)|me pregunto|preguntan si|busco|quisiera saber)",
      ),
      first("hola|buenas|buenos|días|tardes|y", "(?:han (?:sufrido|tenido)|tienen|ofrecen|hay alguna forma|pueden explicar\\S*)"),
    ),
    opener: / (?:han sufrido|han tenido|tienen un|tienen una|ofrecen|se puede|es posible|puedo) /,
    hypothetical: any(
      "si(?! (?:no|nadie) )|en caso de|por si acaso|supongamos|hipotéticamente|evitar|prevenir|impedir|proteger\\S*|protegen|contra (?:el|los|las|la)|riesgo de perder",
    ),
    condition: any("si|en caso de|cuando"),
    negated: / (?:ningun|ninguna|no|nunca|jamas|sin|ni) (?:(?!(?:solo|entiendo|se) )\S+ ){0,2}$/,
    denied: any(
      "(?:ningún|ninguna|sin|no hay|no hubo|no se) (?:\\S+ )?(?:datos?|filas?|archivos?|pérdida|pérdidas|daños?|heridos?|interrupción|perdió ningún dato|perdieron)",
      "no se (?:perdió|perdieron|borró) (?:nada|ningún|ninguna)",
    ),
    solved: any(
      "(?:está|están|quedó|fue|han sido|ha sido|ya) (?:ya )?(?:resuelt[oa]s?|solucionad[oa]s?|reparad[oa]s?|corregid[oa]s?|recuperad[oa]s?|restaurad[oa]s?|arreglad[oa]s?)",
      "falsa alarma|todo está bien|todo bien|ya funciona|vuelve a funcionar|por suerte",
    ),
    still: any("todavía|aún|sigue|siguen|pero|otra vez|de nuevo|no (?:está )?(?:resuelto|solucionado)"),
    past: any(
      "hace (?:\\S+ )?años|el año pasado|en aquel entonces|antiguamente|en 20(?:0\\d|1\\d|2[0-4])|con (?:otro|nuestro anterior|el anterior) (?:proveedor|\\S+)",
    ),
    fiction: any(
      "simulacros?|simul\\S+|ensayo|ejercicio|broma|novela|película|juego|prueba de restauración",
      "(?:de|entorno de|base de|tabla de|datos de|servidor de|clúster de) (?:prueba|pruebas|test|demo|desarrollo|preproducción)|sandbox|staging",
      "a propósito|adrede|intencionad\\S*|como estaba previsto|planificad[oa]s?",
    ),
    own: any(
      "(?:nuestro|mi) (?:\\S+ )?(?:proveedor|router|operador|cortafuegos) ~3 (?:caíd\\S*|falló|cortó)",
      "(?:registros|datos|tablas) antigu[oa]s|por nuestra culpa",
      "(?:queremos|quiero|pensamos|quisiéramos) (?:eliminar|borrar|apagar)",
    ),
  },
};
