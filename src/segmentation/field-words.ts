/** A column's name as words of a sentence, without its unit: `Usage_Time (minutes)` becomes “usage time”, “RTT” stays. */
export function fieldWords(label: string): string {
  const bare = label.replaceAll(/(?<!\s)\s*[([][^()[\]]*[)\]]/gu, "");
  const spaced = (bare.trim() === "" ? label : bare).replaceAll("_", " ").replaceAll(/\s+/gu, " ").trim();
  return spaced
    .split(" ")
    .map((word) => (/^\p{Lu}\p{Ll}+$/u.test(word) ? word.toLocaleLowerCase("en") : word))
    .join(" ");
}
