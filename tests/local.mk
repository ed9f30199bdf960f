# Tests speak TAP. A Check suite a module.
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
TEST_EXTENSIONS = .sh
SH_LOG_DRIVER = $(LOG_DRIVER)
AM_TESTS_ENVIRONMENT = CK_TAP_LOG_FILE_NAME=-; export CK_TAP_LOG_FILE_NAME; \
    HENCE=$(abs_top_builddir)/hence; export HENCE; srcdir=$(abs_top_srcdir); export srcdir;
# A program for each module, and what they share.
if HAVE_CHECK
suites = tests/check_base tests/check_read tests/check_text tests/check_layout tests/check_properties tests/check_sentence tests/check_repair tests/check_syntax tests/check_lexicon \
    tests/check_marker tests/check_graph tests/check_find tests/check_path tests/check_outline tests/check_explain tests/check_write tests/check_threads
check_PROGRAMS += $(suites)
TESTS += $(suites)
check_LTLIBRARIES += tests/libsuite.la
endif
tests_libsuite_la_SOURCES = %reldir%/files.c %reldir%/files.h %reldir%/maps.c %reldir%/maps.h %reldir%/runner.c %reldir%/runner.h
suite_libs = tests/libsuite.la libhence-core.la $(CHECK_LIBS)
tests_check_base_LDADD = $(suite_libs)
tests_check_read_LDADD = $(suite_libs)
tests_check_text_LDADD = $(suite_libs)
tests_check_layout_LDADD = $(suite_libs)
tests_check_properties_LDADD = $(suite_libs)
tests_check_sentence_LDADD = $(suite_libs)
tests_check_repair_LDADD = $(suite_libs)
tests_check_syntax_LDADD = $(suite_libs)
tests_check_lexicon_LDADD = $(suite_libs)
tests_check_marker_LDADD = $(suite_libs)
tests_check_graph_LDADD = $(suite_libs)
tests_check_find_LDADD = $(suite_libs)
tests_check_path_LDADD = $(suite_libs)
tests_check_outline_LDADD = $(suite_libs)
tests_check_explain_LDADD = $(suite_libs)
tests_check_write_LDADD = $(suite_libs)
tests_check_threads_LDADD = $(suite_libs)

include tests/write.mk

# Links found in the hand-made sentences, against floors.
dist_check_SCRIPTS = %reldir%/run-links.sh
TESTS += %reldir%/run-links.sh
EXTRA_DIST += %reldir%/links.floor
