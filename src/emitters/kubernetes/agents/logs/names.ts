/** The cluster of Elasticsearch, from whose name the operator makes those of what it brings along. */
export const LOGS = "logs";
export const SERVICE = `${LOGS}-es-http`;
export const PASSWORD = { secret: `${LOGS}-es-elastic-user`, key: "elastic" } as const;
export const CERTIFICATE = `${LOGS}-es-http-certs-public`;

export const FLUENT_BIT = "fluent-bit";
export const RETENTION = "log-retention";

/** Where pods find the certificate that Elasticsearch's is signed by. */
export const CERTIFICATE_FOLDER = "/etc/elasticsearch";
