# Writers, the program, and what is handed out.
if HAVE_CHECK
check_PROGRAMS += tests/check_write
TESTS += tests/check_write
endif
tests_check_write_SOURCES = %reldir%/check_write.c %reldir%/maps.c %reldir%/maps.h %reldir%/runner.c %reldir%/runner.h
tests_check_write_CPPFLAGS = $(test_cppflags)
tests_check_write_LDADD = $(test_libs)
