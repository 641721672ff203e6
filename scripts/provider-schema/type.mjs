import { CONFIG } from "./declarations.mjs";
import { EVERYTHING, KIND } from "./stub.mjs";

/** The schema of one resource or data source type. */
export function typeSchema(loaded) {
  const { class: Type, interfaces } = loaded;
  const config = interfaces.get(CONFIG);
  return body(Type.prototype.synthesizeHclAttributes.call(EVERYTHING), config, interfaces, new Type({}, "", {}));
}

/** What may be written (`arguments`) and what may only be read (`computed`). */
function body(written, declared, interfaces, instance) {
  const readable = accessors(instance);
  const argumentsOf = Object.entries(written).map(([name, entry]) => [
    name,
    argument(entry, declarationOf(declared, name), interfaces, readable.get(name)),
  ]);
  const computed = [...readable]
    .filter(([name]) => !(name in written))
    .map(([name, value]) => [name, attribute(value)]);
  return { ...section("arguments", argumentsOf), ...section("computed", computed) };
}

const section = (name, entries) => (entries.length === 0 ? {} : { [name]: Object.fromEntries(entries.sort(byName)) });

const byName = ([a], [b]) => (a < b ? -1 : 1);

function declarationOf(declared, name) {
  const found = declared?.get(name);
  if (found === undefined) throw new Error(`the declarations do not say whether ${name} is required`);
  return found;
}

function argument(entry, declared, interfaces, readable) {
  const required = declared.required ? { required: true } : {};
  if (!entry.isBlock) return { kind: kindOf(entry), ...required };
  const many = entry.value.many === true;
  const written = many ? entry.value.element : entry.value;
  const nested = body(written, interfaces.get(declared.structure), interfaces, elementOf(readable));
  // A list whose elements are no blocks is an attribute that Terraform also lets one write as blocks.
  return many && !entry.value.isBlock
    ? { kind: `${entry.type}(object)`, ...required, ...nested }
    : { block: many ? "many" : "single", ...required, ...nested };
}

/** An attribute that the provider computes; an object's own attributes are below it. */
function attribute(readable) {
  if (!readable[KIND].endsWith("(object)")) return { kind: readable[KIND] };
  const nested = [...accessors(elementOf(readable))].map(([name, value]) => [name, attribute(value)]);
  return { kind: readable[KIND], ...section("computed", nested) };
}

const elementOf = (readable) => (typeof readable.get === "function" ? readable.get(0) : readable);

/** What the `get` accessors hand out; `…Input` and `internalValue` hand out what was configured, so nothing here. */
function accessors(instance) {
  const getters = Object.values(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(instance)));
  const values = getters.flatMap(({ get }) => (get === undefined ? [] : [get.call(instance)]));
  return new Map(values.flatMap((value) => (value?.terraformAttribute ? [[value.terraformAttribute, value]] : [])));
}

const PRIMITIVES = { string: "string", number: "number", boolean: "bool", any: "any" };

/** `set` of `stringList` → `set(string)`, `map` of `stringMapMap` → `map(map(string))`. */
function kindOf({ type, storageClassType }) {
  const [, primitive, wrappers] = /^([a-z]+)((?:List|Map)*)$/.exec(storageClassType);
  const layers = wrappers.match(/List|Map/g) ?? [];
  return layers.reduceRight(
    (inner, layer, index) => `${index === 0 ? type : layer.toLowerCase()}(${inner})`,
    PRIMITIVES[primitive],
  );
}
