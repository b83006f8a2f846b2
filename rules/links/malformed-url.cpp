// SPDX-License-Identifier: MIT
#include "lint/model/SchemaCalls.h"
#include "lint/model/Urls.h"
#include "lint/rule/Check.h"
#include "lint/support/Text.h"

#include <algorithm>

namespace wikivet {
namespace {

/// Reports addresses that no browser can follow as they are written.
class MalformedUrl final : public Check {
public:
  void finish(CheckContext &ctx) override {
    for (const Url &url : ctx.document().urls().all()) {
      std::string_view text = ctx.document().source().text(url.span);
      std::string_view message;
      if (url.hasDoubledScheme())
        message = "doubled";
      else if (!isPort(url.port))
        message = "port";
      if (!message.empty())
        ctx.report(url.span, message).arg("value", shorten(text, 60)).arg("port", url.port);
    }
    for (const SchemaCall &call : ctx.document().schemaCalls().all())
      for (const SchemaArgument &argument : call.arguments)
        if ((argument.is(ValueType::Url) || argument.is(ValueType::ArchiveUrl)) &&
            !argument.isEmpty())
          judge(argument, ctx);
  }

private:
  /// None, or a number from 1 to 65535.
  static bool isPort(std::string_view port) {
    if (port.find_first_not_of("0123456789") != std::string_view::npos)
      return true; // a template or a parameter; or not a port at all
    uint32_t number = 0;
    for (char digit : port.substr(0, 6))
      number = number * 10 + static_cast<uint32_t>(digit - '0');
    return port.empty() || (port.size() <= 5 && number >= 1 && number <= 65535);
  }

  static void judge(const SchemaArgument &argument, CheckContext &ctx) {
    std::optional<std::string> value = plainValue(*argument.argument);
    if (!value && argument.argument->node.child(NodeKind::ExternalLink))
      value = ctx.document().source().text(argument.argument->trimmed);
    if (!value || value->empty())
      return;
    std::string_view message;
    if (value->starts_with('['))
      message = "bracket";
    else if (!hasScheme(*value))
      message = "no-scheme";
    else if (std::ranges::any_of(*value, isSpace))
      message = "blank";
    if (message.empty())
      return;
    ctx.report(argument.argument->trimmed, message)
        .arg("name", argument.argument->name)
        .arg("value", shorten(collapseSpaces(*value), 60));
  }

  /// Begins as an address does: `scheme://`, `//`, or one of the schemes without slashes.
  static bool hasScheme(std::string_view value) {
    if (value.starts_with("//"))
      return true;
    size_t colon = value.find(':');
    if (colon == std::string_view::npos || colon < 2)
      return false;
    std::string scheme = lowerCase(value.substr(0, colon));
    if (isAnyOf(scheme, {"news", "mailto", "urn", "magnet", "geo", "sip", "sips", "sms", "tel",
                         "bitcoin", "xmpp"}))
      return true;
    return isLetter(scheme[0]) && scheme.find_first_of(".&/% ") == std::string::npos &&
           value.substr(colon).starts_with("://");
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(malformed_url, MalformedUrl)
