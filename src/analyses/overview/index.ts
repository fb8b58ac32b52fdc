import type { Dataset } from "../../data/dataset";
import { isSoon } from "../../segmentation/is-soon";
import type { Values } from "../../view/settings";
import type { Analysis, Context } from "../analysis";
import { overviewCards } from "./cards";
import { overviewFigures } from "./figures";
import { overviewAnswer, overviewFindings } from "./findings";
import { readBase } from "./read-base";
import { readClusters, readHistograms, readNames } from "./read-views";
import { readSegments } from "./read-segments";
import type { OverviewResult } from "./result";
import { OVERVIEW_SETTINGS } from "./settings";

/** Who the customers are, what they use, and how unevenly. Reads the clusters of the other analyses where they exist. */
export const overview: Analysis<typeof OVERVIEW_SETTINGS, OverviewResult> = {
  id: "overview",
  title: "User overview",
  question: "Who are the customers and what do they use?",
  settings: OVERVIEW_SETTINGS,
  missing,
  run,
  answer: overviewAnswer,
  cards: overviewCards,
  figures: overviewFigures,
  findings: overviewFindings,
};

function missing(dataset: Dataset): string | null {
  if (dataset.counts.customers === 0) return "No customer is left. Take a filter away or switch a cleaning step off.";
  return null;
}

async function run(context: Context, values: Values<typeof OVERVIEW_SETTINGS>): Promise<OverviewResult> {
  const base = await readBase(context);
  context.onProgress(0.9, "Drawing distributions");
  const names = await readNames(context, values.top);
  const histograms = await readHistograms(context, base.dispersion, values.bins);
  // Last: all the rest stands on the customers alone and need not wait for their segments.
  const clusters = await readClusters(context);
  const known = { dataset: context.dataset, base, names, histograms, clusters };
  const segments = readSegments(context, base.customers);
  if (!(await isSoon(segments))) {
    context.onProgress(0.95, "Waiting for the segments");
    context.show({ ...known, segments: null });
  }
  return { ...known, segments: await segments };
}
