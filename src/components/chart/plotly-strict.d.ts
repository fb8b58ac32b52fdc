/** The part of Plotly that Clientele calls. The package brings no types of its own. */
declare module "plotly.js-strict-dist-min" {
  interface PlotlyPicture {
    readonly data: readonly object[];
    readonly layout: object;
  }

  /** What a person drew around: a free line or a box, in the axes' values. */
  export interface SelectedArea {
    readonly lassoPoints?: { readonly x: number[]; readonly y: number[] };
    readonly range?: { readonly x: readonly number[]; readonly y: readonly number[] };
  }

  /** The place of a chart once something was drawn in it. */
  export interface PlotlyHost extends HTMLElement {
    on(event: "plotly_selected", listener: (area: SelectedArea | undefined) => void): void;
    on(event: "plotly_deselect", listener: () => void): void;
    on(event: "plotly_click", listener: (click: { points: readonly { pointNumber: number }[] }) => void): void;
  }

  export interface Plotly {
    react(host: HTMLElement, data: readonly object[], layout: object, config: object): Promise<PlotlyHost>;
    purge(host: HTMLElement): void;
    toImage(
      picture: PlotlyPicture,
      options: { format: "png" | "svg"; width: number; height: number; scale: number },
    ): Promise<string>;
  }

  /** Evaluates the library, which takes about half a second once; the build makes its default export this function. */
  export default function evaluate(): Plotly;
}
