// SPDX-License-Identifier: MIT
#pragma once

#include "lint/syntax/Tree.h"

#include <string>
#include <string_view>

namespace wikivet {

/// What an entity such as `&nbsp;` stands for; the entity itself if it is none of the common ones.
/// No-break and thin spaces become a blank.
std::string decodeEntity(std::string_view entity);

/// What a reader reads of a node's content, white space collapsed: link labels stay; comments,
/// references, templates, files, tags and marks are left out.
std::string plainText(Node node);

/// What of the subtree at `node` a plain text leaves out, or how it goes on.
enum class PlainStep {
  Skip,  ///< nothing of it is read
  Enter, ///< what is read is in its children
  Take,  ///< a leaf whose text is read
};
PlainStep plainStep(Node node);

} // namespace wikivet
