#!/bin/sh
# Prints C that holds the lexicon files: embed.sh FOLDER FILE... (in the order of lexicon_table).
set -e
folder=$1
shift
echo '/* Made from lexicons/en by src/lexicon/embed.sh. */'
echo '#include <config.h>'
echo
echo '#include "lexicon/tables.h"'
n=0
for file; do
    printf '\n/* %s */\nstatic const unsigned char bytes_%d[] = {\n' "$file" "$n"
    od -An -v -tu1 -w32 "$folder/$file" | sed -e 's/^ *//' -e 's/  */,/g' -e 's/$/,/'
    printf '0};\n'
    n=$((n + 1))
done
printf '\nconst embedded_file embedded_lexicon[LEXICON_TABLES] = {\n'
i=0
while [ "$i" -lt "$n" ]; do
    printf '    {bytes_%d, sizeof bytes_%d - 1},\n' "$i" "$i"
    i=$((i + 1))
done
echo '};'
