import type { IconName } from "./Icon";

/** One place the rail leads to. */
export interface Place {
  readonly id: string;
  /** Under the base path, without a leading slash; "" is the home page. */
  readonly path: string;
  readonly title: string;
  readonly icon: IconName;
  /** Stays inside the workbench: no page load, the data stays open. */
  readonly workbench: boolean;
}

export interface PlaceGroup {
  readonly title: string;
  readonly places: readonly Place[];
}

/** The rail, top to bottom. */
export const PLACES: readonly PlaceGroup[] = [
  {
    title: "Data",
    places: [{ id: "data", path: "data/", title: "Data", icon: "data", workbench: true }],
  },
  {
    title: "Customers",
    places: [
      { id: "overview", path: "overview/", title: "Overview", icon: "overview", workbench: true },
      { id: "engagement", path: "engagement/", title: "Engagement", icon: "engagement", workbench: true },
      { id: "experience", path: "experience/", title: "Experience", icon: "experience", workbench: true },
      { id: "satisfaction", path: "satisfaction/", title: "Satisfaction", icon: "satisfaction", workbench: true },
    ],
  },
  {
    title: "Explore",
    places: [
      { id: "segments", path: "segments/", title: "Segments", icon: "segments", workbench: true },
      { id: "journeys", path: "journeys/", title: "Journeys", icon: "journeys", workbench: true },
      { id: "shoppers", path: "shoppers/", title: "Shoppers", icon: "shoppers", workbench: true },
      { id: "leads", path: "leads/", title: "Leads", icon: "leads", workbench: true },
    ],
  },
  {
    title: "Tools",
    places: [
      { id: "privacy", path: "privacy/", title: "Privacy", icon: "privacy", workbench: true },
      { id: "docs", path: "docs/", title: "Docs", icon: "docs", workbench: false },
    ],
  },
];

/** What the frame knows of a page before the workbench has started. */
export interface PageTitle {
  readonly id: string;
  readonly title: string;
  readonly question: string;
}

/** The address of a workbench page; "home" is the front door. */
export function pageAddress(base: string, page: string): string {
  return page === "home" ? rooted(base, "") : rooted(base, `${page}/`);
}

/** A path under the site's base path, whatever way the base is written. */
export function rooted(base: string, path: string): string {
  return `${base.endsWith("/") ? base : `${base}/`}${path}`;
}
