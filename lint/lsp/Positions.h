// SPDX-License-Identifier: MIT
#pragma once

#include "lint/lsp/Protocol.h"
#include "lint/support/LineIndex.h"
#include "lint/support/Span.h"

#include <string_view>

namespace wikivet::lsp {

/// The unit in which this client and the server count characters: the first that the client offers
/// and that the server knows; UTF-16 if it offers none.
ColumnUnit negotiatedUnit(const Json &clientCapabilities);
/// The protocol's name of it.
std::string_view encodingName(ColumnUnit unit);

/// Places as the protocol counts them: lines and characters from 0.
class Positions {
public:
  /// `lines` must outlive the object.
  Positions(const LineIndex &lines, ColumnUnit unit) : lines(&lines), unit(unit) {}

  Json position(uint32_t offset) const;
  Json range(Span span) const;
  /// Byte offset of a `Position`; what is past the end of a line or of the text gives that end.
  /// Throws Json::exception if it is none.
  uint32_t offset(const Json &position) const;
  /// Of a `Range`; its end is never before its begin.
  Span span(const Json &range) const;

private:
  const LineIndex *lines;
  ColumnUnit unit;
};

} // namespace wikivet::lsp
