// Reads a JSON array of calendar files from stdin with Mozilla's ical.js; writes a JSON array of what each says.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const instant = (time) => {
  // Only the rules that the file itself brings count.
  if (time.zone !== ICAL.Timezone.utcTimezone && !time.zone.component) throw new Error(`${time} has no VTIMEZONE`);
  return new Date(time.toUnixTime() * 1000).toISOString();
};

const read = (text) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone.getFirstPropertyValue("tzid"), new ICAL.Timezone(zone));
  const [component, ...others] = calendar.getAllSubcomponents("vevent");
  if (others.length > 0) throw new Error("more than one event");
  const event = new ICAL.Event(component);
  return {
    Method: calendar.getFirstPropertyValue("method"),
    Zones: calendar.getAllSubcomponents("vtimezone").map((zone) => zone.getFirstPropertyValue("tzid")),
    LongestLine: Math.max(...text.split("\r\n").map((line) => Buffer.byteLength(line))),
    Uid: event.uid,
    Sequence: event.sequence,
    Status: component.getFirstPropertyValue("status"),
    Stamp: instant(component.getFirstPropertyValue("dtstamp")),
    Start: instant(event.startDate),
    End: instant(event.endDate),
    Summary: event.summary,
    Location: event.location,
    Description: event.description,
    Organizer: event.organizer,
  };
};

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(read)));
