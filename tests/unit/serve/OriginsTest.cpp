// SPDX-License-Identifier: MIT
#include "lint/serve/Origins.h"

#include <gtest/gtest.h>

namespace wikivet::tests {
namespace {

TEST(Origins, AreWrittenAsBrowsersSendThem) {
  for (const char *good : {"*", "https://en.wikipedia.org", "http://127.0.0.1:8080"})
    EXPECT_TRUE(Origins::isOrigin(good)) << good;
  for (const char *bad : {"", "https://", "en.wikipedia.org", "https://a/", "https://a/wiki",
                          "https://A.org", "https://*.org", "ftp://a", "null"})
    EXPECT_FALSE(Origins::isOrigin(bad)) << bad;
}

TEST(Origins, OnlyThoseThatAreAllowed) {
  Origins origins({"https://a.example"});
  EXPECT_TRUE(origins.welcome("", "127.0.0.1:1")) << "no page sent it";
  EXPECT_TRUE(origins.welcome("http://127.0.0.1:1", "127.0.0.1:1")) << "a page of this server";
  EXPECT_TRUE(origins.welcome("https://a.example", "127.0.0.1:1"));
  EXPECT_TRUE(origins.allows("https://a.example"));
  for (const char *other : {"https://a.example.org", "http://a.example", "https://b.example",
                            "null", "http://127.0.0.1:2"}) {
    EXPECT_FALSE(origins.welcome(other, "127.0.0.1:1")) << other;
    EXPECT_FALSE(origins.allows(other)) << other;
  }
  EXPECT_FALSE(Origins({}).welcome("null", ""));
  EXPECT_TRUE(Origins({"*"}).allows("null"));
}

TEST(Origins, HostsThatTheServerIsKnownUnder) {
  Origins origins({"https://a.example", "http://b.example:8080"}, "Desk.lan");
  for (const char *known : {"", "localhost", "LOCALHOST:1", "127.0.0.1:8742", "[::1]", "[::1]:8742",
                            "a.example", "a.example:443", "b.example:8080", "desk.lan:8742"})
    EXPECT_TRUE(origins.knowsHost(known)) << known;
  for (const char *other : {"evil.example:8742", "xa.example", "a.example.org", "127.0.0.1.nip.io",
                            "127.0.0.2", "[::2]", ":1", "1", "localhost:x"})
    EXPECT_FALSE(origins.knowsHost(other)) << other;
  EXPECT_TRUE(Origins({}, "::1").knowsHost("[::1]:80"));
  EXPECT_TRUE(Origins({"*"}).knowsHost("evil.example"));
}

} // namespace
} // namespace wikivet::tests
