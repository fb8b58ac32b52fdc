import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { drawIcon } from "../../../../scripts/build/draw-icon.ts";
import { pngOf } from "../../../../scripts/build/png.ts";

const svg = readFileSync("public/favicon.svg", "utf8");
const GROUND = [0x0b, 0x5f, 0x60, 255];
const WHITE = [255, 255, 255, 255];
const DOT = [0xff, 0xc1, 0x78, 255];

/** The pixel at a place of the 24 by 24 view. */
function at(picture: ReturnType<typeof drawIcon>, x: number, y: number): number[] {
  const column = Math.floor((x / 24) * picture.size);
  const row = Math.floor((y / 24) * picture.size);
  return [...picture.pixels.subarray((row * picture.size + column) * 4, (row * picture.size + column + 1) * 4)];
}

describe("drawIcon", () => {
  it("draws ground, arc and dots where the drawing has them", () => {
    const icon = drawIcon(svg, { size: 192, bleeds: false });
    expect(at(icon, 0.1, 0.1)).toEqual([...GROUND.slice(0, 3), 0]);
    expect(at(icon, 12, 2)).toEqual(GROUND);
    expect(at(icon, 12, 5.2)).toEqual(WHITE);
    expect(at(icon, 5.2, 12)).toEqual(WHITE);
    expect(at(icon, 13, 12)).toEqual(WHITE);
    expect(at(icon, 17.3, 12)).toEqual(DOT);
    // The gap of the C.
    expect(at(icon, 19.6, 12)).toEqual(GROUND);
  });

  it("fills the square for a mask and keeps the drawing in its middle", () => {
    const icon = drawIcon(svg, { size: 192, bleeds: true });
    expect(at(icon, 0.1, 0.1)).toEqual(GROUND);
    expect(at(icon, 12, 12 - 0.8 * 6.8)).toEqual(WHITE);
    for (let angle = 0; angle < 360; angle += 5) {
      const [x, y] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
      expect(at(icon, 12 + 9.7 * x, 12 + 9.7 * y)).toEqual(GROUND);
    }
  });

  it("says what it cannot draw", () => {
    expect(() => drawIcon('<svg viewBox="0 0 24 24"><text x="1">A</text></svg>', { size: 8, bleeds: true })).toThrow(
      "text",
    );
  });
});

describe("pngOf", () => {
  it("holds the same pixels", () => {
    const icon = drawIcon(svg, { size: 16, bleeds: false });
    const png = pngOf(icon);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([16, 16]);
    const rows = inflateSync(png.subarray(41, png.length - 16));
    const unfiltered = Array.from({ length: 16 }, (_, row) => [...rows.subarray(row * 65 + 1, (row + 1) * 65)]).flat();
    expect(unfiltered).toEqual([...icon.pixels]);
  });
});
