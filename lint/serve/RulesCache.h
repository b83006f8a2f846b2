// SPDX-License-Identifier: MIT
#pragma once

#include "lint/config/PageRules.h"
#include "lint/rule/Registry.h"
#include "lint/support/Error.h"

#include <chrono>
#include <expected>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace wikivet {

/// Which rules a request asks for. Empty members leave it to the server's configuration.
struct RulesChoice {
  std::string preset; ///< instead of the server's configuration
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  std::vector<std::string> settings; ///< each `rule.option=value`
  std::string wiki;                  ///< id or language of one that is built in; never a file

  friend bool operator==(const RulesChoice &, const RulesChoice &) = default;
};

/// The rules of requests, resolved once for each choice. The choices that were used last are kept,
/// in a bounded number. May be asked by several threads.
class RulesCache {
public:
  /// `registry` must outlive the result and what it gives. `server` is what counts where a request
  /// chooses nothing.
  RulesCache(const Registry &registry, const PageRules &server);

  /// Reads no file. An error with a suggestion if the choice names what is not there.
  std::expected<std::shared_ptr<PageRules>, Error> of(const RulesChoice &choice);

private:
  std::expected<std::shared_ptr<PageRules>, Error> make(const RulesChoice &choice) const;

  struct Entry {
    RulesChoice choice;
    std::chrono::year_month_day day; ///< ages are measured from it, so that it ends with it
    std::shared_ptr<PageRules> rules;
  };

  const Registry *registry;
  Config server;
  std::shared_ptr<const Wiki> serverWiki; ///< its data, so that no request reads the file
  std::mutex guard;
  std::list<Entry> entries; ///< the one that was used last comes first
};

} // namespace wikivet
