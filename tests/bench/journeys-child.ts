/** Node tests/bench/journeys-child.ts FILE.parquet: one line of JSON, as `peer_journeys.py` prints it. */
import type * as JourneysBench from "./journeys.ts";
import { imported } from "./source-import.ts";

const { benchJourneys } = await imported<typeof JourneysBench>("journeys.ts");
process.stdout.write(JSON.stringify(await benchJourneys(process.argv[2] ?? "")));
