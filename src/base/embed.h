/* embed: a file of the source tree as constant bytes of the library. */
#ifndef HENCE_BASE_EMBED_H
#define HENCE_BASE_EMBED_H
/* Defines name_begin and name_end, at file scope: the bytes of the file at `path` (from src/, which the compiler's -I finds), at a multiple of 64 bytes
 * and followed by a NUL. */
#define EMBED(name, path)                                                                                              \
    __asm__(".pushsection .rodata\n.balign 64\n.hidden " #name "_begin\n.globl " #name "_begin\n" #name                \
            "_begin:\n.incbin \"" path "\"\n.hidden " #name "_end\n.globl " #name "_end\n" #name                       \
            "_end:\n.byte 0\n.popsection\n");                                                                          \
    extern const char name##_begin[] __attribute__((visibility("hidden")));                                            \
    extern const char name##_end[] __attribute__((visibility("hidden")))
#define EMBEDDED(name) ((str){name##_begin, (size_t)(name##_end - name##_begin)})
#endif
