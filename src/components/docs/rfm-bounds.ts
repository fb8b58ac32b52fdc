/** The named segments of recency, frequency and money in their order: name, then the scores each asks for. */
export const RFM_BOUNDS: readonly (readonly [string, string, string, string])[] = [
  ["Champions", "4 to 5", "4 to 5", "4 to 5"],
  ["Loyal Customers", "2 to 5", "3 to 5", "3 to 5"],
  ["Potential Loyalist", "3 to 5", "1 to 3", "1 to 3"],
  ["New Customers", "4 to 5", "1", "1"],
  ["Promising", "3 to 4", "1", "1"],
  ["Need Attention", "2 to 3", "2 to 3", "2 to 3"],
  ["About To Sleep", "2 to 3", "1 to 2", "1 to 2"],
  ["At Risk", "1 to 2", "2 to 5", "2 to 5"],
  ["Can't Lose Them", "1", "4 to 5", "4 to 5"],
  ["Lost", "1 to 2", "1 to 2", "1 to 2"],
];
