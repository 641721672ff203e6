"""Judges Prometheus' files where its modules cannot be built.

What it checks: Debian's promtool reads the configuration or the rules. That promtool lacks the service discovery of
several systems (consul_sd_configs and the like): these blocks are judged here, by their keys, and taken out before.

What it cannot: what Prometheus 3 added since promtool 2.42, values inside a service discovery, Alertmanager's files.

Source of the rules: Prometheus' configuration reference
(https://prometheus.io/docs/prometheus/latest/configuration/configuration/).
"""

import os
import subprocess
import sys
import tempfile

import yaml

HTTP = set("authorization basic_auth oauth2 follow_redirects enable_http2 tls_config proxy_url proxy_from_environment "
           "no_proxy proxy_connect_header http_headers".split())


def keys(names, required=""):
    return set(names.split()) | set(required.split()), set(required.split())


# discovery: keys beside those of HTTP clients, and those it cannot be without
DISCOVERIES = {
    "azure_sd_configs": keys("environment authentication_method tenant_id client_id client_secret resource_group "
                             "refresh_interval port", "subscription_id"),
    "consul_sd_configs": keys("server path_prefix token datacenter namespace partition scheme username password services "
                              "tags node_meta tag_separator allow_stale filter refresh_interval"),
    "digitalocean_sd_configs": keys("port refresh_interval"),
    "docker_sd_configs": keys("port filters match_first_network host_networking_host refresh_interval", "host"),
    "ec2_sd_configs": keys("region endpoint access_key secret_key profile role_arn external_id refresh_interval port filters"),
    "gce_sd_configs": keys("filter refresh_interval port tag_separator", "project zone"),
    "kubernetes_sd_configs": keys("api_server kubeconfig_file namespaces selectors attach_metadata", "role"),
    "nomad_sd_configs": keys("allow_stale namespace refresh_interval region server tag_separator"),
}


def read(path):
    with open(path, encoding="utf-8") as file:
        return yaml.safe_load(file)


def without_discoveries(config):
    """The configuration without the blocks that this promtool may lack, and what is wrong with these."""
    found = []
    alerting = (config.get("alerting") or {}).get("alertmanagers") or []
    for section in (config.get("scrape_configs") or []) + alerting:
        for name, (known, required) in DISCOVERIES.items():
            for block in section.pop(name, None) or []:
                found += [f"field {key} not found in {name}" for key in block if key not in known | HTTP]
                found += [f"{name}: {key} is missing" for key in required if key not in block]
    return config, found


def promtool(*arguments):
    result = subprocess.run([os.environ["PROMTOOL"], "check", *arguments], capture_output=True, text=True, check=False)
    return [] if result.returncode == 0 else [result.stdout + result.stderr]


def check_config(path):
    direct = promtool("config", "--syntax-only", path)
    if not direct or "_sd_config" not in direct[0]:
        return direct
    stripped, found = without_discoveries(read(path))
    with tempfile.NamedTemporaryFile("w", suffix=".yml") as file:
        yaml.safe_dump(stripped, file, sort_keys=False)
        file.flush()
        return found + promtool("config", "--syntax-only", file.name)


def check_rules(path):
    return promtool("rules", path)


CHECKS = {"config": check_config, "rules": check_rules}


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in CHECKS:
        print("usage: promcheck config|rules FILE")
        sys.exit(2)
    complaints = CHECKS[sys.argv[1]](sys.argv[2])
    print("\n".join(f"error: {text}" for text in complaints))
    sys.exit(1 if complaints else 0)
