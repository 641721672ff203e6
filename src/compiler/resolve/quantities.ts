/** Milliseconds of a duration such as `500ms`, `60s`, `5m`, `24h`, `7d`. */
export const duration = (written: string): number =>
  scaled(written, { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 });

/** Bytes of a size such as `256MiB`. */
export const size = (written: string): number =>
  scaled(written, { KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 });

/** Thousandths of a core of `2`, `0.5` or `250m`. */
export const cores = (written: string): number =>
  written.endsWith("m") ? Number(written.slice(0, -1)) : Math.round(Number(written) * 1000);

/** Percent of a share such as `60%`. */
export const share = (written: string): number => Number(written.slice(0, -1));

const scaled = (written: string, units: Readonly<Record<string, number>>): number => {
  const [, number = "", unit = ""] = /^([0-9]+)([A-Za-z]+)$/.exec(written) ?? [];
  return Number(number) * (units[unit] ?? Number.NaN);
};
