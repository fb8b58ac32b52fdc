/** Peer-to-peer connections go around every policy that a page can carry. */
const PEER = ["RTCPeerConnection", "webkitRTCPeerConnection", "WebTransport"] as const;

/** Elements that would bring a fresh window, with everything back that was removed from this one. */
const FRAME = /^(?:iframe|frame|fencedframe|object|embed|portal)$/iu;

/** Removes, for good, the ways out that a policy in a page cannot forbid. */
export function closeSideDoors(): void {
  for (const door of PEER) Reflect.deleteProperty(window, door);
  Object.defineProperty(window, "open", { value: () => null, writable: false, configurable: false });
  refuseFrames("createElement");
  refuseFrames("createElementNS");
  const navigation = (window as { navigation?: EventTarget }).navigation;
  navigation?.addEventListener("navigate", (event) => {
    const { destination } = event as Event & { destination: { url: string } };
    if (!isOwn(destination.url)) event.preventDefault();
  });
  // A link into another tab is no navigation of this one.
  window.addEventListener("click", keepInside, true);
  window.addEventListener("auxclick", keepInside, true);
}

function refuseFrames(method: "createElement" | "createElementNS"): void {
  const make = Document.prototype[method] as (...words: unknown[]) => Element;
  const refusing = function (this: Document, ...words: unknown[]): Element {
    const made = Reflect.apply(make, this, words);
    if (FRAME.test(made.localName)) throw new TypeError("A sealed page makes no frames.");
    return made;
  };
  Object.defineProperty(Document.prototype, method, { value: refusing, writable: false, configurable: false });
}

function keepInside(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest("a[href], area[href]") : null;
  const address = link instanceof HTMLAnchorElement || link instanceof HTMLAreaElement ? link.href : location.href;
  if (!isOwn(address)) event.preventDefault();
}

const isOwn = (address: string): boolean => new URL(address, location.href).origin === location.origin;
