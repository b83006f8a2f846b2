// SPDX-License-Identifier: MIT
#include "lint/cli/Commands.h"

int main(int argc, char **argv) { return wikivet::runCommandLine(argc, argv); }
