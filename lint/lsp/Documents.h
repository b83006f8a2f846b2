// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/Source.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace wikivet::lsp {

/// One version of a document that is open in the editor. Immutable.
struct Snapshot {
  std::string uri;
  int64_t version;
  uint64_t serial; ///< no two snapshots have the same
  std::shared_ptr<const Source> source;
};
using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// The documents that are open in the editor. May be asked by several threads.
class Documents {
public:
  /// Opens a document, or gives it another text. `path` is what its pages are known by.
  void set(const std::string &uri, int64_t version, std::string path, std::string text);
  void close(const std::string &uri);

  /// The newest version; null if the document is not open.
  SnapshotPtr latest(const std::string &uri) const;
  std::vector<SnapshotPtr> all() const;

private:
  mutable std::mutex guard;
  std::map<std::string, SnapshotPtr, std::less<>> open;
  uint64_t lastSerial = 0;
};

} // namespace wikivet::lsp
