# SPDX-License-Identifier: Apache-2.0
# Fails when the compile commands of a consumer hold warnings or other flags of our own development:
#   cmake -DCOMMANDS=compile_commands.json -P check_consumer_flags.cmake
file(READ ${COMMANDS} commands)
string(REGEX MATCHALL " -(W[a-z][^ \"]*|ffp-contract=[a-z]+)" flags "${commands}")
foreach(flag IN LISTS flags)
  string(STRIP "${flag}" flag)
  message(SEND_ERROR "a developer flag reaches the consumer: ${flag}")
endforeach()
