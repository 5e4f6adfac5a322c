# SPDX-License-Identifier: Apache-2.0
# Installs the build into a fresh prefix, builds tests/consumer against it with find_package(ancrage) alone, runs it.
#   cmake -DBUILD=… -DCONSUMER=… -DWORK=… -DCXX=… [-DLAUNCHER=… -DSANITIZE=…] -P check_consumer.cmake
function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE failed OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(failed)
    string(REPLACE ";" " " command "${ARGN}")
    message(FATAL_ERROR "${command}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${WORK})
set(prefix "${WORK}/préfixe installé")
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})
set(flags "${EXTRA_FLAGS}")
if(SANITIZE)
  string(APPEND flags " -fsanitize=${SANITIZE}")
endif()
run(${CMAKE_COMMAND} -G Ninja -S ${CONSUMER} -B ${WORK}/build -DCMAKE_PREFIX_PATH=${prefix} -DCMAKE_CXX_COMPILER=${CXX}
  -DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER} -DCMAKE_EXPORT_COMPILE_COMMANDS=ON -DCMAKE_EXE_LINKER_FLAGS=${flags})
run(${CMAKE_COMMAND} --build ${WORK}/build)
run(${CMAKE_COMMAND} -DCOMMANDS=${WORK}/build/compile_commands.json -P ${CMAKE_CURRENT_LIST_DIR}/check_consumer_flags.cmake)

run(${WORK}/build/consumer)
if(NOT output STREQUAL "saint jean du gard\n1 234,5\n2\n")
  message(FATAL_ERROR "the consumer printed “${output}”")
endif()
run(${prefix}/bin/ancrage --version)
if(NOT EXISTS "${prefix}/share/ancrage/geodata/ales/territory.toml")
  message(FATAL_ERROR "the embedded territory was not installed")
endif()
message(NOTICE "installed, found, built, run")
