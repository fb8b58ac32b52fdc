/** The part of Plotly that Clientele calls. The package brings no types of its own. */
declare module "plotly.js-strict-dist-min" {
  interface PlotlyPicture {
    readonly data: readonly object[];
    readonly layout: object;
  }

  interface Plotly {
    react(host: HTMLElement, data: readonly object[], layout: object, config: object): Promise<unknown>;
    purge(host: HTMLElement): void;
    toImage(
      picture: PlotlyPicture,
      options: { format: "png" | "svg"; width: number; height: number; scale: number },
    ): Promise<string>;
  }

  const plotly: Plotly;
  export default plotly;
}
