// Loaded into the Agents Playground before its own code. It knows no setting for either of these:
// it listens on every network interface, and outlives the program that started it.
"use strict";
const net = require("node:net");

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...args) {
  if (typeof args[0] === "number" && typeof args[1] !== "string") args.splice(1, 0, "127.0.0.1");
  else if (typeof args[0]?.port === "number") args[0] = { ...args[0], host: "127.0.0.1" };
  return listen.apply(this, args);
};

const parent = Number(process.env.LEERKRING_STARTED_BY);
setInterval(() => {
  try {
    process.kill(parent, 0);
  } catch {
    process.exit();
  }
}, 1000).unref();
