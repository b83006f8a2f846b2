// SPDX-License-Identifier: MIT
#include "lint/model/Document.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <map>
#include <set>

namespace wikivet {
namespace {

constexpr std::string_view enDash = "–";

/// Reports titles such as "A-B relations" on pages that link to titles such as "C–D relations".
class HyphenInRelationsLink final : public Check {
public:
  explicit HyphenInRelationsLink(const Options &options)
      : endings(&options.stringList("endings")), forms(&options.stringList("combining-forms")) {}

  KindSet interests() const override { return {NodeKind::LinkTarget}; }

  void visit(Node node, CheckContext &ctx) override {
    std::string_view target = trim(node.text());
    size_t blank = target.rfind(' ');
    if (blank == std::string_view::npos || !node.parent().is(NodeKind::Wikilink) ||
        !endings->contains(target.substr(blank + 1)) ||
        ctx.document().wiki().namespaceOf(target) != 0)
      return;
    Siblings &siblings = byEnding[target.substr(blank + 1)];
    if (target.find(enDash) != std::string_view::npos) {
      if (!siblings.dashed)
        siblings.dashed = node;
    } else if (hyphenIn(target) != std::string_view::npos) {
      siblings.hyphenated.push_back(node);
    }
  }

  void finish(CheckContext &ctx) override {
    for (const auto &[ending, siblings] : byEnding) {
      if (!siblings.dashed)
        continue;
      std::set<std::string_view> seen;
      for (Node node : siblings.hyphenated) {
        std::string_view target = trim(node.text());
        if (!seen.insert(target).second)
          continue;
        constexpr uint32_t longest = 80;
        std::string better(target);
        better.replace(hyphenIn(target), 1, enDash);
        ctx.report(node.span(), "found")
            .arg("title", shorten(target, longest))
            .arg("other", shorten(trim(siblings.dashed.text()), longest))
            .arg("better", shorten(better, longest))
            .related(siblings.dashed.span(), "other");
      }
    }
  }

private:
  struct Siblings {
    Node dashed; ///< the first one
    std::vector<Node> hyphenated;
  };

  /// The only hyphen of a title, if it joins two names.
  size_t hyphenIn(std::string_view target) const {
    size_t hyphen = target.find('-');
    if (hyphen == std::string_view::npos || hyphen + 1 >= target.size() ||
        target.find('-', hyphen + 1) != std::string_view::npos || !isUpper(target[hyphen + 1]) ||
        forms->contains(target.substr(0, hyphen)))
      return std::string_view::npos;
    return hyphen;
  }

  const StringList *endings, *forms;
  std::map<std::string_view, Siblings> byEnding;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(hyphen_in_relations_link, HyphenInRelationsLink)
