#!/bin/sh
# The links of tests/data/sentences.tsv, of the lexicons' marked examples and of the sample essays are found, claims are told to be one or two, and labels
# are written, as well as tests/links.floor says.
set -u
: "${srcdir:=$(cd "$(dirname "$0")/.." && pwd)}" "${HENCE:=$PWD/hence}"
tools=$(dirname "$HENCE")/tools
for scorer in links essays identity labels; do
    if ! [ -x "$tools/score_$scorer" ]; then
        echo '1..0 # SKIP the scorers are not built'
        exit 0
    fi
done
data=$srcdir/tests/data
pairs= # a text and its pairs, by turns
for text in "$data"/essays/*.txt; do
    pairs="$pairs $text ${text%.txt}.pairs.tsv"
done
# shellcheck disable=SC2086
got=$("$tools/score_links" --examples "$data/sentences.tsv" && "$tools/score_essays" "$data"/essays/*.txt && "$tools/score_labels" "$data/labels.tsv" &&
    "$tools/score_identity" $pairs && "$tools/score_identity" - "$data/pairs-more.tsv" - "$data/pairs-held.tsv" - "$data/pairs-later.tsv" - "$data/pairs-forms.tsv" "$data/pairs-fresh.txt" "$data/pairs-fresh.tsv" \
        "$data/pairs-newest.txt" "$data/pairs-newest.tsv" |
    sed 's/^identity/other-pairs/') || {
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
