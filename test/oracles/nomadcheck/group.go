package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/hashicorp/nomad/api"
)

func validateGroup(job *api.Job, group *api.TaskGroup) []error {
	ports, found := validateNetworks(group)
	found = append(found, when(*group.Name == "", "Missing task group name")...)
	found = append(found, when(*group.Count < 0, "Task group count can't be negative")...)
	found = append(found, when(*group.Count > 1 && slices.Contains(everywhere, *job.Type), "Count %d cannot exceed 1 with %s scheduler", *group.Count, *job.Type)...)
	found = append(found, when(len(group.Tasks) == 0, "Missing tasks for task group")...)
	found = append(found, validateConstraints(group.Constraints)...)
	found = append(found, validateAffinities(group.Affinities)...)
	found = append(found, validateSpreads(group.Spreads)...)
	found = append(found, validateRestart(group.RestartPolicy)...)
	found = append(found, validateReschedule(group.ReschedulePolicy)...)
	found = append(found, when(*group.EphemeralDisk.SizeMB < 10, "minimum ephemeral_disk size is 10; got %d", *group.EphemeralDisk.SizeMB)...)
	found = append(found, validateUpdate(job, group.Update)...)
	found = append(found, validateMigrate(group.Migrate)...)
	found = append(found, validateVolumes(group.Volumes)...)
	found = append(found, validateScaling(group.Scaling, int64(*group.Count))...)
	found = append(found, validateTasks(job, group, ports)...)
	return append(found, validateGroupServices(job, group, ports)...)
}

func validateTasks(job *api.Job, group *api.TaskGroup, ports map[string]bool) []error {
	var found []error
	names, leaders := map[string]bool{}, 0
	for _, task := range group.Tasks {
		found = append(found, when(names[task.Name], "Task %s defined twice", task.Name)...)
		names[task.Name] = true
		if task.Leader {
			leaders++
		}
		found = append(found, inside("task "+task.Name, validateTask(job, group, task, ports))...)
	}
	return append(found, when(leaders > 1, "Only one task may be marked as leader")...)
}

// validateNetworks also gives the labels of the ports that the group's network opens.
func validateNetworks(group *api.TaskGroup) (map[string]bool, []error) {
	labels, static := map[string]bool{}, map[int]bool{}
	found := when(len(group.Networks) > 1, "Only one network block is allowed in a group")
	for _, network := range group.Networks {
		for _, port := range append(slices.Clone(network.ReservedPorts), network.DynamicPorts...) {
			found = append(found, when(labels[port.Label], "Port label %s already in use", port.Label)...)
			found = append(found, when(port.Value != 0 && static[port.Value], "Static port %d already reserved", port.Value)...)
			found = append(found, when(port.Value < 0 || port.Value > 65535, "Port %s (%d) cannot be greater than 65535", port.Label, port.Value)...)
			found = append(found, when(port.To < -1 || port.To > 65535, "Port %s cannot be mapped to %d", port.Label, port.To)...)
			labels[port.Label], static[port.Value] = true, true
		}
		found = append(found, when(network.Hostname != "" && network.Mode != "bridge" && !strings.HasPrefix(network.Mode, "cni/"), "network hostname needs mode \"bridge\" or CNI")...)
	}
	return labels, found
}

func validateRestart(policy *api.RestartPolicy) []error {
	attempts, interval, delay := *policy.Attempts, *policy.Interval, *policy.Delay
	found := when(!slices.Contains([]string{"delay", "fail"}, *policy.Mode), "Unsupported restart mode: %q", *policy.Mode)
	found = append(found, when(attempts == 0 && *policy.Mode != "fail", "Restart policy %q with %d attempts is ambiguous", *policy.Mode, attempts)...)
	found = append(found, when(interval < 5*time.Second, "Restart interval can not be less than 5s (got %v)", interval)...)
	return append(found, when(time.Duration(attempts)*delay > interval,
		"Nomad can't restart the TaskGroup %v times in an interval of %v with a delay of %v", attempts, interval, delay)...)
}

func validateReschedule(policy *api.ReschedulePolicy) []error {
	if policy == nil || *policy.Attempts <= 0 && !*policy.Unlimited {
		return nil
	}
	found := when(*policy.Attempts > 0 && *policy.Unlimited, "Reschedule policy with attempts and unlimited is ambiguous")
	found = append(found, when(*policy.Delay < 5*time.Second, "Reschedule delay cannot be less than 5s (got %v)", *policy.Delay)...)
	found = append(found, when(!slices.Contains([]string{"constant", "exponential", "fibonacci"}, *policy.DelayFunction), "Invalid delay function %q", *policy.DelayFunction)...)
	found = append(found, when(*policy.DelayFunction != "constant" && *policy.MaxDelay < *policy.Delay, "Max Delay cannot be less than Delay %v (got %v)", *policy.Delay, *policy.MaxDelay)...)
	return append(found, when(!*policy.Unlimited && *policy.Interval < 15*time.Second, "Reschedule interval cannot be less than 15s (got %v)", *policy.Interval)...)
}

func validateUpdate(job *api.Job, update *api.UpdateStrategy) []error {
	if update == nil {
		return nil
	}
	found := when(slices.Contains(batchTypes, *job.Type), "Job type %q does not allow update block", *job.Type)
	found = append(found, when(!slices.Contains([]string{"checks", "task_states", "manual"}, *update.HealthCheck), "Invalid health check given: %q", *update.HealthCheck)...)
	found = append(found, when(*update.MaxParallel < 0 || *update.Canary < 0, "max_parallel and canary can not be less than zero")...)
	found = append(found, when(*update.Canary == 0 && *update.AutoPromote, "Auto Promote requires a Canary count greater than zero")...)
	found = append(found, when(*update.MinHealthyTime < 0, "Minimum healthy time may not be less than zero")...)
	found = append(found, when(*update.HealthyDeadline <= 0, "Healthy deadline must be greater than zero")...)
	found = append(found, when(*update.ProgressDeadline < 0, "Progress deadline must be zero or greater")...)
	found = append(found, when(*update.MinHealthyTime >= *update.HealthyDeadline, "Minimum healthy time must be less than healthy deadline: %v >= %v", *update.MinHealthyTime, *update.HealthyDeadline)...)
	found = append(found, when(*update.ProgressDeadline != 0 && *update.HealthyDeadline >= *update.ProgressDeadline,
		"Healthy deadline must be less than progress deadline: %v >= %v", *update.HealthyDeadline, *update.ProgressDeadline)...)
	return append(found, when(*update.Stagger <= 0, "Stagger must be greater than zero")...)
}

func validateMigrate(migrate *api.MigrateStrategy) []error {
	if migrate == nil {
		return nil
	}
	found := when(*migrate.MaxParallel < 0, "MaxParallel must be >= 0 but found %d", *migrate.MaxParallel)
	found = append(found, when(!slices.Contains([]string{"checks", "task_states"}, *migrate.HealthCheck), "Invalid migrate health_check: %q", *migrate.HealthCheck)...)
	return append(found, when(*migrate.MinHealthyTime < 0 || *migrate.MinHealthyTime > *migrate.HealthyDeadline, "migrate: MinHealthyTime must be less than HealthyDeadline")...)
}

func validateVolumes(volumes map[string]*api.VolumeRequest) []error {
	var found []error
	for name, volume := range volumes {
		found = append(found, when(volume.Type != "host" && volume.Type != "csi", "Volume %s has unrecognised type %q", name, volume.Type)...)
		found = append(found, when(volume.Source == "", "Volume %s has an empty source", name)...)
		found = append(found, when(volume.Type == "csi" && (volume.AccessMode == "" || volume.AttachmentMode == ""), "CSI volume %s must have an access mode and an attachment mode", name)...)
		found = append(found, when(volume.Type == "host" && (volume.MountOptions != nil || volume.PerAlloc), "host volume %s cannot have mount options or per_alloc", name)...)
	}
	return found
}

func validateScaling(policy *api.ScalingPolicy, count int64) []error {
	if policy == nil {
		return nil
	}
	if policy.Max == nil {
		return []error{fmt.Errorf("Scaling policy invalid: missing maximum count")}
	}
	found := when(*policy.Min < 0 || *policy.Max < 0, "Scaling policy invalid: counts must be specified and non-negative")
	found = append(found, when(*policy.Max < *policy.Min, "Scaling policy invalid: maximum count must not be less than minimum count")...)
	found = append(found, when(*policy.Max < count, "Scaling policy invalid: task group count must not be greater than maximum count in scaling policy")...)
	return append(found, when(count < *policy.Min, "Scaling policy invalid: task group count must not be less than minimum count in scaling policy")...)
}
