import { describe, expect, it } from "vitest";
import { filesOf } from "./files-of.ts";

const tasks = "roles/apps_main/tasks/main.yml";

describe("the role of a group", () => {
  const files = filesOf(`
vars: {release: "1.4.2"}
apps:
  web: {image: "acme/web:\${vars.release}", port: 8080, env: {MODE: "{{ not ours }}", HOST: "\${database.main.host}"}}
database: {main: {engine: postgres, version: "16"}}
`);

  it("installs units always, and runs apps on live machines", () => {
    expect(files.get(tasks)).toMatchInlineSnapshot(`
      "- name: Install the unit of web
        ansible.builtin.copy:
          src: shop-web.service
          dest: /etc/systemd/system/shop-web.service
          owner: root
          group: root
          mode: "0644"
        notify: Restart web
      - name: Run the apps of main
        when: not image_build
        block:
          - name: Make the folder of the settings
            ansible.builtin.file:
              path: /etc/shop
              state: directory
              owner: root
              group: root
              mode: "0755"
          - name: Set the region
            ansible.builtin.lineinfile:
              path: /etc/shop/machine.env
              regexp: "^AWS_REGION="
              line: AWS_REGION=eu-west-1
              create: true
              owner: root
              group: root
              mode: "0644"
            notify:
              - Restart web
          - name: Set the folder of settings
            ansible.builtin.lineinfile:
              path: /etc/shop/machine.env
              regexp: "^SETTINGS_PATH="
              line: SETTINGS_PATH=/shop/dev
              create: true
              owner: root
              group: root
              mode: "0644"
            notify:
              - Restart web
          - name: Set the image of web
            ansible.builtin.lineinfile:
              path: /etc/shop/machine.env
              regexp: "^WEB_IMAGE="
              line: "WEB_IMAGE=acme/web:{{ release }}"
              create: true
              owner: root
              group: root
              mode: "0644"
            notify: Restart web
          - name: Write the settings of web
            ansible.builtin.copy:
              src: web.env
              dest: /etc/shop/web.env
              owner: root
              group: root
              mode: "0644"
            notify: Restart web
          - name: Start web
            ansible.builtin.systemd:
              name: shop-web.service
              enabled: true
              state: started
              daemon_reload: true
      "
    `);
  });

  it("restarts what has changed", () => {
    expect(files.get("roles/apps_main/handlers/main.yml")).toMatchInlineSnapshot(`
      "- name: Restart web
        ansible.builtin.systemd:
          name: shop-web.service
          state: restarted
          daemon_reload: true
        when: not image_build
      "
    `);
  });

  it("copies what the spec says as it is", () => {
    expect(files.get("roles/apps_main/files/web.env")).toBe('MODE="{{ not ours }}"\n');
  });

  it("copies the unit that user data writes", () => {
    expect(files.get("roles/apps_main/files/shop-web.service")).toMatchInlineSnapshot(`
      "[Unit]
      Description=web
      Wants=network-online.target
      After=network-online.target docker.service
      Requires=docker.service

      [Service]
      EnvironmentFile=/etc/shop/machine.env
      EnvironmentFile=/etc/shop/web.env
      EnvironmentFile=-/run/shop/web.env
      ExecStartPre=/usr/local/bin/shop-settings web HOST
      ExecStartPre=-/usr/bin/docker rm --force web
      ExecStart=/usr/bin/docker run --rm \\
        --name web \\
        --network host \\
        --log-driver none \\
        --env HOST \\
        --env MODE \\
        \${WEB_IMAGE}
      ExecStop=/usr/bin/docker stop web
      Restart=always
      RestartSec=5

      [Install]
      WantedBy=multi-user.target
      "
    `);
  });

  it("brings the program that reads settings", () => {
    expect(files.get("roles/machine/files/settings.sh")).toContain("aws ssm get-parameters-by-path");
    expect(files.get("roles/machine/tasks/main.yml")).toMatchInlineSnapshot(`
      "- name: Install packages
        ansible.builtin.apt:
          name: "{{ machine_packages }}"
          state: present
          update_cache: true
          cache_valid_time: 3600
      - name: Install snaps
        community.general.snap:
          name: "{{ machine_snaps }}"
          classic: true
          state: present
        when: "machine_snaps | length > 0"
      - name: Install the program that reads settings
        ansible.builtin.copy:
          src: settings.sh
          dest: /usr/local/bin/shop-settings
          owner: root
          group: root
          mode: "0755"
      "
    `);
  });
});

describe("an app of a group", () => {
  it("with a schedule is started by its timer", () => {
    const files = filesOf('apps: {report: {kind: job, schedule: "0 6 * * 1-5", image: "acme/report:1"}}');
    expect([...files.keys()].filter((path) => path.includes("/files/"))).toEqual([
      "roles/apps_main/files/shop-report.service",
      "roles/apps_main/files/shop-report.timer",
    ]);
    expect(files.get(tasks)).toContain(
      "- name: Start report\n      ansible.builtin.systemd:\n        name: shop-report.timer\n",
    );
    expect(files.get("roles/apps_main/handlers/main.yml")).toContain("name: shop-report.timer\n");
  });

  it("that ends is not run anew each time", () => {
    const files = filesOf('apps: {migrate: {kind: job, image: "acme/migrate:1"}}');
    expect(files.get(tasks)).toContain(
      "name: shop-migrate.service\n        enabled: true\n        daemon_reload: true\n",
    );
  });

  it("without settings needs no file and no program for them", () => {
    const paths = [...filesOf('apps: {web: {image: "acme/web:1"}}').keys()];
    expect(paths.filter((path) => path.endsWith(".env") || path.endsWith("settings.sh"))).toEqual([]);
  });

  it("takes a boolean var as the spec spells it", () => {
    const files = filesOf('vars: {debug: true}\napps: {web: {image: "acme/web:debug-${vars.debug}"}}');
    expect(files.get(tasks)).toContain('line: "WEB_IMAGE=acme/web:debug-{{ debug | lower }}"');
    expect(files.get("group_vars/all.yml")).toBe("image_build: false\ndebug: true\n");
  });

  it("takes what the pipeline hands in", () => {
    const files = filesOf('apps: {web: {image: "acme/web:${build.tag}"}}');
    expect(files.get(tasks)).toContain('line: "WEB_IMAGE=acme/web:{{ build_tag }}"');
  });
});
