// SPDX-License-Identifier: MIT
#pragma once

#include <httplib.h>

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace wikivet {

/// Threads that wait for clients, started when they are needed, up to a number; other connections
/// wait. The thread that was used last is used next, unlike in cpp-httplib's own pool: each keeps
/// some memory, so that few connections at a time shall use few threads.
class ConnectionThreads final : public httplib::TaskQueue {
public:
  explicit ConnectionThreads(size_t most) : most(most) {}

  void enqueue(std::function<void()> job) override;
  /// Returns when all that was given is done.
  void shutdown() override;

private:
  struct Idle {
    std::condition_variable wake;
    std::function<void()> job;
  };

  void work(std::function<void()> job);

  size_t most;
  std::mutex guard;
  std::vector<std::thread> threads;
  std::vector<Idle *> idle; ///< the one that was used last comes last
  std::deque<std::function<void()>> waiting;
  bool ending = false;
};

} // namespace wikivet
