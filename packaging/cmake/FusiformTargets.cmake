# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of ours shares, and one function that makes a test program of a folder.

find_program(LLD_LINKER ld.lld)

add_library(fusiform_flags INTERFACE)
target_include_directories(fusiform_flags INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(fusiform_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
                       $<$<BOOL:${FUSIFORM_WARNINGS_ARE_ERRORS}>:-Werror>)
# Vectorised Eigen for small products; large ones go to OpenBLAS, which chooses its kernels at run time.
target_compile_definitions(fusiform_flags INTERFACE EIGEN_MPL2_ONLY)
# lld links a large test program in one second, the default linker in seven. Not mold: 1.10 writes relocation segments that the
# loader refuses (mold issue 1151), and on some inputs it never ends. What is packaged is linked by the default linker.
if(LLD_LINKER AND NOT CMAKE_BUILD_TYPE STREQUAL "Release")
    target_link_options(fusiform_flags INTERFACE -fuse-ld=lld)
endif()
if(CMAKE_BUILD_TYPE STREQUAL "Release")
    # What is packaged does not name the folder it was built in, and is hardened as Debian's own programs are.
    target_compile_options(fusiform_flags INTERFACE -ffile-prefix-map=${PROJECT_SOURCE_DIR}=. -fstack-protector-strong
                           -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
    target_link_options(fusiform_flags INTERFACE LINKER:-z,relro,-z,now)
endif()
if(FUSIFORM_SANITIZE)
    # With sanitizers g++ 12 takes the standard library's own std::function for uninitialised.
    target_compile_options(fusiform_flags INTERFACE -fsanitize=${FUSIFORM_SANITIZE}
                           -fno-omit-frame-pointer -fno-sanitize-recover=undefined -Wno-maybe-uninitialized)
    target_link_options(fusiform_flags INTERFACE -fsanitize=${FUSIFORM_SANITIZE})
endif()

# fusiform_precompile(TARGET HEADER [ALWAYS])
# United sources (preset "whole") share what they include anyway: then only where there are ALWAYS many.
function(fusiform_precompile target header)
    if(FUSIFORM_PCH AND NOT FUSIFORM_SANITIZE AND (NOT CMAKE_UNITY_BUILD OR "ALWAYS" IN_LIST ARGN))
        target_precompile_headers(${target} PRIVATE ${header})
    endif()
endfunction()

# fusiform_unite_by_folder(TARGET)
# United sources stay within their folder, about eight together, by a hash of their names: a new file is compiled with the few
# it falls together with, instead of moving all that follow it.
function(fusiform_unite_by_folder target)
    if(NOT CMAKE_UNITY_BUILD)
        return()
    endif()
    get_target_property(sources ${target} SOURCES)
    get_target_property(origin ${target} SOURCE_DIR)
    set(folders)
    foreach(source IN LISTS sources)
        get_filename_component(path ${source} ABSOLUTE BASE_DIR ${origin})
        get_filename_component(folder ${path} DIRECTORY)
        file(RELATIVE_PATH folder ${PROJECT_SOURCE_DIR} ${folder})
        string(MAKE_C_IDENTIFIER "${folder}" list)
        list(APPEND folders ${list})
        list(APPEND ${list} ${path})
    endforeach()
    list(REMOVE_DUPLICATES folders)
    foreach(list IN LISTS folders)
        list(LENGTH ${list} count)
        math(EXPR groups "(${count} + 7) / 8")
        foreach(path IN LISTS ${list})
            get_filename_component(name ${path} NAME)
            string(MD5 hash ${name})
            string(SUBSTRING ${hash} 0 6 digits)
            math(EXPR group "0x${digits} % ${groups}")
            set_source_files_properties(${path} TARGET_DIRECTORY ${target} PROPERTIES UNITY_GROUP ${list}_${group})
        endforeach()
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
endfunction()

# fusiform_test(core/util TESTS text error ... [LIBS libraries] [LABELS labels] [ENVIRONMENT NAME=value]
#               [LAUNCHER command that runs the program] [ALONE some of the names])
# Compiles tests/<folder>/<name>_test.cpp into one program; each <name> is one ctest entry.
# The file defines a class NameTest (snake_case to PascalCase) and ends with FUSIFORM_TEST(NameTest).
# ALONE: tests whose helpers have the names of others' helpers, so that they cannot be united with them.
function(fusiform_test folder)
    cmake_parse_arguments(arg "" "" "TESTS;LIBS;LABELS;ENVIRONMENT;LAUNCHER;ALONE" ${ARGN})
    string(REPLACE "/" "_" target "${folder}_tests")
    set(sources)
    foreach(name IN LISTS arg_TESTS)
        set(source ${PROJECT_SOURCE_DIR}/tests/${folder}/${name}_test.cpp)
        set(moc ${CMAKE_CURRENT_BINARY_DIR}/moc/${name}_test.moc)
        # Not AUTOMOC: it reads all that a test includes, a second each; moc needs the class alone.
        add_custom_command(OUTPUT ${moc} DEPENDS ${source} COMMAND Qt6::moc -o ${moc} ${source} COMMENT "moc ${name}_test")
        list(APPEND sources ${source} ${moc})
    endforeach()
    file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/moc)
    add_executable(${target} ${sources})
    target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/moc)
    foreach(name IN LISTS arg_ALONE)
        set_source_files_properties(${PROJECT_SOURCE_DIR}/tests/${folder}/${name}_test.cpp
                                    PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    endforeach()
    if(CMAKE_UNITY_BUILD)
        # A test class may hold what only its own file knows: nobody else uses it.
        target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
    endif()
    target_link_libraries(${target} PRIVATE fusiform_test_main ${arg_LIBS})
    # Window tests are compiled with other macros and have a precompiled header of their own.
    if(arg_LIBS)
        fusiform_precompile(${target} ${PROJECT_SOURCE_DIR}/tests/support/pch.h)
    elseif(TARGET fusiform_test_pch)
        target_precompile_headers(${target} REUSE_FROM fusiform_test_pch)
    endif()
    set(seconds 300)
    if(FUSIFORM_SANITIZE)
        set(seconds 1800) # many times slower
    endif()
    foreach(name IN LISTS arg_TESTS)
        add_test(NAME ${folder}/${name} COMMAND ${arg_LAUNCHER} $<TARGET_FILE:${target}> ${name})
        set_tests_properties(${folder}/${name} PROPERTIES
                             LABELS "${arg_LABELS}" TIMEOUT ${seconds}
                             ENVIRONMENT "FUSIFORM_TEST_DATA=$ENV{FUSIFORM_TEST_DATA};OMP_WAIT_POLICY=PASSIVE;QT_QPA_PLATFORM=offscreen;QTEST_FUNCTION_TIMEOUT=${seconds}000;${arg_ENVIRONMENT}"
                             SKIP_REGULAR_EXPRESSION "ALL-SKIPPED")
    endforeach()
endfunction()
