// SPDX-License-Identifier: MIT
#include "lint/model/HtmlTree.h"
#include "lint/rule/Check.h"

#include <algorithm>

namespace wikivet {
namespace {

using html::DomKind;
using html::Name;
using html::NodeId;
using html::noNode;

/// Reports tables with many columns, those that hold other tables left out.
class LargeTables final : public Check {
public:
  explicit LargeTables(const Options &options)
      : mostColumns(options.integer("most-columns")), rows(options.integer("rows")) {}

  void finish(CheckContext &ctx) override {
    const html::Dom &dom = ctx.document().htmlTree().dom();
    for (NodeId id = dom[0].first; id != noNode; id = dom.following(id, 0)) {
      if (dom[id].kind != DomKind::Element || dom[id].name != Name::Table)
        continue;
      if (int64_t columns = widestRow(dom, id); columns > mostColumns)
        ctx.report(dom[id].span, "found").arg("columns", columns).arg("most", mostColumns);
    }
  }

private:
  /// The number of cells in the first row with too many; 0 if there is none, or a table inside.
  int64_t widestRow(const html::Dom &dom, NodeId table) const {
    int64_t row = 0, headers = 0, cells = 0, widest = 0;
    for (NodeId id = dom[table].first; id != noNode; id = dom.following(id, table)) {
      if (dom[id].kind != DomKind::Element)
        continue;
      if (dom[id].name == Name::Table)
        return 0;
      if (dom[id].name == Name::Tr) {
        ++row;
        headers = cells = 0;
      }
      if (!html::isCell(dom[id].name) || row > rows || widest > mostColumns)
        continue;
      widest = std::max(widest, dom[id].name == Name::Th ? ++headers : ++cells);
    }
    return widest;
  }

  int64_t mostColumns, rows;
};

} // namespace
} // namespace wikivet

WIKIVET_CHECK(large_tables, LargeTables)
