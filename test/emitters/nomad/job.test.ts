import { describe, expect, it } from "vitest";
import { blocksOf, jobOf } from "./job-of.ts";

describe("the job of an app", () => {
  it("keeps a service running", () => {
    expect(jobOf("web", "apps: {web: {image: 'acme/web:1.4.2'}}")).toMatchInlineSnapshot(`
      "job "web" {
        type = "service"

        constraint {
          attribute = meta.group
          value     = "web"
        }

        update {
          max_parallel      = 1
          health_check      = "task_states"
          min_healthy_time  = "10s"
          healthy_deadline  = "5m"
          progress_deadline = "10m"
          auto_revert       = true
        }

        group "web" {
          count = 1

          restart {
            attempts = 3
            interval = "5m"
            delay    = "15s"
            mode     = "fail"
          }

          reschedule {
            delay          = "30s"
            delay_function = "exponential"
            max_delay      = "10m"
            unlimited      = true
          }

          task "web" {
            driver       = "docker"
            kill_timeout = "30s"

            config {
              image        = "acme/web:1.4.2"
              security_opt = ["no-new-privileges"]
            }
          }
        }
      }
      "
    `);
  });

  it("gives a service with a port a place in the catalogue, a check and time to drain", () => {
    const fragment = `
      apps:
        web: {image: 'acme/web:1', port: 8080, replicas: 2, health: {http: /healthz, grace: 4m}, resources: {cpu: 0.5, memory: 1GiB}}`;
    expect(jobOf("web", fragment)).toMatchInlineSnapshot(`
      "job "web" {
        type = "service"

        constraint {
          attribute = meta.group
          value     = "web"
        }

        spread {
          attribute = node.unique.id
        }

        update {
          max_parallel      = 1
          health_check      = "checks"
          min_healthy_time  = "10s"
          healthy_deadline  = "8m"
          progress_deadline = "16m"
          auto_revert       = true
        }

        group "web" {
          count          = 2
          shutdown_delay = "5s"

          network {
            port "http" {
              to = 8080
            }
          }

          service {
            name     = "web"
            port     = "http"
            provider = "nomad"

            check {
              type     = "http"
              path     = "/healthz"
              interval = "10s"
              timeout  = "3s"

              check_restart {
                limit = 3
                grace = "4m"
              }
            }
          }

          restart {
            attempts = 3
            interval = "5m"
            delay    = "15s"
            mode     = "fail"
          }

          reschedule {
            delay          = "30s"
            delay_function = "exponential"
            max_delay      = "10m"
            unlimited      = true
          }

          task "web" {
            driver       = "docker"
            kill_timeout = "30s"

            config {
              image        = "acme/web:1"
              ports        = ["http"]
              security_opt = ["no-new-privileges"]
            }

            resources {
              cpu    = 500
              memory = 1024
            }
          }
        }
      }
      "
    `);
  });

  it("connects to the port where no path answers", () => {
    expect(blocksOf("service", "db", "apps: {db: {image: 'acme/db:1', port: 5432, health: {tcp: true}}}"))
      .toMatchInlineSnapshot(`
      "service {
        name     = "db"
        port     = "tcp"
        provider = "nomad"

        check {
          type     = "tcp"
          interval = "10s"
          timeout  = "3s"

          check_restart {
            limit = 3
            grace = "30s"
          }
        }
      }
      "
    `);
  });

  it("runs a job by its schedule", () => {
    const fragment =
      "apps: {report: {kind: job, schedule: '0 6 * * 1-5', image: 'acme/report:1', command: [report], args: [--daily]}}";
    expect(jobOf("report", fragment)).toMatchInlineSnapshot(`
      "job "report" {
        type = "batch"

        periodic {
          crons            = ["0 6 * * 1-5"]
          time_zone        = "UTC"
          prohibit_overlap = true
        }

        constraint {
          attribute = meta.group
          value     = "web"
        }

        group "report" {
          count = 1

          task "report" {
            driver = "docker"

            config {
              image        = "acme/report:1"
              entrypoint   = ["report"]
              args         = ["--daily"]
              security_opt = ["no-new-privileges"]
            }
          }
        }
      }
      "
    `);
  });

  it("runs a daemon on each machine", () => {
    expect(jobOf("agent", "apps: {agent: {kind: daemon, image: 'acme/agent:1'}}")).toMatchInlineSnapshot(`
      "job "agent" {
        type = "system"

        constraint {
          attribute = meta.group
          value     = "web"
        }

        group "agent" {
          task "agent" {
            driver = "docker"

            config {
              image        = "acme/agent:1"
              security_opt = ["no-new-privileges"]
            }
          }
        }
      }
      "
    `);
  });

  it("scales between the fewest and the most by processor use", () => {
    const fragment =
      "apps: {web: {image: 'acme/web:1', replicas: 2}}\nscaling: {web: {of: apps.web, max: 8, cpu: 60%}}";
    expect(blocksOf("scaling", "web", fragment)).toMatchInlineSnapshot(`
      "scaling {
        enabled = true
        min     = 2
        max     = 8

        policy {
          check "cpu" {
            source = "nomad-apm"
            query  = "avg_cpu-allocated"

            strategy "target-value" {
              target = 60
            }
          }
        }
      }
      "
    `);
  });
});

describe("the driver's settings", () => {
  it("are escaped for the client, which reads them as a template once more", () => {
    const fragment =
      "apps: {web: {image: 'acme/web:1', args: ['-w', '%{http_code}', '$${NOMAD_JOB_NAME}', '$HOME', 'a ${self.name}']}}";
    expect(blocksOf("config", "web", fragment)).toMatchInlineSnapshot(`
      "config {
        image        = "acme/web:1"
        args         = ["-w", "%%%{http_code}", "$$\${NOMAD_JOB_NAME}", "$HOME", "a web"]
        security_opt = ["no-new-privileges"]
      }
      "
    `);
  });
});
