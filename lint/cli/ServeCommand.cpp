// SPDX-License-Identifier: MIT
#include "lint/cli/Commands.h"
#include "lint/cli/Setup.h"
#include "lint/serve/Service.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cmath>
#include <csignal>
#include <thread>
#include <unistd.h>

namespace wikivet {

namespace {

constexpr int defaultPort = 8742;

struct ServeOptions {
  SetupOptions setup;
  std::string host = "127.0.0.1";
  int port = defaultPort;
  std::vector<std::string> origins;
  size_t maxSize = HttpLimits().body;
  double timeout = 10;
};

int serve(const ServeOptions &options) {
  for (const std::string &origin : options.origins)
    if (!Origins::isOrigin(origin))
      return reportFailure({fmt::format("--allow-origin {}: write it as https://host, in lower "
                                        "case and without a path, or *",
                                        origin)});
  if (std::isnan(options.timeout)) // which is in no range and outside none
    return reportFailure({"--timeout: give a number of seconds"});
  std::optional<Setup> setup = makeSetup(options.setup, {});
  if (!setup)
    return exitFailed;
  // Threads inherit what is blocked, so that only the wait below gets these.
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGINT);
  sigaddset(&ends, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);

  Api api(*setup->registry, *setup->rules, WIKIVET_VERSION);
  HttpLimits limits{.body = options.maxSize,
                    .timeout = std::chrono::milliseconds(static_cast<int>(options.timeout * 1000))};
  Service service(api, Origins(options.origins, options.host), limits);
  HttpServer &server = service.server();
  int port = server.bind(options.host, options.port);
  if (port < 0)
    return reportFailure({fmt::format("can't listen on {} port {}: it is in use, or no address of "
                                      "this machine",
                                      options.host, options.port)});
  bool good = true;
  std::thread listener([&] {
    good = server.run();
    kill(getpid(), SIGTERM);
  });
  bool isV6 = options.host.find(':') != std::string::npos;
  fmt::print("listening on http://{}{}{}:{}/\n", isV6 ? "[" : "", options.host, isV6 ? "]" : "",
             port);
  std::fflush(stdout);
  int signal = 0;
  sigwait(&ends, &signal);
  // Who presses Ctrl-C again does not want to wait for what is being answered.
  sigdelset(&ends, SIGTERM);
  pthread_sigmask(SIG_UNBLOCK, &ends, nullptr);
  server.end();
  listener.join();
  return good ? exitClean : reportFailure({"can't accept connections any more"});
}

} // namespace

void addServeCommand(CLI::App &app, Command &chosen) {
  CLI::App *command =
      app.add_subcommand("serve", "Lint and fix pages over HTTP, with a page to try it");
  auto options = std::make_shared<ServeOptions>();
  command->add_option("--host", options->host, "Name or address to listen on")
      ->capture_default_str();
  command->add_option("--port", options->port, "Port to listen on; 0 for any that is free")
      ->check(CLI::Range(0, 65535))
      ->capture_default_str();
  command
      ->add_option("--allow-origin", options->origins,
                   "Origin (https://host) whose pages may use the server; * for all")
      ->delimiter(',')
      ->allow_extra_args(false);
  command->add_option("--max-size", options->maxSize, "Bytes that a request's body may have")
      ->check(CLI::Range(size_t{1} << 10, size_t{1} << 30))
      ->capture_default_str();
  command
      ->add_option("--timeout", options->timeout,
                   "Seconds in which a client must send its request, and take the answer")
      ->check(CLI::Range(0.1, 3600.0))
      ->capture_default_str();
  addSetupOptions(*command, options->setup);
  command->callback([&chosen, options] { chosen = [options] { return serve(*options); }; });
}

} // namespace wikivet
