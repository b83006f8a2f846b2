// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

#include <expected>
#include <functional>
#include <string>

/// The Language Server Protocol, version 3.17
/// (https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/).
namespace wikivet::lsp {

using Json = nlohmann::json;

/// Error codes of JSON-RPC and of the protocol.
enum class ErrorCode : int {
  ParseError = -32700,
  InvalidRequest = -32600,
  MethodNotFound = -32601,
  InvalidParams = -32602,
  InternalError = -32603,
  ServerNotInitialized = -32002,
  RequestFailed = -32803,
  ServerCancelled = -32802,
  RequestCancelled = -32800,
};

struct ResponseError {
  ErrorCode code;
  std::string message;
  Json data; ///< null: none
};

/// What a request is answered with.
using Answer = std::expected<Json, ResponseError>;

inline std::unexpected<ResponseError> failed(ErrorCode code, std::string message,
                                             Json data = nullptr) {
  return std::unexpected(
      ResponseError{.code = code, .message = std::move(message), .data = std::move(data)});
}

/// Takes a message for the client. May be called by any thread.
using MessageSink = std::function<void(const Json &)>;

/// A message as text. What is not UTF-8 becomes U+FFFD.
inline std::string dumped(const Json &json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// The member at the end of a path of names, or null where something on the way is missing.
template <typename... Names> const Json &memberOf(const Json &object, Names... names) {
  static const Json none;
  const Json *place = &object;
  for (const char *name : {names...}) {
    auto found = place->is_object() ? place->find(name) : place->end();
    if (!place->is_object() || found == place->end())
      return none;
    place = &*found;
  }
  return *place;
}

/// Whether that member is `true`, as capabilities say it.
template <typename... Names> bool isTrue(const Json &object, Names... names) {
  const Json &member = memberOf(object, names...);
  return member.is_boolean() && member.get<bool>();
}

} // namespace wikivet::lsp
