/**
 * Takes the fonts that the style sheets name into the page's own memory. A browser asks for a face again whenever a sheet
 * that names it applies anew, as when the window gets narrow, and after the seal it would be refused. A font that cannot
 * be had is no reason to stop: the system's stands in.
 */
export async function loadFonts(): Promise<void> {
  await Promise.allSettled([...document.styleSheets].flatMap(facesOf).map(keep));
}

interface Face {
  readonly sheet: CSSStyleSheet;
  readonly rule: CSSFontFaceRule;
}

function facesOf(sheet: CSSStyleSheet): readonly Face[] {
  return [...sheet.cssRules].flatMap((rule) => (rule instanceof CSSFontFaceRule ? [{ sheet, rule }] : []));
}

async function keep({ sheet, rule }: Face): Promise<void> {
  const { style } = rule;
  const source = /url\(["']?([^"')]+)/u.exec(style.getPropertyValue("src"))?.[1];
  if (source === undefined) return;
  const answer = await fetch(new URL(source, sheet.href ?? location.href));
  const face = new FontFace(unquoted(style.getPropertyValue("font-family")), await answer.arrayBuffer(), {
    style: style.getPropertyValue("font-style") || "normal",
    weight: style.getPropertyValue("font-weight") || "normal",
    unicodeRange: style.getPropertyValue("unicode-range") || "U+0-10FFFF",
    display: "swap",
  });
  document.fonts.add(await face.load());
  sheet.deleteRule([...sheet.cssRules].indexOf(rule));
}

const unquoted = (family: string): string => family.replaceAll(/^["']|["']$/gu, "");
