// SPDX-License-Identifier: MIT
#include "lint/cli/Commands.h"
#include "lint/cli/Rules.h"
#include "lint/diag/render/Renderer.h"
#include "lint/engine/Session.h"
#include "lint/input/PageStream.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdlib>
#include <unistd.h>

namespace wikivet {

namespace {

struct CheckOptions {
  std::vector<std::string> paths;
  std::string format = "full";
  Selection selection;
  std::vector<std::string> rulePaths;
  bool exitZero = false;
  std::string failOn = "warning";
  std::string color = "auto";
};

bool wantsColor(const std::string &choice) {
  if (choice != "auto")
    return choice == "always";
  const char *noColor = std::getenv("NO_COLOR");
  return isatty(STDOUT_FILENO) != 0 && (noColor == nullptr || *noColor == '\0');
}

/// The pages of several files after one another. Says on standard error what can't be read.
class PageQueue {
public:
  explicit PageQueue(std::vector<std::string> paths) : paths(std::move(paths)) {}

  bool failed() const { return hasFailed; }

  std::unique_ptr<Source> next() {
    while (true) {
      if (stream) {
        if (std::unique_ptr<Source> page = stream->next())
          return page;
        if (const std::optional<Error> &error = stream->error())
          fail(*error);
        stream.reset();
      }
      if (position == paths.size())
        return nullptr;
      auto opened = PageStream::open(paths[position++]);
      if (opened)
        stream = std::move(*opened);
      else
        fail(opened.error());
    }
  }

  void fail(const Error &error) {
    fmt::print(stderr, "wikivet: {}\n", error.message);
    hasFailed = true;
  }

private:
  std::vector<std::string> paths;
  size_t position = 0;
  std::unique_ptr<PageStream> stream;
  bool hasFailed = false;
};

int check(const CheckOptions &options) {
  std::optional<Registry> registry = loadRegistry(options.rulePaths);
  if (!registry)
    return exitFailed;
  auto ruleset = Ruleset::make(*registry, options.selection);
  if (!ruleset) {
    fmt::print(stderr, "wikivet: {}\n", ruleset.error().message);
    return exitFailed;
  }
  std::vector<Error> errors;
  PageQueue pages(expandPaths(options.paths, errors));
  for (const Error &error : errors)
    pages.fail(error);

  auto toStdout = [](std::string_view text) { std::fwrite(text.data(), 1, text.size(), stdout); };
  std::unique_ptr<Renderer> renderer =
      makeRenderer(options.format, {.color = wantsColor(options.color)}, toStdout);
  Severity threshold = severityFromName(options.failOn).value_or(Severity::Warning);
  bool found = false;
  renderer->begin();
  lintPages([&] { return pages.next(); }, *ruleset,
            [&](const Source &source, const std::vector<Diagnostic> &diagnostics) {
              for (const Diagnostic &diagnostic : diagnostics)
                found = found || diagnostic.severity >= threshold;
              renderer->page(source, diagnostics);
            });
  renderer->end();
  if (std::fflush(stdout) != 0) {
    fmt::print(stderr, "wikivet: can't write the output\n");
    return exitFailed;
  }
  if (pages.failed())
    return exitFailed;
  return found && !options.exitZero ? exitFindings : exitClean;
}

} // namespace

void addCheckCommand(CLI::App &app, Command &chosen) {
  CLI::App *command = app.add_subcommand("check", "Report what is wrong in pages");
  auto options = std::make_shared<CheckOptions>();
  command
      ->add_option("paths", options->paths,
                   "Files in wikitext, XML exports, folders of them, or - for standard input")
      ->required();
  command->add_option("--output-format", options->format, "How findings are printed")
      ->check(CLI::IsMember(rendererNames()))
      ->capture_default_str();
  command
      ->add_option("--select", options->selection.select,
                   "Rules, groups or aliases to run instead of the recommended ones")
      ->delimiter(',');
  command->add_option("--ignore", options->selection.ignore, "Rules, groups or aliases not to run")
      ->delimiter(',');
  command->add_option("--rule-path", options->rulePaths, "Rule files, or folders of them, to add");
  command->add_flag("--exit-zero", options->exitZero, "Exit with 0 even if something was found");
  command->add_option("--fail-on", options->failOn, "Lowest severity that makes the exit code 1")
      ->check(CLI::IsMember({"info", "warning", "error"}))
      ->capture_default_str();
  command->add_option("--color", options->color, "Use of colour")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
  command->callback([&chosen, options] { chosen = [options] { return check(*options); }; });
}

} // namespace wikivet
