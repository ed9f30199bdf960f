libhence_core_la_SOURCES += \
    %reldir%/dot.c %reldir%/drawing.c %reldir%/explain.c %reldir%/json.c %reldir%/label.c \
    %reldir%/label.h %reldir%/look.c %reldir%/look.h %reldir%/markers.c %reldir%/outline.c \
    %reldir%/paths.c %reldir%/paths.h %reldir%/pdf.c %reldir%/picture.c %reldir%/reasons.c %reldir%/reasons.h %reldir%/svg.c %reldir%/words.c %reldir%/words.h %reldir%/write.c %reldir%/write.h
