// SPDX-License-Identifier: MIT
#include "lint/model/Templates.h"
#include "lint/model/Urls.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace wikivet {
namespace {

/// Reports addresses of sites that are known to be gone. The list says when and why.
class KnownDeadHost final : public Check {
public:
  explicit KnownDeadHost(const Options &options)
      : hosts({&options.stringList("hosts"), &options.stringList("more-hosts")}),
        marks(options.stringList("dead-link-templates")) {}

  void finish(CheckContext &ctx) override {
    for (const Url &url : ctx.document().urls().all()) {
      if (!url.hostIsKnown)
        continue;
      std::string_view entry = find(url.host, ctx.document().source().text(url.path));
      if (entry.empty() || isCaredFor(url.node, ctx.document()))
        continue;
      auto [place, words] = cut(entry, '|');
      auto [since, reason] = cut(words, '|');
      ctx.report(url.span, "dead")
          .arg("host", place.contains('/') ? place : url.host)
          .arg("since", since)
          .arg("reason", reason);
    }
  }

private:
  static std::pair<std::string_view, std::string_view> cut(std::string_view text, char sign) {
    size_t at = std::min(text.find(sign), text.size());
    return {trim(text.substr(0, at)), trim(text.substr(std::min(at + 1, text.size())))};
  }

  /// The entry of a host, or of a domain that it is in, perhaps with the first part of the path
  /// behind it; empty if there is none.
  std::string_view find(std::string_view host, std::string_view path) {
    if (entries.empty())
      for (const StringList *list : hosts)
        for (const std::string &entry : list->items)
          entries.try_emplace(cut(entry, '|').first, entry);
    std::string_view part = path.substr(0, path.find_first_of("/?#", 1));
    for (std::string_view domain = host; !domain.empty(); domain = cut(domain, '.').second) {
      auto found = entries.find(domain);
      if (found == entries.end() && part.size() > 1)
        found = entries.find(fmt::format("{}{}", domain, part));
      if (found != entries.end())
        return found->second;
    }
    return {};
  }

  /// Whether a copy is given, or the link is marked as dead already.
  bool isCaredFor(Node url, const Document &document) {
    for (Node outer = url.parent(); outer; outer = outer.parent()) {
      if (!outer.isOneOf(NodeKind::Template, NodeKind::TemplateArgument, NodeKind::ExternalLink))
        break;
      if (!outer.is(NodeKind::Template))
        continue;
      const Template *call = document.templates().at(outer);
      if (!call || hasArchive(*call) || marks.contains(call->name) ||
          document.wiki().isTemplateIn("archive", call->name))
        return true;
      url = outer;
    }
    if (url.parent().is(NodeKind::ExternalLink))
      url = url.parent();
    // What stands behind it in the same reference or item.
    Node next = url.nextSibling();
    for (int i = 0; i < 4 && next; ++i, next = next.nextSibling())
      if (const Template *call = document.templates().at(next);
          call &&
          (marks.contains(call->name) || document.wiki().isTemplateIn("dead-link", call->name) ||
           document.wiki().isTemplateIn("archive", call->name)))
        return true;
    return false;
  }

  /// Asked for each link of a call, but worked out once.
  bool hasArchive(const Template &call) {
    auto [place, isNew] = archives.try_emplace(&call, false);
    if (isNew)
      place->second = std::ranges::any_of(call.arguments, isArchive);
    return place->second;
  }

  static bool isArchive(const Argument &argument) {
    std::string name = lowerCase(argument.name);
    return !argument.trimmed.empty() && (name.contains("archiv") || name.contains("arquiv")) &&
           !name.contains("dat");
  }

  std::array<const StringList *, 2> hosts;
  const StringList &marks;
  std::unordered_map<const Template *, bool> archives;
  std::unordered_map<std::string_view, std::string_view> entries; ///< by host
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(known_dead_host, KnownDeadHost)
