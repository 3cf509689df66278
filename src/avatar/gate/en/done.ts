/** English: what was not done by a tool. */
import { words } from "../pattern.ts";
import type { CommitmentRule } from "../rule.ts";
import { groups } from "./shared.ts";

const TICKETY =
  "tickets?|cases?|issues?|incidents?|bug reports?|(?:support |feature |change )?requests?|colleagues?|teams?|engineers?|" +
  "engineering|managers?|management|supervisor|support|accounts?|subscriptions?|plans?|contracts?|invoices?|orders?|payments?|licen[cs]es?|" +
  "refunds?|credits?|meetings?|(?:phone )?calls?|appointments?|calendar|on-call|department|developers?|specialists?|priority|boss|sales|billing|" +
  "complaint|claim|trial|seats?|limit|quota|rate limit|api keys?|credentials|e-?mails?";
const STRONG_DONE =
  "cancel+ed|refunded|escalated|credited|reimbursed|compensated|scheduled|booked|forwarded|notified|informed|alerted|paged|" +
  "waived|whitelisted|unlocked|upgraded your|downgraded|prioriti[sz]ed|bumped|handed (?:it|this|that|you|your)|passed (?:it|this|that|your) \\S*|" +
  "transferred you|flagged (?:it|this|that|your)|reported (?:it|this|that|your|the)|logged (?:it|this|that|your|the)|told (?:the|our|" +
  "my) (?:team|colleagues?|boss|manager|engineers?|developers?)|spoken (?:to|with)|talked (?:to|with)|checked with|confirmed with|consulted|" +
  "reached out|contacted|restarted your|rebooted|reset your|deleted your|removed your|spoke (?:to|with)|fixed (?:it|this|that|the (?:bug|" +
  "issue|problem)|your)|rolled back your|restored your|deployed|reactivated|arranged|approved your";
const WEAK_DONE =
  "created|opened|filed|raised|submitted|registered|changed|updated|applied|extended|issued|processed|sent|made|deleted|removed|" +
  "erased|disabled|enabled|activated|deactivated|suspended|terminated|closed|assigned|set up|put|placed|added|increased|raised|reset|asked|called|" +
  "emailed|messaged|pinged|moved|upgraded|switched|entered|recorded|renewed|paused|merged|restarted|started";
const YOURTHING =
  "(?:your|the|a|an|this)(?: \\S+){0,2} (?:tickets?|cases?|incidents?|requests?|refunds?|subscriptions?|accounts?|contracts?|" +
  "plans?|invoices?|orders?|payments?|appointments?|meetings?|escalation|complaint|credits?|seats?|api keys?|licen[cs]es?|limits?|quota|team|" +
  "engineers?|colleagues?)";

export const DONE_CLAIMS: readonly CommitmentRule[] = [
  {
    rule: "commitment.done",
    scent:
      "cancel refund escalate credit reimburse compensate schedule book booked forward notify notified inform alert page paged waive whitelist unlock upgrade downgrade prioritise prioritize bump hand pass passed transfer flag report log logged told spoke spoken talk check checked confirm consult reach contact restart reboot fix fixed roll restore deploy reactivate arrange approve reset delete remove on set put made",
    also: "i we my our team support",
    topic: words(
      `(?:i|we|my colleagues?|our (?:team|engineers?)|the team|support) (?:(?:have|has|had|just|already|now|also|went ahead and|took the liberty of|immediately|gladly|successfully|personally) )*(?:${STRONG_DONE})`,
      groups,
    ),
    unless: words("(?:have|has|had|was|were) (?:not|never)(?! only)|can not|not yet|once|until|after|when i|if (?:i|we)|whether|as if", groups),
    excuse: "sentence",
  },
  {
    rule: "commitment.done",
    scent:
      "create opened open file filed raise submit register change update apply applied extend issue process sent delete remove erase disable enable activate deactivate suspend terminate close assign place add added increase reset ask asked call email message ping pinged move upgrade switch enter record renew pause merge restart start on set put made",
    also: "i we my our team support",
    topic: words(
      `(?:i|we|my colleagues?|our (?:team|engineers?)|the team|support) (?:(?:have|has|had|just|already|now|also|went ahead and|immediately|gladly|successfully|personally) )*(?:${WEAK_DONE})(?: \\S+){0,5} (?:${TICKETY})`,
      groups,
    ),
    unless: words("(?:have|has|had|was|were) (?:not|never)(?! only)|can not|not yet|once|until|if (?:i|we)|whether|example|above|below|sample", groups),
    excuse: "sentence",
  },
  {
    rule: "commitment.done",
    scent:
      "escalate create open file refund cancel upgrade downgrade credit approve schedule book forward close resolve activate reactivate deactivate suspend unlock notify inform alert issue process waive raise extend submit prioritise prioritize assign renew terminate change working consider on set put made",
    also: "has have was were is are consider",
    topic: words(
      `${YOURTHING} (?:has|have|was|were|is|are) (?:{adv} )*(?:(?:now|already|just|successfully) )*(?:been )?(?:{adv} )*(?:escalated|created|opened|filed|refunded|cancel+ed|upgraded|downgraded|credited|approved|scheduled|booked|forwarded|closed|resolved|activated|reactivated|deactivated|suspended|unlocked|notified|informed|alerted|issued|processed|waived|raised|extended|submitted|prioriti[sz]ed|assigned|renewed|terminated|changed|on it|working on (?:it|this))|consider (?:it|this|that) (?:done|cancel+ed|refunded|fixed|sorted)`,
      groups,
    ),
    unless: words("not|never|once|when|if|until|after|whether|unless|before|every time|each time|as soon as|how", groups),
    excuse: "sentence",
  },
];
