import { writeFileSync } from "node:fs";
import { seededRandom } from "../../src/math/random";

const HEAD =
  "MSISDN/Number,sessions,total_duration,total_bytes,http_dl_bytes,http_ul_bytes,avg_tcp_retrans_bytes,avg_rtt_ms,avg_throughput_kbps,handset_type,sujana_experience_cluster";

const HANDSETS = 500;
const KINDS = 3;

/** Writes a made-up table of customers with the columns, the skew and the zeros of telecom-xdr/users.csv. */
export function writeUsers(path: string, rows: number): void {
  const random = seededRandom(5);
  const heavy = (scale: number): number => scale * Math.exp(1.2 * (random() + random() + random() - 1.5));
  const lines = Array.from({ length: rows }, (_, i) => {
    const sessions = 1 + Math.floor(-Math.log(1 - random()) * 0.7);
    const web = random() < 0.5;
    return [
      33_601_000_000 + 977 * i,
      sessions,
      ...[sessions * heavy(1e5), sessions * heavy(5e8)].map(Math.round),
      ...[web ? heavy(1e4) : 0, web ? heavy(1e3) : 0].map(Math.round),
      ...[heavy(1e7), heavy(60), heavy(2e4)],
      `Handset ${Math.floor(HANDSETS * random() ** 3)}`,
      Math.floor(KINDS * random()),
    ].join(",");
  });
  writeFileSync(path, `${[HEAD, ...lines].join("\n")}\n`);
}
