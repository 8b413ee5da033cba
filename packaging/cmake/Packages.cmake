# SPDX-License-Identifier: GPL-3.0-or-later
# CPack: fusiform-data, fusiform-cli for clusters and containers, fusiform with the window on top of it (docs/packaging.md).
set(FUSIFORM_MAINTAINER "The Fusiform developers <maintainers@fusiform.invalid>" CACHE STRING
    "Who is written into packages as their maintainer")
set(FUSIFORM_PACKAGE_REVISION 1 CACHE STRING "Revision of the packages of one version")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR "The Fusiform developers")
set(CPACK_PACKAGE_CONTACT ${FUSIFORM_MAINTAINER})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "reconstructs faces from fMRI patterns")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL data cli)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${FUSIFORM_PACKAGE_REVISION})
# Pictures and weights hardly shrink: xz would take minutes for a few per cent.
set(CPACK_DEBIAN_COMPRESSION_TYPE gzip)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
    WORLD_READ WORLD_EXECUTE)

set(ownVersion "(= ${PROJECT_VERSION}-${FUSIFORM_PACKAGE_REVISION})")

# Four thousand pictures by themselves: the same for every processor, and no program is looked for among them.
set(CPACK_DEBIAN_DATA_PACKAGE_NAME fusiform-data)
set(CPACK_DEBIAN_DATA_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_DATA_PACKAGE_SHLIBDEPS OFF)
set(CPACK_DEBIAN_DATA_PACKAGE_SECTION science)
set(CPACK_DEBIAN_DATA_PACKAGE_ENHANCES fusiform-cli)
set(CPACK_COMPONENT_DATA_DESCRIPTION "Fusiform takes an fMRI study in which people looked at faces, learns how
each voxel answers to the latent features of a face model, and turns
brain patterns of faces never seen in training into pictures.
.
This package has the built-in face model, the demonstration and the
portraits of simulated studies.")

set(CPACK_DEBIAN_CLI_PACKAGE_NAME fusiform-cli)
set(CPACK_DEBIAN_CLI_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_CLI_PACKAGE_DEPENDS "fusiform-data ${ownVersion}")
set(CPACK_DEBIAN_CLI_PACKAGE_SECTION science)
set(CPACK_DEBIAN_CLI_PACKAGE_RECOMMENDS mricron-data)
set(CPACK_COMPONENT_CLI_DESCRIPTION "Fusiform takes an fMRI study in which people looked at faces, learns how
each voxel answers to the latent features of a face model, and turns
brain patterns of faces never seen in training into pictures.
.
This package has fusiform-cli, which needs no display.")

if(FUSIFORM_GUI)
    list(APPEND CPACK_COMPONENTS_ALL window)
    set(CPACK_DEBIAN_WINDOW_PACKAGE_NAME fusiform)
    set(CPACK_DEBIAN_WINDOW_PACKAGE_SHLIBDEPS ON)
    set(CPACK_DEBIAN_WINDOW_PACKAGE_SECTION science)
    # What no symbol tells: the other program with the resources, OpenGL's drivers, the platform plugins of Qt.
    set(CPACK_DEBIAN_WINDOW_PACKAGE_DEPENDS
        "fusiform-cli ${ownVersion}, libgl1-mesa-dri, qt6-qpa-plugins")
    set(CPACK_DEBIAN_WINDOW_PACKAGE_RECOMMENDS "mricron-data, ffmpeg")
    set(CPACK_DEBIAN_WINDOW_PACKAGE_SUGGESTS qt6-wayland)
    set(CPACK_COMPONENT_WINDOW_DESCRIPTION "Fusiform takes an fMRI study in which people looked at faces, learns how
each voxel answers to the latent features of a face model, and turns
brain patterns of faces never seen in training into pictures.
.
This package has the window: regions are painted on the brain, and the
faces that are read from them follow.")
endif()

# Debian asks of each package for its licences and for what changed.
configure_file(${CMAKE_CURRENT_LIST_DIR}/../debian/changelog.in changelog.Debian @ONLY)
foreach(component IN LISTS CPACK_COMPONENTS_ALL)
    string(TOUPPER ${component} upper)
    set(package ${CPACK_DEBIAN_${upper}_PACKAGE_NAME})
    set(documents ${CMAKE_INSTALL_DATADIR}/doc/${package})
    install(FILES ${CMAKE_CURRENT_LIST_DIR}/../debian/copyright DESTINATION ${documents} COMPONENT ${component})
    install(CODE "
        set(documents \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${documents}\")
        file(COPY \"${CMAKE_CURRENT_BINARY_DIR}/changelog.Debian\" DESTINATION \${documents}
             FILE_PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
        file(COPY_FILE \"${PROJECT_SOURCE_DIR}/CHANGELOG.md\" \${documents}/changelog)
        file(CHMOD \${documents}/changelog PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
        execute_process(COMMAND gzip -9nf \${documents}/changelog \${documents}/changelog.Debian COMMAND_ERROR_IS_FATAL ANY)"
        COMPONENT ${component})
endforeach()

include(CPack)
