/** nunjucks for compiled templates, not yet started: a spec that needs no template does not pay for it. */
export function loadNunjucks(): Nunjucks;

export interface Nunjucks {
  readonly lib: { escape: (text: string) => string };
  readonly runtime: { readonly SafeString: new (text: string) => object };
  readonly Environment: new (
    loaders: readonly never[],
    options: { readonly autoescape: boolean; readonly throwOnUndefined: boolean },
  ) => Engine;
  readonly Template: new (
    source: { readonly type: "code"; readonly obj: object },
    engine: Engine,
    name: string,
  ) => { readonly render: (values: object) => string };
}

export interface Engine {
  filters: { readonly [name: string]: (value: unknown) => object };
}
