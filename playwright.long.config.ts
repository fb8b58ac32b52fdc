import config from "./playwright.config.ts";

/** The same site under longer trials: many deaths, many files. Run by `npm run test:long`. */
export default { ...config, testDir: "tests/long", testMatch: "**/*.spec.ts", timeout: 900_000 };
