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
  explicit MalformedUrl(const Options & /*options*/) {}

  KindSet interests() const override { return {}; }

  void finish(CheckContext &ctx) override {
    for (const Url &url : ctx.document().urls().all())
      if (url.hasDoubledScheme())
        ctx.report(url.span, "doubled")
            .arg("value", shorten(ctx.document().source().text(url.span), 60));
    for (const SchemaCall &call : ctx.document().schemaCalls().all())
      for (const SchemaArgument &argument : call.arguments)
        if ((argument.is(ValueType::Url) || argument.is(ValueType::ArchiveUrl)) &&
            !argument.isEmpty())
          judge(argument, ctx);
  }

private:
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
    if (scheme == "news" || scheme == "mailto" || scheme == "urn" || scheme == "magnet" ||
        scheme == "geo" || scheme == "sip" || scheme == "sips" || scheme == "sms" ||
        scheme == "tel" || scheme == "bitcoin" || scheme == "xmpp")
      return true;
    return isLetter(scheme[0]) && scheme.find_first_of(".&/% ") == std::string::npos &&
           value.substr(colon).starts_with("://");
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(malformed_url, MalformedUrl)
