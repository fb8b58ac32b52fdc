/** Some of the places that lie one behind the other in `flat`, `d` numbers each, as arrays, in the order given. */
export function placesOf(flat: Float64Array, d: number, order: ArrayLike<number>): number[][] {
  return Array.from(order, (at) => Array.from(flat.subarray(at * d, at * d + d)));
}

/** Places one behind the other, as the kernels read them. */
export function flattened(places: readonly (readonly number[])[]): Float64Array {
  return Float64Array.from(places.flat());
}
