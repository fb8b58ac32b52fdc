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
  keepLinksInside();
  refuseForms();
}

/** A refused form still makes the browser look its address up, and an address can hold a secret. */
function refuseForms(): void {
  const refuse = (): never => {
    throw new TypeError("A sealed page sends no form.");
  };
  for (const method of ["submit", "requestSubmit"])
    Object.defineProperty(HTMLFormElement.prototype, method, { value: refuse, writable: false, configurable: false });
  window.addEventListener("submit", (event) => event.preventDefault(), true);
}

/** A link into another tab is no navigation of this one; one outside the page sends its click past the window. */
function keepLinksInside(): void {
  const stop = (event: Event): void => {
    if (event.composedPath().some(leadsOut)) event.preventDefault();
  };
  window.addEventListener("click", stop, true);
  window.addEventListener("auxclick", stop, true);
  refuseClicks(HTMLElement.prototype, "click");
  refuseClicks(EventTarget.prototype, "dispatchEvent");
}

function refuseClicks(owner: object, method: "click" | "dispatchEvent"): void {
  const send = Reflect.get(owner, method) as (...words: unknown[]) => unknown;
  const sending = function (this: unknown, ...words: unknown[]): unknown {
    const loose = this instanceof Element && !this.isConnected;
    if (loose && ancestors(this).some(leadsOut)) throw new TypeError("A sealed page follows no link to another site.");
    return Reflect.apply(send, this, words);
  };
  Object.defineProperty(owner, method, { value: sending, writable: false, configurable: false });
}

function ancestors(element: Element): readonly Node[] {
  const path: Node[] = [];
  let at: Node | null = element;
  while (at !== null) {
    path.push(at);
    at = at instanceof ShadowRoot ? at.host : at.parentNode;
  }
  return path;
}

function leadsOut(target: EventTarget): boolean {
  if (target instanceof HTMLAnchorElement || target instanceof HTMLAreaElement)
    return target.href !== "" && !isOwn(target.href);
  return target instanceof SVGAElement && !isOwn(target.href.baseVal);
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

const isOwn = (address: string): boolean =>
  !URL.canParse(address, location.href) || new URL(address, location.href).origin === location.origin;
