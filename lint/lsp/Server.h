// SPDX-License-Identifier: MIT
#pragma once

#include "lint/lsp/Analysis.h"
#include "lint/lsp/Client.h"
#include "lint/lsp/Connection.h"
#include "lint/lsp/Documents.h"
#include "lint/lsp/Log.h"
#include "lint/lsp/Projects.h"
#include "lint/lsp/Protocol.h"
#include "lint/lsp/Settings.h"
#include "lint/lsp/Worker.h"
#include "lint/lsp/features/Features.h"

#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace wikivet::lsp {

class WorkspaceRun;

/// The language server. One thread hands it the client's messages, which it takes in without
/// delay; what needs a look at a document is done by a thread of its own, one thing after another.
class Server {
public:
  /// `settings` are those of the command line; `log` must outlive the server. `sink` is called by
  /// both threads.
  Server(Settings settings, MessageSink sink, Log &log);
  ~Server();

  /// Takes a message as text; what is wrong with it is answered.
  void take(std::string_view message);

  /// What the program is to exit with, once the client has sent `exit`: 0 after `shutdown`, else 1.
  std::optional<int> exitCode() const { return code; }

private:
  using RequestHandler = Answer (Server::*)(const Json &params);
  using NotificationHandler = void (Server::*)(const Json &params);
  enum class State : uint8_t { New, Running, ShutDown };

  void takeRequest(const Json &id, const std::string &method, const Json &params);
  void takeNotification(const std::string &method, const Json &params);

  // Requests that are answered at once.
  Answer initialize(const Json &params);
  Answer shutDown(const Json &params);

  // Notifications.
  void initialized(const Json &params);
  void cancelRequest(const Json &params);
  void didOpen(const Json &params);
  void didChange(const Json &params);
  void didClose(const Json &params);
  void didChangeConfiguration(const Json &params);
  void didChangeWatchedFiles(const Json &params);

  // Requests that the worker answers.
  bool askFeature(const Json &id, const std::string &method, const Json &params);
  void executeCommand(const Json &id, const Json &params);
  void lintWorkspace(const Json &id, std::shared_ptr<WorkspaceRun> run);
  /// The answer to a request unless it was cancelled meanwhile.
  void answer(const Json &id, Answer answer);
  /// Does work of the worker; what it throws is told.
  Answer guarded(std::string_view name, const std::function<Answer()> &work);

  void setText(const std::string &uri, int64_t version, std::string text);
  void lintLater(const std::string &uri, std::chrono::milliseconds delay);
  enum class Haste : uint8_t { Preview, Whole };
  void publish(const std::string &uri, const std::shared_ptr<const Settings> &settings, Haste haste,
               const std::stop_token &stop);
  /// The answer to a pull of a long page's findings that has not been looked at yet, which is then
  /// done; nothing if it is to be waited for.
  std::optional<Json> pulledPreview(const SnapshotPtr &snapshot,
                                    const std::shared_ptr<const Settings> &settings);
  void useSettings(const Json &object);
  /// Looks at everything again.
  void lintAll();
  std::string pagePath(const std::string &uri) const;
  /// What runs of a document are called by.
  static std::string lintName(const std::string &uri) { return "lint " + uri; }

  Log *log;
  Connection client;
  State state = State::New;
  std::optional<int> code;
  Client abilities;                     ///< constant once the server runs
  std::vector<std::string> folders;     ///< paths of the workspace
  Settings base;                        ///< of the command line and of `initialize`
  std::shared_ptr<const Settings> used; ///< never null
  Documents documents;

  std::mutex guard;
  std::set<std::string> cancelled; ///< running requests

  // The worker's own.
  Projects projects;
  Analyses analyses;

  Worker worker; ///< last: it uses the others
};

} // namespace wikivet::lsp
