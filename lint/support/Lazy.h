// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <memory>
#include <mutex>

namespace wikivet {

/// A value that is made when it is first asked for, by whichever thread asks first; the others
/// wait.
template <typename Value> class Lazy {
public:
  /// `make()` gives a std::unique_ptr<const Value>. It must not ask for this value.
  template <typename Make> const Value &get(Make make) const {
    if (const Value *ready = made.load(std::memory_order_acquire))
      return *ready;
    std::lock_guard lock(guard);
    if (!owned) {
      owned = make();
      made.store(owned.get(), std::memory_order_release);
    }
    return *owned;
  }

private:
  mutable std::atomic<const Value *> made = nullptr;
  mutable std::mutex guard; ///< of `owned` until it is made
  mutable std::unique_ptr<const Value> owned;
};

} // namespace wikivet
