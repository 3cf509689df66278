/** English safety rules: danger to life or people. */
import { broad, groups } from "./en-words.ts";
import { any, see, together, weigh } from "./rule.ts";
import type { SafetyRule } from "./rule.ts";

/** Danger to life or people. */
export const danger: readonly SafetyRule[] = [
  {
    rule: "danger.self-harm.en",
    class: "danger",
    guards: ["asking", "fiction"],
    unless: any(
      "(?:want to die|kill myself|hang myself|shoot myself) (?:of (?:shame|boredom|laughter)|laughing)",
      "suicide (?:burn|linux|" + "prevention app|hotline app|prevention charity)",
    ),
    see: see(
      groups,
      "(?:kill|hang|shoot|hurt|harm|cut|cutting|hurting|killing|drown|poison) (?:myself|themselves|himself|herself|themself)",
      "(?:suicide|suicidal|self-harm|self harm|overdose|overdosed)",
      "(?:want|wants|going|wish|would rather|better|ready|like) (?:to )?(?:be dead|die|end it all|end it|end my life|not (?:be alive|live|exist|" +
        "wake up)|jump)",
      "(?:want|wants|going|wish|like|ready|decided) to end (?:everything|it all|it|all)|do not know how to go on",
      "(?:end|ending|take|taking|took|ended) (?:my|his|her|their|own|my own|his own|her own) (?:own )?life",
      "(?:do not|can not|not) (?:\\S+ )?(?:want to|wanna|go on) (?:live|be alive|living|wake up|exist)(?: any ?more)?",
      "(?:no|not (?:\\S+ ){0,3}any|not (?:\\S+ ){0,3}a) (?:more )?(?:reason|point|sense|use) (?:to|in|for) (?:\\S+ )?(?:live|living|life|go on|" +
        "going on|exist|continue)",
      "(?:no reason|nothing left|no point) (?:to live|to live for|in living|living)",
      "(?:can not|" + "could not) go on (?:like this|living|any ?more|anymore)",
      "(?:jump|jumping|jumped) (?:off|from|out of) (?:\\S+ ){0,3}(?:bridge|roof|" + "window|building|balcony)",
      "better off (?:dead|without me)",
      "wish i (?:was|were) (?:dead|never born|not alive)",
      "(?:pills|rope|razor|" + "gun) ~4 (?:end|myself|kill|die)",
      "life is not worth|not worth living|say goodbye to (?:the world|life|everyone)|my last (?:message|" + "day on earth)",
    ),
  },
  {
    rule: "danger.people.en",
    class: "danger",
    guards: ["asking", "hypothetical", "negated", "past", "fiction"],
    unless: any(
      "(?:eyes?|ears?|brain|head|back|fingers|feet|ego|wallet) (?:is |are |has |have )?(?:dying|killing|bleeding|burning|died|hurts?|hurting|dead)",
      "fire (?:icon|emoji|symbol|button|event|trigger|sale|and forget|drill|extinguisher|alarm test|department app|tv|tablet|stick)",
      "(?:dead|live) ?lock\\S*",
      "dead (?:letters?|tuples?|" + "rows?|code|link|links|lock|connections?|node)",
      "(?:kill|killer|killing|kills|killed) (?:-9|process|query|queries|session|feature|app|" +
        "switch|performance|the (?:process|query|connection|backend|session|server|job|pod|container|performance|mood))",
      "smoke tests?",
      "heart ?beat",
      "(?:dying|die) (?:to|of (?:curiosity|boredom|laughter|shame|laughing)|laughing|for)",
      "(?:bleeding|cutting) edge",
    ),
    together: together(
      broad,
      [
        "(?:emergency|911|112|999|distress|ambulance|rescue|fire|alarm|nurse) (?:\\S+ )?(?:calls?|alarms?|dispatch|alerts?|lines?|signals?|buttons?|messages|number|units?|services?)|dispatchers?",
        "(?:not|no longer|never|nobody) (?:\\S+ ){0,3}(?:routed|sent|forwarded|delivered|received|answered|going out|go out|arrive\\S*|coming|reach\\S*|work\\S*|respond\\S*|get|see|shown|connected)|" +
          "lost|dropped|stuck|delayed|too late|down|dead|fails?|failing|failed|offline|unreachable|unavailable|blocked|locked|crashed|goes nowhere",
      ],
      [
        "(?:carbon monoxide|smoke|fire|gas|co|co2|radiation|flood|oxygen|chlorine|ammonia|leak|heat|intruder|panic) (?:\\S+ )?(?:sensors?|detectors?|alarms?|monitors?|monitoring|buttons?|warning)",
        "(?:stopped|silent|no longer|not (?:work|report|respond|go|sound|trigger)\\S*|fail\\S*|down|offline|dead|disabled|mute|blind|frozen|never (?:fired|triggered|rang))",
      ],
      [
        "(?:hit|hits|beat|beats|slapped|punched|kicked|attacked|attacks|raped|strangled|choked|molested|groped|assaulted|touched|abused|abuses|beaten|hurts?) (?:me|him|her|us|them|my)",
        "(?:boss|husband|wife|colleague|coworker|father|mother|partner|boyfriend|girlfriend|ex|man|woman|someone|somebody|he|she|they|manager|customer|brother|guard)",
      ],
      ["(?:afraid|scared|fear|frightened) (?:\\S+ ){0,3}(?:my life|him|her|to go|go home|safety|lives)"],
      [
        "(?:chemical|chemicals|tanks?|pressure|temperatures?|reactor|turbine|conveyor|press|sensors?|valves?|boiler|furnace|cranes?|elevators?|lifts?|brakes?|robots?|" +
          "machines?|pumps?|dams?|water level|gas|oxygen|radiation|chlorine|ammonia|steam|high voltage|levels?|alarms?|controllers?|signals?|barriers?|train|trains)",
        "(?:workers?|people|persons?|staff|operators?|employees|children|residents|patients|passengers|colleagues?|technicians?|lives|life|someone|somebody)",
        "(?:nearby|at risk|in danger|endangered|close by|inside|trapped|exposed|overflow\\S*|explo\\S*|burst\\S*|frozen|wrong|too late|not stop\\S*|did not|failed|fails|" +
          "failing|stuck|blind|no readings|stopped|hurt|injured|dead|accident|burned|burnt|crushed|silent|evacuat\\S*|dangerous|fear)",
      ],
      [
        "(?:dialysis|ventilators?|infusion|insulin|pacemakers?|icu|intensive care|patients? monitors?|heart monitors?|medication|medications|medicine|dosage|dosages|doses?|" +
          "blood|surgery|radiotherapy|anesthesia|oxygen|vital signs|ecg|defibrillator|allerg(?:y|ies)|prescriptions?|diagnos[ei]s|lab results)",
        "(?:wrong|other patients?|another patient|different patient|mixed up|mixes up|swapped|missing|no longer|not (?:work|respond|shown|reach|alarm)\\S*|frozen|stopped|" +
          "down|fail\\S*|double|doubled|twice|too (?:high|low|much|late)|incorrect|blank|switched|outdated|offline|crash\\S*|stands? still|false)",
        "(?:patients?|our|hospital|nurses?|doctors?|clinic|ward|system|app|since|because|your|someone|somebody|us|ambulance|pharmacy)",
      ],
      [
        "(?<! (?:feature|query|data|kill|time|job|fork|logic|zip) )(?:knife|knives|gun|guns|weapon|pistol|rifle|explosives|bomb|machete|axe|armed)",
        "lobby|reception|office|building|door|outside|customer|man|woman|standing|waving|colleague|colleagues|here|threat\\S*|police|us|me|staff|" +
          "bring|bringing|school|hospital|home",
      ],
      [
        "burn(?:s|ing|t)?|on fire|in flames|caught fire|catching fire|smok(?:e|es|ing)|sparks?|sparking|explod\\S*|exploded|explosion|melting",
        "server room|rack|racks|battery|batteries|cabinet|ups|building|office|data ?cent(?:er|re)|basement|power supply|psu|charger|floor|hall|" +
          "plant|factory|generator|transformer|cable|cables|machine|switchgear|warehouse|device|meter|inverter|house|room",
      ],
      [
        "unconscious|bleeding(?! edge)|not breathing|stopped breathing|electrocut\\S*|fainted|passed out|severely injured|badly injured|" +
          "seriously injured|heavily injured|critically injured|first aid|resuscitat\\S*|cpr",
      ],
    ),
    weigh: weigh(
      [
        3,
        "injur|hurt |bleeding |unconscious|crushed|amputat|electrocut|seizure|stroke |heart attack|ambulance|shoot|stab|bomb|gun |knife |weapon|" +
          "suicid|overdos|all my pills|killed|died |dying |death|fatal|trapped|hostage|kidnap|assault|beat me|strangl|suffocat|drown|life-threat|" +
          "lives are|emergency room|intensive care|explo(?:ded|sion|des)|shocked |electric shock|not moving|unresponsive|go on living|go on any|" +
          "going on living|reason to live|want to live|scald|burnt |blast|detonat|shots |shooting|stabbed|raped|abused|swallowed|choking|anaphyl|" +
          "not waking|no pulse|suffering|amok|rampage|massacre|armed |explosive|end it |end my|take my life|harm (?:myself|himself|herself|them)|" +
          "jump (?:off|from)|hang (?:myself|himself)|too much (?:insulin|medication|of the|morphine)|already got too much|overdose|" +
          "lose(?:s)? (?:his|her|their) (?:life|leg|arm|hand)|life and death|severed|lynch|beat(?:en|ing)? up",
      ],
      [
        2,
        "fire |flames |smoke |burning |burned |toxic|ammonia|chlorine|gas |poison|threat|danger|accident|spill|radiation|sparks|threaten|menac|" +
          "violen|stalk|harass|smok(?:e|y|ing)|sparks|acid |leak(?:s|ed|ing)? (?:gas|acid|chlor|ammon|oil|fuel)|fuel |radioactive|doubled |" +
          "double dose|wrong (?:dose|values|patient|blood|medication)|mixed up|overheat|melting|collapse|flood",
      ],
      [
        2,
        "hospital|stuck between|people are stuck|paramedic|evacuat|leaving the building|fire brigade|firefighter|police |collapsed|fainted|" +
          "pills |bruis|wound|broken (?:arm|leg|bone)|fell (?:from|off)",
      ],
      [
        1,
        "people |worker|patient|colleague|coworker|child|kids |operator|technician|driver|nurse|doctor|somebody|someone|passenger|hand |arm |" +
          "leg |head |eyes? |my wife|my husband|my son|my daughter|residents?|electrician|staff |guard|girl|boy |man |woman |one of us|still inside|" +
          "inside |everyone|crew|passengers|visitor|student|baby|us |me |him |her ",
      ],
      [
        1,
        "safety|elevator|alarm|robot|machine|crane|valve|medic|dose|dosage|blood|donor|infusion|ventilator|monitor|brake|help |emergency|urgent|" +
          "doctor|112|911|999|right now|on site|dosing|insulin|pump |reception|lobby|building|server room|ward |icu |clinic|train |railway|aircraft|" +
          "plane|reactor|valve|pressure|oxygen|surgery|dispatch|office",
      ],
    ),
    see: see(
      groups,
      "(?:people|person|persons|patients?|somebody|someone|colleagues?|workers?|employees?|operators?|technicians?|engineers?|residents?|children|" +
        "child|kid|kids|passengers?|driver|man|woman|customers?|staff|nurse|doctor|doctors|human|humans|lives|life|guy|anyone|he|she|admin|" +
        "electrician|visitor|students?|baby|newborn|i) ~5 (?:injured|hurt|dead|died|dying|killed|collapsed|unconscious|bleeding|trapped|" +
        "electrocuted|burned|burnt|burning|in danger|at risk|in mortal danger|endangered|poisoned|hospitali[sz]ed|suffocating|not breathing|" +
        "stopped breathing|choking|electric shock|electrical shock|having a (?:heart attack|seizure|stroke)|had a (?:heart attack|seizure|stroke)|" +
        "been shot|stabbed|in critical condition|badly hurt|in intensive care|could die|might die|may die|will die|can die|could be (?:hurt|" +
        "killed|injured)|threatened|harassed|crushed|passed out|fainted|life-threatening)",
      "(?:injury|injuries|injured|casualt(?:y|ies)|fatalit(?:y|ies)|death|deaths|wounded) ~6 (?:at|in|because|due|by|from|after|caused|person|" +
        "people|worker|workers|staff|here|plant|site|today|reported|now|two|one|three|several)",
      "(?:one|two|three|several|many|multiple|\\d+) (?:\\S+ )?(?:injured|dead|casualties|wounded|hurt|killed|injuries|deaths)",
      "(?:there is|there s|we have|have|is|has|got|caught|catches|on|a|the|big|open|started|starts|breaking out|broke out|see|smell|there was|" +
        "sees|catching) (?:a |an |our |\\S+ )?(?:fire|flames|smoke|smoking|burning) ~6 (?:in|on|at|room|rack|server|servers|data ?cent(?:er|re)|" +
        "building|office|floor|cabinet|battery|ups|coming|from|now|out|everywhere|help|inside|factory|hall|plant|house)",
      "(?:server|rack|building|office|ups|battery|batteries|data ?cent(?:er|re)|room|power supply|machine|device|charger|factory|cabinet|plant|" +
        "psu|house|hardware|disk array|controller|switch cabinet|switchgear|it|appliance) (?:room )?~2 (?:on fire|in flames|burning|burns|" +
        "caught fire|catching fire|is smoking|smoking|started smoking|smokes|smoldering|smouldering|exploded|explodes|exploding|ablaze|smoke)",
      "(?:call|called|calling|need|send) (?:\\S+ )?(?:ambulance|an ambulance|fire brigade|fire department|firefighters|fire service|paramedics|" +
        "911|112|999|emergency services|the police)",
      "(?:ambulance|paramedics|fire brigade|fire department|firefighters|evacuated|evacuating|evacuation|emergency doctor) ~4 (?:here|is|are|on|" +
        "has|have|called|came|arrived|coming|now|the building|way|under way|our|needed|office)",
      "(?:gas|chemical|chlorine|ammonia|acid|radiation|carbon monoxide|coolant|toxic|hazardous) ~2 (?:leak|leaking|leaked|spill|spilled|escaping|" +
        "escaped|alarm|cloud|fumes)",
      "(?:infusion|insulin|pacemaker|ventilator|ventilators|dialysis|defibrillator|life support|life-support|heart monitor|heart monitors|" +
        "patient monitors?|patient monitoring|medical devices?|medical pumps?|pumps?|icu|intensive care|operating room|operating theat(?:er|re)|" +
        "surgery|anesthesia|anaesthesia|medication|dosages?|doses?|emergency (?:room|dispatch|calls?|call cent(?:er|re)|services)|dispatch|911|" +
        "112|ambulance dispatch|blood|transfusion|allergy|allergies|radiotherapy|train signals?|railway signals?|signalling|air traffic|brakes?|" +
        "braking|elevator|elevators|lift|reactor|safety (?:system|shutdown|interlock|valve)|emergency (?:stop|shutdown|brake)|" +
        "fire alarm(?: system)?|alarm system|robot arm|robot|crane|nurse call|oxygen) ~7 (?:wrong|fails?|failed|failing|failure|down|offline|" +
        "not (?:working|responding|stopping|available|reachable)|dead|stopped|stops|frozen|blind|wrongly|too (?:high|much|low|late)|incorrect|" +
        "mixed up|swapped|missing|crashed|crashes|malfunction\\S*|doubled|no data|no longer|unavailable|unreachable|lost|gone|does not|do not|" +
        "can not|dark|blocked|ignores?|ignored|out of order)",
      "(?:wrong|incorrect|double|doubled|mixed-up|mixed up|swapped|missing|false) (?:\\S+ )?(?:dose|dosage|doses|medication|blood type|" +
        "blood group|patient|prescription|allergy|allergies|drug|drugs|treatment)",
      "(?:life|lives|health|safety|people|patients?) (?:\\S+ )?(?:is|are|s) (?:\\S+ )?(?:at stake|at risk|in danger|depend on|in jeopardy|" +
        "on the line|endangered)",
      "(?:life-threatening|life threatening|mortal danger|danger to life|medical emergency|matter of life and death|" +
        "danger of death|acute danger|risk to life|threat to life)",
      "(?:heart attack|cardiac arrest|not breathing|electric shock|seizure)",
      "(?:beaten|assaulted|attacked|raped|abused|stalked|kidnapped|held hostage|domestic violence)",
    ),
  },
  {
    rule: "danger.threat.en",
    class: "danger",
    guards: ["negated", "past", "fiction"],
    see: see(
      groups,
      "(?:know|knows|found out|find out) (?:\\S+ )?where (?:you|your|he|she|they|his|her|their|all of you) (?:\\S+ ){0,3}(?:lives?|works?|office|offices|family|house|home|sleep|kids|is|are|sit)",
      "(?:come|coming|comes|visit|show up|drop by) (?:\\S+ ){0,6}(?:with|and) (?:a |my |some |an )?(?:\\S+ )?(?:bat|knife|gun|axe|hammer|crowbar|rifle|weapon|friends who|smash|beat|hurt|burn)",
      "(?:you|they|he|she|your \\S+) (?:will|are going to|shall|is going to) (?:\\S+ )?(?:regret (?:this|it)|be sorry you|pay for this with|bleed|suffer for|not live)|watch your back",
      "(?:i|we|he|she|they|somebody|someone|customer|employee|guy|man|caller|user) ~4 (?:kill you|kill him|kill her|kill them|kill someone|" +
        "kill somebody|kill everyone|kill us|kill me|hurt you|hurt someone|hurt somebody|hurt him|hurt her|hurt me|hurt us|shoot you|shoot (?:up|" +
        "everyone|them|him|her|us)|stab|beat you|beat up|burn down|burn your|blow up your|blow up the|bomb|make you pay in blood|" +
        "break your (?:legs|bones|neck)|come (?:to|over to|by|after) (?:your|you) ~4 (?:gun|knife|bat|bomb|weapon|office|house|hurt|regret)|" +
        "know where you live|find you|smash your|murder|strangle|attack you|kill your|attack us)",
      "(?:bomb|death|murder|violence|violent) threats?",
      "threat(?:s|en|ens|ened|ening)? (?:to|of|with|us|me|our) ~4 (?:kill|violence|shoot|" + "shooting|bomb|harm|hurt|murder|death|knife|gun|beat|attack)",
      "(?:gun|knife|weapon|bomb|explosives?|shooter|gunman) (?:in|at|on|inside|" +
        "to) (?:the|our|your|my) (?:office|building|school|lobby|desk|floor|reception|work)",
      "(?:i|we) (?:have|got|bring|will bring) ~2 (?:gun|" + "knife|bomb|weapon|explosives)",
      "(?:set|setting|sets|put) (?:\\S+ ){1,4}on fire|burn(?:s|ing)? (?:\\S+ ){1,4}down",
      "(?:know|knows) where (?:you|your \\S+|he|she|they|i) lives?",
    ),
  },
];
