# Debian's libstemmer-dev has no pkg-config file. Gives the target Snowball::Snowball.

find_path(Snowball_INCLUDE_DIR libstemmer.h)
find_library(Snowball_LIBRARY stemmer)
# The library does not tell its release; the package manager does, where it is Debian's.
find_program(DPKG_QUERY dpkg-query)
set(Snowball_VERSION unknown)
if(DPKG_QUERY)
  execute_process(COMMAND ${DPKG_QUERY} -W -f "\${source:Upstream-Version}" libstemmer-dev
    OUTPUT_VARIABLE dpkg_version OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  if(dpkg_version)
    set(Snowball_VERSION ${dpkg_version})
  endif()
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Snowball
  REQUIRED_VARS Snowball_LIBRARY Snowball_INCLUDE_DIR
  REASON_FAILURE_MESSAGE "install the package libstemmer-dev")
if(Snowball_FOUND AND NOT TARGET Snowball::Snowball)
  add_library(Snowball::Snowball UNKNOWN IMPORTED)
  set_target_properties(Snowball::Snowball PROPERTIES
    IMPORTED_LOCATION "${Snowball_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${Snowball_INCLUDE_DIR}")
endif()
mark_as_advanced(Snowball_INCLUDE_DIR Snowball_LIBRARY DPKG_QUERY)
