# The program, and what is handed out.
TESTS += tests/run-golden.sh tests/run-man.sh tests/run-exports.sh tests/run-fuzz.sh tests/run-output.sh tests/run-limits.sh
EXTRA_DIST += tests/run-golden.sh tests/run-man.sh tests/run-exports.sh tests/run-fuzz.sh tests/run-output.sh tests/run-limits.sh tests/golden tests/fuzz/corpus \
    tests/leaks.supp tests/accuracy.floor tests/data doc/completions doc/DESIGN.md doc/ACCURACY.md .ci/run .clang-format
dist_man_MANS += doc/hence.1
bashcompletiondir = $(datadir)/bash-completion/completions
zshcompletiondir = $(datadir)/zsh/site-functions
dist_zshcompletion_DATA = doc/completions/_hence
install-data-local:
	$(MKDIR_P) "$(DESTDIR)$(bashcompletiondir)"
	$(INSTALL_DATA) $(srcdir)/doc/completions/hence.bash "$(DESTDIR)$(bashcompletiondir)/hence"
uninstall-local:
	rm -f "$(DESTDIR)$(bashcompletiondir)/hence"

# The fuzz target: libFuzzer's own with --enable-fuzzing (clang), else a program that replays files.
check_PROGRAMS += tests/fuzz/replay_map
tests_fuzz_replay_map_SOURCES = %reldir%/fuzz/fuzz_map.c %reldir%/fuzz/replay.c
if FUZZING
noinst_PROGRAMS += tests/fuzz/fuzz_map
tests_fuzz_fuzz_map_SOURCES = %reldir%/fuzz/fuzz_map.c
tests_fuzz_fuzz_map_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
endif

# make bench: throughput, stage by stage.
EXTRA_PROGRAMS = tests/bench/bench
tests_bench_bench_SOURCES = %reldir%/bench/bench.c
CLEANFILES += tests/bench/bench
.PHONY: bench
bench: tests/bench/bench hence
	tests/bench/bench ./hence $(srcdir)/tests/data/essays/*.txt

# The picture in README.md, drawn afresh; to be looked at before it is committed.
.PHONY: example
example: hence
	hence=`pwd`/hence && cd $(srcdir)/doc && $$hence map -T svg -o example.svg example.txt
EXTRA_DIST += doc/example.txt doc/example.svg
