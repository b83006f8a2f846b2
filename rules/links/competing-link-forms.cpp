// SPDX-License-Identifier: MIT
#include "lint/model/Document.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace wikivet {
namespace {

/// Reports titles that a page links to in two spellings.
class CompetingLinkForms final : public Check {
public:
  explicit CompetingLinkForms(const Options &options) : options(&options) {}

  KindSet interests() const override { return {NodeKind::LinkTarget}; }

  void visit(Node node, CheckContext &ctx) override {
    std::string_view target = trim(node.text());
    target = trim(target.substr(0, target.find('#')));
    bool hasColon = target.find(':') != std::string_view::npos;
    if (target.empty() || !node.parent().is(NodeKind::Wikilink) || target.starts_with(':') ||
        (hasColon && ctx.document().wiki().namespaceOf(target) != 0))
      return;
    Form &form = targets[target];
    if (form.count++ == 0)
      form.first = node;
  }

  void finish(CheckContext &ctx) override {
    for (const std::string &line : options->stringList("spellings").items)
      if (size_t blank = line.find(' '); blank != std::string::npos)
        spellings.emplace(line.substr(blank + 1), line.substr(0, blank));
    // By what the spellings have in common, then by title.
    std::unordered_map<std::string, std::map<std::string, Form>> pages;
    for (const auto &[target, found] : targets) {
      std::string title = normalize(target);
      Form &form = pages[key(title)][title];
      form.count += found.count;
      if (!form.first || found.first.index() < form.first.index())
        form.first = found.first;
    }
    for (const auto &[key, forms] : pages)
      if (forms.size() > 1)
        report(forms, ctx);
  }

private:
  struct Form {
    uint32_t count = 0;
    Node first;
  };

  static void report(const std::map<std::string, Form> &forms, CheckContext &ctx) {
    // The form that is used most, else first, is the one to keep.
    auto isBetter = [](const auto &left, const auto &right) {
      return left.second.count != right.second.count
                 ? left.second.count > right.second.count
                 : left.second.first.index() < right.second.first.index();
    };
    constexpr uint32_t longest = 80;
    const auto &[kept, main] = *std::ranges::min_element(forms, isBetter);
    for (const auto &[title, form] : forms)
      if (title != kept)
        ctx.report(form.first.span(), "found")
            .arg("title", shorten(title, longest))
            .arg("other", shorten(kept, longest))
            .related(main.first.span(), "other");
  }

  /// A title as MediaWiki compares it, but for entities.
  static std::string normalize(std::string_view target) {
    std::string title(target);
    std::ranges::replace(title, '_', ' ');
    title = collapseSpaces(title);
    if (!title.empty() && title[0] >= 'a' && title[0] <= 'z')
      title[0] = static_cast<char>(title[0] - 'a' + 'A');
    return title;
  }

  /// What all spellings of a title have in common.
  std::string key(std::string_view title) const {
    std::string result;
    for (size_t i = 0; i < title.size();) {
      if (isLetter(title[i])) {
        size_t end = i;
        while (end < title.size() && isLetter(title[end]))
          ++end;
        std::string word(title.substr(i, end - i));
        auto other = spellings.find(lowerCase(word));
        // The first letter says whether it is a name.
        result += other == spellings.end() ? word : word.substr(0, 1) + other->second.substr(1);
        i = end;
        continue;
      }
      CodePoint point = decodeUtf8(title.substr(i));
      if (point.value == U'–' || point.value == U'—')
        result += '-';
      else if (point.value == U'’' || point.value == U'‘')
        result += '\'';
      else
        result += title.substr(i, point.length);
      i += point.length;
    }
    return result;
  }

  const Options *options;
  std::unordered_map<std::string_view, Form> targets; ///< as written
  /// To the spelling that counts.
  std::unordered_map<std::string, std::string, StringHash, std::equal_to<>> spellings;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(competing_link_forms, CompetingLinkForms)
