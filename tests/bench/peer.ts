import { spawnSync } from "node:child_process";

/** What `peer_pipeline.py` prints. Seconds. */
export interface PeerRun {
  readonly total: number;
  readonly stages: Readonly<Record<string, number>>;
  readonly peakBytes: number;
  readonly versions: string;
  readonly customers: number;
}

const PIPELINE_NEEDS = ["pandas", "pyarrow", "sklearn"];

/** The Python with these modules to compare with (`CLIENTELE_PYTHON`, else python3), or the reason why there is none. */
export function findPeer(
  needs: readonly string[] = PIPELINE_NEEDS,
): { readonly python: string } | { readonly missing: string } {
  const python = process.env["CLIENTELE_PYTHON"] ?? "python3";
  const tried = spawnSync(python, ["-c", `import ${needs.join(", ")}`], { encoding: "utf8" });
  if (tried.status === 0) return { python };
  return {
    missing: `The peer is skipped: ${python} with ${needs.join(", ")} is not here. CLIENTELE_PYTHON names another one.`,
  };
}

/** Runs the same job in pandas and scikit-learn, in its own process. */
export function runPeer(python: string, file: string): PeerRun {
  const run = spawnSync(python, ["tests/bench/peer_pipeline.py", file], { encoding: "utf8", maxBuffer: 1 << 24 });
  if (run.status !== 0) throw new Error(`The peer failed: ${run.stderr}`);
  return JSON.parse(run.stdout) as PeerRun;
}
