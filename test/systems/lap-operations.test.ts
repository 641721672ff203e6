import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type StandIn, standIn } from "../support/stand-in.ts";
import { systemOf } from "../support/systems.ts";

const prod = systemOf("lap");
const test = systemOf("lap", { environment: "test" });

/** Programs of a node: it has the address of the environment, and sudo, btrfs and their like are there. */
const node = (address: string, more: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> => ({
  hostname: `echo ${address}`,
  sudo: '"$@"',
  git: "case $* in *rev-parse*HEAD*) echo c0ffee ;; *show-prefix*) echo ;; esac",
  ssh: "",
  vagrant: "",
  "ssh-keygen": "",
  rsync: "",
  btrfs: "",
  ...more,
});

const onMaster = (more: Readonly<Record<string, string>> = {}): StandIn =>
  standIn([prod, test], node("192.168.0.11", more));
const onTest = (more: Readonly<Record<string, string>> = {}): StandIn =>
  standIn([prod, test], node("192.168.0.12", more));
const script = (name: string, environment = "prod"): string => `lap/${environment}/runbook/${name}.sh`;

/** Where in the calls the first one is that begins so; a call that is missing fails the test. */
function place(calls: readonly string[], beginning: string): number {
  const found = calls.findIndex((call) => call.startsWith(beginning));
  expect(found, `${beginning} in\n${calls.join("\n")}`).toBeGreaterThan(-1);
  return found;
}

const inOrder = (calls: readonly string[], ...beginnings: readonly string[]): void => {
  const places = beginnings.map((beginning) => place(calls, beginning));
  expect(places).toEqual([...places].sort((a, b) => a - b));
};

describe("on the master", () => {
  it("S1-34 start is stop and then start again", () => {
    const machine = onMaster();
    machine.run(script("start"));
    machine.forget();
    expect(machine.run(script("start")).status).toBe(0);
    inOrder(machine.calls(), "docker stop infra_", "git -C /data/lap-infra checkout", "docker run --detach");
  });

  it("S1-35 S1-26 the branch master is checked out before its own script starts containers", () => {
    const machine = onMaster();
    expect(machine.run(script("start-no-stop")).status).toBe(0);
    inOrder(machine.calls(), "git -C /data/lap-infra checkout master", "docker run --detach --name infra_registry");
    expect(prod.text("runbook/start-no-stop.sh")).toContain("./start-impl.sh");
  });

  it("S1-36 the registry runs before images are pulled from it, and then the others run", () => {
    const machine = onMaster();
    machine.run(script("start-impl"));
    const calls = machine.calls();
    inOrder(calls, "docker run --detach --name infra_registry", "docker pull", "docker run --detach --name infra_dns");
  });

  it("S1-37 stop removes what begins with infra_ and nothing else, and nothing where there is nothing", () => {
    const machine = onMaster();
    expect(machine.run(script("stop")).status).toBe(0);
    for (const name of ["infra_a", "other"]) writeFileSync(join(machine.folder, "docker/containers", name), "true");
    machine.forget();
    expect(machine.run(script("stop")).status).toBe(0);
    expect(machine.calls().filter((call) => /^docker (?:stop|rm)/.test(call))).toEqual([
      "docker stop infra_a",
      "docker rm --volumes infra_a",
    ]);
  });

  it("S1-39 start asks nothing but the registry of this machine", () => {
    const machine = onMaster({ ssh: "exit 255", curl: "exit 6", rsync: "exit 12" });
    expect(machine.run(script("start")).status).toBe(0);
    for (const call of machine.calls().filter((each) => each.startsWith("docker pull")))
      expect(call).toMatch(/^docker pull localhost:5000\//);
    expect(machine.calls().some((call) => /^(?:ssh|curl|rsync) /.test(call))).toBe(false);
  });

  it("S1-40 restore stops, puts the last snapshot in place or the named one, and starts", () => {
    const machine = onMaster();
    machine.run(script("start"));
    machine.forget();
    const { status, output } = machine.run(script("restore"));
    expect(status, output).toBe(1);
    expect(output).toContain("there is no snapshot");
    const named = onMaster({ ssh: "echo 2026-01-01T00:00:00Z" });
    named.run(script("start"));
    named.forget();
    expect(named.run(script("restore")).status).toBe(0);
    inOrder(named.calls(), "docker stop infra_", "sudo ", "rsync --archive", "docker run --detach");
    expect(named.calls().find((call) => call.startsWith("rsync"))).toContain("2026-01-01T00:00:00Z/ /data/");
  });

  it("S1-42 a timer takes snapshots, which are kept for their days here and on the backup machine", () => {
    expect(prod.text("backup/lap-backup-data.timer")).toContain("OnCalendar=*-*-* *:*:00 UTC");
    const machine = onMaster({
      date: "case $* in *--date*) echo 2026-01-02T00:00:00Z ;; *) echo 2026-02-01T00:00:00Z ;; esac",
    });
    const data = join(machine.folder, "data");
    for (const name of ["2026-01-01T00:00:00Z", "2026-01-31T00:00:00Z"])
      mkdirSync(join(data, ".snapshots", name), { recursive: true });
    machine.edit("lap/prod/backup/data.sh", (text) => text.replace("data=/data", `data=${data}`));
    expect(machine.run("lap/prod/backup/data.sh", "snapshot").status).toBe(0);
    inOrder(machine.calls(), "btrfs subvolume snapshot -r", "rsync --archive", "btrfs subvolume delete");
    expect(machine.calls().filter((call) => call.startsWith("btrfs subvolume delete"))).toEqual([
      `btrfs subvolume delete ${data}/.snapshots/2026-01-01T00:00:00Z`,
    ]);
    expect(machine.calls().find((call) => call.startsWith("rsync"))).toContain(
      "core@192.168.0.20:/srv/backup/lap-prod/data/",
    );
    expect(prod.text("vagrant/user-data/master.yaml")).toContain("name: lap-backup-data.timer");
  });
});

describe("on the test node", () => {
  it("S1-45 S1-43 it is prepared with the last snapshot of production", () => {
    const machine = onTest({ ssh: "echo 2026-01-01T00:00:00Z" });
    const { status, output } = machine.run(script("prepare-test-node", "test"));
    expect(status, output).toBe(0);
    const calls = machine.calls();
    inOrder(
      calls,
      "ssh -o BatchMode=yes -o StrictHostKeyChecking=accept-new core@192.168.0.11",
      "rsync",
      "git -C /data/lap-infra checkout",
    );
  });

  it("S1-46 S1-63 all images are built, the base first, before start", () => {
    const machine = onTest();
    const { status, output } = machine.run(script("build-and-start", "test"));
    expect(status, output).toBe(0);
    const builds = machine.calls().filter((call) => call.startsWith("docker build"));
    expect(builds.map((call) => /--tag (\S+)/.exec(call)?.[1])).toEqual([
      "infra/base",
      ...["cd", "dns", "env", "git", "nginx", "trac"].map((name) => `infra/${name}`),
    ]);
    expect(machine.calls().findLastIndex((call) => call.startsWith("docker build"))).toBeLessThan(
      place(machine.calls(), "docker run --detach"),
    );
  });

  it("S1-47 a build that fails restores the last snapshot", () => {
    const machine = onTest({ ssh: "echo 2026-01-01T00:00:00Z", mktemp: "exit 1" });
    expect(machine.run(script("build-and-start", "test")).status).not.toBe(0);
    expect(machine.calls().some((call) => call.startsWith("rsync --archive"))).toBe(true);
    expect(machine.calls().some((call) => call.startsWith("docker build"))).toBe(false);
  });

  it("S1-48 S1-49 S1-50 S1-51 S1-52 S1-53 S1-44 production gets what was tested, in the stated order", () => {
    const machine = onTest({ ssh: 'case $* in *"$STAND_IN"*) ;; esac' });
    machine.run(script("start", "test"));
    machine.forget();
    const { status, output } = machine.run(script("deploy-to-production", "test"));
    expect(status, output).toBe(0);
    const calls = machine.calls();
    inOrder(
      calls,
      "docker stop infra_registry",
      "ssh -o StrictHostKeyChecking=accept-new core@192.168.0.11",
      "ssh -f -N -M",
      "docker tag infra/base localhost:5000/infra/c0ffee/base",
      "docker push localhost:5000/infra/c0ffee/base",
      "git -C /data/lap-infra push core@192.168.0.11:/data/lap-infra HEAD:master",
    );
    expect(calls[place(calls, "ssh -f -N -M")]).toContain("-L 5000:localhost:5000 core@192.168.0.11");
    const remote = calls.filter((call) => call.startsWith("ssh -o StrictHostKeyChecking"));
    expect(remote.length).toBeGreaterThan(1);
    expect(calls.findLastIndex((call) => call.startsWith("ssh -o StrictHostKeyChecking"))).toBeGreaterThan(
      place(calls, "git -C /data/lap-infra push"),
    );
  });

  it("S1-54 a failure restores the last snapshot of production", () => {
    const machine = onTest({ git: "case $* in *push*) exit 1 ;; *rev-parse*HEAD*) echo c0ffee ;; esac" });
    const { status, output } = machine.run(script("deploy-to-production", "test"));
    expect(status).not.toBe(0);
    expect(output).toContain("run restore.sh, at prod");
    expect(machine.calls().some((call) => call.includes("core@192.168.0.11"))).toBe(true);
  });
});

describe("on a host", () => {
  const onHost = (more: Readonly<Record<string, string>> = {}): StandIn =>
    standIn([prod, test], node("192.168.0.10", more));

  it("S1-41 disaster recovery is five steps from the backup machine alone", () => {
    const machine = onHost({ ssh: "case $* in *tar*) cat > /dev/null ;; esac" });
    const { status, output } = machine.run(script("disaster-recovery"));
    expect(status, output).toBe(0);
    inOrder(
      machine.calls(),
      "ssh -o StrictHostKeyChecking=accept-new 192.168.0.10",
      "git clone core@192.168.0.20:lap-infra",
      "vagrant up",
      "ssh -o StrictHostKeyChecking=accept-new core@192.168.0.11",
    );
    expect(output.split("\n").filter((line) => line.startsWith("== "))).toHaveLength(5 + steps(prod, "start"));
  });

  it("S1-56 S1-59 S1-60 S1-61 S1-62 S1-64 S1-66 bootstrap goes from a key to repositories", () => {
    const machine = onHost();
    const { status, output } = machine.run(script("bootstrap"));
    expect(status, output).toBe(0);
    inOrder(
      machine.calls(),
      "ssh-keygen -t rsa",
      "vagrant up",
      "ssh -o StrictHostKeyChecking=accept-new core@192.168.0.11",
    );
    const remote = machine.calls().join("\n");
    expect(remote).toContain("git clone https://github.com/ruediste1/lap-infra.git /data/lap-infra");
    expect(remote).toContain("sudo chown core:core /data/lap-infra");
    inOrder(
      output.split("\n").filter((line) => line.startsWith("== ")),
      "== make the SSH key admin",
      "== bring up the virtual machines of master",
      "== clone https://github.com/ruediste1/lap-infra.git to /data/lap-infra",
      "== build the image base",
      "== fetch the image registry",
      "== run start.sh",
      "== create the repositories of git",
    );
  });

  it("S1-60 puts no key into the output", () => {
    for (const { printed } of prod.compilation.files.values()) expect(printed.text).not.toMatch(/PRIVATE KEY/);
  });

  it("S1-65 S1-67 S1-73 an image from the world is kept as a file that nodes load", () => {
    const text = prod.text("runbook/bootstrap.sh");
    expect(text).toContain("docker pull registry:0.7.3");
    expect(text).toContain("docker tag registry:0.7.3 localhost:5000/registry:0.7.3");
    expect(text).toContain("docker save --output /data/registry.container.new localhost:5000/registry:0.7.3");
  });

  it("S1-65 S1-73 what is built on goes to a node that reaches nothing by SSH, once", () => {
    const lacking = onHost({ ssh: "case $* in *inspect*) exit 1 ;; *) cat > /dev/null ;; esac" });
    const { status, output } = lacking.run(script("seed-node"));
    expect(status, output).toBe(0);
    const calls = lacking.calls();
    for (const image of ["ubuntu:14.04", "localhost:5000/registry:0.7.3"]) place(calls, `docker save ${image}`);
    inOrder(calls, "docker pull registry:0.7.3", "docker tag registry:0.7.3 localhost:5000/registry:0.7.3");
    const load = "ssh -o StrictHostKeyChecking=accept-new core@192.168.0.11 docker load";
    expect(calls.filter((call) => call === load)).toHaveLength(2);
    const seeded = onHost();
    expect(seeded.run(script("seed-node")).status).toBe(0);
    expect(seeded.calls().filter((call) => /docker (?:pull|save|load)/.test(call))).toEqual([]);
  });

  it("S1-60 a key without a passphrase is a risk that the spec takes in so many words", () => {
    const { findings } = systemOf("lap", { overlay: "policy: {accept: {key-without-passphrase: null}}" });
    expect(findings).toEqual(["key-without-passphrase operations.bootstrap.0.keygen"]);
    expect(prod.findings).toEqual([]);
  });

  it("S1-57 S1-03 S1-11 the office is set up by a script, with an address of its own", () => {
    expect(prod.text("hosts/office/install.sh")).toContain("apt-get install --yes virtualbox vagrant git");
    expect(prod.yaml("hosts/office/60-lap.yaml")).toMatchObject([
      { network: { ethernets: { lan: { addresses: ["192.168.0.10/24"], dhcp4: false } } } },
    ]);
  });
});

/** How many steps the scripts of `start` take together. */
const steps = (system: typeof prod, name: string): number =>
  [...system.text(`runbook/${name}.sh`).matchAll(/^step '(?:run (\S+)\.sh)?/gm)].reduce(
    (sum, [, called]) => sum + 1 + (called === undefined ? 0 : steps(system, called)),
    0,
  );
