#!/bin/bash
# Proves that the installed judges judge: every good sample passes, every bad one is refused by the tool it is for.
#   test/oracles/self-test.sh [FOLDER of check.sh]
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
real=$(cd "${1:-$here/../../../shared/real}" && pwd) || exit 1
cd "$here/samples" || exit 1
# a bad sample, and the tool that must refuse it
refused=(
  "terraform-fmt bad/terraform/format"
  "terraform-validate bad/terraform/attribute"
  "terraform-plan bad/terraform/attribute"
  "nomad bad/nomad/unknown-attribute.nomad.hcl"
  "fleet bad/fleet/web@.service"
  "coreos-cloudinit bad/cloud-init/key.yaml"
  "coreos-cloudinit bad/cloud-init/value.yaml"
  "kustomize bad/kubernetes/build"
  "kubeconform bad/kubernetes/schema"
  "dockerfile bad/docker/Dockerfile"
  "dockerfile bad/docker/flag.Dockerfile"
  "prometheus bad/prometheus/prometheus.yml"
  "prometheus bad/prometheus/discovery/prometheus.yml"
  "prometheus-rules bad/prometheus/rules.yml"
  "actionlint bad/.github/workflows/ci.yml"
)

wrong=0
if ! verdicts=$("$real/check.sh" -v good); then
  echo "$verdicts"
  wrong=1
fi
verdicts=$("$real/check.sh" bad)
for pair in "${refused[@]}"; do
  tool=${pair%% *} path=${pair#* }
  if ! grep -qF "FAIL  $tool  $path  " <<< "$verdicts"; then
    echo "$tool does not refuse test/oracles/samples/$path"
    wrong=1
  fi
done
[ $wrong = 0 ] && echo "the judges accept the good samples and refuse ${#refused[@]} bad ones"
exit $wrong
