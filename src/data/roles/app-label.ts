import { isDownload, isUpload, nameWords, plainWord } from "./name-words";
import { isUnitWord } from "./unit";
import { VOCABULARY } from "./vocabulary";

/**
 * The application in a volume's name, as written: "Social Media DL (Bytes)" and "Social_Media_Total_Data" give
 * "Social Media"; "Sum of app DL incl. Other (Bytes)" and "Total UL" give "" (no application).
 */
export function appLabel(name: string): string {
  const plain = name.replace(/\([kmg]o\)/iu, " ").replaceAll(/\b(incl|including|inclus)\b\.?\s*\w+/giu, " ");
  return nameWords(plain)
    .written.filter((word) => {
      const low = plainWord(word);
      return !(
        isDownload(low) ||
        isUpload(low) ||
        isUnitWord(low) ||
        VOCABULARY.statistic.has(low) ||
        VOCABULARY.volume.has(low)
      );
    })
    .join(" ");
}
