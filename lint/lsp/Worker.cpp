// SPDX-License-Identifier: MIT
#include "lint/lsp/Worker.h"

#include <algorithm>

namespace wikivet::lsp {

Worker::Worker() : thread([this](const std::stop_token &ended) { run(ended); }) {}

Worker::~Worker() {
  {
    std::lock_guard lock(guard);
    waiting.clear();
    delayed.clear();
    running.request_stop();
  }
  thread.request_stop();
  thread.join();
}

void Worker::add(std::string name, std::string group, Work work) {
  {
    std::lock_guard lock(guard);
    waiting.push_back(
        {.name = std::move(name), .group = std::move(group), .due = {}, .work = std::move(work)});
  }
  changed.notify_one();
}

void Worker::addLater(std::string name, std::string group, std::chrono::milliseconds delay,
                      Work work) {
  {
    std::lock_guard lock(guard);
    std::erase_if(delayed, [&](const Task &task) { return task.name == name; });
    delayed.push_back({.name = std::move(name),
                       .group = std::move(group),
                       .due = Clock::now() + delay,
                       .work = std::move(work)});
  }
  changed.notify_one();
}

Worker::Found Worker::cancel(const std::string &name) {
  std::lock_guard lock(guard);
  if (runningName == name) {
    running.request_stop();
    return Found::Running;
  }
  auto isNamed = [&](const Task &task) { return task.name == name; };
  size_t dropped = std::erase_if(waiting, isNamed) + std::erase_if(delayed, isNamed);
  return dropped > 0 ? Found::Waiting : Found::Nothing;
}

void Worker::stopRunning(const std::string &group) {
  std::lock_guard lock(guard);
  if (runningGroup == group)
    running.request_stop();
}

std::optional<Worker::Task> Worker::takeReady() {
  if (!waiting.empty()) {
    Task task = std::move(waiting.front());
    waiting.pop_front();
    return task;
  }
  auto first = std::ranges::min_element(delayed, {}, &Task::due);
  if (first == delayed.end() || first->due > Clock::now())
    return std::nullopt;
  Task task = std::move(*first);
  delayed.erase(first);
  return task;
}

void Worker::run(const std::stop_token &ended) {
  std::unique_lock lock(guard);
  while (!ended.stop_requested()) {
    std::optional<Task> task = takeReady();
    if (!task) {
      auto nextDue = [&] {
        auto first = std::ranges::min_element(delayed, {}, &Task::due);
        return first == delayed.end() ? Clock::time_point::max() : first->due;
      };
      if (Clock::time_point due = nextDue(); due == Clock::time_point::max())
        changed.wait(lock, ended, [&] { return !waiting.empty() || !delayed.empty(); });
      else
        changed.wait_until(lock, ended, due, [&] { return !waiting.empty() || nextDue() < due; });
      continue;
    }
    runningName = task->name;
    runningGroup = task->group;
    running = std::stop_source();
    lock.unlock();
    task->work(running.get_token());
    task.reset();
    lock.lock();
    runningName.clear();
    runningGroup.clear();
  }
}

} // namespace wikivet::lsp
