#include <config.h>

#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "write/write.h"

int write_dot(const hence_map *map, const hence_write_options *options, buf *out, hence_error *err) {
    selection shown;
    if (select_claims(map, options, &shown, err) != 0)
        return -1;
    char *bytes = NULL;
    size_t length = 0;
    bool done = false;
    graphviz_lock();
    Agraph_t *g = drawing_build(map, &shown, options);
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
    selection_free(&shown);
    return done && !out->failed ? 0 : error_memory(err);
}
