// SPDX-License-Identifier: MIT
#include "lint/model/Document.h"
#include "lint/model/StatedDates.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <map>

namespace wikivet {
namespace {

/// Reports templates by which something ends before it begins.
class EndBeforeStart final : public Check {
public:
  explicit EndBeforeStart(const Options &options) {
    for (const std::string &line : options.stringList("pairs").items)
      if (size_t colon = line.find(':'); colon != std::string::npos)
        pairs.push_back({.start = trim(std::string_view(line).substr(0, colon)),
                         .end = trim(std::string_view(line).substr(colon + 1))});
  }

  void finish(CheckContext &ctx) override {
    for (const Template &call : ctx.document().templates().all())
      for (const Pair &pair : pairs)
        readCall(call, pair, ctx);
  }

private:
  /// Names of parameters; a number may stand behind both.
  struct Pair {
    std::string_view start, end;
  };

  /// What stands behind the name of a parameter, if it is a number or nothing.
  static std::optional<std::string_view> numberBehind(std::string_view stem,
                                                      std::string_view name) {
    if (!name.starts_with(stem) || !std::ranges::all_of(name.substr(stem.size()), isDigit))
      return std::nullopt;
    return name.substr(stem.size());
  }

  static void readCall(const Template &call, const Pair &pair, CheckContext &ctx) {
    // By number; of arguments given twice the last counts.
    std::map<std::string_view, const Argument *> starts, ends;
    for (const Argument &argument : call.arguments) {
      if (auto number = numberBehind(pair.start, argument.name))
        starts[*number] = &argument;
      if (auto number = numberBehind(pair.end, argument.name))
        ends[*number] = &argument;
    }
    for (const auto &[number, end] : ends)
      if (auto start = starts.find(number); start != starts.end())
        compare(*start->second, *end, ctx);
  }

  static void compare(const Argument &startArgument, const Argument &endArgument,
                      CheckContext &ctx) {
    if (startArgument.trimmed.empty() || endArgument.trimmed.empty())
      return;
    std::optional<StatedDate> end = statedDate(endArgument, ctx.document());
    std::optional<StatedDate> start =
        end ? statedDate(startArgument, ctx.document()) : std::nullopt;
    if (!start || !end->isBefore(*start))
      return;
    ctx.report(end->span, "reversed")
        .arg("end", quote(endArgument, ctx))
        .arg("start", quote(startArgument, ctx))
        .related(start->span, "start");
  }

  static std::string quote(const Argument &argument, CheckContext &ctx) {
    std::string_view value = argument.text(ctx.document().tree());
    return argument.name + "=" + excerpt(value, 40);
  }

  std::vector<Pair> pairs;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(end_before_start, EndBeforeStart)
