import type { RandomStream } from "./random";
import { isLoyal } from "./shop-people";

/** Of visits: by someone new, and by one of the loyal; the others are by those who came before, rather lately. */
const NEW_SHARE = 0.22;
const LOYAL_SHARE = 0.3;
/** Who come back are among the latest of the others; e-folding as a share of them. */
const LATELY = 0.25;
/** Customers from before the log begins, per visit in it. */
const KNOWN = 0.05;
/** Two visits of a customer are further apart than that. */
const APART_MS = 31 * 60_000;
const TRIES = 6;

/** Everyone who ever came, and when they left last. */
export class Crowd {
  private readonly left: number[] = [];
  private readonly loyal: number[] = [];
  private readonly others: number[] = [];

  constructor(
    private readonly seed: number,
    visits: number,
  ) {
    for (let known = 0; known < KNOWN * visits; known++) this.meet();
  }

  /** Someone who is in no list of those who come back. */
  stranger(): number {
    return this.left.push(-Infinity) - 1;
  }

  /** Who comes at that moment (ms): nobody who is still there, or was within half an hour. */
  comes(at: number, draw: RandomStream): number {
    for (let tries = 0; tries < TRIES; tries++) {
      const customer = this.one(draw);
      if ((this.left[customer] ?? 0) + APART_MS < at) return customer;
    }
    return this.meet();
  }

  /** Notes when a customer's visit ended (ms). */
  leaves(customer: number, at: number): void {
    this.left[customer] = at;
  }

  private one(draw: RandomStream): number {
    const u = draw();
    const back = draw();
    if (u < NEW_SHARE) return this.meet();
    if (u < NEW_SHARE + LOYAL_SHARE) return this.loyal[Math.floor(back * this.loyal.length)] ?? this.meet();
    const { length } = this.others;
    const ago = Math.floor(-Math.log(1 - back) * LATELY * length);
    return this.others[length - 1 - (ago % Math.max(1, length))] ?? this.meet();
  }

  private meet(): number {
    const customer = this.stranger();
    (isLoyal(this.seed, customer) ? this.loyal : this.others).push(customer);
    return customer;
  }
}
