variable "release" {
  type        = string
  description = "Tag of the image"
  default     = "1.4.2"

  validation {
    condition     = strlen(var.release) > 0
    error_message = "The release must not be empty."
  }
}

variable "database_port" {
  type = number
}

variable "secret" {}

locals {
  url  = "postgres://${local.host}:${var.database_port}/web"
  host = "db.example.com"
}

# second
job "web" {
  type        = "service"
  datacenters = ["dev"]
  priority    = 50
  # periodic

  meta = {
    "managed-by" = "specc"
  }

  constraint {
    attribute = "${attr.kernel.name}"
    operator  = "regexp"
    value     = "^linux$"
  }

  update {
    max_parallel      = 1
    min_healthy_time  = "10s"
    healthy_deadline  = "3m"
    progress_deadline = "10m"
    auto_revert       = true
  }

  group "web" {
    count = 2

    scaling {
      enabled = true
      min     = 2
      max     = 4

      policy {
        cooldown = "1m"

        check "cpu" {
          source = "nomad-apm"
          query  = "avg_cpu"

          strategy "target-value" {
            target = 70
          }
        }
      }
    }

    constraint {
      distinct_hosts = true
    }

    network {
      mode = "bridge"

      port "http" {
        to = 8080
      }
    }

    volume "data" {
      type      = "host"
      source    = "web-data"
      read_only = false
    }

    restart {
      attempts = 2
      interval = "30m"
      delay    = "15s"
      mode     = "fail"
    }

    service {
      name     = "web"
      port     = "http"
      provider = "nomad"
      tags     = ["traefik.enable=true", "traefik.http.routers.web.rule=Host(`shop.example.com`)"]

      check {
        name     = "health"
        type     = "http"
        path     = "/healthz"
        interval = "10s"
        timeout  = "2s"

        check_restart {
          limit = 3
          grace = "90s"
        }
      }
    }

    task "sidecar" {
      driver = "raw_exec"

      lifecycle {
        hook    = "prestart"
        sidecar = false
      }

      config {
        command = "/bin/sh"
        args    = ["-c", "echo ${NOMAD_ALLOC_ID}"]
      }
    }

    task "web" {
      driver = "docker"

      config {
        image      = "ghcr.io/acme/web:${var.release}"
        ports      = ["http"]
        force_pull = false

        labels {
          app = "web"
        }

        logging {
          type = "json-file"

          config {
            max-size = "10m"
          }
        }
      }

      env {
        DATABASE_URL = local.url
        PORT         = "${NOMAD_PORT_http}"
        REGION       = upper("eu")
        SECRET       = var.secret
      }

      template {
        data        = <<-EOF
          {{ range nomadService "api" }}API={{ .Address }}:{{ .Port }}{{ end }}
        EOF
        destination = "secrets/web.env"
        env         = true
        change_mode = "restart"
      }

      volume_mount {
        volume      = "data"
        destination = "/data"
      }

      resources {
        cpu    = 200
        memory = 128
      }

      dynamic "artifact" {
        for_each = ["https://example.com/a.tar.gz"]
        content {
          source      = artifact.value
          destination = "local/"
        }
      }
    }
  }

  group "worker" {
    task "worker" {
      driver = "exec"

      config {
        command = "/usr/local/bin/worker"
      }
    }
  }
}
