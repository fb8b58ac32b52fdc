import type { Chart, Figure } from "../../charts/figure";
import { Dialog } from "../shell/Dialog";
import { ChartArea } from "./ChartArea";
import { PointWalker } from "./PointWalker";
import { unbroken } from "./unbroken";

interface ExpandDialogProps {
  readonly figure: Figure;
  readonly chart: Chart;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** A chart as large as the window. */
export function ExpandDialog({ figure, chart, open, onClose }: ExpandDialogProps) {
  return (
    <Dialog open={open} title={figure.title} kind="large" onClose={onClose}>
      <div class="fig-large">
        <p class="fig-subtitle">{unbroken(figure.subtitle)}</p>
        <PointWalker table={figure.table} title={figure.title}>
          <ChartArea chart={chart} />
        </PointWalker>
      </div>
    </Dialog>
  );
}
