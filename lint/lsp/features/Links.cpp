// SPDX-License-Identifier: MIT
#include "lint/lsp/features/Features.h"
#include "lint/model/Urls.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>

namespace wikivet::lsp {

/// Where the pages of a wiki are: what the settings say, else the wiki's server with the path that
/// wikis of the Wikimedia Foundation have; empty if nothing is known.
static std::string pagePattern(const Settings &settings, const Wiki &wiki) {
  // Without an id it is all wikis at once.
  if (!settings.pageUrl.empty() || wiki.id.empty() || wiki.server.empty())
    return settings.pageUrl;
  return fmt::format("https://{}/wiki/$1", wiki.server);
}

/// The title that a link is to, as it stands in an address; empty if it is not known.
static std::string linkedTitle(Node target) {
  if (target.firstChild())
    return {};
  std::string_view written = trim(target.text());
  if (written.starts_with(':'))
    written.remove_prefix(1);
  if (written.empty() || written.front() == '#' || written.front() == '/')
    return {};
  std::string title = collapseSpaces(written.substr(0, written.find('#')));
  std::ranges::replace(title, ' ', '_');
  return title;
}

Answer answerLinks(const Inquiry &inquiry) {
  const Document &document = inquiry.page.document();
  Positions positions = inquiry.positions();
  Json links = Json::array();
  for (const Url &url : document.urls().all()) {
    std::string address(document.source().text(url.span));
    if (url.scheme.empty())
      address = "https:" + address;
    // What a template takes part in is not an address yet.
    if (document.source().text().substr(url.span.end).starts_with("{{"))
      continue;
    if (url.hostIsKnown && !url.host.empty() &&
        address.find_first_of("{}<>[] \n") == std::string::npos)
      links.push_back({{"range", positions.range(url.span)}, {"target", std::move(address)}});
  }
  std::string pattern = pagePattern(inquiry.settings, document.wiki());
  const Tree &tree = document.tree();
  for (uint32_t i = 0; i < tree.size() && !pattern.empty(); ++i) {
    Node target = tree.node(i);
    if (!target.is(NodeKind::LinkTarget) || !target.parent().is(NodeKind::Wikilink))
      continue;
    if (std::string title = linkedTitle(target); !title.empty())
      links.push_back({{"range", positions.range(tree.spanOf(trim(target.text())))},
                       {"target", addressOf(pattern, title)}});
  }
  return links;
}

} // namespace wikivet::lsp
