import { describe, expect, it } from "vitest";
import { ansible } from "../../../src/emitters/ansible/index.ts";
import { compileText } from "../../support/specc.ts";
import { filesOf } from "./files-of.ts";

const fragment = `
instances: {web-a: {image: ubuntu-24.04}, db: {image: debian-12}, idle: {}}
apps:
  web: {image: "acme/web:1", runsOn: web-a, port: 8080, health: {http: /, grace: 90s}}
  keeper: {image: "acme/keeper:1", runsOn: db}
`;

describe("the playbook", () => {
  const files = filesOf(fragment);

  it("sets up the groups that apps run on, one machine after the other", () => {
    expect(files.get("playbook.yml")).toMatchInlineSnapshot(`
      "#
      # ansible-galaxy collection install -r requirements.yml && ansible-playbook playbook.yml
      - name: Set up machines that run apps
        hosts:
          - db
          - web_a
        become: true
        roles:
          - machine
      - name: Run the apps of db
        hosts: db
        become: true
        serial: 1
        roles:
          - apps_db
      - name: Run the apps of web-a
        hosts: web_a
        become: true
        serial: 1
        roles:
          - apps_web_a
        post_tasks:
          - name: Wait until web listens
            ansible.builtin.wait_for:
              port: 8080
              timeout: 390
            when: not image_build
      "
    `);
  });

  it("knows each group by its instance profile", () => {
    expect(files.get("inventory.aws_ec2.yml")).toMatchInlineSnapshot(`
      "plugin: amazon.aws.aws_ec2
      regions:
        - eu-west-1
      filters:
        instance-state-name: running
        tag:project: shop
        tag:environment: dev
      hostnames:
        - instance-id
      groups:
        db: "iam_instance_profile.arn.endswith('/shop-dev-db-instances')"
        web_a: "iam_instance_profile.arn.endswith('/shop-dev-web-a-instances')"
      "
    `);
  });

  it("installs what the operating system of a group calls it", () => {
    expect([files.get("group_vars/db.yml"), files.get("group_vars/web_a.yml")]).toMatchInlineSnapshot(`
      [
        "ansible_user: admin
      machine_packages:
        - awscli
        - docker.io
        - jq
      machine_snaps: []
      ",
        "ansible_user: ubuntu
      machine_packages:
        - docker.io
        - jq
      machine_snaps:
        - aws-cli
      ",
      ]
    `);
  });

  it("reaches machines through Session Manager, but not the one that an image is built on", () => {
    expect(files.get("group_vars/aws_ec2.yml")).toContain("connect.sh");
    expect(files.get("group_vars/all.yml")).toBe("image_build: false\n");
  });

  it("asks for no snaps where there are none", () => {
    const files = filesOf('instances: {main: {image: debian-12}}\napps: {web: {image: "acme/web:1"}}');
    expect(files.get("requirements.yml")).not.toContain("community.general");
    expect(files.get("roles/machine/tasks/main.yml")).not.toContain("snap:");
  });

  it("waits at a port that is a var", () => {
    const files = filesOf('vars: {web_port: 80}\napps: {web: {image: "acme/web:1", port: "${vars.web_port}"}}');
    expect(files.get("playbook.yml")).toContain('port: "{{ web_port }}"');
    expect(files.get("group_vars/all.yml")).toContain("web_port: 80\n");
  });

  it("works without a provider for machines that the caller names", () => {
    const spec = 'specc: 1\nname: shop\ntargets: [ansible]\ninstances: {main: {}}\napps: {web: {image: "acme/web:1"}}';
    const paths = [...compileText(spec, [ansible]).files.keys()];
    expect(paths).toContain("ansible/playbook.yml");
    expect(paths).not.toContain("ansible/inventory.aws_ec2.yml");
  });
});
