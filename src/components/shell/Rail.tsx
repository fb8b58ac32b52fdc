import { Icon } from "./Icon";
import { Mark } from "./Mark";
import { PLACES, rooted, type Place } from "./navigation";
import { toggleRail } from "./preferences";

interface RailProps {
  readonly base: string;
  readonly current: string;
  /** Given inside the workbench: returns true when it moved there itself. */
  readonly onGo?: (page: string) => boolean;
  /** Data is open: a page outside the workbench gets its own tab, so that the data stays. */
  readonly holdsData?: boolean;
}

/** The way around: a rail on the left, a bar at the bottom on a phone. Real links, so every place opens in a tab too. */
export function Rail({ base, current, onGo, holdsData = false }: RailProps) {
  return (
    <nav class="rail" aria-label="Pages">
      <a class="rail-brand" href={rooted(base, "")} onClick={(event) => follow(event, "home", onGo)}>
        <Mark />
        <span class="rail-name">Clientele</span>
      </a>
      {PLACES.map((group) => (
        <div class={`rail-group rail-group-${group.title.toLowerCase()}`} key={group.title}>
          <p class="rail-title" aria-hidden="true">
            {group.title}
          </p>
          <ul role="list" aria-label={group.title}>
            {group.places.map((place) => (
              <li key={place.id}>
                <RailLink place={place} {...{ base, current, onGo, holdsData }} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {onGo !== undefined && (
        <button type="button" class="rail-fold" onClick={toggleRail}>
          <Icon name="rail" />
          <span>Fold the menu</span>
        </button>
      )}
    </nav>
  );
}

interface RailLinkProps {
  readonly place: Place;
  readonly base: string;
  readonly current: string;
  readonly onGo: ((page: string) => boolean) | undefined;
  readonly holdsData: boolean;
}

function RailLink({ place, base, current, onGo, holdsData }: RailLinkProps) {
  const ownTab = holdsData && !place.workbench;
  return (
    <a
      class="rail-link"
      href={rooted(base, place.path)}
      aria-current={place.id === current ? "page" : undefined}
      {...(ownTab ? { target: "_blank", rel: "noopener" } : {})}
      onClick={(event) => {
        if (place.workbench) follow(event, place.id, onGo);
      }}
    >
      <Icon name={place.icon} />
      <span class="rail-word">{place.title}</span>
      {ownTab && <span class="visually-hidden"> (opens in a new tab, your data stays open)</span>}
    </a>
  );
}

/** Takes a plain click over from the browser; a click with a modifier stays the browser's. */
export function follow(event: MouseEvent, page: string, onGo: ((page: string) => boolean) | undefined): void {
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (plain && onGo?.(page) === true) event.preventDefault();
}
