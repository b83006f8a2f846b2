// SPDX-License-Identifier: MIT
#include "lint/support/Source.h"
#include "lint/syntax/Tree.h"

#include <cstdlib>

/// Whatever the bytes, the tree has no ERROR and no MISSING node, and nodes nest in order.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  using namespace wikivet;
  Source source("fuzz", std::string(reinterpret_cast<const char *>(data), size));
  Tree tree = Tree::parse(source);
  if (tree.errorCount() + tree.missingCount() > 0 ||
      tree.root().span() != Span{0, static_cast<uint32_t>(size)})
    std::abort();
  for (uint32_t i = 1; i < tree.size(); ++i) {
    Node node = tree.node(i);
    Node next = node.nextSibling();
    if (!node.parent().span().contains(node.span()) || (next && next.begin() < node.end()))
      std::abort();
  }
  return 0;
}
