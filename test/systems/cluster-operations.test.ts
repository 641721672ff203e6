import { describe, expect, it } from "vitest";
import { systemOf } from "../support/systems.ts";
import { systemScripts } from "../support/system-scripts.ts";
import type { Answers, Scripts } from "../support/trace.ts";

const standIns = ["ansible-galaxy", "ansible-playbook", "git", "nomad", "packer", "ssh", "terraform"];
const PASSWORD = { DOCKER_PASSWORD: "a password" };

const manifest = JSON.stringify({
  builds: [{ packer_run_uuid: "1", artifact_id: "eu-west-1:ami-1" }],
  last_run_uuid: "1",
});

const answers: Answers = {
  "git * rev-parse --abbrev-ref HEAD": "main",
  "git * rev-parse HEAD": "0123456789abcdef0123456789abcdef01234567",
  "git * diff *": 1,
  "terraform *output -raw bastion_address": "198.51.100.7",
  "terraform *output -raw tunnel_nomad_address": "10.0.1.5",
  "packer build *": { bash: `printf '%s' '${manifest}' > packer-manifest.json` },
};

const scripts = (more: Answers = {}, environments = ["int"], tools: readonly string[] = standIns): Scripts =>
  systemScripts("cluster", environments, { standIns: tools, answers: { ...answers, ...more } });

const called = (lines: readonly string[]): readonly string[] =>
  lines
    .filter((line) => !line.startsWith("git"))
    .map((line) =>
      line
        .replaceAll(/ -chdir=\.\.\/([a-z]+)\/infra/g, " $1:")
        .replaceAll(/\/\S*scripts-[^/ ]+/g, ".")
        .replaceAll(/\/tmp\/tunnels-\d+/g, "SOCKETS"),
    );

const init = (environment: string, component = "infrastructure"): string =>
  `terraform ${component}: init -input=false -backend-config=bucket=cluster-state-${environment}`;

describe("build.sh", () => {
  it("S4-22 S4-36 builds the image that it is told, from its template", () => {
    const { status, lines } = scripts().run("build.sh", ["consul-nomad"], PASSWORD);
    expect(status).toBe(0);
    expect(called(lines)).toEqual([
      "packer plugins install github.com/hashicorp/amazon",
      "packer build -var region=eu-west-1 packer.json",
    ]);
  });

  it("S4-33 hands the id of the image over to the variable that the machines read", () => {
    const made = scripts({ "terraform * plan *": { bash: 'echo "$TF_VAR_nomad_worker_ami" >&2' } });
    made.run("build.sh", ["nomad-workers"], PASSWORD);
    expect(JSON.parse(made.read("settings/cluster-int.tfvars.json") ?? "")).toEqual({ nomad_worker_ami: "ami-1" });
    expect(made.run("plan.sh", ["infrastructure"], PASSWORD).errors).toBe("ami-1\n");
  });

  it("S4-22 builds a container with what its template asks for", () => {
    const [, build] = called(scripts().run("build.sh", ["frontend"], PASSWORD).lines);
    expect(build).toBe(
      "packer build -var context=./frontend -var docker_repository=docker.io/cluster -var build_commit=0123456789abcdef0123456789abcdef01234567 -var docker_username=cluster -var docker_login=true packer.json",
    );
  });

  it("S4-36 refuses what is no image", () =>
    expect(scripts().run("build.sh", ["module-vpc"], PASSWORD).errors).toMatch(/^IMAGE must be one of /));
});

describe("plan.sh and apply.sh", () => {
  it("S4-23 S4-31 says where the state is before it plans, and applies what was planned", () => {
    const made = scripts({ "terraform * plan *": { bash: "touch ../traefik/infra/saved.tfplan" } });
    const run = (script: string) => called(made.run(script, ["traefik"], PASSWORD).lines);
    const prepared = init("int", "traefik");
    expect(run("plan.sh")).toEqual([prepared, "terraform traefik: plan -out=saved.tfplan"]);
    expect(run("apply.sh")).toEqual([prepared, "terraform traefik: apply saved.tfplan"]);
    expect(run("apply.sh")).toEqual([prepared, "terraform traefik: apply"]);
  });

  it("S4-23 refuses what has no state", () =>
    expect(scripts().run("plan.sh", ["consul-nomad"], PASSWORD).errors).toMatch(/^COMPONENT must be one of /));

  it("S4-31 takes the bucket that REMOTE_STATE_BUCKET names", () =>
    expect(called(scripts().run("plan.sh", ["backend"], { ...PASSWORD, REMOTE_STATE_BUCKET: "mine" }).lines)[0]).toBe(
      "terraform backend: init -input=false -backend-config=bucket=mine-int",
    ));

  it("S4-32 keeps the state of each environment apart", () =>
    expect(called(scripts({}, ["prod"]).run("plan.sh", ["infrastructure"], PASSWORD).lines)[0]).toBe(init("prod")));
});

const opened = [
  init("int"),
  "terraform infrastructure: output -raw bastion_address",
  "terraform infrastructure: output -raw tunnel_nomad_address",
  "ssh -f -N -M -S SOCKETS/nomad -o ExitOnForwardFailure=yes -o StrictHostKeyChecking=accept-new -L 4646:10.0.1.5:4646 ubuntu@198.51.100.7",
];

const closed = "ssh -S SOCKETS/nomad -O exit ubuntu@198.51.100.7";

describe("run.sh and stop.sh", () => {
  it("S4-24 S4-38 checks the job, opens the tunnel through the bastion, runs the job, closes the tunnel", () => {
    const { status, lines } = scripts().run("run.sh", ["backend"], PASSWORD);
    expect(status).toBe(0);
    expect(called(lines).filter((line) => !line.startsWith("nomad var"))).toEqual([
      "nomad job validate ../backend/deploy/backend.nomad.hcl",
      ...opened,
      "nomad job run ../backend/deploy/backend.nomad.hcl",
      closed,
    ]);
  });

  it("S4-24 S4-47 stops the app that it is told", () =>
    expect(called(scripts().run("stop.sh", ["frontend"], PASSWORD).lines)).toEqual([
      ...opened,
      "nomad job stop frontend",
      closed,
    ]));

  it("S4-38 closes the tunnel when Nomad refuses the job", () => {
    const { status, lines } = scripts({ "nomad job run *": 1 }).run("run.sh", ["backend"], PASSWORD);
    expect([status, called(lines).at(-1)]).toEqual([1, closed]);
  });

  it("S4-38 needs no tunnel where NOMAD_ADDR says who answers", () => {
    const { lines } = scripts().run("stop.sh", ["frontend"], { ...PASSWORD, NOMAD_ADDR: "http://nomad.internal:4646" });
    expect(lines.filter((line) => line.startsWith("ssh"))).toEqual([]);
  });

  it("S4-24 talks to the other end of the tunnel", () => {
    const asked = { "nomad job stop *": { bash: 'echo "$NOMAD_ADDR" >&2' } };
    expect(scripts(asked).run("stop.sh", ["frontend"], PASSWORD).errors).toBe("http://localhost:4646\n");
  });

  it("S4-46 runs another version of an app where BUILD_COMMIT says so, an older one too", () => {
    const asked = { "nomad job run *": { bash: 'echo "$NOMAD_VAR_build_commit" >&2' } };
    expect(scripts(asked).run("run.sh", ["backend"], { ...PASSWORD, BUILD_COMMIT: "abc123" }).errors).toBe("abc123\n");
  });
});

describe("before anything is done", () => {
  it.each(["nomad", "ssh", "terraform"])("S4-25 %s must be there", (tool) => {
    const { status, errors, lines } = scripts(
      {},
      ["int"],
      standIns.filter((name) => name !== tool),
    ).run("run.sh", ["backend"], PASSWORD);
    expect([status, errors, called(lines)]).toEqual([1, `${tool} is not installed, or not on the PATH\n`, []]);
  });

  it("S4-26 what the environment must say is asked for by name", () => {
    for (const [script, ...argv] of [
      ["plan.sh", "backend"],
      ["apply.sh", "backend"],
      ["build.sh", "frontend"],
      ["run.sh", "backend"],
    ] as const) {
      const { status, errors, lines } = scripts().run(script, argv);
      expect([status, errors, called(lines)]).toEqual([
        1,
        "DOCKER_PASSWORD is not set: it holds the secret docker_password\n",
        [],
      ]);
    }
  });
});

it("S4-37 up.sh builds the images, makes the infrastructure, runs the apps", () => {
  const { lines } = scripts().run("up.sh", [], PASSWORD);
  const order = [
    "packer build -var region=eu-west-1 packer.json",
    "terraform infrastructure: apply",
    "terraform traefik: apply",
    "terraform frontend: apply",
    "nomad job run ../backend/deploy/backend.nomad.hcl",
  ];
  const places = order.map((line) => called(lines).indexOf(line));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
});

it("S4-37 up.sh reaches Nomad through the tunnel, when it has made what the tunnel leads to", () => {
  const lines = called(scripts().run("up.sh", [], PASSWORD).lines);
  const place = (start: string): number => lines.findIndex((line) => line.startsWith(start));
  const order = ["terraform frontend: apply", "terraform infrastructure: output", "ssh -f -N -M", "nomad var put"];
  const places = order.map(place);
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(lines.at(-1)).toMatch(/^ssh -S .* -O exit/);
});

it("S4-37 up.sh opens no tunnel where NOMAD_ADDR says where Nomad is", () => {
  const { lines } = scripts().run("up.sh", [], { ...PASSWORD, NOMAD_ADDR: "http://nomad.example.com:4646" });
  expect(lines.filter((line) => line.startsWith("ssh"))).toEqual([]);
});

it("S4-26 .env.example names what the scripts read, and no secret's value", () => {
  const example = systemOf("cluster").text("runbook/.env.example");
  expect(example).toContain("\nREMOTE_STATE_BUCKET=cluster-state\n");
  expect(example).toContain("\nDOCKER_PASSWORD=\n");
});

it("S4-47 down.sh destroys the infrastructure after its apps", () =>
  expect(called(scripts().run("down.sh", ["cluster-int"], PASSWORD).lines).at(-1)).toBe(
    "terraform infrastructure: destroy",
  ));
