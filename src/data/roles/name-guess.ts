import type { Role } from "../role";
import { isDownload, isUpload, type NameWords } from "./name-words";
import { isUnitWord } from "./unit";
import { VOCABULARY, type Topic } from "./vocabulary";

/** What a name alone suggests. */
export interface NameGuess {
  readonly role: Role;
  /** 0 … 1, by how plainly the name says it. */
  readonly strength: number;
  readonly says: string;
  /** The word is used in other fields too, a car's brand or model: it means this only beside a column of a network. */
  readonly shared?: boolean;
}

/** What one rule makes of a name; null where it says nothing. */
export type Rule = (name: string, parts: NameWords) => NameGuess | null;

/** True where a word of the name belongs to the topic. */
export const says = (parts: NameWords, topic: Topic): boolean =>
  parts.words.some((word) => VOCABULARY[topic].has(word));

/** True where every word belongs to one of the topics, is a unit, a direction or a number: the name says nothing else. */
export const saysOnly = (parts: NameWords, ...topics: readonly Topic[]): boolean =>
  parts.words.every(
    (word) =>
      topics.some((topic) => VOCABULARY[topic].has(word)) ||
      VOCABULARY.statistic.has(word) ||
      isUnitWord(word) ||
      isDownload(word) ||
      isUpload(word) ||
      /^\d+$/u.test(word),
  );
