import { decode, encode } from "@jridgewell/sourcemap-codec";
import type { Plugin } from "vite";

const notAscii = /[\u0080-\uffff]/g;
const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;

/**
 * Escapes whatever is not ASCII, which stands in strings alone: browsers read a module as UTF-8, but whoever puts the file into
 * a script, a page or a server of another encoding does not. The minifier undoes every escape, so this comes after it, and
 * moves the source map along.
 */
export const asciiOnly = (): Plugin => ({
  name: "ascii-only",
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== "chunk") continue;
      const map = chunk.sourcemapFileName == null ? undefined : bundle[chunk.sourcemapFileName];
      if (map?.type === "asset") map.source = moved(String(map.source), chunk.code);
      chunk.code = chunk.code.replace(notAscii, escaped);
    }
  },
});

/** The source map of the escaped code. */
function moved(map: string, code: string): string {
  const { mappings, ...rest } = JSON.parse(map) as { mappings: string };
  const lines = code.split("\n");
  const decoded = decode(mappings).map((segments, line) => {
    const units = [...(lines[line] ?? "").matchAll(notAscii)].map(({ index }) => index);
    let before = 0;
    for (const segment of segments) {
      while ((units[before] ?? Infinity) < segment[0]) before++;
      segment[0] += before * (escaped("\u0080").length - 1);
    }
    return segments;
  });
  return JSON.stringify({ ...rest, mappings: encode(decoded) });
}
