import { describe, expect, it } from "vitest";
import { type Asked, type Body, systemOf } from "../support/systems.ts";

const lofocats = (asked: Asked = {}) => systemOf("lofocats", asked);

const demo = lofocats();
const prod = lofocats({ environment: "prod" });

type System = ReturnType<typeof lofocats>;

const resource = async (system: System, type: string, name: string): Promise<Body> =>
  (await system.block("resource", type, name)) ?? {};

/** The one block inside of another: `inner(cluster, "private_cluster_config")`. */
const inner = (body: Body, ...path: readonly string[]): Body =>
  path.reduce<Body>((block, name) => (block[name] as readonly Body[] | undefined)?.[0] ?? {}, body);

const cluster = (system: System): Promise<Body> => resource(system, "google_container_cluster", "gke");
const nodes = (system: System): Promise<Body> => resource(system, "google_container_node_pool", "nodes");
const database = (system: System, name = "lofocats"): Promise<Body> =>
  resource(system, "google_sql_database_instance", name);

const settings = async (system: System, ...path: readonly string[]): Promise<Body> =>
  inner(await database(system), "settings", ...path);

const output = async (system: System, name: string): Promise<unknown> =>
  (await system.block("output", name))?.["value"];

const ranges = async (system: System): Promise<unknown> =>
  inner(await cluster(system), "master_authorized_networks_config")["cidr_blocks"];

describe("what runs", () => {
  it("S3-01 is two apps, a database of the provider, and metrics that are a switch away", async () => {
    const metrics = lofocats({ overlay: "apps: {prometheus: {enabled: true}}" });
    expect(demo.paths).toContain("kubernetes/ui.deployment.yaml");
    expect(demo.paths).toContain("kubernetes/api.deployment.yaml");
    expect(await demo.blocks("resource")).toContain("google_sql_database_instance.lofocats");
    expect(metrics.paths.filter((path) => path.startsWith("kubernetes/prometheus"))).not.toEqual([]);
  });

  it("S3-03 is Terraform, each concern in a file", () => {
    expect(demo.paths).toEqual(
      expect.arrayContaining(
        ["versions", "network", "cluster", "database", "dns", "outputs", "variables"].map(
          (name) => `terraform/${name}.tf`,
        ),
      ),
    );
  });

  it("S3-05 keeps its data in Cloud SQL", async () => {
    expect(await database(demo)).toMatchObject({ database_version: "POSTGRES_9_6" });
    expect(demo.paths.filter((path) => /^kubernetes\/lofocats\.(deployment|stateful-set)/.test(path))).toEqual([]);
  });

  it("S3-06 is a cluster of Google's with a pool of nodes of our own", async () => {
    expect(await cluster(demo)).toMatchObject({ location: "${var.region}", remove_default_node_pool: true });
    expect(inner(await cluster(demo), "release_channel")).toEqual({ channel: "REGULAR" });
    expect(await nodes(demo)).toMatchObject({ cluster: "${google_container_cluster.gke.id}", node_count: 1 });
    expect(inner(await nodes(demo), "node_config")).toMatchObject({ machine_type: "n1-highcpu-2", spot: true });
  });

  it("S3-07 goes to Amazon by another provider", async () => {
    const network = "network: {lofocats: {cidr: 10.8.0.0/16, subnets: null}}";
    const there = lofocats({
      overlay: `${network}
provider: {kind: aws, region: eu-west-1, project: null, billingAccount: null}
instances: {nodes: {size: m7i.large, subnet: null}}
database: {lofocats: {version: "16", size: db.t4g.micro, users: null}}
apps: {api: {env: {DATABASE_URL: "\${database.lofocats.url}"}}, migrate: {env: {DATABASE_URL: "\${database.lofocats.url}"}}, demo-data: {env: {DATABASE_URL: "\${database.lofocats.url}"}}}
secrets: {db_password: null, api_database_url: null}
dns: {public: {kind: provider}}
state: {kind: s3, region: eu-west-1}
operations: null
policy: {accept: {end-of-life: null}}
`,
    });
    expect(there.findings.filter((finding) => finding.startsWith("terraform-"))).toEqual([]);
    expect(await there.blocks("resource")).toEqual(
      expect.arrayContaining(["aws_eks_cluster.gke", "aws_eks_node_group.nodes", "aws_db_instance.lofocats"]),
    );
  });
});

describe("the network", () => {
  it("S3-13 holds nodes and database, which have private addresses only", async () => {
    expect(inner(await cluster(demo), "private_cluster_config")).toMatchObject({ enable_private_nodes: true });
    expect(await settings(demo, "ip_configuration")).toMatchObject({
      ipv4_enabled: false,
      private_network: "${google_compute_network.lofocats.id}",
    });
    const subnet = await resource(demo, "google_compute_subnetwork", "lofocats_gke");
    expect(subnet["secondary_ip_range"]).toEqual([
      { range_name: "pods", ip_cidr_range: "10.11.0.0/16" },
      { range_name: "services", ip_cidr_range: "10.12.0.0/16" },
    ]);
    expect(await resource(demo, "google_compute_network", "lofocats")).toMatchObject({
      auto_create_subnetworks: false,
    });
    expect(await resource(demo, "google_service_networking_connection", "lofocats")).toMatchObject({
      service: "servicenetworking.googleapis.com",
    });
  });

  it("S3-14 lets nodes out through a gateway", async () => {
    expect(await resource(demo, "google_compute_router_nat", "lofocats")).toMatchObject({
      router: "${google_compute_router.lofocats.name}",
      source_subnetwork_ip_ranges_to_nat: "ALL_SUBNETWORKS_ALL_IP_RANGES",
    });
  });

  it("S3-20 has a name of the public endpoint that leads to the reserved address", async () => {
    const name = "lofocats.endpoints.${var.project}.cloud.goog";
    const [label] = (await demo.blocks("resource")).filter((each) => each.startsWith("google_endpoints_service."));
    const service = await resource(demo, "google_endpoints_service", label?.split(".")[1] ?? "");
    expect(service["service_name"]).toBe(name);
    expect(service["openapi_config"]).toContain("target = google_compute_global_address.public.address");
    expect(await resource(demo, "google_compute_global_address", "public")).toMatchObject({
      name: "lofocats-demo-public",
    });
  });

  it("S3-20 has a record of it where the zone is a usual one", async () => {
    const zoned = lofocats({ overlay: "dns: {public: {kind: provider, domain: example.com}}" });
    expect(await resource(zoned, "google_dns_record_set", "lofocats_example_com")).toMatchObject({
      type: "A",
      rrdatas: ["${google_compute_global_address.public.address}"],
    });
  });

  it("S3-36 lets those of the VPN alone to the control plane, when that is asked for", async () => {
    const unaccepted = lofocats({ overlay: "policy: {accept: {cluster-api-open: null}}" });
    expect(unaccepted.findings).toContain("cluster-api-open cluster.gke.api.from.0");
    const guarded = lofocats({
      overlay:
        "access: {vpn: {enabled: true}}\ncluster: {gke: {api: {from: [vpn]}}}\npolicy: {accept: {cluster-api-open: null}}",
    });
    expect(await ranges(guarded)).toEqual([{ cidr_block: "203.0.113.0/24", display_name: "vpn" }]);
    expect(guarded.findings.filter((finding) => finding.startsWith("cluster-api-open"))).toEqual([]);
  });
});

describe("the database", () => {
  it("S3-16 stands in two zones", async () => {
    expect(await settings(demo)).toMatchObject({ availability_type: "REGIONAL", tier: "db-f1-micro" });
    expect(await database(demo)).toMatchObject({ deletion_protection: true });
  });

  it("S3-16 warns of production without a standby", () => {
    const single = lofocats({ environment: "prod", overlay: "database: {lofocats: {ha: false}}" });
    expect(single.findings).toContain("single-in-production database.lofocats");
  });

  it("S3-17 is copied every night, and leads back to any moment since", async () => {
    expect(await settings(demo, "backup_configuration")).toMatchObject({
      enabled: true,
      start_time: "03:00",
      point_in_time_recovery_enabled: true,
    });
  });

  it("S3-22 has an instance of its own for metrics", async () => {
    const metrics = lofocats({ overlay: "database: {metrics: {enabled: true}}" });
    expect(await metrics.blocks("resource")).toContain("google_sql_database_instance.metrics");
    expect(await demo.blocks("resource")).not.toContain("google_sql_database_instance.metrics");
    expect(inner(await database(metrics, "metrics"), "settings")).toMatchObject({ availability_type: "ZONAL" });
  });

  it("S3-28 is exported into a bucket that nobody else reads", async () => {
    const exported = lofocats({ overlay: "storage: {external: {enabled: true}}\nbackup: {export: {enabled: true}}" });
    expect(await resource(exported, "google_storage_bucket", "external")).toMatchObject({
      public_access_prevention: "enforced",
      uniform_bucket_level_access: true,
    });
    expect(await resource(exported, "google_storage_bucket_iam_member", "external_export")).toMatchObject({
      member: "serviceAccount:${google_sql_database_instance.lofocats.service_account_email_address}",
    });
    expect(await settings(exported, "backup_configuration")).toMatchObject({ start_time: "03:00" });
  });

  it("S3-55 has an owner, and a user for the app that may little", async () => {
    expect((await demo.blocks("resource")).filter((each) => each.startsWith("google_sql_user."))).toEqual([
      "google_sql_user.lofocats",
      "google_sql_user.lofocats_app",
    ]);
    expect(await resource(demo, "google_sql_user", "lofocats_app")).toMatchObject({
      name: "app",
      password: "${random_password.db_password.result}",
    });
    const grants = demo.text("kubernetes/lofocats-grants.job.yaml");
    expect(grants).toContain('REVOKE cloudsqlsuperuser FROM "app";');
    expect(grants).toContain('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO "app";');
    expect(grants).toContain('ALTER ROLE "app" NOCREATEDB NOCREATEROLE;');
    const owner = demo.text("kubernetes/migrate.job.yaml");
    expect(owner).toMatch(/name: DATABASE_URL\n +valueFrom:\n +secretKeyRef:\n +name: database-lofocats\n +key: url/);
  });
});

describe("the module", () => {
  it("S3-18 knows where its state is, so that it can be applied again from anywhere", async () => {
    const versions = demo.text("terraform/versions.tf");
    expect(versions).toMatch(/backend "gcs" \{\n +prefix = "lofocats\/demo"\n +\}/);
    expect(prod.text("terraform/versions.tf")).toContain('prefix = "lofocats/prod"');
    expect(await cluster(demo)).toMatchObject({ deletion_protection: false });
    expect(await cluster(prod)).toMatchObject({ deletion_protection: true });
  });

  it("S3-25 lets the pool grow where that is switched on", async () => {
    const scaled = lofocats({ overlay: "scaling: {nodes: {enabled: true}}" });
    expect(inner(await nodes(scaled), "autoscaling")).toMatchObject({
      total_min_node_count: 2,
      total_max_node_count: 6,
    });
    expect(inner(await nodes(demo), "autoscaling")).toEqual({});
  });

  it("S3-42 takes the region from an input", async () => {
    expect(await demo.block("variable", "region")).toMatchObject({ default: "us-central1" });
    expect(await demo.block("provider", "google")).toMatchObject({ region: "${var.region}" });
  });

  it("S3-49 tells the endpoint, over HTTP in the demo", async () => {
    expect(await output(demo, "endpoint")).toBe("http://lofocats.endpoints.${var.project}.cloud.goog");
    expect(await output(prod, "endpoint")).toBe("https://lofocats.endpoints.${var.project}.cloud.goog");
  });

  it("S3-57 tells scripts what they ask for", async () => {
    expect(await output(demo, "sql_ip")).toBe("${google_sql_database_instance.lofocats.private_ip_address}");
    expect(await output(demo, "cluster_gke_name")).toBe("${google_container_cluster.gke.name}");
    expect(await output(demo, "cluster_gke_location")).toBe("${google_container_cluster.gke.location}");
    expect(await output(demo, "project")).toBe("${var.project}");
  });
});

describe("what serves nobody any more", () => {
  it("S3-05 is said of PostgreSQL 9.6", () => {
    const { findings } = lofocats({ overlay: "policy: {accept: {end-of-life: null}}" });
    expect(findings).toContain("end-of-life database.lofocats.version");
  });
});
