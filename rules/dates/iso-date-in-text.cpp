// SPDX-License-Identifier: MIT
#include "lint/model/Date.h"
#include "lint/model/DateMentions.h"
#include "lint/model/Document.h"
#include "lint/rule/Check.h"
#include "lint/support/Regex.h"

namespace wikivet {
namespace {

/// Reports dates in digits in running text.
class IsoDateInText final : public Check {
public:
  explicit IsoDateInText(const Options &options)
      : ignored(&options.regex("ignored-sections")), vetoes(&options.regex("vetoes")) {}

  void finish(CheckContext &ctx) override {
    if (!ctx.document().prose().isIn("en"))
      return;
    for (const ProseDate &date : findProseDates(ctx.document(), *ignored)) {
      const DateMention &mention = date.mention;
      if (mention.form != DateForm::Iso || date.block->kind != BlockKind::Paragraph ||
          !calendarDay(mention.year, mention.month, mention.day).ok() ||
          vetoes->contains(date.block->text))
        continue;
      ctx.report(date.source, "found")
          .arg("date", date.text())
          .arg("dmy", writeDate(mention, date.text(), DateForm::DayMonth))
          .arg("mdy", writeDate(mention, date.text(), DateForm::MonthDay));
    }
  }

private:
  const Regex *ignored, *vetoes;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(iso_date_in_text, IsoDateInText)
