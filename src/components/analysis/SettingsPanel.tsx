import type { PageEntry, Session } from "../../session/session";
import { Dialog } from "../shell/Dialog";
import { PageSetting } from "./PageSetting";
import { applies } from "./settings-words";
import { TreatmentFields } from "./TreatmentFields";

interface SettingsPanelProps {
  readonly session: Session;
  readonly page: PageEntry;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The page's own settings and the treatment that pages share, where it plays a part. Every change applies at once and can be undone. */
export function SettingsPanel({ session, page, open, onClose }: SettingsPanelProps) {
  const view = session.view.value;
  const notes = session.optionNotes(page.id);
  const names = Object.entries(page.settings).flatMap(([name, setting]) =>
    applies(setting, view, page.id, page.settings) ? [name] : [],
  );
  return (
    <Dialog
      kind="sheet"
      docks
      title={`Settings of ${page.title}`}
      open={open}
      onClose={onClose}
      footer={
        <>
          <button type="button" class="button" onClick={() => session.reset()}>
            All to defaults
          </button>
          <button type="button" class="button button-main" onClick={onClose}>
            Done
          </button>
        </>
      }
    >
      <p class="sheet-lead">Changes apply at once and travel with the link. Back undoes them.</p>
      {names.length > 0 && (
        <section class="sheet-section">
          <h3>This page</h3>
          {names.map((name) => (
            <PageSetting key={name} {...{ session, page, name, notes }} />
          ))}
        </section>
      )}
      {page.treated && (
        <section class="sheet-section">
          <h3>Before segmenting, on all pages</h3>
          <TreatmentFields treatment={view.treatment} onChange={(treatment) => session.setTreatment(treatment)} />
        </section>
      )}
    </Dialog>
  );
}
