"""Judges CoreOS cloud-configs where coreos-cloudinit itself cannot be built.

What it checks: the first line, the YAML (a key written twice is refused), every key against those that
coreos-cloudinit 1.14 knew, the types and listed values, that contents decode, that no file goes below /usr.

What it cannot: run units or judge their contents; that is systemd-analyze's business.

Source of the rules: "Using Cloud-Config" of CoreOS
(https://github.com/coreos/coreos-cloudinit/blob/master/Documentation/cloud-config.md).
"""

import base64
import binascii
import gzip
import re
import sys

import yaml

TEXT, WHOLE, NUMBER, FLAG = "string", "int", "number", "bool"
COMMANDS = re.compile(r"^(start|stop|restart|reload|try-restart|reload-or-restart|reload-or-try-restart)$")
ENCODINGS = re.compile(r"^(base64|b64|gz|gzip|gz\+base64|gzip\+base64|gz\+b64|gzip\+b64)$")


def keys(kind, names):
    return dict.fromkeys(names.split(), kind)


ETCD = {
    **keys(TEXT, "addr bind_addr ca_file cert_file cors data_dir discovery graphite_host key_file name peer_addr "
                 "peer_bind_addr peer_ca_file peer_cert_file peer_key_file peers peers_file trace"),
    **keys(WHOLE, "cluster_active_size max_result_buffer max_retry_attempts peer_election_timeout "
                  "peer_heartbeat_interval snapshot_count"),
    **keys(NUMBER, "cluster_remove_delay cluster_sync_interval http_read_timeout http_write_timeout retry_interval"),
    **keys(FLAG, "snapshot verbose very_verbose very_very_verbose"),
}
ETCD2 = {
    **keys(TEXT, "advertise_client_urls ca_file cert_file cors data_dir discovery discovery_fallback discovery_srv "
                 "discovery_proxy initial_advertise_peer_urls initial_cluster initial_cluster_state "
                 "initial_cluster_token key_file listen_client_urls listen_peer_urls log_package_levels name "
                 "peer_ca_file peer_cert_file peer_key_file peer_trusted_ca_file trusted_ca_file wal_dir"),
    **keys(WHOLE, "election_timeout heartbeat_interval max_snapshots max_wals proxy_dial_timeout proxy_failure_wait "
                  "proxy_read_timeout proxy_refresh_interval proxy_write_timeout snapshot_count"),
    **keys(FLAG, "client_cert_auth debug enable_pprof force_new_cluster peer_client_cert_auth strict_reconfig_check"),
    "proxy": re.compile(r"^(on|off|readonly)$"),
}
FLEET = {
    **keys(TEXT, "etcd_cafile etcd_certfile etcd_keyfile etcd_key_prefix etcd_servers etcd_username etcd_password "
                 "metadata public_ip"),
    **keys(NUMBER, "agent_ttl engine_reconcile_interval etcd_request_timeout token_limit verbosity"),
    **keys(FLAG, "disable_engine disable_watches verify_units"),
    **keys(TEXT, "agent_ttl authorized_keys_file"),
}
FLANNEL = keys(TEXT, "etcd_endpoints etcd_cafile etcd_certfile etcd_keyfile etcd_username etcd_password etcd_prefix "
                     "ip_masq subnet_file interface public_ip")
LOCKSMITH = {
    **keys(TEXT, "endpoint etcd_cafile etcd_certfile etcd_keyfile etcd_username etcd_password group"),
    "window_start": re.compile(r"^((?i:sun|mon|tue|wed|thu|fri|sat) )?0*([0-9]|1[0-9]|2[0-3]):0*([0-9]|[1-5][0-9])$"),
    "window_length": re.compile(r"^[-+]?([0-9]*(\.[0-9]*)?[a-z]+)+$"),
}
UPDATE = {**keys(TEXT, "group server"), "reboot_strategy": re.compile(r"^(best-effort|etcd-lock|reboot|off)$")}
UNIT = {
    **keys(TEXT, "name content"),
    **keys(FLAG, "mask enable runtime"),
    "command": COMMANDS,
    "drop_ins": [keys(TEXT, "name content")],
}
USER = {
    **keys(TEXT, "name passwd coreos_ssh_import_github coreos_ssh_import_url gecos homedir primary_group shell"),
    **keys(FLAG, "no_create_home no_user_group system no_log_init"),
    "ssh_authorized_keys": [TEXT],
    "coreos_ssh_import_github_users": [TEXT],
    "groups": [TEXT],
}
FILE = {**keys(TEXT, "content owner path"), "encoding": ENCODINGS, "permissions": re.compile(r"^0?[0-7]{3,4}$")}
CLOUD_CONFIG = {
    "ssh_authorized_keys": [TEXT],
    "coreos": {"etcd": ETCD, "etcd2": ETCD2, "flannel": FLANNEL, "fleet": FLEET, "locksmith": LOCKSMITH,
               "oem": keys(TEXT, "id name version_id home_url bug_report_url"), "update": UPDATE, "units": [UNIT]},
    "write_files": [FILE],
    "hostname": TEXT,
    "users": [USER],
    "manage_etc_hosts": re.compile(r"^localhost$"),
}


class Loader(yaml.SafeLoader):
    """Refuses a key that is written twice; file modes such as 0644 stay what was written."""


def unique(loader, node, deep=False):
    seen = set()
    for key, _ in node.value:
        if key.value in seen:
            raise yaml.constructor.ConstructorError(None, None, f"key {key.value!r} is written twice", key.start_mark)
        seen.add(key.value)
    return loader.construct_mapping(node, deep=True)


Loader.add_constructor("tag:yaml.org,2002:map", unique)
Loader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: Whole(node.value))


class Whole(str):
    """A whole number, as it was written."""


def of_value(path, value, shape):
    if value is None:
        return
    if isinstance(shape, dict):
        yield from of_mapping(path, value, shape)
    elif isinstance(shape, list):
        if not isinstance(value, list):
            yield f"incorrect type for {path!r} (want []{shape[0] if isinstance(shape[0], str) else 'struct'})"
            return
        for index, item in enumerate(value):
            yield from of_value(f"{path}[{index}]", item, shape[0])
    elif isinstance(shape, re.Pattern):
        if not shape.match(str(value).lower() if isinstance(value, bool) else str(value)):
            yield f"invalid value {value} for {path!r}"
    elif not fits(value, shape):
        yield f"incorrect type for {path!r} (want {shape})"


def fits(value, kind):
    allowed = {TEXT: (str, Whole, bool, float), WHOLE: Whole, NUMBER: (Whole, float), FLAG: bool}
    return isinstance(value, allowed[kind])


def of_mapping(path, value, shape):
    if not isinstance(value, dict):
        yield f"incorrect type for {path!r} (want struct)"
        return
    for key, item in value.items():
        name = str(key).replace("-", "_")
        if name in shape:
            yield from of_value(f"{path}.{key}".lstrip("."), item, shape[name])
        else:
            yield f"unrecognized key {str(key)!r}"


def of_files(config):
    for file in config.get("write_files") or config.get("write-files") or []:
        path, encoding, content = str(file.get("path", "")), str(file.get("encoding", "")), str(file.get("content", ""))
        if path == "" or path == "/usr" or path.startswith("/usr/"):
            yield f"file {path!r} cannot be written: it has no path or is below the read-only /usr"
        try:
            raw = base64.b64decode(content, validate=True) if "64" in encoding else content.encode()
            if "gz" in encoding:
                gzip.decompress(raw)
        except (binascii.Error, OSError, EOFError):
            yield f"contents of {path!r} cannot be decoded as {encoding!r}"


def check(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    if text.split("\n", 1)[0].rstrip("\r") != "#cloud-config":
        return ['must be "#cloud-config" or begin with "#!"']
    try:
        config = yaml.load(text, Loader) or {}
    except yaml.YAMLError as error:
        return [str(error)]
    found = list(of_value("", config, CLOUD_CONFIG))
    return found or list(of_files(config))


if __name__ == "__main__":
    complaints = [f"error: {text}" for path in sys.argv[1:] for text in check(path)]
    print("\n".join(complaints))
    sys.exit(1 if complaints or len(sys.argv) < 2 else 0)
