const units: readonly (readonly [suffix: string, milliseconds: number])[] = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["m", 60_000],
  ["s", 1000],
  ["ms", 1],
];

/** In the largest unit that needs no fraction; nothing is `0s`. */
export function duration(milliseconds: number): string {
  const unit = units.find(([, length]) => milliseconds > 0 && milliseconds % length === 0);
  return unit ? `${milliseconds / unit[1]}${unit[0]}` : "0s";
}
