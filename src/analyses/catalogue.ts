import type { Settings } from "../view/settings";
import type { Analysis } from "./analysis";

/** An analysis as the menu knows it, before its code is loaded. */
export interface CatalogueEntry {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** Analyses whose derived columns it reads where they exist. */
  readonly after: readonly string[];
  /** Those of `after` without which it cannot run. */
  readonly needs: readonly string[];
  /** Computed when its page is visited, not with every file: it takes long, or the person first says what is wanted. */
  readonly onVisit?: boolean;
  /** How missing values, outliers and scales are treated plays no part in it. */
  readonly untreated?: boolean;
  /** Its setting that makes its labels a column for all other pages; then it is computed with every file. */
  readonly lends?: string;
  readonly load: () => Promise<Analysis<Settings, unknown>>;
}

/** Every analysis, in the order of the menu. */
export const CATALOGUE: readonly CatalogueEntry[] = [
  {
    id: "overview",
    title: "Overview",
    question: "Who are the customers, and what do they use?",
    after: ["engagement", "experience", "segments"],
    needs: [],
    load: async () => (await import("./overview")).overview,
  },
  {
    id: "engagement",
    title: "Engagement",
    question: "Who is engaged?",
    after: ["segments"],
    needs: [],
    load: async () => (await import("./engagement")).engagement,
  },
  {
    id: "experience",
    title: "Experience",
    question: "What do customers experience?",
    after: [],
    needs: [],
    load: async () => (await import("./experience")).experience,
  },
  {
    id: "satisfaction",
    title: "Satisfaction",
    question: "Who is satisfied, and can the score be trusted?",
    after: ["engagement", "experience"],
    needs: ["engagement", "experience"],
    load: async () => (await import("./satisfaction")).satisfaction,
  },
  {
    id: "segments",
    title: "Segments",
    question: "Which kinds of customers are there?",
    after: [],
    needs: [],
    onVisit: true,
    lends: "use",
    load: async () => (await import("./segments")).segments,
  },
  {
    id: "journeys",
    title: "Journeys",
    question: "How do customers browse, return, convert and leave?",
    after: [],
    needs: [],
    onVisit: true,
    untreated: true,
    load: async () => (await import("./journeys")).journeys,
  },
  {
    id: "shoppers",
    title: "Shoppers",
    question: "What kinds of shoppers are there?",
    after: [],
    needs: [],
    onVisit: true,
    untreated: true,
    load: async () => (await import("./shoppers")).shoppers,
  },
  {
    id: "leads",
    title: "Leads",
    question: "Who is likely to …, and whom to contact first?",
    after: [],
    needs: [],
    onVisit: true,
    untreated: true,
    load: async () => (await import("./leads")).leads,
  },
];
