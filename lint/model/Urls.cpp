// SPDX-License-Identifier: MIT
#include "lint/model/Urls.h"

#include "lint/model/Document.h"
#include "lint/support/Text.h"

#include <algorithm>

namespace wikivet {

Url parseUrl(std::string_view text, uint32_t base) {
  Url url;
  auto at = [&](size_t offset) { return base + static_cast<uint32_t>(offset); };
  url.span = {.begin = base, .end = at(text.size())};
  size_t place = 0;
  if (!text.starts_with("//")) {
    size_t colon = text.find(':');
    if (colon == std::string_view::npos)
      colon = 0;
    url.scheme = lowerCase(text.substr(0, colon));
    place = std::min(colon + 1, text.size());
  }
  url.hasAuthority = text.substr(place).starts_with("//");
  if (url.hasAuthority) {
    place += 2;
    size_t end = std::min(text.find_first_of("/?#", place), text.size());
    std::string_view authority = text.substr(place, end - place);
    if (size_t user = authority.rfind('@'); user != std::string_view::npos) {
      place += user + 1;
      authority.remove_prefix(user + 1);
    }
    size_t hostEnd = authority.starts_with('[') ? authority.find(']') : authority.rfind(':');
    if (authority.starts_with('[') && hostEnd != std::string_view::npos)
      ++hostEnd;
    std::string_view host = authority.substr(0, hostEnd);
    if (hostEnd != std::string_view::npos && authority.substr(hostEnd).starts_with(':'))
      url.port = authority.substr(hostEnd + 1);
    url.hostSpan = {.begin = at(place), .end = at(place + host.size())};
    url.host = lowerCase(host);
    if (url.host.ends_with('.') && url.host.size() > 1)
      url.host.pop_back();
    place = end;
  }
  url.path = {.begin = at(place), .end = at(text.size())};
  return url;
}

/// Where the plain text at the start of an address ends: at its end, or at the first template.
static uint32_t plainEnd(Node node) {
  for (Node child : node.children())
    if (!child.is(NodeKind::Text))
      return child.begin();
  return node.end();
}

/// Whether the page goes on with a template, parameter or brace right where the address ends.
static bool isContinued(Node node, std::string_view source) {
  return node.end() < source.size() && (source[node.end()] == '{' || source[node.end()] == '<') &&
         node.nextSibling() &&
         node.nextSibling().isOneOf(NodeKind::Template, NodeKind::Parameter,
                                    NodeKind::ParserFunction, NodeKind::UnclosedTemplate);
}

std::optional<WaybackUrl> parseWaybackUrl(std::string_view url) {
  Url parsed = parseUrl(url, 0);
  if (!parsed.hasAuthority ||
      !isAnyOf(parsed.host, {"web.archive.org", "archive.org", "www.archive.org",
                             "wayback.archive.org", "liveweb.archive.org"}))
    return std::nullopt;
  std::string_view path = url.substr(parsed.path.begin);
  // Items of the archive itself are no copies.
  constexpr std::string_view web = "/web/", save = "/save/";
  WaybackUrl wayback;
  if (path.starts_with(save)) {
    wayback.command = "save";
    wayback.target = path.substr(save.size());
    return wayback;
  }
  if (path.starts_with(web))
    path.remove_prefix(web.size());
  else if (parsed.host != "www.archive.org" && parsed.host != "archive.org" && path.size() > 1)
    path.remove_prefix(1); // an old form without "/web"
  else
    return std::nullopt;
  size_t end = std::min(path.find('/'), path.size());
  std::string_view time = path.substr(0, end);
  size_t digits = std::min(time.find_first_not_of("0123456789"), time.size());
  wayback.timestamp = time.substr(0, digits);
  (digits == 0 || time.substr(digits) == "*" ? wayback.command : wayback.flags) =
      time.substr(digits);
  wayback.target = path.substr(std::min(end + 1, path.size()));
  return wayback;
}

std::optional<std::chrono::year_month_day> dayOf(const WaybackUrl &copy) {
  if (copy.timestamp.size() < 8)
    return std::nullopt;
  auto number = [&](size_t at, size_t size) {
    int value = 0;
    for (char digit : copy.timestamp.substr(at, size))
      value = value * 10 + (digit - '0');
    return value;
  };
  std::chrono::year_month_day day{std::chrono::year(number(0, 4)),
                                  std::chrono::month(static_cast<unsigned>(number(4, 2))),
                                  std::chrono::day(static_cast<unsigned>(number(6, 2)))};
  return day.ok() ? std::optional(day) : std::nullopt;
}

Urls::Urls(const Document &document) {
  const Tree &tree = document.tree();
  std::string_view source = tree.sourceText();
  for (uint32_t i = 0; i < tree.size(); ++i) {
    Node node = tree.node(i);
    if (!node.is(NodeKind::Url))
      continue;
    uint32_t end = plainEnd(node);
    Url url = parseUrl(source.substr(node.begin(), end - node.begin()), node.begin());
    bool isCut = end < node.end() || isContinued(node, source);
    url.hostIsKnown = !isCut || !url.path.empty();
    url.node = node;
    url.span = node.span();
    urls.push_back(std::move(url));
  }
}

} // namespace wikivet
