// Command nomadcheck judges Nomad job files where Nomad's own parser and server checks cannot be built.
//
// What it checks:
//   - decode.go, variables.go: the file is HCL2 and every block and attribute is one that the structs of Nomad's public
//     API name in their `hcl` tags, with values of their types; variables, locals, functions and dynamic blocks are
//     evaluated as Nomad's jobspec2 does, and what only the client knows (`${NOMAD_PORT_http}`) stays text.
//   - drivers.go: the keys and types in `config` of the docker, exec and raw_exec drivers, after the drivers' own
//     specifications. The real server leaves that to the client; here it fails early.
//   - job.go, group.go, task.go, service.go: what a Nomad 1.10 server refuses on registration.
//
// What it cannot: Consul Connect gateways and upstreams beyond their shape, multi-region jobs, CSI plugin settings,
// quotas and namespaces, the contents of templates, the functions listed in functions.go as not computed.
//
// Source of the rules: the module github.com/hashicorp/nomad/api, Nomad's job specification
// (https://developer.hashicorp.com/nomad/docs/job-specification) and its docker driver's documentation.
package main

import (
	"errors"
	"fmt"
	"os"
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
	return checkSource(file, source)
}

func checkSource(file string, source []byte) error {
	job, diagnostics := parse(file, source)
	if diagnostics.HasErrors() {
		return errors.Join(diagnostics.Errs()...)
	}
	written := validateWritten(job)
	job.Canonicalize()
	return errors.Join(append(written, validateJob(job)...)...)
}
