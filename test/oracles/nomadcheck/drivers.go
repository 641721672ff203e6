package main

import (
	"fmt"
	"slices"

	"github.com/hashicorp/nomad/api"
	"github.com/zclconf/go-cty/cty"
	"github.com/zclconf/go-cty/cty/convert"
)

// setting is one key of a driver's `config`: either a value of a type, or blocks of further settings.
type setting struct {
	kind     cty.Type
	required bool
	nested   map[string]setting
}

var (
	str     = setting{kind: cty.String}
	boolean = setting{kind: cty.Bool}
	number  = setting{kind: cty.Number}
	strs    = setting{kind: cty.List(cty.String)}
	strmap  = setting{kind: cty.Map(cty.String)}
	nummap  = setting{kind: cty.Map(cty.Number)}
)

var mount = setting{nested: map[string]setting{
	"type": str, "target": str, "source": str, "readonly": boolean,
	"bind_options":  {nested: map[string]setting{"propagation": str}},
	"tmpfs_options": {nested: map[string]setting{"size": number, "mode": number}},
	"volume_options": {nested: map[string]setting{
		"no_copy": boolean, "labels": strmap, "subpath": str,
		"driver_config": {nested: map[string]setting{"name": str, "options": strmap}},
	}},
}}

var docker = map[string]setting{
	"image": {kind: cty.String, required: true}, "advertise_ipv6_address": boolean, "args": strs, "auth_soft_fail": boolean,
	"auth":    {nested: map[string]setting{"username": str, "password": str, "email": str, "server_address": str}},
	"cap_add": strs, "cap_drop": strs, "cgroupns": str, "command": str, "container_exists_attempts": number, "cpuset_cpus": str,
	"cpu_hard_limit": boolean, "cpu_cfs_period": number,
	"devices":            {nested: map[string]setting{"host_path": str, "container_path": str, "cgroup_permissions": str}},
	"dns_search_domains": strs, "dns_options": strs, "dns_servers": strs, "entrypoint": strs, "extra_hosts": strs, "force_pull": boolean,
	"group_add": strs, "healthchecks": {nested: map[string]setting{"disable": boolean}}, "hostname": str, "init": boolean,
	"interactive": boolean, "ipc_mode": str, "ipv4_address": str, "ipv6_address": str, "isolation": str, "labels": strmap, "load": str,
	"logging":     {nested: map[string]setting{"type": str, "driver": str, "config": strmap}},
	"mac_address": str, "memory_hard_limit": number, "mount": mount, "mounts": mount, "network_aliases": strs, "network_mode": str,
	"oom_score_adj": number, "pids_limit": number, "pid_mode": str, "ports": strs, "port_map": nummap, "privileged": boolean,
	"image_pull_timeout": str, "readonly_rootfs": boolean, "runtime": str, "security_opt": strs, "shm_size": number, "storage_opt": strmap,
	"sysctl": strmap, "tty": boolean, "ulimit": strmap, "uts_mode": str, "userns_mode": str, "volumes": strs, "volume_driver": str,
	"windows_allow_insecure_container_admin": boolean, "work_dir": str,
}

var drivers = map[string]map[string]setting{
	"docker": docker,
	"exec": {"command": {kind: cty.String, required: true}, "args": strs, "pid_mode": str, "ipc_mode": str, "cap_add": strs, "cap_drop": strs,
		"work_dir": str},
	"raw_exec": {"command": {kind: cty.String, required: true}, "args": strs, "cgroup_v2_override": str, "cgroup_v1_override": strmap,
		"oom_score_adj": number, "work_dir": str},
}

// otherDrivers have settings that this program does not know.
var otherDrivers = []string{"java", "qemu", "podman", "exec2", "virt", "containerd-driver"}

func validateDriver(task *api.Task, ports map[string]bool) []error {
	settings, known := drivers[task.Driver]
	switch {
	case task.Driver == "":
		return []error{fmt.Errorf("Missing task driver")}
	case !known && !slices.Contains(otherDrivers, task.Driver):
		return []error{fmt.Errorf("unknown task driver %q", task.Driver)}
	case !known:
		return nil
	}
	config := map[string]cty.Value{}
	for name, value := range task.Config {
		config[name] = value.(cty.Value)
	}
	found := validateSettings(task.Driver+" config", config, settings)
	return append(found, validatePublished(task, ports)...)
}

// validatePublished: docker publishes labels of the group's network, and fails at the start on any other.
func validatePublished(task *api.Task, ports map[string]bool) []error {
	published, ok := task.Config["ports"].(cty.Value)
	if task.Driver != "docker" || !ok || !published.CanIterateElements() {
		return nil
	}
	var found []error
	for _, label := range published.AsValueSlice() {
		if label.Type() == cty.String && !ports[label.AsString()] {
			found = append(found, fmt.Errorf("docker config: port %q is no port of the group's network", label.AsString()))
		}
	}
	return found
}

func validateSettings(path string, values map[string]cty.Value, settings map[string]setting) []error {
	var found []error
	for name, value := range values {
		if known, ok := settings[name]; ok {
			found = append(found, validateSetting(path+"."+name, value, known)...)
		} else {
			found = append(found, fmt.Errorf("%s: unknown key %q", path, name))
		}
	}
	for name, known := range settings {
		if _, ok := values[name]; known.required && !ok {
			found = append(found, fmt.Errorf("%s: missing key %q", path, name))
		}
	}
	return found
}

func validateSetting(path string, value cty.Value, known setting) []error {
	if value.IsNull() {
		return nil
	}
	isMap := known.nested == nil && known.kind.IsMapType()
	if (isMap || known.nested != nil) && (value.Type().IsTupleType() || value.Type().IsListType()) {
		var found []error
		for _, element := range value.AsValueSlice() {
			found = append(found, validateSetting(path, element, known)...)
		}
		return found
	}
	if known.nested == nil {
		if _, err := convert.Convert(value, known.kind); err != nil {
			return []error{fmt.Errorf("%s: %w", path, err)}
		}
		return nil
	}
	if !value.Type().IsObjectType() && !value.Type().IsMapType() {
		return []error{fmt.Errorf("%s: a block is required", path)}
	}
	return validateSettings(path, value.AsValueMap(), known.nested)
}
