// SPDX-License-Identifier: MIT
#include "lint/model/DateMentions.h"
#include "lint/model/Document.h"
#include "lint/model/Templates.h"
#include "lint/rule/Check.h"

#include <algorithm>
#include <vector>

namespace wikivet {
namespace {

/// Reports pages that write the day before the month in some dates and behind it in others, where
/// no notice says which is meant.
class MixedDateFormats final : public Check {
public:
  explicit MixedDateFormats(const Options &options) : ignored(&options.regex("ignored-sections")) {}

  void finish(CheckContext &ctx) override {
    const Document &document = ctx.document();
    if (document.prose().isForeignTo("en") ||
        std::ranges::any_of(document.templates().all(), [&](const Template &call) {
          return document.wiki().isTemplateIn("use-dmy", call.name) ||
                 document.wiki().isTemplateIn("use-mdy", call.name);
        }))
      return;
    std::vector<ProseDate> dayFirst, monthFirst;
    for (const ProseDate &date : findProseDates(document, *ignored))
      if (date.mention.year != 0 && date.mention.form != DateForm::Iso)
        (date.mention.form == DateForm::DayMonth ? dayFirst : monthFirst).push_back(date);
    if (dayFirst.empty() || monthFirst.empty())
      return;
    bool isDayRarer = dayFirst.size() < monthFirst.size();
    const std::vector<ProseDate> &rarer = isDayRarer ? dayFirst : monthFirst;
    const std::vector<ProseDate> &others = isDayRarer ? monthFirst : dayFirst;
    ctx.report(rarer.front().source, "mixed")
        .arg("date", rarer.front().text())
        .arg("count", static_cast<int64_t>(rarer.size()))
        .arg("other", others.front().text())
        .arg("other-count", static_cast<int64_t>(others.size()))
        .related(others.front().source, "other");
  }

private:
  const Regex *ignored;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(mixed_date_formats, MixedDateFormats)
