// SPDX-License-Identifier: MIT
#pragma once

#include "lint/model/Prose.h"
#include "lint/model/Quantity.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace wikivet {

/// A statement of running text that there are so many of something.
struct CountClaim {
  const Block *block;
  Span sentence; ///< in the block's text
  Quantity quantity;
  Span span;                          ///< source range of number and noun
  std::string text;                   ///< the clause up to the noun, shortened
  std::string noun;                   ///< plural, in lower case
  std::vector<std::string> modifiers; ///< words between number and noun
  bool hasSubject = false;            ///< the clause begins with the page's subject
  bool startsSentence = false;        ///< the clause does
  std::vector<std::string> before;    ///< other words before the number that say something
  std::set<std::string> names;        ///< capitalised words and numbers among them
  std::vector<std::string> after;     ///< words behind the noun, up to the end of the clause
  std::set<std::string> times;        ///< years, days, periods that it or its sections name
  std::vector<int64_t> others;        ///< other numbers of its sentence
  bool isPast = false;
  bool isOfOtherTime = false; ///< about plans, changes, events, hearsay
};

/// The statements of a page's paragraphs that count things, in document order. None if there are no
/// data for its language. What measures or counts a part only ("another 12", "12 of the") is no
/// claim, nor is what stands in quotation marks.
class CountClaims {
public:
  explicit CountClaims(const Document &document);

  const std::vector<CountClaim> &all() const { return claims; }

private:
  std::vector<CountClaim> claims;
};

/// Times that a text names: years, decades, days and months, centuries and seasons.
std::set<std::string> timesIn(const std::vector<Token> &tokens, const Language &language);

} // namespace wikivet
