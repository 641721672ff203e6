// Command fleetcheck judges fleet units where fleet itself cannot be built.
//
// What it checks: the parser that fleet used (go-systemd's, which refuses lines longer than systemd's 2,048 bytes)
// reads the file; the unit's name is one that fleet takes; [X-Fleet] holds known options with values of their form, and
// none that contradict each other.
//
// What it cannot: tell whether the units that `MachineOf` and `Conflicts` name exist. systemd's own options are
// systemd-analyze's business.
//
// Source of the rules: fleet's "Unit files and scheduling"
// (https://github.com/coreos/fleet/blob/master/Documentation/unit-files-and-scheduling.md) and its API's answers.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/coreos/go-systemd/unit"
)

const longestLine = 2048

var (
	unitName = regexp.MustCompile(`^[a-zA-Z0-9:_.-][a-zA-Z0-9:_.@-]*\.(service|socket|device|mount|automount|timer|path)$`)
	truthy   = regexp.MustCompile(`^(?i:true|yes|1|on|t|false|no|0|off|f)$`)
	quoted   = regexp.MustCompile(`"([^"]*)"`)
	options  = []string{"MachineID", "MachineOf", "MachineMetadata", "Conflicts", "Global", "Replaces"}
	// deprecated spellings that fleet still reads
	older = map[string]string{"X-ConditionMachineID": "MachineID", "X-ConditionMachineBootID": "MachineID", "X-ConditionMachineOf": "MachineOf",
		"X-Conflicts": "Conflicts", "X-ConditionMachineMetadata": "MachineMetadata"}
	// pairs that no scheduler can satisfy
	exclusive = [][2]string{{"MachineID", "MachineOf"}, {"MachineID", "Conflicts"}, {"MachineID", "Replaces"}, {"MachineID", "Global"},
		{"Global", "MachineOf"}, {"Global", "Conflicts"}, {"Global", "Replaces"}, {"Conflicts", "Replaces"}}
)

func main() {
	bad := 0
	for _, file := range os.Args[1:] {
		if err := check(file); err != nil {
			bad++
			fmt.Printf("%s: %v\n", file, err)
			continue
		}
		fmt.Printf("%s: ok\n", file)
	}
	if bad > 0 || len(os.Args) == 1 {
		os.Exit(1)
	}
}

func check(file string) error {
	source, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	return checkSource(filepath.Base(file), source)
}

func checkSource(name string, source []byte) error {
	if !unitName.MatchString(name) {
		return fmt.Errorf("invalid unit name: %q", name)
	}
	for number, line := range bytes.Split(source, []byte("\n")) {
		if len(line) >= longestLine {
			return fmt.Errorf("line %d: line too long (max %d bytes)", number+1, longestLine)
		}
	}
	parsed, err := unit.Deserialize(bytes.NewReader(source))
	if err != nil {
		return err
	}
	requirements, err := requirementsOf(parsed)
	if err != nil {
		return err
	}
	return errors.Join(contradictions(requirements)...)
}

func requirementsOf(parsed []*unit.UnitOption) (map[string][]string, error) {
	requirements := map[string][]string{}
	for _, option := range parsed {
		if option.Section != "X-Fleet" {
			continue
		}
		name := option.Name
		if newer, ok := older[name]; ok {
			name = newer
		}
		if !slices.Contains(options, name) {
			return nil, fmt.Errorf("unrecognized requirement in [X-Fleet] section: %q", option.Name)
		}
		for _, value := range values(option.Value) {
			if err := checkValue(name, value); err != nil {
				return nil, err
			}
			requirements[name] = append(requirements[name], value)
		}
	}
	if given := requirements["Global"]; len(given) > 0 && !isOn(given[len(given)-1]) {
		delete(requirements, "Global")
	}
	return requirements, nil
}

// values: fleet takes several quoted values on a line.
func values(line string) []string {
	if !strings.HasPrefix(line, `"`) || !strings.HasSuffix(line, `"`) {
		return []string{line}
	}
	var found []string
	for _, match := range quoted.FindAllStringSubmatch(line, -1) {
		found = append(found, match[1])
	}
	return found
}

func checkValue(name, value string) error {
	key, content, isPair := strings.Cut(value, "=")
	_, err := path.Match(value, "")
	switch {
	case strings.TrimSpace(value) == "":
		return fmt.Errorf("%s has no value", name)
	case name == "MachineMetadata" && (!isPair || key == "" || content == "" || strings.Contains(content, "=")):
		return fmt.Errorf("MachineMetadata %q is not of the form key=value: fleet would ignore it", value)
	case name == "Global" && !truthy.MatchString(value):
		return fmt.Errorf("Global %q is neither true nor false", value)
	case (name == "Conflicts" || name == "Replaces") && err != nil:
		return fmt.Errorf("%s %q is no glob: %w", name, value, err)
	}
	return nil
}

func isOn(value string) bool {
	return slices.Contains([]string{"true", "yes", "1", "on", "t"}, strings.ToLower(value))
}

func contradictions(requirements map[string][]string) []error {
	var found []error
	for _, pair := range exclusive {
		if len(requirements[pair[0]]) > 0 && len(requirements[pair[1]]) > 0 {
			found = append(found, fmt.Errorf("%s cannot be used with %s", pair[0], pair[1]))
		}
	}
	for _, peer := range requirements["MachineOf"] {
		for _, conflict := range requirements["Conflicts"] {
			if matched, _ := path.Match(conflict, peer); matched {
				found = append(found, fmt.Errorf("unresolvable requirements: peer %q matches conflict %q", peer, conflict))
			}
		}
	}
	return found
}
