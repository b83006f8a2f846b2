// SPDX-License-Identifier: MIT
#include "lint/model/Language.h"
#include "lint/model/Sections.h"
#include "lint/model/Templates.h"
#include "lint/rule/Check.h"
#include "lint/support/Regex.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

namespace wikivet {
namespace {

/// Compares numbers in an infobox with rows and sections that are numbered from 1 on.
class InfoboxListCount final : public Check {
public:
  explicit InfoboxListCount(const Options &options) : options(&options) {}

  void finish(CheckContext &ctx) override {
    const Template *infobox = nullptr;
    size_t infoboxes = 0;
    for (const Template &call : ctx.document().templates().all())
      if (options->stringList("templates").contains(call.name)) {
        infobox = &call;
        ++infoboxes;
      }
    // Of several infoboxes nobody can tell which is that of the page.
    if (infoboxes != 1)
      return;
    if (!isElsewhere(ctx.document()))
      compare(*infobox, "row-parameters", countRows(ctx), "rows", ctx);
    compare(*infobox, "section-parameters", countSections(ctx), "sections", ctx);
  }

private:
  /// Things numbered from 1 on, of which the last may not have come out yet.
  struct Numbered {
    std::vector<bool> seen; ///< by number
    int64_t certain = 0;    ///< the highest number of one that has come out
    int64_t highest = 0;    ///< the highest number
    int64_t unnumbered = 0; ///< more of them
    Span first;             ///< place of the first one

    void add(int64_t from, int64_t to, bool isCertain, Span place) {
      constexpr int64_t most = 10'000;
      if (from < 1 || to < from || to > most) {
        ++unnumbered;
        return;
      }
      if (highest == 0)
        first = place;
      highest = std::max(highest, to);
      if (isCertain)
        certain = std::max(certain, to);
      seen.resize(std::max(seen.size(), static_cast<size_t>(to) + 1));
      std::fill(seen.begin() + from, seen.begin() + to + 1, true);
    }
    /// Whether none is missing.
    bool isComplete() const {
      return highest > 1 && std::all_of(seen.begin() + 1, seen.end(), [](bool is) { return is; });
    }
  };

  /// Whether a part of the rows may stand in another page.
  bool isElsewhere(const Document &document) const {
    return std::ranges::any_of(document.templates().all(), [&](const Template &call) {
      constexpr std::string_view page = "{{:";
      return call.node.text().starts_with(page) ||
             (options->stringList("pointers").contains(call.name) &&
              std::ranges::any_of(call.arguments, [&](const Argument &argument) {
                return options->regex("lists").contains(argument.text(document.tree()));
              }));
    });
  }

  Numbered countRows(const CheckContext &ctx) const {
    Numbered rows;
    const Tree &tree = ctx.document().tree();
    for (const Template &call : ctx.document().templates().all()) {
      if (!options->stringList("rows").contains(call.name))
        continue;
      // "12–13": two in one row.
      std::string_view text = valueOf(call, "numbers", tree);
      std::optional<int64_t> from = numberAtStart(text), to = from;
      if (size_t mark = text.find_first_not_of("0123456789");
          from && mark != std::string_view::npos) {
        size_t next = text.find_first_of("0123456789", mark);
        to = next == std::string_view::npos ? std::nullopt : numberAtStart(text.substr(next));
      }
      rows.add(from.value_or(0), to.value_or(0), isPast(valueOf(call, "dates", tree), ctx),
               call.node.span());
    }
    return rows;
  }

  Numbered countSections(const CheckContext &ctx) const {
    Numbered sections;
    for (const Section &section : ctx.document().sections().all())
      if (auto groups = options->regex("sections").find(section.title)) {
        Span number = groups->at(1).value_or(Span());
        int64_t value =
            numberAtStart(std::string_view(section.title).substr(number.begin, number.size()))
                .value_or(0);
        std::string_view rest = std::string_view(section.title).substr(number.end);
        sections.add(value, value, isPast(rest, ctx), section.heading.span());
      }
    return sections;
  }

  std::string_view valueOf(const Template &call, std::string_view names, const Tree &tree) const {
    for (const std::string &name : options->stringList(names).items)
      if (const Argument *argument = call.argument(name))
        return argument->text(tree);
    return {};
  }

  static std::optional<int64_t> numberAtStart(std::string_view text) {
    int64_t number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && !text.starts_with('-') ? std::optional(number) : std::nullopt;
  }

  /// Whether the last year in a text is over.
  static bool isPast(std::string_view text, const CheckContext &ctx) {
    int last = 0;
    constexpr size_t digits = 4;
    for (size_t i = 0; i + digits <= text.size(); ++i)
      if (isYear(text.substr(i, digits)))
        last = std::max(last, static_cast<int>(numberAtStart(text.substr(i, digits)).value_or(0)));
    return last != 0 && last < static_cast<int>(ctx.today().year());
  }

  void compare(const Template &infobox, std::string_view parameters, const Numbered &listed,
               std::string_view message, CheckContext &ctx) const {
    const Tree &tree = ctx.document().tree();
    for (const std::string &name : options->stringList(parameters).items) {
      const Argument *argument = infobox.argument(name);
      std::string_view text = argument ? argument->text(tree) : "";
      std::optional<int64_t> value = numberAtStart(text);
      if (!value)
        continue;
      std::string_view rest =
          trim(text.substr(std::min(text.find_first_not_of("0123456789"), text.size())));
      bool isPlain = rest.empty() || rest.starts_with('(') || rest.starts_with("<ref") ||
                     rest.starts_with("<!--");
      if (!isPlain || !listed.isComplete())
        return;
      ctx.countComparison();
      if (*value >= listed.certain && *value <= listed.highest + listed.unnumbered)
        return;
      ctx.report(argument->trimmed, message)
          .arg("parameter", argument->name)
          .arg("value", *value)
          .arg("count", listed.highest)
          .related(listed.first, "first");
      return;
    }
  }

  const Options *options;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(infobox_list_count, InfoboxListCount)
