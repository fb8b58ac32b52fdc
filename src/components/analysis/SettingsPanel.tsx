import type { PageEntry, Session } from "../../session/session";
import { Dialog } from "../shell/Dialog";
import { SettingField } from "./SettingField";
import { applies, valueOf } from "./settings-words";
import { TreatmentFields } from "./TreatmentFields";

interface SettingsPanelProps {
  readonly session: Session;
  readonly page: PageEntry;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The page's own settings and the treatment that all pages share. Every change applies at once and can be undone. */
export function SettingsPanel({ session, page, open, onClose }: SettingsPanelProps) {
  const view = session.view.value;
  const notes = session.optionNotes(page.id);
  const settings = Object.entries(page.settings).filter(([, setting]) =>
    applies(setting, view, page.id, page.settings),
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
      {settings.length > 0 && (
        <section class="sheet-section">
          <h3>This page</h3>
          {settings.map(([key, setting]) => (
            <SettingField
              key={key}
              setting={setting}
              notes={notes.get(key)}
              value={valueOf(view, page.id, key, setting)}
              onChange={(value) => session.setSetting(page.id, key, value)}
            />
          ))}
        </section>
      )}
      <section class="sheet-section">
        <h3>Before segmenting, on all pages</h3>
        <TreatmentFields treatment={view.treatment} onChange={(treatment) => session.setTreatment(treatment)} />
      </section>
    </Dialog>
  );
}
