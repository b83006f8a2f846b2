// SPDX-License-Identifier: MIT
//
// The part of the server that hands requests to its worker, and settings.
#include "lint/lsp/Server.h"
#include "lint/lsp/WorkspaceRun.h"
#include "lint/support/Uri.h"

#include <fmt/format.h>

#include <algorithm>

namespace wikivet::lsp {

namespace {

struct FeatureOf {
  std::string_view method;
  Feature feature;
};

constexpr FeatureOf features[] = {
    {"codeAction/resolve", resolveCodeAction},
    {"textDocument/codeAction", answerCodeActions},
    {"textDocument/completion", answerCompletion},
    {"textDocument/definition", answerDefinition},
    {"textDocument/diagnostic", answerDiagnostics},
    {"textDocument/documentHighlight", answerHighlights},
    {"textDocument/documentLink", answerLinks},
    {"textDocument/documentSymbol", answerSymbols},
    {"textDocument/foldingRange", answerFolding},
    {"textDocument/hover", answerHover},
    {"textDocument/prepareRename", prepareRename},
    {"textDocument/references", answerReferences},
    {"textDocument/rename", answerRename},
    {"textDocument/selectionRange", answerSelectionRanges},
    {"textDocument/semanticTokens/full", answerSemanticTokens},
    {"textDocument/semanticTokens/range", answerSemanticTokens},
    {"textDocument/willSaveWaitUntil", answerSaveFixes},
};

std::string requestName(const Json &id) { return "request " + dumped(id); }

/// The document that a request is about.
std::string uriOf(const Json &params) {
  const Json &uri = memberOf(params, "textDocument", "uri");
  return (uri.is_string() ? uri : params.at("data").at("uri")).get<std::string>();
}

} // namespace

bool Server::askFeature(const Json &id, const std::string &method, const Json &params) {
  const auto *found = std::ranges::find(features, method, &FeatureOf::method);
  if (found == std::end(features))
    return false;
  std::string uri = uriOf(params);
  // Newer text makes the findings of older text worthless.
  std::string group = found->feature == answerDiagnostics ? lintName(uri) : "";
  worker.add(requestName(id), group,
             [this, id, uri, params, entry = *found, settings = used](const std::stop_token &stop) {
               answer(id, guarded(entry.method, [&]() -> Answer {
                        SnapshotPtr snapshot = documents.latest(uri);
                        if (!snapshot)
                          return failed(ErrorCode::InvalidParams,
                                        fmt::format("{} is not open", uri));
                        if (entry.feature == answerDiagnostics)
                          if (auto preview = pulledPreview(snapshot, settings))
                            return std::move(*preview);
                        return entry.feature({.page = analyses.of(snapshot, settings->setup),
                                              .client = abilities,
                                              .settings = *settings,
                                              .params = params,
                                              .stop = stop});
                      }));
             });
  return true;
}

std::optional<Json> Server::pulledPreview(const SnapshotPtr &snapshot,
                                          const std::shared_ptr<const Settings> &settings) {
  if (!abilities.refreshesDiagnostics)
    return std::nullopt;
  Json items = previewOf(analyses, analyses.of(snapshot, settings->setup), abilities, *settings);
  if (items.is_null())
    return std::nullopt;
  const std::string &uri = snapshot->uri;
  worker.addLater(lintName(uri), lintName(uri), settings->debounce,
                  [this, snapshot, settings](const std::stop_token &stop) {
                    if (documents.latest(snapshot->uri) != snapshot)
                      return;
                    auto isDone = guarded("lint", [&]() -> Answer {
                      return analyses.of(snapshot, settings->setup).findings(stop) != nullptr;
                    });
                    if (isDone && *isDone == true)
                      client.request("workspace/diagnostic/refresh", nullptr);
                  });
  return Json{{"kind", "full"}, {"resultId", "preview"}, {"items", std::move(items)}};
}

Answer Server::guarded(std::string_view name, const std::function<Answer()> &work) {
  try {
    return work();
  } catch (const Json::exception &error) {
    return failed(ErrorCode::InvalidParams, error.what());
  } catch (const std::exception &error) {
    client.show(Connection::Level::Error, fmt::format("{} failed: {}", name, error.what()));
    return failed(ErrorCode::InternalError, error.what());
  }
}

void Server::answer(const Json &id, Answer answer) {
  {
    std::lock_guard lock(guard);
    if (cancelled.erase(requestName(id)) > 0)
      answer = failed(ErrorCode::RequestCancelled, "cancelled");
  }
  client.answer(id, std::move(answer));
}

void Server::cancelRequest(const Json &params) {
  const Json &id = params.at("id");
  std::string name = requestName(id);
  std::unique_lock lock(guard);
  switch (worker.cancel(name)) {
  case Worker::Found::Running:
    cancelled.insert(name);
    break;
  case Worker::Found::Waiting:
    lock.unlock();
    client.answer(id, failed(ErrorCode::RequestCancelled, "cancelled"));
    break;
  case Worker::Found::Nothing:
    break;
  }
}

void Server::executeCommand(const Json &id, const Json &params) {
  auto command = params.at("command").get<std::string>();
  if (command == lintWorkspaceCommand) {
    auto run = std::make_shared<WorkspaceRun>(folders, documents.all(),
                                              std::map<std::string, std::string>());
    run->publishes = !abilities.pullsDiagnostics;
    lintWorkspace(id, std::move(run));
    return;
  }
  if (command != fixAllCommand) {
    client.answer(id, failed(ErrorCode::InvalidParams,
                             fmt::format("there is no command '{}' here", command)));
    return;
  }
  auto uri = params.at("arguments").at(0).get<std::string>();
  worker.add(requestName(id), "", [this, id, uri, settings = used](const std::stop_token &) {
    answer(id, guarded(fixAllCommand, [&]() -> Answer {
             SnapshotPtr snapshot = documents.latest(uri);
             if (!snapshot)
               return failed(ErrorCode::InvalidParams, fmt::format("{} is not open", uri));
             Json edits = safeFixes(analyses.of(snapshot, settings->setup), abilities);
             if (!edits.empty())
               client.request("workspace/applyEdit",
                              {{"label", "Fix all that is safe"},
                               {"edit", workspaceEdit(*snapshot, abilities, std::move(edits))}});
             return nullptr;
           }));
  });
}

void Server::lintWorkspace(const Json &id, std::shared_ptr<WorkspaceRun> run) {
  // A page at a time: what the user waits for comes in between.
  auto work = [this, id, run, settings = used](const std::stop_token &stop) {
    if (run->isDone()) {
      answer(id, run->publishes ? Json(nullptr) : Json{{"items", std::move(run->items)}});
      return;
    }
    auto report = guarded("lint", [&]() -> Answer {
      return run->step(projects, analyses, abilities, *settings, pagePath(pathUri(run->nextFile())),
                       stop);
    });
    if (stop.stop_requested()) {
      answer(id, failed(ErrorCode::RequestCancelled, "cancelled"));
      return;
    }
    if (report && !report->is_null()) {
      if (run->publishes)
        client.notify("textDocument/publishDiagnostics",
                      {{"uri", (*report)["uri"]}, {"diagnostics", (*report)["items"]}});
      else
        run->items.push_back(std::move(*report));
    }
    lintWorkspace(id, run);
  };
  worker.addLater(requestName(id), "", std::chrono::milliseconds(0), std::move(work));
}

void Server::useSettings(const Json &object) {
  std::vector<std::string> problems;
  used = std::make_shared<const Settings>(
      withSettings(base, object, folders.empty() ? "" : folders.front(), problems));
  for (const std::string &problem : problems)
    client.show(Connection::Level::Warning, problem);
}

void Server::didChangeConfiguration(const Json &params) {
  auto use = [this](const Json &object) {
    useSettings(object);
    lintAll();
  };
  // Clients that can be asked send nothing of use along.
  if (abilities.givesConfiguration) {
    client.request("workspace/configuration", {{"items", {{{"section", "wikivet"}}}}},
                   [use](const Json &result) {
                     use(result.is_array() && !result.empty() ? result.front() : Json());
                   });
    return;
  }
  if (const Json &own = memberOf(params, "settings", "wikivet"); !own.is_null())
    use(own);
}

void Server::didChangeWatchedFiles(const Json & /*params*/) { lintAll(); }

void Server::lintAll() {
  worker.add("reload", "", [this](const std::stop_token &) { projects.reload(); });
  if (abilities.pullsDiagnostics) {
    if (abilities.refreshesDiagnostics)
      client.request("workspace/diagnostic/refresh", nullptr);
    return;
  }
  for (const SnapshotPtr &snapshot : documents.all())
    lintLater(snapshot->uri, std::chrono::milliseconds(0));
}

} // namespace wikivet::lsp
