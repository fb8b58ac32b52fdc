import { earnedNames, type EarnedName } from "../../segmentation/earned-names";
import type { Description } from "./describe";
import type { GivenName } from "./given-name";

/** What a segment is called, and the rule that earns it the name. */
export interface NamedSegment extends EarnedName {
  /** The person's own name, or a rule's, instead of one made from the profile. */
  readonly given: boolean;
}

/** Names for all segments: the person's where given, else from what stands out in the profile. */
export function nameSegments(
  description: Pick<Description, "names" | "columns" | "profile">,
  given: readonly GivenName[],
  grouping: string,
): readonly NamedSegment[] {
  return earnedNames(description, description.columns).map(({ name, rule }, place) => {
    const own = given.find((one) => one.grouping === grouping && one.segment === place);
    return own === undefined
      ? { name, rule, given: false }
      : { name: own.name, rule: `Named by you. ${rule}`, given: true };
  });
}
