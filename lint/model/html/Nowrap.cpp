// SPDX-License-Identifier: MIT
#include "lint/model/html/Nowrap.h"

#include "lint/model/Tags.h"
#include "lint/model/html/Fixups.h"
#include "lint/support/Text.h"

#include <algorithm>

namespace wikivet::html {

namespace {

constexpr uint32_t longRun = 100; // bytes

class NowrapFinder {
public:
  NowrapFinder(const Dom &dom, const Tree &tree, const std::function<void(bool, NodeId)> &report)
      : dom(dom), tree(tree), report(report) {}

  void run() {
    if (!tree.sourceText().contains("nowrap"))
      return;
    for (NodeId id = dom[0].first; id != noNode; id = dom.following(id, 0)) {
      if (!isNowrap(id))
        continue;
      if (id >= runEnd)
        judgeRun(id);
      const DomNode &parent = dom[dom[id].parent];
      if (!has(dom[id].name, BlockLine) && has(parent.name, BlockLine) && holdsParagraph(id))
        report(false, id);
    }
  }

private:
  bool isNowrap(NodeId id) const {
    if (dom[id].kind != DomKind::Element || !dom[id].isLiteral)
      return false;
    Node tag = tree.node(dom[id].source);
    if (attributeValue(tag, "style").contains("nowrap"))
      return true;
    std::string classes = attributeValue(tag, "class");
    return (" " + classes + " ").contains(" nowrap ");
  }

  bool holdsParagraph(NodeId id) const {
    for (NodeId child = dom[id].first; child != noNode; child = dom[child].next)
      if (dom[child].kind == DomKind::Element && dom[child].name == Name::P)
        return true;
    return false;
  }

  std::string_view textOf(NodeId id) const {
    Span span = dom[id].span;
    if (dom[id].kind == DomKind::Element) {
      span.begin = std::min(span.end, span.begin + dom[id].openWidth);
      span.end = std::max(span.begin, span.end - std::min(span.size(), dom[id].closeWidth));
    }
    return tree.sourceText().substr(span.begin, span.size());
  }

  bool endsRun(NodeId id) const {
    return isBlock(dom[id]) || dom[id].name == Name::Br || dom[id].name == Name::Wbr;
  }

  bool endsInBlank(NodeId id) const {
    NodeId last = dom[id].last;
    while (last != noNode && dom[last].kind == DomKind::Comment)
      last = dom[last].previous;
    std::string_view text = last != noNode && dom[last].kind == DomKind::Text ? textOf(last) : "";
    return !text.empty() && isSpace(text.back());
  }

  /// The neighbours from `start` up to a blank outside of such elements.
  void judgeRun(NodeId start) {
    std::vector<NodeId> run;
    uint32_t length = 0;
    bool endsWithBlank = false;
    NodeId id = start;
    for (; id != noNode && !endsRun(id) && !endsWithBlank; id = dom[id].next) {
      if (dom[id].kind == DomKind::Comment)
        continue;
      std::string_view text = textOf(id);
      auto blank = std::ranges::find_if(text, isSpace);
      if (!isNowrap(id) && blank != text.end()) {
        length += static_cast<uint32_t>(blank - text.begin());
        endsWithBlank = true;
        if (blank == text.begin())
          break;
      } else {
        length += static_cast<uint32_t>(text.size());
      }
      run.push_back(id);
    }
    runEnd = run.empty() ? start + 1 : run.back() + 1;
    for (NodeId before = dom[start].previous; before != noNode && !endsRun(before);
         before = dom[before].previous) {
      std::string_view text = textOf(before);
      size_t blank = text.find_last_of(" \t\n");
      length += static_cast<uint32_t>(text.size() - (blank == std::string_view::npos ? 0 : blank));
      if (blank != std::string_view::npos || length >= longRun)
        break;
    }
    if (length < longRun)
      return;
    for (size_t i = 0; i + 1 < run.size(); ++i)
      if (isNowrap(run[i]) && endsInBlank(run[i]))
        report(true, run[i]);
  }

  const Dom &dom;
  const Tree &tree;
  const std::function<void(bool, NodeId)> &report;
  NodeId runEnd = 0; ///< behind the last node of the last run
};

} // namespace

void findNowrapFaults(const Dom &dom, const Tree &tree,
                      const std::function<void(bool, NodeId)> &report) {
  NowrapFinder(dom, tree, report).run();
}

} // namespace wikivet::html
