/** Turns the colours of a chart (`var(--x)`, `ramp(t)`, `diverging(t)`, `on(colour)`) into what a drawing library reads. */
export type Resolve = (colour: string) => string;

const SYMBOLIC = /var\(--|ramp\(|diverging\(|^on\(|color-mix\(/u;

/** Whether a string of a chart is a colour to resolve. */
export function isSymbolic(text: string): boolean {
  return SYMBOLIC.test(text);
}

/**
 * A resolver for the theme on screen now. The browser itself computes tokens and mixtures (in OKLab); a one-pixel canvas
 * turns any colour space into sRGB. Answers are kept, so make a new resolver when the theme changes.
 */
export function colourResolver(): Resolve {
  const known = new Map<string, string>();
  return (colour) => {
    const found = known.get(colour);
    if (found !== undefined) return found;
    const made = colour.startsWith("on(") ? readable(pixel(css(colour.slice(3, -1)))) : written(pixel(css(colour)));
    known.set(colour, made);
    return made;
  };
}

/** The same colour as plain CSS: ramps become mixtures of their two nearest tokens. */
export function css(colour: string): string {
  return colour
    .replace(/^ramp\(([^)]*)\)$/u, (_, t: string) =>
      between(["--ramp-0", "--ramp-1", "--ramp-2", "--ramp-3", "--ramp-4"], Number(t)),
    )
    .replace(/^diverging\(([^)]*)\)$/u, (_, t: string) =>
      between(["--diverging-low", "--diverging-mid", "--diverging-high"], (Number(t) + 1) / 2),
    );
}

function between(tokens: readonly string[], share: number): string {
  const place = Math.min(1, Math.max(0, Number.isFinite(share) ? share : 0)) * (tokens.length - 1);
  const left = Math.min(tokens.length - 2, Math.floor(place));
  const right = Math.round((place - left) * 1000) / 10;
  return `color-mix(in oklab, var(${tokens[left] ?? ""}) ${100 - right}%, var(${tokens[left + 1] ?? ""}) ${right}%)`;
}

type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

let drawing: CanvasRenderingContext2D | null = null;

function pixel(text: string): Pixel {
  const probe = document.createElement("span");
  probe.style.color = text;
  document.body.append(probe);
  const computed = getComputedStyle(probe).color;
  probe.remove();
  drawing ??= onePixel();
  if (drawing === null) return [128, 128, 128, 1];
  drawing.clearRect(0, 0, 1, 1);
  drawing.fillStyle = computed;
  drawing.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = drawing.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

function onePixel(): CanvasRenderingContext2D | null {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  return canvas.getContext("2d", { willReadFrequently: true });
}

function written([red, green, blue, alpha]: Pixel): string {
  return alpha === 1 ? `rgb(${red},${green},${blue})` : `rgba(${red},${green},${blue},${alpha.toFixed(3)})`;
}

/** Black or white, whichever contrasts more (WCAG relative luminance). */
function readable([red, green, blue]: Pixel): string {
  const linear = (channel: number): number => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  return luminance > 0.179 ? "#10191c" : "#ffffff";
}
