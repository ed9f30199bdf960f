/* Runs a fuzz target on files instead of a fuzzer's inventions: what was found once stays found. Speaks TAP. */
#include <config.h>

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int main(int argc, char **argv) {
    printf("1..%d\n", argc - 1);
    for (int i = 1; i < argc; i++) {
        FILE *in = fopen(argv[i], "rb");
        buf all = {0};
        char piece[4096];
        for (size_t n; in && (n = fread(piece, 1, sizeof piece, in)) > 0;)
            buf_add(&all, (str){piece, n});
        if (in) {
            fclose(in);
            uint8_t *exact = malloc(all.len ? all.len : 1); /* so that ASan sees its end */
            for (size_t k = 0; exact && k < all.len; k++)
                exact[k] = (uint8_t)all.data[k];
            LLVMFuzzerTestOneInput(exact, all.len);
            free(exact);
        }
        printf("%s %d - %s\n", in ? "ok" : "not ok", i, argv[i]);
        fflush(stdout);
        buf_free(&all);
    }
    return 0;
}
