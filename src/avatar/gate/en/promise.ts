/** English: guarantees, and what a lawyer would quote. */
import { raw, words } from "../pattern.ts";
import type { CommitmentRule } from "../rule.ts";
import { groups } from "./shared.ts";

export const PROMISES: readonly CommitmentRule[] = [
  {
    rule: "commitment.guarantee",
    scent:
      "guarantee promise definitely 100 100% hundred assure assured rest certain sure never lose happen risk absolutely bulletproof fail swear pledge vow uptime availability % completely zero count word",
    topic: raw(
      "guarant|promise|my word|definitely|100 ?%|hundred percent|assure you|rest assured|be certain|for sure|" +
        "certain(?:ly)? (?:that )?(?:it|this|you)|never (?:lose|happen|go down|fail|again|be)|not (?:ever )?(?:lose|happen again)|no risk|risk-free|" +
        "absolutely (?:safe|secure|no)|bulletproof|without fail|swear|pledge|vow|count on (?:it|us|me)|uptime of|% (?:uptime|availability)|" +
        "completely (?:safe|secure)|zero (?:downtime|data loss|risk)",
    ),
    shapes: [
      words(
        "(?:i|we|marldb|our (?:team|company|engineers)) (?:{adv} )*(?:can |do |will |would |could |hereby |absolutely |fully )*(?:guarantee|" +
          "promise|assure|swear|pledge|vow|warrant)s?|i give you my word|(?:you have|take) my word|i (?:am|can be) (?:100 ?%|absolutely|" +
          "completely) (?:sure|certain)|(?:is|are|comes?|you are|be) (?:fully |100 ?% |personally )?guaranteed(?! (?:to be (?:unique|ordered)|" +
          "by the|order|delivery|only|if|when))|guaranteed (?:to (?:work|fix|solve|help)|fix|success|safe|safety|uptime|response)|(?:this|that|it|" +
          "the upgrade|your data|your database|you|nothing|the migration|everything|the fix|we|our \\S+) (?:will|is|are|would) (?:definitely|" +
          "certainly|absolutely|100 ?%|never|for sure|completely safe|absolutely safe|completely secure)|(?:will|would|can) (?:definitely|certainly|" +
          "never|absolutely)(?: ever)? (?:be|work|happen|lose|fail|fix|solve|go|break|get|have|see|keep|meet)|(?:will|" +
          "can) not (?:ever )?(?:lose (?:any |a single |your )?(?:data|row|byte|anything|transaction)|happen again)|(?:there is|with|" +
          "at) (?:absolutely )?(?:no|zero) risk|zero (?:downtime|data loss|risk)|rest assured|be assured|you can (?:count|rely) on (?:it|us|me)|" +
          "with 100 ?% certainty|% (?:uptime|availability)|risk-free|i promise|(?:works|safe|secure|certain),? 100 ?%|100 ?% (?:safe|secure|sure|" +
          "certain|risk|guarantee|uptime|reliable|availab)|never happen again|that is a promise|without fail|our guarantee|(?:a|the) (?:money-back|" +
          "uptime|full) guarantee",
        groups,
      ),
    ],
    unless: words(
      "can not (?:guarantee|promise|assure|say|give|be)|(?:do|does|did|would|could|will|must|should|is|are|am) not (?:want to |" +
        "be able to |allowed to |able to |here to )?(?:guarantee|promise|assure|say|guaranteed|make)|not guaranteed|no(?:body)? (?:guarantees?|" +
        "promises?|can (?:guarantee|promise))|without (?:a |any )?(?:guarantee|promise)|never (?:promise|guarantee)|cannot|unable|serializable|" +
        "isolation|unique|constraint|index|fsync|quorum|protocol|order by|(?:javascript|js|async|await|promise\\.\\w+|promises? (?:api|object|" +
        "chain|resolves?|rejects?|returned))",
      groups,
    ),
    excuse: "sentence",
  },
  {
    rule: "commitment.legal",
    scent:
      "liable liability fault mistake negligent negligence responsible responsibility damages sue lawsuit breach blame admit legal legally binding violate infringe settle writing contractual contract",
    topic: raw(
      "liab|fault|(?:our|my) (?:own )?mistake|negligen|responsib|damages|\\bsue\\b|lawsuit|breach|blame|admit|legal(?:ly)? (?:bound|" +
        "binding|obliged|required|entitled|offer|right)|binding|violat|infring|settle|in writing|contractual",
    ),
    shapes: [
      words(
        "(?:i|we|our (?:company|team|side)|marldb|the company|standin) (?:{adv} )*(?:(?:will|do|must|have to|fully|hereby|can|would|are|is|am|" +
          "were|was|have|has|accept|take|assume|bear|carry|admit|acknowledge|concede) )*(?:liable|responsible for (?:the|your|this|that|all|any)|" +
          "at fault|to blame|negligent|(?:full |legal |all |complete |the )*(?:liability|responsibility)|the blame|admit|breached|in breach|" +
          "violated|infringed|settle|pay (?:for )?(?:the |all |any |your )*damages?)|(?:it|this|that|the (?:outage|bug|problem|loss|data loss|crash|" +
          "incident|error|failure)) (?:is|was|were)(?: \\w+)? (?:our|my|the company's|marldb's) (?:own )?(?:fault|mistake|negligence|responsibility|" +
          "liability|doing)|(?:our|my) (?:fault|negligence|liability|bad)|(?:a |as a |is |legally )binding|you (?:can|could|may|should|have (?:a|" +
          "the) (?:legal )?right to|are (?:legally )?entitled to) (?:sue|damages|claim|take (?:us|legal))|legal(?:ly)? (?:bound|obliged|entitled)|" +
          "pay (?:you )?(?:the |all |any )?damages|we (?:will )?(?:confirm|accept) (?:\\S+ ){0,3}in writing",
        groups,
      ),
    ],
    unless: words(
      "can not|not(?! only)|never|whether|neither|no (?:one|liability|warranty)|unable|disclaims?|excludes?|who is|" +
        "your (?:own )?responsib\\w+|you are responsible|lawyer|licen[cs]e",
      groups,
    ),
    excuse: "sentence",
  },
];
