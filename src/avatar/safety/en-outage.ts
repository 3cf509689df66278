/** English safety rules: an outage that we caused. */
import { broad, groups, usual } from "./en-words.ts";
import { any, see, together, weigh } from "./rule.ts";
import type { SafetyRule } from "./rule.ts";

/** An outage that we caused. */
export const outage: readonly SafetyRule[] = [
  {
    rule: "outage.caused.en",
    class: "outage",
    guards: [...usual, "own"],
    unless: any(
      "dead (?:letters?|tuples?|rows?|code|links?|locks?|connections?|ends?|line|weight|simple|easy|keys?)",
      "(?:my|his|her|a) (?:\\S+ )?(?:laptop|phone|notebook|mouse|keyboard|headset|computer|pc) (?:is |has |just |was )?(?:dead|down|died|crashed|broken|frozen)",
    ),
    together: together(
      broad,
      ["{system}", "{down}", "{hurry}"],
      ["{you}", "{disrupt}", "{ours}"],
      [
        "(?:no|not a single|not one|none of (?:the|our|my)|every|all) (?:quer(?:y|ies)|requests?|connections?|calls?|pages?|orders?|transactions?|payments?|logins?|apps?|jobs?|services?|nodes?|users?)",
        "(?:gets?|answer\\S*|through|works?|succeeds?|respon\\S*|fails?|failing|rejected|refused|starts?|connects?|time out|timing out|hangs?)",
        "since|after|because",
        "your|you|update|upgrade|release|maintenance|patch|migration|deployment|certificate|this morning|last night|today|\\d+",
      ],
      [
        "log-?ins?|logging in|sign-?ins?|access|connections?|connecting|work|working|ordering|orders|payments?|checkout|booking|selling|shipping|operation|operations|business",
        "impossible|not possible|blocked|no longer possible|at a standstill|not working|does not work|do not work|stopped|fails? for (?:all|every)|broken",
        "all (?:of )?our|every|everyone|nobody|employees|customers|users|company|whole|entire|since|for (?:hours|\\S+ hours)|your",
      ],
      [
        "(?:none of (?:our|my|the) \\S+(?: \\S+)?|no one|nobody|not a single \\S+|no (?:customer|user|store|shop|employee|client|patient|order)s?|" +
          "hardly anyone) ~2 (?:can|could|is able|are able|gets|works|manages)",
      ],
      [
        "(?:we|our \\S+|all \\S+|everyone|customers|users|stores|shops|staff) (?:\\S+ ){0,3}(?:can not|can no longer|are unable to|unable to|" +
          "could not|not able to) (?:\\S+ )?(?:log|login|connect|work|access|reach|order|pay|process|sell|ship|serve|use|sign|open|do|book|save|" +
          "take|bill|print|start|reserve|trade)",
        "since|after|because of",
        "your|you|update|upgrade|release|maintenance|patch|version|deployment|" + "rollout",
      ],
    ),
    weigh: weigh(
      [
        3,
        "offline|unreachable|outage|standstill|blackout|bricked|ground to a halt|dead in the water|went dark|crash(?:es|ed|ing|loop)|" +
          "unavailable|knocked (?:out|over|off)|took (?:down|out)|brought down|sev-?1|p1 |not a single|disappear(?:ed)? from the internet|" +
          "locked out|stands still|stand still|nothing works|all (?:systems|services|nodes|requests)|unusable|kills? our|killed our|broke our|" +
          "breaks our|destroyed our|down since|down for|all down|totally down|completely down|is down|are down|went down|gone down|" +
          "can not take (?:a |any )?(?:single )?order|not usable|total failure|meltdown|catastroph|everything (?:is )?(?:down|dead|broken|stuck|" +
          "red)|nobody can|no one can|dead since|lights out|knocked|wiped out",
      ],
      [
        2,
        "(?:is|are|was|were|went|been|all|still|completely|goes) down |50[0234] |5xx|failing |fails |fail |stuck |frozen|not respond|time(?:s|" +
          "d)? out|timeouts|refus|can not (?:connect|log|work|order|reach|pay|access|start|process)|able to work|comes? up|not start|stopped|broke |" +
          "broken |killed |halted|dead |errors |no longer|gone |refuses|refused|rejects|rejected|does not (?:answer|respond|start|load|come)|" +
          "will not (?:start|boot|come|load)|flapping|restart loop|reboot loop|degraded|unstable|hangs |hanging|hung |blank page|white page|" +
          "bad gateway|wrong on your side|trouble on your|problems? on your side",
      ],
      [1, "our |production|prod |everything|whole |entire |all |nobody|no one|none of|customers|users|checkout|orders"],
      [0.5, "since|after|because of|your |you |ever since|for (?:an hour|hours|minutes|\\d+)|minutes|right now|now "],
      [
        0.5,
        "update|upgrade|release|patch|maintenance|deploy|change|version|migration|rollout|engineer|technician|config|certificate|dns|firewall|" + "5\\.\\d",
      ],
    ),
    see: see(
      groups,
      "your (?:\\S+ ){0,4}(?:{change}|software|bug|service|cloud|engineers?|team|product|config|push|thing|people|colleague|technician|" +
        "maintenance window|extension|agent|driver|client|library|package|installer|script|database|db|license server|licence server) ~5 (?:took|" +
        "take|takes|taken|brought|brings|bring|knocked|killed|kills|crashed|crashes|broke|breaks|broken|bricked|wrecked|stopped|stops|destroyed|" +
        "shut|paralysed|paralyzed|blew|blown|locked|blocks|blocked|takes down|nuked|tanked|ruined|trashed|messed up|screwed|hosed|fried|put|cut|" +
        "disabled) ~6 (?:down|offline|out|out of action|production|prod|everything|service|services|site|website|shop|app|cluster|server|servers|" +
        "system|systems|database|databases|platform|us|up|nodes|api|business|company|standstill|customers|whole|users|replicas?|backend|checkout|" +
        "warehouse|infrastructure|setup|installation|our|all)",
      "(?:{since}) (?:\\S+ ){0,4}(?:{change}) (?:\\S+ ){0,10}(?:{down}|nothing works|nothing is working|no longer works|everything fails|" +
        "all requests fail|every request fails|only errors|only get errors|no (?:one|body) can|nobody can|standstill|total failure|outage|500s|" +
        "503s|502s|5xx)",
      "{prod} ~5 (?:{down}) (?:\\S+ ){0,8}(?:{since}) (?:\\S+ ){0,5}(?:{change})",
      "{prod} (?:is|are|was|went|has been|have been|goes|s|is completely|is totally|is still|is all|has gone|have gone|just went|just|is now|" +
        "completely|totally|still|suddenly|has|have|is currently|are all|are completely|keeps|keep|is again|are still|are currently|been|has just|" +
        "again|are now|is fully)? ?(?:completely |totally |fully |entirely |all |still |now |again )?(?:{down})",
      "{yours} (?:is|are|was|went|has been|have been|goes|s|is completely|is totally|is still|has gone|have gone|just went|just|is now|completely|" +
        "totally|still|suddenly|has|have|is currently|are all|keeps|keep|is again|are still|seems?|seems to be|appears?|appears to be|seem to be|" +
        "looks|again|are|are currently|are now|has just)? ?(?:completely |totally |fully |entirely |all |still |now |again |to be )?(?:{down})",
      "(?:{yours}) ~4 (?:returns?|returning|throws?|throwing|gives?|giving|answers?|answering|responds?|responding|serves?|serving|only|just|" +
        "shows?|showing|delivers|spits out) ~3 (?:5\\d\\d|5xx|500s|502s|503s|504s|errors?|timeouts?|bad gateway|gateway timeout|" +
        "service unavailable|internal server error|internal server errors)",
      "nothing (?:works|is working|responds|loads|is reachable|goes|runs|is running|moves)(?: any ?more| at all| since| anymore| now| here)?",
      "(?:we|nobody|no one|none of (?:our|us|them)|users|customers|all (?:our|of our) (?:users|customers|clients|staff|employees)|everyone|" +
        "our (?:users|customers|clients|staff|employees|whole company|people|sales|cashiers|agents|team)) ~2 (?:can not|can|are unable to|" +
        "could not|is able to|are not able to|are locked out|locked out|cut off|can no longer|is locked out) ~3 (?:log in|login|connect|work|" +
        "access|reach|order|pay|use|sign in|book|open|do anything|get in|check out|out|ship|sell|serve)",
      "(?:major|total|complete|full|massive|huge|ongoing|big|serious|severe|global|nationwide|another|an|the|this|your|production|service|system|" +
        "nationwide|unplanned|current|site-wide|sitewide|company-wide|widespread) (?:\\S+ )?(?:outage|outages|blackout|downtime|breakdown|" +
        "service interruption|service disruption|standstill|meltdown)",
      "outage (?:since|right now|now|at|in|on|of|going on|ongoing|again|today|for|after|caused|because|due|hits|affects|affecting|, )",
      "(?:down|offline|outage|unreachable|dead) (?:since|for) (?:\\S+ ){0,4}(?:morning|hours?|minutes|mins|night|noon|midnight|yesterday|today|" +
        "monday|tuesday|wednesday|thursday|friday|saturday|sunday|\\d+|update|upgrade|am|pm|ages|half)",
      "(?:you|you guys|you people|your \\S+) ~2 (?:broke|killed|crashed|took down|brought down|bricked|shut down|took out|knocked out|" +
        "knocked over|wrecked|switched off|turned off|cut off|locked) (?:\\S+ ){0,3}(?:production|prod|everything|service|services|site|website|" +
        "shop|app|cluster|server|servers|system|systems|database|databases|platform|us|nodes|api|our|my|it|customers)",
      "(?:can not|could not|unable to|no longer) (?:\\S+ )?(?:reach|connect to|access|log in to|log into|use) (?:any of )?(?:your|the hosted|" +
        "the cloud|the managed) (?:\\S+ ){0,3}(?:cloud|service|services|platform|api|servers?|system|cluster|database|console|instance|instances|" +
        "app|login|region|endpoint)",
      "(?:whole|entire|complete) (?:\\S+ ){1,3}(?:can not|can no longer|could not|is unable|unable|is locked|has no access)",
      "(?:still|again) (?:can not|could not|not able to|unable to) (?:connect|log|reach|access|work|use|get in)",
      "(?:p1|sev1|sev-1|sev 1|p0|" + "sev0|severity 1|prio 1) (?:,|outage|incident|production|down|emergency|:|-|ticket)",
      "(?:losing|lose|lost|costs us|costing us) ~2 (?:money|revenue|orders|sales|customers|thousands|a fortune|business) ~3 (?:every|each|per|" +
        "by the|a) (?:minute|hour|second|day)",
      "(?:production|prod) (?:\\S+ ){0,2}(?:down|outage|stopped|dead|stands still|standing still|halted|offline|crashed|unreachable|" +
        "is not running|failing|broken|failure|standstill|at a halt)",
    ),
  },
];
