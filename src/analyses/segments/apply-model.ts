import { UserError } from "../../data/user-error";
import { readModel, type SavedFeature, type SavedModel } from "../../view/saved-model";
import type { RawFeature } from "../../workers/lab/preparing";
import type { Context } from "../analysis";
import type { Found } from "./find-segments";
import { nearest } from "./nearest";
import { readLab, type Lab } from "./read-lab";

/** Puts the customers into the segments of a saved model. UserError where there is none, or this file lacks what it needs. */
export async function byModel(context: Context, text: string): Promise<Found> {
  const model = readModel(text);
  if (model === null)
    throw new UserError(
      "No saved model is applied yet.",
      "Choose a model that was saved on this page, or another algorithm.",
    );
  const lab = await readLab(
    context,
    model.features.map((feature) => feature.text),
  );
  if (lab.leftOut.length > 0)
    throw new UserError(
      `This file lacks what the model needs. ${lab.leftOut.join(" ")}`,
      "Open a file with the same columns, or choose another algorithm.",
    );
  const prepared = await context.compute("applyPreparation", {
    features: model.features.map((feature, at) => asThen(feature, lab, at)),
    treated: model.features,
    axes: model.axes,
  });
  const { places, metric, names } = model;
  const k = places.length;
  const { labels } = await context.compute("assign", {
    matrix: prepared.matrix,
    model: { kind: "nearest", metric, places },
  });
  const told = { parameters: { "segments of the model": k, distance: metric }, facts: {} };
  const notes = notesOf(model, lab);
  const grouping = nearest("model", { labels, k, notes }, places, prepared.matrix.n, told);
  const ruled = names.map((name) => ({ name, rule: "Named by the saved model.", given: true }));
  return {
    lab: { ...lab, features: lab.features.map((feature, at) => withLevels(feature, model.features[at])) },
    prepared,
    grouping: { ...grouping, model: { kind: "nearest", metric, places } },
    ruled,
    rfm: null,
  };
}

/** The feature as the model knows it: a level that was not there then is missing. */
function asThen({ levels }: SavedFeature, { raw, features }: Lab, at: number): RawFeature {
  const now = raw[at] as RawFeature;
  if (levels === null || now.kind === "number") return now;
  const place = (features[at]?.levels ?? []).map((level) => levels.indexOf(level));
  const column = now.column.map((code) => {
    const then = place[code] ?? -1;
    return then < 0 ? Number.NaN : then;
  });
  return { ...now, column, levels: levels.length };
}

function withLevels(feature: Lab["features"][number], saved: SavedFeature | undefined): Lab["features"][number] {
  if (feature.levels === null || !saved?.levels) return feature;
  const place = feature.levels.map((level) => saved.levels?.indexOf(level) ?? -1);
  const column = feature.column.map((code) => ((place[code] ?? -1) < 0 ? Number.NaN : (place[code] as number)));
  return { ...feature, levels: saved.levels, column };
}

function notesOf({ features }: SavedModel, lab: Lab): readonly string[] {
  return features.flatMap(({ levels }, at) => {
    const fresh = (lab.features[at]?.levels ?? []).filter((level) => levels !== null && !levels.includes(level));
    return fresh.length === 0
      ? []
      : [
          `${lab.features[at]?.label ?? ""} holds what the model has not seen (${fresh.slice(0, 3).join(", ")}): it counts as missing.`,
        ];
  });
}
