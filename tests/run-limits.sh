#!/bin/sh
# Texts that nobody writes give a map all the same, in time.
set -u
: "${srcdir:=$(cd "$(dirname "$0")/.." && pwd)}" "${HENCE:=$PWD/hence}"
export LC_ALL=C
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
number=0

many() { # COUNT TEXT
    awk -v n="$1" -v s="$2" 'BEGIN { while (n-- > 0) printf "%s", s }'
}

# Far more than it takes (a second), for slow machines and sanitizers; what is not linear takes longer still.
try() { # NAME; the text is in the file
    number=$((number + 1))
    if timeout 60 "$HENCE" map -T json "$work/text" >"$work/map" && [ "$(tail -c 2 "$work/map")" = '}' ] &&
        timeout 60 "$HENCE" map -T svg "$work/text" >"$work/picture" && tail -n 1 "$work/picture" | grep -q '</svg>'; then
        echo "ok $number - $1"
    else
        echo "not ok $number - $1"
    fi
}

many 50000 '(' >"$work/text"
try '50,000 open brackets'
many 5000 'rents ( rose because ' >"$work/text"
try 'open brackets among words'
many 100000 '"' >"$work/text"
try 'quotation marks'
many 2000 'Rents rose because taxes doubled, which led to higher prices; therefore wages fell, so that ' >"$work/text"
try 'a sentence of 200,000 characters'
many 20000 'because ' >"$work/text"
try 'one connective again and again'
many 30000 'which causes ' >"$work/text"
try 'a chain of causes'
many 10000 'if ' >"$work/text"
try 'gaps that never close'
many 5000 'TAXES AND RENTS BECAUSE OF FEES ' >"$work/text"
try 'capitals without a stop'
many 10000 'tolls, fees, ' >"$work/text"
try 'a list that never ends'
many 1000000 x >"$work/text"
try 'a word of a million letters'
{ printf a; many 300000 "$(printf '\314\201')"; printf ' causes b.'; } >"$work/text"
try 'a letter with 300,000 accents'
many 20000 'A. ' >"$work/text"
try 'stops after capitals'
many 30000 'a

' >"$work/text"
try 'paragraphs of one letter'
many 5000 '1	2	3	Total because
' >"$work/text"
try 'a table'
many 5000 'Taxes cause rents to rise. ' >"$work/text"
try 'one sentence again and again'
awk 'BEGIN { for (i = 0; i < 2500; i++) printf "Factor%d causes outcome%d because event%d raised cost%d. ", i, i * 7 % 2499, i * 13 % 2003, i }' >"$work/text"
try 'thousands of claims'
echo "1..$number"
