// SPDX-License-Identifier: MIT
#include "tests/harness/LspSession.h"

#include "lint/lsp/Server.h"
#include "lint/support/Uri.h"
#include "tests/harness/Program.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <deque>
#include <mutex>
#include <sstream>

namespace wikivet::tests {

namespace {

using lsp::Json;

/// What the server has sent and nobody has asked for yet.
class Inbox {
public:
  void put(const Json &message) {
    {
      std::lock_guard lock(guard);
      messages.push_back(message);
    }
    arrived.notify_all();
  }

  /// Waits for the first message that fits; null after ten seconds.
  template <typename Fits> Json take(Fits fits) {
    std::unique_lock lock(guard);
    auto found = messages.end();
    arrived.wait_for(lock, std::chrono::seconds(10), [&] {
      found = std::ranges::find_if(messages, fits);
      return found != messages.end();
    });
    if (found == messages.end())
      return nullptr;
    Json message = std::move(*found);
    messages.erase(found);
    return message;
  }

  bool hasMethod(const std::string &method) {
    std::lock_guard lock(guard);
    return std::ranges::any_of(
        messages, [&](const Json &message) { return lsp::memberOf(message, "method") == method; });
  }

private:
  std::mutex guard;
  std::condition_variable arrived;
  std::deque<Json> messages;
};

/// Replaces the short forms of positions and ranges.
void expandPlaces(Json &json) {
  if (json.is_structured()) {
    for (Json &item : json)
      expandPlaces(item);
    return;
  }
  if (!json.is_string())
    return;
  unsigned a = 0, b = 0, c = 0, d = 0;
  const auto &text = json.get_ref<const std::string &>();
  int count = std::sscanf(text.c_str(), "@%u:%u-%u:%u", &a, &b, &c, &d);
  Json start = {{"line", a}, {"character", b}};
  if (count == 4)
    json = {{"start", std::move(start)}, {"end", {{"line", c}, {"character", d}}}};
  else if (count == 2)
    json = std::move(start);
}

/// Where a message lacks something that is expected; empty if it has all.
std::string difference(const Json &expected, const Json &actual, const std::string &path) {
  if (expected == "*")
    return "";
  if (expected.is_object() && actual.is_object()) {
    for (const auto &[name, value] : expected.items()) {
      if (!actual.contains(name))
        return fmt::format("{}/{} is missing in {}", path, name, lsp::dumped(actual));
      if (std::string inner = difference(value, actual[name], path + '/' + name); !inner.empty())
        return inner;
    }
    return "";
  }
  if (expected.is_array() && actual.is_array()) {
    bool isOpen = !expected.empty() && expected.back() == "...";
    size_t size = expected.size() - isOpen;
    if (isOpen ? actual.size() < size : actual.size() != size)
      return fmt::format("{} has {} items: {}", path, actual.size(), lsp::dumped(actual));
    for (size_t i = 0; i < size; ++i)
      if (std::string inner = difference(expected[i], actual[i], fmt::format("{}/{}", path, i));
          !inner.empty())
        return inner;
    return "";
  }
  if (expected.is_string() && actual.is_string())
    if (auto part = expected.get<std::string>(); part.starts_with('~'))
      if (actual.get<std::string>().find(part.substr(1)) != std::string::npos)
        return "";
  return expected == actual
             ? ""
             : fmt::format("{} is {}, not {}", path, lsp::dumped(actual), lsp::dumped(expected));
}

class Player {
public:
  Player()
      : server(
            [] {
              lsp::Settings settings;
              settings.debounce = std::chrono::milliseconds(0);
              return settings;
            }(),
            [this](const Json &message) { inbox.put(message); }, log) {}

  std::string play(const std::string &script) {
    std::istringstream stream(script);
    for (std::string line; std::getline(stream, line); ++number)
      take(line);
    finish();
    return problems;
  }

private:
  /// A line begins a step or goes on with one.
  void take(const std::string &line) {
    if (line.starts_with('|') || line.starts_with(' ')) {
      text += line.starts_with("| ") ? line.substr(2) + '\n' : line == "|" ? "\n" : line;
      return;
    }
    finish();
    sign = line.empty() || line[0] == '#' ? ' ' : line[0];
    argument = line.size() > 2 ? line.substr(2) : "";
    begun = number;
  }

  void finish() {
    switch (sign) {
    case '+':
      folder.write(argument, text);
      break;
    case '@':
      open();
      break;
    case '>':
      server.take(lsp::dumped(json(argument + text)));
      break;
    case '<':
      expect(json(argument + text));
      break;
    case '!':
      if (inbox.hasMethod(json(argument).get<std::string>()))
        fail(argument + " has come");
      break;
    case ' ':
      break;
    default:
      fail("this is no step");
    }
    sign = ' ';
    text.clear();
  }

  void open() {
    std::istringstream words(argument);
    std::string uri;
    int version = 0;
    words >> uri >> version;
    if (text.ends_with('\n'))
      text.pop_back();
    server.take(lsp::dumped({{"method", "textDocument/didOpen"},
                             {"params",
                              {{"textDocument",
                                {{"uri", withRoot(uri)},
                                 {"languageId", "wikitext"},
                                 {"version", version},
                                 {"text", text}}}}}}));
  }

  void expect(const Json &expected) {
    auto same = [&](const char *name, const Json &message) {
      return lsp::memberOf(message, name) == lsp::memberOf(expected, name);
    };
    Json message = inbox.take([&](const Json &candidate) {
      bool isRequest = expected.contains("method");
      return same("method", candidate) && (isRequest || same("id", candidate));
    });
    if (message.is_null())
      fail("nothing like that has come within ten seconds");
    else if (std::string what = difference(expected, message, ""); !what.empty())
      fail(what);
  }

  std::string withRoot(std::string content) const {
    std::string root = pathUri(folder.path.string());
    for (size_t at = content.find("$ROOT"); at != std::string::npos; at = content.find("$ROOT"))
      content.replace(at, 5, root);
    return content;
  }

  Json json(const std::string &content) {
    Json result = Json::parse(withRoot(content), nullptr, false);
    if (result.is_discarded())
      fail("this is no JSON");
    expandPlaces(result);
    return result;
  }

  void fail(const std::string &what) { problems += fmt::format("{}: {}\n", begun, what); }

  Folder folder;
  Inbox inbox;
  lsp::Log log;
  lsp::Server server;
  size_t number = 1, begun = 1;
  char sign = ' ';
  std::string argument, text;
  std::string problems;
};

} // namespace

std::string playSession(const std::string &script) { return Player().play(script); }

} // namespace wikivet::tests
