/** The components that first paint does not need: charts and the data page. */
export type Parts = Awaited<ReturnType<typeof loadParts>>;

/** Fetches them, and the drawing library, before the session seals the page: after that nothing can be fetched. */
export async function loadParts() {
  const [grid, keyFigures, findings, data, recipe, lead, journey, kinds, plotly] = await Promise.all([
    import("../chart/FigureGrid"),
    import("../chart/KeyFigureRow"),
    import("../chart/FindingList"),
    import("../data-page/DataPage"),
    import("../segments/SegmentRecipe"),
    import("../leads/LeadRecipe"),
    import("../journeys/JourneyRecipe"),
    import("../shoppers/KindRecipe"),
    import("../chart/plotly"),
  ]);
  await plotly.fetchPlotly();
  return {
    FigureGrid: grid.FigureGrid,
    KeyFigureRow: keyFigures.KeyFigureRow,
    FindingList: findings.FindingList,
    DataPage: data.DataPage,
    SegmentRecipe: recipe.SegmentRecipe,
    LeadRecipe: lead.LeadRecipe,
    JourneyRecipe: journey.JourneyRecipe,
    KindRecipe: kinds.KindRecipe,
    rehearsePlotly: plotly.rehearsePlotly,
  };
}
