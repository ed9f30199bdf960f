#!/bin/sh
# Where results go: whole files or none, a file each in a folder, and what a signal leaves.
set -u
: "${srcdir:=$(cd "$(dirname "$0")/.." && pwd)}" "${HENCE:=$PWD/hence}"
export LC_ALL=C
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work" || exit 1
mkdir in out other
echo 'Congestion causes delays.' >in/a.txt
echo 'Delays discourage passengers.' >in/b.essay.txt
echo 'Fares fund repairs.' >other/a.txt
number=0

verdict() { # STATUS NAME
    number=$((number + 1))
    if [ "$1" = 0 ]; then echo "ok $number - $2"; else echo "not ok $number - $2"; fi
}

"$HENCE" map -T svg -o out in/a.txt in/b.essay.txt && [ "$(ls out | tr '\n' ' ')" = 'a.svg b.essay.svg ' ] && grep -q '</svg>' out/a.svg
verdict $? 'pictures of several inputs go to a folder'

"$HENCE" map -T svg -o out in/a.txt other/a.txt 2>err
[ $? = 2 ] && grep -q 'would both become out/a.svg' err
verdict $? 'inputs that would share a file are refused'

rm out/*
"$HENCE" map -T json -o out in/a.txt missing.txt other/a.txt 2>/dev/null
[ $? = 2 ] && [ "$(ls out)" = '' ]
verdict $? 'names are judged before anything is written'

"$HENCE" map -T json -o out in/a.txt missing.txt 2>/dev/null
[ $? = 2 ] && [ "$(ls out)" = a.json ]
verdict $? 'a bad input leaves no file, good ones do'

echo old >kept
"$HENCE" map -T json -o kept in/a.txt missing.txt 2>/dev/null
[ $? = 2 ] && [ "$(cat kept)" = old ] && [ "$(find . -name 'kept?*')" = '' ]
verdict $? 'a file stays as it was when an input is bad'

chmod 600 kept && ln -s kept link && "$HENCE" map -T json -o link in/a.txt && [ -L link ] && grep -q congestion kept &&
    [ "$(stat -c %a kept)" = 600 ]
verdict $? 'a link is followed, and the mode of a file kept'

"$HENCE" map -T json in/a.txt in/b.essay.txt other/a.txt - <in/a.txt | sed -n 's/.*"source":"\([^"]*\)","media.*/\1/p' | tr '\n' ' ' >got
[ "$(cat got)" = 'in/a.txt in/b.essay.txt other/a.txt - ' ]
verdict $? 'JSON is a line for each input, in their order'

"$HENCE" map -T json in/a.txt >one && "$HENCE" map -T json in/b.essay.txt >two && "$HENCE" map -T json in/a.txt in/b.essay.txt | cat one two - | sort | uniq -u >got
[ ! -s got ]
verdict $? 'an input gives the same alone and among others'

"$HENCE" map --form json --no-rep --mer=loose in/a.txt >got && [ -s got ]
verdict $? 'long options may be shortened'

"$HENCE" map -Tjson -o- -- in/a.txt | cmp -s - one
verdict $? 'values may be joined to short options, and - is standard output'

if [ -c /dev/full ]; then
    "$HENCE" map -T json in/a.txt >/dev/full 2>err
    [ $? = 2 ] && grep -q 'standard output: cannot write: No space left' err
    verdict $? 'a full disk is told'
fi

mkfifo pipe
"$HENCE" map -T json -o late pipe &
hence=$!
exec 3>pipe # hence has opened it, and waits for more
for _ in 1 2 3 4 5 6 7 8 9 10; do
    [ -n "$(find . -name 'late.*')" ] && break
    sleep 0.1
done
found=$(find . -name 'late.*')
kill -TERM $hence
wait $hence
status=$?
exec 3>&-
[ -n "$found" ] && [ $status -gt 128 ] && [ "$(find . -name 'late*')" = '' ]
verdict $? 'a signal takes the unfinished file away'
echo "1..$number"
