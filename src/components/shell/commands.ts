import type { Session } from "../../session/session";
import { DEFAULT_TREATMENT } from "../../view/view";
import { ask } from "./door";
import { PLACES, rooted, type PageTitle } from "./navigation";
import { toggleRail, toggleTheme } from "./preferences";

/** One thing the palette can do. */
export interface Command {
  readonly group: "Pages" | "Columns" | "Settings" | "Actions";
  readonly label: string;
  readonly note: string;
  readonly act: () => void;
}

/** What commands need from the frame around them. */
export interface CommandContext {
  readonly session: Session | null;
  readonly base: string;
  readonly catalogue: readonly PageTitle[];
  readonly openFilters: () => void;
  readonly openSettings: (page: string) => void;
  readonly openShortcuts: () => void;
  readonly openLink: () => void;
}

/** Everything that can be reached from here, in the order of its groups. */
export function commandsOf(context: CommandContext): readonly Command[] {
  return [...pages(context), ...settings(context), ...actions(context), ...columns(context)];
}

/** Those whose words all occur in label, note or group; a label that starts with the search comes first. */
export function matching(commands: readonly Command[], search: string): readonly Command[] {
  const words = search
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== "");
  if (words.length === 0) return commands.filter(({ group }) => group !== "Columns");
  const found = commands.filter((command) => {
    const text = `${command.label} ${command.note} ${command.group}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const first = words[0] ?? "";
  return found.sort(
    (a, b) => Number(b.label.toLowerCase().startsWith(first)) - Number(a.label.toLowerCase().startsWith(first)),
  );
}

function pages({ session, base, catalogue }: CommandContext): Command[] {
  const inside = session !== null && session.stage.value.name !== "booting";
  return PLACES.flatMap((group) => group.places).map((place) => ({
    group: "Pages",
    label: place.title,
    note: catalogue.find(({ id }) => id === place.id)?.question ?? "",
    act: () => {
      if (place.workbench && inside) session.go(place.id);
      else location.assign(rooted(base, place.path));
    },
  }));
}

function settings({ session, openSettings }: CommandContext): Command[] {
  if (session === null) return [];
  return session.pages.flatMap((page) =>
    Object.values(page.settings).map((setting) => ({
      group: "Settings" as const,
      label: setting.label,
      note: page.title,
      act: () => openSettings(page.id),
    })),
  );
}

function actions({ session, openFilters, openLink, openShortcuts }: CommandContext): Command[] {
  const command = (label: string, note: string, act: () => void): Command => ({ group: "Actions", label, note, act });
  const always = [
    command("Open the sample", "150,001 synthetic telecom sessions", () =>
      ask(session, { kind: "sample", sample: "telecom" }),
    ),
    command("Open the shop sample", "120,000 synthetic events of a shop", () =>
      ask(session, { kind: "sample", sample: "shop" }),
    ),
    command("Light or dark", "Colours", () => void toggleTheme()),
    command("Fold or unfold the menu", "More room", toggleRail),
    command("Shortcuts", "?", openShortcuts),
  ];
  if (session?.stage.value.name !== "ready") return always;
  return [
    command("Filters", "Maker, handset, location, time, application", openFilters),
    command("Copy link", "To this view", openLink),
    command("All settings back to their defaults", "", () => session.reset()),
    command("Treatment back to its defaults", "Missing values, outliers, scaling", () =>
      session.setTreatment(DEFAULT_TREATMENT),
    ),
    command("Print this page", "Or save it as PDF", () => window.print()),
    command("Close the file", "Forgets the data", () => void session.close()),
    ...always,
  ];
}

function columns({ session }: CommandContext): Command[] {
  if (session === null) return [];
  const known = new Map(session.roles.value.map(({ column, role }) => [column, role]));
  return [...new Set([...known.keys(), ...session.profiles.value.keys()])].map((column) => ({
    group: "Columns",
    label: column,
    note: known.get(column) === "none" ? "no part" : (known.get(column) ?? "column"),
    act: () => session.go("data"),
  }));
}
