export const gibibyte = 1024 ** 3;

/** Disks are sold by the gibibyte; a part of one is rounded up. */
export const toGibibytes = (bytes: number): number => Math.ceil(bytes / gibibyte);
