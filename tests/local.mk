# Tests speak TAP. A Check suite a module.
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
TEST_EXTENSIONS = .sh
SH_LOG_DRIVER = $(LOG_DRIVER)
AM_TESTS_ENVIRONMENT = CK_TAP_LOG_FILE_NAME=-; export CK_TAP_LOG_FILE_NAME; \
    HENCE=$(abs_top_builddir)/hence; export HENCE; srcdir=$(abs_top_srcdir); export srcdir;
test_cppflags = $(AM_CPPFLAGS) -I$(top_srcdir)/tests $(CHECK_CFLAGS) -DTESTDATA=\"$(abs_top_srcdir)/tests\"
test_libs = libhence-core.la $(CHECK_LIBS)

if HAVE_CHECK
check_PROGRAMS += tests/check_base
TESTS += tests/check_base
check_PROGRAMS += tests/check_syntax
TESTS += tests/check_syntax
check_PROGRAMS += tests/check_lexicon
check_PROGRAMS += tests/check_read tests/check_repair tests/check_sentence tests/check_text
TESTS += tests/check_read tests/check_repair tests/check_sentence tests/check_text
TESTS += tests/check_lexicon
check_PROGRAMS += tests/check_marker tests/check_graph
TESTS += tests/check_marker tests/check_graph
endif
tests_check_graph_SOURCES = %reldir%/check_graph.c %reldir%/runner.c %reldir%/runner.h
tests_check_graph_CPPFLAGS = $(test_cppflags)
tests_check_graph_LDADD = $(test_libs)

tests_check_base_SOURCES = %reldir%/check_base.c %reldir%/runner.c %reldir%/runner.h
tests_check_base_CPPFLAGS = $(test_cppflags)
tests_check_base_LDADD = $(test_libs)

tests_check_syntax_SOURCES = %reldir%/check_syntax.c %reldir%/runner.c %reldir%/runner.h
tests_check_syntax_CPPFLAGS = $(test_cppflags)
tests_check_syntax_LDADD = $(test_libs)

tests_check_lexicon_SOURCES = %reldir%/check_lexicon.c %reldir%/runner.c %reldir%/runner.h
tests_check_lexicon_CPPFLAGS = $(test_cppflags)
tests_check_lexicon_LDADD = $(test_libs)

tests_check_marker_SOURCES = %reldir%/check_marker.c %reldir%/runner.c %reldir%/runner.h
tests_check_marker_CPPFLAGS = $(test_cppflags)
tests_check_marker_LDADD = $(test_libs)

tests_check_read_SOURCES = %reldir%/check_read.c %reldir%/runner.c %reldir%/runner.h
tests_check_read_CPPFLAGS = $(test_cppflags)
tests_check_read_LDADD = $(test_libs)
tests_check_repair_SOURCES = %reldir%/check_repair.c %reldir%/runner.c %reldir%/runner.h
tests_check_repair_CPPFLAGS = $(test_cppflags)
tests_check_repair_LDADD = $(test_libs)
tests_check_sentence_SOURCES = %reldir%/check_sentence.c %reldir%/runner.c %reldir%/runner.h
tests_check_sentence_CPPFLAGS = $(test_cppflags)
tests_check_sentence_LDADD = $(test_libs)
tests_check_text_SOURCES = %reldir%/check_text.c %reldir%/runner.c %reldir%/runner.h
tests_check_text_CPPFLAGS = $(test_cppflags)
tests_check_text_LDADD = $(test_libs)
include tests/write.mk
include tests/ways.mk

# Links found in the hand-made sentences, against floors.
dist_check_SCRIPTS = %reldir%/run-links.sh
TESTS += %reldir%/run-links.sh
EXTRA_DIST += %reldir%/links.floor

# One lexicon serves many threads.
if HAVE_CHECK
check_PROGRAMS += tests/check_threads
TESTS += tests/check_threads
endif
tests_check_threads_SOURCES = %reldir%/check_threads.c %reldir%/runner.c %reldir%/runner.h
tests_check_threads_CPPFLAGS = $(test_cppflags)
tests_check_threads_LDADD = $(test_libs)
