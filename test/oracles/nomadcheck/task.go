package main

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/hashicorp/nomad/api"
)

var changeModes = []string{"noop", "restart", "signal"}

func validateTask(job *api.Job, group *api.TaskGroup, task *api.Task, ports map[string]bool) []error {
	found := when(task.Name == "" || strings.ContainsAny(task.Name, "/\\\x00"), "Task name is missing or includes slashes")
	found = append(found, validateDriver(task, ports)...)
	found = append(found, when(*task.KillTimeout < 0 || task.ShutdownDelay < 0, "kill_timeout and shutdown_delay must be positive")...)
	found = append(found, validateResources(task.Resources)...)
	found = append(found, validateRestart(task.RestartPolicy)...)
	found = append(found, validateLogs(task.LogConfig, *group.EphemeralDisk.SizeMB)...)
	found = append(found, validateConstraints(task.Constraints)...)
	found = append(found, validateAffinities(task.Affinities)...)
	for _, constraint := range task.Constraints {
		found = append(found, when(strings.HasPrefix(constraint.Operand, "distinct_"), "Constraint has disallowed operator at task level: %s", constraint.Operand)...)
	}
	for _, artifact := range task.Artifacts {
		found = append(found, validateArtifact(artifact)...)
	}
	found = append(found, validateTemplates(task.Templates)...)
	found = append(found, validateMounts(group, task)...)
	if vault := task.Vault; vault != nil {
		found = append(found, validateChangeMode("vault", *vault.ChangeMode, *vault.ChangeSignal, changeModes)...)
		found = append(found, when(slices.Contains(vault.Policies, "root"), "vault: Cannot specify \"root\" policy")...)
	}
	for _, identity := range task.Identities {
		found = append(found, validateChangeMode("identity", identity.ChangeMode, identity.ChangeSignal, changeModes)...)
		found = append(found, when(identity.Name != "" && identity.Name != "default" && len(identity.Audience) == 0 && !identity.Env && !identity.File, "identity %s needs an audience", identity.Name)...)
	}
	if task.Lifecycle != nil {
		found = append(found, when(!slices.Contains([]string{"prestart", "poststart", "poststop"}, task.Lifecycle.Hook), "invalid lifecycle hook: %q", task.Lifecycle.Hook)...)
	}
	return append(found, validateTaskServices(job, group, task, ports)...)
}

func validateResources(resources *api.Resources) []error {
	maximum := 0
	if resources.MemoryMaxMB != nil {
		maximum = *resources.MemoryMaxMB
	}
	found := when(*resources.Cores == 0 && *resources.CPU < 1, "minimum CPU value is 1; got %d", *resources.CPU)
	found = append(found, when(*resources.Cores < 0, "Cores value must not be negative")...)
	found = append(found, when(*resources.MemoryMB < 10, "minimum MemoryMB value is 10; got %d", *resources.MemoryMB)...)
	return append(found, when(maximum > 0 && maximum < *resources.MemoryMB, "MemoryMaxMB value (%d) should be larger than MemoryMB value (%d)", maximum, *resources.MemoryMB)...)
}

func validateLogs(logs *api.LogConfig, disk int) []error {
	files, size := *logs.MaxFiles, *logs.MaxFileSizeMB
	found := when(files < 1 || size < 1, "logs: minimum is one file of 1 MB; got %d of %d", files, size)
	return append(found, when(disk <= files*size, "log storage (%d MB) must be less than requested disk capacity (%d MB)", files*size, disk)...)
}

func validateArtifact(artifact *api.TaskArtifact) []error {
	found := when(artifact.GetterSource == nil || *artifact.GetterSource == "", "artifact: source must be specified")
	found = append(found, when(!slices.Contains([]string{"any", "file", "dir"}, *artifact.GetterMode), "invalid artifact mode %q; must be one of: any, file, dir", *artifact.GetterMode)...)
	found = append(found, when(escapes(*artifact.RelativeDest), "artifact destination escapes allocation directory")...)
	kind, sum, both := strings.Cut(artifact.GetterOptions["checksum"], ":")
	lengths := map[string]int{"md5": 32, "sha1": 40, "sha256": 64, "sha512": 128}
	isTemplate := strings.Contains(artifact.GetterOptions["checksum"], "${")
	return append(found, when(kind != "" && kind != "file" && !isTemplate && (!both || len(sum) != lengths[kind]), "artifact: invalid checksum %q", artifact.GetterOptions["checksum"])...)
}

func validateTemplates(templates []*api.Template) []error {
	var found []error
	destinations := map[string]bool{}
	for _, template := range templates {
		destination := *template.DestPath
		found = append(found, when(*template.SourcePath == "" && *template.EmbeddedTmpl == "", "template: must specify a source path or have an embedded template")...)
		found = append(found, when(destination == "", "template: must specify a destination for the template")...)
		found = append(found, when(escapes(destination), "template: destination %q escapes allocation directory", destination)...)
		found = append(found, when(destinations[destination], "template: same destination %q twice", destination)...)
		destinations[destination] = true
		found = append(found, validateChangeMode("template", *template.ChangeMode, *template.ChangeSignal, append(changeModes, "script"))...)
		found = append(found, when(*template.ChangeMode == "signal" && *template.Envvars, "template: cannot use signals with env var templates")...)
		found = append(found, when(*template.ChangeMode == "script" && template.ChangeScript == nil, "template: must specify change script configuration value when change mode is script")...)
		found = append(found, when(*template.Splay < 0, "template: must specify positive splay value")...)
		_, err := strconv.ParseUint(*template.Perms, 8, 12)
		found = append(found, when(*template.Perms != "" && err != nil, "template: failed to parse %q as octal", *template.Perms)...)
		found = append(found, when(template.Wait != nil && template.Wait.Max != nil && *template.Wait.Min > *template.Wait.Max, "template: wait min is greater than max")...)
	}
	return found
}

func validateChangeMode(what, mode, signal string, allowed []string) []error {
	found := when(mode != "" && !slices.Contains(allowed, mode), "%s: invalid change mode %q, must be one of %s", what, mode, strings.Join(allowed, ", "))
	return append(found, when(mode == "signal" && signal == "", "%s: must specify signal value when change mode is signal", what)...)
}

func validateMounts(group *api.TaskGroup, task *api.Task) []error {
	var found []error
	for _, mount := range task.VolumeMounts {
		_, declared := group.Volumes[*mount.Volume]
		found = append(found, when(!declared, "volume mount references undefined volume %q", *mount.Volume)...)
		found = append(found, when(mount.Destination == nil || *mount.Destination == "", "volume mount of %q has no destination", *mount.Volume)...)
		found = append(found, when(!slices.Contains([]string{"", "private", "host-to-task", "bidirectional"}, *mount.PropagationMode), "volume mount has an invalid propagation mode: %q", *mount.PropagationMode)...)
	}
	return found
}

func escapes(destination string) bool {
	return strings.HasPrefix(path.Clean(destination), "..")
}
