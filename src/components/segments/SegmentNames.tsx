import type { PageContent, PageEntry, Session } from "../../session/session";
import { valueOf } from "../analysis/settings-words";
import { TypedInput } from "../shell/TypedInput";

interface SegmentNamesProps {
  readonly session: Session;
  readonly page: PageEntry;
  readonly groups: NonNullable<PageContent["groups"]>;
}

const LONGEST = 60;

/** A name of the person's own for each segment; an emptied field gives the segment its found name back. */
export function SegmentNames({ session, page, groups }: SegmentNamesProps) {
  const setting = page.settings["names"];
  if (setting === undefined) return null;
  const given = valueOf(session.view.value, page.id, "names", setting) as readonly string[];
  const startOf = (segment: number): string => `${groups.key}:${segment}:`;
  const call = (segment: number, name: string) => {
    const others = given.filter((text) => !text.startsWith(startOf(segment)));
    session.setSetting(page.id, "names", name === "" ? others : [...others, startOf(segment) + name]);
  };
  return (
    <fieldset class="segment-names">
      <legend class="field-label">Call the segments as you like</legend>
      {groups.names.map((name, segment) => (
        <label key={`${groups.key} ${segment}`} class="segment-name">
          <span class="segment-swatch" style={{ background: swatch(segment) }} aria-hidden="true" />
          <span class="visually-hidden">{`Name of segment ${segment + 1}`}</span>
          <TypedInput
            class="input"
            type="text"
            maxLength={LONGEST}
            placeholder={name}
            value={given.find((text) => text.startsWith(startOf(segment)))?.slice(startOf(segment).length) ?? name}
            onTake={(text) => call(segment, text.trim())}
          />
        </label>
      ))}
    </fieldset>
  );
}

/** The colour that the segment has on every chart. */
const swatch = (segment: number): string => (segment < 8 ? `var(--data-${segment + 1})` : "var(--muted)");
