// SPDX-License-Identifier: MIT
#pragma once

#include "lint/model/Tables.h"
#include "lint/rule/Check.h"

namespace wikivet {

/// Looks at each table of a page that has headers.
class TableCheck : public Check {
public:
  void finish(CheckContext &ctx) override {
    for (const Table &table : ctx.document().tables().all())
      if (table.headerRowCount > 0)
        judge(table, ctx);
  }

protected:
  virtual void judge(const Table &table, CheckContext &ctx) const = 0;
};

/// Looks at each column of such a table.
class ColumnCheck : public TableCheck {
protected:
  void judge(const Table &table, CheckContext &ctx) const override {
    for (uint32_t column = 0; column < table.columnCount; ++column)
      judgeColumn(table, column, ctx);
  }
  virtual void judgeColumn(const Table &table, uint32_t column, CheckContext &ctx) const = 0;
};

} // namespace wikivet
