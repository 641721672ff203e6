package main

import (
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/hashicorp/nomad/api"
)

var (
	onUpdate     = []string{"", "require_healthy", "ignore_warnings", "ignore"}
	addressModes = []string{"", "host", "driver", "alloc", "alloc_ipv6"}
	checkTypes   = map[string][]string{"consul": {"grpc", "tcp", "http", "script"}, "nomad": {"tcp", "http"}}
	methods      = []string{"", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE"}
	reference    = regexp.MustCompile(`\$\{[^}]*\}`)
	serviceName  = regexp.MustCompile(`^(?i:[a-z0-9]|[a-z0-9][a-z0-9-]{0,61}[a-z0-9])$`)
)

func validateGroupServices(job *api.Job, group *api.TaskGroup, ports map[string]bool) []error {
	var found []error
	tasks, known := map[string]bool{}, map[string]bool{}
	for _, task := range group.Tasks {
		tasks[task.Name] = true
		for _, service := range task.Services {
			known[service.Name+service.PortLabel] = true
		}
	}
	for _, service := range group.Services {
		found = append(found, when(known[service.Name+service.PortLabel], "Service %s is duplicate", service.Name)...)
		known[service.Name+service.PortLabel] = true
		found = append(found, inside("service "+service.Name, validateService(service, ports))...)
		for _, check := range service.Checks {
			found = append(found, when(check.TaskName != "" && !tasks[check.TaskName], "Check %s refers to non-existent task %s", check.Name, check.TaskName)...)
			found = append(found, when(check.TaskName != "" && check.Type != "script" && check.Type != "grpc", "Check %s invalid: only script and gRPC checks should have tasks", check.Name)...)
			found = append(found, when(check.Type == "script" && check.TaskName == "" && service.TaskName == "", "Check %s must specify task parameter", check.Name)...)
		}
	}
	return found
}

func validateTaskServices(job *api.Job, group *api.TaskGroup, task *api.Task, groupPorts map[string]bool) []error {
	ports := map[string]bool{}
	for label := range groupPorts {
		ports[label] = true
	}
	for _, network := range task.Resources.Networks {
		for _, port := range append(slices.Clone(network.ReservedPorts), network.DynamicPorts...) {
			ports[port.Label] = true
		}
	}
	var found []error
	known := map[string]bool{}
	for _, service := range task.Services {
		found = append(found, when(known[service.Name+service.PortLabel], "service %q is duplicate", service.Name)...)
		known[service.Name+service.PortLabel] = true
		found = append(found, inside("service "+service.Name, validateService(service, ports))...)
		for _, check := range service.Checks {
			found = append(found, when(check.TaskName != "", "Check %s is invalid: only task group service checks can be assigned tasks", check.Name)...)
		}
	}
	return found
}

func validateService(service *api.Service, ports map[string]bool) []error {
	name := reference.ReplaceAllString(service.Name, "ENV-VAR")
	found := when(!serviceName.MatchString(name), "Service name %q must be valid per RFC 1123", service.Name)
	found = append(found, when(service.AddressMode != "auto" && !slices.Contains(addressModes, service.AddressMode), "Service address_mode %q is unknown", service.AddressMode)...)
	found = append(found, when(service.Address != "" && service.AddressMode != "auto", "Service address_mode must be \"auto\" if address is set")...)
	found = append(found, when(!slices.Contains(onUpdate, service.OnUpdate), "Service on_update %q is unknown", service.OnUpdate)...)
	found = append(found, when(checkTypes[service.Provider] == nil, "Service provider must be \"consul\" or \"nomad\"; not %q", service.Provider)...)
	found = append(found, when(service.Provider == "nomad" && service.Connect != nil, "Service with provider nomad cannot include Connect blocks")...)
	found = append(found, when(service.Identity != nil && len(service.Identity.Audience) == 0, "Service identity must provide at least one target aud value")...)
	found = append(found, when(unknownPort(service.PortLabel, ports), "port label %q referenced by service does not exist", service.PortLabel)...)
	names := map[string]bool{}
	for _, check := range service.Checks {
		found = append(found, when(check.Name != "" && names[check.Name], "check %q is duplicate", check.Name)...)
		names[check.Name] = true
		found = append(found, inside("check "+check.Name, validateCheck(service, check, ports))...)
	}
	return found
}

// unknownPort: a number is a port of the driver's network, a reference is known to the client alone.
func unknownPort(label string, ports map[string]bool) bool {
	_, err := strconv.Atoi(label)
	return label != "" && err != nil && !strings.Contains(label, "${") && !ports[label]
}

func validateCheck(service *api.Service, check api.ServiceCheck, ports map[string]bool) []error {
	kind := strings.ToLower(check.Type)
	needsPort := slices.Contains([]string{"grpc", "http", "tcp"}, kind)
	found := when(!slices.Contains(checkTypes[service.Provider], kind), "invalid check type (%q), must be one of %s", kind, strings.Join(checkTypes[service.Provider], ", "))
	found = append(found, when(needsPort && service.PortLabel == "" && check.PortLabel == "", "check requires a port but neither check nor service have a port")...)
	found = append(found, when(unknownPort(check.PortLabel, ports), "port label %q referenced by check does not exist", check.PortLabel)...)
	found = append(found, when(kind == "script" && check.Command == "", "script type must have a valid script path")...)
	found = append(found, when(kind == "http" && !isRelative(check.Path), "http type must have a relative http path, not %q", check.Path)...)
	found = append(found, when(kind == "http" && service.Provider == "nomad" && !slices.Contains(methods, check.Method), "method type %q not supported", check.Method)...)
	found = append(found, when(check.Interval < time.Second, "missing or too short interval (%v): cannot be less than 1s", check.Interval)...)
	found = append(found, when(check.Timeout < time.Second, "missing or too short timeout (%v): cannot be less than 1s", check.Timeout)...)
	found = append(found, when(!slices.Contains([]string{"", "passing", "warning", "critical"}, check.InitialStatus), "invalid initial check state (%s)", check.InitialStatus)...)
	found = append(found, when(!slices.Contains(addressModes, check.AddressMode), "invalid address_mode %q", check.AddressMode)...)
	found = append(found, when(!slices.Contains(onUpdate, check.OnUpdate), "on_update %q is unknown", check.OnUpdate)...)
	found = append(found, when(service.Provider == "nomad" && isConsulOnly(check), "a field may only be set for Consul service checks")...)
	found = append(found, when(service.Connect != nil && service.Connect.SidecarService != nil && kind == "tcp", "tcp checks are not valid for Connect enabled services")...)
	return append(found, validateCheckRestart(check)...)
}

func isRelative(path string) bool {
	parsed, err := url.Parse(path)
	return path != "" && err == nil && !parsed.IsAbs()
}

func isConsulOnly(check api.ServiceCheck) bool {
	return check.Expose || check.OnUpdate == "ignore_warnings" || check.AddressMode == "driver" || check.TLSServerName != "" ||
		check.SuccessBeforePassing != 0 || check.FailuresBeforeCritical != 0 || check.FailuresBeforeWarning != 0 ||
		check.CheckRestart != nil && check.CheckRestart.IgnoreWarnings
}

func validateCheckRestart(check api.ServiceCheck) []error {
	if check.CheckRestart == nil {
		return nil
	}
	found := when(check.CheckRestart.Limit < 0 || check.CheckRestart.Grace != nil && *check.CheckRestart.Grace < 0, "check_restart: limit and grace must not be negative")
	found = append(found, when(check.OnUpdate == "ignore", "on_update value \"ignore\" is not compatible with check_restart")...)
	return append(found, when(check.OnUpdate == "ignore_warnings" && !check.CheckRestart.IgnoreWarnings, "on_update value \"ignore_warnings\" not supported with check_restart")...)
}
