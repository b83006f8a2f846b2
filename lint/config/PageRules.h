// SPDX-License-Identifier: MIT
#pragma once

#include "lint/config/Config.h"
#include "lint/config/Ruleset.h"
#include "lint/support/Error.h"
#include "lint/support/Source.h"

#include <expected>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace wikivet {

/// Which rules a page is linted with, given its path, title and wiki. May be asked by several
/// threads.
class PageRules {
public:
  /// `registry` must outlive the result. An error if the configuration's wiki is unknown.
  static std::expected<std::unique_ptr<PageRules>, Error> make(const Registry &registry,
                                                               Config config);

  /// Valid as long as this object.
  const Ruleset &of(const Source &page);
  const Config &config() const { return settings; }

private:
  PageRules(const Registry &registry, Config config, std::shared_ptr<const Wiki> wiki);

  const Registry *registry;
  Config settings;
  std::shared_ptr<const Wiki> chosen; ///< null: that of each page, if it is known
  std::mutex guard;
  /// By the wiki's id and which overrides fit.
  std::map<std::pair<std::string, std::vector<bool>>, std::unique_ptr<const Ruleset>> made;
};

} // namespace wikivet
