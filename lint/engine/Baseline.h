// SPDX-License-Identifier: MIT
#pragma once

#include "lint/diag/Diagnostic.h"
#include "lint/support/Error.h"
#include "lint/support/Source.h"
#include "lint/support/StringSet.h"

#include <expected>
#include <map>
#include <string>
#include <string_view>

namespace wikivet {

/// Findings that are known and not to be reported again: those that were there when the tool was
/// introduced, and those that editors who can't put comments into a page have judged. A JSON file:
/// {"version": 1, "findings": [{"fingerprint", "page", "rule", "message", "reason"?}…]}.
class Baseline {
public:
  struct Entry {
    std::string page, rule, message, reason;
  };

  /// Adds the findings of a file.
  std::expected<void, Error> read(const std::string &path);
  /// Writes the file as a whole or not at all, sorted by page, so that changes are easy to review.
  std::expected<void, Error> write(const std::string &path) const;

  bool contains(std::string_view fingerprint) const { return entries.contains(fingerprint); }
  void add(const Source &page, const Diagnostic &diagnostic);
  /// Removes the findings that are not in the other one, too.
  void keepOnly(const Baseline &found);
  const std::map<std::string, Entry, std::less<>> &all() const { return entries; }

private:
  std::map<std::string, Entry, std::less<>> entries; ///< by fingerprint
};

} // namespace wikivet
