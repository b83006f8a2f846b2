// SPDX-License-Identifier: MIT
#include "lint/model/Document.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <map>

namespace wikivet {
namespace {

/// Reports titles that a page links to in two spellings.
class CompetingLinkForms final : public Check {
public:
  explicit CompetingLinkForms(const Options &options) {
    for (const std::string &line : options.stringList("spellings").items)
      if (size_t blank = line.find(' '); blank != std::string::npos)
        spellings.emplace(line.substr(blank + 1), line.substr(0, blank));
  }

  KindSet interests() const override { return {NodeKind::LinkTarget}; }

  void visit(Node node, CheckContext &ctx) override {
    std::string_view target = trim(node.text());
    target = trim(target.substr(0, target.find('#')));
    if (target.empty() || !node.parent().is(NodeKind::Wikilink) || target.starts_with(':') ||
        ctx.document().wiki().namespaceOf(target) != 0)
      return;
    std::string title = normalize(target);
    Form &form = pages[key(title)][title];
    if (form.count++ == 0)
      form.first = node;
  }

  void finish(CheckContext &ctx) override {
    for (const auto &[key, forms] : pages) {
      if (forms.size() < 2)
        continue;
      // The form that is used most, else first, is the one to keep.
      auto isBetter = [](const auto &left, const auto &right) {
        return left.second.count != right.second.count
                   ? left.second.count > right.second.count
                   : left.second.first.index() < right.second.first.index();
      };
      const auto &[kept, main] = *std::ranges::min_element(forms, isBetter);
      for (const auto &[title, form] : forms)
        if (title != kept)
          ctx.report(form.first.span(), "found")
              .arg("title", title)
              .arg("other", kept)
              .related(main.first.span(), "other");
    }
  }

private:
  struct Form {
    uint32_t count = 0;
    Node first;
  };

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

  std::map<std::string, std::string, std::less<>> spellings; ///< to the one that counts
  std::map<std::string, std::map<std::string, Form>> pages;  ///< by key, then by title
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(competing_link_forms, CompetingLinkForms)
