/** English safety rules: data that is gone or damaged. */
import { broad, groups, usual } from "./en-words.ts";
import { any, see, together, weigh } from "./rule.ts";
import type { SafetyRule } from "./rule.ts";

/** Data that is gone or damaged. */
export const dataLoss: readonly SafetyRule[] = [
  {
    rule: "data_loss.gone.en",
    class: "data_loss",
    guards: [...usual, "own"],
    unless: any(
      "(?:view|function|query|report|chart|filter|template) definition",
      "empty (?:string|strings|result|results|array|list|set|value|line|page|query)",
      "(?:gone|lost) (?:missing )?(?:stale|slow|slower|" + "up|through|well|wrong|connection)",
      "lost connection",
      "connection (?:was |is |got )?lost",
      "missing (?:index|documentation|docs|feature|" + "translation|column|option|privilege|permission|dependency|package|semicolon|page|section)",
      "(?:lost|forgot|forgotten) ~2 (?:password|" + "login|license|licence|key|track|patience|interest)",
      "(?:lost|lose|losing) (?:\\S+ ){0,3}(?:time|hope|overview|interest|track|the thread|contact|sight)",
      "dropped (?:packets|connections?|support|frames)",
      "deleted (?:user|users|" + "account) ~3 (?:invoice|licen[cs]e|seat)",
    ),
    together: together(
      broad,
      ["{data}", "{not}(?:{lost})", "{lift}"],
      [
        "(?:none of|not one of|not a single|no|nothing (?:of|from|we|i)|not all) (?:\\S+ ){0,5}(?:saved|stored|persisted|written|recorded|kept|arrived?|arrives|imported|backed up)",
        "orders?|data|rows|records|changes|entries|transactions?|bookings|invoices|messages|entered|today|yesterday|since|payments?|readings?|our|my",
      ],
      [
        "(?:values|amounts?|numbers|balances|prices|figures|records|rows|entries|dates|timestamps|times|columns?|ids)",
        "(?:shifted|off by|displaced|rounded|cut off|multiplied|negative|set to (?:0|zero|null|1970)|reset to)",
        "after|since|upgrade|update|migration|all|every|stored|existing|suddenly|import",
      ],
      [
        "(?:can not|can no longer|could not|unable to|not able to) (?:\\S+ ){0,2}(?:open|read|load|mount|access|find|recover|restore) (?:\\S+ ){0,3}(?:data|database|databases|tables?|files?|volume|" +
          "archive|disk|backup|backups|documents|records)",
        "not a database|any ?more|any longer|no longer|since|after|corrupt\\S*|damaged|gone|error|help|urgent\\S*|only (?:backup|copy)",
      ],
      [
        "(?:deleted|wiped|erased|removed|destroyed|overwrote|overwritten|purged|emptied|truncated|cleared|dropped) (?:everything|all (?:of )?(?:our|my|the|data|rows|" +
          "records|tables|orders|customers|users|files|entries)|too (?:much|many)|more than|the wrong (?:database|db|table|server|cluster|customers?|data|rows|records|tenant|schema|volume|files?|backup|users?|account)|the entire|the whole|half|far too)",
      ],
      [
        "(?:drops?|dropping|discards?|discarding|loses|losing|ignores?|swallows?|skips|throws away|eats|forgets) ~3 (?:writes?|inserts?|updates|messages|events|rows|" +
          "records|transactions?|commits?|changes|orders|entries|data)",
        "silently|our|every|since|one (?:in|out)|without (?:an|any) error|never|percent|version|update|quietly|randomly",
      ],
      [
        "(?:committed|confirmed|saved|stored|written|inserted|acknowledged|entered|uploaded|imported) ~2 (?:transactions?|rows|orders|records|data|writes|entries|" +
          "documents|files|bookings|invoices|changes)",
        "(?:is|are|was|were|be) (?:simply |just |suddenly |all )?(?:not (?:in|there|found|visible|stored|available|shown|to be)|missing|gone|nowhere|absent|lost)|" +
          "not (?:in the|there|visible|found|be found)|never (?:arrive\\S*|show\\S*)|no longer",
      ],
      [
        "(?:values|amounts?|numbers|balances|prices|figures|records|rows|entries|dates|timestamps|data|stock|results)",
        "(?:changed|change|altered|modified|different|jump\\S*|shifted|doubled|halved|swapped) (?:\\S+ ){0,3}(?:without (?:anybody|anyone|somebody|us|any)|by (?:itself|" +
          "themselves)|on (?:its|their) own|overnight|randomly|magically|although nobody|but nobody)",
      ],
    ),
    weigh: weigh(
      [
        3,
        "data ?-?loss|vanish|disappear|wip(?:ed|ing) |corrupt|unrecoverable|irrecoverabl|overwrit|overwrote|destroyed|swallow|garbled|" +
          "unreadable|nuked|obliterat|evaporat|not restorable|undelete|ate (?:our|my|the|all|half)|eaten|up in smoke|beyond repair|unrestorable|" +
          "not recoverable|irretrievabl|bit ?rot|torn page|lost forever|lost for good|zero-length|zero length|no longer (?:there|exists?|readable|" +
          "in the)|nowhere |trashed|blown away|lost (?:all|our|my|every|half|three|two|several|some|about|\\d)",
      ],
      [
        2,
        "lost |gone |deleted |erased |truncate|drop(?:ped)? (?:table|schema|database|the table|the database|the wrong)|missing |formatted |" +
          "replaced by|empty |emptied|zero rows|no rows|can not (?:be found|find|be read|be restored|be recovered)|not there|damaged|never made it|" +
          "reverted|has a gap|gaps |changed to|shuffled|mixed up|trashed|purged|removed|checksum|garbage|shrunk|fewer |rolled back|" +
          "not (?:a single )?(?:row|record)s? (?:left|remains)|not (?:any ?more )?there|were there|used to be there|only (?:see|find|" +
          "get) (?:\\S+ ){0,3}(?:up to|until|before|from)|rest is|went wrong|blank |zeros|zeroes|0 bytes|zero bytes|will not restore|not restore|" +
          "can not restore|can not open|will not open|inconsistent|incorrect|wrong (?:values|amounts|balances|data|rows|database|table|cluster)|" +
          "duplicated|doubled|diverged|skipped|nulls?|nonsense|gibberish|random (?:bytes|characters|values)|out of sync|stale|half of",
      ],
      [
        1,
        "data |databases? |db |tables? |rows |records |documents |files |volume |disk |dump |snapshot |history |orders |invoices |payments|" +
          "transactions |entries |tickets |readings |archive|content|projects? |timestamps|values|attachments|schema |copies |copy |rest |balances|" +
          "figures|columns?|inventory|bookings|patients?|reports|e-?mails|logs |pictures|images|replica|standby|primary|replication",
      ],
      [
        1,
        "live |production |prod |existing |entire |whole |all |every |only |half |no other|customers |backup|nobody (?:deleted|touched|changed)|" +
          "yesterday |recover|restore",
      ],
      [
        2,
        "(?:disks?|drives?|raid|ssd|ssds|storage|both (?:nodes|copies|disks)|controller) (?:\\S+ ){0,4}(?:fail|failed|died|broke|dead|crashed|" +
          "gone)|changed by (?:themselves|itself)|on (?:its|their) own|cut (?:\\S+ ){0,4}down|shr[au]nk|down to (?:\\d|zero|ten|a few|nothing)|" +
          "only \\d+ (?:rows|records)|destroyed our|said prod",
      ],
    ),
    see: see(
      groups,
      "{data} ~5 {be} (?:\\S+ ){0,3}(?:{gone})",
      "{data} (?:{be}) (?:\\S+ ){0,4}(?:{gone})",
      "{data} ~2 (?:gone|vanished|disappeared|wiped|corrupted|lost|missing|destroyed|unrecoverable|disappears?|vanish|vanishes|corrupt|evaporated|" +
        "wiped out|erased|nuked)",
      "(?:we|i|you|your \\S+|your \\S+ \\S+|the \\S+|the \\S+ \\S+|it|this|that|bug|update|upgrade|migration|marldb|somebody|someone|colleague|" +
        "intern|script|job|failover|crash|vacuum|admin|which|and|just|have|has|had|having|been) ~3 {destroy} ~5 {data}",
      "{destroy} (?:{our}) ~2 {data}",
      "lost (?:about |around |roughly |over |more than |some |several |almost |nearly |at least )?(?:\\S+ )?(?:days?|hours?|weeks?|months?|years?|" +
        "minutes|thousand|thousands|hundreds?|millions?|\\d\\S*|everything|all|three|two|four|five|six) (?:of |worth )?",
      "(?:can not|could not|unable to|do not|no longer) (?:\\S+ )?(?:find|see|locate|open|read|recover|restore|load|get) (?:any of |all |" +
        "back )?(?:our|my|the|any) (?:\\S+ ){0,2}(?:data|tables?|rows|records|orders|database|databases|backups?|customers|documents|files|" +
        "entries|history|invoices|projects?|db)",
      "(?:where|why) (?:did|is|are|has|have|was|were) (?:all |the )?(?:of )?(?:our|my|the) (?:\\S+ ){0,3}(?:go|gone|went|missing|empty|" +
        "disappeared|vanished|deleted|wiped|lost|disappear)",
      "(?:tables?|database|databases|db|index|collection|bucket|volume|rows|count|schema|disk|backup|backups|dump|snapshot|it|they|" +
        "everything) ~3 (?:empty|blank|0 rows|zero rows|no rows|nothing in|0 bytes|zero bytes|no data|no longer contains?|shows nothing|" +
        "returns nothing|returns 0|at zero) ~6 (?:{since}|now|today|suddenly|this morning|all of a sudden|last night|yesterday)",
      "(?:{since}) ~6 (?:tables?|database|databases|db|collection|bucket|volume|schema) ~3 (?:empty|blank|0 rows|zero rows|without rows|at zero|" +
        "contains nothing|contain nothing)",
      "no (?:rows|data|records|tables|entries|orders|customers|files|documents) ~3 (?:left|any ?more|anymore|remain\\S*|there|to be found|" +
        "survived|in it|at all|{since})",
      "(?:we|i) (?:are )?(?:miss|missing) ~6 {data}",
      "nothing (?:is )?(?:left|there any ?more|to restore|recoverable|remains) ",
      "(?:need|want|get|help|please|recover|restore|retrieve|rescue|save|how do we get|undo|undelete) ~4 (?:data|tables?|database|records|files|" +
        "orders|rows|deleted|dropped|lost|everything) ~2 (?:back|deleted|urgently|we lost|i lost|undeleted|we deleted|i deleted|that (?:were|was|" +
        "got))",
      "(?:accidentally|by accident|by mistake|mistakenly|inadvertently|unintentionally|oops|without a where|forgot the where|forgot a where|" +
        "wrong (?:database|server|table|cluster|window|host|environment|terminal|instance|bucket)) ~8 (?:deleted|dropped|truncated|wiped|" +
        "overwrote|overwritten|erased|removed|drop|delete|truncate|emptied|ran|rm|formatted|purged|destroyed|nuked)",
      "(?:deleted|dropped|truncated|wiped|overwrote|erased|removed|drop|delete|truncate|emptied|rm -rf|ran|formatted|purged|destroyed|nuked|" +
        "executed) ~8 (?:accidentally|by accident|by mistake|mistakenly|inadvertently|unintentionally|without a where|without where|" +
        "forgot the where|wrong (?:database|server|table|cluster|window|host|environment|terminal|instance|bucket)|in production|on production|" +
        "in prod|on prod|production (?:database|table|db|data|cluster|schema|volume))",
      "(?:data|records|rows|tables?|orders|history|files|everything) ~3 (?:lost|gone|deleted|destroyed) (?:forever|for good|permanently|irrevocably)",
    ),
  },
  {
    rule: "data_loss.corrupt.en",
    class: "data_loss",
    guards: [...usual, "own"],
    unless: any(
      "data ?-?loss (?:window|prevention|protection|risk|scenarios?|budget|guarantees?|policy|insurance)",
      "corruption (?:detection|" + "check|checks|checker|test|scenario)",
    ),
    together: together(
      broad,
      [
        "(?:\\S+-)?(?:backups?|dumps?|snapshots?|restore|restored|restores|archives?|base backup|tapes?)",
        "{not}(?:contains? nothing|" +
          "nothing in it|empty|unusable|useless|zero bytes|0 bytes|corrupt\\S*|unreadable|incomplete|damaged|missing|gone|deleted|overwritten|" +
          "worthless|never (?:ran|worked|finished|written)|old data|wrong data|broken|can not be (?:read|restored|opened|used)|will not (?:restore|" +
          "open|load)|does not (?:restore|open|load|contain))",
        "{lift}|we|i|it|all",
      ],
      ["data loss|loss of data|lost data|losing data|data is lost|data gone|corruption", "{lift}|we|i"],
    ),
    see: see(
      groups,
      "(?:data|database|db|table|tables|index|indexes|page|pages|block|blocks|file|files|wal|storage|heap|backup|backups|disk|catalog|dump|" +
        "snapshot|records?|rows|segment|segments|checkpoint|volume|system tables?|filesystem|toast|cluster|replica|standby|values|numbers|amounts|" +
        "balances|entries|schema) ~4 (?:corrupt|corrupted|corruption|corruptions|malformed|damaged|inconsistent|garbage|garbled|mangled|scrambled|" +
        "unreadable|silently (?:wrong|changed|altered|dropped)|broken beyond|mixed up|swapped|duplicated|truncated to zero|diverged|bit rot|bitrot)",
      "(?:corrupt|corrupted|corruption of|corrupts|corrupting|damaged|garbled|mangled|scrambled) ~3 (?:data|database|db|tables?|index|pages?|" +
        "blocks?|files?|wal|backups?|storage|dump|catalog|records?|rows|heap|values|entries|disk|volume)",
      "(?:data|silent|database|table|index|page|storage|disk|wal|block|heap) corruption",
      "(?:replicas?|standby|primary|secondary|nodes|copies|servers|databases|tables|sides|backups?) ~6 (?:different|differing|diverging|conflicting|" +
        "contradicting) (?:data|rows|values|contents?|numbers|counts?|results|versions)",
      "(?:do|does|did) not (?:match|agree|add up) ~4 (?:replica|standby|primary|backup|ledger|invoices|what we)",
      "(?:corruption|data loss) (?:detected|found|reported|in|on|after|since|again|incident|everywhere|errors?)",
      "(?:have|had|has|suffered|suffering|seeing|see|report|reporting|experienced|experiencing|hit|got|massive|serious|severe|total|partial|" +
        "complete|huge|emergency|urgent|urgent ,|caused|causing|major|real|confirmed|permanent|unrecoverable|irreversible|there is|there was|" +
        "is) ~3 data ?-?loss",
      "(?:invalid page|bad page|could not read block|unexpected zero page|checksum (?:mismatch|error|errors|failure|failures|verification failed)|" +
        "page verification failed|disk image is malformed|missing chunk number|invalid checksum|bad magic|torn page|invalid record length|" +
        "could not access status of transaction|toast value)",
      "(?:backup|backups|dump|dumps|snapshot|snapshots|archive|archives|restore|restores|restoring|recovery|pitr|tape|tapes|wal archive|" +
        "base backup|backup files?) ~7 (?:unusable|useless|corrupt|corrupted|empty|unreadable|damaged|worthless|not (?:restorable|usable|readable|" +
        "complete|valid|restoring|working)|0 bytes|zero bytes|0 kb|can not be (?:restored|read|opened|used|decrypted)|could not be (?:restored|" +
        "read|opened|used)|will not (?:restore|open|load)|does not (?:restore|open|load|contain)|do not (?:restore|open|load|contain|exist)|" +
        "never (?:ran|worked|written|completed)|incomplete|broken|gone|missing|deleted|silently (?:fail\\S*|stopped)|is not there|are not there|" +
        "have not (?:run|been)|has not (?:run|been))",
      "(?:restore|restores|restoring|recovery|pitr|point-in-time recovery) ~6 (?:fail|fails|failed|failing|aborts?|aborted|crashes|crashed|stuck|" +
        "impossible|breaks off|errors? out|does not work|not possible|not working|stops|stopped)",
      "(?:can not|could not|unable to|not able to|fail to|failing to|failed to) (?:\\S+ )?(?:restore|recover) ~5 (?:backup|backups|dump|snapshot|" +
        "data|database|db|anything|production|table|tables|cluster|it|from)",
      "no (?:working|usable|valid|good|intact|recent|restorable|other) (?:backup|backups|copy|copies|dump|snapshot)",
      "(?:returns|return|returning|contains|contain|shows|show|reads|stores|writes|wrote|calculates|delivers|gives) (?:\\S+ )?(?:wrong|garbage|" +
        "random|different|other|someone|mixed-up|scrambled|incorrect|duplicate) (?:values|data|rows|amounts|balances|results|bytes|records|" +
        "numbers) ~3 (?:{since}|than what|in production|silently|we never|than we)",
      "(?:writes?|inserts?|commits?|updates|changes|transactions?|orders?|saves|entries|records) ~4 (?:silently (?:lost|dropped|discarded|ignored|" +
        "disappear\\S*)|are lost|get lost|getting lost|got lost|were lost|never arrive\\S*|never written|disappear|not persisted|vanish|" +
        "rolled back silently)",
    ),
  },
];
