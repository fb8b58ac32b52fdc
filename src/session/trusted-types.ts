interface PolicyFactory {
  createPolicy(name: string, rules: Record<string, (text: string, type: string, sink: string) => string>): unknown;
}

const ENTITY = /^&[#a-zA-Z0-9]{1,31};$/u;

/** Parsed and then moved into the page, these would open a window that was never sealed. */
const FRAME = /<[\w:.-]*(?:frame|object|embed|portal)\b/iu;

/**
 * The one Trusted Types policy. Script URLs: blobs of this page, and the site's service worker by its exact address. HTML:
 * nothing but what the chart library parses (inertly) while exporting a picture: the empty text, a single character entity,
 * an SVG for the parser. Browsers without Trusted Types need none.
 */
export function installTrustedTypes(serviceWorker: string): void {
  const factory = (window as { trustedTypes?: PolicyFactory }).trustedTypes;
  factory?.createPolicy("default", {
    createScriptURL: (url) => allowed(url, url === serviceWorker || url.startsWith(`blob:${location.origin}/`)),
    createHTML: (html, _type, sink) =>
      allowed(html, html === "" || ENTITY.test(html) || (sink === "DOMParser parseFromString" && isPicture(html))),
  });
}

const isPicture = (markup: string): boolean => markup.startsWith("<svg") && !FRAME.test(markup);

function allowed(text: string, isAllowed: boolean): string {
  if (!isAllowed) throw new TypeError("This page does not turn text into script or markup.");
  return text;
}
