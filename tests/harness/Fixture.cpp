// SPDX-License-Identifier: MIT
#include "tests/harness/Fixture.h"

#include "lint/support/Text.h"

#include <fmt/format.h>
#include <llvm/FileCheck/FileCheck.h>
#include <llvm/Support/MemoryBuffer.h>
#include <llvm/Support/SourceMgr.h>
#include <llvm/Support/raw_ostream.h>

#include <algorithm>
#include <charconv>

namespace wikivet::tests {

/// The inside of a comment that fills a line, or an empty text.
static std::string_view lineComment(std::string_view line) {
  line = trim(line);
  if (!line.starts_with("<!--") || !line.ends_with("-->") || line.size() < 7)
    return {};
  return trim(line.substr(4, line.size() - 7));
}

/// Replaces `[[@LINE]]`, `[[@LINE-1]]` and `[[@LINE+1]]` by the number of the directive's line.
static std::string expandLines(std::string_view text, uint32_t line) {
  std::string result;
  for (size_t i = 0; i < text.size();) {
    constexpr std::string_view open = "[[@LINE";
    size_t end = text.substr(i).starts_with(open) ? text.find("]]", i) : std::string_view::npos;
    if (end == std::string_view::npos) {
      result += text[i++];
      continue;
    }
    std::string_view offset = text.substr(i + open.size(), end - i - open.size());
    if (offset.starts_with('+'))
      offset.remove_prefix(1);
    int value = 0;
    std::from_chars(offset.data(), offset.data() + offset.size(), value);
    result += std::to_string(static_cast<int>(line) + value);
    i = end + 2;
  }
  return result;
}

Fixture Fixture::parse(std::string_view file) {
  static constexpr std::string_view known[] = {"CHECK", "CHECK-NEXT", "CHECK-SAME", "CHECK-NOT",
                                               "CHECK-RE"};
  Fixture fixture;
  uint32_t number = 0;
  while (!file.empty()) {
    size_t end = file.find('\n');
    std::string_view line = file.substr(0, end == std::string_view::npos ? file.size() : end + 1);
    file.remove_prefix(line.size());
    ++number;
    std::string_view comment = lineComment(line);
    size_t colon = comment.find(':');
    std::string_view name = comment.substr(0, std::min(colon, comment.find(' ')));
    bool isDirective = lowerCase(name).starts_with("check");
    if (!isDirective) {
      fixture.text += line;
      fixture.fileLine.push_back(number);
      continue;
    }
    if (std::ranges::find(known, name) == std::end(known) || colon != name.size()) {
      fixture.errors.push_back(fmt::format("line {}: '{}' is no directive", number, comment));
      continue;
    }
    fixture.directives.push_back(
        {std::string(name), expandLines(trim(comment.substr(colon + 1)), number), number});
  }
  fixture.fileLine.push_back(number + 1);
  return fixture;
}

/// The directives as FileCheck reads them.
static std::string checkFile(const Fixture &fixture) {
  std::string text;
  for (const Fixture::Directive &directive : fixture.directives) {
    if (directive.name == "CHECK-RE")
      text += fmt::format("CHECK: {}\n", directive.text);
    else
      text += fmt::format("{}{{LITERAL}}: {}\n", directive.name, directive.text);
  }
  return text;
}

std::string compare(const Fixture &fixture, const std::string &findings) {
  std::string problems;
  for (const std::string &error : fixture.errors)
    problems += error + "\n";
  bool expects = std::ranges::any_of(fixture.directives, [](const Fixture::Directive &directive) {
    return directive.name != "CHECK-NOT";
  });
  if (!expects && !findings.empty())
    problems += "no finding was expected\n";
  if (!problems.empty() || !expects)
    return problems.empty() ? "" : problems + "found:\n" + findings;

  std::string messages;
  llvm::SourceMgr sources;
  sources.setDiagHandler(
      [](const llvm::SMDiagnostic &diagnostic, void *output) {
        llvm::raw_string_ostream stream(*static_cast<std::string *>(output));
        diagnostic.print("", stream, false);
      },
      &messages);
  llvm::FileCheckRequest request;
  request.CheckPrefixes = {"CHECK"};
  // A finding that stands between those expected is a failure.
  for (const char *severity : {": error: ", ": warning: ", ": info: ", ": note: "})
    request.ImplicitCheckNot.push_back(severity);
  llvm::FileCheck check(request);
  std::string checks = checkFile(fixture);
  std::unique_ptr<llvm::MemoryBuffer> checkBuffer =
      llvm::MemoryBuffer::getMemBuffer(checks, "directives");
  llvm::StringRef checkText = checkBuffer->getBuffer();
  sources.AddNewSourceBuffer(std::move(checkBuffer), llvm::SMLoc());
  if (check.readCheckFile(sources, checkText))
    return "the directives can't be read\n" + messages;
  std::unique_ptr<llvm::MemoryBuffer> input =
      llvm::MemoryBuffer::getMemBuffer(findings, "findings");
  llvm::StringRef inputText = input->getBuffer();
  sources.AddNewSourceBuffer(std::move(input), llvm::SMLoc());
  if (check.checkInput(sources, inputText))
    return {};
  return messages + "found:\n" + findings;
}

} // namespace wikivet::tests
