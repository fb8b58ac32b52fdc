import type { Change, Move, MoveInput, MoveOutput } from "../../workers/lab/moving";
import { InputError } from "../input-error";
import { jointMove } from "./joint-move";
import { squaresToCentroids } from "./nearest-centroid";
import { singleMove } from "./single-move";

/**
 * Where a customer stands among nearest-centroid segments, and the smallest changes that would bring it to each other one:
 * of one feature, and of all together. Every change is tried, in the features' own units, before it is answered, and goes
 * a millionth of a scaled unit beyond the border. InputError when the parts do not fit each other.
 */
export function whatWouldMove(input: MoveInput): MoveOutput {
  const { centroids, row, scales, labels } = input;
  if (
    row.length !== centroids.d ||
    scales.length !== centroids.d ||
    labels.length !== centroids.n ||
    centroids.n === 0
  ) {
    throw new InputError("This customer does not have the features the segments were made from.");
  }
  const squares = squaresToCentroids(centroids, row);
  const order = Array.from(squares.keys()).sort((a, b) => (squares[a] as number) - (squares[b] as number) || a - b);
  const distances = squares.map(Math.sqrt);
  const [own = 0, ...others] = order;
  const distance = distances[own] as number;
  const moves = others.map((target) => moveTo(input, target, squares, distance));
  return { segment: labels[own] as number, distance, margin: moves[0]?.margin ?? Infinity, moves };
}

function moveTo(input: MoveInput, target: number, squares: Float64Array, own: number): Move {
  const distance = Math.sqrt(squares[target] as number);
  const single = singleMove(input, target, squares);
  const joint = jointMove(input, target, squares);
  return {
    segment: input.labels[target] as number,
    distance,
    margin: distance - own,
    single: single && changeOf(input, single.feature, single.by),
    joint: joint && {
      changes: Array.from(joint, (by, feature) => changeOf(input, feature, by)),
      length: Math.hypot(...joint),
    },
  };
}

function changeOf({ row, scales }: MoveInput, feature: number, by: number): Change {
  const { centre, scale } = scales[feature] as MoveInput["scales"][number];
  const from = row[feature] as number;
  return { feature, from: centre + scale * from, to: centre + scale * (from + by) };
}
