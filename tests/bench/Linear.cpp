// SPDX-License-Identifier: MIT
//
// Parses inputs that are made to be hard, at growing sizes, and prints the speed. Fails if the time
// for a byte grows with the size, or if an input is slow next to plain text: its cost a token must
// stay that of tree-sitter. CPU time of the thread, best of two runs.
#include "lint/support/Source.h"
#include "lint/syntax/Tree.h"

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <string>
#include <vector>

namespace wikivet {
namespace {

double threadSeconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// Seconds for one parse.
double measure(const std::string &text) {
  Source source("linear", text);
  double best = 1e9;
  for (int run = 0; run < 2; ++run) {
    double start = threadSeconds();
    Tree tree = Tree::parse(source);
    if (tree.errorCount() + tree.missingCount() > 0)
      fmt::print("ERROR nodes\n");
    best = std::min(best, threadSeconds() - start);
  }
  return best;
}

/// MB/s
double speed(const std::string &text) {
  return static_cast<double>(text.size()) / measure(text) / 1e6;
}

std::string repeat(std::string_view piece, size_t size) {
  std::string text;
  while (text.size() < size)
    text += piece;
  return text;
}

/// Half openers, then half closers.
std::string nest(std::string_view open, std::string_view close, size_t size) {
  std::string text;
  size_t count = size / (open.size() + close.size());
  for (size_t i = 0; i < count; ++i)
    text += open;
  for (size_t i = 0; i < count; ++i)
    text += close;
  return text;
}

struct Hard {
  std::string_view open, close; ///< with a closer they nest
};

constexpr Hard inputs[] = {
    {"[[", ""},
    {"{{a|", ""},
    {"{{{a|", ""},
    {"<ref name=\"", ""},
    {"<ref>", ""},
    {"{|\n|", ""},
    {"'''''", ""},
    {"'''a ''b", ""},
    {"-{", ""},
    {"<b><i></b></i>", ""},
    {"<b>", ""},
    {"</b>", ""},
    {"<!--", ""},
    {"<!-- -->", ""},
    {"[http://a ", ""},
    {"[http://a ]", ""},
    {"http://a ", ""},
    {"\n== a", ""},
    {"\n== a ==", ""},
    {"\n* <b>", ""},
    {"\n;a:", ""},
    {"<div a=\"", ""},
    {"<a <b <c ", ""},
    {"|", ""},
    {"}}", ""},
    {"]]", ""},
    {"{", ""},
    {"[", ""},
    {"'", ""},
    {"=", ""},
    {"<nowiki>", ""},
    {"<gallery>\nA.jpg|[[b]]\n", ""},
    {"&amp", ""},
    {"__", ""},
    {"~", ""},
    {"{{!}}", ""},
    {"\n|-\n", ""},
    {"[[File:a|b|", ""},
    {"{{#if:", ""},
    {"a:", ""},
    {"{{a|", "}}"},
    {"{{{a|", "}}}"},
    {"[[File:a|", "]]"},
    {"<b>", "</b>"},
    {"{|\n|\n", "\n|}\n"},
    {"-{a", "}-"},
    {"<table><tr><td>", "</table>"},
    {"<div>\n*", "</div>"},
    {"[[a|{{b|", "}}]]"},
    {"{{", "}"},
};

/// What is printed of an input, and whether it is slow.
struct Result {
  std::string line;
  bool failed = false;
};

/// `floor` in MB/s.
Result judge(const Hard &input, double floor) {
  constexpr std::array<size_t, 4> sizes = {size_t{64} << 10, size_t{256} << 10, size_t{1} << 20,
                                           size_t{4} << 20};
  constexpr double mostGrowth = 4; // of the time for a byte; quadratic time would be 64
  Result result;
  std::vector<double> speeds;
  std::string text;
  for (size_t size : sizes) {
    text = input.close.empty() ? repeat(input.open, size) : nest(input.open, input.close, size);
    speeds.push_back(speed(text));
    result.line += fmt::format(" {:7.1f}", speeds.back());
  }
  auto isSlow = [&] {
    return speeds.front() / speeds.back() > mostGrowth || speeds.back() < floor;
  };
  // Other work on the machine slows single runs down, so what looks slow gets more of them.
  for (int again = 0; again < 3 && isSlow(); ++again)
    speeds.back() = std::max(speeds.back(), speed(text));
  result.failed = isSlow();
  std::string name;
  for (char c :
       std::string(input.open) + (input.close.empty() ? "" : " … ") + std::string(input.close))
    name += c == '\n' ? "\\n" : std::string(1, c);
  result.line += fmt::format(" MB/s {} {}", name, result.failed ? "TOO SLOW" : "");
  return result;
}

int run() {
  // Plain text is one token, the hardest inputs have more than one a byte.
  constexpr double mostSlowdown = 100;
  double floor = speed(repeat("plain text ", size_t{4} << 20)) / mostSlowdown;
  std::vector<Result> results(std::size(inputs));
  tbb::parallel_for(size_t{0}, results.size(),
                    [&](size_t i) { results[i] = judge(inputs[i], floor); });
  for (const Result &result : results)
    fmt::print("{}\n", result.line);
  auto failures = std::ranges::count(results, true, &Result::failed);
  fmt::print("{} of {} inputs take more than linear time or are below {:.2f} MB/s\n", failures,
             results.size(), floor);
  return failures == 0 ? 0 : 1;
}

} // namespace
} // namespace wikivet

int main() { return wikivet::run(); }
