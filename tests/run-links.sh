#!/bin/sh
# The links of tests/data/sentences.tsv, of the lexicons' marked examples and of the sample essays are found as well as tests/links.floor says.
set -u
: "${srcdir:=$(cd "$(dirname "$0")/.." && pwd)}" "${HENCE:=$PWD/hence}"
tools=$(dirname "$HENCE")/tools
if ! [ -x "$tools/score_links" ] || ! [ -x "$tools/score_essays" ]; then
    echo '1..0 # SKIP the scorers are not built'
    exit 0
fi
got=$("$tools/score_links" --examples "$srcdir/tests/data/sentences.tsv" && "$tools/score_essays" "$srcdir"/tests/data/essays/*.txt) || {
    echo 'Bail out! a scorer failed'
    exit 1
}
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
