// SPDX-License-Identifier: MIT
#pragma once

#include "lint/diag/render/JsonFinding.h"

#include <string>
#include <string_view>

namespace wikivet {

/// What a request is answered with: a status of HTTP and a body in JSON.
struct Reply {
  int status = 200;
  std::string body;
};

inline Reply reply(const Json &json) { return {.status = 200, .body = dumpLine(json) + "\n"}; }

/// `{"error": {"code": …, "message": …}}`. The code is a word for programs, kebab-case.
inline Reply errorReply(int status, std::string_view code, std::string_view message) {
  Json json = {{"error", {{"code", code}, {"message", message}}}};
  return {.status = status, .body = dumpLine(json) + "\n"};
}

} // namespace wikivet
