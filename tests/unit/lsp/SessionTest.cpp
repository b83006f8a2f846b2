// SPDX-License-Identifier: MIT
//
// Plays every session under tests/lsp.
#include "tests/harness/LspSession.h"

#include "lint/lsp/Server.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

namespace wikivet::tests {
namespace {

class LspSession : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(LspSession, GoesAsWritten) {
  std::ifstream stream(GetParam(), std::ios::binary);
  std::string script{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
  EXPECT_EQ(playSession(script), "");
}

std::vector<std::filesystem::path> sessions() {
  std::vector<std::filesystem::path> paths;
  for (const auto &entry : std::filesystem::directory_iterator(WIKIVET_SOURCE_DIR "/tests/lsp"))
    if (entry.path().extension() == ".test")
      paths.push_back(entry.path());
  std::ranges::sort(paths);
  return paths;
}

INSTANTIATE_TEST_SUITE_P(Sessions, LspSession, testing::ValuesIn(sessions()), [](const auto &info) {
  std::string name = info.param.stem().string();
  std::ranges::replace(name, '-', '_');
  return name;
});

TEST(LspSessionHarness, SaysWhatDiffers) {
  EXPECT_EQ(
      playSession("> {\"id\": 1, \"method\": \"a\"}\n< {\"id\": 1, \"error\": {\"code\": 0}}"),
      "2: /error/code is -32002, not 0\n");
  EXPECT_EQ(playSession("> {\"id\": 1, \"method\": \"a\"}\n< {\"id\": 1, \"result\": 0}"),
            "2: /result is missing in {\"error\":{\"code\":-32002,\"message\":\"'initialize' comes "
            "first\"},\"id\":1,\"jsonrpc\":\"2.0\"}\n");
  EXPECT_EQ(playSession("> {]\n? what"), "1: this is no JSON\n2: this is no step\n");
}

TEST(LspServer, RefusesWhatIsNestedTooDeeply) {
  std::vector<std::string> answers;
  lsp::Log log;
  lsp::Server server(
      {}, [&](const lsp::Json &message) { answers.push_back(lsp::dumped(message)); }, log);
  std::string deep(1'000'000, '[');
  server.take(R"({"id":1,"method":"initialize","params":)" + deep + std::string(deep.size(), ']') +
              "}");
  server.take("{\"id\":");
  ASSERT_EQ(answers.size(), 2U);
  EXPECT_NE(answers[0].find("nested too deeply"), std::string::npos);
  EXPECT_NE(answers[1].find("no JSON"), std::string::npos);
}

} // namespace
} // namespace wikivet::tests
