import type { FeatureTable } from "../../workers/lab/classifying";

/** What a sentence calls a feature. */
export function featureName({ names }: Pick<FeatureTable, "names">, feature: number): string {
  return names?.[feature] ?? `Feature ${feature + 1}`;
}
