/** One finding that specc can make: how bad it is, its sentences, and the long text that `specc explain CODE` shows. */
export interface Entry<P> {
  readonly severity: "error" | "warning";
  readonly about: string;
  readonly message: (params: P) => string;
  readonly help?: (params: P) => string | undefined;
}

type Sentences<P> = Omit<Entry<P>, "severity">;

export const error = <P>(sentences: Sentences<P>): Entry<P> => ({ severity: "error", ...sentences });
export const warning = <P>(sentences: Sentences<P>): Entry<P> => ({ severity: "warning", ...sentences });
