// SPDX-License-Identifier: MIT
#include "lint/model/Urls.h"

#include "lint/model/Document.h"

#include <gtest/gtest.h>

namespace wikivet {

TEST(Urls, AreCutIntoParts) {
  Url url = parseUrl("HTTP://me@WWW.Example.org:80/a?b#c", 100);
  EXPECT_EQ(url.scheme, "http");
  EXPECT_EQ(url.host, "www.example.org");
  EXPECT_EQ(url.port, "80");
  EXPECT_EQ(url.hostSpan, (Span{.begin = 110, .end = 125}));
  EXPECT_EQ(url.path, (Span{.begin = 128, .end = 134}));
  EXPECT_EQ(parseUrl("//a.org", 0).host, "a.org");
  EXPECT_EQ(parseUrl("http://[2001:db8::1]:8080/", 0).host, "[2001:db8::1]");
  EXPECT_EQ(parseUrl("http:///x", 0).host, "");
  EXPECT_FALSE(parseUrl("mailto:a@b.org", 0).hasAuthority);
}

TEST(Urls, TemplatesMakeHostsUnknown) {
  Source source("test", "http://{{a}}.org/ http://a.org/{{b}} [http://a.{{c}}/ x] http://b.org "
                        "[{{d}} x] {{e|url=http://c.org}}");
  const Wiki wiki;
  Document document(source, wiki);
  const std::vector<Url> &urls = document.urls().all();
  std::vector<std::string> known;
  for (const Url &url : urls)
    if (url.hostIsKnown)
      known.push_back(url.host);
  EXPECT_EQ(known, (std::vector<std::string>{"a.org", "b.org", "c.org"}));
}

} // namespace wikivet
