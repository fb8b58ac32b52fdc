import type { Matrix } from "./matrix";

/** Rows seen on two or three axes. */
export interface Projection {
  /** Coordinate c of row i is `coordinates[i * components + c]`; always finite. */
  readonly coordinates: Float64Array;
  readonly components: 2 | 3;
  /** Plain sentences about what could not be done as asked. */
  readonly notes: readonly string[];
}

export interface PrincipalAxesInput {
  /** Already scaled; only centred here. */
  readonly matrix: Matrix;
  readonly components: 2 | 3;
}

export interface PrincipalAxes extends Projection {
  /** Share of the total variance along each axis; 0 where there is none. */
  readonly explained: readonly number[];
  /** [component][feature], of length 1; the largest absolute loading of an axis is positive. */
  readonly loadings: readonly (readonly number[])[];
}

/** A map on which near rows are near; far apart on it means little. */
export interface NeighbourMap extends Projection {
  /** Rows the map was made from; all others were placed among their nearest ones of these. */
  readonly fittedOn: number;
}

export interface UmapInput {
  readonly matrix: Matrix;
  readonly components: 2 | 3;
  /** Size of a row's neighbourhood, the row itself included. */
  readonly neighbours: number;
  /** How close rows may lie on the map, 0 … 1. */
  readonly minDist: number;
  readonly seed: number;
  /** Rows the map is made from when there are more, drawn at random. */
  readonly sample: number;
  /** Passes over the neighbourhoods; null for 500 up to 10,000 rows and 200 above. */
  readonly epochs: number | null;
}

export interface UmapOutput extends NeighbourMap {
  /** As asked, or fewer where there are fewer rows. */
  readonly neighbours: number;
  readonly epochs: number;
}

export interface TsneInput {
  readonly matrix: Matrix;
  /** How many neighbours a row pays attention to, smoothly counted. */
  readonly perplexity: number;
  readonly seed: number;
  /** Rows the map is made from when there are more, drawn at random. */
  readonly sample: number;
  readonly iterations: number;
}

export interface TsneOutput extends NeighbourMap {
  /** As asked, or less where there are fewer rows. */
  readonly perplexity: number;
}
