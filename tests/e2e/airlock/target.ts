/** Where one vector aims: addresses of a host of its own, so that the sink can tell who reached it. */
export interface Target {
  readonly http: string;
  readonly https: string;
  readonly ws: string;
  readonly stun: string;
  /** An address of the page's own host, where nothing may arrive after the seal either. */
  readonly own: string;
}

/** A way to carry something out; what it returns or throws says nothing, what arrives at the sink does. */
export type Vector = (to: Target) => unknown;

/** A datagram carries no name, so each vector that sends some has a port of its own. */
export const STUN_PORTS: Readonly<Record<string, number>> = { stun: 3478, "iframe-stun": 3479, "parsed-stun": 3480 };

/** The target of the vector with that id. */
export function targetOf(id: string, own: string): Target {
  const host = `${id}.sink.test`;
  return {
    http: `http://${host}/${id}?secret=42`,
    https: `https://${host}/${id}?secret=42`,
    ws: `ws://${host}/${id}?secret=42`,
    stun: `stun:${host}:${STUN_PORTS[id] ?? 3478}`,
    own: `${own}vector-${id}?secret=42`,
  };
}
