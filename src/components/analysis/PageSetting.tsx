import type { PageEntry, Session } from "../../session/session";
import { SettingField } from "./SettingField";
import { applies, valueOf } from "./settings-words";

interface PageSettingProps {
  readonly session: Session;
  readonly page: PageEntry;
  readonly name: string;
  /** What the options would cost, by setting; the page's own, asked for once for all its fields. */
  readonly notes?: ReturnType<Session["optionNotes"]>;
}

/** A setting of a page, to be changed; nothing where the page has none of that name or it plays no part. */
export function PageSetting({ session, page, name, notes }: PageSettingProps) {
  const view = session.view.value;
  const setting = page.settings[name];
  if (setting === undefined || !applies(setting, view, page.id, page.settings)) return null;
  return (
    <SettingField
      setting={setting}
      notes={notes?.get(name)}
      value={valueOf(view, page.id, name, setting)}
      onChange={(value) => session.setSetting(page.id, name, value)}
    />
  );
}
