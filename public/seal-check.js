// Bait: the sealed page tries to start this as a worker, and must be refused. If it ever runs, it says so.
postMessage("out");
