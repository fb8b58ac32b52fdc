import config from "./playwright.config.ts";

/** The same site under longer trials: many deaths, many files. Run by `npm run test:long`. */
export default {
  ...config,
  testDir: "tests/long",
  testMatch: "**/*.spec.ts",
  timeout: 900_000,
  // A trial may be long, a press of a button may not: a name that changed is told soon.
  use: { ...config.use, actionTimeout: 120_000 },
};
