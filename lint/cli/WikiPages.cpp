// SPDX-License-Identifier: MIT
#include "lint/cli/WikiPages.h"

#include "lint/cli/AtLeastOne.h"
#include "lint/cli/Commands.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace wikivet {

void addWikiPageOptions(CLI::App &command, WikiPageOptions &options) {
  auto *url = command.add_option("--wiki-url", options.url,
                                 "Read pages from a wiki: the address of its API, as "
                                 "https://wiki.example.org/w/api.php");
  url->type_name("URL");
  auto add = [&](const char *name, auto &target, const char *help, const char *type) {
    return command.add_option(name, target, help)
        ->type_name(type)
        ->allow_extra_args(false)
        ->needs(url);
  };
  WikiSelection &selection = options.selection;
  add("--page", selection.titles, "A page of the wiki; may be repeated", "TITLE");
  add("--revid", selection.revisions, "A revision, by its number; may be repeated", "N")
      ->check(atLeastOne());
  add("--category", selection.categories, "The pages in a category; may be repeated", "NAME");
  add("--recent-changes", selection.recentChanges,
      "The pages that were changed last, at most so many", "N")
      ->check(atLeastOne());
  add("--user-agent", options.userAgent,
      "Who asks, and how to reach you: wikis want to know it of bots", "TEXT");
  add("--timeout", options.timeout, "How long to wait for an answer (30)", "SECONDS")
      ->check(CLI::Range(1, 3600));
  add("--retries", options.retries,
      "How often to ask again when the wiki is busy or can't be reached (3)", "N")
      ->check(CLI::Range(0, 10));
  add("--batch", options.batch, "How many pages to ask for at a time (50)", "N")
      ->check(CLI::Range(1, 50));
  command.add_flag("--offline", options.offline, "Refuse to use the network")
      ->envname("WIKIVET_OFFLINE");
}

void addWikiNamespaceOption(CLI::App &command, WikiPageOptions &options) {
  command
      .add_option(
          "--namespace", options.selection.namespaces,
          "Numbers of the namespaces that --category (all) and --recent-changes (0) look at")
      ->type_name("N,…")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->needs("--wiki-url");
}

std::optional<WikiPages> WikiPages::open(const WikiPageOptions &options) {
  if (options.offline) {
    reportFailure({fmt::format("{}: not read, since the network is not to be used (--offline)",
                               options.url)});
    return std::nullopt;
  }
  if (!options.selection.isGiven()) {
    reportFailure({"--wiki-url: which pages? Give --page TITLE, --revid N, --category NAME or "
                   "--recent-changes N"});
    return std::nullopt;
  }
  std::string agent = "wikivet/" WIKIVET_VERSION " " + HttpClient::libraryName();
  if (!options.userAgent.empty())
    agent = options.userAgent + " " + agent;
  if (agent.find_first_of("\r\n") != std::string::npos) {
    reportFailure({"--user-agent: one line is expected"});
    return std::nullopt;
  }
  auto api = WikiApi::open(
      {.url = options.url,
       .http = {.userAgent = std::move(agent), .timeout = std::chrono::seconds(options.timeout)},
       .retries = options.retries},
      [](const std::string &note) { reportFailure({note}); });
  if (!api) {
    reportFailure(api.error());
    return std::nullopt;
  }
  auto revisions = WikiRevisions::open(std::move(*api), options.selection, options.batch);
  if (!revisions) {
    reportFailure(revisions.error());
    return std::nullopt;
  }
  return WikiPages(std::move(*revisions));
}

std::optional<WikiRevision> WikiPages::read() {
  while (auto revision = revisions.next()) {
    if (*revision)
      return std::move(**revision);
    reportFailure(revision->error());
    hasFailed = true;
  }
  return std::nullopt;
}

std::unique_ptr<Source> WikiPages::sourceOf(const WikiRevision &revision, std::string text) const {
  std::string path = revision.isByNumber ? revision.addressOf(revision.id) : revision.address;
  return std::make_unique<Source>(std::move(path), std::move(text), revision.title,
                                  revisions.wikiId());
}

std::unique_ptr<Source> WikiPages::next() {
  std::optional<WikiRevision> revision = read();
  return revision ? sourceOf(*revision, std::move(revision->text)) : nullptr;
}

std::optional<PageRevisions> WikiPages::nextRevisions() {
  std::optional<WikiRevision> revision = read();
  if (!revision)
    return std::nullopt;
  return PageRevisions{.before = sourceOf(*revision, std::move(revision->parentText)),
                       .after = sourceOf(*revision, std::move(revision->text)),
                       .beforeName = revision->addressOf(revision->parent)};
}

std::optional<PageRevisions> WikiPages::both() {
  std::optional<WikiRevision> before = read(), after = read();
  if (!before || !after)
    return std::nullopt;
  if (before->pageId != after->pageId) {
    reportFailure({fmt::format("these are revisions of two pages: {} of '{}', {} of '{}'",
                               before->id, before->title, after->id, after->title)});
    hasFailed = true;
    return std::nullopt;
  }
  return PageRevisions{.before = sourceOf(*after, std::move(before->text)),
                       .after = sourceOf(*after, std::move(after->text)),
                       .beforeName = before->addressOf(before->id)};
}

} // namespace wikivet
