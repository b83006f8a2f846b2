// SPDX-License-Identifier: MIT
#pragma once

#include "lint/config/Setup.h"
#include "lint/lsp/Protocol.h"

#include <chrono>
#include <string>
#include <vector>

namespace wikivet::lsp {

/// What a user chooses in the editor; see docs/editors.md.
struct Settings {
  SetupOptions setup;
  bool fixOnSave = false;
  bool workspaceDiagnostics = false;
  std::chrono::milliseconds debounce{200}; ///< between an edit and the run that it causes
  std::string ruleUrl;                     ///< of a rule's page; `$1` stands for its id
  std::string pageUrl;                     ///< of a wiki's page; `$1` stands for its title
};

/// Settings with what an object of the editor says in place of theirs. Paths are relative to
/// `folder`. What it says wrongly is passed over, with a message in `problems`.
Settings withSettings(Settings settings, const Json &object, const std::string &folder,
                      std::vector<std::string> &problems);

/// An address with `$1` replaced by a name, percent-encoded; empty if the address is.
std::string addressOf(std::string_view pattern, std::string_view name);

} // namespace wikivet::lsp
