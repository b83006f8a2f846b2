// SPDX-License-Identifier: MIT
#include "lint/engine/Walk.h"

#include <algorithm>
#include <array>
#include <optional>

namespace wikivet {

namespace {

using Clock = RuleRun::Clock;

/// Looking at the clock costs more than most visits: until a page has taken this long, nobody looks
/// which rule it is.
constexpr auto patience = std::chrono::seconds(2);
/// After that, what one rule may take.
constexpr auto ruleBudget = std::chrono::seconds(2);
constexpr uint32_t visitsBetweenLooks = 4096;

/// Places of nodes in the tree, in preorder.
using Indices = std::vector<uint32_t>;

/// The nodes of some kinds that hold one of some words. Nothing if the words stand in more than
/// `most` places: then it is cheaper to look at all nodes.
std::optional<Indices> nodesHolding(const Document &document,
                                    std::span<const std::string_view> words, KindSet kinds,
                                    uint32_t most) {
  const Tree &tree = document.tree();
  Indices found;
  // With a node, all around it are seen, so that each is looked at once.
  std::vector<bool> seen;
  uint32_t places = 0;
  for (std::string_view word : words) {
    auto take = [&](uint32_t begin) {
      auto end = begin + static_cast<uint32_t>(word.size());
      seen.resize(tree.size());
      Node node = tree.lastFrom(begin);
      while (node.end() < end)
        node = node.parent();
      for (; node && !seen[node.index()]; node = node.parent()) {
        seen[node.index()] = true;
        if (kinds.contains(node.kind()))
          found.push_back(node.index());
      }
      return ++places <= most;
    };
    if (!document.textIndex().forEachPlace(word, take))
      return std::nullopt;
  }
  std::ranges::sort(found);
  return found;
}

class Walk {
public:
  Walk(const Document &document, std::vector<RuleRun> &runs, bool timed)
      : tree(&document.tree()), timed(timed) {
    std::array<uint32_t, nodeKindCount> sizes{};
    for (uint32_t i = 0; i < tree->size(); ++i)
      ++sizes[static_cast<size_t>(tree->node(i).kind())];
    for (RuleRun &run : runs) {
      KindSet interests = run.interests();
      uint32_t nodes = 0;
      for (size_t kind = 0; kind < nodeKindCount; ++kind)
        if (interests.contains(static_cast<NodeKind>(kind)))
          nodes += sizes[kind];
      if (nodes == 0)
        continue;
      if (auto words = run.words(); !words.empty())
        if (auto places = nodesHolding(document, words, interests, nodes)) {
          if (!places->empty())
            chosen.push_back({.run = &run, .nodes = std::move(*places)});
          continue;
        }
      for (size_t kind = 0; kind < nodeKindCount; ++kind)
        if (interests.contains(static_cast<NodeKind>(kind)))
          byKind[kind].push_back(&run);
    }
  }

  void run(const std::stop_token &stop) {
    for (const Choice &choice : chosen)
      for (uint32_t index : choice.nodes) {
        visit(*choice.run, tree->node(index));
        if (isToEnd(stop))
          return;
      }
    for (uint32_t i = 0; i < tree->size(); ++i) {
      Node node = tree->node(i);
      for (RuleRun *run : byKind[static_cast<size_t>(node.kind())])
        visit(*run, node);
      if (isToEnd(stop))
        return;
    }
  }

private:
  /// The nodes that a rule is to see.
  struct Choice {
    RuleRun *run;
    Indices nodes;
  };

  void visit(RuleRun &run, Node node) const {
    if (!timed) {
      run.visit(node);
      return;
    }
    run.visitTimed(node);
    if (run.time() > ruleBudget && run.failure().empty())
      run.stop("it takes too long on this page");
  }

  /// Asked after each node: looks at the clock, and whether a stop is asked for, now and then.
  bool isToEnd(const std::stop_token &stop) {
    if (++steps % visitsBetweenLooks != 0)
      return false;
    timed = timed || Clock::now() - start > patience;
    return stop.stop_requested();
  }

  const Tree *tree;
  bool timed;
  uint32_t steps = 0;
  Clock::time_point start = Clock::now();
  std::vector<Choice> chosen;
  std::array<std::vector<RuleRun *>, nodeKindCount> byKind;
};

} // namespace

void visitNodes(const Document &document, std::vector<RuleRun> &runs, bool timed,
                const std::stop_token &stop) {
  Walk(document, runs, timed).run(stop);
}

} // namespace wikivet
