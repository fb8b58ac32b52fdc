import { readFileSync } from "node:fs";
import { expect, test } from "./watched-test";
import { choose } from "./workbench";

const text = (name: string, content: string | Buffer) => ({
  name,
  mimeType: "text/csv",
  buffer: typeof content === "string" ? Buffer.from(content) : content,
});

test("every row that cannot be read is shown, counted and saved; numbers that can be read two ways are switched", async ({
  page,
}) => {
  await page.goto("/");
  const rows = Array.from({ length: 30 }, (_, row) => `${row % 9};${row + 1},250;Café ${row}\r\n\r\n`).join("");
  const odd = `customer_id;traffic;place\r\n${rows}only one field here\r\n1;2;3;4\r\n`;
  await choose(page, text("odd.csv", Buffer.from(odd, "latin1")));
  const main = page.getByRole("main");
  await expect(main).toContainText("9 customers");
  await expect(main).toContainText("are not UTF-8 and were read as windows-1252");
  await expect(main).toContainText("2 rows could not be read and are not in the table.");
  await expect(main).toContainText("30 blank lines between records left out.");
  await expect(main).toContainText("0 records unaccounted");

  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Refused rows as CSV" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe("refused.csv");
  expect(readFileSync(await saved.path(), "utf8").split("\r\n")).toEqual([
    "file,line,reason,text",
    "odd.csv,62,has 1 field instead of 3,only one field here",
    "odd.csv,63,has 4 fields instead of 3,1;2;3;4",
    "",
  ]);

  const changing = page.waitForEvent("download");
  await page.getByRole("button", { name: "Changed values as CSV" }).click();
  const changed = readFileSync(await (await changing).path(), "utf8").split("\r\n");
  expect(changed[0]).toBe("step,row,column,file,line,last_line,before,after");
  expect(changed[1]).toBe('Lines of the file,,,odd.csv,2,2,"0;1,250;Café 0",(read as windows-1252)');
  expect(changed.filter((line) => line.startsWith("Lines of the file"))).toHaveLength(30);

  const styles = page.getByRole("switch", { name: "Commas and points in numbers" });
  await expect(styles).toBeChecked();
  await expect(main).toContainText("“traffic” with commas between thousands");
  await styles.uncheck();
  await expect(main).toContainText("Read the other way: “traffic” with decimal commas");
});

test("a larger text file is read by the engine, and an independent count agrees", async ({ page }) => {
  await page.goto("/");
  const rows = Array.from(
    { length: 60_000 },
    (_, row) => `${row % 5000},"a, ${row}",${row}.5,some more text to fill\n`,
  );
  await choose(page, text("large.csv", `customer_id,handset,traffic,note\n${rows.join("")}`));
  await expect(page.getByRole("main")).toContainText("5,000 customers");
  await expect(page.getByRole("main")).toContainText("60,000 rows in the table, 0 refused.");
  await expect(page.getByRole("main")).toContainText("0 records unaccounted");
});
