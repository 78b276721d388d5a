// Loaded into the Agents Playground before its own code. It knows no setting for any of these:
// it listens on every network interface, says that everybody's Teams is English, and outlives the program that started it.
"use strict";
const net = require("node:net");
const Module = require("node:module");

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (...args) {
  if (typeof args[0] === "number" && typeof args[1] !== "string") args.splice(1, 0, "127.0.0.1");
  else if (typeof args[0]?.port === "number") args[0] = { ...args[0], host: "127.0.0.1" };
  return listen.apply(this, args);
};

const { LEERKRING_LOCALE: locale, LEERKRING_STARTED_BY: parent } = process.env;
const load = Module._extensions[".js"];
Module._extensions[".js"] = function (module, filename) {
  if (/m365agentsplayground[\\/]dist[\\/]index\.js$/.test(filename)) {
    const compile = module._compile;
    module._compile = function (code, name) {
      return compile.call(this, code.replaceAll('locale:"en-US"', `locale:${JSON.stringify(locale)}`), name);
    };
  }
  return load(module, filename);
};

setInterval(() => {
  try {
    process.kill(Number(parent), 0);
  } catch {
    process.exit();
  }
}, 1000).unref();
