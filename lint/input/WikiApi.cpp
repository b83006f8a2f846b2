// SPDX-License-Identifier: MIT
#include "lint/input/WikiApi.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <thread>

namespace wikivet {

using Json = nlohmann::json;
using std::chrono::seconds;

/// https://www.mediawiki.org/wiki/Manual:Maxlag_parameter recommends 5 s for what is not urgent.
static constexpr std::string_view maxLag = "5";
/// Whoever asks for a longer pause is not to be waited for.
static constexpr seconds longestPause{120};

/// Why an answer is no good.
struct WikiApi::Failure {
  std::string message;
  bool isTransient = false;
  seconds pause{0}; ///< that the wiki asks for; 0: none
};

namespace {

std::string stringAt(const Json &object, const char *key) {
  auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

/// A message of the API; the format of one module's text differs between versions.
std::string textOf(const Json &message) {
  std::string code = stringAt(message, "code");
  for (const char *key : {"text", "info", "*"})
    if (std::string text = stringAt(message, key); !text.empty())
      return code.empty() ? text : fmt::format("{} ({})", text, code);
  return code;
}

/// What an array of messages, or a single one, says.
std::vector<const Json *> messagesAt(const Json &json, const char *key) {
  std::vector<const Json *> messages;
  auto found = json.find(key);
  if (found == json.end())
    return messages;
  if (found->is_object())
    messages.push_back(&*found);
  else if (found->is_array())
    for (const Json &message : *found)
      if (message.is_object())
        messages.push_back(&message);
  return messages;
}

bool looksLikeHtml(const HttpAnswer &answer) {
  return answer.contentType.starts_with("text/html") || answer.body.starts_with('<');
}

} // namespace

std::expected<WikiApi, Error> WikiApi::open(WikiApiOptions options, Note note) {
  if (auto address = HttpClient::address(options.url, {}); !address)
    return std::unexpected(address.error());
  return WikiApi(std::move(options), std::move(note));
}

std::expected<Json, WikiApi::Failure> WikiApi::ask(const std::string &address) {
  auto answer = client.get(address);
  if (!answer)
    return std::unexpected(
        Failure{.message = answer.error().message, .isTransient = answer.error().isTransient});
  // RFC 9110: 429 and 503 are the usual ones; a proxy says 502 or 504.
  if (answer->status == 429 || answer->status >= 500)
    return std::unexpected(
        Failure{.message = fmt::format("the server answers with status {}", answer->status),
                .isTransient = true,
                .pause = answer->retryAfter});
  Json json = Json::parse(answer->body, nullptr, false);
  if (!json.is_object()) {
    const char *what = looksLikeHtml(*answer) ? "with a page in HTML" : "with something else";
    return std::unexpected(Failure{
        .message = fmt::format("this is no API of a MediaWiki, which answers in JSON: it answers "
                               "{} and status {}; the address of an API ends in /api.php",
                               what, answer->status)});
  }
  if (std::vector<const Json *> errors = messagesAt(json, "errors"); !errors.empty()) {
    std::string code = stringAt(*errors.front(), "code");
    return std::unexpected(
        Failure{.message = fmt::format("the wiki answers: {}", textOf(*errors.front())),
                .isTransient = code == "maxlag" || code == "ratelimited",
                .pause = answer->retryAfter});
  }
  if (std::vector<const Json *> errors = messagesAt(json, "error"); !errors.empty())
    return std::unexpected(
        Failure{.message = fmt::format("the wiki answers: {}", textOf(*errors.front()))});
  if (answer->status >= 400)
    return std::unexpected(
        Failure{.message = fmt::format("the server answers with status {}", answer->status)});
  for (const Json *warning : messagesAt(json, "warnings"))
    if (std::string text = textOf(*warning); warnings.insert(text).second)
      note(fmt::format("{}: the wiki warns: {}", options.url, text));
  return json;
}

std::expected<WikiApi::Answer, Error> WikiApi::query(Parameters parameters) {
  Parameters all = {{"action", "query"},
                    {"format", "json"},
                    {"formatversion", "2"},
                    {"errorformat", "plaintext"},
                    {"maxlag", std::string(maxLag)}};
  std::ranges::move(parameters, std::back_inserter(all));
  auto address = HttpClient::address(options.url, all);
  if (!address)
    return std::unexpected(address.error());
  auto fail = [&](std::string_view message) {
    return std::unexpected(Error{fmt::format("{}: {}", options.url, message)});
  };
  seconds backOff{1};
  auto json = ask(*address);
  for (unsigned retry = 0; !json && json.error().isTransient && retry < options.retries; ++retry) {
    seconds pause = std::max(json.error().pause, backOff);
    if (pause > longestPause)
      return fail(fmt::format("{}, and wants to be left alone for {} s", json.error().message,
                              pause.count()));
    note(
        fmt::format("{}: {}; once more in {} s", options.url, json.error().message, pause.count()));
    std::this_thread::sleep_for(pause);
    backOff *= 2;
    json = ask(*address);
  }
  if (!json)
    return fail(json.error().message);

  Answer answer;
  auto query = json->find("query");
  if (query == json->end() && (json->contains("batchcomplete") || json->contains("continue")))
    answer.query = Json::object(); // there was nothing, or nothing yet
  else if (query == json->end() || !query->is_object())
    return fail("the answer holds no 'query': is this the API of a MediaWiki?");
  else
    answer.query = std::move(*query);
  if (auto next = json->find("continue"); next != json->end() && next->is_object())
    for (const auto &[name, value] : next->items())
      if (value.is_string() || value.is_number_integer())
        answer.next.emplace_back(name, value.is_string() ? value.get<std::string>() : value.dump());
  return answer;
}

} // namespace wikivet
