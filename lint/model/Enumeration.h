// SPDX-License-Identifier: MIT
#pragma once

#include "lint/model/Quantity.h"
#include "lint/support/Span.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace wikivet {

/// "The following 12 countries:": a number of things that a list or a table is to show.
struct Announcement {
  Span span;                  ///< number and noun, in the text that was cut into tokens
  std::string noun;           ///< in lower case
  std::set<int64_t> accepted; ///< the number, and sums with other numbers of the sentence

  /// Whether some number of items from `least` to `most` differs from the announced one by no more
  /// than `slack`.
  bool allows(int64_t least, int64_t most, int64_t slack) const;
};

/// The announcement with which a sentence, or the part before its colon, ends: an exact number
/// right before a plural noun, or "the 12 members of the council are".
std::optional<Announcement> announcementAtEnd(const std::vector<Token> &tokens,
                                              const Language &language);
/// "the following 12 countries", "a list of the 12 countries", wherever it stands.
std::optional<Announcement> announcementWithin(const std::vector<Token> &tokens,
                                               const Language &language);

/// How many items a text may hold, depending on how it is read.
struct ItemCount {
  int64_t least = 0;
  int64_t most = 0;
};

/// Counts the items of a list in a sentence: pieces between commas or semicolons. "X and Y" may be
/// one or two, and an apposition none. Nothing if it is no plain list of names.
std::optional<ItemCount> countItems(const std::vector<Token> &tokens, const Language &language);

} // namespace wikivet
