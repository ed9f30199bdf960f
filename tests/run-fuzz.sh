#!/bin/sh
# Replays the corpus of the fuzz target.
: "${srcdir:=$(cd "$(dirname "$0")/.." && pwd)}" "${HENCE:=$PWD/hence}"
exec "$(dirname "$HENCE")/tests/fuzz/replay_map" "$srcdir"/tests/fuzz/corpus/*
