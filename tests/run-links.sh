#!/bin/sh
# The links of tests/data/sentences.tsv and of the lexicons' marked examples are found as well as tests/links.floor says.
set -u
: "${srcdir:=$(cd "$(dirname "$0")/.." && pwd)}" "${HENCE:=$PWD/hence}"
score=$(dirname "$HENCE")/tools/score_links
if ! [ -x "$score" ]; then
    echo '1..0 # SKIP tools/score_links is not built'
    exit 0
fi
got=$("$score" --examples "$srcdir/tests/data/sentences.tsv") || { echo 'Bail out! score_links failed'; exit 1; }
printf '%s\n' "$got" | awk -F '\t' '
    NR == FNR { if ($0 !~ /^#/ && NF == 2) { want[++n] = $1; floor[$1] = $2 } next }
    { got[$1] = $2 }
    END {
        print "1.." n
        for (i = 1; i <= n; i++) {
            held = (want[i] in got) && (got[want[i]] + 0 >= floor[want[i]] + 0)
            print (held ? "ok " : "not ok ") i " - " want[i] " is " got[want[i]] ", its floor " floor[want[i]]
        }
    }' "$srcdir/tests/links.floor" -
