// SPDX-License-Identifier: MIT
#pragma once

#include "lint/diag/Diagnostic.h"
#include "lint/model/Document.h"
#include "lint/support/YamlReader.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

/// How a matched node is to be changed: the `edit:` of a rule. Texts may hold `{names}`.
struct EditSpec {
  enum class Action : uint8_t {
    Replace,
    Delete,
    InsertBefore,
    InsertAfter,
    Wrap,            ///< `text` before, `second` after
    Unwrap,          ///< an element's or extension's tags go, its content stays
    RenameTag,       ///< to `text`
    RenameTemplate,  ///< to `text`
    RenameParam,     ///< `text` to `second`
    SetParam,        ///< `text` to the value `second`; added at the end if it is not there
    RemoveParam,     ///< `text`
    RemoveAttribute, ///< `text`
  };
  Action action = Action::Delete;
  std::string title;
  std::string text;
  std::string second;
};

/// Reads the value of `edit:`. Null, with problems added, if it is wrong.
std::shared_ptr<const EditSpec> compileEdit(const YamlNode &yaml, Problems &problems);

using ValueLookUp = std::function<std::optional<std::string>(std::string_view)>;

/// The edits for a node, `target` being its bytes or the part of them that was found; nothing if
/// the node has not what is to be changed.
std::optional<std::vector<Edit>> makeEdits(const EditSpec &spec, Node node, Span target,
                                           const Document &document, const ValueLookUp &lookUp);

} // namespace wikivet
