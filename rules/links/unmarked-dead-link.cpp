// SPDX-License-Identifier: MIT
#include "lint/model/DeadLinks.h"
#include "lint/model/References.h"
#include "lint/model/Templates.h"
#include "lint/model/Urls.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace wikivet {
namespace {

/// Reports links to an address that the same page marks as dead elsewhere.
class UnmarkedDeadLink final : public Check {
public:
  void finish(CheckContext &ctx) override {
    const Document &document = ctx.document();
    std::unordered_map<std::string, Node> dead; // the mark by address
    std::unordered_set<uint32_t> marked;        // addresses with a mark, by node
    for (const Template &call : document.templates().all())
      if (document.wiki().isTemplateIn("dead-link", call.name))
        for (Node url : {linkInside(call.node), linkBefore(call.node)})
          if (url) {
            dead.try_emplace(endpoint(url.text()), call.node);
            marked.insert(url.index());
          }
    if (dead.empty())
      return;
    for (const Url &url : document.urls().all()) {
      auto found = dead.find(endpoint(document.source().text(url.span)));
      if (found == dead.end() || marked.contains(url.node.index()) ||
          hasArchive(url.node, document))
        continue;
      // One mark may stand for several links in its reference.
      Node reference = enclosingReference(url.node);
      if (reference && reference == enclosingReference(found->second))
        continue;
      ctx.report(url.span, "unmarked")
          .arg("value", shorten(document.source().text(url.span), 60))
          .related(found->second.span(), "mark");
    }
  }

private:
  /// An address without its scheme, fragment and final slash.
  static std::string endpoint(std::string_view url) {
    if (size_t slashes = url.find("//"); slashes != std::string_view::npos)
      url.remove_prefix(slashes + 2);
    url = url.substr(0, url.find('#'));
    if (url.starts_with("www."))
      url.remove_prefix(4);
    while (url.ends_with('/'))
      url.remove_suffix(1);
    return std::string(url);
  }

  /// Whether a template gives the address together with a copy, or is a mark itself.
  bool hasArchive(Node url, const Document &document) {
    for (Node outer = url.parent(); outer && !outer.is(NodeKind::Extension);
         outer = outer.parent()) {
      const Template *call = document.templates().at(outer);
      if (!call)
        continue;
      auto [place, isNew] = cared.try_emplace(call, false);
      if (isNew)
        place->second = document.wiki().isTemplateIn("dead-link", call->name) ||
                        document.wiki().isTemplateIn("archive", call->name) ||
                        std::ranges::any_of(call->arguments, isArchive);
      return place->second;
    }
    return false;
  }

  static bool isArchive(const Argument &argument) {
    std::string name = lowerCase(argument.name);
    return !argument.trimmed.empty() && (name.contains("archiv") || name.contains("arquiv"));
  }

  std::unordered_map<const Template *, bool> cared; ///< by call: worked out once
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(unmarked_dead_link, UnmarkedDeadLink)
