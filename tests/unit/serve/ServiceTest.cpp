// SPDX-License-Identifier: MIT
#include "lint/serve/Service.h"
#include "tests/harness/Program.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

namespace wikivet::tests {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

/// A server on a free port of this machine, for the time of a test.
class ServiceTest : public testing::Test {
protected:
  void SetUp() override {
    port = service.server().bind("127.0.0.1", 0);
    ASSERT_GT(port, 0);
    listener = std::thread([this] { EXPECT_TRUE(service.server().run()); });
  }

  void TearDown() override {
    service.server().end();
    listener.join();
  }

  static Api makeApi() {
    static const Registry registry = Registry::builtin();
    Config config;
    std::vector<LocatedError> errors;
    addPreset("recommended", registry, config, errors);
    return {registry, PageRules(registry, std::move(config), nullptr), "1"};
  }

  httplib::Client client() const { return httplib::Client("127.0.0.1", port); }

  httplib::Result post(const std::string &body, const httplib::Headers &headers = {},
                       const std::string &type = "application/json",
                       const std::string &path = "/v1/lint") const {
    return client().Post(path, headers, body, type);
  }

  /// A connection as the system gives it.
  int connectRaw() const {
    int handle = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(connect(handle, reinterpret_cast<sockaddr *>(&address), sizeof(address)), 0);
    return handle;
  }

  /// All that is answered to what is sent, until the server closes.
  std::string raw(const std::string &request) const {
    int handle = connectRaw();
    EXPECT_EQ(send(handle, request.data(), request.size(), MSG_NOSIGNAL),
              static_cast<ssize_t>(request.size()));
    std::string answer = rest(handle);
    close(handle);
    return answer;
  }

  static std::string rest(int handle) {
    std::string answer;
    std::array<char, 4096> buffer{};
    while (ssize_t count = recv(handle, buffer.data(), buffer.size(), 0)) {
      if (count < 0)
        break;
      answer.append(buffer.data(), static_cast<size_t>(count));
    }
    return answer;
  }

  static std::string codeOf(const httplib::Result &result) {
    if (!result)
      return "no answer: " + to_string(result.error());
    Json json = Json::parse(result->body, nullptr, false);
    return json.contains("error")
               ? fmt::format("{} {}", result->status, json["error"]["code"].get<std::string>())
               : std::to_string(result->status);
  }

  Api api = makeApi();
  Service service{api, Origins({"https://wiki.example"}),
                  HttpLimits{.body = 10'000, .timeout = milliseconds(500)}};
  int port = 0;
  std::thread listener;
};

TEST_F(ServiceTest, AnswersAtEachPath) {
  auto lint = post(R"({"text": "a</br>"})");
  ASSERT_TRUE(lint);
  EXPECT_EQ(lint->status, 200);
  EXPECT_EQ(lint->get_header_value("Content-Type"), "application/json");
  EXPECT_EQ(Json::parse(lint->body)["findings"].size(), 1U);
  auto fix = post(R"({"text": "a</br>"})", {}, "application/json; charset=utf-8", "/v1/fix");
  EXPECT_EQ(Json::parse(fix->body)["text"], "a<br>");
  EXPECT_EQ(Json::parse(client().Get("/healthz")->body)["status"], "ok");
  EXPECT_GT(Json::parse(client().Get("/v1/rules")->body)["rules"].size(), 100U);
  auto page = client().Get("/");
  EXPECT_EQ(page->get_header_value("Content-Type"), "text/html; charset=utf-8");
  EXPECT_NE(page->get_header_value("Content-Security-Policy").find("default-src 'none'"),
            std::string::npos);
  for (const char *path : {"/playground.js", "/style.css", "/licenses.txt"})
    EXPECT_EQ(client().Get(path)->status, 200) << path;
  EXPECT_EQ(client().Head("/")->status, 200);
}

TEST_F(ServiceTest, RefusesWhatItCannotRead) {
  EXPECT_EQ(codeOf(post("{")), "400 malformed-json");
  EXPECT_EQ(codeOf(post("{}", {}, "text/plain")), "415 unsupported-media-type");
  EXPECT_EQ(codeOf(post("{}", {{"Content-Encoding", "gzip"}})), "415 unsupported-media-type");
  EXPECT_EQ(codeOf(post(std::string(10'001, ' '))), "413 payload-too-large");
  EXPECT_EQ(codeOf(post(std::string(10'000'000, ' '))), "413 payload-too-large");
  EXPECT_EQ(codeOf(client().Get("/v1/lin")), "404 not-found");
  EXPECT_EQ(codeOf(client().Get("/../../etc/passwd")), "404 not-found");
  EXPECT_EQ(codeOf(client().Get("/" + std::string(7000, 'a'))), "404 not-found");
  EXPECT_EQ(codeOf(client().Get("/" + std::string(9000, 'a'))), "414 uri-too-long");
  auto wrong = client().Get("/v1/lint");
  EXPECT_EQ(codeOf(wrong), "405 method-not-allowed");
  EXPECT_EQ(wrong->get_header_value("Allow"), "POST, OPTIONS");
  EXPECT_EQ(codeOf(client().Delete("/healthz")), "405 method-not-allowed");
}

TEST_F(ServiceTest, RefusesWhatIsNotHttp) {
  EXPECT_TRUE(raw("nonsense\r\n\r\n").starts_with("HTTP/1.1 400 "));
  std::string head =
      "POST /v1/lint HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
  EXPECT_TRUE(raw(head + "\r\n").starts_with("HTTP/1.1 411 "));
  EXPECT_TRUE(
      raw(head + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n").starts_with("HTTP/1.1 411 "));
  EXPECT_TRUE(raw(head + "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n0\r\n\r\n")
                  .starts_with("HTTP/1.1 411 "));
  for (const char *length : {"-1", "x", "1x", "99999999999999999999"})
    EXPECT_TRUE(raw(fmt::format("{}Content-Length: {}\r\n\r\n{{}}", head, length))
                    .starts_with("HTTP/1.1 400 "))
        << length;
  EXPECT_TRUE(
      raw(head + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{} ").starts_with("HTTP/1.1 400 "));
  EXPECT_TRUE(raw(head + "X: " + std::string(9000, 'a') + "\r\n\r\n").starts_with("HTTP/1.1 400 "));
}

TEST_F(ServiceTest, TakesOneRequestAConnection) {
  std::string answer =
      raw("GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\nGET /healthz HTTP/1.1\r\n\r\n");
  EXPECT_NE(answer.find("Connection: close"), std::string::npos);
  EXPECT_EQ(answer.find("HTTP/1.1", 1), std::string::npos) << answer;
}

TEST_F(ServiceTest, IgnoresRanges) {
  std::string range = "bytes=0-";
  for (int i = 0; i < 1000; ++i)
    range += ",0-";
  auto page = client().Get("/", {{"Range", range}});
  EXPECT_EQ(page->status, 200);
  EXPECT_EQ(page->body, client().Get("/")->body);
}

TEST_F(ServiceTest, OtherOrigins) {
  auto allowed = post(R"({"text": ""})", {{"Origin", "https://wiki.example"}});
  EXPECT_EQ(allowed->status, 200);
  EXPECT_EQ(allowed->get_header_value("Access-Control-Allow-Origin"), "https://wiki.example");
  EXPECT_EQ(allowed->get_header_value("Vary"), "Origin");
  auto failed = post("{", {{"Origin", "https://wiki.example"}});
  EXPECT_EQ(failed->get_header_value("Access-Control-Allow-Origin"), "https://wiki.example")
      << "the page must be able to read what is wrong";
  auto forbidden = post(R"({"text": ""})", {{"Origin", "https://other.example"}});
  EXPECT_EQ(codeOf(forbidden), "403 forbidden-origin");
  EXPECT_FALSE(forbidden->has_header("Access-Control-Allow-Origin"));
  std::string own = fmt::format("http://127.0.0.1:{}", port);
  EXPECT_EQ(post(R"({"text": ""})", {{"Origin", own}})->status, 200);

  httplib::Client client("127.0.0.1", port);
  client.set_default_headers({{"Origin", "https://wiki.example"},
                              {"Access-Control-Request-Method", "POST"},
                              {"Access-Control-Request-Headers", "content-type"}});
  auto preflight = client.Options("/v1/lint");
  EXPECT_EQ(preflight->status, 204);
  EXPECT_EQ(preflight->get_header_value("Access-Control-Allow-Headers"), "Content-Type");
  EXPECT_EQ(preflight->get_header_value("Access-Control-Allow-Methods"), "POST, OPTIONS");
}

TEST_F(ServiceTest, IsNotAskedUnderOtherNames) {
  EXPECT_EQ(codeOf(client().Get("/healthz", {{"Host", fmt::format("evil.example:{}", port)}})),
            "421 unknown-host");
  EXPECT_EQ(client().Get("/healthz", {{"Host", "wiki.example"}})->status, 200);
}

TEST_F(ServiceTest, HeadersAreBounded) {
  std::string head = "POST /v1/lint HTTP/1.1\r\nContent-Type: application/json\r\n";
  std::string header = "X: " + std::string(7990, 'a') + "\r\n";
  for (int i = 0; i < 8; ++i)
    head += header;
  std::string body = R"({"text": ")" + std::string(9000, 'a') + "\"}";
  EXPECT_TRUE(raw(fmt::format("{}Content-Length: {}\r\n\r\n{}", head, body.size(), body))
                  .starts_with("HTTP/1.1 200 "));
  EXPECT_TRUE(raw(head + header + "\r\n").starts_with("HTTP/1.1 400 "))
      << "what the body may have is not for the headers";
}

TEST_F(ServiceTest, WaitsForTheBodyThatItAsksFor) {
  std::string body = R"({"text": ""})";
  std::string head = fmt::format("POST /v1/lint HTTP/1.1\r\nContent-Type: application/json\r\n"
                                 "Expect: 100-continue\r\nContent-Length: {}\r\n\r\n",
                                 body.size());
  int handle = connectRaw();
  send(handle, head.data(), head.size(), MSG_NOSIGNAL);
  std::array<char, 25> told{};
  EXPECT_EQ(recv(handle, told.data(), told.size(), MSG_WAITALL), 25);
  EXPECT_EQ(std::string_view(told.data(), told.size()), "HTTP/1.1 100 Continue\r\n\r\n");
  send(handle, body.data(), body.size(), MSG_NOSIGNAL);
  EXPECT_TRUE(rest(handle).starts_with("HTTP/1.1 200 "));
  close(handle);
}

TEST_F(ServiceTest, SlowClientsAreEnded) {
  auto start = steady_clock::now();
  int half = connectRaw();
  std::string head = "POST /v1/lint HTTP/1.1\r\nX: ";
  send(half, head.data(), head.size(), MSG_NOSIGNAL);
  int drops = connectRaw();
  head = "POST /v1/lint HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n";
  send(drops, head.data(), head.size(), MSG_NOSIGNAL);
  std::atomic<bool> answered = false;
  // A byte now and then does not make the deadline later.
  std::thread dripping([&] {
    while (steady_clock::now() - start < milliseconds(8000) && !answered) {
      send(half, "a", 1, MSG_NOSIGNAL);
      send(drops, " ", 1, MSG_NOSIGNAL);
      std::this_thread::sleep_for(milliseconds(50));
    }
  });
  EXPECT_TRUE(rest(half).starts_with("HTTP/1.1 400 "));
  EXPECT_TRUE(rest(drops).starts_with("HTTP/1.1 408 "));
  EXPECT_LT(steady_clock::now() - start, milliseconds(5000));
  EXPECT_GE(steady_clock::now() - start, milliseconds(450));
  answered = true;
  dripping.join();
  close(half);
  close(drops);
}

TEST_F(ServiceTest, EndsThoughClientsAreConnected) {
  std::vector<int> idle;
  for (int i = 0; i < 50; ++i)
    idle.push_back(connectRaw());
  EXPECT_EQ(client().Get("/healthz")->status, 200);
  auto start = steady_clock::now();
  service.server().end();
  listener.join();
  EXPECT_LT(steady_clock::now() - start, milliseconds(450));
  listener = std::thread([] {});
  for (int handle : idle)
    close(handle);
}

TEST(ServeCommand, SaysWhereItListensAndEndsWhenTold) {
  Folder folder;
  Outcome outcome = runShell(fmt::format(
      "cd {} && {{ timeout -s INT 1 {} serve --isolated --port 0; echo \"exit $?\"; }} 2>&1",
      folder.path.string(), WIKIVET_PROGRAM));
  EXPECT_TRUE(outcome.output.starts_with("listening on http://127.0.0.1:")) << outcome.output;
  // The exit code of timeout, not of a program that was killed.
  EXPECT_TRUE(outcome.output.ends_with("/\nexit 124\n")) << outcome.output;
}

TEST(ServeCommand, RefusesWrongOptions) {
  EXPECT_EQ(run("serve --allow-origin https://A/b").exitCode, 2);
  EXPECT_EQ(run("serve --port 99999").exitCode, 2);
  EXPECT_EQ(run("serve --timeout nan").exitCode, 2);
  EXPECT_EQ(run("serve --select no-such-rule").exitCode, 2);
  Outcome outcome = run("serve --isolated --host 192.0.2.1 --port 0");
  EXPECT_EQ(outcome.exitCode, 2);
  EXPECT_NE(outcome.output.find("can't listen on 192.0.2.1"), std::string::npos) << outcome.output;
}

} // namespace
} // namespace wikivet::tests
