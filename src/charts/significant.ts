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

/** All digits a person can use (six decimals, or six significant ones below a millionth), thousands separated. */
export function precise(value: number): string {
  const small = value !== 0 && Math.abs(value) < 1e-6;
  if (small) return value.toExponential(5);
  return formatter({ maximumFractionDigits: 6 }).format(value);
}
