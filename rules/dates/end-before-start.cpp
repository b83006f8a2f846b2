// SPDX-License-Identifier: MIT
#include "lint/model/Document.h"
#include "lint/model/StatedDates.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

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
        for (const Argument &end : call.arguments)
          if (std::optional<std::string> start = startOf(end.name, pair))
            compare(call.argument(*start), end, ctx);
  }

private:
  /// Names of parameters; a number may stand behind both.
  struct Pair {
    std::string_view start, end;
  };

  /// The name of the parameter that says when begins what this one ends.
  static std::optional<std::string> startOf(std::string_view name, const Pair &pair) {
    if (!name.starts_with(pair.end))
      return std::nullopt;
    std::string_view number = name.substr(pair.end.size());
    for (char c : number)
      if (!isDigit(c))
        return std::nullopt;
    return std::string(pair.start).append(number);
  }

  static void compare(const Argument *startArgument, const Argument &endArgument,
                      CheckContext &ctx) {
    if (!startArgument || startArgument->trimmed.empty() || endArgument.trimmed.empty())
      return;
    std::optional<StatedDate> end = statedDate(endArgument, ctx.document());
    std::optional<StatedDate> start =
        end ? statedDate(*startArgument, ctx.document()) : std::nullopt;
    if (!start || !end->isBefore(*start))
      return;
    ctx.report(end->span, "reversed")
        .arg("end", quote(endArgument, ctx))
        .arg("start", quote(*startArgument, ctx))
        .related(start->span, "start");
  }

  static std::string quote(const Argument &argument, CheckContext &ctx) {
    std::string_view value = argument.text(ctx.document().tree());
    return argument.name + "=" + shorten(collapseSpaces(value), 40);
  }

  std::vector<Pair> pairs;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(end_before_start, EndBeforeStart)
