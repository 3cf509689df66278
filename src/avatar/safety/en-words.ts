/** English concepts that several safety rules share. */
import type { Groups } from "../gate/pattern.ts";
import type { Guard } from "./rule.ts";

/** Concepts in the order of a phrase. */
export const groups: Groups = {
  our: "our|my|the|all|all our|all of our|all the|all my|your|whole|entire|some of our|half of our|most of our|every|their",
  data:
    "(?:\\S+-)?(?:data|databases?|dbs?|tables?|rows?|records?|entries|files?|documents?|docs|orders|invoices|transactions?|backups?|history|" +
    "histories|messages|tickets|photos|images|content|contents|schemas?|collections?|volumes?|bookings|customers|users|accounts|profiles|payments|" +
    "measurements|datasets?|dump|indexes|index|index|partitions?|attachments|uploads|e-?mails|contacts|projects?|workspaces?|settings|work|" +
    "stuff|changes|commits|repository|repo|everything|storage|disk|segments?|wal|logs|journal|ledger|reports|appointments|entries|cluster)",
  gone:
    "gone|lost|missing|disappeared|vanished|deleted|wiped|erased|destroyed|corrupt|corrupted|damaged|overwritten|truncated|empty|emptied|" +
    "unrecoverable|irrecoverable|unreadable|garbage|garbled|zeroed|scrambled|dropped|purged|evaporated|blank|nuked|trashed|removed|wrecked|" +
    "broken beyond|inconsistent|malformed|ruined|toast|kaput|not there|not there anymore|no longer there|nowhere to be found|poof|wiped out|" +
    "lost forever",
  be:
    "is|are|was|were|has|have|had|got|get|gets|went|been|be|seems?|seem to|appears?|looks?|comes?|came|shows?|turned|became|being|s|now|just|" +
    "all|suddenly|simply|completely|totally|partly|partially|seemingly|apparently",
  destroy:
    "lost|deleted|wiped|erased|destroyed|corrupted|overwrote|overwritten|truncated|dropped|nuked|trashed|ate|eaten|purged|emptied|removed|" +
    "lose|losing|deletes|wipes|corrupts|destroys|erases|losing|corrupting|deleting|wiping|messed up|screwed up|scrambled|swallowed|clobbered|" +
    "blew away|blown away",
  since: "after|since|following|because of|due to|thanks to|caused by|with",
  change:
    "(?:update|upgrade|upgrading|updating|migration|migrating|maintenance|patch|patching|release|hotfix|deployment|deploy|rollout|failover|" +
    "restart|reboot|crash|change|switch|vacuum|restore|resync|import|new version|version|power cut|power failure|outage|hotfixes|updates|upgrades|" +
    "fix|config push|push|auto-update|minor|major|[\\d.]+)",
  someone:
    "someone|somebody|anyone|anybody|everyone|an attacker|attackers?|a hacker|hackers?|an? (?:unknown|unauthori[sz]ed|strange|foreign|" +
    "third|external|former|random) \\S+|strangers?|a stranger|unauthori[sz]ed (?:people|persons?|users?|parties)|intruders?|an ex-employee|" +
    "a former employee|some guy|other customers|another (?:customer|tenant|user|company|client)|other (?:tenants|users|people|companies|" +
    "clients)|outsiders|the internet|the whole world|the public|criminals|an outsider|a visitor|any user|any visitor|a user",
  prod:
    "prod|production|our (?:\\S+ )?(?:service|platform|site|website|shop|store|webshop|app|application|system|systems|database|databases|db|" +
    "cluster|server|servers|api|business|instance|instances|backend|portal|hospital|warehouse|checkout|infrastructure|company|stack|customers|" +
    "users|whole company|whole site|entire site|entire company|entire platform)|everything|the (?:whole|entire|complete) \\S+(?: \\S+)?|" +
    "all (?:of )?(?:our|the) (?:\\S+ )?(?:services|systems|servers|nodes|sites|instances|databases|clusters|shops|stores|customers|users|" +
    "machines)|all services|all systems|all nodes|live system|the live system|main database|primary|our primary",
  yours:
    "your (?:\\S+ )?(?:cloud|service|services|platform|api|hosted \\S+|managed \\S+|saas|servers?|system|systems|login|site|website|app|" +
    "application|backend|endpoint|endpoints|gateway|cluster|database|db|hosting|infrastructure|console|portal|dashboard|auth|sso|proxy|region|" +
    "data cent(?:er|re)|software|product|tool|side|end)|the (?:hosted|managed|cloud) \\S+(?: \\S+)?|marldb(?: cloud)?",
  down:
    "down|offline|unreachable|dead|unavailable|not (?:reachable|available|responding|accessible|working|coming up|starting|up)|inaccessible|" +
    "stopped working|stopped responding|no longer (?:works?|responds?|reachable|available|starts?|start|working|responding)|broken|crashed|" +
    "crashing|keeps crashing|keep crashing|standing still|at a standstill|on its knees|out of service|dark|kaput|toast|hosed|bricked|" +
    "stuck in a crash loop|crash looping|crash-looping|in a crash loop|failing completely|timing out|gone|stuck|out|frozen|hanging|unusable|" +
    "not usable|dying|collapsed|fell over|fallen over|belly up|not starting|refusing connections|refuses connections|refusing to start|" +
    "refuses to start|does not (?:start|come up|respond|boot|work)|will not (?:start|come up|boot)|do not (?:start|come up|respond|boot|work)|" +
    "did not come (?:back )?up|can not start|never came back|has not come back",
};

/** Broad concepts, for sentences that name all of them in any order. */
export const broad: Groups = {
  not: "(?<! (?:not|never|no|nothing|without|neither|nor|hardly|zero|none) (?:\\S+ )?)",
  data:
    "(?:\\S+-)?(?:data|databases?|db|tables?|rows|records?|orders?|invoices?|documents?|files|entries|history|projects?|balances?|readings?|" +
    "transactions?|measurements?|backups?|dumps?|snapshots?|archives?|index|indexes|schema|amounts?|bookings?|messages|photos|content|" +
    "everything (?:we|i|that)|all we|what we (?:entered|saved|wrote)|values|accounts?|customers?|contacts|journal|ledger|work|collections?|" +
    "tickets|catalog|replica|volume|appointments|settings|workspace|uploads|attachments|count)",
  lost:
    "vanish\\S*|disappear\\S*|wiped(?: out)?|corrupt\\S*|destroyed|unrecoverable|irrecoverable|overwritten|overwrote|erased|garbled|" +
    "unreadable|lost|gone|swallowed|evaporated|nuked|clobbered|mangled|zeroed|never (?:made it|arrived|written|saved|reached|persisted)|" +
    "(?:simply |just |all )?not there(?: any ?more)?|nowhere(?: to be found)?|deleted|dropped|truncated|purged|missing|contains? nothing|" +
    "zero bytes|0 bytes|checksum (?:failures?|errors?|mismatch(?:es)?)|damaged|(?:is|are|was|were|back|up|now|all|suddenly|totally|completely|" +
    "but|table|tables) empty|(?:gives?|returns?|shows?|says|reads|is|are|down to|back to) (?:0|zero|nothing|blank)|(?:is|are|all|completely|" +
    "totally|suddenly) wrong|wrong (?:values|amounts|balances|rows|numbers)|old values|someone else values|scrambled|mixed up|swapped|" +
    "can not be (?:read|opened|restored|recovered)|removed|emptied|trashed|rolled back by itself|reverted|does not open|will not open|broken|" +
    "inconsistent|diverged|unusable|garbage",
  lift:
    "our|my|all|every|entire|whole|half|production|prod|weeks?|days|hours|months|after|since|suddenly|today|this morning|last night|yesterday|" +
    "overnight|now|just|help|urgent|urgently|asap|emergency|please|your|hello|customer|customers|during|any",
  system:
    "production|prod|site|sites|shop|shops|webshop|website|service|services|cluster|clusters|servers?|api|cloud|region|platform|app|" +
    "database|databases|db|systems?|nodes?|instances?|everything|factory|plant|business|stores?|checkout|portal|login|backend|gateway|proxy|" +
    "proxies|environment|application|warehouse|company|we|infrastructure|tills|terminals|payments?|console|endpoint|primary",
  down:
    "(?<! (?:shut|shutting|scale|scaling|scaled|tear|torn|break|breaking|write|calm|drop|slow|slowed|count|cool|wind|step|cut|boil|scroll|pin|" +
    "track|narrow|mark|take|taking|nailed|goes|trickle|way|drill|shuts|powered|power|taken|bring|bringing|jot) (?:\\S+ )?)(?<! (?:not|never|no|" +
    "nothing|without|neither|nor|hardly|zero|none) )(?:down|offline|unreachable|unavailable|inaccessible|dead in the water|crash(?:es|ed|ing)?|" +
    "crash ?-?loop\\S*|standstill|stands? still|standing still|not (?:responding|reachable|available|starting|coming (?:back )?up|" +
    "working at all|accessible)|(?:does|do|did|will|would|can) not (?:respond|start|come (?:back )?up|boot|load|recover)|" +
    "no longer (?:responds?|starts?|reachable|available|works?|working)|refus(?:es|ing) (?:to start|connections?|all connections)|" +
    "out of service|fell over|fallen over|knocked (?:over|out|off\\S*)|collapsed|dead|bricked|hosed|toast|blackout|only (?:errors?|timeouts?)|" +
    "nothing but errors?|5\\d\\d errors?|50[0234]s?|at a halt|halted|paralysed|paralyzed|locked out|cut off|on its knees|went dark|gone dark|" +
    "stopped (?:working|responding)|grinds? to a halt|ground to a halt)",
  hurry:
    "our|all|every|entire|whole|your|since|after|suddenly|today|this morning|last night|yesterday|overnight|right now|again|completely|" +
    "totally|minutes|hours?|help|urgent|asap|emergency|customers?|users?|production|prod|none|nobody|no one|everyone|sev1|p1|live|everything|" +
    "worldwide|we are|immediately",
  you: "you|your|you guys|your \\S+|marldb|yours",
  disrupt:
    "knocked|broke|breaks|broken|killed|kills|took|taken|brought|brings|crashed|crashes|wrecked|bricked|ruined|cut|locked|stopped|" +
    "destroyed|trashed|shut|tore|messed|screwed|paralysed|paralyzed|disabled|blocked|blew|blown|nuked|tanked|halted",
  ours:
    "(?:our|my) (?:\\S+ ){0,2}(?:production|cluster|site|shop|server|servers|system|systems|database|app|service|services|platform|company|" +
    "business|website|store|stores|users|customers|whole \\S+|entire \\S+|nodes|factory|environment|checkout|api|backend|login|warehouse|" +
    "operations|installation)|production|prod|us (?:down|out|off|offline)|everything",
  secret:
    "passwords?|credentials?|creds|(?:api |access |private |secret |ssh |signing |encryption )?keys?|tokens?|secrets?|connection strings?|" +
    "customer data|personal data|user data|patient data|card (?:data|numbers)|customer list|database dump|certificates?|private data|cookies?",
  expose:
    "leak\\S*|text files?|download server|downloadable|open to (?:the )?(?:public|world|internet|everyone|everybody|anyone|all)|hard-?coded|hard coded|pushed|uploaded|checked in|forwarded to|shared with|e-?mailed to|mailed to|sent to|guessable|predictable|reused|github|gitlab|pastebin|slack|public|publicly|exposed|exposes|stolen|stole|pasted|posted|visible|published|in the logs?|plain ?text|plain text|clear ?text|" +
    "clear text|committed|pushed to|unauthenticated|without (?:a |any )?(?:login|logging in|authentication|auth|password)|compromised|phished|" +
    "guessed|cracked|intercepted|sold|dark ?web|on the internet|on github|to everyone|to anyone|anybody can|anyone can|unencrypted|" +
    "world-readable|wrong person|wrong recipient|strangers?|exfiltrat\\S*|hacker\\S*|attacker\\S*|disclosed|unmasked|on a public|circulating|" +
    "breach\\S*",
  foreign:
    "(?:another|other|a different|different|someone else|somebody else|foreign|strange|an unknown|unknown|some other|a random|unrelated|" +
    "third-party|a competitor) (?:customers?|compan(?:y|ies)|clients?|tenants?|people|persons?|organi[sz]ations?|firms?|accounts?|business|" +
    "hospital|shop|workspace|team|user account|users data|customers data)|(?:compan(?:y|ies)|customers?|person|client|clients|people|names?|" +
    "firm|someone|somebody|invoices?|data|records|tickets|orders|accounts?|projects?|tables?|documents?|files) (?:that |who |whom |" +
    "which )?(?:(?:i|we) (?:have )?(?:never|do not know|not know|did not create|do not own|have nothing to do)|(?:are|is) not (?:ours|mine|" +
    "our|my)|(?:does|do|did) not belong to)|(?:that |which |who |whom )?(?:we|i) (?:have )?(?:nothing to do with|never heard of|do not know|have never|not know)|wrong (?:compan(?:y|ies)|customers?|tenant|workspace|organi[sz]ation|person|client|recipient)|someone else|somebody else|strangers?|competitors?|other people|not ours|not mine|" +
    "complete stranger|the neighbou?r",
  view:
    "see|sees|saw|seeing|seen|show|shows|showed|shown|showing|view|viewing|read|reading|visible|access|accessible|display\\S*|receive\\S*|" +
    "expos\\S*|return\\S*|leak\\S*|log(?:ged)? in(?:to)?|ended up|end up|appear\\S*|mixed|land\\S*|i get the|we get the|i got the|we got the|" +
    "i get|list(?:s|ed)?|contains?|contained|download\\S*|opens?|found|find|suddenly|inside|delivered|exported|in (?:my|our) (?:dashboard|" +
    "portal|account|export|inbox|console|list|report|results?)",
  role:
    "roles?|users?|accounts?|viewer|viewers|reader|readers|read-only|readonly|guest|guests|customer|tenant|employee|anyone|anybody|visitor|" +
    "operator|member|members|nobody account|normal user|client",
  become:
    "become|becomes|became|escalat\\S*|elevat\\S*|promote|promotes|make (?:himself|herself|itself|themselves|myself)|grant (?:himself|" +
    "itself|themselves|herself|myself)|gain|gains|gained|get|gets|got|obtain|obtains|turn into|act as|impersonat\\S*",
  admin: "superuser|super user|admin|administrator|root|owner|owner rights|admin rights|root shell|superuser rights|full access|full control",
};

/** The guards of a rule that may be asked about, denied, supposed, long over or a game. */
export const usual: readonly Guard[] = ["asking", "hypothetical", "negated", "solved", "past", "fiction"];
