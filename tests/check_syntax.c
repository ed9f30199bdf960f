#include <config.h>

#include "syntax/models.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "read/document.h"
#include "runner.h"
#include "syntax/amend.h"
#include "syntax/punctuation.h"

/* ---- a text of tokens that are separated by spaces; "|" ends a sentence */

typedef struct {
    hence_document document;
    text text;
} sample;

static void push_word(sample *s, span at) {
    token *t = LIST_PUSH(&s->document.mem, &s->text.tokens);
    sentence *last = &s->text.sentences.items[s->text.sentences.count - 1];
    *t = (token){.span = at, .sentence = (uint32_t)s->text.sentences.count - 1};
    last->token_count++;
}

static sample *sample_new(const char *words) {
    sample *s = calloc(1, sizeof *s);
    ck_assert_ptr_nonnull(s);
    arena *mem = &s->document.mem;
    s->document.text = arena_copy(mem, str_of(words));
    s->text.document = &s->document;
    str all = s->document.text;
    *LIST_PUSH(mem, &s->text.sentences) = (sentence){0};
    for (size_t at = 0; at < all.len;) {
        size_t end = at;
        while (end < all.len && all.data[end] != ' ')
            end++;
        if (end - at == 1 && all.data[at] == '|')
            *LIST_PUSH(mem, &s->text.sentences) = (sentence){.first_token = (uint32_t)s->text.tokens.count};
        else if (end > at)
            push_word(s, (span){(uint32_t)at, (uint32_t)end});
        at = end + 1;
    }
    s->text.words = arena_new(mem, lexicon_word, s->text.tokens.count + 1);
    for (size_t i = 0; i < s->text.tokens.count; i++) {
        span at = s->text.tokens.items[i].span;
        s->text.words[i].form = utf8_fold(mem, str_slice(all, at.start, at.end));
    }
    hence_error err = {0};
    const syntax_models *models = syntax_models_builtin(&err);
    ck_assert_msg(models, "%s", err.text);
    ck_assert_int_eq(syntax_analyse(models, &s->text, &err), 0);
    return s;
}

static void sample_free(sample *s) {
    arena_free(&s->document.mem);
    free(s);
}

/* ---- tags */

static const struct {
    const char *words, *upos, *xpos;
} tagged[] = {
    {"The central bank raised interest rates .", "DET ADJ NOUN VERB NOUN NOUN PUNCT", NULL},
    {"Cities should not ignore their poorest residents .", "NOUN AUX PART VERB PRON ADJ NOUN PUNCT",
     "NNS MD RB VB PRP$ JJS NNS PUNCT"},
    {"They did n't build enough houses .", "PRON AUX PART VERB ADJ NOUN PUNCT", "PRP VBD RB VB JJ NNS PUNCT"},
    {"It 's cheaper to prevent floods .", "PRON AUX ADJ PART VERB NOUN PUNCT", "PRP VBZ JJR TO VB NNS PUNCT"},
    {"The plan , which Germany supports , costs 40 million euros .",
     "DET NOUN PUNCT PRON PROPN VERB PUNCT VERB NUM NUM NOUN PUNCT",
     "DT NN PUNCT WDT NNP VBZ PUNCT VBZ CD CD NNS PUNCT"},
    {"Skill shortages and rising wages are pushing prices up .", "NOUN NOUN CCONJ VERB NOUN AUX VERB NOUN ADP PUNCT",
     NULL},
    /* words that the training text lacks, known by their kin */
    {"Vaccination prevents outbreaks .", "NOUN VERB NOUN PUNCT", "NN VBZ NNS PUNCT"},
    {"Cheap credit inflates prices .", "ADJ NOUN VERB NOUN PUNCT", "JJ NN VBZ NNS PUNCT"},
    {"Vaccines have saved millions of lives .", "NOUN AUX VERB NOUN ADP NOUN PUNCT", "NNS VBP VBN NNS IN NNS PUNCT"},
};

static void check_tags(const sample *s, const char *want, bool xpos) {
    char got[512] = "";
    for (size_t i = 0; i < s->text.tokens.count; i++) {
        const token *t = &s->text.tokens.items[i];
        strcat(got, i ? " " : "");
        strcat(got, xpos ? penn_name((penn)t->xpos) : upos_name((upos)t->upos));
    }
    ck_assert_str_eq(got, want);
}

START_TEST(plain_words_get_their_tags) {
    sample *s = sample_new(tagged[_i].words);
    if (tagged[_i].upos)
        check_tags(s, tagged[_i].upos, false);
    if (tagged[_i].xpos)
        check_tags(s, tagged[_i].xpos, true);
    sample_free(s);
}
END_TEST

/* Rows of a Penn tag and a sentence with one word in brackets, of which the treebanks know little: tests/data/tags.tsv. */
enum { RARE_WORDS_RIGHT = 100, ROW = 256 };

/* Whether the word in brackets gets the tag. */
static bool tag_of_row(char *row) {
    char *tab = strchr(row, '\t'), *bracket = strchr(row, '[');
    ck_assert_ptr_nonnull(tab);
    ck_assert_ptr_nonnull(bracket);
    *tab = '\0';
    size_t asked = 0;
    for (const char *c = tab; c < bracket; c++)
        asked += *c == ' ';
    char plain[ROW] = "";
    for (const char *c = tab + 1; *c && *c != '\n'; c++)
        if (*c != '[' && *c != ']')
            strncat(plain, c, 1);
    sample *s = sample_new(plain);
    bool same = s->text.tokens.items[asked].xpos == penn_named(str_of(row));
    sample_free(s);
    return same;
}

START_TEST(words_that_treebanks_lack_get_their_tags) {
    char path[4096], row[ROW];
    snprintf(path, sizeof path, "%s/tests/data/tags.tsv", runner_top());
    FILE *f = fopen(path, "r");
    ck_assert_ptr_nonnull(f);
    int right = 0, rows = 0;
    while (fgets(row, sizeof row, f))
        if (*row != '#' && strncmp(row, "tag\t", 4) != 0) {
            rows++;
            right += tag_of_row(row);
        }
    fclose(f);
    ck_assert_int_ge(rows, 100);
    ck_assert_msg(right >= RARE_WORDS_RIGHT, "%d of %d", right, rows);
}
END_TEST

static const struct {
    const char *name;
    unsigned value;
} names[] = {{"PRP$", PENN_PRPS}, {"WP$", PENN_WPS}, {"-LRB-", PENN_PUNCT}, {"HYPH", PENN_PUNCT}, {"$", PENN_SYM},
             {"VBZ", PENN_VBZ},   {"nope", 0}};

START_TEST(tags_have_names_and_numbers) {
    ck_assert_uint_eq(penn_named(str_of(names[_i].name)), names[_i].value);
    for (unsigned i = 1; i < UPOS_COUNT; i++)
        ck_assert_uint_eq(upos_named(str_of(upos_name((upos)i))), i);
    for (unsigned i = 1; i < PENN_COUNT; i++)
        ck_assert_uint_eq(penn_named(str_of(penn_name((penn)i))), i);
    for (unsigned i = 1; i < DEP_COUNT; i++)
        ck_assert_uint_eq(dep_named(str_of(dep_name((dep)i))), i);
    ck_assert_str_eq(upos_name(UPOS_X), "X");
    ck_assert_str_eq(dep_name(DEP_acl_relcl), "acl:relcl");
    ck_assert_str_eq(dep_name(DEP_xcomp), "xcomp");
    ck_assert_str_eq(penn_name(PENN_VB), "VB");
    ck_assert_uint_eq(dep_named(str_of("nmod:desc")), DEP_nmod);
    ck_assert_uint_eq(dep_named(str_of("nope:nope")), DEP_NONE);
}
END_TEST

/* ---- odd texts */

START_TEST(an_empty_text_and_an_empty_sentence_are_no_trouble) {
    sample_free(sample_new(""));
    sample_free(sample_new("| | Rates fell . | |"));
}
END_TEST

/* Words in an order that a generator chooses. */
static char *salad(uint32_t seed, size_t count) {
    static const char *const words[] = {
        "the", "rates",  "because", "fell", ",",    "which", "and",  "not",  "(",     "\"",      "of",
        "to",  "Europe", "rising",  "was",  "2019", ".",     "more", "than", "their", "quickly", "\xc3\xa9t\xc3\xa9"};
    char *out = calloc(count + 1, 10);
    ck_assert_ptr_nonnull(out);
    char *end = out;
    for (size_t i = 0; i < count; i++) {
        seed = seed * 1664525u + 1013904223u;
        end += sprintf(end, "%s ", words[(seed >> 16) % (sizeof words / sizeof *words)]);
    }
    return out;
}

START_TEST(the_same_text_gives_the_same_analysis) {
    char *words = salad(7, 400);
    sample *a = sample_new(words), *b = sample_new(words);
    ck_assert_mem_eq(a->text.tokens.items, b->text.tokens.items, a->text.tokens.count * sizeof(token));
    sample_free(a);
    sample_free(b);
    free(words);
}
END_TEST

/* ---- damage */

static char *copy_of(str file) {
    char *copy = aligned_alloc(64, (file.len + 63) / 64 * 64);
    ck_assert_ptr_nonnull(copy);
    memcpy(copy, file.data, file.len);
    return copy;
}

enum { FILES = 4 };

static str *file_at(syntax_files *files, int which) {
    str *const all[FILES] = {&files->dictionary, &files->tagger, &files->parser, &files->units};
    return all[which];
}

/* Opens the built-in files with one of them in place of its own. */
static int open_with(int which, str file, hence_error *err) {
    syntax_files files = syntax_files_builtin();
    *file_at(&files, which) = file;
    syntax_models models;
    return syntax_models_open(files, &models, err);
}

START_TEST(a_damaged_model_is_refused) {
    syntax_files files = syntax_files_builtin();
    str file = *file_at(&files, _i);
    char *copy = copy_of(file);
    ck_assert_int_eq(open_with(_i, (str){copy, file.len}, NULL), 0);
    ck_assert_int_eq(open_with((_i + 1) % FILES, (str){copy, file.len}, NULL), -1); /* another kind */
    const size_t places[] = {0, 8, 12, 16, 24, 40, file.len / 2, file.len - 1};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        hence_error err = {0};
        copy[places[i]] ^= 4;
        ck_assert_int_eq(open_with(_i, (str){copy, file.len}, &err), -1);
        ck_assert_int_eq(err.code, HENCE_EMODEL);
        copy[places[i]] ^= 4;
    }
    const size_t lengths[] = {0, 7, 31, 32, file.len / 2, file.len - 8};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        ck_assert_int_eq(open_with(_i, (str){copy, lengths[i]}, NULL), -1);
    free(copy);
}
END_TEST

/* ---- trees */

/* Each sentence is a tree with one root: heads lie in the sentence, and all lead to the root. */
static void check_trees(const sample *s) {
    for (size_t i = 0; i < s->text.sentences.count; i++) {
        const sentence *in = &s->text.sentences.items[i];
        uint32_t roots = 0, end = in->first_token + in->token_count;
        for (uint32_t k = in->first_token; k < end; k++) {
            const token *t = &s->text.tokens.items[k];
            ck_assert(t->upos > UPOS_NONE && t->upos < UPOS_COUNT);
            ck_assert(t->relation > DEP_NONE && t->relation < DEP_COUNT);
            ck_assert((t->head == NONE) == (t->relation == DEP_root));
            roots += t->head == NONE;
            uint32_t steps = 0;
            for (uint32_t h = t->head; h != NONE; h = s->text.tokens.items[h].head) {
                ck_assert(h >= in->first_token && h < end);
                ck_assert_uint_le(++steps, in->token_count);
            }
        }
        ck_assert_uint_eq(roots, in->token_count ? 1 : 0);
        if (in->token_count)
            ck_assert(s->text.tokens.items[in->first_token].unit);
    }
}

/* Gold heads of the words, from 1, 0 for the root; those of punctuation are to be found. */
static const struct {
    const char *words, *heads;
} marked[] = {
    {"Rates fell .", "2 0 2"},
    {"Yes , rates fell .", "4 1 4 0 4"},
    {"Rates fell ( sharply ) .", "2 0 4 2 4 2"},
    {"He said \" no \" .", "2 0 4 2 4 2"},
    {"If rates fall , firms hire .", "3 3 6 3 6 0 6"},
    {"( Rates fell", "3 3 0"}, /* never closed */
    {") ( Rates fell", "4 4 4 0"},
};

START_TEST(punctuation_hangs_by_rule) {
    arena mem = {0};
    syntax_word words[16];
    uint32_t heads[16], want[16], count = 0;
    str left = str_of(marked[_i].words), numbers = str_of(marked[_i].heads), word, number;
    for (; left.len; count++) {
        str_cut(left, ' ', &word, &left);
        str_cut(numbers, ' ', &number, &numbers);
        words[count] = word_read(word, utf8_fold(&mem, word));
        words[count].upos = words[count].mark ? UPOS_PUNCT : UPOS_X;
        want[count] = (uint32_t)atoi(number.data) - 1;
        heads[count] = words[count].mark ? 77 : want[count];
    }
    punctuation_attach(words, count, heads);
    for (uint32_t i = 0; i < count; i++)
        ck_assert_msg(heads[i] == want[i], "head of word %u is %u", i + 1, heads[i] + 1);
    arena_free(&mem);
}
END_TEST

/* Tokens as form/tag/head/relation, from 1, and the heads and relations that are wanted. */
static const struct {
    const char *tree, *heads, *relations;
} amended[] = {
    /* "who" behind a comma */
    {"Drills/NNS/2/nsubj worry/VBP/0/root neighbours/NNS/2/obj ,/,/7/punct who/WP/7/nsubj may/MD/7/aux arm/VB/2/parataxis ././2/punct", "2 0 2 7 7 7 3 2",
     "nsubj root obj punct nsubj aux acl:relcl punct"},
    {"Drills/NNS/2/nsubj worry/VBP/0/root Mali/NNP/2/obj and/CC/5/cc Chad/NNP/3/conj ,/,/8/punct who/WP/8/nsubj arm/VBP/2/ccomp ././2/punct", "2 0 2 5 3 8 8 3 2",
     "nsubj root obj cc conj punct nsubj acl:relcl punct"},
    {"Drills/NNS/2/nsubj worry/VBP/0/root Mali/NNP/2/obj who/WP/5/nsubj arms/VBZ/2/parataxis", "2 0 2 5 3", "nsubj root obj nsubj acl:relcl"},
    {"They/PRP/2/nsubj ask/VBP/0/root Mali/NNP/2/iobj who/WP/5/nsubj arms/VBZ/2/ccomp", "2 0 2 5 2", "nsubj root iobj nsubj ccomp"},
    {"Prices/NNS/2/nsubj rise/VBP/0/root ,/,/5/punct who/WP/5/nsubj pays/VBZ/2/parataxis ?/./2/punct", "2 0 5 5 2 2", "nsubj root punct nsubj parataxis punct"},
    /* no relative clause without a relative pronoun behind a comma */
    {"As/IN/3/mark costs/NNS/3/nsubj hit/VBP/0/root firms/NNS/3/obj ,/,/7/punct they/PRP/7/nsubj leave/VBP/4/acl:relcl ,/,/9/punct cutting/VBG/4/advcl jobs/NNS/9/obj", "3 3 7 3 7 7 0 9 7 9",
     "mark nsubj advcl obj punct nsubj root punct advcl obj"},
    {"Costs/NNS/2/nsubj hit/VBP/0/root firms/NNS/2/obj ,/,/6/punct they/PRP/6/nsubj say/VBP/3/acl:relcl", "2 0 2 6 6 2", "nsubj root obj punct nsubj parataxis"},
    {"Costs/NNS/6/nsubj ,/,/5/punct which/WDT/5/obj they/PRP/5/nsubj fear/VBP/1/acl:relcl rise/VBP/0/root", "6 5 5 5 1 0", "nsubj punct obj nsubj acl:relcl root"},
    {"The/DT/2/det costs/NNS/5/nsubj they/PRP/4/nsubj fear/VBP/2/acl:relcl rise/VBP/0/root", "2 5 4 2 0", "det nsubj nsubj acl:relcl root"},
    /* an article that heads a phrase */
    {"Fees/NNS/2/nsubj hurt/VBP/0/root the/DT/2/obj poor/JJ/3/fixed most/RBS/4/advmod", "2 0 4 2 4", "nsubj root det obj advmod"},
    /* two subjects */
    {"Talks/NNS/6/nsubj between/IN/3/case Mali/NNP/1/nmod and/CC/6/cc Chad/NNP/6/nsubj failed/VBD/0/root", "6 3 1 5 3 0", "nsubj case nmod cc conj root"},
    {"Fees/NNS/2/nsubj rose/VBD/0/root and/CC/5/cc rents/NNS/5/nsubj fell/VBD/2/conj", "2 0 5 5 2", "nsubj root cc nsubj conj"},
    /* a gerund for a subject */
    {"Saving/VBG/4/advcl on/IN/3/case repairs/NNS/1/obl led/VBD/0/root to/IN/6/case losses/NNS/4/obl", "4 3 1 0 6 4", "csubj case obl root case obl"},
    {"Fearing/VBG/5/advcl losses/NNS/1/obj ,/,/1/punct lenders/NNS/5/nsubj left/VBD/0/root", "5 1 1 5 0", "advcl obj punct nsubj root"},
    /* infinitives */
    {"Loans/NNS/2/nsubj enable/VBP/0/root firms/NNS/2/obj to/TO/5/mark grow/VB/2/conj", "2 0 2 5 2", "nsubj root obj mark xcomp"},
    {"Loans/NNS/2/nsubj enable/VBP/0/root firms/NNS/2/obj to/TO/5/mark better/JJR/6/advmod plan/VB/2/xcomp", "2 0 2 6 6 2", "nsubj root obj mark advmod xcomp"},
    {"They/PRP/2/nsubj plan/VBP/0/root to/TO/4/mark lend/VB/2/xcomp and/CC/7/cc to/TO/7/mark grow/VB/4/conj", "2 0 4 2 7 7 4", "nsubj root mark xcomp cc mark conj"},
};

START_TEST(what_grammar_rules_out_is_set_right) {
    arena mem = {0};
    syntax_word words[16];
    units_node nodes[16];
    uint32_t heads[16], count = 0;
    uint8_t relations[16];
    str left = str_of(amended[_i].tree), token, form, tag, number, relation;
    for (; left.len; count++) {
        str_cut(left, ' ', &token, &left);
        str_cut(token, '/', &form, &token);
        str_cut(token, '/', &tag, &token);
        str_cut(token, '/', &number, &relation);
        words[count] = word_read(form, utf8_fold(&mem, form));
        words[count].xpos = (uint8_t)penn_named(tag);
        words[count].upos = words[count].mark ? UPOS_PUNCT : tag.data[0] == 'N' ? UPOS_NOUN : tag.data[0] == 'V' ? UPOS_VERB : tag.data[0] == 'J' ? UPOS_ADJ : UPOS_X;
        heads[count] = (uint32_t)atoi(number.data) - 1;
        relations[count] = (uint8_t)dep_named(relation);
    }
    units_read(heads, relations, count, nodes);
    amend_tree(words, nodes, count, heads, relations);
    str wanted = str_of(amended[_i].heads), names = str_of(amended[_i].relations);
    for (uint32_t i = 0; i < count; i++) {
        str_cut(wanted, ' ', &number, &wanted);
        str_cut(names, ' ', &relation, &names);
        ck_assert_msg(heads[i] + 1 == (uint32_t)atoi(number.data), "%s: head of word %u is %u", amended[_i].tree, i + 1, heads[i] + 1);
        ck_assert_msg(relations[i] == dep_named(relation), "%s: word %u is %s", amended[_i].tree, i + 1, dep_name((dep)relations[i]));
    }
    arena_free(&mem);
}
END_TEST

START_TEST(any_words_give_a_tree) {
    char *words = salad((uint32_t)_i + 1, 1 + (size_t)_i * 7);
    sample *s = sample_new(words);
    check_trees(s);
    sample_free(s);
    free(words);
}
END_TEST

START_TEST(a_sentence_of_5000_words_is_a_tree_too) {
    char *words = salad(99, 5000);
    sample *s = sample_new(words);
    ck_assert_uint_eq(s->text.tokens.count, 5000);
    check_trees(s);
    sample_free(s);
    free(words);
}
END_TEST

/* Heads from 1, 0 for the root; - where the case is not safe enough to ask. */
static const struct {
    const char *words, *heads, *relations;
} parsed[] = {
    {"The bank sold the bonds .", "2 3 0 5 3 3", "det nsubj root det obj punct"},
    {"Floods destroyed the old harbour in 1953 .", "2 0 5 5 2 7 2 2", "nsubj root det amod obj case obl punct"},
    {"The government should invest in public schools .", "2 4 4 0 7 7 4 4", "det nsubj aux root case amod obl punct"},
    {"Patients were treated by nurses .", "3 3 0 5 3 3", "nsubj:pass aux:pass root case obl:agent punct"},
    {"If taxes rise , consumers will spend less .", "3 3 7 - 7 7 0 - 7", "mark nsubj advcl - nsubj aux root - punct"},
    {"Because firms could not borrow , they cut jobs , which lowered demand .", "5 5 5 5 8 - 8 0 8 - 12 - 12 8",
     "mark nsubj aux advmod advcl punct nsubj root obj punct nsubj - obj punct"},
    {"Thus a policy designed to preserve peace may make war more likely .", "9 3 9 3 6 4 6 9 0 9 12 9 9",
     "advmod det nsubj acl mark - obj aux root obj advmod xcomp punct"},
    {"The treaty bans the gas , and its signatories report what they still make .", "2 3 0 5 3 - 10 9 10 3 - - - - 3",
     "det nsubj root det obj punct cc nmod:poss nsubj conj - nsubj advmod - punct"},
};

START_TEST(plain_sentences_get_their_trees) {
    sample *s = sample_new(parsed[_i].words);
    str heads = str_of(parsed[_i].heads), relations = str_of(parsed[_i].relations), head, relation;
    for (size_t i = 0; i < s->text.tokens.count; i++) {
        const token *t = &s->text.tokens.items[i];
        str_cut(heads, ' ', &head, &heads);
        str_cut(relations, ' ', &relation, &relations);
        if (!str_equal(head, str_of("-")))
            ck_assert_msg((t->head == NONE ? 0 : t->head + 1) == (uint32_t)atoi(head.data), "head of word %zu", i + 1);
        if (!str_equal(relation, str_of("-")))
            ck_assert_strings_eq(str_of(dep_name((dep)t->relation)), relation);
    }
    sample_free(s);
}
END_TEST

START_TEST(a_feature_that_a_table_lacks_has_no_weight) {
    static const model_slot slots[] = {{0x10000000, 5}, {0x20000000, 7}, {0, 0}, {0xC0000000, 9}, {0, 0}}; /* of 4 places */
    static const struct {
        uint32_t key, value;
    } asked[] = {{0x10000000, 5}, {0x20000000, 7}, {0xC0000000, 9}, {0x08000000, 0}, {0x18000000, 0}, {0x30000000, 0}, {0x90000000, 0}, {0xFFFFFFFF, 0}};
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++)
        ck_assert_uint_eq(model_value(slots, 4, asked[i].key), asked[i].value);
}
END_TEST

static const struct {
    const char *words;
    const char *units; /* 1 where a unit begins */
} cut[] = {
    {"The bank raised rates .", "10000"},
    {"If taxes rise , consumers will spend less .", "100010000"},
    {"Prices rose , but wages fell .", "1001000"},
};

START_TEST(units_begin_where_clauses_do) {
    sample *s = sample_new(cut[_i].words);
    char got[64] = "";
    for (size_t i = 0; i < s->text.tokens.count; i++)
        strcat(got, s->text.tokens.items[i].unit ? "1" : "0");
    ck_assert_str_eq(got, cut[_i].units);
    sample_free(s);
}
END_TEST

SUITE("syntax", LOOP(plain_words_get_their_tags, tagged), TEST(words_that_treebanks_lack_get_their_tags),
      LOOP(tags_have_names_and_numbers, names), TEST(an_empty_text_and_an_empty_sentence_are_no_trouble),
      TEST(the_same_text_gives_the_same_analysis), LOOP_N(a_damaged_model_is_refused, FILES),
      LOOP(punctuation_hangs_by_rule, marked), LOOP(what_grammar_rules_out_is_set_right, amended), LOOP_N(any_words_give_a_tree, 60),
      TEST(a_sentence_of_5000_words_is_a_tree_too), LOOP(plain_sentences_get_their_trees, parsed),
      LOOP(units_begin_where_clauses_do, cut), TEST(a_feature_that_a_table_lacks_has_no_weight))
