import type { AnyValue, Settings, Values } from "./settings";
import type { View } from "./view";

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
