import { mergePolicies, writePolicy, type Policy } from "./page-policy.ts";

/** What a policy in a page cannot say, and a header can. */
const ONLY_IN_HEADERS: Policy = new Map([
  ["frame-ancestors", ["'none'"]],
  // Modals for printing; pop-ups for reading the docs in a tab beside the data, which brings these headers itself.
  [
    "sandbox",
    ["scripts", "same-origin", "downloads", "modals", "popups", "popups-to-escape-sandbox"].map(
      (may) => `allow-${may}`,
    ),
  ],
]);

/** What a page could ask the device for. The clipboard is left out: copying a link is what the page is for. */
const UNUSED_FEATURES = [
  ...["accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "fullscreen", "gamepad"],
  ...["geolocation", "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi"],
  ...["payment", "picture-in-picture", "publickey-credentials-create", "publickey-credentials-get"],
  ...["screen-wake-lock", "serial", "usb", "window-management", "xr-spatial-tracking"],
];

/** A host that drops longer lines would send no policy at all. */
const LONGEST_LINE = 2000;

/** How long a file may be used again without asking: by the pattern of its path. */
const CACHING = [
  // A hash or a version in the name: these never change.
  ["/_astro/*", "public, max-age=31536000, immutable"],
  ["/engine/*", "public, max-age=31536000, immutable"],
  // Each visit asks for it anew before its page is sealed; the browser's own check after that needs no network then.
  ["/service-worker.js", "public, max-age=600"],
] as const;

/** Headers by name, for everything the site serves. */
export type Headers = Readonly<Record<string, string>>;

/**
 * What a host should send with every file: the policies of all pages in one (each page narrows it to its own), what only
 * a header can forbid, and no way out for the browser. Built from the finished pages, so the two cannot differ.
 */
export function headersFor(policies: readonly Policy[]): Headers {
  return {
    "Content-Security-Policy": writePolicy(mergePolicies([...policies, ONLY_IN_HEADERS])),
    "Connection-Allowlist": "(response-origin)",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": UNUSED_FEATURES.map((feature) => `${feature}=()`).join(", "),
    "Strict-Transport-Security": "max-age=63072000",
  };
}

/** The headers as Netlify and Cloudflare read them. Throws when a line is longer than they take. */
export function headersFile(headers: Headers): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
  const long = lines.find((line) => line.length > LONGEST_LINE);
  if (long !== undefined) throw new Error(`A header has ${long.length} characters; hosts take ${LONGEST_LINE}.`);
  const caching = CACHING.map(([path, value]) => `${path}\n  Cache-Control: ${value}`);
  return `${["/*", ...lines, ...caching].join("\n")}\n`;
}

/** The headers as an nginx server or location block includes them. */
export function nginxFile(headers: Headers): string {
  const lines = Object.entries(headers).map(([name, value]) => `add_header ${name} "${value}" always;`);
  return `# Include this in the server block, and again in every location that has an add_header of its own.\n${lines.join("\n")}\n`;
}
