#include <config.h>

#include <graphviz/gvc.h>
#include <math.h>
#include <pthread.h>
#include <string.h>

#include "base/error.h"
#include "write/write.h"

/* Claims in a picture: laying out 2,000 takes two seconds, 5,000 take twenty. */
enum { MOST = 2000 };

/* Graphviz is one for the whole process: a second context reads memory that the first has freed (pango), and libcgraph counts in static
 * variables. So there is one context, made at the first picture and kept, one lock around all of it, and one place for its complaint. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static GVC_t *context;
static char complaint[256];

void graphviz_lock(void) {
    pthread_mutex_lock(&lock);
}

void graphviz_unlock(void) {
    pthread_mutex_unlock(&lock);
}

/* A library doesn't write to stderr. Graphviz says a message in pieces ("Error", ": ", ...): the first line is kept. */
static int listen(char *words) {
    size_t length = strlen(complaint);
    if (!length || complaint[length - 1] != '\n')
        snprintf(complaint + length, sizeof complaint - length, "%.*s", (int)strcspn(words, "\n") + 1, words);
    return 0;
}

/* Dots an inch: 96, or fewer where the bitmap would have a side that cairo refuses, or more than 40 million dots (160 MB). */
static double dots(const Agraph_t *g) {
    const double usual = 96, side = 32000, all = 4e7;
    double width = (GD_bb(g).UR.x + 100) / 72, height = (GD_bb(g).UR.y + 100) / 72;
    return fmin(fmin(usual, sqrt(all / width / height)), side / fmax(width, height));
}

static int refuse(hence_error *err, const char *what) {
    return error_set(err, HENCE_EWRITE, (str){0}, 0, 0, "Graphviz cannot %s the map: %.*s", what,
                     (int)strcspn(complaint, "\n"), complaint);
}

static int finish(const hence_map *map, hence_format format, const selection *shown, char *bytes, size_t length,
                  buf *out, hence_error *err) {
    if (format == HENCE_SVG)
        return svg_finish(map, shown, (str){bytes, length}, out, err);
    if (format == HENCE_PDF)
        length = pdf_undate(bytes, length);
    buf_add(out, (str){bytes, length});
    return out->failed ? error_memory(err) : 0;
}

int draw_picture(const hence_map *map, hence_format format, const selection *shown, const hence_write_options *options,
                 buf *out, hence_error *err) {
    static const char *const devices[] = {[HENCE_SVG] = "svg:svg:core", [HENCE_PNG] = "png:cairo", [HENCE_PDF] = "pdf:cairo"};
    int result = -1;
    char *bytes = NULL;
    unsigned length = 0;
    graphviz_lock();
    complaint[0] = '\0';
    agusererrf before = agseterrf(listen);
    if (!context)
        context = gvContext();
    Agraph_t *g = context ? drawing_build(map, shown, options) : NULL;
    if (!g)
        error_memory(err);
    else if (gvLayout(context, g, "dot") != 0)
        refuse(err, "lay out");
    else {
        if (format == HENCE_PNG)
            GD_drawing(g)->dpi = dots(g);
        if (gvRenderData(context, g, devices[format], &bytes, &length) != 0 || !bytes)
            refuse(err, "draw");
        else
            result = finish(map, format, shown, bytes, length, out, err);
        gvFreeRenderData(bytes);
        gvFreeLayout(context, g);
    }
    if (g)
        agclose(g);
    agseterrf(before);
    graphviz_unlock();
    return result;
}

int write_picture(const hence_map *map, hence_format format, const hence_write_options *options, buf *out,
                  hence_error *err) {
    selection shown;
    hence_write_options bounded = options ? *options : (hence_write_options){0};
    if (map->claims.count > MOST && (bounded.all || bounded.max_claims > MOST)) {
        bounded.all = false;
        bounded.max_claims = MOST;
    }
    if (select_claims(map, &bounded, &shown, err) != 0)
        return -1;
    int result = draw_picture(map, format, &shown, options, out, err);
    selection_free(&shown);
    return result;
}
