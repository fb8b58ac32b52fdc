import type { Treatment } from "../workers/contract";
import type { PageSpec } from "./link-specs";
import { refusal, sameValue } from "./setting-value";
import { isSegment } from "./segment-number";
import type { AnyValue, Setting } from "./settings";
import { isTreatment } from "./treatment-text";
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
  const { from, to } =
    filters.from !== null && filters.to !== null && filters.from >= filters.to ? view.filters : filters;
  return {
    ...view,
    filters: {
      makers: [...new Set(filters.makers)],
      handsets: [...new Set(filters.handsets)],
      locations: [...new Set(filters.locations)],
      apps: [...new Set(filters.apps)],
      segments: [...new Set(filters.segments)].filter(isSegment).toSorted((a, b) => a - b),
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

/** Other values of several settings of a page; a name that it does not have, or a value that is refused, changes nothing. */
export function setSettings(view: View, page: PageSpec, values: Readonly<Record<string, AnyValue>>): View {
  return Object.entries(values).reduce((changed, [name, value]) => {
    const setting = page.settings[name];
    return setting === undefined ? changed : setSetting(changed, page.id, name, setting, value);
  }, view);
}

/** The first view again, on the same page and file. */
export function reset(view: View): View {
  return { ...FIRST_VIEW, page: view.page, fingerprint: view.fingerprint };
}
