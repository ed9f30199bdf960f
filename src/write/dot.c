#include <config.h>

#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "write/write.h"

int draw_dot(const hence_map *map, const selection *shown, const hence_write_options *options, buf *out, hence_error *err) {
    char *bytes = NULL;
    size_t length = 0;
    bool done = false;
    graphviz_lock();
    Agraph_t *g = drawing_build(map, shown, options);
    FILE *stream = g ? open_memstream(&bytes, &length) : NULL;
    if (stream) {
        done = agwrite(g, stream) == 0;
        done &= fclose(stream) == 0;
    }
    if (g)
        agclose(g);
    graphviz_unlock();
    if (done)
        buf_add(out, (str){bytes, length});
    free(bytes);
    return done && !out->failed ? 0 : error_memory(err);
}

int write_dot(const hence_map *map, const hence_write_options *options, buf *out, hence_error *err) {
    selection shown;
    if (select_claims(map, options, &shown, err) != 0)
        return -1;
    int result = draw_dot(map, &shown, options, out, err);
    selection_free(&shown);
    return result;
}
