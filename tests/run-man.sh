#!/bin/sh
# The manual page and the completions name the options that `hence help COMMAND` names, in the same order, and the examples of the page run.
#
# An example is what stands between .EX and .EE; a line `$ command` runs in the folder of the sample essays, with hence in the path.
set -u
: "${srcdir:=$(cd "$(dirname "$0")/.." && pwd)}" "${HENCE:=$PWD/hence}"
page=$srcdir/doc/hence.1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
number=0

verdict() { # STATUS NAME
    number=$((number + 1))
    if [ "$1" = 0 ]; then echo "ok $number - $2"; else echo "not ok $number - $2"; fi
}

commands=$("$HENCE" --help | sed -nE 's/^  ([a-z]+)  .*/\1/p')
[ "$(echo "$commands" | wc -w)" -ge 3 ]
verdict $? 'help lists commands'
for command in $commands; do
    "$HENCE" help "$command" | sed -nE 's/^  (-.,|   ) --([a-z-]+).*/--\2/p' >"$work/table"
    [ "$(wc -l <"$work/table")" -ge 2 ]
    verdict $? "help lists options of $command"
    sed -nE "/^\.SS $command\$/,/^\.S[HS] /s/^\.BR? .*\\\\-\\\\-([a-z\\\\-]+).*/--\1/p" "$page" | sed 's/\\//g' >"$work/page"
    diff "$work/table" "$work/page" >&2
    verdict $? "the page has the options of $command, in their order"
    # bash: `COMMAND) options='...'`; zsh: what stands before [ in the lines from `COMMAND)` to `;;`.
    sed -nE "s/^ *$command\) options='([^']*)'.*/\1/p" "$srcdir/doc/completions/hence.bash" | tr ' ' '\n' | grep '^--' >"$work/bash"
    diff "$work/table" "$work/bash" >&2
    verdict $? "completion for bash has the options of $command"
    sed -nE "/^ *$command\)\$/,/;;/p" "$srcdir/doc/completions/_hence" | grep -oE -- "--[a-z-]+=?\}?'?\\[" | tr -d "=[}'" >"$work/zsh"
    diff "$work/table" "$work/zsh" >&2
    verdict $? "completion for zsh has the options of $command"
done
if command -v bash >/dev/null; then
    bash -c '. "$1"; COMP_WORDS=(hence map --le) COMP_CWORD=2; _hence; [ "${COMPREPLY[*]}" = --lexicon ] && COMP_WORDS=(hence map -T s) COMP_CWORD=3 && _hence && [ "${COMPREPLY[*]}" = svg ]' - "$srcdir/doc/completions/hence.bash"
    verdict $? 'bash completes an option and a format'
fi

if command -v man >/dev/null && command -v groff >/dev/null; then
    LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>"$work/warnings" >/dev/null
    [ ! -s "$work/warnings" ] || { cat "$work/warnings" >&2; false; }
    verdict $? 'the page has no warnings'
fi

mkdir "$work/bin" && ln -s "$HENCE" "$work/bin/hence" && cp "$srcdir"/tests/data/essays/*.txt "$work/"
sed -n '/^\.EX/,/^\.EE/s/^\$ //p' "$page" | sed 's/\\-/-/g; s/\\e/\\/g; s/\\(aq/'"'"'/g; s/\\fB\|\\fR\|\\fI//g' >"$work/examples"
while IFS= read -r example; do
    (cd "$work" && PATH=$work/bin:$PATH && export PATH && sh -c "$example" </dev/null >out 2>err)
    ran=$?
    cat "$work/err" >&2
    [ "$ran" = 0 ] && [ ! -s "$work/err" ]
    verdict $? "example: $example"
done <"$work/examples"
[ -s "$work/examples" ]
verdict $? 'the page has examples'
echo "1..$number"
