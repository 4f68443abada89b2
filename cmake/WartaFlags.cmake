# The flags of every C target: C11 without extensions, hidden symbols, and the strict warnings of the
# dev presets. -ffp-contract=off: fused multiply-adds would give other last digits on other machines.

set(WARTA_STRICT_WARNINGS
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes
  -Wmissing-prototypes -Wold-style-definition -Wcast-qual -Wcast-align -Wwrite-strings
  -Wpointer-arith -Wundef -Wvla -Wformat=2 -Wdouble-promotion -Wnull-dereference -Wswitch-enum
  -Wimplicit-fallthrough -Werror)

function(warta_flags target)
  set_target_properties(${target} PROPERTIES
    C_STANDARD 11
    C_STANDARD_REQUIRED ON
    C_EXTENSIONS OFF
    C_VISIBILITY_PRESET hidden
    POSITION_INDEPENDENT_CODE ON)
  target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:C>:-ffp-contract=off>)
  if(WARTA_STRICT)
    target_compile_options(${target} PRIVATE "$<$<COMPILE_LANGUAGE:C>:${WARTA_STRICT_WARNINGS}>")
    if(CMAKE_C_COMPILER_ID STREQUAL "GNU")
      target_compile_options(${target} PRIVATE
        "$<$<COMPILE_LANGUAGE:C>:-Wduplicated-cond;-Wduplicated-branches;-Wlogical-op>")
    endif()
  endif()
endfunction()

# One floor of the library: an object library with an include folder of its own. It sees the floors
# that it is linked to, so that an upward include does not compile.
function(warta_floor name)
  cmake_parse_arguments(FLOOR "" "" "SOURCES;LINK" ${ARGN})
  add_library(warta_${name} OBJECT ${FLOOR_SOURCES})
  target_include_directories(warta_${name}
    PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/${name} ${PROJECT_SOURCE_DIR}/include)
  target_link_libraries(warta_${name} PUBLIC ${FLOOR_LINK})
  warta_flags(warta_${name})
endfunction()
