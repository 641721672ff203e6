import schemaJson from "../../../schema/environment.schema.json" with { type: "json" };

/** The file itself. The bundle has a module of its own in this one's place, which parses it when it is first asked for. */
export const schemaFile = (): unknown => schemaJson;
