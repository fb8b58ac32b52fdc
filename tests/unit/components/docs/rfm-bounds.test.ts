import { describe, expect, it } from "vitest";
import { RFM_BOUNDS } from "../../../../src/components/docs/rfm-bounds";
import { RFM_SEGMENTS, unreachableSegments, type ScoreRange } from "../../../../src/data/table/rfm-segments";

const words = ([low, high]: ScoreRange): string => (low === high ? `${low}` : `${low} to ${high}`);

describe("the bounds that the docs show", () => {
  it("are those of the code", () => {
    expect(RFM_BOUNDS).toEqual(
      RFM_SEGMENTS.map(({ name, recency, frequency, money }) => [name, words(recency), words(frequency), words(money)]),
    );
  });

  it("leave nobody to the segments that the docs name as empty", () => {
    const empty = unreachableSegments(RFM_SEGMENTS).map((place) => RFM_SEGMENTS[place]?.name);
    expect(empty).toEqual(["New Customers", "Promising", "Can't Lose Them"]);
  });
});
