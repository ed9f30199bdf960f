# The library, a folder a stage in the order data flows. libhence-core.la holds every object: the tests and the program link it.
noinst_LTLIBRARIES += libhence-core.la
libhence_core_la_SOURCES = \
    %reldir%/base/arena.c %reldir%/base/arena.h %reldir%/base/buf.c %reldir%/base/buf.h \
    %reldir%/base/error.c %reldir%/base/error.h %reldir%/base/list.h %reldir%/base/span.h \
    %reldir%/base/str.c %reldir%/base/str.h %reldir%/base/utf8.c %reldir%/base/utf8.h \
    %reldir%/lexicon/lexicon.c %reldir%/lexicon/lexicon.h %reldir%/lexicon/list.c %reldir%/lexicon/load.c %reldir%/lexicon/match.c \
    %reldir%/lexicon/schema.c %reldir%/lexicon/schema.h %reldir%/lexicon/stem.c %reldir%/lexicon/tables.h
libhence_core_la_LIBADD = $(ICU_LIBS) $(JANSSON_LIBS) $(GRAPHVIZ_LIBS) $(STEMMER_LIBS) $(PTHREAD_LIBS) -lm

# Light syntax: the models stand in src/syntax and become part of models.o.
libhence_core_la_SOURCES += \
    %reldir%/syntax/analyse.c %reldir%/syntax/dictionary.c %reldir%/syntax/dictionary.h %reldir%/syntax/model.c %reldir%/syntax/model.h %reldir%/syntax/models.c \
    %reldir%/syntax/models.h %reldir%/syntax/parser.c %reldir%/syntax/parser.h %reldir%/syntax/parser_features.c \
    %reldir%/syntax/amend.c %reldir%/syntax/amend.h %reldir%/syntax/punctuation.c %reldir%/syntax/punctuation.h \
    %reldir%/syntax/syntax.h %reldir%/syntax/tagger.c %reldir%/syntax/tagger.h %reldir%/syntax/tags.c \
    %reldir%/syntax/tags.h %reldir%/syntax/template.h %reldir%/syntax/units.c %reldir%/syntax/units.h %reldir%/syntax/units_features.c %reldir%/syntax/word.c \
    %reldir%/syntax/word.h
syntax_models = %reldir%/syntax/dictionary.model %reldir%/syntax/tagger.model %reldir%/syntax/parser.model %reldir%/syntax/units.model
EXTRA_DIST += $(syntax_models)
%reldir%/syntax/models.lo: $(syntax_models)

# Markers: the models stand in src/marker and become part of weights.o.
libhence_core_la_SOURCES += \
    %reldir%/base/embed.h %reldir%/marker/candidate.c %reldir%/marker/candidate.h %reldir%/marker/cue.c %reldir%/marker/evident.c %reldir%/marker/examples.c \
    %reldir%/marker/examples.h %reldir%/marker/feature.c %reldir%/marker/place.c %reldir%/marker/place.h %reldir%/marker/sides.c \
    %reldir%/marker/find.c %reldir%/marker/judge.h %reldir%/marker/marker.h %reldir%/marker/plain.c %reldir%/marker/purpose.c %reldir%/marker/reason.c %reldir%/marker/reason.h %reldir%/marker/weights.c \
    %reldir%/marker/weights.h
marker_models = %reldir%/marker/use.model %reldir%/marker/sense.model
EXTRA_DIST += $(marker_models)
%reldir%/marker/weights.lo: $(marker_models)

# The lexicon files are installed for people and built in for the library, in the order of lexicon_table (lexicon/lexicon.h).
lexicon_files = connectives.tsv verbs.tsv nouns.tsv adjectives.tsv abbreviations.tsv change.tsv valence.tsv hedges.tsv \
    negators.tsv transparent.tsv nominalisations.tsv reporting.tsv shell.tsv metatext.tsv headings.tsv irregular.tsv \
    synonyms.tsv names.tsv light.tsv function.tsv agents.tsv infinitives.tsv reasons.tsv near.tsv doubles.tsv
lexiconendir = $(pkgdatadir)/lexicons/en
dist_lexiconen_DATA = lexicons/en/connectives.tsv lexicons/en/verbs.tsv lexicons/en/nouns.tsv lexicons/en/adjectives.tsv \
    lexicons/en/abbreviations.tsv lexicons/en/change.tsv lexicons/en/valence.tsv lexicons/en/hedges.tsv \
    lexicons/en/negators.tsv lexicons/en/transparent.tsv lexicons/en/nominalisations.tsv lexicons/en/reporting.tsv \
    lexicons/en/shell.tsv lexicons/en/metatext.tsv lexicons/en/headings.tsv lexicons/en/irregular.tsv \
    lexicons/en/synonyms.tsv lexicons/en/names.tsv lexicons/en/light.tsv lexicons/en/function.tsv lexicons/en/agents.tsv \
    lexicons/en/infinitives.tsv lexicons/en/reasons.tsv lexicons/en/near.tsv lexicons/en/doubles.tsv
nodist_libhence_core_la_SOURCES = %reldir%/lexicon/embedded.c
%reldir%/lexicon/embedded.c: %reldir%/lexicon/embed.sh $(dist_lexiconen_DATA)
	$(AM_V_GEN)$(MKDIR_P) %reldir%/lexicon && \
	$(SHELL) $(srcdir)/%reldir%/lexicon/embed.sh $(srcdir)/lexicons/en $(lexicon_files) > $@-t && mv $@-t $@
CLEANFILES += %reldir%/lexicon/embedded.c %reldir%/lexicon/embedded.c-t
EXTRA_DIST += %reldir%/lexicon/embed.sh lexicons/README.md lexicons/LICENSES.md

# read: bytes to text
libhence_core_la_SOURCES += %reldir%/read/decode.c %reldir%/read/decode.h %reldir%/read/document.c %reldir%/read/document.h

# text: paragraphs, sentences, tokens
libhence_core_la_SOURCES += %reldir%/text/doubles.c %reldir%/text/doubles.h %reldir%/text/front.c %reldir%/text/front.h %reldir%/text/endnotes.c %reldir%/text/endnotes.h %reldir%/text/kind.c %reldir%/text/kind.h %reldir%/text/layout.c %reldir%/text/layout.h %reldir%/text/lines.c %reldir%/text/lines.h \
    %reldir%/text/opening.c %reldir%/text/opening.h %reldir%/text/order.c %reldir%/text/order.h %reldir%/text/page.c %reldir%/text/page.h \
    %reldir%/text/repair.c %reldir%/text/repair.h %reldir%/text/shape.c %reldir%/text/shape.h \
    %reldir%/text/sentence.c %reldir%/text/sentence.h %reldir%/text/stop.c %reldir%/text/stop.h %reldir%/text/text.c %reldir%/text/text.h \
    %reldir%/text/token.c %reldir%/text/token.h %reldir%/text/words.c %reldir%/text/words.h
EXTRA_DIST += %reldir%/text/order.model
%reldir%/text/order.lo: %reldir%/text/order.model

# clause: who brings about what
libhence_core_la_SOURCES += %reldir%/clause/antecedent.c %reldir%/clause/antecedent.h %reldir%/clause/argument.c %reldir%/clause/argument.h %reldir%/clause/connective.c \
    %reldir%/clause/cue.c %reldir%/clause/cue.h %reldir%/clause/extent.c %reldir%/clause/extent.h %reldir%/clause/frame.c %reldir%/clause/frame.h \
    %reldir%/clause/modality.c %reldir%/clause/modality.h %reldir%/clause/notes.c \
    %reldir%/clause/notes.h %reldir%/clause/phrase.c %reldir%/clause/phrase.h %reldir%/clause/subject.c %reldir%/clause/tree.c %reldir%/clause/tree.h %reldir%/clause/why.h

# graph: claims and links
libhence_core_la_SOURCES += %reldir%/graph/anaphora.c %reldir%/graph/claims.c %reldir%/graph/claims.h %reldir%/graph/compare.c %reldir%/graph/concept.c \
    %reldir%/graph/concept.h %reldir%/graph/gather.h %reldir%/graph/inflect.c %reldir%/graph/inflect.h %reldir%/graph/kin.c %reldir%/graph/kin.h %reldir%/graph/label.c %reldir%/graph/label.h %reldir%/graph/map.c %reldir%/graph/map.h \
    %reldir%/graph/cycle.c %reldir%/graph/cycle.h %reldir%/graph/find.c \
    %reldir%/graph/find.h %reldir%/graph/path.c %reldir%/graph/path.h \
    %reldir%/graph/names.c %reldir%/graph/rank.c %reldir%/graph/rank.h %reldir%/graph/select.c %reldir%/graph/select.h %reldir%/graph/settle.c %reldir%/graph/thesis.c %reldir%/graph/thesis.h \
    %reldir%/graph/wording.c %reldir%/graph/wording.h
include src/write/local.mk
include src/cli/local.mk
