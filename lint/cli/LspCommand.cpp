// SPDX-License-Identifier: MIT
#include "lint/cli/Commands.h"
#include "lint/cli/Setup.h"
#include "lint/lsp/Server.h"
#include "lint/lsp/Transport.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace wikivet {

namespace {

struct LspOptions {
  SetupOptions setup;
  std::string log;
};

int serveEditor(const LspOptions &options) {
  std::expected<std::unique_ptr<lsp::Log>, Error> log = std::make_unique<lsp::Log>();
  if (!options.log.empty())
    log = lsp::Log::open(options.log);
  if (!log)
    return reportFailure(log.error());
  lsp::Settings settings;
  settings.setup = options.setup;
  lsp::Transport transport(stdin, stdout);
  auto send = [&](const lsp::Json &message) { transport.write(lsp::dumped(message)); };
  lsp::Server server(std::move(settings), send, **log);
  while (!server.exitCode()) {
    auto message = transport.read();
    if (!message) {
      (*log)->line(message.error().message);
      send({{"jsonrpc", "2.0"},
            {"id", nullptr},
            {"error",
             {{"code", static_cast<int>(lsp::ErrorCode::ParseError)},
              {"message", message.error().message}}}});
      return reportFailure(message.error());
    }
    std::optional<std::string> &received = *message;
    if (!received) // the client is gone
      return exitFindings;
    server.take(*received);
  }
  return server.exitCode().value_or(exitFailed);
}

} // namespace

void addLspCommand(CLI::App &app, Command &chosen) {
  CLI::App *command =
      app.add_subcommand("lsp", "Serve an editor on standard input and output (Language Server "
                                "Protocol)");
  auto options = std::make_shared<LspOptions>();
  addSetupOptions(*command, options->setup);
  command->add_option("--log", options->log, "Write what happens to the end of a file");
  // Some clients add it; there is no other way to talk to this server.
  command->add_flag_callback("--stdio", [] {}, "Use standard input and output, as always");
  command->callback([&chosen, options] { chosen = [options] { return serveEditor(*options); }; });
}

} // namespace wikivet
