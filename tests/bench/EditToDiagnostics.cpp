// SPDX-License-Identifier: MIT
//
// How long after an edit in a long page the language server publishes findings: those that are
// guessed at once, and those of the whole page. wikivet_edit_bench [FOLDER]: the page is made of
// those in a folder; without one of real articles, or of the samples where there are none.
#include "lint/lsp/Server.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <mutex>
#include <vector>

namespace wikivet::lsp {
namespace {

using Clock = std::chrono::steady_clock;

std::string longPage(std::filesystem::path folder, size_t size) {
  if (folder.empty())
    folder = WIKIVET_SOURCE_DIR "/../shared/corpus/dev";
  if (!std::filesystem::exists(folder))
    folder = WIKIVET_SOURCE_DIR "/tests/samples";
  std::vector<std::filesystem::path> files;
  for (const auto &entry : std::filesystem::directory_iterator(folder))
    files.push_back(entry.path());
  std::ranges::sort(files);
  std::string text;
  for (size_t i = 0; text.size() < size; i = (i + 1) % files.size()) {
    std::ifstream stream(files[i], std::ios::binary);
    text.append(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
    text += "\n";
  }
  return text;
}

double milliseconds(Clock::duration time) {
  return std::chrono::duration<double, std::milli>(time).count();
}

/// When findings came after an edit, and how much the processor had done by then, which tells more
/// than the time on a machine that does other things, too.
struct Arrival {
  double time, work; ///< milliseconds
};

class Editor {
public:
  explicit Editor(std::string page)
      : server({}, [this](const Json &message) { take(message); }, log) {
    send({{"id", 1},
          {"method", "initialize"},
          {"params",
           {{"capabilities", Json::object()}, {"initializationOptions", {{"isolated", true}}}}}});
    send({{"method", "textDocument/didOpen"},
          {"params",
           {{"textDocument",
             {{"uri", "file:///long.wiki"},
              {"languageId", "wikitext"},
              {"version", 0},
              {"text", std::move(page)}}}}}});
    wait(1);
  }

  /// Types a character at the start of a line; gives when findings came.
  std::vector<Arrival> type(int version, uint32_t line, size_t publications) {
    {
      std::lock_guard lock(guard);
      times.clear();
    }
    Json place = {{"line", line}, {"character", 0}};
    start = Clock::now();
    startWork = std::clock();
    send(
        {{"method", "textDocument/didChange"},
         {"params",
          {{"textDocument", {{"uri", "file:///long.wiki"}, {"version", version}}},
           {"contentChanges", {{{"range", {{"start", place}, {"end", place}}}, {"text", "x"}}}}}}});
    return wait(publications);
  }

private:
  void send(const Json &message) { server.take(dumped(message)); }

  void take(const Json &message) {
    if (memberOf(message, "method") != "textDocument/publishDiagnostics")
      return;
    // As the client gets it.
    std::string text = dumped(message);
    std::lock_guard lock(guard);
    constexpr double perMillisecond = CLOCKS_PER_SEC / 1000.0;
    times.push_back({.time = milliseconds(Clock::now() - start),
                     .work = static_cast<double>(std::clock() - startWork) / perMillisecond});
    arrived.notify_all();
  }

  std::vector<Arrival> wait(size_t publications) {
    std::unique_lock lock(guard);
    arrived.wait_for(lock, std::chrono::seconds(60), [&] { return times.size() >= publications; });
    return times;
  }

  std::mutex guard;
  std::condition_variable arrived;
  Clock::time_point start = Clock::now();
  std::clock_t startWork = std::clock();
  std::vector<Arrival> times;
  Log log;
  Server server;
};

std::string spread(std::vector<double> &values) {
  std::ranges::sort(values);
  return fmt::format("{:.0f} ({:.0f})", values[values.size() / 2], values.back());
}

} // namespace
} // namespace wikivet::lsp

int main(int argc, char **argv) {
  using namespace wikivet::lsp;
  for (size_t size : {43'000U, 2'000'000U}) {
    std::string page = longPage(argc > 1 ? argv[1] : "", size);
    auto lines = static_cast<uint32_t>(std::ranges::count(page, '\n'));
    bool isLong = size > 200'000;
    Editor editor(page);
    std::vector<double> firstTimes, firstWork, lastTimes, lastWork;
    for (int i = 1; i <= 21; ++i) {
      std::vector<Arrival> arrivals =
          editor.type(i, lines / 22 * static_cast<uint32_t>(i), isLong ? 2 : 1);
      if (arrivals.empty())
        return 1;
      firstTimes.push_back(arrivals.front().time);
      firstWork.push_back(arrivals.front().work);
      lastTimes.push_back(arrivals.back().time);
      lastWork.push_back(arrivals.back().work);
    }
    fmt::print("{} bytes, edit to findings in ms (median of 21; slowest), delays of the server "
               "included:\n  first    {}, processor {}\n  of all   {}, processor {}\n",
               page.size(), spread(firstTimes), spread(firstWork), spread(lastTimes),
               spread(lastWork));
  }
}
