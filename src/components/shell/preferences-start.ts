import { applyPreferences } from "./preferences";

applyPreferences();
