// SPDX-License-Identifier: MIT
#include "lint/model/Urls.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace wikivet {
namespace {

using Ipv4 = std::array<uint8_t, 4>;

std::optional<Ipv4> parseIpv4(std::string_view host) {
  Ipv4 address{};
  const char *place = host.data();
  const char *end = host.data() + host.size();
  for (size_t i = 0; i < address.size(); ++i) {
    if (i > 0) {
      if (place == end || *place != '.')
        return std::nullopt;
      ++place;
    }
    auto [rest, error] = std::from_chars(place, end, address[i]);
    if (error != std::errc())
      return std::nullopt;
    place = rest;
  }
  return place == end ? std::optional(address) : std::nullopt;
}

/// RFC 1918, RFC 1122 (loopback) and RFC 3927 (link-local).
bool isPrivate(const Ipv4 &address) {
  return address[0] == 10 || address[0] == 127 || (address[0] == 192 && address[1] == 168) ||
         (address[0] == 172 && address[1] >= 16 && address[1] < 32) ||
         (address[0] == 169 && address[1] == 254);
}

bool isAscii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// What is wrong with the labels of a host name (RFC 1035; underscores occur in the wild), or
/// empty.
std::string labelFault(std::string_view host) {
  constexpr size_t longestLabel = 63;
  while (true) {
    size_t dot = host.find('.');
    std::string_view label = host.substr(0, dot);
    if (label.empty())
      return "there is nothing between two dots";
    if (label.size() > longestLabel)
      return fmt::format("'{}' is longer than 63 characters", shorten(label, 20));
    auto isAllowed = [](char c) {
      return isLetter(c) || isDigit(c) || c == '-' || c == '_' || c == '%' ||
             static_cast<unsigned char>(c) >= 0x80;
    };
    if (auto bad = std::ranges::find_if_not(label, isAllowed); bad != label.end())
      return fmt::format("'{}' is not allowed in it", *bad);
    if (dot == std::string_view::npos)
      return {};
    host.remove_prefix(dot + 1);
  }
}

/// Reports addresses whose host can't exist.
class InvalidUrlHost final : public Check {
public:
  explicit InvalidUrlHost(const Options &options)
      : tlds(options.stringList("tlds")), allowed(options.stringList("allowed-tlds")) {}

  void finish(CheckContext &ctx) override {
    for (const Url &url : ctx.document().urls().all())
      // Where the scheme is there twice, the host is not what is wrong: see malformed-url.
      if (url.hostIsKnown && isWebScheme(url) && !url.hasDoubledScheme())
        judge(url, ctx);
  }

private:
  static bool isWebScheme(const Url &url) {
    return url.hasAuthority && (url.scheme == "http" || url.scheme == "https" ||
                                url.scheme == "ftp" || url.scheme == "ftps" || url.scheme.empty());
  }

  void judge(const Url &url, CheckContext &ctx) const {
    const std::string &host = url.host;
    if (host.empty()) {
      ctx.report(url.span, "empty");
      return;
    }
    // Placeholders such as $1 and {host}, IPv6 addresses, and what pipe-in-external-link reports.
    if (host.find_first_of("${}[<*|") != std::string::npos)
      return;
    if (std::optional<Ipv4> address = parseIpv4(host)) {
      if (isPrivate(*address))
        ctx.report(url.hostSpan, "private").arg("host", host);
      return;
    }
    if (std::string fault = labelFault(host); !fault.empty()) {
      ctx.report(url.hostSpan, "malformed").arg("host", shorten(host, 60)).arg("why", fault);
      return;
    }
    size_t dot = host.rfind('.');
    std::string_view tld = std::string_view(host).substr(dot == std::string::npos ? 0 : dot + 1);
    static constexpr std::array<std::string_view, 4> reserved = {"example", "invalid", "localhost",
                                                                 "test"};
    if (std::ranges::find(reserved, tld) != reserved.end())
      ctx.report(url.hostSpan, "reserved").arg("host", host).arg("tld", tld);
    else if (allowed.contains(tld) || !isAscii(tld) || tld.find('%') != std::string_view::npos)
      return;
    else if (dot == std::string::npos)
      ctx.report(url.hostSpan, "no-dot").arg("host", host);
    else if (!tlds.contains(tld))
      ctx.report(url.hostSpan, "unknown-tld").arg("host", host).arg("tld", tld);
  }

  const StringList &tlds;
  const StringList &allowed;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(invalid_url_host, InvalidUrlHost)
