import { openEarly } from "./early-door";
import { applyPreferences } from "./preferences";
import { catchSkipLink } from "./skip-link";

// Runs from the head of every page, before anything is drawn twice or lost.
applyPreferences();
openEarly();
catchSkipLink();
