// SPDX-License-Identifier: MIT
//
// Runs every fixture under tests/rules: lints it with the rule that the file is named after.
#include "tests/harness/Fixture.h"
#include "lint/diag/Diagnostic.h"
#include "lint/engine/Linter.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace wikivet::tests {
namespace {

std::string readFile(const std::filesystem::path &path) {
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

const Registry &registry() {
  static const Registry instance = Registry::builtin();
  return instance;
}

std::string printFindings(const Fixture &fixture, const std::string &rule) {
  const RegisteredRule *registered = registry().rule(rule);
  if (!registered)
    return fmt::format("no rule is called '{}'\n", rule);
  Ruleset ruleset = Ruleset::alone(registry(), registered->spec);
  Source source("fixture", fixture.text);
  std::string output;
  auto line = [&](Span span, std::string_view kind, std::string_view message) {
    Position position = source.lines().position(span.begin);
    output += fmt::format("{}:{}: {}: {}\n", fixture.fileLine[position.line - 1], position.column,
                          kind, message);
  };
  for (const Diagnostic &diagnostic : lint(source, ruleset)) {
    line(diagnostic.span, severityName(diagnostic.severity),
         fmt::format("{} [{}]", diagnostic.message, diagnostic.rule));
    for (const Related &related : diagnostic.related)
      line(related.span, "note", related.message);
  }
  return output;
}

/// Writes the directives of a fixture anew, each behind the line that its finding is on.
void update(const std::filesystem::path &path, const Fixture &fixture,
            const std::string &findings) {
  std::vector<std::string> lines;
  std::istringstream text(fixture.text);
  for (std::string line; std::getline(text, line);)
    lines.push_back(line);
  std::vector<std::vector<std::string>> behind(lines.size());
  std::istringstream stream(findings);
  size_t anchor = 0;
  for (std::string finding; std::getline(stream, finding);) {
    size_t colon = finding.find(':');
    auto number = static_cast<uint32_t>(std::stoul(finding.substr(0, colon)));
    size_t index =
        static_cast<size_t>(std::ranges::find(fixture.fileLine, number) - fixture.fileLine.begin());
    bool isNote = finding.find(": note: ") != std::string::npos;
    if (!isNote)
      anchor = index;
    // The line number is filled in when all directives have their places.
    behind[anchor].push_back(fmt::format("{}\x1f{}", index, finding.substr(colon)));
  }
  std::vector<size_t> newLine(lines.size());
  size_t count = 0;
  for (size_t i = 0; i < lines.size(); ++i) {
    newLine[i] = ++count;
    count += behind[i].size();
  }
  std::ofstream out(path, std::ios::binary);
  for (size_t i = 0; i < lines.size(); ++i) {
    out << lines[i] << '\n';
    for (size_t k = 0; k < behind[i].size(); ++k) {
      size_t separator = behind[i][k].find('\x1f');
      size_t target = newLine[std::stoul(behind[i][k].substr(0, separator))];
      size_t own = newLine[i] + k + 1;
      std::string offset =
          target < own ? fmt::format("-{}", own - target) : fmt::format("+{}", target - own);
      out << fmt::format("<!-- CHECK: [[@LINE{}]]{} -->\n", offset,
                         behind[i][k].substr(separator + 1));
    }
  }
}

class RuleFixture : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(RuleFixture, FindsWhatIsExpected) {
  Fixture fixture = Fixture::parse(readFile(GetParam()));
  std::string findings = printFindings(fixture, GetParam().stem().string());
  if (std::getenv("WIKIVET_AUTOUPDATE") != nullptr) {
    update(GetParam(), fixture, findings);
    GTEST_SKIP() << "updated";
  }
  EXPECT_EQ(compare(fixture, findings), "");
}

std::vector<std::filesystem::path> fixtures() {
  std::vector<std::filesystem::path> paths;
  for (const auto &entry :
       std::filesystem::recursive_directory_iterator(WIKIVET_SOURCE_DIR "/tests/rules"))
    if (entry.path().extension() == ".wiki")
      paths.push_back(entry.path());
  std::ranges::sort(paths);
  return paths;
}

INSTANTIATE_TEST_SUITE_P(Rules, RuleFixture, testing::ValuesIn(fixtures()), [](const auto &info) {
  std::string name = info.param.stem().string();
  std::ranges::replace(name, '-', '_');
  return name;
});

} // namespace
} // namespace wikivet::tests
