/** Making a formatter is slow, using one is not. */
const known = new Map<string, Intl.NumberFormat>();

function formatter(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${options.maximumSignificantDigits ?? ""}/${options.maximumFractionDigits ?? ""}`;
  const found = known.get(key) ?? new Intl.NumberFormat("en-GB", options);
  known.set(key, found);
  return found;
}

/** At most `digits` significant digits, thousands separated, trailing zeros left out. Never exponent notation. */
export function significant(value: number, digits = 3): string {
  return formatter({ maximumSignificantDigits: digits }).format(value);
}

/**
 * For a table's cell: whole numbers in full, others to six significant digits, so that a column reads calmly. Below a
 * millionth as a power of ten ("3.66 × 10⁻¹⁴").
 */
export function tabular(value: number): string {
  if (Number.isInteger(value)) return formatter({ maximumFractionDigits: 0 }).format(value);
  if (Math.abs(value) < 1e-6) return powerOfTen(value);
  return Math.abs(value) >= 1e5 ? formatter({ maximumFractionDigits: 0 }).format(value) : significant(value, 6);
}

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

function powerOfTen(value: number): string {
  const [digits = "", power = ""] = value.toExponential(2).split("e");
  return `${digits} × 10${power.replace("-", "⁻").replaceAll(/\d/gu, (digit) => RAISED[Number(digit)] ?? digit)}`;
}

/** Two decimals, for correlations and loadings in a matrix: "0.37", "-0.69"; what rounds to zero has no sign. */
export function twoDecimals(value: number): string {
  return (Math.round(value * 100) / 100 + 0).toFixed(2);
}

/** All digits a person can use (six decimals, or six significant ones below a millionth), thousands separated. */
export function precise(value: number): string {
  const small = value !== 0 && Math.abs(value) < 1e-6;
  if (small) return value.toExponential(5);
  return formatter({ maximumFractionDigits: 6 }).format(value);
}
