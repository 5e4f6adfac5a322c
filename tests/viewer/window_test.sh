#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Opens the real window on a virtual display, draws some frames and quits.
#   window_test.sh PROGRAM TERRITORY
set -eu
if ! command -v xvfb-run > /dev/null; then
  echo "skipped: xvfb-run is not installed (package xvfb)"
  exit 77
fi
LIBGL_ALWAYS_SOFTWARE=1 xvfb-run --auto-servernum --server-args="-screen 0 1280x800x24" \
  "$1" "$2" --quit-after 8
echo "the window opened, drew and closed"
