#include <config.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "read/document.h"
#include "runner.h"

#define BYTES(literal)                                                                                                 \
    { literal, sizeof(literal) - 1 }

static const struct {
    str bytes, text;
} good[] = {
    {BYTES(""), BYTES("")},
    {BYTES("Rents rose.\r\n\fRents fell.\r"), BYTES("Rents rose.\r\n\fRents fell.\r")},
    {BYTES("\xEF\xBB\xBFRents"), BYTES("Rents")},
    {BYTES("\xEF\xBB\xBF"), BYTES("")},
    {BYTES("caf\xC3\xA9 \xF0\x9F\x9A\x80"), BYTES("caf\xC3\xA9 \xF0\x9F\x9A\x80")},
    {BYTES("\xFF\xFE"
           "c\0a\0f\0\xE9\0"),
     BYTES("caf\xC3\xA9")},
    {BYTES("\xFE\xFF\0c\0a\0f\0\xE9\xD8\x3D\xDE\x80"), BYTES("caf\xC3\xA9\xF0\x9F\x9A\x80")},
    {BYTES("\xFF\xFE\0\0R\0\0\0\xE9\0\0\0"), BYTES("R\xC3\xA9")},
    {BYTES("R\0e\0n\0t\0s\0 \0f\0e\0l\0l\0.\0"), BYTES("Rents fell.")},
    {BYTES("\0R\0e\0n\0t\0s\0 \0f\0e\0l\0l\0."), BYTES("Rents fell.")},
    {BYTES("The caf\xE9 levy"), BYTES("The caf\xC3\xA9 levy")},
    {BYTES("\x93Tolls\x94 cost \x80"
           "5 \x96 or more"),
     BYTES("\xE2\x80\x9CTolls\xE2\x80\x9D cost \xE2\x82\xAC"
           "5 \xE2\x80\x93 or more")},
};

START_TEST(text_is_decoded_and_not_changed) {
    hence_error err = {0};
    hence_document *d = hence_document_new(good[_i].bytes.data, good[_i].bytes.len, "a.txt", &err);
    ck_assert_msg(d != NULL, "%s", err.text);
    ck_assert_strings_eq(d->text, good[_i].text);
    ck_assert_strings_eq(d->source, str_of("a.txt"));
    ck_assert_strings_eq(d->media_type, str_of("text/plain"));
    hence_document_free(d);
}
END_TEST

static const struct {
    str bytes;
    const char *text;
    size_t line, column;
} bad[] = {
    {BYTES("Rents rose.\xFF\n"), "byte 0xff at offset 11 is not UTF-8", 1, 12},
    {BYTES("caf\xC3\xA9s\ncr\xC3\xA8"
           "che\xE9\n"),
     "byte 0xe9 at offset 14 is not UTF-8", 2, 7},
    {BYTES("Rents\0rose in every city of the coast."), "binary data: byte 0x00 at offset 5", 1, 6},
    {BYTES("\x7F"
           "ELF\x02\x01\x01\x03\x02\x01\x01\x01\x01"),
     "binary data: control character 0x7f at offset 0", 1, 1},
};

START_TEST(what_is_no_text_is_refused_with_its_place) {
    hence_error err = {0};
    ck_assert_ptr_null(hence_document_new(bad[_i].bytes.data, bad[_i].bytes.len, "a.txt", &err));
    ck_assert_int_eq(err.code, HENCE_EENCODING);
    ck_assert_str_eq(err.text, bad[_i].text);
    ck_assert_uint_eq(err.line, bad[_i].line);
    ck_assert_uint_eq(err.column, bad[_i].column);
    ck_assert_str_eq(err.source, "a.txt");
}
END_TEST

START_TEST(a_few_control_characters_are_text) {
    hence_document *d = hence_document_new("A levy\x01 on fuel, and a toll on bridges.", 38, NULL, NULL);
    ck_assert_ptr_nonnull(d);
    ck_assert_uint_eq(d->length, 38);
    hence_document_free(d);
}
END_TEST

START_TEST(a_missing_file_and_a_folder_are_not_read) {
    hence_error missing = {0}, folder = {0};
    ck_assert_ptr_null(hence_document_open("no/such/file.txt", &missing));
    ck_assert_int_eq(missing.code, HENCE_EREAD);
    ck_assert_str_eq(missing.text, strerror(ENOENT));
    ck_assert_str_eq(missing.source, "no/such/file.txt");
    ck_assert_ptr_null(hence_document_open("/", &folder));
    ck_assert_int_eq(folder.code, HENCE_EREAD);
    ck_assert_str_eq(folder.text, strerror(EISDIR));
}
END_TEST

START_TEST(two_gibibytes_are_too_much) {
    char name[] = "check_read.XXXXXX";
    int file = mkstemp(name);
    ck_assert_int_ge(file, 0);
    bool sparse = ftruncate(file, (off_t)2 << 30) == 0;
    close(file);
    hence_error err = {0};
    hence_document *d = sparse ? hence_document_open(name, &err) : NULL;
    unlink(name);
    ck_assert_ptr_null(d);
    if (sparse)
        ck_assert_int_eq(err.code, HENCE_EREAD);
}
END_TEST

START_TEST(a_stream_is_read_to_its_end) {
    FILE *in = tmpfile();
    ck_assert_ptr_nonnull(in);
    for (int i = 0; i < 50000; i++)
        fputs("toll ", in);
    rewind(in);
    hence_document *d = hence_document_read(in, "-", NULL);
    ck_assert_ptr_nonnull(d);
    ck_assert_uint_eq(d->length, 250000);
    hence_document_free(d);
    fclose(in);
}
END_TEST

START_TEST(positions_count_code_points) {
    /* of 1, 2, 3 and 4 bytes, over several steps of the index */
    char text[10 * 100 + 1];
    size_t len = 0;
    for (int i = 0; i < 100; i++, len += 10)
        memcpy(text + len, "a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x9A\x80", 10);
    hence_document *d = hence_document_new(text, len, NULL, NULL);
    ck_assert_uint_eq(d->length, 400);
    for (uint32_t from = 0; from <= 100; from++)
        for (uint32_t to = from; to <= 100; to += 7) {
            hence_span s = document_points(d, (span){from * 10, to * 10});
            ck_assert_uint_eq(s.start, from * 4);
            ck_assert_uint_eq(s.end, to * 4);
        }
    hence_span tail = document_points(d, (span){993, 1000});
    ck_assert_uint_eq(tail.start, 398);
    ck_assert_uint_eq(tail.end, 400);
    ck_assert_strings_eq(document_str(d, (span){993, 996}), str_of("\xE2\x82\xAC"));
    hence_document_free(d);
}
END_TEST

START_TEST(memory_may_end_anywhere) {
    static const char bytes[] = "\xFF\xFET\0o\0l\0l\0s\0";
    hence_document *d = NULL;
    long n = 0;
    do {
        hence_error err = {0};
        arena_fail_after(++n);
        d = hence_document_new(bytes, sizeof bytes - 1, "a.txt", &err);
        arena_fail_after(0);
        ck_assert(d || err.code == HENCE_ENOMEM);
    } while (!d && n < 100);
    ck_assert_ptr_nonnull(d);
    ck_assert_int_gt(n, 1);
    hence_document_free(d);
}
END_TEST

SUITE("read", LOOP(text_is_decoded_and_not_changed, good), LOOP(what_is_no_text_is_refused_with_its_place, bad),
      TEST(a_few_control_characters_are_text), TEST(a_missing_file_and_a_folder_are_not_read),
      TEST(two_gibibytes_are_too_much), TEST(a_stream_is_read_to_its_end), TEST(positions_count_code_points),
      TEST(memory_may_end_anywhere))
