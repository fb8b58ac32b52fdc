import type { Settings, Values } from "../../../src/view/settings";

/** Every setting at its default. */
export function defaultsOf<Spec extends Settings>(settings: Spec): Values<Spec> {
  return Object.fromEntries(Object.entries(settings).map(([key, setting]) => [key, setting.default])) as Values<Spec>;
}
