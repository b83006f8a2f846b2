// SPDX-License-Identifier: MIT
#pragma once

#include "lint/model/html/Dom.h"
#include "lint/syntax/Tree.h"

#include <functional>

namespace wikivet::html {

/// Finds what is wrong with inline elements whose lines may not break (`white-space: nowrap`):
/// reports (true, element) if a blank at its end was meant to allow a break behind it, in a run of
/// 100 bytes or more without any; (false, element) if a paragraph stands in it.
void findNowrapFaults(const Dom &dom, const Tree &tree,
                      const std::function<void(bool, NodeId)> &report);

} // namespace wikivet::html
