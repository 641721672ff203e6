package main

import (
	"strings"
	"testing"
)

func fleet(options string) string {
	return "[Unit]\nDescription=web\n\n[Service]\nExecStart=/usr/bin/docker run web\n\n[X-Fleet]\n" + options + "\n"
}

func TestGoodUnitsAreAccepted(t *testing.T) {
	for name, options := range map[string]string{
		"web@.service":  "Conflicts=web@*.service\nMachineMetadata=\"role=web\" \"region=eu\"",
		"web@1.service": "MachineOf=db.service",
		"proxy.service": "Global=true\nMachineMetadata=role=web",
		"db.timer":      "MachineID=abc\nGlobal=false",
		"old.service":   "X-Conflicts=old@*.service",
	} {
		if err := checkSource(name, []byte(fleet(options))); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestBadUnitsAreRefused(t *testing.T) {
	for _, bad := range []struct{ name, source, complaint string }{
		{"web.service", fleet("MachineMeta=role=web"), `unrecognized requirement in [X-Fleet] section: "MachineMeta"`},
		{"web.service", fleet("Global=true\nMachineOf=db.service"), "Global cannot be used with MachineOf"},
		{"web.service", fleet("MachineID=a\nConflicts=b.service"), "MachineID cannot be used with Conflicts"},
		{"web.service", fleet("MachineOf=db.service\nConflicts=d*.service"), "unresolvable requirements"},
		{"web.service", fleet("MachineMetadata=web"), "not of the form key=value"},
		{"web.service", fleet("Global=maybe"), "neither true nor false"},
		{"web.service", "[Service]\nExecStart=/bin/echo " + strings.Repeat("a", 2048) + "\n", "line too long"},
		{"web.service", "[Service\nExecStart=/bin/true\n", "section"},
		{"web.conf", fleet(""), "invalid unit name"},
		{"@web.service", fleet(""), "invalid unit name"},
	} {
		err := checkSource(bad.name, []byte(bad.source))
		if err == nil || !strings.Contains(err.Error(), bad.complaint) {
			t.Errorf("expected a complaint with %q, got: %v", bad.complaint, err)
		}
	}
}
