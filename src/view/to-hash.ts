import { writeFingerprint } from "./fingerprint-text";
import type { LinkSpecs } from "./link-specs";
import { encodeText } from "./link-text";
import { writeTime } from "./link-time";
import { failed } from "./parsed";
import { readFingerprint } from "./fingerprint-text";
import { refusal, sameValue, writeValue } from "./setting-value";
import { isTreatment, writeOutliers } from "./treatment-text";
import { DEFAULT_TREATMENT, type View } from "./view";

/** A link longer than this is cut: mail and chat programs break longer ones. */
export const LONGEST_HASH = 8_000;

/** Parts of one key that are kept together or left out together. */
interface Group {
  readonly key: string;
  readonly parts: readonly string[];
}

/**
 * A view as the readable hash of a link, `#v=1&engagement.k=4&…&file=…`, at most `LONGEST_HASH` characters of ASCII.
 * Defaults are left out; the page is not in it (it is the address's path). Where lists are too long for a link, the
 * longest lists are left out whole, never in part, and `cut=handset` says so to whoever opens it.
 */
export function toHash(view: View, specs: LinkSpecs): string {
  const fixed = [...settingParts(view, specs), ...treatmentParts(view), ...timeParts(view)];
  const file = fileParts(view);
  let lists = listGroups(view, specs);
  const cut: string[] = [];
  const whole = (): string => {
    const said = cut.length > 0 ? [`cut=${cut.join(",")}`] : [];
    return `#${["v=1", ...fixed, ...lists.flatMap((group) => group.parts), ...said, ...file].join("&")}`;
  };
  while (whole().length > LONGEST_HASH && lists.length > 0) {
    const longest = lists.reduce((a, b) => (size(b) > size(a) ? b : a));
    lists = lists.filter((group) => group !== longest);
    cut.push(longest.key);
  }
  return whole();
}

function size(group: Group): number {
  return group.parts.join("&").length;
}

function settingParts(view: View, specs: LinkSpecs): string[] {
  return specs.pages.flatMap(({ id, settings }) => {
    const chosen = view.settings.get(id);
    if (chosen === undefined) return [];
    return Object.entries(settings).flatMap(([name, setting]) => {
      const value = chosen.get(name);
      if (value === undefined || sameValue(value, setting.default) || refusal(setting, value) !== null) return [];
      return [`${encodeText(id)}.${encodeText(name)}=${writeValue(value)}`];
    });
  });
}

function treatmentParts({ treatment }: View): string[] {
  if (!isTreatment(treatment)) return [];
  const written = { missing: treatment.missing, outliers: writeOutliers(treatment.outliers), scale: treatment.scaling };
  const usual = {
    missing: DEFAULT_TREATMENT.missing,
    outliers: writeOutliers(DEFAULT_TREATMENT.outliers),
    scale: DEFAULT_TREATMENT.scaling,
  };
  const keys = ["missing", "outliers", "scale"] as const;
  return keys.filter((key) => written[key] !== usual[key]).map((key) => `${key}=${written[key]}`);
}

function timeParts({ filters }: View): string[] {
  return (["from", "to"] as const).flatMap((key) => {
    const time = filters[key];
    const text = time === null ? null : writeTime(time);
    return text === null ? [] : [`${key}=${text}`];
  });
}

function listGroups(view: View, specs: LinkSpecs): Group[] {
  const { makers, handsets, locations, apps } = view.filters;
  const roles = view.roles.filter(([, role]) => specs.isRole(role));
  const off = specs.steps.filter((step) => view.stepsOff.includes(step)).map(encodeText);
  return [
    { key: "role", parts: roles.map(([column, role]) => `role=${encodeText(column)}:${encodeText(role)}`) },
    { key: "off", parts: off.length > 0 ? [`off=${off.join(",")}`] : [] },
    { key: "maker", parts: makers.map((name) => `maker=${encodeText(name)}`) },
    { key: "handset", parts: handsets.map((name) => `handset=${encodeText(name)}`) },
    { key: "location", parts: locations.map((name) => `location=${encodeText(name)}`) },
    { key: "app", parts: apps.map((name) => `app=${encodeText(name)}`) },
  ].filter((group) => group.parts.length > 0);
}

/** Last, because it ends in a digit: no program that finds links in text takes that for punctuation. */
function fileParts({ fingerprint }: View): string[] {
  if (fingerprint === null) return [];
  const text = writeFingerprint(fingerprint);
  return failed(readFingerprint(text)) ? [] : [`file=${text}`];
}
