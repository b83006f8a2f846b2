// SPDX-License-Identifier: MIT
#include "lint/input/Http.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <cstdlib>
#include <string_view>

namespace wikivet {

namespace {

/// What a transfer appends to.
struct Target {
  std::string *body;
  size_t maxSize;
  bool isTooLong = false;
};

size_t append(char *data, size_t /*one*/, size_t size, void *user) {
  auto *target = static_cast<Target *>(user);
  if (target->body->size() + size > target->maxSize) {
    target->isTooLong = true;
    return 0;
  }
  target->body->append(data, size);
  return size;
}

/// Whether asking again can help.
bool isTransientCode(CURLcode code) {
  switch (code) {
  case CURLE_COULDNT_RESOLVE_HOST:
  case CURLE_COULDNT_CONNECT:
  case CURLE_OPERATION_TIMEDOUT:
  case CURLE_PARTIAL_FILE:
  case CURLE_GOT_NOTHING:
  case CURLE_SEND_ERROR:
  case CURLE_RECV_ERROR:
  case CURLE_HTTP2:
  case CURLE_HTTP2_STREAM:
    return true;
  default:
    return false;
  }
}

struct UrlDeleter {
  void operator()(CURLU *url) const { curl_url_cleanup(url); }
};
using UrlHandle = std::unique_ptr<CURLU, UrlDeleter>;

/// A part of an address; empty if it has none.
std::string partOf(CURLU *url, CURLUPart part) {
  char *text = nullptr;
  if (curl_url_get(url, part, &text, 0) != CURLUE_OK)
    return {};
  std::string result = text;
  curl_free(text);
  return result;
}

} // namespace

void HttpClient::Deleter::operator()(void *handle) const { curl_easy_cleanup(handle); }

HttpClient::HttpClient(HttpOptions options) : options(std::move(options)) {
  // Once in a process, before anything else.
  static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
  handle.reset(ready == CURLE_OK ? curl_easy_init() : nullptr);
}

std::expected<HttpAnswer, HttpFailure> HttpClient::get(const std::string &url) {
  if (!handle)
    return std::unexpected(HttpFailure{.message = "libcurl does not start", .isTransient = false});
  HttpAnswer answer;
  Target target{.body = &answer.body, .maxSize = options.maxSize};
  const char *redirectsTo = url.starts_with("https:") ? "https" : "http,https";
  constexpr long maxRedirects = 5;
  auto set = [this](CURLoption option, auto value) {
    curl_easy_setopt(handle.get(), option, value);
  };
  set(CURLOPT_URL, url.c_str());
  set(CURLOPT_USERAGENT, options.userAgent.c_str());
  set(CURLOPT_ACCEPT_ENCODING, ""); // all that it can undo
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_REDIR_PROTOCOLS_STR, redirectsTo);
  set(CURLOPT_FOLLOWLOCATION, 1L);
  set(CURLOPT_MAXREDIRS, maxRedirects);
  set(CURLOPT_CONNECTTIMEOUT_MS, 10'000L);
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(options.timeout.count() * 1000));
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_WRITEFUNCTION, append);
  set(CURLOPT_WRITEDATA, &target);

  CURLcode code = curl_easy_perform(handle.get());
  if (code != CURLE_OK) {
    std::string message = curl_easy_strerror(code);
    if (target.isTooLong)
      message = fmt::format("the answer is longer than {} MiB", options.maxSize >> 20);
    else if (code == CURLE_TOO_MANY_REDIRECTS)
      message = fmt::format("it leads to other addresses more than {} times", maxRedirects);
    else if (code == CURLE_UNSUPPORTED_PROTOCOL)
      message = fmt::format("it leads to an address that is not of {}", redirectsTo);
    else if (code == CURLE_OPERATION_TIMEDOUT)
      message = fmt::format("no answer within {} s", options.timeout.count());
    return std::unexpected(
        HttpFailure{.message = std::move(message), .isTransient = isTransientCode(code)});
  }
  const char *type = nullptr;
  curl_off_t wait = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &answer.status);
  curl_easy_getinfo(handle.get(), CURLINFO_CONTENT_TYPE, &type);
  curl_easy_getinfo(handle.get(), CURLINFO_RETRY_AFTER, &wait);
  answer.contentType = type ? type : "";
  answer.retryAfter = std::chrono::seconds(wait);
  return answer;
}

std::expected<std::string, Error> HttpClient::address(const std::string &url,
                                                      const Parameters &parameters) {
  UrlHandle parsed(curl_url());
  auto refuse = [&](std::string_view why) {
    return std::unexpected(Error{fmt::format("{}: {}", url, why)});
  };
  if (CURLUcode code = curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0); code != CURLUE_OK)
    return refuse(fmt::format("this is no address: {}", curl_url_strerror(code)));
  if (std::string scheme = partOf(parsed.get(), CURLUPART_SCHEME);
      scheme != "http" && scheme != "https")
    return refuse("this is no address of http or https");
  // It would stand in messages and reports.
  if (!partOf(parsed.get(), CURLUPART_USER).empty())
    return std::unexpected(Error{"an address with a password in it is not taken"});
  for (const auto &[name, value] : parameters)
    if (curl_url_set(parsed.get(), CURLUPART_QUERY, fmt::format("{}={}", name, value).c_str(),
                     CURLU_APPENDQUERY | CURLU_URLENCODE) != CURLUE_OK)
      return refuse(fmt::format("the parameter '{}' can't be sent", name));
  return partOf(parsed.get(), CURLUPART_URL);
}

std::string HttpClient::libraryName() {
  return fmt::format("libcurl/{}", curl_version_info(CURLVERSION_NOW)->version);
}

} // namespace wikivet
