#!/bin/bash
# SPDX-License-Identifier: AGPL-3.0-or-later
# Tells Elasticsearch where its snapshots go and when they are made. May be repeated at any time.
set -euo pipefail

put() {
  local path=$1 file=$2 answer
  # The password goes in by standard input, since a process list shows arguments.
  answer=$(printf 'user = "elastic:%s"\n' "$(</etc/elastic/elastic)" |
    curl --config - --silent --show-error --cacert /etc/elasticsearch-ca/ca.crt \
      --retry 30 --retry-delay 10 --retry-all-errors --max-time 60 --fail-with-body \
      --request PUT "$ELASTICSEARCH/$path" --header 'Content-Type: application/json' --data "@$file") || {
    printf 'Elasticsearch does not take %s: %s\n' "$path" "$answer" >&2
    exit 1
  }
  printf '%s is set\n' "$path"
}

put _snapshot/marsad /etc/backup-repository/repository.json
put _slm/policy/marsad-daily /etc/backup/policy.json
