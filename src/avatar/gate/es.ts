/** Spanish commitments, in brief. Sentences arrive folded: small letters, no accents. */
import { compact } from "./compact.ts";

const OURS =
  "(?:un|una|mi|nuestro|nuestra|uno de nuestros) (?:\\S+ )?(?:companer[oa]|tecnic[oa]|ingenier[oa]|especialista|expert[oa]|desarrollador\\w*|jef[ea]|equipo|responsable|persona|humano)|alguien(?: de (?:nuestro|mi) \\S+)?";

export const SPANISH = compact({
  scents:
    "el la los las le su sus se es un una que de en con he soy somos nuestro nuestra mi eso esta lo hemos sera estara puedo ya al lunes martes miercoles jueves viernes",
  software:
    "devolver el control|descarg\\w+|columnas?|tablas?|consultas?|indice|api|tarea|memoria|disco|registro|licencia|webhooks?|captcha|contrib|ejecucion|valor|compresion|unico|order by|worker|certificado|token|servidor (?:estara|reproduce)|reinicio|copias|extension|retention|maquina virtual",
  back: "no (?:puedo|podemos|se|sabemos|tengo)|nadie puede|deciden|si quiere|una ia que|soy una ia|no he|no hemos|por ultima vez",
  kinds: {
    price:
      "(?:le )?(?:costara|costaria|saldra|saldria) (?:\\S+ ){0,2}\\S+|gratis(?: para usted)?|invita la casa|sin (?:coste|costo|cargo)|no (?:se )?(?:le )?(?:cobrar\\w+|factur\\w+)|para usted seria\\w*|precio (?:\\S+ ){0,3}(?:no sube|fijo|congelado)",
    discount:
      "descuentos?|rebajas?|cupon(?:es)?|vales?(?: de)|(?:tarifa|precio|oferta) (?:especial|reducid[oa])|mitad de precio|(?:factura|precio|cuota)(?: \\S+){0,3} (?:reducir\\w*|bajar\\w*|menor)|por ciento menos|mas barato",
    refund:
      "devolv(?:er|ere|eremos|emos|era)\\w*|devolucion|reembols\\w+|abonar\\w* (?:\\S+ ){0,4}(?:en|a) su cuenta|compensar\\w*|indemniz\\w+|recuperara su dinero|nota de credito",
    date: "(?:estara|quedara|sera|estaran) (?:\\S+ ){0,2}(?:arreglad|resuelt|list|corregid|disponible|solucionad|reparad|terminad|restaurad)\\w*|(?:le )?(?:llamara|contactara|respondera|escribira|contestara)|(?:version|parche|funcion|actualizacion)(?: \\S+){0,3} (?:sale|saldra|llega|llegara|estara)|(?:tendra|recibira) (?:\\S+ ){0,3}(?:respuesta|solucion|noticias|parche)|(?:lo|le) (?:arreglar\\w+|enviar\\w+|entregar\\w+|solucionar\\w+)",
    guarantee:
      "(?:le |se lo )?(?:garantizo|garantizamos|prometo|prometemos|aseguro|aseguramos|juro|certificamos)|mi palabra|no (?:volvera|va a volver) a|no perdera (?:ningun|nada|sus)|es seguro|sin (?:ningun )?riesgo|disponibilidad del? \\d|cien por cien|con toda seguridad",
    legal:
      "(?:somos|es|soy|marldb es) (?:\\S+ ){0,3}(?:responsables?|culpables?)(?! de las copias)|culpa (?:es )?(?:nuestra|mia)|nuestra (?:culpa|responsabilidad|negligencia)|demandarnos|danos y perjuicios|reconocemos|admitimos|legalmente|renunciamos|contrato es nulo",
    done: "(?:ya )?(?:he|hemos) (?:ya )?(?!encontrado|leido|mirado|revisado|buscado|visto|comparado|preparado|comprobado|entendido)(?:\\w+(?:ado|ido)|hecho|abierto|puesto|escrito)|su (?:\\S+ ){1,3}(?:ha sido|fue|esta|han sido) (?:ya )?\\w+(?:ad|id|t)[oa]s?|^listo|ya esta hecho|(?:solicitud|caso|ticket) (?:ha sido|fue) \\w+",
    person: `(?:${OURS}) (?:\\S+ ){0,3}?(?:se (?:pondra|encargara|ocupara)|le (?:\\w+ra|va a)|va a|lo (?:vera|revisara)|esta (?:en|con)|revisara|tomara)|(?:le|lo) (?:paso|transfiero|pongo|conecto) (?:con|en|a)`,
    policy:
      "(?:nuestr[oa]s?|segun (?:nuestr[oa]s?|l[oa]s)|conforme a nuestr\\w+) (?:\\S+ )?(?:politica|condiciones|normas|reglas|terminos|reglamento)|plazo de preaviso|(?:cancelar|rescindir) (?:cuando quiera|en cualquier momento)|soporte esta (?:abierto|disponible)",
    human:
      "(?:no|ni) (?:soy |es |un |una )*(?:robot|ia|maquina|inteligencia artificial|programa|bot)|(?:persona|ser human[oa]|mujer|hombre|human[oa]) (?:de verdad|real|de carne)|(?:soy|con) (?:un |una )?(?:ser humano|persona|human[oa]|ingenier[oa]|tecnic[oa]|emplead[oa]|agente)|carne y hueso",
  },
  everyday: {
    price: [
      "(?:no|ni) (?:\\S+ ){0,4}(?:un|ningun) (?:centimo|euro|centavo|peso)|(?:no|nada) (?:\\S+ ){0,3}(?:que )?pagar(?: nada)?|(?:corre|va|queda) (?:\\S+ )?(?:de|por|a) nuestra cuenta|(?:lo|le|les|se lo) (?:regal\\w+|obsequi\\w+|invit\\w+)|(?:a cargo nuestro|cortesia (?:nuestra|de la casa))|(?:costara|cuesta|costaria) nada",
    ],
    discount: [
      "(?:quito|quitamos|quitare|descuento|descontamos|descontare|rebajo|rebajamos|bajo|hago|hacemos) (?:\\S+ ){0,3}(?:por ciento|%|euros)|(?:buen|mejor) precio|precio de amigo",
    ],
    refund: [
      "(?:dinero|importe|pago|monto)(?: \\S+){0,3} (?:de vuelta|devuelto|vuelve|volvera|reembolsado)|(?:devolvemos|devuelvo|reintegr\\w+|regres\\w+) (?:\\S+ ){0,3}(?:dinero|importe|pago|monto|plata)|de vuelta en su cuenta",
    ],
    date: [
      "(?:lunes|martes|miercoles|jueves|viernes|manana|esta (?:tarde|noche|semana)|proxima semana)(?: por la (?:manana|tarde|noche))?,? (?:\\S+ ){0,3}(?:funcionara|estara|estaran|tendra|quedara|saldra|ira|volvera)(?: \\S+)?",
      "(?:tendra|recibira|quedara|estara|funcionara) (?:\\S+ ){0,5}(?:lunes|martes|miercoles|jueves|viernes|manana|antes|dentro|en (?:una|dos|\\d+) \\w+|fin de)",
    ],
    guarantee: [
      "(?:esto|eso|error|problema|fallo)?(?: ?\\S+){0,3} no (?:le |se |nos )*(?:volvera|vuelve|va a volver) a|nunca mas|puede (?:contar|confiar)(?: con| en)?|no se (?:perdera|va a perder|borrara)\\w*|(?:quede|este)(?:se)? tranquil\\w+|^tranquil\\w+|pierda cuidado|no (?:tiene|hay) (?:de )?que preocupar\\w*|delo por hecho",
    ],
    legal: [
      "(?:la )?culpa (?:\\S+ ){0,2}(?:nuestra|mia)|(?:asumimos|asumo|aceptamos|cargamos|tomamos) (?:\\S+ ){0,3}(?:responsabilidad|culpa)|(?:fue|es|ha sido) (?:un )?(?:error|fallo|culpa|descuido) (?:nuestro|nuestra|de nuestra)|hemos fallado|nos equivocamos",
    ],
    done: [
      "(?<!(?:si|cuando|que|donde) )su (?:\\S+ ){1,3}(?:esta|ha quedado|queda|ya esta) (?:ya )?(?:cancelad|desbloquead|anulad|borrad|activad|desactivad|cread|cambiad|resuelt|abiert|cerrad|reembolsad|renovad|confirmad|aprobad|eliminad|restablecid)\\w*|^(?:ya )?(?:esta )?(?:hecho|solucionado|arreglado)",
    ],
    person: [
      "(?:companer[oa]|tecnic[oa]|ingenier[oa]|especialista|alguien|equipo|responsable|encargad[oa])(?: de \\S+)?(?: ya)? (?:le|les|lo|la|se|ya) (?:\\S+ )?(?:llama\\w*|contact\\w+|atiend\\w+|atender\\w*|escrib\\w+|ocup\\w+|encarg\\w+|pon\\w+|esta|ayud\\w+)",
    ],
    human: [
      "(?:esta|habla|hablando|escribe|chatea\\w*|soy) (?:\\S+ ){0,2}(?:con )?(?:una? )?(?:persona|human[oa]|ser humano)(?! (?:puede|decide))|no (?:soy|hablas? con|es) (?:un |una |ningun |ninguna )?(?:programa|maquina|ordenador|computadora|robot|algoritmo|bot)",
    ],
  },
});
