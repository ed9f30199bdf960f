# The program links every object, so that ./hence is a plain binary that runs where it stands.
bin_PROGRAMS += hence
hence_SOURCES = %reldir%/cli.h %reldir%/essay.c %reldir%/essay.h %reldir%/explain.c %reldir%/lexicon.c %reldir%/main.c %reldir%/map.c %reldir%/markers.c %reldir%/option.c %reldir%/option.h \
    %reldir%/outline.c %reldir%/output.c %reldir%/output.h %reldir%/path.c

lib_LTLIBRARIES += libhence.la
libhence_la_SOURCES =
libhence_la_LIBADD = libhence-core.la
libhence_la_LDFLAGS = $(AM_LDFLAGS) -version-info 0:0:0 -no-undefined
