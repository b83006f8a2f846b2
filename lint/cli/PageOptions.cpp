// SPDX-License-Identifier: MIT
#include "lint/cli/PageOptions.h"

#include "lint/cli/AtLeastOne.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>

namespace wikivet {

/// "latest", "all", "12", "12..", "..34" or "12..34".
static std::optional<RevisionChoice> revisionsFrom(std::string_view text) {
  RevisionChoice choice;
  if (text == "latest")
    return choice;
  choice.latestOnly = false;
  if (text == "all")
    return choice;
  auto number = [](std::string_view digits, uint64_t &value) {
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && end == digits.data() + digits.size();
  };
  size_t dots = text.find("..");
  std::string_view first = text.substr(0, dots);
  std::string_view last = dots == std::string_view::npos ? first : text.substr(dots + 2);
  if ((first.empty() && last.empty()) || (!first.empty() && !number(first, choice.first)) ||
      (!last.empty() && !number(last, choice.last)) || choice.first > choice.last)
    return std::nullopt;
  return choice;
}

std::optional<std::vector<int>> PageOptions::namespaceNumbers() const {
  std::vector<int> numbers;
  for (const std::string &name : namespaces) {
    auto [end, error] =
        std::from_chars(name.data(), name.data() + name.size(), numbers.emplace_back());
    if (error != std::errc() || end != name.data() + name.size())
      return std::nullopt;
  }
  return numbers;
}

std::expected<PageFilter, Error> PageOptions::filter() const {
  PageFilter result;
  result.namespaces = namespaces;
  result.titles = titles;
  if (!titleRegex.empty()) {
    auto pattern = Regex::compile(titleRegex);
    if (!pattern)
      return std::unexpected(Error{fmt::format("--title-regex: {}", pattern.error().message)});
    result.titlePattern = std::make_shared<const Regex>(std::move(*pattern));
  }
  std::optional<RevisionChoice> choice = revisionsFrom(revisions);
  if (!choice)
    return std::unexpected(Error{fmt::format(
        "--revisions {}: 'latest', 'all' or ids of revisions as 1200..1300 are expected",
        revisions)});
  result.revisions = *choice;
  return result;
}

std::string PageOptions::describe() const {
  return fmt::format("namespaces {} titles {} matching '{}' revisions {}", namespaces, titles,
                     titleRegex, revisions);
}

void addPageOptions(CLI::App &command, PageOptions &options) {
  command
      .add_option("--namespace", options.namespaces,
                  "Pages in these namespaces alone: of exports by number or name, of a wiki (with "
                  "--category, --recent-changes) by number")
      ->delimiter(',')
      ->allow_extra_args(false);
  command.add_option("--title", options.titles, "Of exports: the page of this title; repeatable")
      ->allow_extra_args(false);
  command.add_option("--title-regex", options.titleRegex,
                     "Of exports: pages of which the title matches");
  command
      .add_option("--revisions", options.revisions,
                  "Of exports: the latest of each page, all, or those with ids N..M")
      ->capture_default_str();
  command.add_option("--limit", options.limit, "Read so many pages and no more")
      ->check(atLeastOne());
  command
      .add_option("--index", options.index,
                  "The index of a multistream dump, if it doesn't lie beside it")
      ->check(CLI::ExistingFile);
  command.add_option("--resume", options.resume,
                     "Keep in this file how far the run has come, and go on from there if it is "
                     "interrupted");
  command.add_option("--progress", options.progress, "A line that tells how far the run has come")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
}

void excludePageOptions(CLI::App &command, const std::string &other) {
  for (const char *name :
       {"--title", "--title-regex", "--revisions", "--limit", "--index", "--resume"})
    command.get_option(name)->excludes(other);
}

} // namespace wikivet
