import { type MutableRef, useEffect, useRef, useState } from "preact/hooks";
import { physicalTop, type ScrollGeometry, topAfterKey, topAfterScroll } from "./scroll-scale";

/** How long the table must rest before the scrollbar is put where the rows are, in ms. */
const REST = 150;

export interface ScrollPosition {
  /** Virtual position of the first visible row's top, in px. */
  readonly top: number;
  /** The element's own scroll position, in px. */
  readonly scrollTop: number;
  readonly left: number;
}

export interface VirtualScroll {
  readonly element: MutableRef<HTMLDivElement | null>;
  readonly position: ScrollPosition;
  /** Width and height of the visible part, in px. */
  readonly size: { readonly width: number; readonly height: number };
  readonly onScroll: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** Back to the first row. */
  readonly toStart: () => void;
}

/** Scrolls more rows than an element can be tall, by wheel, thumb, finger and keys. */
export function useVirtualScroll(rows: number, rowHeight: number, headerHeight: number): VirtualScroll {
  const element = useRef<HTMLDivElement | null>(null);
  const rest = useRef(0);
  const [size, setSize] = useState({ width: 960, height: 480 });
  const [position, setPosition] = useState<ScrollPosition>({ top: 0, scrollTop: 0, left: 0 });
  const geometry: ScrollGeometry = { rows, rowHeight, viewport: Math.max(rowHeight, size.height - headerHeight) };

  useEffect(() => observeSize(element.current, setSize), []);
  useEffect(() => () => clearTimeout(rest.current), []);

  const moveTo = (top: number): void => {
    const box = element.current;
    if (box === null) return;
    box.scrollTop = physicalTop(top, geometry);
    setPosition({ top, scrollTop: box.scrollTop, left: box.scrollLeft });
  };
  const onScroll = (): void => {
    const box = element.current;
    if (box === null) return;
    const top = topAfterScroll(position.top, position.scrollTop, box.scrollTop, geometry);
    setPosition({ top, scrollTop: box.scrollTop, left: box.scrollLeft });
    clearTimeout(rest.current);
    if (Math.abs(physicalTop(top, geometry) - box.scrollTop) > 2) {
      rest.current = window.setTimeout(() => moveTo(top), REST);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    const top = topAfterKey(event.key, position.top, geometry);
    if (top === null) return;
    event.preventDefault();
    moveTo(top);
  };
  return { element, position, size, onScroll, onKeyDown, toStart: () => moveTo(0) };
}

function observeSize(
  box: HTMLDivElement | null,
  tell: (size: { width: number; height: number }) => void,
): (() => void) | undefined {
  if (box === null) return undefined;
  const observer = new ResizeObserver(() => tell({ width: box.clientWidth, height: box.clientHeight }));
  observer.observe(box);
  return () => observer.disconnect();
}
