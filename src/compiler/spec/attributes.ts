import type { AttributeSection } from "../environment/text.ts";

/** Beside its own keys an element has attributes that only the deployment knows. */
export const attributes: Readonly<Record<AttributeSection, readonly string[]>> = {
  apps: ["url", "host", "publicUrl"],
  instances: ["addresses", "hostnames", "zones"],
  database: ["host", "port", "database", "user", "password", "url"],
  loadBalancer: ["address", "url"],
  ingress: ["address", "url"],
  images: ["id"],
  cluster: ["endpoint"],
  storage: ["url"],
};

export const isAttributeSection = (section: string): section is AttributeSection => Object.hasOwn(attributes, section);
