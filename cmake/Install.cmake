# What is installed of the checker, and the files that the tool prints of itself.
# The runtime (lib/cmake/Install.cmake) installs the rest of the CMake package.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(share ${CMAKE_BINARY_DIR}/share)
set(generated "")
# printed(FILE ARGUMENTS…): FILE is what fearless prints.
function(printed file)
  get_filename_component(directory ${share}/${file} DIRECTORY)
  file(MAKE_DIRECTORY ${directory})
  add_custom_command(OUTPUT ${share}/${file}
    COMMAND fearless ${ARGN} > ${share}/${file}
    DEPENDS fearless COMMENT "Writing ${file}" VERBATIM)
  set(generated ${generated} ${share}/${file} PARENT_SCOPE)
endfunction()
printed(man/man1/fearless.1 man)
printed(bash-completion/completions/fearless completion bash)
printed(zsh/site-functions/_fearless completion zsh)
printed(fish/vendor_completions.d/fearless.fish completion fish)
add_custom_target(fearless-share ALL DEPENDS ${generated})

install(TARGETS fearless RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY ${share}/ DESTINATION ${CMAKE_INSTALL_DATADIR})
install(FILES ${CMAKE_SOURCE_DIR}/LICENSE ${CMAKE_SOURCE_DIR}/README.md
              ${CMAKE_SOURCE_DIR}/CHANGELOG.md
        DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY ${CMAKE_SOURCE_DIR}/docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs)

if(TARGET fearless-plugin)
  install(TARGETS fearless-plugin fearless-tidy LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
  # The launchers find the plugin from where they are.
  file(RELATIVE_PATH plugin_from_bin ${CMAKE_INSTALL_FULL_BINDIR}
       ${CMAKE_INSTALL_FULL_LIBDIR}/fearless-plugin.so)
  foreach(language clang clang++)
    configure_file(${CMAKE_SOURCE_DIR}/checker/frontends/plugin/fearless-clang.in
                   ${CMAKE_BINARY_DIR}/install/fearless-${language} @ONLY)
    install(PROGRAMS ${CMAKE_BINARY_DIR}/install/fearless-${language}
            DESTINATION ${CMAKE_INSTALL_BINDIR})
  endforeach()
endif()

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/fearless)
configure_package_config_file(
  ${CMAKE_SOURCE_DIR}/cmake/package/fearless-checker.cmake.in
  ${CMAKE_BINARY_DIR}/install/fearless-checker.cmake
  INSTALL_DESTINATION ${package}
  PATH_VARS CMAKE_INSTALL_BINDIR CMAKE_INSTALL_LIBDIR
  NO_CHECK_REQUIRED_COMPONENTS_MACRO)
install(FILES ${CMAKE_BINARY_DIR}/install/fearless-checker.cmake
              ${CMAKE_SOURCE_DIR}/cmake/package/fearless-check.cmake
              ${CMAKE_SOURCE_DIR}/cmake/package/fearless-link.cmake
        DESTINATION ${package})
