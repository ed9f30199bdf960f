#include <config.h>

#include "text/stop.h"

#include <string.h>

#include "base/utf8.h"

static bool is_initial(str word) {
    size_t at = 0;
    uint32_t c = utf8_next(word, &at);
    return utf8_is_upper(c) && word.len == at + 1;
}

/* U.S., Ph.D.: letters, each alone or few, between full stops. */
static bool is_dotted(str word) {
    size_t stops = 0, run = 0;
    for (size_t at = 0; at < word.len;) {
        uint32_t c = utf8_next(word, &at);
        if (c == '.') {
            if (run == 0 || run > 2)
                return false;
            stops++;
            run = 0;
        } else if (utf8_is_letter(c))
            run++;
        else
            return false;
    }
    return stops > 1 && run == 0;
}

static const lexicon_entry *abbreviation(const hence_lexicon *lexicon, arena *mem, str before, str word) {
    str form = utf8_fold(mem, word);
    if (!form.data)
        return NULL;
    lexicon_word w[2] = {{form, form}, {form, form}};
    const lexicon_entry *e = lexicon_find(lexicon, LEXICON_ABBREVIATIONS, w[1]);
    if (e || before.len == 0 || before.len > 8)
        return e;
    w[0].form = w[0].stem = utf8_fold(mem, before);
    lexicon_match m;
    if (w[0].form.data && lexicon_match_at(lexicon, LEXICON_ABBREVIATIONS, w, 2, 0, &m, 1) && m.word_count == 2)
        return m.entry;
    return NULL;
}

/* Whether `word` has the case of the form in the example: no [Ill.] for "ill.", no [i.e.] for "IE.". */
static bool same_case(str word, str example) {
    const char *bracket = example.len ? memchr(example.data, '[', example.len) : NULL;
    if (!bracket)
        return true;
    size_t in = (size_t)(bracket - example.data) + 1, at = 0, letters = 0, capitals = 0;
    bool capital = utf8_is_upper(utf8_next(example, &in)), second = utf8_is_upper(utf8_next(example, &in));
    if (capital && utf8_is_lower(utf8_next(word, &at)))
        return false;
    for (at = 0; at < word.len;) {
        uint32_t c = utf8_next(word, &at);
        letters += utf8_is_letter(c);
        capitals += utf8_is_upper(c);
    }
    return capital || second || letters < 2 || capitals < letters || memchr(word.data, '.', word.len - 1);
}

/* "vitamin", "plan": what is known by a letter, which then is no initial. */
static bool letters_follow(const hence_lexicon *lexicon, arena *mem, str before) {
    str form = before.len && before.len <= STOP_WORD_BYTES ? utf8_fold(mem, before) : (str){0};
    return form.data && lexicon_is(lexicon, LEXICON_ABBREVIATIONS, (lexicon_word){form, form}, "lettered");
}

stop_kind stop_of(const hence_lexicon *lexicon, arena *mem, str before, str word) {
    static const struct {
        const char *name;
        stop_kind kind;
    } kinds[] = {{"title", STOP_TITLE}, {"number", STOP_NUMBER}, {"inner", STOP_INNER}, {"any", STOP_ANY}, {"time", STOP_TIME}};
    if (word.len < 2 || word.len > STOP_WORD_BYTES)
        return STOP_PLAIN;
    if (is_initial(word))
        return letters_follow(lexicon, mem, before) ? STOP_PLAIN : STOP_INITIAL;
    const lexicon_entry *e = abbreviation(lexicon, mem, before, word);
    if (!e)
        return is_dotted(word) ? STOP_ANY : STOP_PLAIN;
    str kind = lexicon_cell(e, "kind");
    if (!same_case(word, lexicon_cell(e, "example")) && !str_equal(kind, str_of("number")))
        return STOP_PLAIN;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (str_equal(kind, str_of(kinds[i].name)))
            return kinds[i].kind;
    return STOP_PLAIN;
}
