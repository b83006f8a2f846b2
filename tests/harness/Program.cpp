// SPDX-License-Identifier: MIT
#include "tests/harness/Program.h"

#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <sys/wait.h>

namespace wikivet::tests {

Outcome runShell(const std::string &command) {
  FILE *pipe = popen(command.c_str(), "r");
  Outcome result{.output = {}, .exitCode = -1};
  std::array<char, 4096> buffer{};
  while (size_t count = fread(buffer.data(), 1, buffer.size(), pipe))
    result.output.append(buffer.data(), count);
  int status = pclose(pipe);
  result.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return result;
}

Outcome run(const std::string &arguments, const std::string &input) {
  return runShell(fmt::format("printf '%b' '{}' | WIKIVET_CACHE_DIR= {} {} 2>&1", input,
                              WIKIVET_PROGRAM, arguments));
}

Folder::Folder() : path(std::filesystem::temp_directory_path() / "wikivet-test-XXXXXX") {
  std::string name = path.string();
  if (!mkdtemp(name.data()))
    throw std::runtime_error("no temporary folder");
  path = name;
}

Folder::~Folder() { std::filesystem::remove_all(path); }

std::string Folder::write(const std::string &name, const std::string &text) const {
  std::filesystem::create_directories((path / name).parent_path());
  std::ofstream(path / name, std::ios::binary) << text;
  return (path / name).string();
}

std::string Folder::read(const std::string &name) const {
  std::ifstream stream(path / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

} // namespace wikivet::tests
