#include <config.h>

#include "clause/argument.h"

#include "base/error.h"
#include "clause/modality.h"
#include "clause/phrase.h"
#include "read/document.h"

enum { OUTCOME_TOKENS = 120 }; /* a longer span is no clause that an outcome sums up; chains of cues would else ask of each other without end */

static bool is_part(const marker *m, uint32_t word) {
    for (uint8_t k = 0; k < m->token_count; k++)
        if (m->tokens[k] == word)
            return true;
    return false;
}

uint32_t marker_head(const tree *t, const marker *m) {
    uint32_t outside = m->tokens[0];
    bool found = false;
    for (uint8_t k = 0, w = 0; k < m->token_count && w < m->entry->word_count; w++) {
        if (m->entry->words[w].filler)
            continue;
        if (m->entry->words[w].inflects) { /* "[be] met with": the participle */
            uint32_t head = tree_at(t, m->tokens[k])->head;
            return tree_is(t, m->tokens[k], DEP_aux_pass) && is_part(m, head) ? head : m->tokens[k];
        }
        k++;
    }
    for (uint8_t k = 0; k < m->token_count && !found; k++)
        if (!is_part(m, tree_at(t, m->tokens[k])->head)) {
            outside = m->tokens[k];
            found = true;
        }
    return outside;
}

static bool is_question(const text *t, const sentence *s) {
    for (uint32_t i = s->first_token + s->token_count; i-- > s->first_token;) {
        str form = t->words[i].form;
        if (str_equal(form, str_of("?")))
            return true;
        if (!(t->tokens.items[i].flags & TOKEN_PUNCT))
            break;
    }
    return false;
}

/* Notes which words a marker has, and what that says of them. */
static void note_marker(analysis *a, uint32_t m) {
    const marker *k = &a->markers->items[m];
    uint32_t last = k->tokens[k->token_count - 1], verb = a->text->tokens.items[last].head;
    for (uint8_t i = 0; i < k->token_count; i++)
        a->part_of[k->tokens[i]] = m;
    if (k->entry->class != CLASS_CONNECTIVE) {
        for (uint8_t i = 0; i < k->token_count; i++)
            a->notes[k->tokens[i]].negator = 0; /* "left homes [without] power": the row has said what it denies */
        uint32_t head = marker_head(&a->trees[k->sentence], k);
        a->cue_at[head] = m;
        a->notes[head].flags |= NOTE_CUE;
    } else if (k->entry->frame == FRAME_INF && verb != NONE && verb > last) {
        a->notes[verb].flags |= NOTE_PURPOSE;
    }
}

int argument_find(arena *mem, const text *t, const hence_lexicon *lexicon, const marker_list *markers, analysis *a, hence_error *err) {
    *a = (analysis){.mem = mem, .text = t, .lexicon = lexicon, .markers = markers};
    a->notes = notes_read(mem, t, lexicon);
    a->trees = arena_new(mem, tree, t->sentences.count);
    a->cue_at = arena_new(mem, uint32_t, t->tokens.count);
    a->part_of = arena_new(mem, uint32_t, t->tokens.count);
    a->states = arena_new(mem, bool, t->sentences.count);
    a->bridged = arena_new(mem, bool, markers->count);
    a->newest = arena_new(mem, uint32_t, t->sentences.count);
    if (!a->notes || !a->trees || !a->cue_at || !a->part_of || !a->states || !a->bridged || !a->newest)
        return error_memory(err);
    for (uint32_t s = 0; s < t->sentences.count; s++) {
        const sentence *sent = &t->sentences.items[s];
        a->newest[s] = NONE;
        if (tree_read(mem, t, s, &a->trees[s]) < 0)
            return error_memory(err);
        a->states[s] = paragraph_argues(t->paragraphs.items[sent->paragraph].kind) && !notes_self(a->notes, sent) && !is_question(t, sent);
    }
    for (size_t i = 0; i < t->tokens.count; i++)
        a->cue_at[i] = a->part_of[i] = NONE;
    for (uint32_t m = 0; m < markers->count; m++)
        note_marker(a, m);
    for (uint32_t m = 0; m < markers->count; m++)
        if (markers->items[m].entry->class == CLASS_CONNECTIVE && a->states[markers->items[m].sentence] && connective_resolve(a, m) < 0)
            return error_memory(err);
    for (uint32_t m = 0; m < markers->count; m++)
        if (markers->items[m].entry->class != CLASS_CONNECTIVE && a->states[markers->items[m].sentence] && cue_resolve(a, m) < 0)
            return error_memory(err);
    return 0;
}

static bool overlap(const analysis *a, argument_side x, argument_side y) {
    return x.sentence == y.sentence && span_overlaps(tree_span(&a->trees[x.sentence], x.span), tree_span(&a->trees[y.sentence], y.span));
}

static bool same_phrase(phrase a, phrase b) {
    return a.first == b.first && a.end == b.end;
}

/* Whether a token is part of a conjunction that joins the clause it opens to another one. */
static bool in_conjunction(const analysis *a, uint32_t i) {
    const lexicon_entry *e = a->part_of[i] == NONE ? NULL : a->markers->items[a->part_of[i]].entry;
    return e && e->class == CLASS_CONNECTIVE && (e->frame == FRAME_SUB || e->frame == FRAME_COORD);
}

/* Takes the marker's own tokens, conjunctions and punctuation off the edges of a span. */
static void trim(const analysis *a, uint32_t marker, argument_side *side) {
    phrase *p = &side->span;
    const tree *t = &a->trees[side->sentence];
    while (p->first < p->end && ((marker != NONE && a->part_of[p->first] == marker) || tree_is_punct(t, p->first) || in_conjunction(a, p->first)))
        p->first++;
    uint32_t opens = marker == NONE ? NONE : a->markers->items[marker].tokens[0];
    while (p->end > p->first && ((marker != NONE && a->part_of[p->end - 1] == marker) || tree_is_punct(t, p->end - 1) ||
                                 (p->end == opens && a->notes[p->end - 1].negator))) /* "fares rose [not] because ..." */
        p->end--;
}

/* Ends a side before token `at`, where the other side begins with its preposition or conjunction. */
static void cut_before(const tree *t, argument_side *side, uint32_t at) {
    while (at > side->span.first) {
        const token *k = tree_at(t, at - 1);
        if (k->upos != UPOS_ADP && k->upos != UPOS_CCONJ && k->upos != UPOS_SCONJ && k->upos != UPOS_PART && k->xpos != PENN_WDT && !tree_is_punct(t, at - 1))
            break;
        at--;
    }
    side->span.end = at;
    if (side->core.end > at)
        side->core.end = at;
    if (side->core.first >= side->core.end)
        side->core = side->span;
}

/* Whether a phrase names anything: "none of this", "I think", "true" do not. What a pronoun stands for is looked for later. */
static bool names_something(const analysis *a, const tree *t, phrase p) {
    for (uint32_t i = p.first; i < p.end; i++) {
        const token *k = tree_at(t, i);
        bool time = k->upos == UPOS_NUM || k->flags & TOKEN_NUMBER || a->notes[i].flags & NOTE_PERIOD; /* "the 1970s" */
        bool noun = ((k->upos == UPOS_NOUN || k->upos == UPOS_PROPN) && !time) || (k->upos == UPOS_ADJ && p.end - p.first > 1);
        bool told = k->upos == UPOS_VERB && !(a->notes[i].flags & (NOTE_FRAME | NOTE_REPORTING));
        bool stands_for = p.end - p.first == 1 && k->xpos == PENN_DT;
        bool none = a->notes[i].negator && tree_child(t, i, DEP_det, NONE) == NONE; /* but "the failure" is something */
        if (stands_for || told || (noun && !none && !(a->notes[i].flags & NOTE_FRAME)))
            return true;
    }
    return false;
}

/* A core that names nothing gives way to the whole span; false where that names nothing either. */
static bool fill_core(const analysis *a, argument_side *side) {
    const tree *t = &a->trees[side->sentence];
    if (!names_something(a, t, side->core))
        side->core = side->span;
    return names_something(a, t, side->core);
}

/* "Cutting fees raises demand": less of the fees does it, so that the claim keeps the gerund; a step in between is one claim as target and source. */
static void keep_gerund(const analysis *a, argument_side *source) {
    const tree *t = &a->trees[source->sentence];
    uint32_t head = tree_range(t, source->span.first, source->span.end).head;
    if (!source->reduced || a->why.bridged || head == NONE || tree_at(t, head)->xpos != PENN_VBG || a->cue_at[head] == NONE || a->markers->items[a->cue_at[head]].entry->class != CLASS_VERB)
        return;
    source->core = phrase_clause_core(t, a->notes, head);
    source->reduced = false;
}

/* "a bot that writes for you [robs you of practice]": what does it stands before the verb that says so. */
static void end_before_verb(const analysis *a, uint32_t marker, argument_side *source) {
    const marker_list *all = a->markers;
    if (marker == NONE || all->items[marker].entry->table != LEXICON_VERBS || all->items[marker].sentence != source->sentence)
        return;
    const tree *t = &a->trees[source->sentence];
    uint32_t word = marker_head(t, &all->items[marker]);
    if (source->span.first < word && word < source->span.end)
        cut_before(t, source, word);
}

int argument_add(analysis *a, uint32_t marker, relation r, polarity p, certainty c, argument_side source, argument_side target) {
    if (source.span.first >= source.span.end || target.span.first >= target.span.end)
        return 0;
    trim(a, marker, &source);
    trim(a, marker, &target);
    if (source.sentence == target.sentence && overlap(a, source, target)) {
        argument_side *left = source.span.first < target.span.first ? &source : &target, *right = left == &source ? &target : &source;
        if (left->span.first < right->span.first) {
            cut_before(&a->trees[left->sentence], left, right->span.first);
            trim(a, marker, left);
            cut_before(&a->trees[left->sentence], left, left->span.end); /* "[a law] to lower fees", "[rain] that led to floods" */
        }
        trim(a, marker, &source);
        trim(a, marker, &target);
    }
    if (source.span.first >= source.span.end || target.span.first >= target.span.end || overlap(a, source, target))
        return 0;
    keep_gerund(a, &source);
    end_before_verb(a, marker, &source);
    if (source.core.first >= source.core.end)
        source.core = source.span;
    if (target.core.first >= target.core.end)
        target.core = target.span;
    if (same_phrase(source.core, target.core) || !fill_core(a, &source) || !fill_core(a, &target))
        return 0;
    for (uint32_t i = a->newest[target.sentence]; i != NONE; i = a->out.items[i].older) { /* the same pair may be stated by a connective and by the verb behind it: once is enough */
        const argument *o = &a->out.items[i];
        if (o->marker == marker || marker == NONE || o->marker == NONE)
            continue;
        if (o->source.sentence == source.sentence && same_phrase(o->target.core, target.core) &&
            (same_phrase(o->source.core, source.core) || overlap(a, o->source, source)))
            return 0;
    }
    argument *out = LIST_PUSH(a->mem, &a->out);
    if (!out)
        return -1;
    *out = (argument){marker, source, target, r, p, c, a->newest[target.sentence], {0}};
    a->newest[target.sentence] = (uint32_t)a->out.count - 1;
    if (marker != NONE) {
        const lexicon_entry *e = a->markers->items[marker].entry;
        out->why = a->why;
        if (!out->why.row || !str_equal(out->why.row->form, e->form)) /* a marker may add links in the name of another */
            out->why.row = e;
    }
    return 0;
}

/* The open-class marker in which the clause of `head` ends, looking through raising, control and light verbs; NONE if there is none. */
static uint32_t outcome(const analysis *a, const tree *t, uint32_t head) {
    for (int guard = 0; head != NONE && guard < 6; guard++) {
        if (a->cue_at[head] != NONE) {
            uint32_t subject = tree_subject(t, head, NULL);
            bool free = tree_is(t, head, DEP_advcl) || tree_is(t, head, DEP_acl) || tree_at(t, head)->xpos == PENN_VBG; /* ", raising costs", "to raise costs" */
            bool act = subject != NONE && tree_at(t, head)->upos == UPOS_VERB && (!free || tree_is_finite(t, head)) &&
                       argument_is_agent(a, t, subject);
            return act ? NONE : a->cue_at[head]; /* what somebody does is a claim of its own */
        }
        uint32_t object = tree_object(t, head);
        if (object != NONE && a->cue_at[object] != NONE && a->markers->items[a->cue_at[object]].entry->class == CLASS_NOUN)
            return a->cue_at[object];
        uint32_t next = object == NONE ? phrase_infinitive(t, a->notes, head) : tree_child(t, head, DEP_xcomp, NONE);
        if (next == NONE && object != NONE && (a->notes[object].hedge || a->notes[object].flags & NOTE_TRANSPARENT))
            next = tree_child(t, object, DEP_acl, NONE);
        head = next;
    }
    return NONE;
}

static bool in_connective(const analysis *a, uint32_t i) {
    return a->part_of[i] != NONE && a->markers->items[a->part_of[i]].entry->class == CLASS_CONNECTIVE;
}

/* Past a prefix that says nothing of its own: "it should be noted that", "one must also consider that", "to be sure". */
static uint32_t behind_frame(const analysis *a, const tree *t, uint32_t head) {
    for (int guard = 0; guard < 3 && (a->notes[head].flags & NOTE_FRAME || in_connective(a, head)); guard++) {
        uint32_t inner = tree_child(t, head, DEP_ccomp, NONE);
        if (inner == NONE)
            inner = tree_child(t, head, DEP_csubj, NONE);
        for (uint32_t i = head + 1; i < t->end && inner == NONE; i++) /* the parser hung it elsewhere: the next main clause */
            if (!(a->notes[i].flags & NOTE_FRAME) && tree_is_clause(t, i) && tree_is_finite(t, i) && tree_at(t, i)->relation != DEP_advcl &&
                tree_at(t, i)->relation != DEP_acl_relcl)
                inner = i;
        if (inner == NONE)
            break;
        head = inner;
    }
    return head;
}

argument_side argument_clause_side(const analysis *a, const tree *t, phrase span) {
    argument_side side = {.sentence = a->text->tokens.items[span.first].sentence, .span = span};
    if (span.first >= span.end)
        return side;
    side.core = span;
    uint32_t head = span.head;
    if (head == NONE || head < span.first || head >= span.end)
        head = tree_range(t, span.first, span.end).head;
    if (head == NONE)
        return side;
    head = behind_frame(a, t, head);
    side.attribution = argument_attribution(a, t, head);
    uint32_t cue = span.end - span.first > OUTCOME_TOKENS ? NONE : outcome(a, t, head);
    if (cue != NONE) {
        const lexicon_entry *e = a->markers->items[cue].entry;
        phrase target = e->relation == RELATION_CONSEQUENCE ? cue_target(a, cue) : (phrase){0};
        bool share = target.head != NONE && tree_at(t, target.head)->upos == UPOS_NUM; /* "one in five deaths": what one thing leads to, and no claim of its own */
        if (target.first < target.end && target.first >= span.first && target.end <= span.end && !share) {
            side.core = target.head != NONE && tree_is_clause(t, target.head) ? phrase_clause_core(t, a->notes, target.head)
                                                                             : phrase_noun_core(t, a->notes, target.head);
            side.reduced = e->polarity == POLARITY_DECREASE;
            uint32_t verb = marker_head(t, &a->markers->items[cue]);
            if (e->class == CLASS_VERB && !side.reduced && a->notes[verb].change)
                side.verb = tree_at(t, verb);
            return side;
        }
    }
    phrase core = tree_is_clause(t, head) || tree_at(t, head)->upos == UPOS_VERB ? phrase_clause_core(t, a->notes, head) : phrase_noun_core(t, a->notes, head);
    if (core.first < span.first) /* the parser hung words of another clause on it */
        core.first = span.first;
    if (core.end > span.end)
        core.end = span.end;
    if (core.first < core.end)
        side.core = core;
    return side;
}

argument_side argument_noun_side(const analysis *a, const tree *t, uint32_t head) {
    argument_side side = {.sentence = tree_at(t, head)->sentence, .span = phrase_noun(t, a->notes, head)};
    side.core = phrase_noun_core(t, a->notes, head);
    return side;
}

argument_side argument_before(const analysis *a, uint32_t s) {
    argument_side none = {.sentence = s};
    if (s == 0 || !a->states[s - 1])
        return none;
    const tree *t = &a->trees[s - 1];
    phrase all = tree_range(t, t->first, t->end);
    while (all.first < all.end && a->part_of[all.first] != NONE &&
           a->markers->items[a->part_of[all.first]].entry->class == CLASS_CONNECTIVE)
        all = tree_range(t, all.first + 1, all.end);
    if (all.first >= all.end)
        return none;
    return argument_clause_side(a, t, all);
}

str argument_attribution(const analysis *a, const tree *t, uint32_t head) {
    for (int guard = 0; head != NONE && guard < 12; guard++) {
        const token *k = tree_at(t, head);
        uint32_t up = k->head;
        if (up == NONE)
            break;
        if ((k->relation == DEP_ccomp || k->relation == DEP_parataxis) && a->notes[up].flags & NOTE_REPORTING) {
            uint32_t who = tree_subject(t, up, NULL);
            if (who != NONE) {
                phrase p = phrase_noun(t, a->notes, who);
                return document_str(a->text->document, tree_span(t, p));
            }
        }
        head = up;
    }
    return (str){NULL, 0};
}
