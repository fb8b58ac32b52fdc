import { writeFileSync, mkdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import { sheetRow, workbookFile } from "../workbook-file";
import { zipFile } from "../zip-file";
import { expect, test } from "./watched-test";
import { booted, drop } from "./workbench";

const COLUMNS = ["customer_id", "duration (s)", "download (bytes)"] as const;

/** Sessions of as many customers, four of each. */
const sessions = (from: number, customers: number): readonly (readonly [string, number, number])[] =>
  Array.from({ length: 4 * customers }, (_, row) => [
    `c${from + (row % customers)}`,
    60 + ((row * 37) % 900),
    1000 + ((row * 7919) % 99991),
  ]);

const lines = (rows: readonly (readonly unknown[])[], separator: string): string =>
  [COLUMNS, ...rows].map((row) => row.join(separator)).join("\n");

/** Waits for the sentence that says what was found. */
async function found(page: Page, rows: number, customers: number): Promise<void> {
  await expect(page.getByRole("main")).toContainText(`${rows} rows and 3 columns; ${customers} customers`);
}

test("archives, workbooks, JSON and folders open like any file", async ({ page }, info) => {
  const dropped = async (name: string, content: string | Uint8Array): Promise<void> => {
    writeFileSync(info.outputPath(name), content);
    await drop(page, info.outputPath(name));
  };
  await page.goto("/");
  await booted(page);

  await test.step("an archive of two CSV files, dropped", async () => {
    const files = [1, 2].map((part) => ({ name: `part-${part}.csv`, content: lines(sessions(30 * part, 30), ",") }));
    await dropped("sessions.zip", zipFile([...files, { name: "__MACOSX/._part-1.csv", content: "junk" }]));
    await found(page, 240, 60);
    await expect(page.getByRole("main")).toContainText("“sessions.zip” also holds what is no table");
  });

  await test.step("a workbook", async () => {
    const rows = [
      sheetRow("Made up for a test"),
      sheetRow(...COLUMNS),
      ...sessions(0, 25).map((row) => sheetRow(...row)),
    ];
    const { name, blob } = workbookFile({ sheets: [{ name: "Sessions", rows: rows.join("") }] }, "sessions.xlsx");
    await dropped(name, new Uint8Array(await blob.arrayBuffer()));
    await found(page, 100, 25);
    await expect(page.getByRole("main")).toContainText("The first row stands above the table");
  });

  await test.step("lines of JSON, one of them broken", async () => {
    const records = sessions(0, 20).map((row) =>
      JSON.stringify(Object.fromEntries(row.map((value, at) => [COLUMNS[at], value]))),
    );
    await dropped("sessions.jsonl", `${records.join("\n")}\n{"customer_id":\n`);
    await found(page, 80, 20);
  });

  await test.step("a folder with more than tables in it, dropped", async () => {
    const folder = info.outputPath("folder");
    mkdirSync(folder);
    writeFileSync(`${folder}/1.csv`, lines(sessions(0, 15), ","));
    writeFileSync(`${folder}/2.csv`, lines(sessions(15, 15), ","));
    writeFileSync(`${folder}/photo.jpg`, "no table");
    await drop(page, folder);
    await found(page, 120, 30);
    await expect(page.getByRole("main")).toContainText("“folder/photo.jpg” (a .jpg file)");
  });
});

/** Forgets the file by keyboard; the door is then where its pages were. */
async function close(page: Page): Promise<void> {
  await page.keyboard.press("Control+k");
  const search = page.getByRole("combobox", { name: /^Search/u });
  await expect(search).toBeFocused();
  await search.fill("close the file");
  await expect(page.getByRole("option", { name: /^Close the file/u })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Paste a table" })).toBeVisible();
}

test("a table is pasted on the page, pasted into the field by keyboard alone, and a folder is chosen", async ({
  page,
  context,
}, info) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await test.step("pasted on the page", async () => {
    await page.goto("/");
    await booted(page);
    await page.evaluate((text) => navigator.clipboard.writeText(text), lines(sessions(0, 10), "\t"));
    await page.keyboard.press("Control+v");
    await found(page, 40, 10);
    await expect(page.getByRole("heading", { level: 1, name: "pasted table" })).toBeVisible();
  });

  await test.step("pasted into the field", async () => {
    await close(page);
    await page.getByRole("button", { name: "Paste a table" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("textbox", { name: /copied from a spreadsheet/u })).toBeFocused();
    await page.keyboard.insertText(lines(sessions(0, 12), ";"));
    await expect(page.getByRole("button", { name: "Open the pasted table" })).toBeEnabled();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await found(page, 48, 12);
  });

  await test.step("a folder chosen", async () => {
    const folder = info.outputPath("chosen");
    mkdirSync(folder);
    writeFileSync(`${folder}/1.csv`, lines(sessions(0, 15), ","));
    writeFileSync(`${folder}/notes.pdf`, "no table");
    await close(page);
    await page.getByLabel("Folder to open").setInputFiles(folder);
    await found(page, 60, 15);
    await expect(page.getByRole("main")).toContainText("“chosen/notes.pdf” (a .pdf file)");
  });
});
