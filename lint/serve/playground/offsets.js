// The server counts bytes of UTF-8, JavaScript code units of UTF-16.

/// A text without lone surrogates, which UTF-8 can't say: each becomes U+FFFD, which is as long.
export function wellFormed(text) {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/// A function from byte offsets into the UTF-8 of a well-formed text, of which all that it will be
/// asked for are given, to code unit offsets into the text.
export function unitOffsets(text, bytes) {
  const units = new Map();
  let unit = 0;
  let byte = 0;
  for (const wanted of [...new Set(bytes)].sort((left, right) => left - right)) {
    while (byte < wanted && unit < text.length) {
      const code = text.charCodeAt(unit);
      const isPair = code >= 0xd800 && code < 0xdc00;
      byte += code < 0x80 ? 1 : code < 0x800 ? 2 : isPair ? 4 : 3;
      unit += isPair ? 2 : 1;
    }
    units.set(wanted, unit);
  }
  return (offset) => units.get(offset);
}

/// A finding of the server with offsets in code units: `from` and `to`, also of edits and of related
/// places. Everything else stays.
export function findingsInUnits(text, findings) {
  const places = (finding) => [
    finding,
    ...finding.related,
    ...finding.fixes.flatMap((fix) => fix.edits),
  ];
  const bytes = findings.flatMap(places).flatMap((place) => [place.byteStart, place.byteEnd]);
  const unit = unitOffsets(text, bytes);
  const moved = (place) => ({ ...place, from: unit(place.byteStart), to: unit(place.byteEnd) });
  return findings.map((finding) => ({
    ...moved(finding),
    related: finding.related.map(moved),
    fixes: finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(moved) })),
  }));
}

const isHigh = (text, unit) => /^[\uD800-\uDBFF]$/.test(text.charAt(unit));

/// The one change that makes one text of another, without what both begin and end with. It splits no
/// surrogate pairs.
export function difference(before, after) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) ++start;
  if (isHigh(before, start - 1)) --start;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) ++end;
  if (end > 0 && [before, after].some((text) => isHigh(text, text.length - end - 1))) --end;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
