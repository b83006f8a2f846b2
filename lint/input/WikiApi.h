// SPDX-License-Identifier: MIT
#pragma once

#include "lint/input/Http.h"
#include "lint/support/Error.h"

#include <nlohmann/json.hpp>

#include <expected>
#include <functional>
#include <set>
#include <string>

namespace wikivet {

struct WikiApiOptions {
  std::string url; ///< of api.php
  HttpOptions http;
  /// How often a request is repeated that the wiki could not, or did not want to, answer.
  unsigned retries = 3;
};

/// The Action API of one wiki: https://www.mediawiki.org/wiki/API:Main_page. Asks for nothing while
/// the wiki is busy (`maxlag`) and waits before it asks again. Needs MediaWiki 1.32 or later.
class WikiApi {
public:
  using Parameters = HttpClient::Parameters;
  /// Takes what the user may want to know although nothing failed, as an Error's message.
  using Note = std::function<void(const std::string &)>;

  /// An error if the address is none that can be asked.
  static std::expected<WikiApi, Error> open(WikiApiOptions options, Note note);

  struct Answer {
    nlohmann::json query; ///< an object
    Parameters next;      ///< to be added for the rest of the answer; empty: that was all
  };
  /// Asks with action=query.
  std::expected<Answer, Error> query(Parameters parameters);

  const std::string &url() const { return options.url; }
  void note(const std::string &text) const { tell(text); }

private:
  WikiApi(WikiApiOptions options, Note note)
      : options(std::move(options)), tell(std::move(note)), client(this->options.http) {}

  struct Failure;
  std::expected<nlohmann::json, Failure> ask(const std::string &address);

  WikiApiOptions options;
  Note tell;
  HttpClient client;
  std::set<std::string> warnings; ///< that were told already
};

} // namespace wikivet
