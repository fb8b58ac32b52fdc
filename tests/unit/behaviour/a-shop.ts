import { seededRandom } from "../../../src/math/random";

/** Twelve weeks of a made-up shop: platforms and countries, and one week in which paying is broken on mobile. */
export function shopCsv(seed: number, broken: boolean, visits = 6000): string {
  const random = seededRandom(seed);
  const lines = ["user_id,event,timestamp,platform,country"];
  const start = Date.UTC(2024, 0, 1);
  for (let visit = 0; visit < visits; visit++) {
    const platform = random() < 0.5 ? "mobile" : "desktop";
    const country = random() < 0.6 ? "DE" : "FR";
    const day = Math.floor(random() * 84);
    const week = Math.floor(day / 7);
    let at = start + day * 86_400_000 + Math.floor(random() * 70_000_000);
    const add = (event: string): void => {
      const time = new Date(at).toISOString().slice(0, 19).replace("T", " ");
      lines.push(`user ${visit % 2000},${event},${time},${platform},${country}`);
      at += 5000 + Math.floor(random() * 60_000);
    };
    add("home");
    while (random() < 0.6) add("product");
    if (random() > 0.5) continue;
    add("cart");
    if (random() > 0.7) continue;
    add("payment");
    const works = broken && platform === "mobile" && week === 7 ? 0.15 : 0.75;
    add(random() < works ? "purchase" : "error");
  }
  return lines.join("\n");
}
