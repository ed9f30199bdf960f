#!/bin/sh
# Runs hence as each folder of tests/golden says, and compares what comes out.
#
#     args             the command line, as a shell would read it; it runs in a copy of the folder
#     input.*          files for it; input.stdin is its standard input
#     filter           a sed script that leaves of stdout what the case is about
#     expected.stdout  expected.stderr  expected.status
#
# A run that fails must leave no file behind. With BLESS=1 the expectations are rewritten: read the diff.
set -u
: "${srcdir:=$(cd "$(dirname "$0")/.." && pwd)}" "${HENCE:=$PWD/hence}"
export LC_ALL=C
work=$(mktemp -d) || exit 1
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

number=0
for folder in "$srcdir"/tests/golden/*/; do
    name=$(basename "$folder")
    number=$((number + 1))
    copy=$work/$name
    mkdir "$copy" "$copy.got" && cp "$folder"* "$copy" && chmod -R u+w "$copy"
    before=$(ls "$copy")
    (
        cd "$copy" || exit 99
        eval "set -- $(cat args)"
        given=/dev/null
        [ ! -f input.stdin ] || given=input.stdin
        "$HENCE" "$@" <$given
    ) >"$copy.got/stdout.raw" 2>"$copy.got/stderr"
    status=$?
    echo "$status" >"$copy.got/status"
    # Releases change the version, not the expectations.
    sed 's/"version":"[^"]*"/"version":"VERSION"/; s/^hence [0-9][0-9.]*$/hence VERSION/' "$copy.got/stdout.raw" >"$copy.got/stdout.all"
    if [ -f "$copy/filter" ]; then sed -f "$copy/filter" "$copy.got/stdout.all"; else cat "$copy.got/stdout.all"; fi >"$copy.got/stdout"
    verdict=ok
    for what in stdout stderr status; do
        if [ -n "${BLESS-}" ]; then
            cp "$copy.got/$what" "${folder}expected.$what"
        elif ! diff -u "${folder}expected.$what" "$copy.got/$what" >"$copy.diff" 2>&1; then
            verdict='not ok'
            sed 's/^/# /' "$copy.diff"
        fi
    done
    if [ "$status" != 0 ] && [ "$before" != "$(ls "$copy")" ]; then
        verdict='not ok'
        echo "# something was left behind"
    fi
    echo "$verdict $number - $name"
done
echo "1..$number"
