// SPDX-License-Identifier: MIT
#pragma once

#include "lint/serve/Api.h"
#include "lint/serve/HttpServer.h"
#include "lint/serve/Origins.h"

#include <httplib.h>

#include <cstddef>

namespace wikivet {

/// The API and the playground over HTTP: which paths and methods there are, what a request must
/// have, and what other origins may. Everything that goes wrong is answered in JSON.
class Service {
public:
  /// `api` must outlive the result.
  Service(Api &api, Origins origins, HttpLimits limits);
  ~Service();
  Service(const Service &) = delete;
  Service &operator=(const Service &) = delete;

  HttpServer &server() { return http; }

private:
  using Outcome = httplib::Server::HandlerResponse;

  Outcome route(const httplib::Request &request, httplib::Response &response);
  bool admitBody(const httplib::Request &request, httplib::Response &response) const;
  void answerPage(const httplib::Request &request, httplib::Response &response,
                  const httplib::ContentReader &content);

  Api *api;
  Origins origins;
  HttpLimits limits;
  HttpServer http;
  /// Pages are linted on as many threads as there are cores, however many connections there are.
  httplib::ThreadPool workers;
};

} // namespace wikivet
