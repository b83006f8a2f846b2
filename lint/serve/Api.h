// SPDX-License-Identifier: MIT
#pragma once

#include "lint/config/PageRules.h"
#include "lint/rule/Registry.h"
#include "lint/serve/PageRequest.h"
#include "lint/serve/Reply.h"
#include "lint/serve/RulesCache.h"

#include <string>
#include <string_view>

namespace wikivet {

/// Answers the requests of docs/server.md. Knows nothing of HTTP but the numbers of its statuses;
/// reads and writes no file. May be asked by several threads.
class Api {
public:
  /// `registry` must outlive the result. `server` is what counts where a request chooses nothing.
  Api(const Registry &registry, const PageRules &server, std::string version);

  /// `POST /v1/lint` and `POST /v1/fix`.
  Reply page(std::string_view body, PageTask task);

  /// `GET /v1/rules`; made once.
  const Reply &rules() const { return ruleList; }

  /// `GET /healthz`.
  Reply health() const;

private:
  Reply lintPage(const Source &source, const Ruleset &ruleset) const;
  Reply fixPage(const PageRequest &request, const Source &source, const Ruleset &ruleset) const;

  std::string version;
  RulesCache rulesCache;
  Reply ruleList;
};

} // namespace wikivet
