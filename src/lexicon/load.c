#include <config.h>

#include <string.h>

#include "base/error.h"
#include "base/list.h"
#include "base/utf8.h"
#include "lexicon/schema.h"
#include "lexicon/tables.h"

/* One file being read. */
typedef struct {
    hence_lexicon *lexicon;
    lexicon_table table;
    const schema *schema;
    str source;
    uint32_t line_number;
    str line;
    int places[LEXICON_COLUMNS]; /* the file's columns in the schema */
    size_t columns;              /* how many the file has; 0 before the header */
    stemmer *stemmer;
    hence_error *err;
    form_word words[LEXICON_FORM_WORDS]; /* of the form being read */
} reader;

#define refuse(r, at, ...)                                                                                             \
    error_set((r)->err, HENCE_ELEXICON, (r)->source, (r)->line_number, column_of(r, at), __VA_ARGS__)

/* The column, from 1, in which `at` stands: a place in the line. */
static size_t column_of(const reader *r, str at) {
    return utf8_count(str_slice(r->line, 0, (size_t)(at.data - r->line.data))) + 1;
}

static bool is_none(str cell) {
    return str_equal(cell, str_of("-"));
}

/* ---- forms */

/* Where a word is cut into tokens: before 's and the like, before n't, in cannot. Gives the length of its first token. */
static size_t token_length(str word) {
    static const char *const clitics[] = {"'s", "'re", "'ve", "'d", "'ll", "'m", NULL};
    if (str_equal(word, str_of("cannot")) || str_equal(word, str_of("cannot~")))
        return 3;
    if (word.len > 3 && str_ends(word, str_of("n't")))
        return word.len - 3;
    for (const char *const *c = clitics; *c; c++)
        if (word.len > strlen(*c) && str_ends(word, str_of(*c)))
            return word.len - strlen(*c);
    return word.len;
}

static int add_word(reader *r, lexicon_entry *e, str at, str text, bool gap, bool beside) {
    if (e->word_count == LEXICON_FORM_WORDS)
        return refuse(r, at, "a form has at most %d words", LEXICON_FORM_WORDS);
    form_word *w = &r->words[e->word_count++];
    *w = (form_word){.gap = gap, .beside = beside};
    if (str_equal(text, str_of("_"))) {
        w->filler = true;
        return 0;
    }
    w->inflects = str_ends(text, str_of("~"));
    if (w->inflects)
        text.len--;
    if (text.len == 0 || memchr(text.data, '~', text.len))
        return refuse(r, at, "~ stands only after a word");
    w->text = text;
    if (w->inflects) {
        w->lemma = text;
        if (r->stemmer)
            w->text = stemmer_stem(r->stemmer, &r->lexicon->mem, text);
    }
    return w->text.data ? 0 : error_memory(r->err);
}

/* Lower-case ASCII, which folding leaves as it is. */
static bool is_plain(str form) {
    for (size_t i = 0; i < form.len; i++)
        if ((unsigned char)form.data[i] >= 0x80 || (form.data[i] >= 'A' && form.data[i] <= 'Z'))
            return false;
    return true;
}

static int parse_form(reader *r, lexicon_entry *e, str form) {
    arena *mem = &r->lexicon->mem;
    str folded = is_plain(form) ? form : utf8_fold(mem, form);
    if (!folded.data)
        return error_memory(r->err);
    if (!str_equal(form, folded))
        return refuse(r, form, "a form is in lower case, with plain apostrophes and hyphens");
    str rest = form, word;
    bool gap = false, more = true, filler = false, beside = false;
    while (more) {
        more = str_cut(rest, ' ', &word, &rest);
        if (word.len == 0)
            return refuse(r, word, "the words of a form are one space apart");
        if (str_equal(word, str_of("..."))) {
            if (gap || filler || e->word_count == 0 || !more)
                return refuse(r, word, "... stands between two words");
            gap = true;
            continue;
        }
        filler = str_equal(word, str_of("_"));
        if (filler && (gap || e->word_count == 0 || !more || r->words[e->word_count - 1].filler))
            return refuse(r, word, "_ stands between two words");
        if (str_starts(word, str_of("("))) {
            if (beside || e->word_count == 0)
                return refuse(r, word, "( stands before a later word");
            beside = true;
            word = str_slice(word, 1, word.len);
        }
        bool closes = str_ends(word, str_of(")"));
        if (closes && !beside)
            return refuse(r, word, ") has no (");
        for (str tail = str_slice(word, 0, word.len - closes); tail.len;) {
            size_t n = token_length(tail);
            if (add_word(r, e, word, str_slice(tail, 0, n), gap, beside) < 0)
                return -1;
            gap = false;
            tail = str_slice(tail, n, tail.len);
        }
        beside = beside && !closes;
    }
    if (beside)
        return refuse(r, form, "( has no )");
    form_word *words = arena_new(mem, form_word, e->word_count);
    if (!words)
        return error_memory(r->err);
    memcpy(words, r->words, e->word_count * sizeof *words);
    e->words = words;
    return 0;
}

/* ---- rows */

static int check_example(reader *r, str cell) {
    bool inside = false, any = false;
    for (size_t i = 0; i < cell.len; i++)
        if (cell.data[i] == '[' || cell.data[i] == ']') {
            if (inside != (cell.data[i] == ']'))
                return refuse(r, str_slice(cell, i, cell.len), "[ and ] do not match");
            inside = !inside;
            any = true;
        }
    if (inside || !any)
        return refuse(r, cell, "an example has its form in [brackets]");
    return 0;
}

static int take_cell(reader *r, lexicon_entry *e, int place, str cell) {
    const schema_column *c = &r->schema->columns[place];
    if (cell.len == 0)
        return refuse(r, cell, "an empty cell is written -");
    if (str_trim(cell).len != cell.len)
        return refuse(r, cell, "white space at the edge of a cell");
    if (is_none(cell)) {
        if (c->required && place > 0)
            return refuse(r, cell, "the column %s may not be empty", c->name);
    } else if (c->values) {
        e->values[place] = schema_value(c, cell);
        if (!e->values[place])
            return refuse(r, cell, "unknown value \"%.*s\" for %s", (int)(cell.len < 60 ? cell.len : 60), cell.data,
                          c->name);
    }
    if (place == 0 && parse_form(r, e, cell) < 0)
        return -1;
    if (strcmp(c->name, "example") == 0 && check_example(r, cell) < 0)
        return -1;
    e->cells[place] = cell;
    return 0;
}

static int read_marker(reader *r, lexicon_entry *e) {
    const schema *s = r->schema;
    bool connective = r->table == LEXICON_CONNECTIVES;
    e->class = (marker_class)(r->table - LEXICON_CONNECTIVES + CLASS_CONNECTIVE);
    e->reported = connective ? (marker_class)e->values[schema_place(s, str_of("class"))] : e->class;
    e->sense = lexicon_cell(e, "sense");
    uint8_t relation_value = e->values[schema_place(s, str_of("relation"))];
    e->relation = relation_value > RELATION_CORRELATION ? RELATION_NONE : (relation)relation_value;
    e->polarity = (polarity)e->values[schema_place(s, str_of("polarity"))];
    e->certainty = (certainty)e->values[schema_place(s, str_of("certainty"))];
    str frame = e->cells[schema_place(s, str_of("frame"))];
    if (!schema_frame(frame, connective, &e->frame, &e->source, &e->target))
        return refuse(r, frame, "bad frame \"%.*s\"", (int)(frame.len < 60 ? frame.len : 60), frame.data);
    if (e->frame == FRAME_NONE && e->relation != RELATION_NONE)
        return refuse(r, frame, "a marker with a relation needs a frame");
    return 0;
}

static int read_row(reader *r, lexicon_entry *e, const lexicon_entry *before) {
    str rest = r->line, cell;
    size_t n = 0;
    e->table = r->table;
    e->line = r->line_number;
    for (bool more = true; more; n++) {
        more = str_cut(rest, '\t', &cell, &rest);
        if (n == r->columns)
            return refuse(r, cell, "too many cells: %s has %zu columns", r->schema->file, r->columns);
        if (take_cell(r, e, r->places[n], cell) < 0)
            return -1;
    }
    if (n < r->columns)
        return refuse(r, str_slice(r->line, r->line.len, r->line.len), "too few cells: %zu of %zu", n, r->columns);
    e->form = e->cells[0];
    if (before && str_compare(before->form, e->form) > 0)
        return refuse(r, e->form, "not sorted: \"%.*s\" comes before \"%.*s\"", (int)(e->form.len < 60 ? e->form.len : 60),
                      e->form.data, (int)(before->form.len < 60 ? before->form.len : 60), before->form.data);
    return r->table <= LEXICON_ADJECTIVES ? read_marker(r, e) : 0;
}

static int read_header(reader *r) {
    str rest = r->line, name;
    for (bool more = true; more;) {
        more = str_cut(rest, '\t', &name, &rest);
        int place = schema_place(r->schema, name);
        if (place < 0)
            return refuse(r, name, "%s has no column \"%.*s\"", r->schema->file, (int)(name.len < 60 ? name.len : 60),
                          name.data);
        for (size_t i = 0; i < r->columns; i++)
            if (r->places[i] == place)
                return refuse(r, name, "the column %s stands twice", r->schema->columns[place].name);
        r->places[r->columns++] = place;
    }
    for (int i = 0; r->schema->columns[i].name; i++) {
        bool there = r->schema->columns[i].optional;
        for (size_t k = 0; k < r->columns; k++)
            there |= r->places[k] == i;
        if (!there)
            return refuse(r, r->line, "the column %s is missing", r->schema->columns[i].name);
    }
    return 0;
}

static int check_encoding(reader *r) {
    size_t bad = utf8_check(r->line);
    if (bad < r->line.len)
        return refuse(r, str_slice(r->line, bad, r->line.len), "byte 0x%02x is not UTF-8",
                      (unsigned char)r->line.data[bad]);
    const char *nul = r->line.len ? memchr(r->line.data, 0, r->line.len) : NULL;
    return nul ? refuse(r, str_slice(r->line, (size_t)(nul - r->line.data), r->line.len), "a NUL byte") : 0;
}

/* The next line, without its end (LF or CR LF). */
static bool next_line(reader *r, str *rest) {
    if (!rest->len)
        return false;
    str_cut(*rest, '\n', &r->line, rest);
    if (str_ends(r->line, str_of("\r")))
        r->line.len--;
    r->line_number++;
    return true;
}

static size_t count_rows(str text) {
    size_t n = 1;
    for (size_t i = 0; i < text.len; i++)
        n += text.data[i] == '\n';
    return n;
}

int table_load(hence_lexicon *lexicon, lexicon_table table, str text, str source, stemmer *s, hence_error *err) {
    reader r = {.lexicon = lexicon, .table = table, .schema = schema_of(table), .source = source, .stemmer = s, .err = err};
    table_index *t = &lexicon->tables[table];
    if (str_starts(text, str_of("\xef\xbb\xbf")))
        text = str_slice(text, 3, text.len);
    t->entries = arena_new(&lexicon->mem, lexicon_entry, count_rows(text));
    if (!t->entries)
        return error_memory(err);
    while (next_line(&r, &text)) {
        if (check_encoding(&r) < 0)
            return -1;
        if (r.line.len == 0 || r.line.data[0] == '#')
            continue;
        if (!r.columns) {
            if (read_header(&r) < 0)
                return -1;
            continue;
        }
        lexicon_entry *e = &t->entries[t->count];
        if (read_row(&r, e, t->count ? e - 1 : NULL) < 0)
            return -1;
        t->count++;
    }
    if (!r.columns)
        return error_set(err, HENCE_ELEXICON, source, 0, 0, "no header line that names the columns");
    return table_build(&lexicon->mem, t, err);
}

str lexicon_cell(const lexicon_entry *entry, const char *name) {
    int place = schema_place(schema_of(entry->table), str_of(name));
    str cell = place < 0 ? (str){NULL, 0} : entry->cells[place];
    return is_none(cell) ? (str){NULL, 0} : cell;
}
