// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace wikivet::tests {

struct Outcome {
  std::string output; ///< standard output and error
  int exitCode;       ///< -1: it was ended by a signal
};

/// Runs a command line of the shell.
Outcome runShell(const std::string &command);

/// Runs the program with arguments, as the shell reads them, and with a text on standard input.
Outcome run(const std::string &arguments, const std::string &input = "");

/// A folder that is gone when the test ends.
struct Folder {
  Folder();
  ~Folder();
  Folder(const Folder &) = delete;
  Folder &operator=(const Folder &) = delete;

  /// Gives the path of the file.
  std::string write(const std::string &name, const std::string &text) const;
  std::string read(const std::string &name) const;

  std::filesystem::path path;
};

} // namespace wikivet::tests
