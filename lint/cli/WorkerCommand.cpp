// SPDX-License-Identifier: MIT
#include "lint/cli/AtLeastOne.h"
#include "lint/cli/Commands.h"
#include "lint/cli/Setup.h"
#include "lint/diag/render/JsonFinding.h"
#include "lint/engine/Session.h"
#include "lint/input/LineReader.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <deque>
#include <mutex>

namespace wikivet {

namespace {

/// MediaWiki's pages are 2 MiB at most, which JSON's escapes may make six times as long.
constexpr size_t maxLineSize = size_t{32} << 20;

/// What is said of a page besides its text, by its key in both directions.
constexpr std::string_view echoedKeys[] = {"id", "title", "revid", "namespace", "wiki"};

struct WorkerOptions {
  SetupOptions setup;
  uint32_t jobs = 0; ///< 0: one for each core
};

/// A line that was read: what its answer begins with, and the page.
struct Request {
  Json answer = Json::object();
  std::unique_ptr<Source> page;
};

/// A string at a key; "" if it isn't there.
std::string stringOf(const nlohmann::json &object, std::string_view key) {
  auto found = object.find(key);
  return found == object.end() || !found->is_string() ? "" : found->get<std::string>();
}

/// What is wrong with a request that is JSON; empty if nothing is.
std::string problemOf(const nlohmann::json &json) {
  if (!json.is_object())
    return "an object is expected";
  auto text = json.find("text");
  if (text == json.end() || !text->is_string())
    return "'text' is expected, a string";
  for (const char *key : {"title", "wiki", "path"})
    if (auto found = json.find(key); found != json.end() && !found->is_string())
      return fmt::format("'{}' must be a string", key);
  for (std::string_view key : echoedKeys)
    if (auto found = json.find(key); found != json.end() && found->is_structured())
      return fmt::format("'{}' must be a string or a number", key);
  return "";
}

/// The answer to a line that can't be linted; the page in its place is empty.
Request refuse(Json answer, uint64_t line, std::string_view why) {
  answer["error"] = fmt::format("line {}: {}", line, why);
  return {.answer = std::move(answer), .page = std::make_unique<Source>("", "")};
}

Request readRequest(const std::string &line, uint64_t number) {
  // Not Json: it keeps the order of keys, and looks through all of them for each.
  nlohmann::json json;
  Json answer = Json::object();
  try {
    json = nlohmann::json::parse(line);
  } catch (const nlohmann::json::parse_error &error) {
    return refuse(std::move(answer), number,
                  fmt::format("this is no JSON: something is wrong at byte {}", error.byte));
  } catch (const nlohmann::json::exception &) {
    return refuse(std::move(answer), number, "a number in it is too large");
  }
  if (json.is_object())
    for (std::string_view key : echoedKeys)
      if (auto found = json.find(key); found != json.end() && !found->is_structured())
        answer[std::string(key)] = *found;
  if (std::string problem = problemOf(json); !problem.empty())
    return refuse(std::move(answer), number, problem);
  std::string title = stringOf(json, "title"), path = stringOf(json, "path");
  if (path.empty())
    path = title.empty() ? fmt::format("<line {}>", number) : title;
  return {.answer = std::move(answer),
          .page = std::make_unique<Source>(std::move(path),
                                           std::move(json["text"].get_ref<std::string &>()),
                                           std::move(title), stringOf(json, "wiki"))};
}

/// Pairs the lines with the pages that are linted, which come in the same order.
class Worker {
public:
  std::unique_ptr<Source> read() {
    std::string line;
    LineReader::Result result = lines.next(line);
    if (result == LineReader::Result::End)
      return nullptr;
    ++number;
    Request request = result == LineReader::Result::TooLong
                          ? refuse(Json::object(), number,
                                   fmt::format("it is longer than {} MiB", maxLineSize >> 20))
                          : readRequest(line, number);
    std::lock_guard lock(guard);
    answers.push_back(std::move(request.answer));
    return std::move(request.page);
  }

  void write(const Source &page, const std::vector<Diagnostic> &diagnostics) {
    Json answer;
    {
      std::lock_guard lock(guard);
      answer = std::move(answers.front());
      answers.pop_front();
    }
    if (!answer.contains("error")) {
      answer["findings"] = Json::array();
      for (const Diagnostic &diagnostic : diagnostics)
        answer["findings"].push_back(jsonFinding(page, diagnostic, Change::None));
    }
    std::string text = dumpLine(answer) + "\n";
    std::fwrite(text.data(), 1, text.size(), stdout);
    // Whoever asked may wait for it.
    flushOutput();
  }

private:
  LineReader lines{stdin, maxLineSize};
  uint64_t number = 0;
  /// Pages are read and written by different threads.
  std::mutex guard;
  std::deque<Json> answers;
};

int work(const WorkerOptions &options) {
  std::optional<Setup> setup = makeSetup(options.setup, {});
  if (!setup)
    return exitFailed;
  ThreadLimit limit(options.jobs);
  Worker worker;
  lintPages([&] { return worker.read(); }, *setup->rules,
            [&](const Source &page, const std::vector<Diagnostic> &diagnostics) {
              worker.write(page, diagnostics);
            });
  return std::ferror(stdin) != 0 ? reportFailure({"can't read standard input"}) : exitClean;
}

} // namespace

void addWorkerCommand(CLI::App &app, Command &chosen) {
  CLI::App *command = app.add_subcommand(
      "worker", "Lint pages for another program: JSON lines on standard input with 'text' and "
                "'title' of a page, on standard output a line for each with its 'findings'");
  auto options = std::make_shared<WorkerOptions>();
  command->add_option("--jobs", options->jobs, "How many pages to lint at a time (one a core)")
      ->check(atLeastOne());
  addSetupOptions(*command, options->setup);
  command->callback([&chosen, options] { chosen = [options] { return work(*options); }; });
}

} // namespace wikivet
