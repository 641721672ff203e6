const INTERFACE = /^export interface (\w+)([^{]*)\{\n([\s\S]*?)^\}/gm;
/** The key of the interface that configures the type itself; its name is not always `…Config`. */
export const CONFIG = Symbol("config");
/** The link to the documentation ends in the name that Terraform knows; the property has the name that TypeScript knows. */
const PROPERTY = /#(\w+) \w+#\w+\}[\s\S]*?readonly \w+(\?)?: (.+);?$/gm;

/** For each interface of a `.d.ts`: which arguments are required, and the interface of each nested structure. */
export const declarations = (text) =>
  new Map(
    [...text.matchAll(INTERFACE)].map(([, name, heritage, body]) => [
      heritage.includes("TerraformMetaArguments") ? CONFIG : name,
      properties(body),
    ]),
  );

const properties = (body) =>
  new Map(
    [...body.matchAll(PROPERTY)].map(([, name, optional, type]) => [
      name,
      { required: optional === undefined, structure: structureOf(type) },
    ]),
  );

/** `InstanceTimeouts` in `cdktf.IResolvable | InstanceTimeouts[]`. */
const structureOf = (type) => /(?<![\w.])[A-Z]\w*/.exec(type)?.[0];
