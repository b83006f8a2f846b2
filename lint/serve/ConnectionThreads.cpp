// SPDX-License-Identifier: MIT
#include "lint/serve/ConnectionThreads.h"

#include <system_error>
#include <utility>

namespace wikivet {

void ConnectionThreads::run(std::function<void()> job) {
  std::unique_lock lock(guard);
  if (idle.empty() && threads.size() < most) {
    try {
      threads.emplace_back([this, job] { work(job); });
      return;
    } catch (const std::system_error &) {
      // The system gives no more: those that are there must do.
      most = threads.size();
    }
  }
  if (threads.empty()) {
    lock.unlock();
    return job();
  }
  freed.wait(lock, [&] { return !idle.empty(); });
  Idle *last = idle.back();
  idle.pop_back();
  last->job = std::move(job);
  last->wake.notify_one();
}

void ConnectionThreads::work(std::function<void()> job) {
  Idle self;
  for (;;) {
    job();
    std::unique_lock lock(guard);
    if (ending)
      return;
    idle.push_back(&self);
    freed.notify_one();
    self.wake.wait(lock, [&] { return self.job || ending; });
    if (!self.job)
      return;
    job = std::exchange(self.job, nullptr);
  }
}

void ConnectionThreads::shutdown() {
  {
    std::lock_guard lock(guard);
    ending = true;
    for (Idle *each : idle)
      each->wake.notify_one();
  }
  for (std::thread &thread : threads)
    thread.join();
}

} // namespace wikivet
