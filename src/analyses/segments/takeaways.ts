import { LONGEST_MODEL, writeModel } from "../../view/saved-model";
import type { Takeaway } from "../analysis";
import { ruleWords } from "../../segmentation/tree-words";
import { fidelity, modelOf } from "./model-of";
import type { SegmentsResult } from "./result";
import { segmentName } from "./words";

/** The segments as a model that another file can be put into, with what describes them. */
export function segmentTakeaways(result: SegmentsResult): readonly Takeaway[] {
  const model = modelOf(result);
  if (model === null) return [];
  const text = writeModel(model);
  const exact = result.grouping.modelExact && result.grouping.fittedOn === result.grouping.labels.length;
  const note =
    text.length > LONGEST_MODEL
      ? "Too long for a link: it can be applied from the file only"
      : exact
        ? "For next month's file; it travels in links too"
        : "By the nearest centre, which is not quite how these were made: the file says how far it agrees";
  return [
    {
      label: "Model (JSON)",
      note,
      name: "segments-model.json",
      content: () =>
        JSON.stringify({ clientele: "segments-model", model: text, described: described(result) }, plain, 2),
    },
  ];
}

/** For a person who reads the file: the page never does. */
function described(result: SegmentsResult): object {
  const { grouping, features, prepared, description, indices, treatment, names } = result;
  return {
    algorithm: grouping.algorithm,
    parameters: grouping.parameters,
    treatment,
    features: features.map(({ label, spec, levels }) => ({ label, ...spec, levels })),
    axes: prepared.axes,
    fidelity: fidelity(result),
    indices: {
      silhouette: indices.silhouette,
      calinskiHarabasz: indices.calinskiHarabasz,
      daviesBouldin: indices.daviesBouldin,
      inertia: indices.inertia,
    },
    segments: names.map(({ name, rule }, segment) => ({
      name,
      rule,
      size: indices.clusters[segment]?.size,
      centre: grouping.places[segment],
      tree: description.rules[segment]?.rules.map((one) => ({
        who: ruleWords(one, description.asked),
        coverage: one.coverage,
        precision: one.precision,
      })),
      profile: description.columns.map(({ label }, at) => ({
        label,
        ...description.profile.features[at]?.segments[segment],
      })),
      makeUp: description.makeUps.map(({ feature, made }) => ({
        label: feature.label,
        typical: feature.levels?.[made.typical[segment] ?? -1] ?? null,
      })),
    })),
    noise: grouping.noise === 0 ? undefined : { name: segmentName(result, -1), size: grouping.noise },
  };
}

/** What JSON has no word for is null. */
function plain(_key: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? null : value;
}
