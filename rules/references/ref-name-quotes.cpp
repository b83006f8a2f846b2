// SPDX-License-Identifier: MIT
#include "lint/model/RefAttributes.h"
#include "lint/model/References.h"
#include "lint/rule/Check.h"

#include <fmt/format.h>

#include <set>
#include <string>
#include <vector>

namespace wikivet {
namespace {

/// Reports names and groups of references whose quotes are wrong or missing.
class RefNameQuotes final : public Check {
public:
  void finish(CheckContext &ctx) override {
    std::vector<RefAttribute> misquoted;
    std::set<std::string, std::less<>> names; // that need no mending
    for (const Reference &reference : ctx.document().references().all()) {
      if (!reference.node.is(NodeKind::Extension))
        continue;
      bool isRight = true;
      for (RefAttribute &attribute : readRefAttributes(reference.node.firstChild())) {
        if (!attribute.isMisquoted() || attribute.meant.empty() ||
            (attribute.name != "name" && attribute.name != "group" && attribute.name != "follow"))
          continue;
        isRight = isRight && attribute.name != "name";
        misquoted.push_back(std::move(attribute));
      }
      if (isRight)
        names.insert(reference.name);
    }
    for (const RefAttribute &attribute : misquoted)
      report(attribute, names, ctx);
  }

private:
  static void report(const RefAttribute &attribute, const std::set<std::string, std::less<>> &names,
                     CheckContext &ctx) {
    std::string_view written = ctx.document().source().text(attribute.value);
    std::string_view read = written.substr(0, written.find_first_of(" \t\n"));
    Finding finding = ctx.report(attribute.value, messageOf(attribute.quotes));
    finding.arg("name", attribute.name)
        .arg("written", written)
        .arg("meant", attribute.meant)
        .arg("read", read);
    // Not where another reference is called what MediaWiki has read so far, nor where it would
    // make a group another one, which its list might not know.
    bool isRead = attribute.quotes == RefAttribute::Quotes::Unpaired &&
                  (written.front() == '"' || written.front() == '\'') &&
                  written.find(written.front(), 1) < written.size() - 1;
    // Where a tool has escaped the quotes, it has done so on the whole page.
    if ((attribute.name != "group" || isRead) &&
        attribute.quotes != RefAttribute::Quotes::Escaped &&
        attribute.meant.find_first_of("\"<>&") == std::string_view::npos && !names.contains(read))
      finding.fix("put it in straight quotes", true,
                  {{.span = attribute.value, .text = fmt::format("\"{}\"", attribute.meant)}});
  }

  static std::string_view messageOf(RefAttribute::Quotes quotes) {
    switch (quotes) {
    case RefAttribute::Quotes::Typeset:
      return "typeset";
    case RefAttribute::Quotes::Unpaired:
      return "unpaired";
    case RefAttribute::Quotes::Escaped:
      return "escaped";
    default:
      return "blank";
    }
  }
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(ref_name_quotes, RefNameQuotes)
