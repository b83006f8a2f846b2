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
  /// `registry` must outlive the result. Reads the data file of the configuration's wiki, if it
  /// names one. An error if the wiki is unknown.
  static std::expected<std::unique_ptr<PageRules>, Error> make(const Registry &registry,
                                                               Config config);

  /// With the data of the configuration's wiki, whatever the configuration calls it; null: that of
  /// each page counts, if it is known. Reads no file. `registry` must outlive the result.
  PageRules(const Registry &registry, Config config, std::shared_ptr<const Wiki> wiki);

  /// Valid as long as this object.
  const Ruleset &of(const Source &page);
  const Config &config() const { return settings; }
  const std::shared_ptr<const Wiki> &wiki() const { return chosen; }

private:
  const Registry *registry;
  Config settings;
  std::shared_ptr<const Wiki> chosen; ///< null: that of each page, if it is known
  std::mutex guard;
  /// By the wiki's id and which overrides fit.
  std::map<std::pair<std::string, std::vector<bool>>, std::unique_ptr<const Ruleset>> made;
};

} // namespace wikivet
