// Reads a JSON array of cards from stdin, parses and validates each with the official renderer, and writes per card what it complained of.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { AdaptiveCard, SerializationContext } = createRequire(import.meta.url)("adaptivecards/dist/adaptivecards.js");

// Teams draws these, the renderer doesn't know them: their fallback is what it must accept.
const teamsOnly = /^Chart\./;

function withFallbacks(node) {
  if (Array.isArray(node)) return node.map(withFallbacks);
  if (node === null || typeof node !== "object") return node;
  if (teamsOnly.test(node.type ?? "") && node.fallback) return withFallbacks(node.fallback);
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, withFallbacks(value)]));
}

// The renderer's test of "lang" keeps its place between cards and so refuses every other good value.
const falseAlarm = /^Invalid value "[a-z]{2,3}" for property "lang"/;

function complaints(card) {
  const context = new SerializationContext();
  const parsed = new AdaptiveCard();
  parsed.parse(withFallbacks(card), context);
  const found = [];
  for (let i = 0; i < context.eventCount; i++) {
    const event = context.getEventAt(i);
    found.push(`${event.source?.getJsonTypeName?.() ?? "card"}: ${event.message}`);
  }
  for (const failure of parsed.validateProperties().validationEvents)
    found.push(`${failure.source?.getJsonTypeName?.() ?? "card"}: ${failure.message}`);
  return found.filter((complaint) => !falseAlarm.test(complaint.replace(/^AdaptiveCard: /, "")));
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(complaints)));
