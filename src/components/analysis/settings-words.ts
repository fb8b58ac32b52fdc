import type { AnyValue, Setting, Settings } from "../../view/settings";
import type { View } from "../../view/view";
import type { Treatment } from "../../workers/contract";

/** The value a page works with: the person's choice, or the default. */
export function valueOf(view: View, page: string, key: string, setting: Setting): AnyValue {
  return view.settings.get(page)?.get(key) ?? setting.default;
}

/** The value of a setting that the page is known to have. Throws a RangeError where it has none of that name. */
export function ownValue(
  view: View,
  page: { readonly id: string; readonly settings: Settings },
  key: string,
): AnyValue {
  const setting = page.settings[key];
  if (setting === undefined) throw new RangeError(`The page ${page.id} has no setting “${key}”.`);
  return valueOf(view, page.id, key, setting);
}

/** Whether a setting plays a part, as the others stand. */
export function applies(setting: Setting, view: View, page: string, settings: Settings): boolean {
  const { when } = setting;
  const other = when === undefined ? undefined : settings[when.setting];
  if (when === undefined || other === undefined) return true;
  return when.is.includes(String(valueOf(view, page, when.setting, other)));
}

/** What of a page shapes it. */
interface Shaped {
  readonly id: string;
  readonly settings: Settings;
  readonly treated: boolean;
}

/** One line per choice that shapes the page: k always, the rest where it differs from its default. Never empty. */
export function summaryOf(view: View, { id, settings, treated }: Shaped): readonly string[] {
  const own = Object.entries(settings).flatMap(([key, setting]) => {
    if (!applies(setting, view, id, settings)) return [];
    const value = valueOf(view, id, key, setting);
    const changed = JSON.stringify(value) !== JSON.stringify(setting.default);
    if (key === "k") return [`k = ${String(value)}`];
    return changed ? [settingText(setting, value)] : [];
  });
  const all = treated ? [...own, ...treatmentText(view.treatment)] : own;
  return all.length === 0 ? ["Usual settings"] : all;
}

/** Scaling, outliers and, where it is not the mean, missing values. */
export function treatmentText(treatment: Treatment): readonly string[] {
  const texts = [SCALING_WORDS[treatment.scaling], outlierText(treatment.outliers)];
  return treatment.missing === "mean" ? texts : [...texts, MISSING_WORDS[treatment.missing]];
}

export const SCALING_WORDS: Readonly<Record<Treatment["scaling"], string>> = {
  zscore: "z-score",
  minmax: "min-max",
  robust: "robust",
  "log-zscore": "log, then z-score",
  none: "not scaled",
};

const MISSING_WORDS: Readonly<Record<Treatment["missing"], string>> = {
  mean: "missing = mean",
  median: "missing = median",
  mode: "missing = mode",
  zero: "missing = zero",
  drop: "missing left out",
};

function outlierText(outliers: Treatment["outliers"]): string {
  switch (outliers.method) {
    case "winsorise":
      return `winsorised ${outliers.low}–${outliers.high} %`;
    case "fence":
      return "capped at the IQR fence";
    case "mean":
      return "outliers = mean";
    case "drop":
      return "outliers left out";
    case "keep":
      return "outliers kept";
  }
}

function settingText(setting: Setting, value: AnyValue): string {
  if (setting.kind === "toggle") return `${setting.label}: ${value === true ? "on" : "off"}`;
  if (setting.kind === "items") return `${setting.label}: ${Array.isArray(value) ? value.length : 0}`;
  if (setting.kind === "text") return `${setting.label}: as set`;
  if (setting.kind === "choices")
    return `${setting.label}: ${Array.isArray(value) ? value.length : 0} of ${setting.options.length}`;
  if (setting.kind === "choice") {
    return `${setting.label}: ${setting.options.find((option) => option.value === value)?.label ?? String(value)}`;
  }
  return `${setting.label}: ${String(value)}`;
}
