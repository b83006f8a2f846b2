# The program together with those of others. What can't be had on a machine is skipped with a message.
function(wikivet_integration name)
  cmake_parse_arguments(ARG "SERIAL" "" "COMMAND" ${ARGN})
  add_test(NAME ${name} COMMAND ${ARG_COMMAND})
  set_tests_properties(${name} PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 600 RUN_SERIAL "${ARG_SERIAL}")
endfunction()

# A MediaWiki that runs here.
wikivet_integration(wiki_pages COMMAND /usr/bin/python3 ${CMAKE_CURRENT_SOURCE_DIR}/mediawiki/read-pages $<TARGET_FILE:wikivet>)

# A cluster of two executors, of which one is killed.
wikivet_integration(spark COMMAND /usr/bin/python3 ${CMAKE_CURRENT_SOURCE_DIR}/spark/lint-dump $<TARGET_FILE:wikivet> ${PROJECT_BINARY_DIR}/spark)

# About 5 s of load, and as much again of clients that mean harm.
wikivet_integration(server_load SERIAL COMMAND /usr/bin/python3 ${CMAKE_CURRENT_SOURCE_DIR}/serve/load $<TARGET_FILE:wikivet> --seconds 5 --rate 20)

# The pages of the server and a wiki's edit page in Chromium.
foreach(name playground gadget)
  wikivet_integration(browser_${name} SERIAL COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/browser/run $<TARGET_FILE:wikivet> ${PROJECT_BINARY_DIR}/browser ${name}.js)
endforeach()

# An editor each, which has to find what the command line finds and to write what `wikivet fix` writes.
foreach(editor neovim emacs vim vscode)
  wikivet_integration(editors_${editor} COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/editors/${editor}-test ${PROJECT_SOURCE_DIR} $<TARGET_FILE:wikivet> ${PROJECT_BINARY_DIR}/editors)
endforeach()

# They build the program once more, which is soon done if it was built here before with the same flags.
foreach(test wheel pre-commit)
  wikivet_integration(packaging_${test} SERIAL COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/packaging/${test}-test ${PROJECT_SOURCE_DIR})
endforeach()
