# Programs that train and measure the models.

# Light syntax. `make models DATA=folder` trains the models anew, to the same bytes; the dictionary only where WordNet is installed.
WORDNET = /usr/share/wordnet
noinst_PROGRAMS += tools/score_syntax tools/train_dictionary
if HAVE_LINEAR
noinst_PROGRAMS += tools/train_syntax
models: tools/train_syntax tools/train_dictionary
	! test -r $(WORDNET)/data.verb || \
	    tools/train_dictionary $(WORDNET) $(srcdir)/tools/dictionary.tsv $(srcdir)/src/syntax/dictionary.model
	tools/train_syntax $(DATA) $(srcdir)/tools/essays.tsv $(srcdir)/tools/plain.tsv $(srcdir)/src/syntax
	$(MAKE) $(AM_MAKEFLAGS) markers-models DATA=$(DATA) # with the new tagger
endif
.PHONY: models
EXTRA_DIST += tools/syntax.model.md tools/dictionary.tsv tools/essays.tsv tools/plain.tsv
tools_train_syntax_SOURCES = %reldir%/train_syntax.c %reldir%/train_syntax.h %reldir%/train_syntax_corpus.c \
    %reldir%/train_syntax_corpus.h %reldir%/train_syntax_perceptron.c %reldir%/train_syntax_perceptron.h \
    %reldir%/train_syntax_older.c %reldir%/train_syntax_parser.c %reldir%/train_syntax_plain.c %reldir%/train_syntax_tagger.c %reldir%/train_syntax_units.c
tools_train_syntax_LDADD = libhence-core.la $(LINEAR_LIBS)
tools_train_dictionary_SOURCES = %reldir%/train_dictionary.c %reldir%/train_syntax_perceptron.c %reldir%/train_syntax_perceptron.h
tools_train_dictionary_LDADD = libhence-core.la
tools_score_syntax_SOURCES = %reldir%/score_syntax.c %reldir%/train_syntax_corpus.c %reldir%/train_syntax_corpus.h

# Markers. The library of liblinear is needed for training alone.
if HAVE_LINEAR
noinst_PROGRAMS += tools/train_markers
endif
tools_train_markers_SOURCES = %reldir%/train_markers.c %reldir%/train_markers.h %reldir%/train_markers_corpus.c \
    %reldir%/train_markers_corpus.h %reldir%/train_markers_linear.c %reldir%/train_markers_score.c %reldir%/train_markers_score.h \
    %reldir%/train_markers_set.c %reldir%/train_markers_set.h \
    %reldir%/train_markers_trees.c %reldir%/train_markers_trees.h %reldir%/train_syntax_corpus.c %reldir%/train_syntax_corpus.h
tools_train_markers_CPPFLAGS = $(AM_CPPFLAGS) -DHENCE_SENSES='"$(abs_top_srcdir)/tools/senses.tsv"'
tools_train_markers_LDADD = libhence-core.la $(LINEAR_LIBS)
EXTRA_DIST += %reldir%/markers.model.md %reldir%/senses.tsv
.PHONY: markers-models
markers-models: tools/train_markers
	tools/train_markers $(DATA) $(srcdir)/src/marker
# Scorers of the argument stages over tests/data.
noinst_PROGRAMS += tools/score_essays tools/score_links tools/score_identity tools/score_labels
tools_score_essays_SOURCES = %reldir%/score_essays.c
tools_score_links_SOURCES = %reldir%/score_links.c
tools_score_identity_SOURCES = %reldir%/score_identity.c
tools_score_labels_SOURCES = %reldir%/score_labels.c

# Word order: the model stands in src/text and becomes part of order.o.
noinst_PROGRAMS += tools/train_order tools/score_order
tools_train_order_SOURCES = %reldir%/train_order.c %reldir%/train_order.h %reldir%/train_order_dictionary.c \
	%reldir%/train_order_file.c %reldir%/train_order_text.c
tools_score_order_SOURCES = %reldir%/score_order.c
if HAVE_LINEAR
models: model-order
endif
model-order: tools/train_order
	tools/train_order $(DATA) $(srcdir)/src/text/order.model
.PHONY: models model-order
EXTRA_DIST += %reldir%/order.model.md
