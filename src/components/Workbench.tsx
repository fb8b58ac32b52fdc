import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { SettingsPanel } from "./analysis/SettingsPanel";
import { Banners } from "./shell/Banners";
import { CommandPalette } from "./shell/CommandPalette";
import { CopyLinkDialog } from "./shell/CopyLinkDialog";
import { CurrentPage } from "./shell/CurrentPage";
import { DropOverlay } from "./shell/DropOverlay";
import { FilterChips } from "./shell/FilterChips";
import { FilterSheet } from "./shell/FilterSheet";
import { Footer } from "./shell/Footer";
import { PLACES, type PageTitle } from "./shell/navigation";
import { Rail } from "./shell/Rail";
import { ShortcutsDialog } from "./shell/ShortcutsDialog";
import { Toasts } from "./shell/Toasts";
import { TopBar } from "./shell/TopBar";
import { useKeyboard } from "./shell/use-keyboard";
import { usePage } from "./shell/use-page";
import { useSession } from "./shell/use-session";
import { useUndo } from "./shell/use-undo";

export interface WorkbenchProps {
  /** The page this document was rendered for; "home" is the front door. */
  readonly page: string;
  /** The way from this document to the top of the site. */
  readonly base: string;
  readonly catalogue: readonly PageTitle[];
}

type Overlay = "filters" | "settings" | "palette" | "shortcuts" | "link" | null;

/** The one island: the frame, and inside it the page the person is on. Moving between pages never reloads. */
export function Workbench({ page: first, base: way, catalogue }: WorkbenchProps) {
  const started = useSession(way);
  // Links are built from the document's place; before the address changes under them they are tied to the site's.
  const [base, setBase] = useState(way);
  useLayoutEffect(() => setBase(new URL(way, location.href).pathname), [way]);
  const { session } = started;
  const [overlay, setOverlay] = useState<Overlay>(null);
  const main = useRef<HTMLElement>(null);
  const page = usePage(session, first, catalogue, main);
  const undo = useUndo(session);
  const stage = session?.stage.value.name ?? "booting";
  const ready = stage === "ready";
  const entry = session?.pages.find(({ id }) => id === page);

  const go = (to: string): boolean => {
    if (session === null || stage === "booting") return false;
    session.go(to);
    return true;
  };
  const openSettings = (to: string) => {
    if (go(to)) setOverlay("settings");
  };
  const close = () => setOverlay(null);
  useKeyboard({
    palette: () => setOverlay("palette"),
    shortcuts: () => setOverlay("shortcuts"),
    filters: () => setOverlay(ready ? "filters" : overlay),
    settings: () => setOverlay(ready && entry !== undefined && overlay !== "settings" ? "settings" : null),
    undo,
    go: (index) => {
      const place = PLACES.flatMap(({ places }) => places)[index];
      if (place?.workbench === true) go(place.id);
    },
  });
  useEffect(() => document.documentElement.setAttribute("data-stage", stage), [stage]);

  return (
    <div class={overlay === "settings" ? "frame frame-docked" : "frame"}>
      <Rail base={base} current={page} onGo={go} holdsData={ready || stage === "mapping"} />
      <div class="frame-side">
        <TopBar
          {...{ session, base }}
          problem={started.problem}
          onGo={go}
          onFilters={() => setOverlay("filters")}
          onLink={() => setOverlay("link")}
          onPalette={() => setOverlay("palette")}
        />
        {session !== null && ready && <FilterChips session={session} />}
        <main id="main" ref={main} tabIndex={-1} class={`main main-${page}`}>
          {session !== null && (ready || stage === "mapping") && <Banners session={session} />}
          <CurrentPage {...{ started, page, base, catalogue }} onSettings={() => setOverlay("settings")} />
        </main>
        <Footer base={base} onGo={go} />
      </div>
      {session !== null && <FilterSheet session={session} open={overlay === "filters"} onClose={close} />}
      {session !== null && <CopyLinkDialog session={session} open={overlay === "link"} onClose={close} />}
      {session !== null && entry !== undefined && (
        <SettingsPanel session={session} page={entry} open={overlay === "settings"} onClose={close} />
      )}
      <CommandPalette
        context={{
          ...{ session, base, catalogue, openSettings },
          openFilters: () => setOverlay("filters"),
          openShortcuts: () => setOverlay("shortcuts"),
          openLink: () => setOverlay("link"),
        }}
        open={overlay === "palette"}
        onClose={() => setOverlay((now) => (now === "palette" ? null : now))}
      />
      <ShortcutsDialog open={overlay === "shortcuts"} onClose={close} />
      <DropOverlay session={session} />
      <Toasts />
    </div>
  );
}
