# What is asked of a map: parts of it, lines of reasoning, circles, the outline, explanations.
if HAVE_CHECK
check_PROGRAMS += tests/check_ways tests/check_explain
TESTS += tests/check_ways tests/check_explain
endif
tests_check_ways_SOURCES = %reldir%/check_ways.c %reldir%/maps.c %reldir%/maps.h %reldir%/runner.c %reldir%/runner.h
tests_check_ways_CPPFLAGS = $(test_cppflags)
tests_check_ways_LDADD = $(test_libs)

tests_check_explain_SOURCES = %reldir%/check_explain.c %reldir%/maps.c %reldir%/maps.h %reldir%/runner.c %reldir%/runner.h
tests_check_explain_CPPFLAGS = $(test_cppflags)
tests_check_explain_LDADD = $(test_libs)
