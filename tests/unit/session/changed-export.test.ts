import { describe, expect, it } from "vitest";
import { memoryAddress } from "./memory-address";
import { sessionInNode, settled } from "./session-in-node";

/** Latin-1 bytes, as an old program writes them. */
const latin = (text: string): BlobPart => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe("the file of what was changed", () => {
  it("holds every line of a text that was mended and every value, and nothing of a file before", async () => {
    const session = await sessionInNode(memoryAddress());
    const lines = [
      "customer_id,handset,download (bytes)",
      "a,X,1,,",
      "b,X,2,",
      "c,Caf\u00e9,3",
      "",
      "d,X,4,",
      'e,"X" Y,5',
      "f,X,-6",
      ...Array.from({ length: 30 }, (_, row) => `g${row},X,${row}`),
    ];
    await session.open([new File([latin(`${lines.join("\r\n")}\r\n`)], "old.csv")]);
    await settled(session);
    expect(session.exports.anyChanged.value).toBe(true);
    const text = await (await session.exports.changed("csv")).text();
    expect(text.split("\r\n")).toEqual([
      "step,row,column,file,line,last_line,before,after",
      "Lines of the file,,,old.csv,2,3,,(cut to the header's width)",
      'Lines of the file,,,old.csv,4,4,"c,Café,3",(read as windows-1252)',
      "Lines of the file,,,old.csv,6,6,,(cut to the header's width)",
      'Lines of the file,,,old.csv,7,7,"e,""X"" Y,5",(quotes kept as characters)',
      "Impossible values,6,download (bytes),,,,-6,",
      "",
    ]);
    const parquet = await session.exports.changed("parquet");
    expect(new TextDecoder().decode((await parquet.arrayBuffer()).slice(0, 4))).toBe("PAR1");

    session.setStep("impossible", false);
    await expect.poll(async () => (await session.exports.changed("csv")).text()).not.toContain("Impossible");

    await session.open([
      new File(
        [`customer_id,traffic\n${Array.from({ length: 40 }, (_, n) => `c${n % 5},${n}\n`).join("")}`],
        "tidy.csv",
      ),
    ]);
    await settled(session);
    expect(session.exports.anyChanged.value).toBe(false);
    await expect(session.exports.changed("csv")).rejects.toThrow("No value of this file was changed.");
  });
});
