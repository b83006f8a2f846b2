// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace wikivet {

/// Threads that wait for clients, started when they are needed, up to a number. The thread that was
/// used last is used next, unlike in cpp-httplib's own pool: each keeps some memory, so that few
/// connections at a time shall use few threads.
class ConnectionThreads final {
public:
  explicit ConnectionThreads(size_t most) : most(most) {}

  /// Gives a job to a thread; waits until one is free, so that nothing queues up here. For one
  /// caller.
  void run(std::function<void()> job);

  /// Returns when all that was given is done.
  void shutdown();

private:
  struct Idle {
    std::condition_variable wake;
    std::function<void()> job;
  };

  void work(std::function<void()> job);

  size_t most;
  std::mutex guard;
  std::condition_variable freed;
  std::vector<std::thread> threads;
  std::vector<Idle *> idle; ///< the one that was used last comes last
  bool ending = false;
};

} // namespace wikivet
