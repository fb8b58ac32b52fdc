import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { csvRows } from "./csv-rows";
import { expect, test } from "./watched-test";
import { answered, choose, numbersOf, numeric, tableOf, visit, XDR_CUSTOMERS } from "./workbench";
