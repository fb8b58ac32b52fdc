/** Which columns say how recently, how often and for how much a customer bought. Columns by their name in the file. */
export interface RfmRoles {
  readonly recency: RfmRecency;
  readonly frequency: RfmFrequency;
  readonly money: RfmMoney;
  /**
   * What becomes of rows with a negative quantity or amount. They never are an order; their money is left out, or taken off
   * the customer's.
   */
  readonly returns: "left-out" | "taken-off";
  /** From when recency is told, in ms since 1970 UTC; null for one day after the last moment. Later rows do not count. */
  readonly analysisDate: number | null;
}

/** The last moment of a customer's rows, or the least of a number that is days already. */
export type RfmRecency =
  { readonly from: "moment"; readonly label: string } | { readonly from: "days"; readonly label: string };

/** Different values of a column such as the order's number, the rows themselves, or the sum of a number that counts orders. */
export type RfmFrequency =
  | { readonly from: "distinct"; readonly label: string }
  | { readonly from: "rows" }
  | { readonly from: "sum"; readonly label: string };

/** The sum of an amount, or of quantity times price. */
export type RfmMoney =
  | { readonly from: "sum"; readonly label: string }
  | { readonly from: "product"; readonly quantity: string; readonly price: string };
