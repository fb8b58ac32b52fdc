import type { PageContent, PageEntry, Session } from "../../session/session";
import { readModelFile } from "../../view/model-file";
import { valueOf } from "../analysis/settings-words";
import { Icon } from "../shell/Icon";
import { saveFile } from "../shell/save-file";
import { say } from "../shell/toasts";
import { FilePick } from "./FilePick";

interface SegmentUseProps {
  readonly session: Session;
  readonly page: PageEntry;
  /** Null until there are segments. */
  readonly content: PageContent | null;
}

/** What can be done with segments: take them along, find them again in another file, see who moved since an earlier one. */
export function SegmentUse({ session, page, content }: SegmentUseProps) {
  const earlier = session.earlier.value;
  return (
    <div class="segment-use" role="group" aria-label="Use the segments">
      {content !== null && (
        <>
          <button type="button" class="button" onClick={() => void saveLabels(session, "csv")}>
            <Icon name="export" size={16} /> Customers with segments, CSV
          </button>
          <button type="button" class="button" onClick={() => void saveLabels(session, "parquet")}>
            <Icon name="export" size={16} /> Parquet
          </button>
        </>
      )}
      {content?.takeaways.map(({ label, note, name, content: write }) => (
        <button
          key={name}
          type="button"
          class="button"
          title={note}
          onClick={() => saveFile(new Blob([write()], { type: "application/json" }), name)}
        >
          <Icon name="export" size={16} /> {label}
        </button>
      ))}
      <CompareButton session={session} page={page} />
      <FilePick label="Apply a saved model …" accept=".json" onPick={(file) => void applyModel(session, page, file)} />
      {earlier === null ? (
        <FilePick
          label="Compare with earlier segments …"
          accept=".csv,.parquet,.gz,.zip"
          onPick={(file) => void compareWith(session, file)}
        />
      ) : (
        <button type="button" class="button" onClick={() => session.forgetEarlier()}>
          <Icon name="close" size={16} /> Stop comparing with {earlier.label}
        </button>
      )}
    </div>
  );
}

/** Runs the other algorithms on the same features, or takes them away again. */
function CompareButton({ session, page }: Pick<SegmentUseProps, "session" | "page">) {
  const setting = page.settings["compare"];
  if (setting?.kind !== "choices") return null;
  const comparing = (valueOf(session.view.value, page.id, "compare", setting) as readonly string[]).length > 0;
  const all = setting.options.map(({ value }) => value);
  return (
    <button
      type="button"
      class="button"
      aria-pressed={comparing}
      onClick={() => session.setSetting(page.id, "compare", comparing ? [] : all)}
    >
      {comparing ? "Stop comparing algorithms" : "Compare all algorithms"}
    </button>
  );
}

async function saveLabels(session: Session, format: "csv" | "parquet"): Promise<void> {
  try {
    saveFile(await session.exports.customers(format), `customers-with-segments.${format}`);
  } catch (error) {
    tell(error, "The customers could not be written.");
  }
}

async function applyModel(session: Session, page: PageEntry, file: File): Promise<void> {
  const model = readModelFile(await file.text());
  const setting = page.settings["model"];
  if (model === null || setting?.kind !== "text") {
    say(`“${file.name}” is no model that was saved on this page.`, "problem");
    return;
  }
  if (model.length > setting.longest) {
    say(
      "This model is too long to travel in a link, so it cannot be applied here. Fewer features or segments make it shorter.",
      "problem",
    );
    return;
  }
  session.setSetting(page.id, "model", model);
  session.setSetting(page.id, "algorithm", "model");
}

async function compareWith(session: Session, file: File): Promise<void> {
  try {
    await session.openEarlier(file);
  } catch (error) {
    tell(error, "The file could not be read.");
  }
}

/** What a UserError says to a person, or else this sentence. */
function tell(error: unknown, otherwise: string): void {
  console.error(error);
  const known = error instanceof Error && error.name === "UserError" && "next" in error;
  say(known ? `${error.message} ${String(error.next)}` : otherwise, "problem");
}
