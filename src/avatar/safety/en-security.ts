/** English safety rules: vulnerabilities, leaks and intruders. */
import { broad, groups, usual } from "./en-words.ts";
import { any, see, together, weigh } from "./rule.ts";
import type { SafetyRule } from "./rule.ts";

/** One of these in a report, with no question around it, is enough. */
const intruder =
  "intrusions?|intruders?|exfiltrat\\S*|tamper\\S*|brute-? ?forc\\S*|hijack\\S*|impersonat\\S*|spoof(?:ed|s|ing)?|break-ins?|pretend(?:s|ing|" +
  "ed)? to (?:be|come) ~3 (?:you|your|us|our|marldb|support|bank|admin)|taken over|took over (?:my|our|the) account|rogue (?:admin|user|process|" +
  "employee|query|device)|espionage|blackmail\\S*|extort\\S*|man-in-the-middle|keylogg\\S*|eavesdrop\\S*|unauthori[sz]ed|malicious(?:ly)?|" +
  "fraudulent|stolen (?:credentials|token|laptop|password|account|session)|shell on (?:our|your|the)|lateral movement|leaked|insecure|" +
  "security(?:-relevant| relevant| critical|-critical)|exposed to the internet|skimm\\S*|cyber ?-?attack\\S*|attackers? (?:had|have|has|got|" +
  "are|is|can|could|was|were|may have|might have|gained|left)";

/** Vulnerabilities, leaks and intruders. */
export const security: readonly SafetyRule[] = [
  {
    rule: "security.vulnerability.en",
    class: "security",
    guards: usual,
    unless: any(
      "(?:vulnerability|exploit) (?:scanner|scan|management|policy|disclosure policy|program|database|reports?|assessment questionnaire)",
      "bug bounty",
      "exploit(?:s|ed|ing)? ~3 (?:index|parallelism|locality|cache|feature|cores|cpu)",
      "no (?:known )?vulnerabilit(?:y|ies)",
      "vulnerability statement",
      "(?:publish|provide) (?:\\S+ )?sboms?",
    ),
    see: see(
      groups,
      "(?:vulnerabilit(?:y|ies)|vuln|vulns|vulnerable|zero-day|0-day|0day|zero day|exploits?|exploitable|exploited|exploiting|backdoor|back door|" +
        "rce|xss|csrf|ssrf|idor|lfi|security (?:\\S+ )?(?:hole|flaw|bug|issue|problem|incident|gap|leak|weakness|defect|finding|breach|" +
        "vulnerability|report|concern|disaster|nightmare)|responsible disclosure|coordinated disclosure|proof of concept|remote code execution|" +
        "code execution|arbitrary code|buffer overflow|heap overflow|use-after-free|privilege escalation|escalate privileges|path traversal|" +
        "directory traversal|auth(?:entication)? bypass|authorization bypass|login bypass|deserialization)",
      "(?:sql|code|command|html|script|template|ldap|prompt|shell|sqli|nosql|header|log) ?-?injections?",
      "injections? (?:is |are |seems |was |" + "attack |attacks )?(?:possible|works?|vulnerab\\S*|flaw|hole|attacks?|through|via)",
      "sql-injection|sqli|cve-\\d{4}-\\d+|cve \\d{4}-\\d+|" + "cve-\\d+|ghsa-\\S+",
      "(?:a|any|new|this|critical|the|known|another) cve",
      "(?:found|discovered|spotted|noticed|there is|there are|have|see|stumbled upon|came across|report|reporting|disclose|identified|uncovered|" +
        "detected) ~4 (?:hole|holes|loophole|security gap|way (?:to bypass|around ~3 (?:login|auth\\S*|permission\\S*|password|check)|in without|" +
        "to (?:read|get|access|see|dump|become|escalate|take over)))",
      "(?:bypass|bypassed|bypasses|bypassing|circumvent|circumvented|get around|got around|skip|skips|skipped|sidestep|evade|evaded) ~4 (?:login|" +
        "auth|authentication|authori[sz]ation|permissions?|2fa|mfa|password|passwords|access control|acl|acls|row-level|rls|checks?|sso|signature|" +
        "signatures|restrictions?|sandbox)",
      "(?:pen ?test|pentest|pen-test|pentesters?|penetration test|security audit|security researcher|security team|auditors?|red team|scanner|" +
        "bug hunter|white hat|researcher) ~6 (?:found|discovered|reports?|reported|shows?|showed|flagged|identified|uncovered|reveals?|revealed|" +
        "got in|managed to|was able to|detected|turned up|broke)",
      "(?:attacker|attackers|anyone|anybody|everyone|any user|any visitor|hacker|hackers|any (?:\\S+ )?(?:role|account|customer|tenant)|" +
        "a (?:\\S+ )?(?:read-only|readonly|normal|guest|unprivileged|regular|plain|non-admin|unauthenticated|anonymous) \\S+|read-only (?:role|" +
        "user|users)|(?:unauthenticated|anonymous|unprivileged) (?:users?|visitors?|clients?|requests?)) ~2 (?:can|could|is able to|are able to|" +
        "may|gets?|got|has|have) ~3 (?:read|see|access|download|execute|run|take over|become|drop|delete|write|change|dump|list|steal|inject|" +
        "impersonate|open|log in|login|view|modify|escalate|superuser|admin|root|full access|enumerate|reset)",
      "(?:login|log in|logged in|sign in|signed in|authenticat\\S+|connect|connected|get in|got in) ~5 (?:without|with (?:any|an empty|a wrong|no|" +
        "someone else|another)) ~2 (?:password|credentials?|authentication|auth|token|login|2fa|account)",
      "(?:accepts?|accepted|takes|works with|lets \\S+ in with|happy with) ~2 (?:any|every|an empty|empty|wrong|expired|forged|invalid|" +
        "unsigned) ~2 (?:password|passwords|token|tokens|signature|signatures|credentials|certificate|certificates|cert|jwt|jwts|session|cookie)",
      "(?:passwords?|credentials|tokens?|secrets?|keys?|card numbers?|credit cards?) ~5 (?:in plain ?text|in clear ?text|plaintext|cleartext|" +
        "unencrypted|unhashed|in the clear|readable|visible|in the logs?|in your logs?|in log files?|in the url)",
      "(?:logs?|writes?|prints?|stores?|sends?|shows?|exposes?|displays?|saves?|dumps?|contains?) ~4 (?:passwords?|credentials|tokens|secrets|" +
        "api keys?|private keys?|card numbers|credit card numbers?) ~3 (?:plain|clear|plaintext|cleartext|unencrypted|to everyone|to anyone|" +
        "publicly|log|logs|logfile)",
      "(?:disabled|deactivated|deleted|removed|revoked|blocked|suspended|expired|locked|former|old|dismissed) (?:\\S+ )?(?:users?|accounts?|" +
        "employees?|keys?|tokens?|members?|customers?|admins?|contractors?|colleagues?|logins?|" +
        "certificates?) (?:\\S+ ){0,3}still (?:\\S+ )?(?:query|read|connect|log|see|access|use|open|works?|has|have|get|gets|valid|download|write|" +
        "delete|change)",
      "(?:tokens?|sessions?|cookies?|links?|api keys?|keys?|certificates?) (?:\\S+ ){0,12}(?:not expire|never expires?|(?:stay|stays|remain|" +
        "remains|still|keep|keeps) (?:valid|active|working|accepted|logged in)|not (?:get )?invalidated|not revoked)",
      "(?:token|tokens|session|sessions|cookie|link|api key|key) ~4 (?:still (?:valid|works?|accepted|active|usable)) ~3 (?:after|although|even)",
    ),
  },
  {
    rule: "security.leak.en",
    class: "security",
    guards: usual,
    unless: any(
      "(?:memory|connection|goroutine|handle|fd|descriptor|file descriptor|resource|thread|socket|oil|water|cursor|buffer|" + "heap) ?-?leak\\S*",
      "leaks? (?:memory|connections?|file|handles?|descriptors?|goroutines?|threads?|sockets?)",
    ),
    together: together(
      broad,
      ["{secret}", "{expose}"],
      ["{foreign}", "{view}"],
      ["{role}", "{become}", "{admin}"],
      [intruder],
      [
        "(?:private|personal|confidential|salary|salaries|secret|internal|payroll|medical|all|everyone) (?:\\S+ )?(?:files?|data|documents?|records?|messages|mails?|e-?mails?|" +
          "addresses|photos|salaries|chats?|conversations?|information)",
        "(?:of|from|about) (?:all|other|every|the other|our other|all our) \\S+|everybody|everyone|anyone|anybody|recipients?",
        "(?:can|could|sees?|saw|reads?|opens?|downloads?) ?(?:now )?(?:see|read|open|view|download|access)?|in cc|visible",
        "my|our|now|your|customers|employees|colleagues?|intern|should not|users|how come|how can it be",
      ],
      ["(?:in|put on|via|open) (?:the )?cc|instead of bcc|not bcc|without bcc", "customers?|recipients?|addresses|people|all|e-?mails?"],
      [
        "(?:expired|revoked|old|deleted|invalid|forged|blocked|disabled|wrong) (?:\\S+ )?(?:tokens?|passwords?|keys?|sessions?|certificates?|accounts?|links?|users?|api keys?)",
        "(?:still|also|nevertheless|anyway|happily) (?:\\S+ )?(?:accepted|works?|valid|working|active|usable|log in)|(?:accepts?|accepted)",
      ],
      [
        "(?:any|every|each|all|normal|ordinary|regular|anonymous|unauthenticated|read-?only|low-privileged|unprivileged|guest|random) (?:logged-in |" +
          "registered )?(?:users?|customers?|accounts?|visitors?|tenants?|members?|people|guests?|employees?)|anyone|anybody|everyone|everybody|whoever|outsiders?",
        "(?:can|could|able to|allows? \\S+ \\S+ to|lets \\S+ \\S+) (?:\\S+ ){0,3}(?:read|see|drop|delete|access|open|change|list|write|download|modify|query|view|" +
          "edit|export|log|execute|run|create)",
        "bugs?|flaw|critical|found|discovered|although|even though|should not|hole|shocked|serious|dangerous|no password|without|other customers|all tables|" +
          "all data|our (?:data|tables|database|files|orders|invoices|customers?)|by default|s3|bucket|url|link",
      ],
      [
        "(?:session|sessions|tokens?|ids?|passwords?|links?|keys?|urls?|invite|cookies?) ~6 (?:guess|guessed|guessable|predictable|predicted|enumerat\\S*|forged|" +
          "reused|replayed|incremented|brute-?forced)",
      ],
      [
        "(?:penetration|pen-?) ?(?:test|testers?|testing)|pentest\\S*|security (?:audit|scan|researcher|team|review|company)|white ?hat|researcher",
        "found|discovered|revealed|showed|identified|uncovered|detected|came across|reports?|reported|noticed|able to|managed|warns?",
      ],
      [
        "(?:reset|resets|change|changes|read|reads|see|sees|guess|take over|log in as|login as|delete|access|open|download) (?:anyone|anybody|" +
          "any user|any account|everybody|everyone|other people|someone else|any customer|all users)(?: \\S+)?",
      ],
      [
        "(?:who|that|which|and|he|she|they|somebody|someone|person|people|guy) (?:\\S+ )?(?:should not|is not supposed to|are not supposed to|" +
          "has no business|have no business|does not belong|do not belong|is not allowed|not authori[sz]ed|must not|nobody (?:here )?knows|" +
          "we do not know|none of us knows?) (?:be|to be|have|see|here|there|in|to)?",
      ],
      [
        "flaws?|weakness(?:es)?|holes?|gap|loophole|bugs?",
        "certificates?|auth\\S*|log ?-?in|tokens?|permissions?|encryption|passwords?|" +
          "access (?:control|rights|check)|tls|signatures?|sessions?|privileges?|single sign-on|sso|rights",
        "disclos\\S*|report|reporting|found|" +
          "discovered|lets?|allows?|allowing|enables?|attacker|anyone|everyone|exploit\\S*|serious|critical|dangerous|any user|bypass\\S*|security|" +
          "researcher",
      ],
    ),
    weigh: weigh(
      [
        3,
        "hack(?:ed|er|ers|ing) |breach|forge[drs]? |forgery|malware|ransomware|trojan|spyware|backdoor|exfiltrat|intrusion|intruder|phish|" +
          "brute-forc|vulnerab|exploit|xss |csrf |ssrf |rce |zero-day|cve-|dark ?web|dark web|darknet|leak(?:ed|s|ing)? |compromis|stolen |steal|" +
          "hijack|unauthori|tamper|impersonat|spoof|bypass|taken over|plaintext|plain text|clear text|eavesdrop|spying|snoop|pwned|defaced|cracked|" +
          "insecure|sniff|(?:none of us|nobody here|nobody|we never|we did not|no one here) (?:\\S+ )?(?:creat|made|make|recogni|know|authori|" +
          "set up|grant|add|request|order)|botnet|rogue |sqli |ransom|extort|blackmail|expose[sd]? |exposing|infiltrat|intercept|wiretap|" +
          "man in the middle|man-in-the-middle|social engineering|scam|identity theft|theft |thief|thieves|stole |unencrypted|crafted |payload|" +
          "escalat|attack(?:s|ed|er|ers|ing)? |disclos|pwn|skimm|dox|deface|trapdoor|replay|session fixation|sidechannel|side-channel|" +
          "arbitrary (?:code|command|file|sql)|remote(?:ly)? execut|root shell|as root |become (?:root|admin|superuser)|self-signed by|fraudulent|" +
          "illegally|illicit",
      ],
      [
        2,
        "outsider|stranger|attacker|someone else|somebody else|(?:another|a different|different|other|wrong|the wrong) (?:compan|customer|" +
          "tenant|user|client|account|organi|person|people|recipient|address|firm)|neighbou?r|competitor|ex-employee|former (?:employee|contractor|" +
          "colleague|admin|staff)|any (?:tenant|user|visitor|account|customer|client)|anybody |anyone |ex-colleague|ex-admin|ex-contractor|fired |" +
          "disgruntled|angry |other tenants|foreign |nobody at our|outside(?:rs?)? |from the internet|world |all users|every user|any role|whoever|" +
          "third part|visitor|intern |partner compan",
      ],
      [
        2,
        "public|confidential|told me|gave me|showed me|suspicious|unknown|without (?:a |any )?(?:password|login|permission|authentication|" +
          "authori)|still (?:active|valid|works|has access|have access|log)|security|sensitive|misus|abus|(?:stay|stays|remain|remains|still|" +
          "are still|is still) (?:valid|active|logged in|accepted|usable)|not expire|never expire|not (?:be )?invalidated|reset link|login link|" +
          "magic link|open port|port is open|(?:port|instance|server|database|bucket) (?:is|was|stands) (?:wide )?open|as admin|still knows|" +
          "knows the|should not (?:be|have|see)|not supposed to|e-mail addresses|email addresses|phone numbers|card numbers|customer list|salar|" +
          "medical records|threaten(?:ed|s|ing)? to (?:use|publish|leak|release)|strange (?:login|user|quer|process|connection|activity)|at night |" +
          "in plain",
      ],
      [1, "passwords?|credential|secrets? |tokens? |sessions? |cookies? |keys? |api key|certificate|signing|signature|sso |2fa|mfa"],
      [
        1,
        "superuser|admin|root |privileg|permission|roles? |access|log(?:ged|ging)? in|logins? |account|read(?:s|ing)? (?:our|the|my|all)|salary|" +
          "phone number|personal|private|address|users |exports? |downloads? |dumps? |personnel|contracts? |invoices? |tickets? |database ",
      ],
      [
        1,
        "lets |allows? |list |can (?:read|see|list|open|change|download)|expir|valid |used |told me|sent |downloaded|visible|shown|showed|" +
          "weakness|flaw|hole |proof|proves",
      ],
      [
        2,
        "got into|gotten into|get into|default (?:account|password|credentials|user)|(?:disabled|deactivated|deleted|removed|revoked|blocked|" +
          "suspended) (?:\\S+ ){0,3}(?:can )?still|still (?:query|read|connect|log|see|access|use|open)|failed log-?ins?|login attempts|" +
          "password guess|that worked|succeeded|any login|without any",
      ],
    ),
    see: see(
      groups,
      "(?:password|passwords|credentials?|creds|api ?-?keys?|access keys?|private keys?|secret keys?|ssh keys?|tokens?|secrets?|keys?|" +
        "certificates?|customer data|personal data|user data|data|e-?mail addresses|our database|database dump|dump|backups?|client data|" +
        "patient data|health data|account details|login data|card data|source code) ~6 (?:leak|leaked|leaking|leaks|exposed|published|stolen|" +
        "public|publicly|committed|pushed|dumped|posted|on github|on pastebin|on the dark ?web|on the dark web|on the internet|for sale|sold|" +
        "compromised|in the wrong hands|circulating|world-readable|world readable|open to (?:anyone|everyone|the (?:internet|world|public))|" +
        "phished|exfiltrated|intercepted|on a forum|in a public|visible to (?:anyone|everyone|others|other \\S+|the (?:internet|world|public)))",
      "(?:leak|leaked|leaking|leaks|exposed|exposes|exposing|stole|stolen|published|committed|pushed|posted|pasted|lost|exfiltrated|disclosed|" +
        "gave away|sent) ~4 (?:passwords?|credentials?|creds|api ?-?keys?|access keys?|private keys?|secret keys?|ssh keys?|access tokens?|tokens|" +
        "secrets|customer data|personal data|user data|customers? (?:lists?|records?)|e-?mail addresses|client data|patient data|card data|" +
        "customer e-?mails) ~2 (?:to|on|in|into|publicly|online|by|,|via)?",
      "(?:data|credential|password|key|token|information|security) ?-?(?:leak|leakage|breach|breaches|theft|exposure|exfiltration)",
      "(?:we|i|you|they|our \\S+|your \\S+|systems?|servers?|accounts?|network|company|database|website|laptop|machine) ~3 (?:hacked|breached|" +
        "compromised|infiltrated|broken into|pwned|owned by|under attack|attacked|ddosed|phished|hijacked|taken over|infected|ransomwared|" +
        "encrypted by|held to ransom|blackmailed|extorted)",
      "(?:hacked|ransomware|malware|trojan|rootkit|crypto ?-?miner|cryptominer|keylogger|spyware|botnet|phishing|intrusion|intruders?|ransom note|" +
        "ransom|web ?shell|brute ?-?force(?:d|s)?|ddos|credential stuffing|supply ?-?chain attack|worm|virus) ~6 (?:in|on|from|our|your|us|found|" +
        "detected|demand|demands|server|servers|package|binary|installer|image|database|network|account|now|today|running|attack|again|encrypted|" +
        "hit|infected|mail|mails|e-?mail|going)",
      "(?:we|i|you|our \\S+|your \\S+) ~3 (?:hit by|victims? of|suffered|experienced|had|have|detected|see|seeing|noticed|suspect|suspecting|" +
        "discovered|found|got|investigating|dealing with|facing) ~3 (?:attack|intrusion|breach|ransomware|malware|trojan|compromise|break-in|hack|" +
        "hackers?|intruders?|backdoor|brute-force|brute force|phishing|unauthori[sz]ed|suspicious|strange|unknown|weird) ~2 (?:logins?|access|" +
        "activity|queries|connections?|ips?|accounts?|users?|traffic|sessions?|superuser|admin)?",
      "(?:suspicious|unknown|unauthori[sz]ed|strange|unexplained|unrecogni[sz]ed|foreign|rogue|fraudulent|weird|illegal|" +
        "illicit) (?:\\S+ )?(?:logins?|log-ins?|sign-ins?|access|accesses|activity|admin|superuser|users?|accounts?|sessions?|connections? from|" +
        "ip|ips|queries|person|persons|people|third part(?:y|ies)|transactions?|intruder|process)",
      "{someone} ~3 (?:logged in|log in|logged into|got in|gotten in|broke in|broken in|has access|have access|had access|got access|" +
        "gained access|gained|accessed|accessing|can see|could see|can access|could access|sees?|saw|is in our|is in my|was in our|was in my|" +
        "using our|used our|uses our|uses my|stole|steals|has stolen|downloaded|copied|tampered|changed our|changed my|reset our|reset my|" +
        "took over|impersonat\\S+|pretend\\S*|posing|can read|could read|reads|read our|is able to|was able to|managed to|cracked|guessed|got hold)",
      "(?:see|sees|saw|seeing|read|reading|view|viewing|access|accessing|open|opened|download|downloaded|find|got|get|getting|shown|shows|showing|" +
        "received|displays?|displayed|list|lists|listing|query|return|returns|returned|into) ~4 (?:another|other|others|someone else|" +
        "somebody else|different|foreign|third-party|strangers?|a stranger|other people|other companies|not (?:mine|ours)|" +
        "unrelated) ~3 (?:customers?|tenants?|users?|company|companies|accounts?|clients?|people|person|organi[sz]ations?|org|firm|data|invoices?|" +
        "dashboard|tickets?|orders|e-?mails?|messages|records?|names?|rows|files?|documents?|workspace|inbox|tables?|databases?|profile|bills?|" +
        "chats?|conversations?|contract)",
      "(?:data|invoices?|dashboard|tickets?|orders|e-?mails?|messages|records?|rows|files?|documents?|tables?|databases?|account) ~3 (?:of|from|" +
        "belonging to|belongs to|belong to) ~2 (?:another|other|someone else|somebody else|different|a stranger|strangers|" +
        "not us) ~1 (?:customers?|tenants?|users?|company|companies|accounts?|clients?|people|person|organi[sz]ations?|org|firm)?",
      "(?:does not|do not|that is not|is not|are not) (?:belong to us|belong to me|our data|ours|mine|my data|my account|our account) ",
      "(?:not my|not our) (?:data|account|invoices?|company|customers|orders|tickets?)",
      "(?:bucket|database|instance|port|endpoint|panel|console|dashboard|backup|server|cluster|api|storage|repository|share|elasticsearch|" +
        "dump) ~6 (?:publicly|public|listable|public on|world readable|world-readable|open to the|open on the|open for|exposed|accessible (?:from|" +
        "to|without|for|by)|reachable (?:from|without|by)|unprotected|without (?:a |any )?(?:password|authentication|auth|login))",
      "(?:tenant|customer|account) isolation ~4 (?:broken|violated|fails?|failed|bypass\\S*|does not)",
      "cross-tenant",
      "(?:tenant|customer|account|client|data) (?:isolation|separation|boundar(?:y|ies)) ~4 (?:broken|violated|fails?|failed|gone|missing|not work\\S*|leaky|crossed)",
      "(?:log-?in|sign-?in|authentication|auth|password|2fa|permission\\S*) (?:\\S+ ){0,2}(?:can|could|may|was|were|is|are) (?:\\S+ )?(?:be )?(?:tricked|fooled|circumvented|bypassed|broken into|defeated|skipped|evaded|subverted)",
      "(?:account|accounts|session|login|admin|e-?mail|domain|profile) ~4 (?:taken over|stolen|hijacked|hacked|cracked|abused|misused|takeover)",
      "(?:tampered|manipulated|forged|fake|malicious|trojani[sz]ed|poisoned|backdoored) ~3 (?:package|binary|binaries|download|installer|image|" +
        "update|release|certificate|signature|mails?|e-?mails?|invoice|website|site|query|queries|requests?|commit|code|extension)",
      "(?:package|binary|download|installer|image|update|release|extension|archive|tarball) ~5 (?:tampered|manipulated|malicious|infected|" +
        "contains malware|contains a|trojan|backdoored|does not match ~4 (?:checksum|signature|hash))",
      "(?:checksum|signature|hash) ~4 (?:does not match|mismatch|differs|invalid|wrong) ~6 (?:package|binary|download|installer|image|release|" +
        "tarball|tampered)",
      "(?:ex-employee|former (?:employee|colleague|admin|contractor)|fired admin|employee who left|contractor who left|somebody who left|" +
        "someone who left) ~5 (?:still|access|log|password|credentials|downloaded|copied|deleted)",
      "(?:lost|stolen|misplaced) ~3 (?:laptop|phone|yubikey|hardware key|usb stick|token|notebook|backup tape|hard drive|device) ~8 (?:password|" +
        "credentials|keys?|access|data|unencrypted|customer|customers|admin|dump|production)",
      "(?:private|confidential|sensitive|personal|secret|internal) (?:\\S+ )?(?:data|information|documents?|files?|records|details|" +
        "customer data) ~4 (?:visible|exposed|public|accessible|leaked|indexed|showing up|shown|on google|available|readable|out there|in the open)",
    ),
  },
];
