import { createContext } from "preact";
import type { Look } from "../../charts/figure";

/** Leads to another look at the page. */
export interface LookTaker {
  /** Its address. */
  href(look: Look): string;
  /** Shows it, without leaving the page. */
  take(look: Look): void;
}

/** Provided by the page that shows figures; null where there is no session. */
export const Looks = createContext<LookTaker | null>(null);
