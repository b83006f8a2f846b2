// SPDX-License-Identifier: MIT
#include "lint/lsp/Connection.h"

#include <fmt/format.h>

namespace wikivet::lsp {

void Connection::notify(std::string_view method, Json params) {
  sink({{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}});
}

void Connection::answer(const Json &id, Answer answer) {
  Json message = {{"jsonrpc", "2.0"}, {"id", id}};
  if (answer) {
    message["result"] = std::move(*answer);
  } else {
    const ResponseError &error = answer.error();
    message["error"] = {{"code", static_cast<int>(error.code)}, {"message", error.message}};
    if (!error.data.is_null())
      message["error"]["data"] = error.data;
    log->line(fmt::format("request {} failed: {}", dumped(id), error.message));
  }
  sink(message);
}

void Connection::request(std::string_view method, Json params, OnResult onResult) {
  int64_t id = 0;
  {
    std::lock_guard lock(guard);
    id = ++lastId;
    asked[id] = std::move(onResult);
  }
  sink({{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", std::move(params)}});
}

void Connection::take(const Json &response) {
  OnResult onResult;
  {
    std::lock_guard lock(guard);
    const Json &id = memberOf(response, "id");
    auto found = id.is_number_integer() ? asked.find(id.get<int64_t>()) : asked.end();
    if (found == asked.end())
      return;
    onResult = std::move(found->second);
    asked.erase(found);
  }
  if (onResult)
    onResult(memberOf(response, "result"));
}

void Connection::show(Level level, const std::string &message) {
  log->line(message);
  notify("window/showMessage",
         {{"type", static_cast<int>(level)}, {"message", "wikivet: " + message}});
}

} // namespace wikivet::lsp
