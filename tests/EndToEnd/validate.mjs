// node validate.mjs <schema.json> <file.json>: writes a JSON array of what the file gets wrong against its schema (draft 4).
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const Ajv = require("ajv-draft-04");
const addFormats = require("ajv-formats");

const [schema, file] = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/, "")));
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(schema);
validate(file);
process.stdout.write(JSON.stringify((validate.errors ?? []).map((error) => `${error.instancePath || "/"} ${error.message} ${JSON.stringify(error.params)}`)));
