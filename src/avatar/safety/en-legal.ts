/** English safety rules: lawyers, courts and regulators. */
import { groups } from "./en-words.ts";
import { any, see, weigh } from "./rule.ts";
import type { SafetyRule } from "./rule.ts";

/** Lawyers, courts and regulators. */
export const legal: readonly SafetyRule[] = [
  {
    rule: "legal.action.en",
    class: "legal",
    guards: ["asking", "negated", "past", "fiction", "own"],
    unless: any(
      "(?:am|are|run|at|for|in|as) (?:a|an) (?:\\S+ )?(?:law firm|lawyer|attorney|solicitor)",
      "(?:law firm|lawyers?|attorneys?|court|" +
        "legal|litigation)(?:s)? (?:customer|customers|client|clients|app|software|management|case management|table|tables|database|" +
        "as (?:a )?customers?|system|portal|startup|industry|sector|tech)",
      "court-case",
      "legal (?:entity|name|form|address|notice)",
      "(?:lawyers?|legal (?:team|department)|attorneys?|counsel) (?:\\S+ ){0,2}(?:use|using|work with|try|need (?:access|seats?|a seat)|" +
        "are (?:our|my) users)",
      "(?:for|by|from) (?:our|my|the) (?:\\S+ )?(?:lawyers?|attorneys?|legal (?:team|department)|counsel|" +
        "legal) (?:\\S+ ){0,4}(?:text|licen[cs]e|dpa|copy|version|pdf|terms|document|documents|agreement)",
      "(?:lawyers?|attorneys?|legal (?:team|" +
        "department)|counsel|legal) (?:\\S+ ){0,8}(?:dpa|licen[cs]e|data processing agreement|msa|nda|terms of service|order form|template|" +
        "sign-off|questionnaire|redlines)",
      "(?:tennis|basketball|squash|food|badminton) courts?",
      "(?:software|app|tool|platform|system|product|" + "solution) (?:for|used by) (?:\\S+ )?(?:lawyers|law firms?|courts?|attorneys|judges|regulators)",
      "legal (?:values?|characters?|" + "identifiers?|names?|notice page|text|argument|moves?|types?|range)",
    ),
    weigh: weigh(
      [
        3,
        "lawyer|attorney|solicitor|barrister|lawsuit|suing |sue |subpoena|warrant|detective|prosecut|litigat|cease and desist|legal action|" +
          "to court|in court|the court|court order|judge |tribunal|press(?:ing)? charges|indict|injunction|regulator|supervisory|ombudsman|gdpr|" +
          "criminal|legal notice|legal claim|arbitrat",
      ],
      [
        2,
        "police|fraud|damages|liable|liability|breach of contract|formal notice|formal|summon|served |investigat|compensat|illegal|unlawful|" +
          "authorit|commissioner|watchdog|legally|legal (?:step|dep|team|con|pro)|complain|violat|infring|privacy|trademark|patent|copyright|" +
          "deadline|proceedings|injunct|bailiff|testif|affidavit|confiscat|seize|raid |inspector|auditor(?:s)? (?:want|demand|ask|order|require)|" +
          "fine of|penalt|sanction|negligen|malpractice|defam|slander|discriminat|antitrust|insur(?:ance|er)|settlement|unless you pay|terminat(?:e|" +
          "ing) for cause|breach of",
      ],
      [
        1,
        "asked for|asks for|demand|require|hand over|statement|records |logs |letter|notice|contract|evidence|preserve|disclose|report you|" +
          "claim|witness|written|answer by|until (?:tomorrow|monday|tuesday|wednesday|thursday|friday|noon)|signed an order|order |unless |" +
          "by (?:monday|tuesday|wednesday|thursday|friday|tomorrow|noon|\\d)|within \\d|pay |because of your|against (?:you|us)|your company|" +
          "your fault",
      ],
    ),
    see: see(
      groups,
      "(?:our|my|the|their|his|her|an?|your|company|with|through|to|corporate|external|outside|via|by|of|customer|client) (?:\\S+ )?(?:lawyers?|" +
        "attorneys?|solicitors?|barristers?|legal counsel|counsel|legal (?:department|team|representatives?|advisers?|advisors?)|general counsel|" +
        "law firm|legal) ~5 (?:will|contact|contacts|contacted|writes?|wrote|sent|send|sends|letter|is|are|has|have|get|says|said|hear|involved|" +
        "demands?|demanded|asks?|asked|told|advised|advises|set|sets|preparing|prepare|prepares|looking|reviewing|requires?|needs?|wants?|expect|" +
        "expects|on|in touch|now|already|threatens?|insists?|over|gave|giving|claims?|requests?|requested|instructed|deadline|by|until|notice|" +
        "ready|standing by)",
      "(?:lawyer|lawyers|attorney|attorneys|solicitor|counsel|legal counsel|legal team|legal department) (?:up|ed up|will|letter|involved|gets?|" +
        "contact|wrote|says|said|is|are|has|have|sent|demands?|now|by|requires?|needs|wants)",
      "(?:hear|hearing|heard) from (?:our|my|the) (?:\\S+ )?(?:lawyers?|attorneys?|solicitors?|counsel|legal(?: team| department)?|barrister)",
      "(?:hand|handing|handed|pass|passing|passed|give|giving|gave|turn|turning|take|taking|took|bring|bringing|forward|forwarded|forwarding|" +
        "refer|referred|escalate|escalating|hear|heard|get|getting|go|going|talk|talking|talked|involve|involving|involved|consult|consulting|" +
        "hire|hired|instruct|instructed|speak|spoke|contact|contacted|cc|letter) ~6 (?:lawyers?|attorneys?|solicitors?|legal counsel|counsel|" +
        "legal|legal (?:team|department)|court|the courts|the judge|arbitration|small claims)",
      "(?:sue|suing|sued|sues|litigate|litigation|lawsuit|lawsuits|law suit|legal action|legal actions|legal proceedings|legal steps|" +
        "legal consequences|legal claims?|class action|court case|court order|court orders|court proceedings|court hearing|court date|" +
        "court ruling|injunction|restraining order|subpoena|subpoenas|subpoenaed|summons|search warrant|warrant|cease and desist|cease-and-desist|(?:warning|legal|formal|lawyer|demand) letters?|" +
        "legal hold|litigation hold|preservation (?:order|notice|letter|request)|breach of contract|notice of breach|formal notice|" +
        "notice of default|statement of claim|press charges|pressing charges|criminal complaint|criminal charges|criminal investigation|" +
        "police report|file charges|arbitration|prosecut\\S+|district attorney|indict\\S+|discovery request|e-discovery|affidavit|deposition|" +
        "copyright infringement|patent infringement|trademark infringement|infringes?|infringing|infringement|dmca|takedown notice|" +
        "take-down notice|damages claim|claim for damages|claim damages|claiming damages|seek damages|seeking damages|demand damages|" +
        "demand compensation|compensation claim|hold you liable|holding you liable|held liable|liable for|liability claim|gdpr fine|" +
        "letter before action|letter of demand|demand letter|ombudsman|small claims|whistleblower)",
      "(?:see|meet|fight) (?:you|them|each other|this|it) in court",
      "(?:take|taking|drag|dragging|go|going|took) (?:\\S+ ){0,3}to court",
      "(?:before|in front of) (?:a|the) (?:judge|court)",
      "(?:judge|court|tribunal|prosecutor|prosecutors|public prosecutor|police|the fbi|fbi|" +
        "detective|law enforcement|interpol|investigators?|sheriff|marshal|europol|customs|tax office|irs|tax authority|district court|" +
        "high court) ~5 (?:orders?|ordered|requires?|required|asks?|asked|demands?|demanded|wants?|requests?|requested|seized|confiscated|" +
        "investigating|investigates|issued|contacted|called|needs?|sent|served|has set|hearing|ruled|decision|subpoena\\S*|is at|are here|showed up)",
      "legally (?:required|obliged|binding|liable|responsible) to|take (?:legal|this further|further legal) (?:action|steps|measures)?",
    ),
  },
  {
    rule: "legal.regulator.en",
    class: "legal",
    guards: ["asking", "negated", "past", "fiction", "own"],
    unless: any(
      "voltage regulators?",
      "(?:gdpr|dsgvo|hipaa|soc ?2|pci)-? ?(?:compliant|compliance|conform|ready|friendly) (?:hosting|setup|" + "documentation|docs|cloud|way)",
      "regulator ~2 (?:customer|customers|circuit|chip|valve)",
    ),
    see: see(
      groups,
      "(?:data protection (?:authority|authorities|commissioner|agency|office|officer|regulator|supervisor\\S*)|supervisory authority|" +
        "supervisory authorities|privacy (?:commissioner|regulator|authority|watchdog)|information commissioner|dpa|ico|cnil|bafin|fca|sec|ftc|" +
        "fda|finma|hhs|ocr|edpb|aepd|garante|regulators?|regulatory (?:authority|body|agency|inquiry|investigation|deadline|request|filing|audit)|" +
        "financial authority|(?:financial|banking|bank|insurance|market|state|federal|national|health|securities) (?:supervisors?|supervision|inspectors?|inspectorate|authority|authorities|commission|agency)|banking supervision|federal office|central bank|ecb|antitrust|competition authority|consumer protection|" +
        "tax authority|attorney general|market authority|nis2|dora) ~6 (?:complaint|complaints|complain|asks?|asked|asking|wants?|demands?|" +
        "demanded|requires?|required|requests?|requested|investigat\\S+|inquiry|inquiries|enquiry|letter|contacted|contact|notified|notify|" +
        "notification|informed|inform|report|reported|reporting|audit|audits|audited|auditing|expects?|expected|visits?|visited|came|inspection|inspects|fine|fined|fines|opened|sent|wrote|set|" +
        "gave|order|ordered|deadline|by|within|until|knocking|breathing|involved|is|are|has|have|on|will|case|proceedings|need|needs|us|today|" +
        "tomorrow|hearing|questions)",
      "(?:complain|complaint|complaints|complained|complaining|report|reporting|reported|notify|notified|notification|inform|informed|letter|" +
        "letters|inquiry|request|audit|fine|inspection|investigation|investigated|investigating|order|ordered|contacted|asked|answer|respond|" +
        "reply|deadline|mail|e-?mail|call|summoned|go|going|turn|heard|submit|explain) ~7 (?:data protection (?:authority|authorities|" +
        "commissioner|agency|office|regulator)|supervisory authority|privacy (?:commissioner|regulator|authority|watchdog)|" +
        "information commissioner|dpa|ico|cnil|bafin|fca|sec|ftc|fda|finma|regulators?|regulatory (?:authority|body|agency)|financial authority|" +
        "attorney general|authorities|ombudsman|consumer protection|competition authority|the authority)",
      "(?:gdpr|ccpa|hipaa|privacy|data protection|data privacy|pci|sox|dora|nis2) ~2 (?:complaint|complaints|violation|violations|breach|breaches|" +
        "incident|infringement|fine|fines|investigation|request|notification|deadline|claim|audit finding|non-compliance|inquiry|offen[cs]e)",
      "(?:violat\\S+|breach|breaches|breached|breaching|break|breaks|breaking|infring\\S+|contrary|against|complaint under|request under|" +
        "pursuant to|under|invoke|invoking|according to|demand under|non-compliant with|in violation of) ~4 (?:gdpr|ccpa|hipaa|" +
        "data protection (?:law|laws|act|regulation)|privacy (?:law|laws|act)|article (?:15|17|20|21|33|34|77)|art\\.? (?:15|17|20|21|33|34|77))",
      "(?:article|art\\.?) (?:15|17|20|21|33|34|77|82)(?: (?:of the|of))? (?:gdpr|request)",
      "(?:subject access request|dsar|" + "right to be forgotten|right to erasure|erasure request)",
      "(?:breach|incident|leak) (?:notification|notice|report) ~6 (?:72|deadline|within|authority|by|hours|today|must|due|file|filed|send|" + "required)",
      "(?:notify|report|notified|reporting|file|disclose) ~6 (?:breach|incident|leak) ~6 (?:72|hours|authority|authorities|" + "regulator|today|deadline|days)",
      "(?:72|seventy-two) ?-?hours? ~4 (?:deadline|notification|breach|report|notify|gdpr|clock|period|limit|" + "window)",
      "(?:within|have|only|next) ~2 (?:72|48|24) hours ~5 (?:notify|report|authority|regulator|authorities|disclose)",
      "(?:report|reporting|denounce) (?:you|your company|this|marldb) to (?:the )?(?:\\S+ )?(?:authority|authorities|regulators?|police|" +
        "commissioner|ico|press and the|consumer)",
      "(?:illegal|unlawful|against the law|criminal offen[cs]e) ~5 (?:processing|transfer|use|data|" + "what you|by you|your|collect\\S*|conduct|practice)",
      "(?:what you|you|your \\S+|this) (?:\\S+ ){0,3}(?:illegal|unlawful|against the law|" + "a crime|fraud|fraudulent)",
    ),
  },
];
