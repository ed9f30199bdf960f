libhence_core_la_SOURCES += \
    %reldir%/dot.c %reldir%/drawing.c %reldir%/json.c %reldir%/label.c \
    %reldir%/label.h %reldir%/look.c %reldir%/look.h %reldir%/pdf.c %reldir%/picture.c %reldir%/svg.c %reldir%/write.c %reldir%/write.h
