package main

import (
	"os"
	"strings"
	"testing"
)

// planted: one fault each, put into testdata/good.nomad.hcl by replacing a text, and what the complaint must say.
var planted = []struct{ name, old, new, complaint string }{
	{"syntax", `driver = "docker"`, `driver = `, "Invalid expression"},
	{"unknown attribute of a job", `type        = "service"`, `typ = "service"`, `named "typ" is not expected`},
	{"unknown block of a group", "restart {", "restarts {", `"restarts" are not expected`},
	{"unknown attribute of a check", "interval = ", "intervall = ", `named "intervall" is not expected`},
	{"unknown key of the docker driver", "force_pull", "forcepull", `unknown key "forcepull"`},
	{"wrong type in the docker driver", "force_pull = false", `force_pull = "maybe"`, "a bool is required"},
	{"image missing", `image      = "ghcr.io/acme/web:${var.release}"`, "", `missing key "image"`},
	{"nested key of the docker driver", "max-size", "}\n nonsense {\n a", `unknown key "nonsense"`},
	{"unknown driver", `driver = "docker"`, `driver = "dokker"`, `unknown task driver "dokker"`},
	{"unknown port of a service", `port     = "http"`, `port     = "https"`, `port label "https" referenced by service does not exist`},
	{"unknown port of the driver", `ports      = ["http"]`, `ports      = ["htttp"]`, `"htttp" is no port of the group's network`},
	{"duplicate port", `port "http"`, "port \"metrics\" {}\n port \"metrics\" {}\n port \"http\"", "Port label metrics already in use"},
	{"port too large", "to = 8080", "to = 80800", "cannot be mapped to 80800"},
	{"check without a path", `path     = "/healthz"`, "", "http type must have a relative http path"},
	{"check without an interval", `interval = "10s"`, "", "missing or too short interval"},
	{"check without a timeout", `timeout  = "2s"`, "", "missing or too short timeout"},
	{"unknown kind of check", `type     = "http"`, `type     = "https"`, `invalid check type ("https")`},
	{"service name", `name     = "web"`, `name     = "web_app"`, "must be valid per RFC 1123"},
	{"provider of a service", `provider = "nomad"`, `provider = "etcd"`, "Service provider must be"},
	{"duration without a unit", `interval = "10s"`, `interval = "10"`, "Unsuitable duration value"},
	{"healthy deadline", `healthy_deadline  = "3m"`, `healthy_deadline  = "5s"`, "Minimum healthy time must be less than healthy deadline"},
	{"progress deadline", `progress_deadline = "10m"`, `progress_deadline = "2m"`, "Healthy deadline must be less than progress deadline"},
	{"auto promote without canaries", "max_parallel      = 1", "max_parallel      = 1\n auto_promote = true", "Auto Promote requires a Canary"},
	{"update of a batch job", `type        = "service"`, `type        = "batch"`, `Job type "batch" does not allow update block`},
	{"periodic service", "# periodic", `periodic { cron = "0 6 * * *" }`, "Periodic can only be used with batch"},
	{"restart mode", `mode     = "fail"`, `mode     = "retry"`, `Unsupported restart mode: "retry"`},
	{"restart delay", `delay    = "15s"`, `delay    = "30m"`, "Nomad can't restart the TaskGroup"},
	{"negative count", "count = 2", "count = -1", "count can't be negative"},
	{"scaling bounds", "max     = 4", "max     = 1", "must not be less than minimum count"},
	{"count above the maximum", "count = 2", "count = 9", "must not be greater than maximum count"},
	{"memory", "memory = 128", "memory = 5", "minimum MemoryMB value is 10"},
	{"cpu", "cpu    = 200", "cpu    = 0", "minimum CPU value is 1"},
	{"text for a number", "memory = 128", `memory = "128MB"`, "a number is required"},
	{"template without contents", "data        = ", "left_delimiter = ", "must specify a source path or have an embedded template"},
	{"template's change mode", `change_mode = "restart"`, `change_mode = "reload"`, `invalid change mode "reload"`},
	{"signal of environment", `change_mode = "restart"`, `change_mode = "signal"`, "cannot use signals with env var templates"},
	{"duplicate task", `task "sidecar"`, `task "web"`, "Task web defined twice"},
	{"duplicate group", `group "worker"`, `group "web"`, "Job task group web defined twice"},
	{"duplicate block", "resources {", "resources {}\n resources {", "Duplicate resources block"},
	{"undeclared variable", "var.release", "var.releases", "Unsupported attribute"},
	{"list variable without a default", `variable "secret" {}`, "variable \"secret\" {\n type = list(string)\n}", "Invalid value for variable"},
	{"unknown function", "upper(", "shout(", "Call to unknown function"},
	{"undefined volume", `volume      = "data"`, `volume      = "dat"`, `undefined volume "dat"`},
	{"kind of a volume", `type      = "host"`, `type      = "nfs"`, `unrecognised type "nfs"`},
	{"constraint's operator", `operator  = "regexp"`, `operator  = "matches"`, `Unknown constraint operator "matches"`},
	{"constraint's expression", `"^linux$"`, `"^(linux$"`, "Regular expression failed to compile"},
	{"kind of a job", `type        = "service"`, `type        = "daemon"`, `Invalid job type: "daemon"`},
	{"priority", "priority    = 50", "priority    = 500", "must be between [1, 100]"},
	{"lifecycle", `hook    = "prestart"`, `hook    = "before"`, `invalid lifecycle hook: "before"`},
	{"two jobs", "# second", `job "b" {}`, "A file holds one job block"},
}

// valid: whole small files that Nomad takes.
var valid = map[string]string{
	"periodic batch": `job "report" {
  type = "batch"
  periodic {
    crons = ["0 6 * * 1-5"]
    time_zone = "UTC"
  }
  group "report" {
    task "report" {
      driver = "exec"
      config { command = "/bin/true" }
    }
  }
}`,
	"system": `job "proxy" {
  type = "system"
  group "proxy" {
    network {
      port "http" { static = 80 }
    }
    service {
      port = "http"
      check {
        type = "tcp"
        interval = "10s"
        timeout = "2s"
      }
    }
    task "proxy" {
      driver = "docker"
      config {
        image = "traefik:v3.1"
        network_mode = "host"
        mount {
          type = "bind"
          source = "local/traefik.yaml"
          target = "/etc/traefik/traefik.yaml"
        }
      }
    }
  }
}`,
}

// invalid: whole small files that Nomad refuses.
var invalid = map[string]struct{ source, complaint string }{
	"no group":            {`job "a" {}`, "Missing job task groups"},
	"no task":             {"job \"a\" {\n group \"g\" {}\n}", "Missing tasks for task group"},
	"cron":                {strings.Replace(valid["periodic batch"], "0 6 * * 1-5", "0 61 * * *", 1), "Invalid cron spec"},
	"time zone":           {strings.Replace(valid["periodic batch"], "UTC", "Mars/Olympus", 1), "Invalid time zone"},
	"count of a system":   {strings.Replace(valid["system"], `group "proxy" {`, "group \"proxy\" {\n count = 2", 1), "cannot exceed 1 with system scheduler"},
	"spread of a system":  {strings.Replace(valid["system"], `group "proxy" {`, "group \"proxy\" {\n spread { attribute = \"${node.datacenter}\" }", 1), "may not have an affinity or a spread"},
	"mount of the driver": {strings.Replace(valid["system"], "source =", "from =", 1), `unknown key "from"`},
}

func TestTheGoodJobIsAccepted(t *testing.T) {
	if err := check("testdata/good.nomad.hcl"); err != nil {
		t.Fatal(err)
	}
	for name, source := range valid {
		if err := checkSource(name, []byte(source)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestEveryPlantedFaultIsRefused(t *testing.T) {
	good, err := os.ReadFile("testdata/good.nomad.hcl")
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range planted {
		t.Run(fault.name, func(t *testing.T) {
			if !strings.Contains(string(good), fault.old) {
				t.Fatalf("the good job does not hold %q", fault.old)
			}
			expectComplaint(t, strings.Replace(string(good), fault.old, fault.new, 1), fault.complaint)
		})
	}
	for name, fault := range invalid {
		t.Run(name, func(t *testing.T) { expectComplaint(t, fault.source, fault.complaint) })
	}
}

func expectComplaint(t *testing.T, source, complaint string) {
	t.Helper()
	err := checkSource("testdata/bad.nomad.hcl", []byte(source))
	if err == nil || !strings.Contains(err.Error(), complaint) {
		t.Fatalf("expected a complaint with %q, got: %v", complaint, err)
	}
}
