import type { AttributeReference, AttributeSection } from "../../compiler/environment/text.ts";

const sentences: Readonly<Record<AttributeSection, Readonly<Record<string, (name: string) => string>>>> = {
  apps: {
    url: (name) => `URL of ${name} inside the environment.`,
    host: (name) => `Host of ${name} inside the environment.`,
    publicUrl: (name) => `URL under which ${name} is reached from outside.`,
  },
  instances: {
    addresses: (name) => `Addresses of the machines of ${name}.`,
    hostnames: (name) => `Names of the machines of ${name}.`,
    zones: (name) => `Availability zones of the machines of ${name}.`,
  },
  database: {
    host: (name) => `Host of the database ${name}.`,
    port: (name) => `Port of the database ${name}.`,
    database: (name) => `Name of the database that apps use on ${name}.`,
    user: (name) => `User that apps sign in as on ${name}.`,
    password: (name) => `Password of the user of ${name}.`,
    url: (name) => `URL of the database ${name}, with user and password.`,
  },
  loadBalancer: {
    address: (name) => `Address of the load balancer ${name}.`,
    url: (name) => `URL of the load balancer ${name}.`,
  },
  ingress: {
    address: (name) => `Address of the ingress ${name}.`,
    url: (name) => `URL of the ingress ${name}.`,
  },
  cluster: { endpoint: (name) => `Control plane of the cluster ${name}.` },
  storage: { url: (name) => `URL of the storage ${name}.` },
  images: { id: (name) => `The image ${name} that machines boot.` },
};

/** What an attribute is, for people who read a list of outputs. */
export const attributeSentence = ({ section, name, attribute }: AttributeReference): string | undefined =>
  sentences[section][attribute]?.(name);
