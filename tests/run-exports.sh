#!/bin/sh
# The shared library exports what include/hence/hence.h declares, and nothing else.
set -u
: "${srcdir:=$(cd "$(dirname "$0")/.." && pwd)}" "${HENCE:=$PWD/hence}"
library=$(dirname "$HENCE")/.libs/libhence.so
if ! [ -f "$library" ] || ! command -v nm >/dev/null; then
    echo '1..0 # SKIP no shared library or no nm'
    exit 0
fi
# A declaration begins its line; the name stands before the first parenthesis.
declared=$(grep -E '^[a-z].*\bhence_[a-z_]+\(' "$srcdir/include/hence/hence.h" | sed -E 's/^[^(]*\b(hence_[a-z_]+)\(.*/\1/' | sort -u)
exported=$(nm -D --defined-only "$library" | awk '$2 ~ /[A-Z]/ {print $3}' | grep -Ev '^(_init|_fini|__bss_start|_edata|_end|__gcov.*|__llvm.*|mangle_path|lprofDirMode|__lprof.*)$' | sort -u)
echo 1..2
if echo "$declared" | grep -qx hence_map_build; then
    echo 'ok 1 - the header declares functions'
else
    echo 'not ok 1 - the header declares functions'
fi
if [ "$declared" = "$exported" ]; then
    echo 'ok 2 - the library exports what the header declares'
else
    echo 'not ok 2 - the library exports what the header declares'
    echo "$declared" | sed 's/^/# declared: /'
    echo "$exported" | sed 's/^/# exported: /'
fi
