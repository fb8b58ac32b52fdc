import type { Dataset } from "../../data/dataset";
import type { Values } from "../../view/settings";
import type { Analysis } from "../analysis";
import { moreWanted } from "../more-wanted";
import { ALGORITHMS } from "./algorithms";
import { costOf, costWords } from "./cost";
import { segmentFigures, segmentFiguresInSteps } from "./figures";
import { segmentAnswer, segmentCards, segmentFindings } from "./findings";
import { groupingKey } from "./given-name";
import { pickedFigures } from "./figures-picked";
import type { SegmentsResult } from "./result";
import { runLab } from "./run";
import { similarFigures } from "./similar";
import { segmentTakeaways } from "./takeaways";
import { SEGMENT_SETTINGS } from "./settings";
import { unitsOf } from "../units";

type Chosen = Values<typeof SEGMENT_SETTINGS>;

/** A clustering lab for any table: features, algorithm, map, judgement, description. */
export const segments: Analysis<typeof SEGMENT_SETTINGS, SegmentsResult> = {
  id: "segments",
  title: "Segments",
  question: "Which kinds of customers are there?",
  settings: SEGMENT_SETTINGS,
  missing,
  optionNotes,
  run: runLab,
  answer: segmentAnswer,
  cards: segmentCards,
  figures: segmentFigures,
  figuresInSteps: segmentFiguresInSteps,
  findings: segmentFindings,
  customers: ({ customerNo }) => customerNo,
  picked: pickedFigures,
  pickedMore: similarFigures,
  groups: ({ grouping, names }) => ({
    key: groupingKey(grouping.algorithm, grouping.k),
    names: names.map(({ name }) => name),
  }),
  takeaways: segmentTakeaways,
};

function missing(dataset: Dataset): string | null {
  if (dataset.counts.customers >= 2) return null;
  return `Fewer than two ${unitsOf(dataset)} are there, so there is nothing to group. ${moreWanted(dataset)}`;
}

/** Features when the table suggests them: their number is not known before it is read. */
const USUAL_FEATURES = 6;

function optionNotes(dataset: Dataset, values: Chosen): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const n = dataset.counts.customers;
  const { k, restarts, linkage, affinity } = values;
  const size = { n, d: values.features.length || USUAL_FEATURES, k, restarts, linkage, affinity };
  const costs = ALGORITHMS.map(({ id }) => [id, costWords(costOf(id, size), n)] as const);
  return new Map([["algorithm", new Map(costs)]]);
}
