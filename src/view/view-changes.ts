import type { Treatment } from "../workers/contract";
import { refusal, sameValue } from "./setting-value";
import type { AnyValue, Setting, Settings, Values } from "./settings";
import { isTreatment, writeOutliers } from "./treatment-text";
import { FIRST_VIEW, type Filters, type Fingerprint, type View } from "./view";

/** Another page of the same view. */
export function goTo(view: View, page: string): View {
  return { ...view, page };
}

/** The same view on this file. */
export function onFile(view: View, fingerprint: Fingerprint | null): View {
  return { ...view, fingerprint };
}

/** Gives a column a meaning in place of the guessed one; null goes back to the guess. */
export function setRole(view: View, column: string, role: string | null): View {
  const others = view.roles.filter(([name]) => name !== column);
  return { ...view, roles: role === null ? others : [...others, [column, role]] };
}

/** Switches a cleaning step on or off. */
export function setStep(view: View, step: string, enabled: boolean): View {
  const others = view.stepsOff.filter((id) => id !== step);
  return { ...view, stepsOff: enabled ? others : [...others, step] };
}

/** Another treatment; one with impossible percentiles changes nothing. */
export function setTreatment(view: View, treatment: Treatment): View {
  return isTreatment(treatment) ? { ...view, treatment } : view;
}

/** Other filters; values chosen twice count once, and a time range that ends before it starts keeps the old one. */
export function setFilters(view: View, filters: Filters): View {
  const { from, to } = filters.from !== null && filters.to !== null && filters.from >= filters.to ? view.filters : filters;
  return {
    ...view,
    filters: {
      makers: [...new Set(filters.makers)],
      handsets: [...new Set(filters.handsets)],
      locations: [...new Set(filters.locations)],
      apps: [...new Set(filters.apps)],
      from,
      to,
    },
  };
}

/** Another value of one setting. The default is not kept; a value that the setting refuses changes nothing. */
export function setSetting(view: View, page: string, name: string, setting: Setting, value: AnyValue): View {
  if (refusal(setting, value) !== null) return view;
  const chosen = new Map(view.settings.get(page));
  if (sameValue(value, setting.default)) chosen.delete(name);
  else chosen.set(name, value);
  const settings = new Map(view.settings);
  if (chosen.size === 0) settings.delete(page);
  else settings.set(page, chosen);
  return { ...view, settings };
}

/** The first view again, on the same page and file. */
export function reset(view: View): View {
  return { ...FIRST_VIEW, page: view.page, fingerprint: view.fingerprint };
}

/** Every setting of an analysis with its value in this view: the person's choice, else the default. */
export function valuesOf<Spec extends Settings>(spec: Spec, view: View, analysis: string): Values<Spec> {
  const chosen = view.settings.get(analysis);
  const entries = Object.entries(spec).map(([name, setting]): [string, AnyValue] => [
    name,
    chosen?.get(name) ?? setting.default,
  ]);
  // The view only ever holds values that their settings accept, so each has its setting's type.
  return Object.fromEntries(entries) as Values<Spec>;
}

/**
 * Whether two views ask the same of a file: roles, steps, treatment, filters and settings agree. The page and the file
 * do not matter, nor the order in which a person made the choices.
 */
export function sameRecipe(a: View, b: View): boolean {
  return (
    sameSet(a.roles.map(String), b.roles.map(String)) &&
    sameSet(a.stepsOff, b.stepsOff) &&
    sameTreatment(a, b) &&
    sameFilters(a.filters, b.filters) &&
    sameMap(a.settings, b.settings, (x, y) => sameMap(x, y, (u: AnyValue, v: AnyValue) => sameValue(u, v)))
  );
}

/** Whether two filters keep the same sessions. */
export function sameFilters(a: Filters, b: Filters): boolean {
  const lists = ["makers", "handsets", "locations", "apps"] as const;
  return a.from === b.from && a.to === b.to && lists.every((list) => sameSet(a[list], b[list]));
}

function sameTreatment(a: View, b: View): boolean {
  return (
    a.treatment.missing === b.treatment.missing &&
    a.treatment.scaling === b.treatment.scaling &&
    writeOutliers(a.treatment.outliers) === writeOutliers(b.treatment.outliers)
  );
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const left = new Set(a);
  const right = new Set(b);
  return left.size === right.size && [...left].every((item) => right.has(item));
}

function sameMap<T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>, same: (x: T, y: T) => boolean): boolean {
  return (
    a.size === b.size &&
    [...a].every(([key, value]) => {
      const other = b.get(key);
      return other !== undefined && same(value, other);
    })
  );
}
