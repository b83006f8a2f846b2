// SPDX-License-Identifier: MIT
#include "lint/lsp/Server.h"

#include "lint/lsp/ContentChanges.h"
#include "lint/lsp/WorkspaceRun.h"
#include "lint/support/Uri.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace wikivet::lsp {

Server::Server(Settings settings, MessageSink sink, Log &log)
    : log(&log), client(std::move(sink), log), base(std::move(settings)),
      used(std::make_shared<const Settings>(base)), projects([this](const std::string &problem) {
        client.show(Connection::Level::Error, problem);
      }),
      analyses(projects) {}

Server::~Server() = default;

void Server::take(std::string_view text) {
  // No message is nested like this, and copies of it would be made by recursion.
  constexpr int deepest = 200;
  bool isTooDeep = false;
  auto keep = [&](int depth, Json::parse_event_t, const Json &) {
    isTooDeep = isTooDeep || depth > deepest;
    return !isTooDeep;
  };
  Json message = Json::parse(text, keep, false);
  if (message.is_discarded() || isTooDeep) {
    client.answer(nullptr,
                  failed(ErrorCode::ParseError, isTooDeep ? "the message is nested too deeply"
                                                          : "the message is no JSON"));
    return;
  }
  const Json &method = memberOf(message, "method");
  const Json &id = memberOf(message, "id");
  bool isId = id.is_string() || id.is_number_integer();
  if (!message.is_object() || (!method.is_string() && !isId) || (!id.is_null() && !isId)) {
    client.answer(nullptr, failed(ErrorCode::InvalidRequest, "this is no message of JSON-RPC 2.0"));
    return;
  }
  const Json &params = memberOf(message, "params");
  try {
    if (!method.is_string())
      client.take(message);
    else if (isId)
      takeRequest(id, method.get<std::string>(), params);
    else
      takeNotification(method.get<std::string>(), params);
  } catch (const Json::exception &error) {
    log->line(fmt::format("wrong parameters: {}", error.what()));
    if (isId)
      client.answer(id, failed(ErrorCode::InvalidParams, error.what()));
  } catch (const std::exception &error) {
    client.show(Connection::Level::Error, error.what());
    if (isId)
      client.answer(id, failed(ErrorCode::InternalError, error.what()));
  }
}

void Server::takeRequest(const Json &id, const std::string &method, const Json &params) {
  log->line(fmt::format("request {} {}", dumped(id), method));
  if (method == "initialize") {
    client.answer(id, initialize(params));
    return;
  }
  if (state != State::Running) {
    client.answer(id, state == State::New
                          ? failed(ErrorCode::ServerNotInitialized, "'initialize' comes first")
                          : failed(ErrorCode::InvalidRequest, "the server was shut down"));
    return;
  }
  if (method == "shutdown")
    client.answer(id, shutDown(params));
  else if (method == "workspace/executeCommand")
    executeCommand(id, params);
  else if (method == "workspace/diagnostic") {
    std::map<std::string, std::string> results;
    for (const Json &previous : memberOf(params, "previousResultIds"))
      results[previous.at("uri").get<std::string>()] = previous.at("value").get<std::string>();
    lintWorkspace(id, std::make_shared<WorkspaceRun>(folders, documents.all(), std::move(results)));
  } else if (!askFeature(id, method, params))
    client.answer(
        id, failed(ErrorCode::MethodNotFound, fmt::format("there is no method '{}' here", method)));
}

void Server::takeNotification(const std::string &method, const Json &params) {
  static constexpr std::pair<std::string_view, NotificationHandler> handlers[] = {
      {"initialized", &Server::initialized},
      {"$/cancelRequest", &Server::cancelRequest},
      {"textDocument/didOpen", &Server::didOpen},
      {"textDocument/didChange", &Server::didChange},
      {"textDocument/didClose", &Server::didClose},
      {"workspace/didChangeConfiguration", &Server::didChangeConfiguration},
      {"workspace/didChangeWatchedFiles", &Server::didChangeWatchedFiles},
  };
  log->line(method);
  if (method == "exit") {
    code = state == State::ShutDown ? 0 : 1;
    return;
  }
  // What comes before `initialize` or after `shutdown` is dropped, as is what nobody knows.
  if (state != State::Running)
    return;
  const auto *found =
      std::ranges::find(handlers, method, [](const auto &entry) { return entry.first; });
  if (found != std::end(handlers))
    (this->*found->second)(params);
}

Answer Server::initialize(const Json &params) {
  if (state != State::New)
    return failed(ErrorCode::InvalidRequest, "the server is initialized");
  abilities = Client::of(memberOf(params, "capabilities"));
  auto addFolder = [&](const Json &uri) {
    if (uri.is_string())
      if (auto path = pathOfUri(uri.get<std::string>()))
        folders.push_back(*path);
  };
  if (const Json &list = memberOf(params, "workspaceFolders"); list.is_array())
    for (const Json &folder : list)
      addFolder(memberOf(folder, "uri"));
  if (folders.empty())
    addFolder(memberOf(params, "rootUri"));
  useSettings(memberOf(params, "initializationOptions"));
  base = *used;
  state = State::Running;
  return Json{{"capabilities", serverCapabilities(abilities, used->workspaceDiagnostics)},
              {"serverInfo", {{"name", "wikivet"}, {"version", WIKIVET_VERSION}}}};
}

Answer Server::shutDown(const Json & /*params*/) {
  state = State::ShutDown;
  return nullptr;
}

void Server::initialized(const Json & /*params*/) {
  Json registrations = Json::array();
  if (abilities.watchesFiles)
    registrations.push_back(
        {{"id", "configurations"},
         {"method", "workspace/didChangeWatchedFiles"},
         {"registerOptions",
          {{"watchers",
            {{{"globPattern", "**/*.yaml"}}, {{"globPattern", "**/.wikivet-baseline.json"}}}}}}});
  if (abilities.registersConfiguration)
    registrations.push_back({{"id", "settings"},
                             {"method", "workspace/didChangeConfiguration"},
                             {"registerOptions", {{"section", "wikivet"}}}});
  if (!registrations.empty())
    client.request("client/registerCapability", {{"registrations", std::move(registrations)}});
  didChangeConfiguration(nullptr);
}

std::string Server::pagePath(const std::string &uri) const {
  std::optional<std::string> path = pathOfUri(uri);
  if (!path)
    return uri;
  // As the command line names it that is run in the workspace, so that baselines hold for both.
  for (const std::string &folder : folders)
    if (path->starts_with(folder + "/"))
      return path->substr(folder.size() + 1);
  return *path;
}

void Server::setText(const std::string &uri, int64_t version, std::string text) {
  worker.stopRunning(lintName(uri));
  documents.set(uri, version, pagePath(uri), std::move(text));
}

void Server::didOpen(const Json &params) {
  const Json &document = params.at("textDocument");
  auto uri = document.at("uri").get<std::string>();
  setText(uri, document.at("version").get<int64_t>(), document.at("text").get<std::string>());
  lintLater(uri, std::chrono::milliseconds(0));
}

void Server::didChange(const Json &params) {
  const Json &document = params.at("textDocument");
  auto uri = document.at("uri").get<std::string>();
  SnapshotPtr before = documents.latest(uri);
  if (!before) {
    log->line(fmt::format("{} is not open", uri));
    return;
  }
  setText(uri, document.at("version").get<int64_t>(),
          withChanges(*before->source, params.at("contentChanges"), abilities.unit));
  // Pages that take no time need not wait for the end of typing, of those that do there is a
  // preview.
  size_t size = documents.latest(uri)->source->text().size();
  constexpr size_t bytesPerMillisecond = 2000;
  std::chrono::milliseconds delay(size / bytesPerMillisecond);
  if (!abilities.pullsDiagnostics)
    worker.addLater("preview " + uri, lintName(uri), std::chrono::milliseconds(0),
                    [this, uri, settings = used](const std::stop_token &stop) {
                      publish(uri, settings, Haste::Preview, stop);
                    });
  lintLater(uri, std::min(used->debounce, delay));
}

void Server::didClose(const Json &params) {
  auto uri = params.at("textDocument").at("uri").get<std::string>();
  worker.stopRunning(lintName(uri));
  documents.close(uri);
  // Behind whatever is being published of it.
  worker.add("close " + uri, "", [this, uri](const std::stop_token &) {
    if (documents.latest(uri))
      return;
    analyses.forget(uri);
    if (!abilities.pullsDiagnostics)
      client.notify("textDocument/publishDiagnostics",
                    {{"uri", uri}, {"diagnostics", Json::array()}});
  });
}

void Server::lintLater(const std::string &uri, std::chrono::milliseconds delay) {
  if (abilities.pullsDiagnostics)
    return;
  worker.addLater(lintName(uri), lintName(uri), delay,
                  [this, uri, settings = used](const std::stop_token &stop) {
                    publish(uri, settings, Haste::Whole, stop);
                  });
}

void Server::publish(const std::string &uri, const std::shared_ptr<const Settings> &settings,
                     Haste haste, const std::stop_token &stop) {
  SnapshotPtr snapshot = documents.latest(uri);
  if (!snapshot)
    return;
  auto start = std::chrono::steady_clock::now();
  auto findings = guarded("lint", [&]() -> Answer {
    Analysis &page = analyses.of(snapshot, settings->setup);
    return haste == Haste::Preview ? previewOf(analyses, page, abilities, *settings)
                                   : diagnosticsOf(page, abilities, *settings, stop);
  });
  if (!findings || findings->is_null())
    return;
  std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - start;
  log->line(fmt::format("{} version {}: {} findings{} in {:.1f} ms", uri, snapshot->version,
                        findings->size(), haste == Haste::Preview ? " (preview)" : "",
                        time.count()));
  client.notify("textDocument/publishDiagnostics",
                {{"uri", uri}, {"version", snapshot->version}, {"diagnostics", *findings}});
}

} // namespace wikivet::lsp
