#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes a folder that runs where nothing is installed and its .tar.xz: both programs, the module with LibTorch, their libraries,
# Qt's plugins, the resources, a launcher. What it needs of a machine is in docs/packaging.md.
#   packaging/bundle.sh [BUILD-FOLDER [OUT-FOLDER]]       default: build/release build/bundle
# Needs patchelf beside what building needs. XZ_OPT=-1 makes the archive sooner and larger.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/linked.sh

build=$(realpath "${1:-build/release}")
out=${2:-build/bundle}
command -v patchelf >/dev/null || { echo "bundle: patchelf is not there (package patchelf)" >&2; exit 1; }
version=$(sed -nE 's/^CMAKE_PROJECT_VERSION:STATIC=//p' "$build/CMakeCache.txt")
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH
umask 022
mkdir -p "$out"
name=fusiform-$version-$(uname -m)
bundle=$(realpath "$out")/$name
rm -rf "$bundle"
for component in data cli window; do
    cmake --install "$build" --prefix "$bundle" --strip --component "$component" >"$out/install.log"
done
module=$(find "$bundle/lib" -name libfusiform_torch.so)

qt=$(qtpaths6 --query QT_INSTALL_PLUGINS 2>/dev/null || echo "/usr/lib/$(uname -m)-linux-gnu/qt6/plugins")
for plugin in platforms/libqxcb platforms/libqoffscreen platforms/libqminimal xcbglintegrations/libqxcb-glx-integration \
    xcbglintegrations/libqxcb-egl-integration imageformats/libqjpeg imageformats/libqsvg imageformats/libqgif \
    iconengines/libqsvgicon platforminputcontexts/libcomposeplatforminputcontextplugin \
    platforminputcontexts/libibusplatforminputcontextplugin platforms/libqwayland-egl platforms/libqwayland-generic; do
    # Wayland's come with qt6-wayland; without them the window runs on XWayland.
    [ -e "$qt/$plugin.so" ] || { echo "bundle: left out, as it is not installed: $plugin" >&2; continue; }
    install -D -m 644 "$qt/$plugin.so" "$bundle/lib/qt6/plugins/$plugin.so"
done
for folder in wayland-shell-integration wayland-graphics-integration-client wayland-decoration-client; do
    [ ! -d "$qt/$folder" ] || cp -r "$qt/$folder" "$bundle/lib/qt6/plugins/"
done
printf '[Paths]\nPrefix = ..\nPlugins = lib/qt6/plugins\n' >"$bundle/bin/qt.conf"

# Of the C library, which is the machine's own.
isOfSystem() {
    case $1 in
    ld-linux* | libc.so.* | libm.so.* | libmvec.so.* | libdl.so.* | libpthread.so.* | librt.so.* | libresolv.so.* | libutil.so.* | libanl.so.*) return 0 ;;
    esac
    return 1
}
# What the machine's own drivers of OpenGL use too, or are: taken from the machine where it has them, as two versions of one
# library in a process do not go together.
isOfDrivers() {
    case $1 in
    libGL.so.* | libEGL.so.* | libGLX.so.* | libOpenGL.so.* | libGLdispatch.so.* | libX11.so.* | libX11-xcb.so.* | libxcb.so.* | libxcb-*.so.* | \
        libXau.so.* | libXdmcp.so.* | libXext.so.* | libXfixes.so.* | libdrm.so.* | libgbm.so.* | libwayland-*.so.* | libstdc++.so.* | libgcc_s.so.* | libz.so.* | \
        libzstd.so.* | liblzma.so.* | libexpat.so.* | libffi.so.* | libelf.so.* | libxml2.so.* | libbsd.so.* | libmd.so.* | libtinfo.so.*) return 0 ;;
    esac
    return 1
}
needed() { readelf -d "$1" | sed -nE 's/.*\(NEEDED\).*\[(.*)\]/\1/p'; }
symbols() { nm -D "$1" | awk -v wanted="$2" 'NF == 2 && wanted == "undefined" {print $2} NF == 3 && wanted == "defined" {print $3}' | sed 's/@.*//' | sort -u; }

mapfile -t plugins < <(find "$bundle/lib/qt6" -name '*.so')
declare -A pathOf=() isTaken=()
while read -r path; do pathOf[${path##*/}]=$path; done < <(
    linkedLibraries "$bundle/bin/fusiform" "$bundle/bin/fusiform-cli" "$module" "${plugins[@]}")
mkdir -p "$bundle/lib/fallback"

# Debian 12's LibTorch names OpenCV, FFmpeg and others, and with them Qt 5 and some 150 libraries, of which it uses no symbol.
dropUnused() {
    local library
    symbols "$1" undefined >"$out/undefined"
    for library in $(needed "$1"); do
        [ -n "${pathOf[$library]:-}" ] || continue
        symbols "${pathOf[$library]}" defined >"$out/defined"
        [ -n "$(comm -12 "$out/undefined" "$out/defined" | head -n 1)" ] || patchelf --remove-needed "$library" "$1"
    done
}

take() {
    local library folder
    for library in $(needed "$1"); do
        if isOfSystem "$library" || [ -n "${isTaken[$library]:-}" ]; then continue; fi
        [ -n "${pathOf[$library]:-}" ] || { echo "bundle: $library, which $1 needs, is not found" >&2; exit 1; }
        isTaken[$library]=${pathOf[$library]}
        folder=$bundle/lib
        ! isOfDrivers "$library" || folder=$bundle/lib/fallback/$library
        install -D -m 644 "$(realpath "${pathOf[$library]}")" "$folder/$library"
        case $library in libtorch_cpu*) dropUnused "$folder/$library" ;; esac
        take "$folder/$library"
    done
}
for file in "$bundle/bin/fusiform" "$bundle/bin/fusiform-cli" "$module" "${plugins[@]}"; do take "$file"; done

# shellcheck disable=SC2016  # the loader's word
# The old kind of path holds for the libraries of libraries too. Theirs would come first.
for program in fusiform fusiform-cli; do patchelf --force-rpath --set-rpath '$ORIGIN/../lib' "$bundle/bin/$program"; done
while read -r file; do
    ! readelf -d "$file" | grep -qE '\((RPATH|RUNPATH)\)' || patchelf --remove-rpath "$file"
done < <(find "$bundle/lib" -type f -name '*.so*')

# Of a machine without any: a list of fonts, and the keyboard's tables.
mkdir -p "$bundle/share/fallback/fonts"
cat >"$bundle/share/fallback/fonts/fonts.conf" <<'FONTS'
<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><dir prefix="relative">../../fusiform/fonts</dir><dir>/usr/share/fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>
FONTS
[ ! -d /usr/share/X11/xkb ] || cp -rL /usr/share/X11/xkb "$bundle/share/fallback/xkb"

# versionNeeded PREFIX: the newest version of a library's symbols that anything in the bundle asks for, but what comes from a
# machine that has it.
versionNeeded() {
    find "$bundle" -type f \( -name '*.so*' -o -path '*/bin/fusiform*' \) -not -path '*/fallback/*' -print0 | xargs -0 objdump -T 2>/dev/null |
        grep -oE "\(?$1_[0-9.]+" | tr -d '(' | sort -uV | tail -n 1 | sed "s/$1_//"
}
glibc=$(versionNeeded GLIBC)
sed "s/@GLIBC@/$glibc/; s/@GLIBCXX@/$(versionNeeded GLIBCXX)/" packaging/bundle-launcher.sh >"$bundle/fusiform"
chmod 755 "$bundle/fusiform"
ln -s fusiform "$bundle/fusiform-cli"

licences=$bundle/share/doc/fusiform/licences
mkdir -p "$licences"
printf '%s\n' "${isTaken[@]}" >"$out/libraries"
packaging/licences.sh --texts "$licences" "$licences/README.md" "@$out/libraries"
packaging/sbom.sh "$bundle/share/doc/fusiform/sbom.spdx.json" "$bundle/bin/fusiform" "$bundle/bin/fusiform-cli" "$module" "@$out/libraries"
cp LICENSE CITATION.cff "$bundle/"
rm -f "$out/undefined" "$out/defined"

echo "bundle: needs glibc $glibc; ${#isTaken[@]} libraries; $(du -sm "$bundle" | cut -f1) MB, of which the largest:"
(cd "$bundle" && du -m lib/*.so* share/fusiform/* 2>/dev/null | sort -rn | head -n 8)
[ "${FUSIFORM_ARCHIVE:-yes}" = yes ] || exit 0
# Owners, order and times that do not depend on who packs it.
tar -C "$out" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" -c "$name" | xz -T2 "${XZ_OPT:--6}" >"$out/$name.tar.xz"
ls -l "$out/$name.tar.xz"
