package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/hashicorp/cronexpr"
	"github.com/hashicorp/nomad/api"
)

var (
	jobTypes   = []string{"service", "batch", "system", "sysbatch"}
	batchTypes = []string{"batch", "sysbatch"}
	everywhere = []string{"system", "sysbatch"} // one on each node: no count, no placement wishes
	operators  = []string{"=", "==", "is", "!=", "not", "<", "<=", ">", ">=", "regexp", "version", "semver", "set_contains", "set_contains_all",
		"set_contains_any", "is_set", "is_not_set", "distinct_hosts", "distinct_property"}
	affinityOperators = operators[:13]
	namespaceName     = regexp.MustCompile(`^[a-zA-Z0-9-]{1,128}$`)
)

// when gives the complaint if the fault is there.
func when(fault bool, format string, arguments ...any) []error {
	if !fault {
		return nil
	}
	return []error{fmt.Errorf(format, arguments...)}
}

func inside(place string, found []error) []error {
	wrapped := make([]error, len(found))
	for index, err := range found {
		wrapped[index] = fmt.Errorf("%s: %w", place, err)
	}
	return wrapped
}

// validateWritten judges what Canonicalize would cover with defaults.
func validateWritten(job *api.Job) []error {
	kind := "service"
	if job.Type != nil {
		kind = *job.Type
	}
	isEverywhere := slices.Contains(everywhere, kind)
	found := when(isEverywhere && (job.Affinities != nil || job.Spreads != nil), "%s jobs may not have an affinity or a spread block", kind)
	found = append(found, when(isEverywhere && job.Reschedule != nil, "%s jobs should not have a reschedule policy", kind)...)
	found = append(found, when(kind != "service" && job.Migrate != nil, "Job type %q does not allow migrate block", kind)...)
	found = append(found, when(job.Periodic != nil && (job.Periodic.Spec != nil) == (len(job.Periodic.Specs) > 0), "Periodic needs one of cron and crons")...)
	for _, group := range job.TaskGroups {
		var wrong []error
		wrong = append(wrong, when(isEverywhere && (group.Affinities != nil || group.Spreads != nil), "%s jobs may not have an affinity or a spread block", kind)...)
		wrong = append(wrong, when(isEverywhere && group.ReschedulePolicy != nil, "%s jobs should not have a reschedule policy", kind)...)
		wrong = append(wrong, when(kind != "service" && group.Migrate != nil, "Job type %q does not allow migrate block", kind)...)
		for _, task := range group.Tasks {
			wrong = append(wrong, when(task.Resources != nil && task.Resources.CPU != nil && task.Resources.Cores != nil,
				"task %s can only ask for 'cpu' or 'cores' resource, not both", task.Name)...)
		}
		found = append(found, inside("group "+*group.Name, wrong)...)
	}
	return found
}

func validateJob(job *api.Job) []error {
	found := when(strings.TrimSpace(*job.ID) == "" || strings.ContainsAny(*job.ID, " \x00"), "Job ID %q is empty or contains a space", *job.ID)
	found = append(found, when(*job.Name == "" || strings.Contains(*job.Name, "\x00"), "Missing job name")...)
	found = append(found, when(!namespaceName.MatchString(*job.Namespace), "Invalid namespace %q", *job.Namespace)...)
	found = append(found, when(slices.Contains(job.Datacenters, ""), "Job datacenter must be non-empty string")...)
	found = append(found, when(!slices.Contains(jobTypes, *job.Type), "Invalid job type: %q", *job.Type)...)
	found = append(found, when(*job.Priority < 1 || *job.Priority > 100, "Job priority must be between [1, 100], not %d", *job.Priority)...)
	found = append(found, when(len(job.TaskGroups) == 0, "Missing job task groups")...)
	found = append(found, validateConstraints(job.Constraints)...)
	found = append(found, validateAffinities(job.Affinities)...)
	found = append(found, validateSpreads(job.Spreads)...)
	found = append(found, validatePeriodic(job)...)
	found = append(found, validateParameterized(job)...)
	names := map[string]bool{}
	for _, group := range job.TaskGroups {
		found = append(found, when(names[*group.Name], "Job task group %s defined twice", *group.Name)...)
		names[*group.Name] = true
		found = append(found, inside("group "+*group.Name, validateGroup(job, group))...)
	}
	return found
}

func validatePeriodic(job *api.Job) []error {
	if job.Periodic == nil {
		return nil
	}
	found := when(!slices.Contains(batchTypes, *job.Type), "Periodic can only be used with batch or sysbatch scheduler")
	for _, spec := range append(slices.Clone(job.Periodic.Specs), *job.Periodic.Spec) {
		if spec == "" {
			continue
		}
		_, err := cronexpr.Parse(spec)
		found = append(found, when(err != nil, "Invalid cron spec %q: %v", spec, err)...)
	}
	_, err := time.LoadLocation(*job.Periodic.TimeZone)
	return append(found, when(err != nil, "Invalid time zone %q", *job.Periodic.TimeZone)...)
}

func validateParameterized(job *api.Job) []error {
	if job.ParameterizedJob == nil {
		return nil
	}
	payload := job.ParameterizedJob.Payload
	found := when(!slices.Contains(batchTypes, *job.Type), "Parameterized job can only be used with batch or sysbatch scheduler")
	found = append(found, when(payload != "" && !slices.Contains([]string{"optional", "required", "forbidden"}, payload), "Unknown payload requirement: %q", payload)...)
	for _, key := range job.ParameterizedJob.MetaRequired {
		found = append(found, when(slices.Contains(job.ParameterizedJob.MetaOptional, key), "meta key %q is both required and optional", key)...)
	}
	return found
}

func validateConstraints(constraints []*api.Constraint) []error {
	var found []error
	for _, constraint := range constraints {
		found = append(found, validateOperator("constraint", constraint.Operand, constraint.LTarget, constraint.RTarget, operators)...)
	}
	return found
}

func validateOperator(what, operator, left, right string, allowed []string) []error {
	if operator == "" {
		operator = "="
	}
	unary := slices.Contains([]string{"distinct_hosts", "is_set", "is_not_set"}, operator)
	found := when(!slices.Contains(allowed, operator), "Unknown %s operator %q", what, operator)
	found = append(found, when(left == "" && operator != "distinct_hosts", "No LTarget provided but is required by %s", what)...)
	found = append(found, when(right == "" && !unary && operator != "distinct_property", "Operator %q requires an RTarget", operator)...)
	if operator == "regexp" {
		_, err := regexp.Compile(right)
		found = append(found, when(err != nil, "Regular expression failed to compile: %v", err)...)
	}
	return found
}

func validateAffinities(affinities []*api.Affinity) []error {
	var found []error
	for _, affinity := range affinities {
		found = append(found, validateOperator("affinity", affinity.Operand, affinity.LTarget, affinity.RTarget, affinityOperators)...)
		found = append(found, when(*affinity.Weight == 0 || *affinity.Weight > 100 || *affinity.Weight < -100, "Affinity weight must be within the range [-100,100] and not zero")...)
	}
	return found
}

func validateSpreads(spreads []*api.Spread) []error {
	var found []error
	for _, spread := range spreads {
		sum, seen := 0, map[string]bool{}
		found = append(found, when(spread.Attribute == "", "Missing spread attribute")...)
		found = append(found, when(*spread.Weight < 1 || *spread.Weight > 100, "Spread weight must be a positive integer of at most 100")...)
		for _, target := range spread.SpreadTarget {
			found = append(found, when(seen[target.Value], "Spread target value %q already defined", target.Value)...)
			seen[target.Value] = true
			sum += int(target.Percent)
		}
		found = append(found, when(sum > 100, "Sum of spread target percentages must not be greater than 100%%; got %d%%", sum)...)
	}
	return found
}
