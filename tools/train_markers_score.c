#include <config.h>

#include "train_markers_score.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "train_markers.h"

typedef struct {
    double gold, found, right, scored, level1, level2;
} counts;

static void count_essay(const hence_lexicon *lexicon, const marker_models *models, const essay *e, bool each,
                        counts *n) {
    for (size_t i = 0; i < e->gold.count; i++)
        if (!e->gold.items[i].purpose)
            n->gold += e->gold.items[i].count;
    bool *hit = check(calloc(e->gold.count + 1, sizeof *hit));
    for (uint32_t s = 0; s < e->text.sentences.count; s++) {
        if (!paragraph_argues(e->text.paragraphs.items[e->text.sentences.items[s].paragraph].kind))
            continue;
        arena mem = {0};
        candidate_list list = {0};
        if (marker_judge(&mem, models, &e->text, lexicon, s, &list, NULL) < 0)
            die("memory", "ended");
        for (size_t i = 0; i < list.count; i++) {
            const candidate *c = &list.items[i];
            if (c->fate != FATE_TAKEN || c->class != CLASS_CONNECTIVE)
                continue;
            gold_marker here;
            gold_place(e, s, &c->match, &here);
            const gold_marker *g = gold_of(e, s, &c->match);
            n->found += here.count;
            if (!g) {
                if (each)
                    printf("spurious\t%s\t%.*s\t%.2f\t%u\n", e->name, STR_ARG(c->entry->form), (double)c->p, here.spans[0].start);
                continue;
            }
            hit[g - e->gold.items] = true;
            n->right += here.count;
            if (g->sense_count) {
                n->scored++;
                n->level1 += gold_sense_is(g, c->entry->sense, 1);
                n->level2 += gold_sense_is(g, c->entry->sense, 2);
                if (each && !gold_sense_is(g, c->entry->sense, 2))
                    printf("sense\t%s\t%.*s\t%s\t%.*s\n", e->name, STR_ARG(c->entry->form), g->senses[0],
                           STR_ARG(c->entry->sense));
            }
        }
        arena_free(&mem);
    }
    for (size_t i = 0; each && i < e->gold.count; i++)
        if (!hit[i] && !e->gold.items[i].purpose) {
            str form = document_str(e->document, e->gold.items[i].spans[0]);
            (void)form;
            printf("missed\t%s\t%u-%u\n", e->name, e->gold.items[i].spans[0].start, e->gold.items[i].spans[0].end);
        }
    free(hit);
}

static void report(const char *name, const counts *n) {
    double p = n->found > 0 ? n->right / n->found : 0, r = n->gold > 0 ? n->right / n->gold : 0;
    fprintf(stderr, "%-12s P %.3f R %.3f F1 %.3f sense %.3f %.3f\n", name, p, r, p + r > 0 ? 2 * p * r / (p + r) : 0,
            n->level1 / fmax(n->scored, 1), n->level2 / fmax(n->scored, 1));
}

void score_essays(const hence_lexicon *lexicon, const marker_models *models, const essay_list *essays, bool each) {
    counts all = {0};
    for (size_t i = 0; i < essays->count; i++)
        count_essay(lexicon, models, &essays->items[i], each, &all);
    report("all", &all);
    for (size_t i = 0; i < essays->count; i++) {
        counts some = {0};
        if (i && strcmp(essays->items[i].genre, essays->items[i - 1].genre) == 0)
            continue;
        for (size_t k = i; k < essays->count; k++)
            if (strcmp(essays->items[i].genre, essays->items[k].genre) == 0)
                count_essay(lexicon, models, &essays->items[k], false, &some);
        report(essays->items[i].genre, &some);
    }
}
