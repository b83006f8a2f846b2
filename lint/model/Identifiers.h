// SPDX-License-Identifier: MIT
#pragma once

#include "lint/model/TemplateSchema.h"

#include <optional>
#include <string>
#include <string_view>

namespace wikivet {

/// What is wrong with the identifier of a publication.
enum class IdentifierFault : uint8_t {
  None,
  Prefix,     ///< right, but for a prefix or sign that does not belong to it; see `better`
  Form,       ///< not built as such identifiers are
  Length,     ///< too few or too many digits
  CheckDigit, ///< the last digit does not fit the others: one of them is wrong
  Range,      ///< greater than any that was given out
};

struct IdentifierReading {
  IdentifierFault fault = IdentifierFault::None;
  uint32_t length = 0;               ///< number of digits, for Length
  std::optional<std::string> better; ///< how the same identifier is written rightly
};

/// Checks an identifier of one of the types for which hasIdentifierForm() holds, by its form and,
/// where it has one, by its check digit. `most` is the greatest number that can be, 0 if not known.
/// Sources of the forms: ISO 2108 (ISBN), ISO 3297 (ISSN), the DOI handbook, arXiv's and the
/// Astrophysics Data System's guides to identifiers, the Library of Congress on LCCN.
IdentifierReading readIdentifier(ValueType type, std::string_view value, int64_t most = 0);

/// Whether readIdentifier() knows the form of a type.
bool hasIdentifierForm(ValueType type);

/// How such identifiers look, for messages; empty if hasIdentifierForm() does not hold.
std::string_view identifierForm(ValueType type);

} // namespace wikivet
