// SPDX-License-Identifier: MIT
#pragma once

#include "lint/syntax/Tree.h"

#include <string>
#include <string_view>

namespace wikivet {

/// Name of the tag that a node is: of an element, an extension, a lone tag or an end tag, in lower
/// case; empty for other nodes.
std::string tagName(Node node);

/// The tag that holds the attributes of a node: the start tag of an element or an extension, else
/// the node itself.
Node attributeTag(Node node);

/// An attribute of a tag by its name in any case, or null.
Node findAttribute(Node tag, std::string_view name);

/// A value without the quotes and blanks around it.
std::string_view unquote(std::string_view value);

/// Value of an attribute of a tag: quotes and outer blanks removed; empty if it has none.
std::string attributeValue(Node tag, std::string_view name);

} // namespace wikivet
