/** The durations of the model are in milliseconds. */
export const toSeconds = (milliseconds: number): number => Math.max(1, Math.round(milliseconds / 1000));
