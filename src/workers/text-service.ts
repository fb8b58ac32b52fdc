import { transfer, type ProxyMarked } from "comlink";
import type { RecordCount } from "../data/readers/text/record-counter";
import type { OnText, TextPlan, TextRead } from "../data/readers/text/text-plan";
import { startText } from "../data/readers/text/text-reader";
import type { SourceFile } from "../data/source";
import { outcome, type Outcome } from "./outcome";

export type RemoteOnText = OnText & ProxyMarked;

/** The part of the reader's thread that counts and reads delimited text. */
export interface TextService {
  countText(file: SourceFile, plan: TextPlan): Promise<Outcome<RecordCount | null>>;
  readText(file: SourceFile, plan: TextPlan, onText: RemoteOnText): Promise<Outcome<TextRead>>;
}

/** Rows leave by transfer, never by copy. */
export function textService(): TextService {
  const text = startText();
  return {
    countText: (file, plan) => outcome(() => text.count(file, plan)),
    readText: (file, plan, onText) =>
      outcome(() =>
        text.read(file, plan, (ipc, rows, what) => onText(transfer(ipc, [ipc.buffer as ArrayBuffer]), rows, what)),
      ),
  };
}
