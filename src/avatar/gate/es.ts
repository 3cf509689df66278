/** Spanish commitments, in brief. Sentences arrive folded: small letters, no accents. */
import { compact } from "./compact.ts";

const OURS =
  "(?:un|una|mi|nuestro|nuestra|uno de nuestros) (?:\\S+ )?(?:companer[oa]|tecnic[oa]|ingenier[oa]|especialista|expert[oa]|desarrollador\\w*|jef[ea]|equipo|responsable|persona|humano)|alguien(?: de (?:nuestro|mi) \\S+)?";

export const SPANISH = compact({
  scents:
    "usted le se su sus nos nuestro nuestra nuestras nuestros he soy hemos gratis precio tarifa factura descuento cupon devolver devolvere reembolsar reembolsara abonaremos compensaremos arreglado viernes manana abril horas garantizo prometemos seguro palabra responsables culpa demandarnos cancelado pasado listo ticket persona robot humano politica condiciones normas plazo tecnico companero alguien jefe reconocemos perdera version",
  small: "el la los las le su sus se es un una que de en con he soy somos nuestro nuestra mi eso esta lo hemos sera estara puedo ya al",
  software:
    "columnas?|tablas?|consultas?|indice|api|tarea|memoria|disco|registro|licencia|webhooks?|captcha|contrib|ejecucion|valor|compresion|unico|order by|worker|certificado|token|servidor (?:estara|reproduce)|reinicio|copias|extension|retention|maquina virtual",
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
});
