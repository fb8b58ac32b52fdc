/** A column's name as words of a sentence: `Likes_Received_Per_Day` becomes “likes received per day”, “RTT (ms)” stays. */
export function fieldWords(label: string): string {
  const spaced = label.replaceAll("_", " ").replaceAll(/\s+/gu, " ").trim();
  return spaced
    .split(" ")
    .map((word) => (/^\p{Lu}\p{Ll}+$/u.test(word) ? word.toLocaleLowerCase("en") : word))
    .join(" ");
}
