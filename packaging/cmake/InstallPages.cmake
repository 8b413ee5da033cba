# SPDX-License-Identifier: GPL-3.0-or-later
# Run at installation: the program that was built writes its manual page and its completions itself.
# FUSIFORM_PROGRAM and FUSIFORM_EPOCH are set before.
get_filename_component(name ${FUSIFORM_PROGRAM} NAME)
set(share "$ENV{DESTDIR}${CMAKE_INSTALL_PREFIX}/share")

# fusiform_page(FILE WORDS...): what the program prints for these words.
function(fusiform_page file)
    get_filename_component(folder ${file} DIRECTORY)
    file(MAKE_DIRECTORY ${folder})
    execute_process(
        COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen SOURCE_DATE_EPOCH=${FUSIFORM_EPOCH}
                ${FUSIFORM_PROGRAM} ${ARGN}
        OUTPUT_FILE ${file} ERROR_VARIABLE errors RESULT_VARIABLE status)
    if(NOT status EQUAL 0)
        message(FATAL_ERROR "${FUSIFORM_PROGRAM} ${ARGN} ended with ${status}: ${errors}")
    endif()
    file(CHMOD ${file} PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
    message(STATUS "Written: ${file}")
endfunction()

set(page "${share}/man/man1/${name}.1")
fusiform_page(${page} --man-page)
# Without the time of the file, which would differ from build to build.
execute_process(COMMAND gzip -9nf ${page} COMMAND_ERROR_IS_FATAL ANY)
fusiform_page("${share}/bash-completion/completions/${name}" --completion bash)
fusiform_page("${share}/zsh/vendor-completions/_${name}" --completion zsh)
fusiform_page("${share}/fish/vendor_completions.d/${name}.fish" --completion fish)
