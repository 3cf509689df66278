/** What a commitment looks like: a topic and a committing shape in one clause, and nothing that takes it back. */
export type CommitmentRule = {
  rule: string;
  /** beginnings of words (four letters count) of which a sentence needs one before the rule is tried at all */
  scent: string;
  /** and one of these, too, if given */
  also?: string;
  /** a cheap look at the sentence; without it nothing else is tried */
  topic: RegExp;
  /** the clause commits if one of these matches; none means that the topic itself commits */
  shapes?: readonly RegExp[];
  /** takes the commitment back when it stands in the same clause */
  unless?: RegExp;
  /** the sentence is about something else altogether, and the rule is not tried on any part of it */
  elsewhere?: RegExp;
  /** what reviewed text must hold, beside this rule's topic, so that the sentence may be repeated as a fact */
  excuse: "figures" | "sentence" | "cited" | "never";
  /** it casts a wide net: where the classifier sees nothing of a commitment it is not believed */
  wide?: true;
};

/** The same rules, believed only where the classifier does not shake its head. */
export function wide(rules: readonly CommitmentRule[]): CommitmentRule[] {
  return rules.map((rule) => ({ ...rule, wide: true }));
}
