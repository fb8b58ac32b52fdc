/** Looks a person chose on this device. Kept in local storage where the browser allows it, never in a link. */
const THEME = "clientele.theme";
const RAIL = "clientele.rail";

export type Theme = "light" | "dark";

/** Applies what was chosen before. Called once, as early as the page can. */
export function applyPreferences(): void {
  const theme = recall(THEME);
  if (theme === "light" || theme === "dark") document.documentElement.dataset["theme"] = theme;
  if (recall(RAIL) === "folded") document.documentElement.dataset["rail"] = "folded";
}

/** The theme on screen now, chosen or the system's. */
export function shownTheme(): Theme {
  const chosen = document.documentElement.dataset["theme"];
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Switches between light and dark and remembers it; answers the new theme. */
export function toggleTheme(): Theme {
  const next = shownTheme() === "dark" ? "light" : "dark";
  document.documentElement.dataset["theme"] = next;
  remember(THEME, next);
  return next;
}

/** Folds or unfolds the rail and remembers it. */
export function toggleRail(): void {
  const root = document.documentElement;
  const folded = root.dataset["rail"] === "folded";
  if (folded) delete root.dataset["rail"];
  else root.dataset["rail"] = "folded";
  remember(RAIL, folded ? "open" : "folded");
}

function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage is refused (a strict browser, a sandboxed frame): the defaults are fine.
    return null;
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // As above: the choice then lasts for this page only.
    return;
  }
}
