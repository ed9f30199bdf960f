# Programs that train and measure the models.

# Light syntax. `make models DATA=folder` trains the models anew, to the same bytes.
noinst_PROGRAMS += tools/train_syntax tools/score_syntax
tools_train_syntax_SOURCES = %reldir%/train_syntax.c %reldir%/train_syntax.h %reldir%/train_syntax_corpus.c \
    %reldir%/train_syntax_corpus.h %reldir%/train_syntax_perceptron.c %reldir%/train_syntax_perceptron.h \
    %reldir%/train_syntax_tagger.c
tools_train_syntax_LDADD = libhence-core.la
tools_score_syntax_SOURCES = %reldir%/score_syntax.c %reldir%/train_syntax_corpus.c %reldir%/train_syntax_corpus.h
tools_score_syntax_LDADD = libhence-core.la
