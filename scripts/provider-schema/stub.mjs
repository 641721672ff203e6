/**
 * What stands in for `cdktf` while a generated module of `@cdktf/provider-*` is evaluated: enough to ask its classes
 * what they would write (`synthesizeHclAttributes`) and what can be read from them (the `get` accessors), without
 * cdktf or constructs installed.
 */
const identity = (value) => value;

/** A struct on which every property is set, so that the `…ToHclTerraform` functions leave nothing out. */
export const EVERYTHING = new Proxy({}, { get: () => EVERYTHING });

/** The key of a type; a symbol, because a generated class may have an accessor of any name. */
export const KIND = Symbol("kind");

/** What an accessor hands out: the name Terraform knows it by, and its type. */
const readable = (terraformAttribute, kind) => ({ terraformAttribute, [KIND]: kind });

const ofKind = (kind) => (name) => readable(name, kind);

const element = {
  getStringAttribute: ofKind("string"),
  getNumberAttribute: ofKind("number"),
  getBooleanAttribute: ofKind("bool"),
  getListAttribute: ofKind("list(string)"),
  getNumberListAttribute: ofKind("list(number)"),
  getStringMapAttribute: ofKind("map(string)"),
  getNumberMapAttribute: ofKind("map(number)"),
  getBooleanMapAttribute: ofKind("map(bool)"),
  getAnyMapAttribute: ofKind("map(any)"),
  interpolationForAttribute: ofKind("any"),
};

function TerraformElement() {}
Object.assign(TerraformElement.prototype, element);

function ComplexObject(_parent, terraformAttribute) {
  this.terraformAttribute = terraformAttribute;
  this[KIND] = "list(object)";
}
Object.assign(ComplexObject.prototype, element);

const complexMap = (kind) =>
  function ComplexMap(parent, terraformAttribute) {
    Object.assign(this, { terraformResource: parent, terraformAttribute, [KIND]: kind });
  };

function ComplexList(parent, terraformAttribute, wrapsSet) {
  const kind = wrapsSet ? "set(object)" : "list(object)";
  Object.assign(this, { terraformResource: parent, terraformAttribute, wrapsSet, [KIND]: kind });
}

/** The generator wraps the accessor of a set so, because a set cannot be indexed. */
const tolist = ({ terraformAttribute, [KIND]: kind }) => readable(terraformAttribute, kind.replace(/^list/, "set"));

export const cdktf = {
  TerraformResource: TerraformElement,
  TerraformDataSource: TerraformElement,
  TerraformProvider: TerraformElement,
  ComplexObject,
  ComplexList,
  ComplexMap: complexMap("map(object)"),
  StringMap: complexMap("map(string)"),
  NumberMap: complexMap("map(number)"),
  BooleanMap: complexMap("map(bool)"),
  AnyMap: complexMap("map(any)"),
  Fn: { tolist },
  Token: { asNumberList: identity, asList: identity, asAny: identity, asString: identity, asNumber: identity },
  Tokenization: { isResolvable: () => false },
  canInspect: () => true,
  isComplexElement: () => false,
  stringToHclTerraform: identity,
  numberToHclTerraform: identity,
  booleanToHclTerraform: identity,
  anyToHclTerraform: identity,
  hashMapperHcl: () => identity,
  /** `isBlock` is said here; the `isBlock` beside it is true of every nested structure. */
  listMapperHcl: (toHcl, isBlock) => () => ({ many: true, isBlock, element: toHcl(EVERYTHING) }),
};
