import type { Role } from "../role";

const NETWORK =
  /^(?:sessions|download|upload|traffic|rtt|rtt-dl|rtt-ul|throughput|throughput-dl|throughput-ul|tcp|tcp-dl|tcp-ul|handset|maker|app(?:-dl|-ul)?:.*)$/su;

/** Whether a column with this role says that its table tells of the use of a network. */
export const ofNetwork = (role: Role): boolean => NETWORK.test(role);
