import { h, render } from "preact";
import { say, toasts } from "../../../src/components/shell/toasts";
import { Toasts } from "../../../src/components/shell/Toasts";
import { LONE_SURROGATES, NAUGHTY } from "../../fixtures/naughty-strings";
import { drawAll, type Wrong } from "./charts";
import { SINKS } from "./page-sinks";

/** What the trial found: the names of the places tried, and every text that was not shown as it is. */
export interface Found {
  readonly places: readonly string[];
  readonly texts: number;
  readonly wrong: readonly string[];
  readonly ran: number;
}

const texts = [...NAUGHTY, ...LONE_SURROGATES];
/** A word that no sentence of the site holds. */
const PLAIN = "Qwxzv";
let ran = 0;
Object.assign(window, { probe: () => (ran += 1), trial });

/** Elements and their attributes' names: the same whatever the text, or the text became markup. */
function shape(element: Element): string {
  const inside = [...element.children].map(shape).join("");
  return `<${element.tagName} ${[...element.attributes].map(({ name }) => name).join(" ")}>${inside}`;
}

/** A number and its unit are kept on one line by a space of the same width. */
const read = (text: string): string => text.replaceAll("\u00A0", " ");

function shown(host: HTMLElement): Wrong[] {
  const wrong: Wrong[] = [];
  for (const { name, show } of SINKS) {
    render(show(PLAIN), host);
    const times = host.textContent.split(PLAIN).length - 1;
    const plain = shape(host);
    if (times === 0) wrong.push({ where: name, wanted: PLAIN, shown: host.textContent });
    for (const text of texts) {
      render(show(text), host);
      const found = read(host.textContent).split(read(text)).length - 1;
      if (found < times) wrong.push({ where: name, wanted: text, shown: host.textContent.slice(0, 200) });
      if (shape(host) !== plain)
        wrong.push({ where: name, wanted: `the elements of a plain word for ${text}`, shown: shape(host) });
    }
    render(null, host);
  }
  return wrong;
}

function toasted(host: HTMLElement): Wrong[] {
  const wrong: Wrong[] = [];
  render(h(Toasts, {}), host);
  for (const text of texts) {
    toasts.value = [];
    say(text, "problem");
    render(h(Toasts, {}), host);
    if (!host.textContent.includes(text) || host.querySelector("a, script, img") !== null)
      wrong.push({ where: "a toast", wanted: text, shown: host.textContent });
  }
  return wrong;
}

async function trial(): Promise<Found> {
  const place = (): HTMLElement => {
    const host = document.createElement("div");
    host.style.width = "1200px";
    document.body.append(host);
    return host;
  };
  const wrong = [...shown(place()), ...toasted(place())];
  wrong.push(...(await drawAll(texts, place())));
  // A sentence per fault, short enough for a report.
  const short = (text: string): string => JSON.stringify(text).slice(0, 200);
  return {
    places: SINKS.map(({ name }) => name),
    texts: texts.length,
    wrong: wrong.map(({ where, wanted, shown: found }) => `${where}: ${short(wanted)} is shown as ${short(found)}`),
    ran,
  };
}
