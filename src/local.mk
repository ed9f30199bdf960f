# The library, a folder a stage in the order data flows. libhence-core.la holds every object: the tests and the program link it.
noinst_LTLIBRARIES += libhence-core.la
libhence_core_la_SOURCES = \
    %reldir%/base/arena.c %reldir%/base/arena.h %reldir%/base/buf.c %reldir%/base/buf.h \
    %reldir%/base/error.c %reldir%/base/error.h %reldir%/base/list.h %reldir%/base/span.h \
    %reldir%/base/str.c %reldir%/base/str.h %reldir%/base/utf8.c %reldir%/base/utf8.h
libhence_core_la_LIBADD = $(ICU_LIBS) $(JANSSON_LIBS) $(GRAPHVIZ_LIBS) $(STEMMER_LIBS) $(PTHREAD_LIBS) -lm
