# Headers, the CMake package and the one of pkg-config. The checker adds its
# component to the same CMake package.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}/include/
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/fearless)
install(TARGETS fearless_runtime EXPORT fearless-runtime)
install(EXPORT fearless-runtime NAMESPACE fearless::
        FILE fearless-runtime-targets.cmake DESTINATION ${package})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/fearless-config-version.cmake
  COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES ${CMAKE_CURRENT_SOURCE_DIR}/cmake/fearless-config.cmake
              ${CMAKE_CURRENT_SOURCE_DIR}/cmake/fearless-runtime.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/fearless-config-version.cmake
        DESTINATION ${package})

# From where the file is to the prefix: what is installed can be moved.
file(RELATIVE_PATH prefix_from_pc ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig
     ${CMAKE_INSTALL_PREFIX})
string(REGEX REPLACE "/$" "" prefix_from_pc ${prefix_from_pc})
configure_file(${CMAKE_CURRENT_SOURCE_DIR}/cmake/fearless.pc.in
               ${CMAKE_CURRENT_BINARY_DIR}/fearless.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/fearless.pc
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
