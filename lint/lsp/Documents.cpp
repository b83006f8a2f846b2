// SPDX-License-Identifier: MIT
#include "lint/lsp/Documents.h"

namespace wikivet::lsp {

void Documents::set(const std::string &uri, int64_t version, std::string path, std::string text) {
  auto source = std::make_shared<const Source>(std::move(path), std::move(text));
  std::lock_guard lock(guard);
  open[uri] = std::make_shared<const Snapshot>(
      Snapshot{.uri = uri, .version = version, .serial = ++lastSerial, .source = source});
}

void Documents::close(const std::string &uri) {
  std::lock_guard lock(guard);
  open.erase(uri);
}

SnapshotPtr Documents::latest(const std::string &uri) const {
  std::lock_guard lock(guard);
  auto found = open.find(uri);
  return found == open.end() ? nullptr : found->second;
}

std::vector<SnapshotPtr> Documents::all() const {
  std::lock_guard lock(guard);
  std::vector<SnapshotPtr> snapshots;
  snapshots.reserve(open.size());
  for (const auto &[uri, snapshot] : open)
    snapshots.push_back(snapshot);
  return snapshots;
}

} // namespace wikivet::lsp
