#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs the tour of a README and compares what it prints: check_readme.sh README.md DIRECTORY_OF_PROGRAMS
# Each ```console block is one command after "$ " and its standard output; a line "…" stands for the rest of it.
set -eu
readme=$1
PATH=$2:$PATH
export LC_ALL=C.UTF-8
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
awk -v work="$work" '
  /^```console$/ { block++; inside = 1; next }
  /^```$/        { inside = 0; next }
  inside && /^\$ ancrage / { sub(/^\$ /, ""); print > (work "/" block ".command"); next }
  inside         { print > (work "/" block ".expected") }
' "$readme"
count=0
failed=0
for command in "$work"/*.command; do
  [ -f "$command" ] || break
  count=$((count + 1))
  expected=${command%.command}.expected
  touch "$expected"
  sh "$command" >"$work/actual" || { echo "failed: $(cat "$command")" >&2; failed=1; continue; }
  if grep -q '^…$' "$expected"; then
    sed '/^…$/,$d' "$expected" >"$work/shown"
    head -n "$(wc -l <"$work/shown")" "$work/actual" >"$work/part"
  else
    cp "$expected" "$work/shown"
    cp "$work/actual" "$work/part"
  fi
  diff -u "$work/shown" "$work/part" >&2 || { echo "differs from the README: $(cat "$command")" >&2; failed=1; }
done
[ "$count" -gt 0 ] || { echo "$readme has no tour" >&2; exit 1; }
[ "$failed" -eq 0 ] && echo "$count commands of the tour print what $readme shows"
