// SPDX-License-Identifier: MIT
#include "lint/serve/Service.h"

#include "lint/serve/Playground.h"
#include "lint/support/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <future>
#include <optional>
#include <string_view>
#include <thread>

namespace wikivet {

namespace {

using httplib::Request;
using httplib::Response;

constexpr const char *jsonType = "application/json";

struct Endpoint {
  std::string_view path;
  std::string_view method;
};
constexpr std::array<Endpoint, 4> endpoints = {{{.path = "/v1/lint", .method = "POST"},
                                                {.path = "/v1/fix", .method = "POST"},
                                                {.path = "/v1/rules", .method = "GET"},
                                                {.path = "/healthz", .method = "GET"}}};

void send(Response &response, const Reply &reply) {
  response.status = reply.status;
  response.set_content(reply.body, jsonType);
}

void sendError(Response &response, int status, std::string_view code, std::string_view message) {
  send(response, errorReply(status, code, message));
}

/// What to say where the library itself gave up.
void explain(const Request & /*request*/, Response &response) {
  if (!response.body.empty())
    return;
  switch (response.status) {
  case 413:
    return sendError(response, 413, "payload-too-large", "the body is too large");
  case 414:
    return sendError(response, 414, "uri-too-long", "the path is too long");
  case 400:
    return sendError(response, 400, "malformed-request",
                     "the request is no HTTP, too long, or was not sent in time");
  default:
    return sendError(response, response.status, "error", "the request can't be answered");
  }
}

/// The number in a Content-Length header.
std::optional<uint64_t> lengthOf(const std::string &header) {
  uint64_t length = 0;
  const char *end = header.data() + header.size();
  auto [stop, error] = std::from_chars(header.data(), end, length);
  if (header.empty() || error != std::errc() || stop != end)
    return std::nullopt;
  return length;
}

const PlaygroundFile *playgroundFile(std::string_view path) {
  std::span<const PlaygroundFile> files = playgroundFiles();
  auto file = std::ranges::find(files, path, &PlaygroundFile::path);
  return file == files.end() ? nullptr : &*file;
}

void sendFile(Response &response, const PlaygroundFile &file) {
  response.status = 200;
  // Styles: the editor sets them on its elements.
  response.set_header("Content-Security-Policy",
                      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                      "img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
                      "frame-ancestors 'none'");
  response.set_header("Referrer-Policy", "no-referrer");
  response.set_header("Cache-Control", "no-cache");
  response.set_content(file.content.data(), file.content.size(), std::string(file.type));
}

} // namespace

Service::Service(Api &api, Origins allowed, HttpLimits limits)
    : api(&api), origins(std::move(allowed)), limits(limits), http(limits),
      workers(std::max(1U, std::thread::hardware_concurrency())) {
  http.set_default_headers({{"X-Content-Type-Options", "nosniff"}});
  http.set_error_handler(explain);
  http.set_exception_handler([](const Request &, Response &response, const std::exception_ptr &) {
    sendError(response, 500, "internal", "the server could not answer this request");
  });
  http.set_pre_routing_handler(
      [this](const Request &request, Response &response) { return route(request, response); });
  http.Post("/v1/(lint|fix)", [this](const Request &request, Response &response,
                                     const httplib::ContentReader &content) {
    answerPage(request, response, content);
  });
}

Service::~Service() { workers.shutdown(); }

Service::Outcome Service::route(const Request &request, Response &response) {
  std::string origin = request.get_header_value("Origin");
  response.set_header("Vary", "Origin");
  std::string host = request.get_header_value("Host");
  if (http.isLoopback() && !origins.knowsHost(host)) {
    sendError(response, 421, "unknown-host",
              "the server is not known under this host name (--allow-origin)");
    return Outcome::Handled;
  }
  if (!origins.welcome(origin, host)) {
    sendError(response, 403, "forbidden-origin",
              "pages of this origin may not use the server (--allow-origin)");
    return Outcome::Handled;
  }
  if (origins.allows(origin))
    response.set_header("Access-Control-Allow-Origin", origin);

  const PlaygroundFile *file = playgroundFile(request.path);
  auto endpoint = std::ranges::find(endpoints, request.path, &Endpoint::path);
  if (!file && endpoint == endpoints.end()) {
    sendError(response, 404, "not-found", "there is nothing at this path");
    return Outcome::Handled;
  }
  std::string_view method = file ? "GET" : endpoint->method;
  std::string methods = method == "GET" ? "GET, HEAD, OPTIONS" : "POST, OPTIONS";
  if (request.method == "OPTIONS") {
    response.status = 204;
    response.set_header("Allow", methods);
    response.set_header("Access-Control-Allow-Methods", methods);
    response.set_header("Access-Control-Allow-Headers", "Content-Type");
    response.set_header("Access-Control-Max-Age", "600");
    return Outcome::Handled;
  }
  if (request.method != method && !(method == "GET" && request.method == "HEAD")) {
    response.set_header("Allow", methods);
    sendError(response, 405, "method-not-allowed", fmt::format("this path takes {}", methods));
    return Outcome::Handled;
  }
  if (file) {
    sendFile(response, *file);
    return Outcome::Handled;
  }
  response.set_header("Cache-Control", "no-store");
  if (method == "POST")
    return admitBody(request, response) ? Outcome::Unhandled : Outcome::Handled;
  send(response, request.path == "/healthz" ? api->health() : api->rules());
  return Outcome::Handled;
}

bool Service::admitBody(const Request &request, Response &response) const {
  std::string type = lowerCase(request.get_header_value("Content-Type"));
  type = trim(std::string_view(type).substr(0, type.find(';')));
  if (type != jsonType) {
    sendError(response, 415, "unsupported-media-type", "the body must be application/json");
    return false;
  }
  // It could be unpacked to any size.
  if (request.has_header("Content-Encoding")) {
    sendError(response, 415, "unsupported-media-type", "the body must not be compressed");
    return false;
  }
  // The library counts the bytes only where they are announced.
  if (request.has_header("Transfer-Encoding") || !request.has_header("Content-Length")) {
    sendError(response, 411, "length-required", "the body's Content-Length is missing");
    return false;
  }
  std::optional<uint64_t> length = lengthOf(request.get_header_value("Content-Length"));
  if (!length || request.get_header_value_count("Content-Length") != 1) {
    sendError(response, 400, "malformed-request", "the Content-Length is no number");
    return false;
  }
  if (*length > limits.body) {
    sendError(response, 413, "payload-too-large",
              fmt::format("the body has {} bytes, more than {}", *length, limits.body));
    return false;
  }
  return true;
}

void Service::answerPage(const Request &request, Response &response,
                         const httplib::ContentReader &content) {
  std::string body;
  bool whole = content([&](const char *data, size_t size) {
    body.append(data, size);
    return true;
  });
  if (!whole)
    return sendError(response, 408, "incomplete-body", "the body was not sent whole in time");
  PageTask task = request.path == "/v1/fix" ? PageTask::Fix : PageTask::Lint;
  std::packaged_task<Reply()> job([&] { return api->page(body, task); });
  std::future<Reply> reply = job.get_future();
  workers.enqueue([&job] { job(); });
  send(response, reply.get());
}

} // namespace wikivet
