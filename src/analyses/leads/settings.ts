import { SEED } from "../../segmentation/settings";
import { readFeature } from "../../view/feature-text";
import type { Settings } from "../../view/settings";
import { NO_CUT_OFF, readCutOff } from "./cut-off-text";

/** Features at most: a model of more takes long, and its reasons nobody reads. */
export const MOST_FEATURES = 60;

const LONGEST_NAME = 300;

const named = (text: string): boolean => text.length <= LONGEST_NAME;

const OF_COLUMN = { when: { setting: "target", is: ["column"] } } as const;

/** What a person can change about leads. */
export const LEAD_SETTINGS = {
  target: {
    kind: "choice",
    label: "What is told",
    help: "A column's value, guessed where none is chosen, or whether a customer comes again after the cut-off date.",
    default: "column",
    options: [
      { value: "column", label: "A column's value" },
      { value: "again", label: "Coming again" },
    ],
  },
  outcome: {
    kind: "text",
    edited: true,
    label: "Outcome",
    help: "The column that says what came about. Empty: guessed by its name.",
    default: "",
    longest: LONGEST_NAME,
    accepts: named,
    ...OF_COLUMN,
  },
  wanted: {
    kind: "text",
    cells: true,
    edited: true,
    label: "Wanted value",
    help: "The value of that column that you look for. Empty: yes, true or 1, else the rarer of two.",
    default: "",
    longest: LONGEST_NAME,
    accepts: named,
    ...OF_COLUMN,
  },
  features: {
    kind: "items",
    edited: true,
    label: "Features",
    help: "What the outcome is told from. Empty: all that fit.",
    default: [],
    most: MOST_FEATURES,
    accepts: (item) => named(item) && readFeature(item) !== null,
  },
  cutoff: {
    kind: "text",
    edited: true,
    label: "Cut-off date",
    help: "Where customers have several rows: features are made of rows before it, the outcome of rows from it on, such as 2024-03-31. Empty: guessed where the outcome changes with time. “none”: all rows for both.",
    default: "",
    longest: 16,
    accepts: (text) => text === NO_CUT_OFF || readCutOff(text) !== null,
  },
  contacts: {
    kind: "integer",
    label: "You can contact",
    help: "How many customers you can contact.",
    default: 200,
    min: 1,
    max: 10_000_000,
  },
  model: {
    kind: "choice",
    label: "Model",
    help: "Trees find bends and combinations by themselves; a sum of points is easier to follow.",
    default: "boosting",
    options: [
      { value: "boosting", label: "Boosted trees" },
      { value: "logistic", label: "Logistic regression" },
    ],
  },
  split: {
    kind: "choice",
    label: "Validated on",
    help: "Customers the model never saw: drawn at random, or those who came later than all it learned from.",
    default: "random",
    options: [
      { value: "random", label: "Other customers" },
      { value: "time", label: "Later customers" },
    ],
  },
  time: {
    kind: "text",
    edited: true,
    label: "When",
    help: "The column that says when a row was, for later customers and the cut-off. Empty: the first with times.",
    default: "",
    longest: LONGEST_NAME,
    accepts: named,
  },
  folds: {
    kind: "integer",
    label: "Parts (folds)",
    help: "Each part of the customers is told by a model of the others.",
    default: 5,
    min: 2,
    max: 20,
  },
  seed: SEED,
} as const satisfies Settings;
