module fleetcheck

go 1.24

require github.com/coreos/go-systemd v0.0.0-20191104093116-d3cd4ed1dbcf
