// SPDX-License-Identifier: MIT
#include "lint/input/ByteStream.h"

#include "lint/support/InputFile.h"
#include "tests/harness/Pack.h"
#include "tests/harness/Program.h"

#include <gtest/gtest.h>

namespace wikivet {
namespace {

using tests::compress;

struct Content {
  std::string text, error;
};

Content contentOf(const std::string &path, ByteRange range = {}) {
  Content content;
  auto bytes = openBytes(path, range);
  if (!bytes)
    return {.text = "", .error = bytes.error().message};
  if (auto result = readAll(**bytes, path, content.text); !result)
    content.error = result.error().message;
  return content;
}

/// Of more than one block of each compression.
std::string longText() {
  std::string text;
  for (uint64_t i = 0; text.size() < 3'000'000; ++i)
    text += "line " + std::to_string(i * 7919 % 100'003) + "\n";
  return text;
}

TEST(ByteStream, UnpacksEachCompression) {
  tests::Folder folder;
  std::string text = longText();
  for (const char *filter : {"bzip2", "gzip", "xz", "zstd"}) {
    Content content = contentOf(folder.write("a", compress(text, filter)));
    EXPECT_EQ(content.error, "") << filter;
    EXPECT_TRUE(content.text == text) << filter;
    // Dumps consist of many streams.
    std::string twice = compress("first ", filter) + compress("second", filter);
    EXPECT_EQ(contentOf(folder.write("b", twice)).text, "first second") << filter;
  }
  EXPECT_TRUE(contentOf(folder.write("c", tests::sevenZip({text}))).text == text);
  EXPECT_EQ(contentOf(folder.write("d", "BZ is no compression")).text, "BZ is no compression");
}

TEST(ByteStream, NothingIsFine) {
  tests::Folder folder;
  EXPECT_EQ(contentOf(folder.write("a", "")).error, "");
  for (const char *filter : {"bzip2", "gzip", "xz", "zstd"}) {
    Content content = contentOf(folder.write("a", compress("", filter)));
    EXPECT_EQ(content.text + content.error, "") << filter;
  }
}

TEST(ByteStream, DamageIsToldWithItsPlace) {
  tests::Folder folder;
  std::string text = longText();
  for (const char *filter : {"bzip2", "gzip", "xz", "zstd"}) {
    std::string packed = compress(text, filter);
    Content half = contentOf(folder.write("half", packed.substr(0, packed.size() / 2)));
    EXPECT_NE(half.error.find("half: can't be unpacked beyond byte "), std::string::npos)
        << filter << ": " << half.error;
    EXPECT_TRUE(text.starts_with(half.text)) << filter;
    packed.replace(packed.size() / 2, 20, "#####################");
    EXPECT_NE(contentOf(folder.write("bad", packed)).error, "") << filter;
  }
  EXPECT_NE(contentOf(folder.write("c", tests::sevenZip({text}).substr(0, 100))).error, "");
  EXPECT_NE(contentOf(folder.write("d", tests::sevenZip({"a", "b"}))).error.find("several files"),
            std::string::npos);
  EXPECT_NE(contentOf("/no/such/file").error.find("/no/such/file: "), std::string::npos);
}

TEST(ByteStream, RangesAreOfTheFileItself) {
  tests::Folder folder;
  std::string first = compress("first ", "bzip2"), second = compress("second ", "bzip2");
  std::string path = folder.write("a", first + second + compress("third", "bzip2"));
  EXPECT_EQ(contentOf(path, {.begin = first.size()}).text, "second third");
  EXPECT_EQ(contentOf(path, {.begin = first.size(), .end = first.size() + second.size()}).text,
            "second ");
  EXPECT_EQ(contentOf(folder.write("b", "0123456789"), {.begin = 3, .end = 5}).text, "34");
}

} // namespace
} // namespace wikivet
