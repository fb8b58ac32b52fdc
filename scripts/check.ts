/** Types, lint and format at once, since each of them keeps one core busy: `npm run check`. */
import { runTogether } from "./run-together.ts";

const CHECKS = ["astro check", "eslint .", "prettier --check --log-level warn ."];

process.exitCode = await runTogether(CHECKS, (text) => process.stdout.write(text));
