#include <config.h>

#include "cli/output.h"

#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/cli.h"

/* What a signal must take away: the one state that a handler can reach. */
static char *volatile unfinished;

static void clean_up(int number) {
    if (unfinished)
        unlink(unfinished);
    signal(number, SIG_DFL);
    raise(number);
}

static int failed(const char *path, const char *what) {
    say("%s: %s: %s", path, what, strerror(errno));
    return -1;
}

bool output_is_folder(const char *path) {
    struct stat about;
    return path && stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

static void catch_signals(void) {
    static const int numbers[] = {SIGHUP, SIGINT, SIGTERM, SIGPIPE, SIGXFSZ};
    struct sigaction act = {.sa_handler = clean_up}, before;
    sigemptyset(&act.sa_mask);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (sigaction(numbers[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaction(numbers[i], &act, NULL);
}

int output_open(output *o, const char *path) {
    *o = (output){0};
    if (!path || strcmp(path, "-") == 0) {
        o->stream = stdout;
        return 0;
    }
    o->path = path;
    struct stat about;
    bool there = stat(path, &about) == 0;
    if (there && !S_ISREG(about.st_mode)) { /* a device or a pipe has no place to move to */
        o->stream = fopen(path, "wb");
        return o->stream ? 0 : failed(path, "cannot open");
    }
    if (there && access(path, W_OK) != 0)
        return failed(path, "cannot write");
    o->target = there ? realpath(path, NULL) : strdup(path); /* a link stays one */
    if (!o->target || asprintf(&o->temporary, "%s.XXXXXX", o->target) < 0) {
        o->temporary = NULL;
        failed(path, "cannot open");
        goto error;
    }
    int file = mkstemp(o->temporary);
    if (file < 0) {
        failed(path, "cannot write");
        goto error;
    }
    unfinished = o->temporary;
    catch_signals();
    mode_t mask = umask(0);
    umask(mask);
    if (fchmod(file, there ? about.st_mode & 07777 : 0666 & ~mask) == 0 && (o->stream = fdopen(file, "wb")))
        return 0;
    failed(path, "cannot write");
    close(file);
    unlink(o->temporary);
    unfinished = NULL;
error:
    free(o->temporary);
    free(o->target);
    *o = (output){0};
    return -1;
}

int output_close(output *o, bool keep) {
    int result = 0;
    const char *name = o->path ? o->path : "standard output";
    if (ferror(o->stream) && keep) {
        say("%s: cannot write", name);
        result = -1;
    }
    if ((o->path ? fclose(o->stream) : fflush(o->stream)) != 0 && keep && result == 0)
        result = failed(name, "cannot write");
    if (o->temporary) {
        if (keep && result == 0 && rename(o->temporary, o->target) != 0)
            result = failed(name, "cannot write");
        if (!keep || result != 0)
            unlink(o->temporary);
        unfinished = NULL;
    }
    free(o->temporary);
    free(o->target);
    *o = (output){0};
    return result;
}
