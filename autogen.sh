#!/bin/sh
# Sets hence up from a clone.
#
#     ./autogen.sh          make ./configure (autoreconf -fi)
#     ./autogen.sh demo     install what is missing (Debian, Ubuntu), build in build/, and draw the map of a sample essay
#     ./autogen.sh check    the same, then run the whole test suite
set -eu
cd "$(dirname "$0")"

packages='autoconf automake libtool pkg-config autoconf-archive gcc make libc6-dev libicu-dev libstemmer-dev
    libgraphviz-dev libjansson-dev check liblinear-dev'
sample=tests/data/essays/congestion.txt

say() {
    printf 'autogen.sh: %s\n' "$*" >&2
}

install_missing() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        # shellcheck disable=SC2086,SC2116
        say "this is no Debian or Ubuntu: hence needs what these packages of Debian hold: $(echo $packages)"
        return
    fi
    missing=
    for package in $packages; do
        case $(dpkg-query -W -f='${db:Status-Status} ' "$package" 2>/dev/null) in
            'installed '*) ;;
            *) missing="$missing $package" ;;
        esac
    done
    [ -n "$missing" ] || return 0
    sudo=
    if [ "$(id -u)" != 0 ]; then
        sudo=sudo
        command -v sudo >/dev/null || { say "as root, install:$missing"; exit 1; }
    fi
    say "installs with apt-get${sudo:+ and sudo}:$missing"
    get="$sudo env DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends"
    # The lists may be absent, or older than the archive.
    # shellcheck disable=SC2086
    $get install $missing >/dev/null 2>&1 </dev/null || { $get update && $get install $missing >/dev/null </dev/null; }
}

build() {
    [ -x configure ] || autoreconf -fi
    mkdir -p build
    [ -f build/Makefile ] || (cd build && ../configure -q) || { rm -f build/Makefile; exit 1; }
    make -C build -s -j "$(nproc 2>/dev/null || echo 2)"
}

case ${1-} in
    '')
        exec autoreconf -fi
        ;;
    demo)
        install_missing
        build
        (cd build && ./hence map -T svg -o congestion.svg "../$sample")
        echo "The map of $sample is in $(pwd)/build/congestion.svg"
        ;;
    check)
        install_missing
        build
        make -C build -s -j "$(nproc 2>/dev/null || echo 2)" check
        ;;
    *)
        sed -n '2,6s/^# \{0,1\}//p' "$0" >&2
        exit 2
        ;;
esac
