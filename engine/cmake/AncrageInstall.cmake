# SPDX-License-Identifier: Apache-2.0
# Installs the library with its headers and the package that find_package(ancrage) finds.
include(CMakePackageConfigHelpers)

set(ANCRAGE_PACKAGE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/ancrage)
install(TARGETS ancrage_engine EXPORT ancrageTargets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
# Bridges to GDAL, GEOS and toml++ and the embedded catalogues are the library's own.
install(DIRECTORY ${PROJECT_SOURCE_DIR}/engine/ancrage DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
  FILES_MATCHING PATTERN "*.hpp"
  REGEX "/(gdal|geos|toml)_[a-z_]+\\.hpp$" EXCLUDE
  PATTERN "catalogues.hpp" EXCLUDE)
install(EXPORT ancrageTargets NAMESPACE ancrage:: DESTINATION ${ANCRAGE_PACKAGE_DIR})
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/ancrageConfig.cmake.in ${PROJECT_BINARY_DIR}/ancrageConfig.cmake
  INSTALL_DESTINATION ${ANCRAGE_PACKAGE_DIR})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/ancrageConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/ancrageConfig.cmake ${PROJECT_BINARY_DIR}/ancrageConfigVersion.cmake
  DESTINATION ${ANCRAGE_PACKAGE_DIR})
