// SPDX-License-Identifier: MIT
#include "lint/lsp/Transport.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <memory>

namespace wikivet::lsp {
namespace {

struct Closer {
  void operator()(std::FILE *file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Closer>;

/// A stream with a text in it.
File stream(const std::string &text) {
  File file(std::tmpfile());
  std::fwrite(text.data(), 1, text.size(), file.get());
  std::rewind(file.get());
  return file;
}

/// Messages, then the error if there is one.
std::vector<std::string> read(const std::string &text) {
  File in = stream(text);
  Transport transport(in.get(), stderr);
  std::vector<std::string> result;
  while (true) {
    auto message = transport.read();
    if (!message)
      result.push_back("error: " + message.error().message);
    if (!message || !*message)
      return result;
    result.push_back(**message);
  }
}

using Texts = std::vector<std::string>;

TEST(LspTransport, ReadsMessages) {
  EXPECT_EQ(read("Content-Length: 2\r\n\r\n{}Content-Length: 3\r\n\r\n[1]"), (Texts{"{}", "[1]"}));
  EXPECT_EQ(read("content-type: application/vscode-jsonrpc; charset=utf-8\r\n"
                 "content-length:2\r\n\r\n{}"),
            Texts{"{}"});
  EXPECT_EQ(read("Content-Length: 0\n\n"), Texts{""});
  EXPECT_EQ(read(""), Texts{});
}

TEST(LspTransport, WrongHeadersEndIt) {
  EXPECT_EQ(read("{}"), Texts{"error: the input ends within a header"});
  EXPECT_EQ(read("GET / HTTP/1.1\r\n\r\n"), Texts{"error: 'GET / HTTP/1.1' is no header field"});
  EXPECT_EQ(read("Content-Type: x\r\n\r\n{}"), Texts{"error: a header has no Content-Length"});
  for (const char *length : {"-1", "2x", "", "99999999999999999999"})
    EXPECT_EQ(read(fmt::format("Content-Length: {}\r\n\r\n{{}}", length)),
              Texts{fmt::format("error: '{}' is no Content-Length", length)});
  EXPECT_EQ(read("Content-Length: 999999999999\r\n\r\n"),
            Texts{"error: a message of 999999999999 bytes is too long"});
  EXPECT_EQ(read("Content-Length: 5\r\n\r\n{}"), Texts{"error: the input ends within a message"});
  EXPECT_EQ(read(std::string(100'000, 'x')), Texts{"error: a header is too long"});
}

TEST(LspTransport, WritesWhatItReads) {
  File file(std::tmpfile());
  Transport transport(file.get(), file.get());
  transport.write("{\"a\":\"\xC3\xA9\"}");
  std::rewind(file.get());
  auto message = transport.read();
  ASSERT_TRUE(message && *message);
  EXPECT_EQ(**message, "{\"a\":\"\xC3\xA9\"}");
}

} // namespace
} // namespace wikivet::lsp
