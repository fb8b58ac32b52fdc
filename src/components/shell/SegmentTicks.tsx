import type { SegmentChoice, Session } from "../../session/session";
import type { Filters } from "../../view/view";
import { MultiSelect } from "./MultiSelect";
import { segmentNames } from "./segment-names";

interface SegmentTicksProps {
  readonly session: Session;
  readonly filters: Filters;
  readonly listed: readonly SegmentChoice[];
}

/** The segments of the Segments page, to tick. */
export function SegmentTicks({ session, filters, listed }: SegmentTicksProps) {
  const nameOf = segmentNames(listed);
  const numbers = [...listed.map(({ segment }) => segment), ...filters.segments];
  const numberOf = (name: string) => numbers.filter((segment) => nameOf(segment) === name).slice(0, 1);
  return (
    <MultiSelect
      label="Segment"
      choices={listed.map(({ segment, customers }) => ({ value: nameOf(segment), rows: customers }))}
      chosen={filters.segments.map(nameOf)}
      onChange={(chosen) => session.setFilters({ ...filters, segments: chosen.flatMap(numberOf) })}
    />
  );
}
