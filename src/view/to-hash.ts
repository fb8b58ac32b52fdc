import { readFingerprint, writeFingerprint } from "./fingerprint-text";
import { VALUE_KEYS } from "./link-draft";
import type { LinkSpecs } from "./link-specs";
import { encodeText } from "./link-text";
import { writeTime } from "./link-time";
import { failed } from "./parsed";
import { isSegment } from "./segment-number";
import { refusal, sameValue, writeValue } from "./setting-value";
import { isTreatment, writeOutliers } from "./treatment-text";
import { DEFAULT_TREATMENT, type View } from "./view";

/** A link longer than this is cut: mail and chat programs break longer ones. */
export const LONGEST_HASH = 8_000;

/** How much of a view is written. */
export interface HashOptions {
  /** Whether values of the file are in it: filters (maker, handset, location) and settings made of cells. */
  readonly values: boolean;
  /** The most characters; lists that do not fit are left out whole. */
  readonly longest: number;
}

/** A view as the hash of a link, and what had to stay out. */
export interface WrittenHash {
  /** `#v=1&engagement.k=4&…&file=…`, ASCII only. */
  readonly hash: string;
  /** Keys of lists and settings left out because their values are cells of the file. */
  readonly held: readonly string[];
  /** Keys of those left out because they would not fit. */
  readonly cut: readonly string[];
  /** Characters that all of it would have taken. */
  readonly length: number;
}

/** Parts of one key that are kept together or left out together. */
interface Group {
  readonly key: string;
  /** Its values are cells of the file. */
  readonly cells: boolean;
  readonly parts: readonly string[];
}

/**
 * A view as the readable hash of a link, `#v=1&engagement.k=4&…&file=…`. Defaults are left out; the page is not in it (it
 * is the address's path). Where lists are too long, the longest are left out whole, never in part, and `cut=handset` says
 * so to whoever opens it, as `held=maker` does for filters whose values stay here.
 */
export function toHash(view: View, specs: LinkSpecs, { values, longest }: HashOptions): WrittenHash {
  const settings = settingGroups(view, specs);
  const plain = settings.filter(({ cells }) => !cells).flatMap(({ parts }) => parts);
  const before = ["v=1", ...plain, ...treatmentParts(view), ...timeParts(view)];
  const after = fileParts(view);
  const all = [...settings.filter(({ cells }) => cells), ...listGroups(view, specs)];
  const held = values ? [] : all.filter(({ cells }) => cells).map(({ key }) => key);
  let lists = all.filter(({ key }) => !held.includes(key));
  const cut: string[] = [];
  const whole = (): string => {
    const said = [...note("held", held), ...note("cut", cut)];
    return `#${[...before, ...lists.flatMap((group) => group.parts), ...said, ...after].join("&")}`;
  };
  const { length } = whole();
  while (whole().length > longest && lists.length > 0) {
    const largest = lists.reduce((a, b) => (size(b) > size(a) ? b : a));
    lists = lists.filter((group) => group !== largest);
    cut.push(largest.key);
  }
  return { hash: whole(), held, cut, length };
}

function note(key: string, lists: readonly string[]): readonly string[] {
  return lists.length > 0 ? [`${key}=${lists.join(",")}`] : [];
}

function isValueKey(key: string): boolean {
  return VALUE_KEYS.some((known) => known === key);
}

function size(group: Group): number {
  return group.parts.join("&").length;
}

function settingGroups(view: View, specs: LinkSpecs): Group[] {
  return specs.pages.flatMap(({ id, settings }) => {
    const chosen = view.settings.get(id);
    if (chosen === undefined) return [];
    return Object.entries(settings).flatMap(([name, setting]) => {
      const value = chosen.get(name);
      if (value === undefined || sameValue(value, setting.default) || refusal(setting, value) !== null) return [];
      const key = `${encodeText(id)}.${encodeText(name)}`;
      return [{ key, cells: setting.cells === true, parts: [`${key}=${writeValue(value)}`] }];
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
  const { makers, handsets, locations, apps, segments } = view.filters;
  const roles = view.roles.filter(([, role]) => specs.isRole(role));
  const off = specs.steps.filter((step) => view.stepsOff.includes(step)).map(encodeText);
  return [
    { key: "role", parts: roles.map(([column, role]) => `role=${encodeText(column)}:${encodeText(role)}`) },
    { key: "off", parts: off.length > 0 ? [`off=${off.join(",")}`] : [] },
    { key: "maker", parts: makers.map((name) => `maker=${encodeText(name)}`) },
    { key: "handset", parts: handsets.map((name) => `handset=${encodeText(name)}`) },
    { key: "location", parts: locations.map((name) => `location=${encodeText(name)}`) },
    { key: "app", parts: apps.map((name) => `app=${encodeText(name)}`) },
    { key: "segment", parts: segments.filter(isSegment).map((number) => `segment=${number}`) },
  ]
    .filter(({ parts }) => parts.length > 0)
    .map((group) => ({ ...group, cells: isValueKey(group.key) }));
}

/** Last, because it ends in a digit: no program that finds links in text takes that for punctuation. */
function fileParts({ fingerprint }: View): string[] {
  if (fingerprint === null) return [];
  const text = writeFingerprint(fingerprint);
  return failed(readFingerprint(text)) ? [] : [`file=${text}`];
}
