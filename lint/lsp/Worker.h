// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace wikivet::lsp {

/// A thread that does one thing after another: first what someone waits for, in the order in which
/// it came, then what is due. All members may be called by any thread.
class Worker {
public:
  /// Work that looks at its token now and then, and ends soon when a stop is asked for. It must not
  /// throw.
  using Work = std::function<void(const std::stop_token &)>;

  Worker();
  /// Drops what waits, stops what runs and waits for its end.
  ~Worker();
  Worker(const Worker &) = delete;
  Worker &operator=(const Worker &) = delete;

  /// Work that someone waits for. `name` is what it is cancelled by, `group` what it is stopped by.
  void add(std::string name, std::string group, Work work);
  /// Work to be done after a time; takes the place of work of that name that waits.
  void addLater(std::string name, std::string group, std::chrono::milliseconds delay, Work work);

  enum class Found : uint8_t { Nothing, Waiting, Running };
  /// Drops work that waits, and asks work that runs to stop.
  Found cancel(const std::string &name);
  /// Asks the running work to stop if it is of this group.
  void stopRunning(const std::string &group);

private:
  using Clock = std::chrono::steady_clock;
  struct Task {
    std::string name, group;
    Clock::time_point due;
    Work work;
  };
  void run(const std::stop_token &ended);
  /// The next task that may start now.
  std::optional<Task> takeReady();

  std::mutex guard;
  std::condition_variable_any changed;
  std::deque<Task> waiting;  ///< that someone waits for
  std::vector<Task> delayed; ///< in no order
  std::string runningName, runningGroup;
  std::stop_source running;
  std::jthread thread; ///< last: it uses the others
};

} // namespace wikivet::lsp
