import { proxy, type Remote } from "comlink";
import type { OnBytes, OnText, TextPlan, TextReader, TextRead } from "../data/readers/text/text-plan";
import type { SourceFile } from "../data/source";
import type { Outcome } from "./outcome";
import type { TextService } from "./text-service";

type Work<T> = (service: Remote<TextService>) => Promise<Outcome<T>>;

/** Does the work in the reader's thread; once more in a fresh one if that dies, unless `again` says no. */
type Call = <T>(work: Work<T>, signal?: AbortSignal, again?: () => boolean) => Promise<T>;

/** A `TextReader` in the reader's thread. */
export function textClient(call: Call): TextReader {
  return {
    count: (file, plan, onBytes = unheard) => call((service) => service.countText(file, plan, proxy(onBytes))),
    read: (file, plan, onText, signal, onBytes = unheard) => {
      let untouched = true;
      const first: OnText = (ipc, rows, what) => {
        untouched = false;
        return onText(ipc, rows, what);
      };
      return call(
        (service) => remoteRead(service, { file, plan, onText: first, signal, onBytes }),
        signal,
        () => untouched,
      );
    },
  };
}

interface RemoteRead {
  readonly file: SourceFile;
  readonly plan: TextPlan;
  readonly onText: OnText;
  readonly signal: AbortSignal | undefined;
  readonly onBytes: OnBytes;
}

const unheard: OnBytes = () => undefined;

/** What the receiver throws stays on this side, whole; the thread is told to stop. */
async function remoteRead(
  service: Remote<TextService>,
  { file, plan, onText, signal, onBytes }: RemoteRead,
): Promise<Outcome<TextRead>> {
  const failures: unknown[] = [];
  const wanted: OnText = async (ipc, rows, what) => {
    if (signal?.aborted === true) return false;
    try {
      return await onText(ipc, rows, what);
    } catch (error) {
      failures.push(error);
      return false;
    }
  };
  const read = await service.readText(file, plan, proxy(wanted), proxy(onBytes));
  if (failures.length > 0) throw failures[0];
  return read;
}
