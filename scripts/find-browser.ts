import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe"];

/** Where macOS and Windows keep what is not on the PATH. */
const USUAL_PLACES = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ...["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].flatMap((variable) => {
    const folder = process.env[variable];
    return folder === undefined ? [] : [join(folder, "Google", "Chrome", "Application", "chrome.exe")];
  }),
];

/**
 * The Chromium that the end-to-end tests run in: `CLIENTELE_CHROMIUM` where it is set, then the one Playwright installed,
 * then Chromium or Chrome on the PATH, then where they usually are. Undefined when there is none.
 */
export function findBrowser(): string | undefined {
  const onPath = (process.env["PATH"] ?? "")
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const places = [process.env["CLIENTELE_CHROMIUM"] ?? "", chromium.executablePath(), ...onPath, ...USUAL_PLACES];
  return places.find((place) => place !== "" && existsSync(place));
}
