// SPDX-License-Identifier: MIT
#include "lint/model/Templates.h"
#include "lint/rule/Check.h"
#include "lint/support/Regex.h"
#include "lint/support/StringSet.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <unordered_map>

namespace wikivet {
namespace {

/// Looks for the source that each short footnote points to. A source is any other template that
/// gives the first author's name and the year; which of its parameters do so is not asked for.
class SfnWithoutTarget final : public Check {
public:
  explicit SfnWithoutTarget(const Options &options)
      : certainSources(options.regex("source-templates")) {}

  void finish(CheckContext &ctx) override {
    const Document &document = ctx.document();
    // Anchors that are written out; rare, and not worth to be understood.
    if (document.source().text().contains("CITEREF"))
      return;
    const Tree &tree = document.tree();
    std::vector<const Template *> notes;
    for (const Template &call : document.templates().all())
      if (document.wiki().isTemplateIn("harv", call.name))
        notes.push_back(&call);
    if (notes.empty())
      return;
    for (const Template &call : document.templates().all()) {
      if (!document.wiki().isTemplateIn("harv", call.name))
        addSource(call, tree);
      hasCertainSource = hasCertainSource || certainSources.contains(call.name);
    }
    StringSet reported;
    for (const Template *note : notes) {
      auto [author, year] = readNote(*note, tree);
      if (author.empty() || year.empty() || isKnown(author, year) ||
          (hasCertainSource && !sources.contains(lastWord(author))) ||
          !reported.insert(author + year).second)
        continue;
      ctx.report(note->node.span(), "lost")
          .arg("template", note->name)
          .arg("author", author)
          .arg("year", year);
    }
  }

private:
  struct Note {
    std::string author, year;
  };

  static bool isYear(std::string_view text) {
    return text.size() >= 4 && text.size() <= 5 && std::ranges::all_of(text.substr(0, 4), isDigit);
  }

  /// First name and year of a short footnote; empty if a template takes part or `ref` says
  /// otherwise.
  static Note readNote(const Template &call, const Tree &tree) {
    Note note;
    if (call.argument("ref") || call.name.ends_with("m") || call.name.ends_with("mp") ||
        call.name == "harvs")
      return note;
    for (const Argument &argument : call.arguments) {
      if (argument.named)
        continue;
      std::string_view text = argument.text(tree);
      if (text.find_first_of("{[<'&") != std::string_view::npos)
        return {};
      if (isYear(text)) {
        note.year = text;
        return note;
      }
      if (note.author.empty())
        note.author = text;
    }
    return note;
  }

  void addSource(const Template &call, const Tree &tree) {
    // A source has some dates, not hundreds of numbers.
    constexpr size_t mostYears = 20;
    std::vector<std::string> years;
    for (const Argument &argument : call.arguments) {
      std::string_view text = argument.text(tree);
      for (size_t i = 0; i + 4 <= text.size() && years.size() < mostYears; ++i) {
        if (!std::ranges::all_of(text.substr(i, 4), isDigit))
          continue;
        size_t end = i + 4;
        if (end < text.size() && text[end] >= 'a' && text[end] <= 'z')
          years.emplace_back(text.substr(i, 5));
        years.emplace_back(text.substr(i, 4));
        i += 3;
      }
    }
    if (years.empty())
      return;
    // A name is short; long values are prose.
    constexpr size_t longest = 100;
    for (const Argument &argument : call.arguments) {
      std::string text = lowerCase(argument.text(tree));
      for (size_t begin = 0; text.size() <= longest && begin < text.size();) {
        size_t end = begin;
        while (end < text.size() && isWordByte(text[end]))
          ++end;
        if (end > begin)
          sources[text.substr(begin, end - begin)].insert(years.begin(), years.end());
        begin = end + 1;
      }
    }
  }

  static bool isWordByte(char c) { return isLetterByte(c) || isDigit(c) || c == '-'; }

  /// The part of a name by which it is looked up, in lower case.
  static std::string lastWord(std::string_view name) {
    size_t end = name.size();
    while (end > 0 && !isWordByte(name[end - 1]))
      --end;
    size_t begin = end;
    while (begin > 0 && isWordByte(name[begin - 1]))
      --begin;
    return lowerCase(name.substr(begin, end - begin));
  }

  /// Whether a source gives this author, alone or in a longer value, and this year.
  bool isKnown(std::string_view author, std::string_view year) const {
    auto found = sources.find(lastWord(author));
    return found != sources.end() && found->second.contains(year);
  }

  const Regex &certainSources;
  /// Years by the words in the arguments of the templates that give them.
  std::unordered_map<std::string, StringSet> sources;
  bool hasCertainSource = false;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(sfn_without_target, SfnWithoutTarget)
