import { transfer, type ProxyMarked } from "comlink";
import type { RecordCount } from "../data/readers/text/record-counter";
import type { OnBytes, OnText, TextPlan, TextRead } from "../data/readers/text/text-plan";
import { startText } from "../data/readers/text/text-reader";
import type { SourceFile } from "../data/source";
import { outcome, type Outcome } from "./outcome";

export type RemoteOnText = OnText & ProxyMarked;
export type RemoteOnBytes = OnBytes & ProxyMarked;

/** The part of the reader's thread that counts and reads delimited text. */
export interface TextService {
  countText(file: SourceFile, plan: TextPlan, onBytes: RemoteOnBytes): Promise<Outcome<RecordCount | null>>;
  readText(file: SourceFile, plan: TextPlan, onText: RemoteOnText, onBytes: RemoteOnBytes): Promise<Outcome<TextRead>>;
}

/** Rows leave by transfer, never by copy. */
export function textService(): TextService {
  const text = startText();
  return {
    countText: (file, plan, onBytes) => outcome(() => text.count(file, plan, onBytes)),
    readText: (file, plan, onText, onBytes) =>
      outcome(() => {
        const handOver: OnText = (ipc, rows, what) => onText(transfer(ipc, [ipc.buffer as ArrayBuffer]), rows, what);
        return text.read(file, plan, handOver, undefined, onBytes);
      }),
  };
}
