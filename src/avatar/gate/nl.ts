/** Dutch commitments, in brief. Sentences arrive folded: small letters, no accents. */
import { compact } from "./compact.ts";

const OURS =
  "(?:een|mijn|onze|ons|een van onze) (?:\\S+ )?(?:collega|technicus|engineer|specialist|expert|ontwikkelaars?|baas|chef|manager|team|medewerker|mens)|iemand(?: van (?:ons|het|onze) \\S+)?";

export const DUTCH = compact({
  scents: "de het een u uw ik wij onze ons dat dit niet geen van ben met maandag dinsdag woensdag donderdag vrijdag",
  software:
    "downloaden|hulpmiddel|kolom|tabel|zoekopdracht|index|api|taak|geheugen|schijf|log|licentie|webhooks?|captcha|contrib|uitvoeringsplan|waarde|compressie|unieke|order by|worker|certificaat|token|herstart|back-ups|extensie|retention|virtuele machine|agent|journaal|afhankelijk van",
  back: "kan (?:ik|niemand)(?: \\S+){0,4} (?:niet|geen)|kan ik niet|ik kan (?:\\S+ ){0,3}(?:geen|niet)|ik weet|niemand kan|beslissen|als u wilt|ben een ai|een ai die|heb geen|misschien",
  kinds: {
    price:
      "(?:gaat|zal|zou) (?:\\S+ ){0,3}kosten|gratis(?: voor u)?|van het huis|zonder (?:kosten|meerprijs)|(?:niet|niets|geen)(?: \\S+)? in rekening|voor u zou het|prijs (?:\\S+ ){0,3}(?:vast|gelijk|ongewijzigd)",
    discount:
      "kortingen|korting|kortings\\w+|(?:speciaal|gereduceerd) tarief|speciale prijs|halve prijs|(?:factuur|prijs|abonnement)(?: \\S+){0,4} lager|procent (?:minder|lager)|goedkoper|voucher|tegoedbon",
    refund:
      "(?:betaal|betalen|krijgt|stort\\w*)(?: \\S+){0,6} terug|geld (?:\\S+ )?terug(?! binnen)|terugbetal\\w+|tegoed|vergoed\\w*|schadeloos\\w*|compens\\w+|restitutie|creditnota",
    date: "(?:is|wordt|zijn|staat) (?:\\S+ ){0,4}(?:opgelost|klaar|hersteld|gerepareerd|verholpen|geleverd|beschikbaar gesteld|afgerond)|(?:belt|contacteert|mailt|schrijft|antwoordt) u|(?:versie|patch|functie|update)(?: \\S+){0,3} (?:komt|verschijnt|is er)|(?:hoort|krijgt|ontvangt) (?:u )?(?:\\S+ ){0,4}(?:van ons|antwoord|oplossing|reactie|bericht)|(?:wij|we|ik) (?:leveren|lossen|repareren|sturen|los|stuur|lever)",
    guarantee:
      "(?:ik|wij|we) (?:\\S+ )?(?:garandeer|garanderen|beloof|beloven|verzeker\\w*|zweer)|mijn woord|(?:nooit|niet) meer (?:gebeurt|gebeuren|voor)|dit niet meer|verliest (?:geen|niets)|dat is zeker|zonder (?:enig )?risico|beschikbaarheid van \\d|honderd procent",
    legal:
      "(?:wij|we|ik|marldb) (?:\\S+ ){0,3}(?:aansprakelijk|verantwoordelijk|schuldig)|onze (?:schuld|verantwoordelijkheid|nalatigheid|fout)|ons aanklagen|schadevergoeding|(?:wij|we) (?:erkennen|geven toe|aanvaarden)|juridisch|contract is nietig|doen afstand",
    done: "(?:ik|wij|we) (?:heb|hebben) (?:\\S+ ){0,6}(?!gevonden|gelezen|gekeken|gecontroleerd|gezocht|gezien|vergeleken|gemaakt voor)(?:opgezegd|doorgestuurd|aangemaakt|gewijzigd|verwijderd|geescaleerd|ingelicht|gemeld|terugbetaald|verhoogd|hersteld|herstart|ontgrendeld|geannuleerd|gesloten|gepland|overgezet|gesproken|aangepast|goedgekeurd|doorgegeven|geinformeerd|gebeld|verstuurd|ingesteld|gereset)|uw (?:\\S+ ){1,3}(?:is|zijn|werd|werden) (?:\\S+ ){0,3}(?:ge\\w+|opnieuw ingesteld|ver\\w+d|opgezegd|door\\w+d|aange\\w+|hersteld)|^klaar|is geregeld",
    person: `(?:${OURS}) (?:\\S+ )?(?:neemt|gaat|zal|komt|belt|helpt|kijkt|pakt|antwoordt|bekijkt|is al)|ik (?:verbind|geef|zet|schakel) u (?:door|over)|ik (?:verbind|schakel)`,
    policy:
      "(?:ons|onze|volgens (?:ons|onze|de)) (?:\\S+ )?(?:beleid|voorwaarden|regels|reglement|richtlijnen?)|opzegtermijn|(?:op elk moment|altijd) opzeggen|support is (?:\\S+ )?(?:open|bereikbaar)",
    human:
      "(?:geen|niet een) (?:\\w+ )?(?:robot|ai|machine|kunstmatige \\w+|programma|bot|computer)|(?:echt|echte) (?:persoon|mens|vrouw|man)|met een (?:\\w+ )?(?:mens|persoon)|ik (?:ben|werk) (?:\\S+ ){0,5}(?:mens|persoon|engineer|technicus|medewerker|collega)|vlees en bloed",
  },
  everyday: {
    price: [
      "(?:kost|kosten)(?: \\S+){0,3} (?:niets|geen (?:cent|euro))|(?:niets|niks|geen cent|geen euro) (?:\\S+ ){0,2}(?:te )?betalen|(?:op|voor) onze (?:kosten|rekening)|(?:krijgt|geven|geef) (?:\\S+ ){0,4}(?:cadeau|kado|gratis)|rekenen (?:\\S+ ){0,4}(?:niets|niet|geen)|(?:is|blijft|wordt) gratis voor",
    ],
    discount: ["(?:haal|halen|trek|trekken|geef|geven) (?:\\S+ ){0,3}(?:procent|%|euro)(?: \\S+){0,5}|(?:goede|betere|scherpe) prijs|vriendenprijs|prijsje"],
    refund: ["geld (?:\\S+ ){0,4}(?:terug|weer op uw)|(?:bedrag|betaling)(?: \\S+){0,4} (?:terug|teruggestort)|teruggestort|terugstort\\w*"],
    date: [
      "(?:maandag|dinsdag|woensdag|donderdag|vrijdag|morgen|vanavond|vanmiddag|volgende week|deze week)\\w*,? (?:werkt|doet|is|zijn|staat|hebt|heeft|krijgt|draait|loopt)(?: \\S+){0,4}",
      "(?:is|zijn|wordt|werkt|staat|hebt|krijgt) (?:\\S+ ){0,4}(?:maandag|dinsdag|woensdag|donderdag|vrijdag|morgen|voor het einde|binnen|vandaag nog|vanavond)(?: \\S+){0,4} ?(?:opgelost|klaar|weer|hersteld|af|werkend)?",
    ],
    guarantee: [
      "(?:gebeurt|overkomt)(?: \\S+){0,2} (?:nooit|niet) meer|nooit meer|(?:daar|daarop|erop|op ons) (?:\\S+ )?(?:kunt|kan|mag) u (?:op )?(?:rekenen|vertrouwen|aan)|kunt u (?:op )?(?:rekenen|vertrouwen)|wees gerust|maak u geen zorgen|(?:er )?(?:gaat|gaan) (?:\\S+ ){0,4}(?:geen|niets) (?:\\S+ ){0,3}verloren|gegarandeerd",
    ],
    legal: [
      "(?:is|was|ligt) (?:\\S+ ){0,2}(?:onze schuld|onze fout|aan ons|bij ons)|(?:nemen|neem|dragen|aanvaarden) (?:\\S+ ){0,3}(?:verantwoordelijkheid|schuld)|(?:wij|we) (?:hebben|zaten|zijn) (?:\\S+ )?(?:fout|een fout gemaakt|in gebreke)",
    ],
    done: [
      "(?<!(?:als|wanneer|of|dat|zodra) )uw (?:\\S+ ){1,3}(?:is|zijn|staat) (?:\\S+ ){0,2}(?:opgezegd|vrijgegeven|geannuleerd|verwijderd|geactiveerd|aangemaakt|gewijzigd|opgelost|gesloten|terugbetaald|verlengd|bevestigd|goedgekeurd|hersteld)|^(?:is )?(?:geregeld|gedaan|opgelost|in orde)",
    ],
    person: [
      "(?:collega|technicus|engineer|specialist|iemand|team|medewerker)(?: van \\S+)? (?:belt|bel|mailt|schrijft|pakt|zorgt|is|komt|helpt|werkt)(?: \\S+){0,4}",
    ],
    human: [
      "(?:praat|spreekt|chat|schrijft) (?:\\S+ )?met een (?:\\S+ )?(?:mens|persoon)(?! (?:beslist|kan))|(?:ben|is) geen (?:\\S+ )?(?:programma|machine|computer|robot|algoritme|bot)",
    ],
  },
});
