// SPDX-License-Identifier: MIT
//
// Writes a C++ file with the tables declared in lint/rule/Embedded.h: every YAML file as an image,
// and the factory of every native check. Run by the build:
//   wikivet_embed OUTPUT FILE…      files are told apart by their ending and folder
#include "lint/support/InputFile.h"
#include "lint/support/KnownPatterns.h"
#include "lint/support/YamlImage.h"
#include "lint/support/YamlReader.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

/// A table of images and the function that gives it; false if a file is no YAML.
static bool embed(std::string_view function, const std::vector<fs::path> &files, std::string &out) {
  std::string table;
  for (size_t i = 0; i < files.size(); ++i) {
    auto text = wikivet::InputFile::readWhole(files[i].string());
    if (!text) {
      fmt::print(stderr, "{}\n", text.error().message);
      return false;
    }
    wikivet::Problems problems;
    std::optional<wikivet::YamlNode> yaml = wikivet::readYaml(*text, problems);
    for (const wikivet::Problem &problem : problems)
      fmt::print(stderr, "{}: {}\n", files[i].string(), problem.message);
    if (!yaml || !problems.empty())
      return false;
    // A string literal has a length limit, an array has none.
    std::string bytes;
    std::string image = wikivet::encodeYaml(*yaml);
    for (char c : image)
      bytes += fmt::format("{},", static_cast<int>(c));
    out += fmt::format("static constexpr char {}{}[] = {{{}}};\n", function, i, bytes);
    table += fmt::format("    EmbeddedFile{{\"{}\", \"{}\", {{{}{}, {}}}}},\n",
                         files[i].parent_path().filename().string(), files[i].filename().string(),
                         function, i, image.size());
  }
  out += fmt::format("static constexpr std::array<EmbeddedFile, {0}> {1}Table = {{{{\n{2}}}}};\n"
                     "std::span<const EmbeddedFile> {1}() {{ return {1}Table; }}\n\n",
                     files.size(), function, table);
  return true;
}

// lint/support asks for patterns, of which none is known yet.
namespace wikivet {
const KnownPattern *findKnownPattern(std::string_view /*pattern*/, bool /*ignoreCase*/) {
  return nullptr;
}
} // namespace wikivet

int main(int argc, char **argv) {
  std::vector<fs::path> rules, presets, wikis, schemas, languages, checks;
  for (int i = 2; i < argc; ++i) {
    fs::path path = argv[i];
    std::string folder = path.parent_path().filename();
    std::vector<fs::path> &list = path.extension() == ".cpp" ? checks
                                  : folder == "presets"      ? presets
                                  : folder == "wikis"        ? wikis
                                  : folder == "schemas"      ? schemas
                                  : folder == "languages"    ? languages
                                                             : rules;
    list.push_back(std::move(path));
  }
  // By name, as the registry keeps them.
  std::ranges::sort(rules, {}, [](const fs::path &path) { return path.stem(); });
  std::string out =
      "// Generated from the files in rules/. Do not edit.\n"
      "#include \"lint/rule/Embedded.h\"\n\n#include <array>\n\nnamespace wikivet {\n\n";
  if (!embed("embeddedRules", rules, out) || !embed("embeddedPresets", presets, out) ||
      !embed("embeddedWikis", wikis, out) || !embed("embeddedSchemas", schemas, out) ||
      !embed("embeddedLanguages", languages, out))
    return 1;
  std::string table;
  for (const fs::path &path : checks) {
    std::string name = path.stem(), id = name;
    std::ranges::replace(id, '-', '_');
    out += fmt::format("std::unique_ptr<Check> makeCheck_{}(const RuleSpec &, const Options &);\n",
                       id);
    table += fmt::format("    NamedCheck{{\"{}\", makeCheck_{}}},\n", name, id);
  }
  out += fmt::format("\nstatic constexpr std::array<NamedCheck, {}> checks = {{{{\n{}}}}};\n"
                     "std::span<const NamedCheck> embeddedChecks() {{ return checks; }}\n\n"
                     "}} // namespace wikivet\n",
                     checks.size(), table);
  std::ofstream(argv[1], std::ios::binary) << out;
  return 0;
}
