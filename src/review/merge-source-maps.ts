import type { MappedOrigin, SourceMap } from "./source-map.ts";

/**
 * The map after only some targets were compiled: their files as in `current`, those of other targets as the previous
 * run left them, since their files on disk are of that run too.
 */
export function mergeSourceMaps(previous: SourceMap, current: SourceMap, targets: readonly string[]): SourceMap {
  const kept = Object.entries(previous.files).filter(([path]) => !targets.includes(path.split("/")[0] ?? ""));
  const offset = current.origins.length;
  const used = [...new Set(kept.flatMap(([, lines]) => lines.flat()))].sort((a, b) => a - b);
  const renumbered = new Map(used.map((index, position) => [index, offset + position]));
  const origins = used.flatMap((index) => previous.origins[index] ?? []);
  const files = kept.map(
    ([path, lines]) => [path, lines.map((line) => line.flatMap((index) => renumbered.get(index) ?? []))] as const,
  );
  return {
    ...current,
    sources: mergeSources(previous, current, origins),
    origins: [...current.origins, ...origins],
    files: Object.fromEntries([...Object.entries(current.files), ...files].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Lines that kept origins stand on, where the current sources do not say otherwise. */
function mergeSources(previous: SourceMap, current: SourceMap, kept: readonly MappedOrigin[]): SourceMap["sources"] {
  const merged = new Map(Object.entries(current.sources).map(([file, lines]) => [file, { ...lines }]));
  for (const { file, line } of kept) {
    const text = previous.sources[file]?.[line];
    const lines = merged.get(file) ?? {};
    if (text !== undefined) merged.set(file, { [line]: text, ...lines });
  }
  return Object.fromEntries([...merged].sort(([a], [b]) => (a < b ? -1 : 1)));
}
